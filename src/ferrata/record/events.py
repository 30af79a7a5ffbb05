"""The border: from what was written to the events that a guideline reads.

Nothing is dropped in silence. An entry that is on record and cannot be read becomes an event that
says so, because "unreadable" and "never measured" lead to different advice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ferrata.guideline.events import (
    DAY,
    YES,
    Analyte,
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    When,
)
from ferrata.guideline.values import Reason
from ferrata.record.assertions import assertions_of
from ferrata.record.clocks import Clocks
from ferrata.record.courses import courses_of
from ferrata.record.dates import EARLIEST, instant_of, when_of
from ferrata.record.measurements import observation_of
from ferrata.record.model import AssertionEntry, CourseEntry, Entry, Record
from ferrata.record.safety import day_received, refuse_unsafe
from ferrata.record.statuses import LISTS, Use
from ferrata.record.variants import assertions_of_variants

BIRTH, SEX = "birth", "sex"
"""The ids of the sign and the question that the patient's own fields answer."""


def events_of(record: Record, analytes: Mapping[str, Analyte]) -> Events:
    """Return the events of `record`, numbers in the units of `analytes` (by concept id).

    Observations: final, amended, corrected and preliminary results are used; registered,
    cancelled and entered-in-error ones give nothing; any other or no status is unreadable. A
    percentage is no result of its own once a count of the same analyte and time is usable. The same
    value of the same time, from two systems, counts once (A287).
    Conditions, procedures, medications, genes: see `assertions`, `courses`, `variants`. Times
    without a date reach from birth to the day the record was received, and nothing reaches beyond
    that day.

    What is measured and not among `analytes` gives no event, because nobody asks about it.

    Raises:
        RecordError: when the day of receipt is no date.
        Refusal: when a date lies after the day of receipt, or the patient is not born yet.
    """
    refuse_unsafe(record)
    clocks = Clocks(_limits(record), _written(record))
    return Events.of(_events(record, analytes, clocks))


def _limits(record: Record) -> When:
    end = day_received(record) * DAY + DAY - 1
    born = when_of(record.patient.birth_date or "")
    return When(min(born.first, end) if born else EARLIEST, end)


def _written(record: Record) -> Iterator[str]:
    """Every date and period of the record, as written."""
    entries: tuple[Entry, ...] = (
        *(record.observations + record.assertions + record.courses + record.reviews),
        *(record.variants + record.phases),
    )
    for entry in entries:
        dates = [entry.date]
        if isinstance(entry, AssertionEntry):
            dates += [entry.recorded, entry.until]
        elif isinstance(entry, CourseEntry):
            dates += [entry.start, entry.end]
        yield from (one for one in dates if one)


def _events(record: Record, analytes: Mapping[str, Analyte], clocks: Clocks) -> Iterator[Event]:
    patient, source = record.patient, f"Patient/{record.patient.id}"
    born = when_of(patient.birth_date or "")
    if born is not None:
        yield Assertion(BIRTH, clocks.within(born), YES, source)
    if patient.sex is not None:
        sex = patient.sex if patient.sex in {"female", "male"} else None
        yield Assertion(SEX, When(clocks.first, clocks.first), sex, source)
    yield from _observations(record, analytes, clocks)
    for entry in record.assertions:
        yield from assertions_of(entry, clocks)
    yield from assertions_of_variants(record.variants, record.phases, clocks)
    yield from courses_of(record.courses, clocks)
    for entry in record.reviews:
        if LISTS.get(entry.status) is Use.USED:
            for concept in entry.concepts:
                yield Review(concept, clocks.happened(entry.date) or clocks.limits, entry.reference)


def _observations(
    record: Record, analytes: Mapping[str, Analyte], clocks: Clocks
) -> Iterator[Observation]:
    percentages: list[Observation] = []
    counted: set[tuple[str, When]] = set()
    once: set[tuple[object, ...]] = set()
    for entry in sorted(record.observations, key=lambda one: one.reference):
        analyte = analytes.get(entry.concept or "")
        if analyte is None:
            continue
        when = clocks.happened(entry.date) or clocks.limits
        found = observation_of(entry, analyte, when)
        if found is None:
            continue
        if entry.unusable is Reason.WRONG_UNIT:
            percentages.append(found)
            continue
        if found.unusable is None:
            counted.add((found.analyte, found.when))
            same = _identity(found, entry.date)
            if same in once:
                continue
            once.add(same)
        yield found
    yield from (one for one in percentages if (one.analyte, one.when) not in counted)


def _identity(found: Observation, date: str | None) -> tuple[object, ...]:
    """What two results share that are one result, sent by two systems (A287).

    Instants are compared in UTC. What is not exact to the day is never the same: it may have
    happened twice.
    """
    when = instant_of(date or "") or found.when
    alone = found.source if when.first_day != when.last_day else ""
    return found.analyte, when, found.low, found.high, alone
