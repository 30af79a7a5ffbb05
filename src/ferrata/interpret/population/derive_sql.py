"""Each derivation as SQL: the columns of a feature, and the aggregates that they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from ferrata.guideline.derivations import (
    Asserted,
    Cases,
    DaysSince,
    DaysSinceEnd,
    DaysSinceStart,
    DaysWith,
    EverAsserted,
    EverTreated,
    Holds,
    Measured,
    OnTreatment,
    Stated,
    Window,
)
from ferrata.guideline.errors import RuleError
from ferrata.guideline.events import Treatment
from ferrata.guideline.features import Feature, Measurement
from ferrata.guideline.parameters import Site
from ferrata.guideline.vocabularies import CourseFeatures, Vocabulary
from ferrata.interpret.population.columns import define, nothing
from ferrata.interpret.population.conditions_sql import Conditions
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    Expression,
    NotPrintable,
)
from ferrata.interpret.population.following import first_case, holds
from ferrata.interpret.population.formulas import (
    FeatureColumns,
    Formula,
)
from ferrata.interpret.population.measured import days_with, measured
from ferrata.interpret.population.said import asserted, days_since, ever_asserted, stated
from ferrata.interpret.population.treated import (
    days_since_end,
    days_since_start,
    ever,
    going_on,
    start,
)
from ferrata.interpret.population.windows import Span, counts_from_start, span


class Features:
    """The columns of features, each derived once, after those that it follows from."""

    def __init__(
        self, draft: Draft, vocabularies: tuple[type[Vocabulary], ...], site: Site
    ) -> None:
        self.draft = draft
        self.conditions = Conditions(draft, site, self.columns)
        self.found: dict[Feature, FeatureColumns] = {}
        self._deriving: list[Feature] = []
        self._treatments = {
            one.__name__: one.treatment
            for one in vocabularies
            if issubclass(one, CourseFeatures) and one.treatment is not None
        }

    def columns(self, feature: Feature) -> FeatureColumns:
        """Return the columns of `feature`.

        Raises:
            RuleError: when the feature follows from itself, or asks about a course and names none.
            NotPrintable: when it has no exact SQL.
        """
        known = self.found.get(feature)
        if known is not None:
            return known
        if feature in self._deriving:
            chain = " from ".join(map(repr, (*self._deriving, feature)))
            raise RuleError(
                f"{chain}: a feature follows from itself",
                why="no order computes it",
                write="a condition over features that come straight from events",
            )
        self._deriving.append(feature)
        formula = nothing(feature) if feature.derived is None else self._formula(feature)
        self._deriving.pop()
        # Features of one name, such as those without a vocabulary, are told apart by a number.
        alike = sum(one.path == feature.path for one in self.found)
        name = f"{feature.path}#{alike + 1}" if alike else feature.path
        found = self.found[feature] = define(self.draft, feature, name, formula)
        return found

    def _formula(self, feature: Feature) -> Formula:
        draft, how = self.draft, feature.derived
        assert how is not None
        match how:
            case Measured(window=window):
                return self._in_window(
                    feature, window, lambda laid, why: measured(draft, how, laid, why)
                )
            case DaysWith(window=window):
                if not isinstance(feature, Measurement):
                    raise NotPrintable(feature, "a number of days is a measurement")
                plausible = feature.plausible
                return self._in_window(
                    feature, window, lambda laid, why: days_with(draft, how, laid, plausible, why)
                )
            case Asserted(window=window):
                return self._in_window(
                    feature, window, lambda laid, why: asserted(draft, how, laid, why)
                )
            case Stated(window=window):
                return self._in_window(
                    feature, window, lambda laid, why: stated(draft, how, laid, why)
                )
            case EverAsserted():
                return ever_asserted(draft, how)
            case DaysSince():
                return days_since(draft, how)
            case OnTreatment(treatment):
                return going_on(draft, how, self._treated(feature, treatment))
            case EverTreated(treatment):
                return ever(draft, how, self._treated(feature, treatment))
            case DaysSinceStart():
                return days_since_start(draft, self._treated(feature, None))
            case DaysSinceEnd():
                return days_since_end(draft, self._treated(feature, None))
            case Cases(cases):
                answers = [draft.once(self.conditions.truth(one)) for one, _ in cases]
                return first_case(draft, answers, [option.value for _, option in cases])
            case Holds(condition):
                return holds(draft.once(self.conditions.truth(condition)))
            case _:
                assert_never(how)

    def _treated(self, feature: Feature, treatment: Treatment | None) -> str:
        found = treatment or self._treatments.get(feature.vocabulary)
        if found is None:
            raise RuleError(
                f"{feature!r} asks about a course of treatment and names none",
                why="a case has many courses",
                write="a vocabulary bound to a treatment, or OnTreatment(treatment)",
            )
        return found.id

    def _in_window(
        self,
        feature: Feature,
        window: Window,
        formula: Callable[[Span, Expression | None], Formula],
    ) -> Formula:
        own = self._treatments.get(feature.vocabulary)
        began = None
        if own is not None and counts_from_start(window):
            began = start(self.draft, own.id)
        laid = span(window, began)
        if laid is None:
            return nothing(feature)
        return formula(laid, began and began.why)
