"""Adults with immune thrombocytopenia: facts, benches and plans of the made-up guideline."""

from collections.abc import Iterable, Mapping
from datetime import date

from tests.immune_thrombocytopenia.histories import bleeds, count, course, day, on
from tests.immune_thrombocytopenia.pathway import GUIDELINE
from tests.immune_thrombocytopenia.words import (
    DEXAMETHASONE,
    DIABETES,
    DISEASE,
    LIVER,
    THROMBOSIS,
)

from ferrata.guideline.events import (
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    Sign,
    TreatmentCourse,
)
from ferrata.guideline.guideline import Guideline
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import Position
from ferrata.plan import Level, Plan, plan
from ferrata.plan.advise import Advised, Bench, advise
from ferrata.record.model import (
    SCHEMA_VERSION,
    AssertionEntry,
    CourseEntry,
    ObservationEntry,
    Patient,
    Record,
    ReviewEntry,
)

TODAY = "2026-11-20"
ON = date.fromisoformat(TODAY)
DAY = day(TODAY)

SIGNS: Mapping[str, Sign] = {
    "disease": DISEASE,
    "diabetes": DIABETES,
    "thrombosis": THROMBOSIS,
    "liver": LIVER,
}

__all__ = ["DEXAMETHASONE", "bleeds", "count", "course", "on"]


def facts(
    *more: Event,
    platelets: int | None = 12_000,
    bleeding: str | None = "none",
    disease: str | None = "yes",
    diabetes: str | None = "no",
    thrombosis: str | None = "no",
    liver: str | None = "yes",
) -> tuple[Event, ...]:
    """What is recorded today of an adult who needs treatment and may have all.

    None: nothing is said; of the disease, "no": somebody looked, and it is not there.
    """
    said = {"disease": disease, "diabetes": diabetes, "thrombosis": thrombosis, "liver": liver}
    found: list[Event] = []
    for name, value in said.items():
        if value == "no" and name in {"disease", "thrombosis"}:  # whether it ever was
            found.append(Review(SIGNS[name].id, on(TODAY)))
        elif value:
            found.append(Assertion(SIGNS[name].id, on(TODAY), value))
    if platelets is not None:
        found.append(count(TODAY, platelets))
    if bleeding is not None:
        found.append(bleeds(TODAY, bleeding))
    return (*found, *more)


def bench(events: Iterable[Event], guideline: Guideline = GUIDELINE) -> Bench:
    """A bench over these events."""
    site = guideline.site()
    return Bench(guideline, Derived(Events.of(events), DAY, guideline.vocabularies, site))


def advised(events: Iterable[Event], *stages: str, guideline: Guideline = GUIDELINE) -> Advised:
    """What is advised at these stages; at the start when none is named."""
    positions = tuple(map(Position, stages or (guideline.start.value,)))
    return advise(bench(events, guideline), positions)


def levels(found: Advised) -> dict[str, Level]:
    """The level of each piece of advice, by id."""
    return {one.id: one.level for one in found.advice}


def planned(
    events: Iterable[Event], *, guideline: Guideline = GUIDELINE, compare: Iterable[Guideline] = ()
) -> Plan:
    """The plan for a record that says what these events say."""
    return plan(recorded(events), guideline, guideline.site(), ON, compare=compare)


def recorded(events: Iterable[Event]) -> Record:
    """A record that gives these events, each on one day."""
    entries = [_entry(event, f"entry/{number}") for number, event in enumerate(events)]
    return Record(
        schema_version=SCHEMA_VERSION,
        patient=Patient(id="adult", label="An Adult"),
        received=TODAY,
        observations=tuple(one for one in entries if isinstance(one, ObservationEntry)),
        assertions=tuple(one for one in entries if isinstance(one, AssertionEntry)),
        courses=tuple(one for one in entries if isinstance(one, CourseEntry)),
        reviews=tuple(one for one in entries if isinstance(one, ReviewEntry)),
    )


def _entry(
    event: Event, reference: str
) -> ObservationEntry | AssertionEntry | CourseEntry | ReviewEntry:
    match event:
        case Observation():
            return ObservationEntry(
                reference=reference,
                status="final",
                date=_date(event.when.first_day),
                concept=event.analyte,
                value=None if event.low is None else str(event.low),
                unit="/uL",
                value_text="hemolysed" if event.low is None else None,
            )
        case Assertion():
            return AssertionEntry(
                reference=reference,
                resource="Observation",
                status="final",
                date=_date(event.when.first_day),
                concept=event.about,
                value=event.value,
            )
        case TreatmentCourse():
            return CourseEntry(
                reference=reference,
                resource="MedicationStatement",
                status="completed" if event.end else "active",
                concept=event.treatment,
                start=_date(event.start.first_day),
                end=_date(event.end.first_day) if event.end else None,
            )
        case Review():
            return ReviewEntry(
                reference=reference,
                status="current",
                date=_date(event.when.first_day),
                concepts=(event.about,),
            )


def _date(number: int) -> str:
    return date.fromordinal(number + date(1970, 1, 1).toordinal()).isoformat()
