"""Events to features, as of a day, for one patient. The reference; lazy, and nothing is kept twice.

The rules for what is not exact:

- An event with a partial date belongs to a window *certainly* when every day it can mean lies
  inside, *perhaps* when some day does. Only certain events settle an answer; perhaps widens it.
- The *latest* value is the hull of all events that can be the latest, so two results at one time
  widen to an interval instead of one of them winning by the order of the file.
- An event that is recorded but has no readable value never counts as absent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never, cast

from ferrata.guideline.conditions import Condition
from ferrata.guideline.derivations import (
    Anchor,
    Asserted,
    Cases,
    DaysSince,
    DaysSinceEnd,
    DaysSinceStart,
    DaysWith,
    Derivation,
    EverAsserted,
    EverTreated,
    Holds,
    Measured,
    OnTreatment,
    Stated,
    Window,
)
from ferrata.guideline.errors import RuleError
from ferrata.guideline.events import Events, Review, Treatment
from ferrata.guideline.features import Feature, HasValues, Measurement
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import Answer, FeatureValue, Known, Option, Reason, Unknown
from ferrata.guideline.vocabularies import CourseFeatures, Vocabulary
from ferrata.interpret.derive.measured import days_with, measured
from ferrata.interpret.derive.said import asserted, days_since, ever_asserted, stated
from ferrata.interpret.derive.treated import Courses
from ferrata.interpret.derive.windows import Span, span
from ferrata.interpret.evaluate import judge


class Derived(HasValues):
    """The features of one patient as of day `on` (days since 1970-01-01), derived when asked."""

    def __init__(
        self,
        events: Events,
        on: int,
        vocabularies: tuple[type[Vocabulary], ...],
        site: Site,
    ) -> None:
        self.events, self.on, self.site = events, on, site
        self._treatments = {
            one.__name__: one.treatment
            for one in vocabularies
            if issubclass(one, CourseFeatures) and one.treatment is not None
        }
        self._values: dict[Feature, FeatureValue] = {}
        self._courses: dict[str, Courses] = {}

    def value(self, feature: Feature) -> FeatureValue:
        """Return the value of `feature`; a feature that nothing derives is never recorded."""
        found = self._values.get(feature)
        if found is None:
            found = self._values[feature] = (
                Unknown(Reason.NEVER_RECORDED)
                if feature.derived is None
                else self._derive(feature, feature.derived)
            )
        return found

    def rederived(self, events: Events, affected: Callable[[Feature], bool]) -> Derived:
        """Return the same day over other `events`; keeps values of features not `affected`."""
        fresh = Derived(events, self.on, (), self.site)
        fresh._treatments = self._treatments
        fresh._values = {key: one for key, one in self._values.items() if not affected(key)}
        return fresh

    def _derive(self, feature: Feature, how: Derivation) -> FeatureValue:
        events = self.events
        own = self._treatments.get(feature.vocabulary)
        match how:
            case Measured(_, analyte, window):
                laid = self._span(feature, window, own)
                rows = events.observations.get(analyte.id, ())
                return laid if isinstance(laid, Unknown) else measured(how, rows, laid)
            case DaysWith(analyte=analyte, window=window):
                laid = self._span(feature, window, own)
                rows = events.observations.get(analyte.id, ())
                plausible = cast("Measurement", feature).plausible
                if isinstance(laid, Unknown):
                    return laid
                return days_with(how, rows, laid, plausible)
            case Asserted(sign, window, silence):
                laid = self._span(feature, window, own)
                if isinstance(laid, Unknown):
                    return laid
                return asserted(
                    events.assertions.get(sign.id, ()),
                    events.reviews.get(sign.id, ()),
                    laid,
                    silence,
                )
            case EverAsserted(sign, silence):
                return ever_asserted(
                    events.assertions.get(sign.id, ()),
                    events.reviews.get(sign.id, ()),
                    self.on,
                    silence,
                )
            case DaysSince(sign):
                return days_since(events.assertions.get(sign.id, ()), self.on)
            case Stated(question, window):
                laid = self._span(feature, window, own)
                rows = events.assertions.get(question.id, ())
                return laid if isinstance(laid, Unknown) else stated(rows, laid)
            case OnTreatment(treatment, silence, lasting):
                courses, reviews = self._treated(feature, treatment or own)
                return courses.going_on(reviews, silence, lasting)
            case EverTreated(treatment, silence):
                courses, reviews = self._treated(feature, treatment or own)
                return courses.ever(reviews, silence)
            case DaysSinceStart():
                return self._treated(feature, own)[0].days_since_start()
            case DaysSinceEnd():
                return self._treated(feature, own)[0].days_since_end()
            case Cases(cases):
                return self._case(cases)
            case Holds(condition):
                answer = judge(condition, self, self.site).answer
                if answer is Answer.UNKNOWN:
                    return Unknown(Reason.UNDETERMINED)
                return Known(answer is Answer.YES)
            case _:
                assert_never(how)

    def _treated(
        self, feature: Feature, treatment: Treatment | None
    ) -> tuple[Courses, tuple[Review, ...]]:
        if treatment is None:
            raise RuleError(
                f"{feature!r} asks about a course of treatment and names none",
                why="a case has many courses",
                write="a vocabulary bound to a treatment, or OnTreatment(treatment)",
                where=feature.where,
            )
        courses = self._courses.get(treatment.id)
        if courses is None:
            courses = self._courses[treatment.id] = Courses(
                self.events.courses, treatment.id, self.on
            )
        return courses, self.events.reviews.get(treatment.id, ())

    def _span(self, feature: Feature, window: Window, own: Treatment | None) -> Span | Unknown:
        if own is None or not _counts_from_start(window):
            start = None
        else:
            start = self._treated(feature, own)[0].start()
            if isinstance(start, Unknown):
                return start
        laid = span(window, self.on, start)
        return Unknown(Reason.NEVER_RECORDED) if laid is None else laid

    def _case(self, cases: tuple[tuple[Condition, Option], ...]) -> FeatureValue:
        """The first case that holds. An earlier unknown one leaves it open, unless both agree."""
        open_to: set[str] = set()
        for condition, option in cases:
            answer = judge(condition, self, self.site).answer
            if answer is not Answer.NO:
                open_to.add(option.value)
            if answer is Answer.YES:
                break
        else:
            return Unknown(Reason.UNDETERMINED)
        return Known(open_to.pop()) if len(open_to) == 1 else Unknown(Reason.UNDETERMINED)


def _counts_from_start(window: Window) -> bool:
    edges = (window.lower, window.upper)
    return any(edge is not None and edge.anchor is Anchor.START for edge in edges)
