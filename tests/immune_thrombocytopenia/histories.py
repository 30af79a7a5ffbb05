"""What records say of a few made-up adults with immune thrombocytopenia."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from tests.immune_thrombocytopenia.words import (
    DEXAMETHASONE,
    DIABETES,
    DISEASE,
    ELTROMBOPAG,
    GRADE,
    LIVER,
    PLATELETS,
    THROMBOSIS,
    TRANSFUSION,
)

from ferrata.guideline.events import (
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    Treatment,
    TreatmentCourse,
    When,
)
from ferrata.guideline.values import Reason


def day(text: str) -> int:
    """Days since 1970-01-01."""
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


def on(text: str) -> When:
    """The whole of a day."""
    return When.day(day(text))


def count(when: str, low: int, high: int | None = None) -> Observation:
    """A platelet count, or between two bounds."""
    return Observation(PLATELETS.id, on(when), Decimal(low), Decimal(low if high is None else high))


def unreadable_count(when: str) -> Observation:
    """A platelet count that cannot be read."""
    return Observation(PLATELETS.id, on(when), None, None, Reason.UNREADABLE)


def bleeds(when: str, grade: str) -> Assertion:
    """How the patient bleeds."""
    return Assertion(GRADE.id, on(when), grade)


def course(of: Treatment | None, start: str, end: str | None = None) -> TreatmentCourse:
    """A course of treatment."""
    return TreatmentCourse(of.id if of else None, on(start), on(end) if end else None)


_DIAGNOSED: tuple[Event, ...] = (
    Assertion(DISEASE.id, on("2025-01-01"), "yes"),
    Review(THROMBOSIS.id, on("2025-03-01")),
    Assertion(DIABETES.id, on("2025-03-01"), "no"),
    Assertion(LIVER.id, on("2025-03-01"), "yes"),
)


def _record(*events: Event, given: Iterable[Event] = _DIAGNOSED) -> Events:
    return Events.of((*given, *events))


RECORDS: dict[str, Events] = {
    "empty": Events(),
    "observed": _record(count("2025-03-01", 80_000), bleeds("2025-03-01", "none")),
    "at the threshold": _record(count("2025-03-01", 30_000), bleeds("2025-03-01", "none")),
    "low": _record(count("2025-03-01", 12_000), bleeds("2025-03-01", "minor")),
    "below detection": _record(count("2025-03-01", 0, 5_000)),
    "not readable": _record(count("2025-02-28", 80_000), unreadable_count("2025-03-01")),
    "diabetic": _record(
        count("2025-03-01", 12_000), Assertion(DIABETES.id, on("2025-03-02"), "yes")
    ),
    "on a corticosteroid": _record(
        count("2025-02-10", 9_000),
        course(DEXAMETHASONE, "2025-02-11", "2025-02-14"),
        count("2025-03-01", 60_000),
    ),
    "corticosteroid failed": _record(
        count("2025-01-10", 9_000),
        course(DEXAMETHASONE, "2025-01-11", "2025-01-14"),
        count("2025-02-01", 15_000),
        course(ELTROMBOPAG, "2025-02-15"),
        count("2025-03-01", 150_000),
    ),
    "rescued": _record(
        count("2025-02-10", 3_000),
        bleeds("2025-02-10", "major"),
        course(TRANSFUSION, "2025-02-10", "2025-02-10"),
        bleeds("2025-02-12", "none"),
        course(DEXAMETHASONE, "2025-02-12", "2025-02-15"),
    ),
    "drug not readable": _record(count("2025-02-10", 9_000), course(None, "2025-02-11")),
}
TODAY = day("2025-03-03")
