"""Records that say what a vignette says, and the plans made of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from tests.care.reading import Fact

from ferrata.alps import catalogue
from ferrata.alps.concepts import Finding
from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.guideline import Guideline
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import replay
from ferrata.plan import Plan, plan
from ferrata.plan.advise import Bench
from ferrata.plan.care import Care, care
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import (
    SCHEMA_VERSION,
    AssertionEntry,
    CourseEntry,
    ObservationEntry,
    Patient,
    Record,
    ReviewEntry,
)

ON = date(2026, 11, 20)
ANALYTES = {one.id for one in catalogue.ANALYTES}
TREATMENTS = {one.id for one in catalogue.TREATMENTS}
WORDS = {
    **{one.id: {"yes", "no"} for one in catalogue.SIGNS},
    **{one.id: {str(option.value) for option in one.options} for one in catalogue.QUESTIONS},
}


def record_of(facts: Iterable[Fact]) -> Record:
    """Return the record that says exactly these facts.

    Raises:
        ValueError: for a fact that no record can hold.
    """
    observations: list[ObservationEntry] = []
    assertions: list[AssertionEntry] = []
    courses: list[CourseEntry] = []
    reviews: list[ReviewEntry] = []
    born = sex = None
    for number, fact in enumerate(facts, start=1):
        reference = f"entry/{number}"
        match fact.what:
            case "born":
                born = fact.date
            case "sex":
                sex = fact.value
            case "treatments" if fact.value == "reviewed":
                concepts = tuple(sorted({*TREATMENTS, Finding.UNLISTED_MEDICINE.id}))
                reviews.append(
                    ReviewEntry(
                        reference=reference, status="current", date=fact.date, concepts=concepts
                    )
                )
            case what if what in ANALYTES:
                value, _, unit = fact.value.partition(" ")
                observations.append(
                    ObservationEntry(
                        reference=reference,
                        status="final",
                        date=fact.date,
                        concept=what,
                        value=value,
                        unit=unit,
                    )
                )
            case what if what in TREATMENTS:
                word, _, end = fact.value.partition(" ")
                assert (word, bool(end)) in {("since", False), ("until", True)}, fact
                courses.append(
                    CourseEntry(
                        reference=reference,
                        resource="MedicationStatement",
                        status="completed" if end else "active",
                        concept=what,
                        start=fact.date,
                        end=end or None,
                    )
                )
            case what if fact.value in WORDS.get(what, ()):
                assertions.append(
                    AssertionEntry(
                        reference=reference,
                        resource="Observation",
                        status="final",
                        date=fact.date,
                        concept=what,
                        value=fact.value,
                    )
                )
            case _:
                raise ValueError(f"no record says {fact.what} {fact.value}")
    return Record(
        schema_version=SCHEMA_VERSION,
        patient=Patient(id="child", birth_date=born, sex=sex, label="A Child"),
        received=ON.isoformat(),
        observations=tuple(observations),
        assertions=tuple(assertions),
        courses=tuple(courses),
        reviews=tuple(reviews),
    )


@cache
def planned(facts: tuple[Fact, ...], on: date = ON) -> Plan:
    """Return the plan for whom these facts say."""
    return plan(record_of(facts), RECONCILED, RECONCILED.site(), on)


def followed(facts: Iterable[Fact], on: date = ON, guideline: Guideline = RECONCILED) -> Care:
    """Return the follow-up alone, which is quicker than the plan."""
    site = guideline.site()
    events = events_of(record_of(facts), anatomy(guideline).analytes)
    day = day_number(on)
    bench = Bench(guideline, Derived(events, day, guideline.vocabularies, site))
    return care(bench, replay(guideline, events, day, site), on)
