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
from ferrata.record.courses import courses_of
from ferrata.record.dates import EARLIEST, period_of, when_of
from ferrata.record.measurements import observation_of
from ferrata.record.model import Record
from ferrata.record.safety import day_received, refuse_unsafe
from ferrata.record.statuses import LISTS, Use
from ferrata.record.variants import assertions_of_variants

BIRTH, SEX = "birth", "sex"
"""The ids of the sign and the question that the patient's own fields answer."""


def events_of(record: Record, analytes: Mapping[str, Analyte]) -> Events:
    """Return the events of `record`, numbers in the units of `analytes` (by concept id).

    Observations: final, amended, corrected and preliminary results are used; registered,
    cancelled and entered-in-error ones give nothing; any other or no status is unreadable. A
    percentage is no result of its own once a count of the same analyte and time is usable.
    Conditions, procedures, medications, genes: see `assertions`, `courses`, `variants`. Times
    without a date reach from birth to the day the record was received, and nothing reaches beyond
    that day.

    What is measured and not among `analytes` gives no event, because nobody asks about it.

    Raises:
        RecordError: when the day of receipt is no date.
        Refusal: when a date lies after the day of receipt, or the patient is not born yet.
    """
    refuse_unsafe(record)
    limits = _limits(record)
    return Events.of(_events(record, analytes, limits))


def _limits(record: Record) -> When:
    end = day_received(record) * DAY + DAY - 1
    born = when_of(record.patient.birth_date or "")
    return When(min(born.first, end) if born else EARLIEST, end)


def _events(record: Record, analytes: Mapping[str, Analyte], limits: When) -> Iterator[Event]:
    patient, source = record.patient, f"Patient/{record.patient.id}"
    born = when_of(patient.birth_date or "")
    if born is not None:
        yield Assertion(BIRTH, When(born.first, min(born.last, limits.last)), YES, source)
    if patient.sex is not None:
        sex = patient.sex if patient.sex in {"female", "male"} else None
        yield Assertion(SEX, When(limits.first, limits.first), sex, source)
    yield from _observations(record, analytes, limits)
    for entry in record.assertions:
        yield from assertions_of(entry, limits)
    yield from assertions_of_variants(record.variants, record.phases, limits)
    yield from courses_of(record.courses, limits)
    for entry in record.reviews:
        if LISTS.get(entry.status) is Use.USED:
            for concept in entry.concepts:
                yield Review(concept, _when(entry.date, limits), entry.reference)


def _observations(
    record: Record, analytes: Mapping[str, Analyte], limits: When
) -> Iterator[Observation]:
    percentages: list[Observation] = []
    counted: set[tuple[str, When]] = set()
    for entry in record.observations:
        analyte = analytes.get(entry.concept or "")
        if analyte is None:
            continue
        found = observation_of(entry, analyte, _when(entry.date, limits))
        if found is None:
            continue
        if entry.unusable is Reason.WRONG_UNIT:
            percentages.append(found)
            continue
        if found.unusable is None:
            counted.add((found.analyte, found.when))
        yield found
    yield from (one for one in percentages if (one.analyte, one.when) not in counted)


def _when(date: str | None, limits: When) -> When:
    when = period_of(date, end=limits.last)
    if when is None:
        return limits
    return When(min(when.first, limits.last), min(when.last, limits.last))
