"""Lists of medicines, entry by entry, and what the table makes of them on the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ferrata.alps.case import Case
from ferrata.alps.guidelines import RECONCILED
from ferrata.alps.interactions import TABLE
from ferrata.guideline.values import FeatureValue
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.plan import Plan, plan
from ferrata.plan.interactions.build import interactions, list_of, medicines_of
from ferrata.plan.interactions.model import Beside, Interactions, Medicine
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import (
    SCHEMA_VERSION,
    AssertionEntry,
    Coding,
    CourseEntry,
    Patient,
    Record,
)

ON = date(2026, 11, 20)
SIROLIMUS = Beside(treatment="sirolimus", label="sirolimus", why="test")


def ago(days: int) -> str:
    return (ON - timedelta(days=days)).isoformat()


def entry(
    text: str | None,
    *,
    status: str = "active",
    start: str | None = None,
    end: str | None = None,
    coding: Coding | None = None,
    concept: str | None = None,
    number: int = 1,
) -> CourseEntry:
    """A statement that a medicine is taken, begun 20 days ago unless something else is said."""
    return CourseEntry(
        reference=f"MedicationStatement/{number}",
        resource="MedicationStatement",
        status=status,
        concept=concept,
        codings=(coding,) if coding else (),
        text=text,
        start=start or ago(20),
        end=end,
    )


def said(word: str, days: int = 0) -> AssertionEntry:
    """Somebody was asked whether anything is taken that the list does not name."""
    return AssertionEntry(
        reference=f"Observation/{days}",
        resource="Observation",
        status="final",
        date=ago(days),
        concept="unlisted-medicine",
        value=word,
    )


def record(courses: Iterable[CourseEntry] = (), *answers: AssertionEntry) -> Record:
    return Record(
        schema_version=SCHEMA_VERSION,
        patient=Patient(id="one", birth_date="2016-05-01", sex="male"),
        received=ON.isoformat(),
        courses=tuple(courses),
        assertions=answers,
    )


def medicines(*courses: CourseEntry) -> tuple[Medicine, ...]:
    return medicines_of(record(courses), TABLE, ON)


def unlisted(of: Record) -> FeatureValue:
    """Whether something is taken that the list does not name, as the guideline asks it."""
    events = events_of(of, anatomy(RECONCILED).analytes)
    facts = Derived(events, day_number(ON), RECONCILED.vocabularies, RECONCILED.site())
    return facts.value(Case.unlisted_medicine)


def page(of: Record) -> Interactions:
    """What is said of the list against sirolimus."""
    found = medicines_of(of, TABLE, ON)
    warrants = {w.id: w for pair in TABLE.pairs for w in pair.interaction.warrant}
    warrants |= {w.id: w for one in TABLE.lasting for w in one.warrant}
    return interactions(
        on=ON,
        medicines=found,
        treatments=(SIROLIMUS,),
        table=TABLE,
        known=warrants,
        trusted=list_of(of, found, unlisted(of), ON),
    )


def planned(of: Record) -> Plan:
    return plan(of, RECONCILED, RECONCILED.site(), ON)
