"""Facts in a table, as a record: what vignettes and tables of criteria are made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ferrata.alps import catalogue
from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.plan.assessment.assess import assess
from ferrata.plan.assessment.model import Assessed
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
TODAY = ON.isoformat()

Fact = tuple[str, str, str]
"""A date, what it is about, and what is said of it."""

ANALYTES = {one.id for one in catalogue.ANALYTES}
SAID = {
    **{one.id: {"yes", "no"} for one in catalogue.SIGNS},
    **{one.id: {str(o.value) for o in one.options} for one in catalogue.QUESTIONS},
}
TREATMENTS = tuple(sorted(one.id for one in catalogue.TREATMENTS))


def record_of(facts: Iterable[Fact], where: str = "table") -> Record:
    """Return the record that says exactly what `facts` say.

    Raises:
        ValueError: for a fact about nothing that a record can say.
    """
    observations: list[ObservationEntry] = []
    assertions: list[AssertionEntry] = []
    courses: list[CourseEntry] = []
    reviews: list[ReviewEntry] = []
    born = None
    for number, (when, what, value) in enumerate(facts, start=1):
        word, _, rest = value.partition(" ")
        if what == "born":
            born = when
        elif what == "treatments" and value == "reviewed":
            reviews.append(
                ReviewEntry(
                    reference=f"List/{number}", status="current", date=when, concepts=TREATMENTS
                )
            )
        elif what in ANALYTES:
            observations.append(
                ObservationEntry(
                    reference=f"Observation/{number}",
                    status="final",
                    date=when,
                    concept=what,
                    value_text=value,
                )
                if word.startswith(("<", ">")) or not word[0].isdigit()
                else ObservationEntry(
                    reference=f"Observation/{number}",
                    status="final",
                    date=when,
                    concept=what,
                    value=word,
                    unit=rest,
                )
            )
        elif what in TREATMENTS and word in {"since", "until"}:
            courses.append(
                CourseEntry(
                    reference=f"MedicationStatement/{number}",
                    resource="MedicationStatement",
                    status="completed" if rest else "active",
                    concept=what,
                    start=when,
                    end=rest or None,
                )
            )
        elif value in SAID.get(what, ()):
            assertions.append(
                AssertionEntry(
                    reference=f"Observation/{number}",
                    resource="Observation",
                    status="final",
                    date=when,
                    concept=what,
                    value=value,
                )
            )
        else:
            raise ValueError(f"{where}: no record says {what} {value}")
    return Record(
        schema_version=SCHEMA_VERSION,
        patient=Patient(id="v", birth_date=born),
        received=TODAY,
        observations=tuple(observations),
        assertions=tuple(assertions),
        courses=tuple(courses),
        reviews=tuple(reviews),
    )


def diagnosed(facts: Iterable[Fact]) -> Assessed:
    """Return the assessment of a table of facts."""
    return assess(record_of(facts), DIAGNOSIS, ON)


def result(made: Assessed) -> str:
    """Return the conclusion reached, or the result without one."""
    return made.criteria.reached or made.criteria.result


def answers(made: Assessed) -> dict[str, str]:
    """Return the answers of the pinned criteria by id."""
    return {one.id: one.answer for one in made.criteria.items}
