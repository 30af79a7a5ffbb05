"""How long an entry of a record speaks for a feature of follow-up, and which of two does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from ferrata.guideline.derivations import Asserted, DaysWith, Measured, Stated
from ferrata.guideline.events import (
    Assertion,
    Event,
    Events,
    Observation,
    TreatmentCourse,
    When,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import quantise
from ferrata.guideline.values import FeatureValue, Known
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.derive import Derived

ON = (date(2026, 11, 20) - date(1970, 1, 1)).days


@dataclass(frozen=True)
class Window:
    """A row: the days before the day of the plan on which an entry counts, and does not.

    `begun` is the day the course began. Where days are counted, `value` counts and `beside` does
    not. Of two numbers the latest speaks if `latest`.
    """

    feature: str
    speaks: tuple[int, ...]
    silent: tuple[int, ...]
    begun: int | None
    value: str
    beside: str
    latest: bool


def wrong(row: Window, guideline: Guideline) -> str:
    """Return what the derivation says otherwise than `row`; empty when it says the same."""
    return next(_differences(row, guideline), "")


def _differences(row: Window, guideline: Guideline) -> Iterator[str]:
    vocabulary, _, name = row.feature.partition(".")
    cls = next(one for one in guideline.vocabularies if one.__name__ == vocabulary)
    feature = cast("Feature", getattr(cls, name))
    course: list[Event] = []
    if issubclass(cls, CourseFeatures) and cls.treatment is not None and row.begun is not None:
        course.append(TreatmentCourse(cls.treatment.id, When.day(ON - row.begun)))

    def seen(*entries: tuple[int, str]) -> FeatureValue:
        events = Events.of([*course, *(_entry(feature, ago, value) for ago, value in entries)])
        return Derived(events, ON, guideline.vocabularies, guideline.site()).value(feature)

    def counts(ago: int, value: str) -> bool:
        found = seen((ago, value))
        return isinstance(found, Known) and (not row.value or found.value == 1)

    yield from (
        f"an entry {one} days old is silent" for one in row.speaks if not counts(one, row.value)
    )
    yield from (f"an entry {one} days old speaks" for one in row.silent if counts(one, row.value))
    if row.beside and counts(row.speaks[0], row.beside):
        yield f"{row.beside} counts"
    if row.latest:
        for before, now in (("3", "2"), ("2", "3")):
            found = seen((max(row.speaks), before), (min(row.speaks), now))
            if not isinstance(found, Known) or found.value != Decimal(now):
                yield f"of {before} and then {now} speaks {found}"


def _entry(feature: Feature, ago: int, value: str) -> Event:
    when = When.day(ON - ago)
    match feature.derived:
        case Measured(analyte=analyte) | DaysWith(analyte=analyte):
            middle = (analyte.plausible.low + analyte.plausible.high) / 2
            number = quantise(Decimal(value) if value else middle)
            return Observation(analyte.id, when, number, number)
        case Asserted(sign=sign):
            return Assertion(sign.id, when, "yes")
        case Stated(question=question):
            return Assertion(question.id, when, str(question.options[0]))
        case how:
            # A mutant may derive it from any time; the sign is still the feature's own.
            return Assertion(getattr(getattr(how, "sign", None), "id", ""), when, "yes")
