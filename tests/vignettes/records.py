"""The facts of a vignette as a record, entry by entry."""

from __future__ import annotations

from tests.vignettes.model import Fact, Vignette

from ferrata.alps import catalogue
from ferrata.alps.codes import STAGE
from ferrata.alps.concepts import Finding
from ferrata.alps.stages import Stage
from ferrata.record.model import (
    SCHEMA_VERSION,
    AssertionEntry,
    CourseEntry,
    ObservationEntry,
    Patient,
    Record,
    ReviewEntry,
)

ANALYTES = {one.id for one in catalogue.ANALYTES}
SIGNS = {one.id for one in catalogue.SIGNS}
QUESTIONS = {
    **{one.id: {str(option.value) for option in one.options} for one in catalogue.QUESTIONS},
    STAGE: {str(one.value) for one in Stage},
}
TREATMENTS = {one.id for one in catalogue.TREATMENTS}


def record_of(vignette: Vignette) -> Record:
    """Return the record that says exactly what the vignette's facts say.

    Raises:
        ValueError: for a fact about nothing that a record can say.
    """
    observations: list[ObservationEntry] = []
    assertions: list[AssertionEntry] = []
    courses: list[CourseEntry] = []
    reviews: list[ReviewEntry] = []
    born = sex = None
    for number, fact in enumerate(vignette.facts, start=1):
        match fact.what:
            case "born":
                born = fact.date
            case "sex":
                sex = fact.value
            case "treatments":
                reviews.append(_review(fact, number))
            case what if what in ANALYTES:
                observations.append(_observation(fact, number))
            case what if what in TREATMENTS:
                courses.append(_course(fact, number))
            case what if fact.value in QUESTIONS.get(what, {"yes", "no"} if what in SIGNS else ()):
                assertions.append(_assertion(fact, number))
            case _:
                raise ValueError(f"{vignette.where}: no record says {fact.what} {fact.value}")
    return Record(
        schema_version=SCHEMA_VERSION,
        patient=Patient(id=vignette.id, birth_date=born, sex=sex, label=vignette.title),
        received=vignette.on.isoformat(),
        observations=tuple(observations),
        assertions=tuple(assertions),
        courses=tuple(courses),
        reviews=tuple(reviews),
    )


def _observation(fact: Fact, number: int) -> ObservationEntry:
    value, _, unit = fact.value.partition(" ")
    return ObservationEntry(
        reference=f"Observation/{number}",
        status="final",
        date=fact.date,
        concept=fact.what,
        value=value,
        unit=unit,
    )


def _assertion(fact: Fact, number: int) -> AssertionEntry:
    return AssertionEntry(
        reference=f"Observation/{number}",
        resource="Observation",
        status="final",
        date=fact.date,
        concept=fact.what,
        value=fact.value,
    )


def _course(fact: Fact, number: int) -> CourseEntry:
    word, _, end = fact.value.partition(" ")
    if (word, bool(end)) not in {("since", False), ("until", True)}:
        raise ValueError(f"{fact.what} {fact.value}: write since, or until and a date")
    return CourseEntry(
        reference=f"MedicationStatement/{number}",
        resource="MedicationStatement",
        status="completed" if end else "active",
        concept=fact.what,
        start=fact.date,
        end=end or None,
    )


def _review(fact: Fact, number: int) -> ReviewEntry:
    return ReviewEntry(
        reference=f"List/{number}",
        status="current",
        date=fact.date,
        concepts=tuple(sorted({*TREATMENTS, Finding.UNLISTED_MEDICINE.id})),
    )
