"""What makes an answer from a record unsafe, whichever format it came in."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.guideline.events import When
from ferrata.record.dates import lies_after, when_of
from ferrata.record.messages import cannot_read, refuse
from ferrata.record.model import Record

OLDEST = 130
"""Years. Nobody has lived longer."""

_WITHDRAWN = frozenset({"entered-in-error", "cancelled"})
_DONE = frozenset({"MedicationAdministration", "MedicationDispense"})
"""What is recorded when it is done; an order or a statement may begin later."""


def day_received(record: Record) -> int:
    """Return the day on which `record` was received, counted from 1970-01-01.

    Raises:
        RecordError: when it is not one day.
    """
    when: When | None = when_of(record.received)
    if when is None or when.first_day != when.last_day:
        raise cannot_read(
            f"received on {record.received!r}",
            where="received",
            why="the day of receipt bounds every date that is not exact",
            do='a day such as "2026-11-20"',
        )
    return when.first_day


def refuse_unsafe(record: Record) -> None:
    """Check the patient's birth and every date of what has happened.

    Planned dates may lie ahead: the start and end of an order, and what has only been intended.

    Raises:
        RecordError: when the day of receipt is no date.
        Refusal: when the patient is not born yet or older than anyone, or something happened
            after the record was received.
    """
    received = day_received(record)
    _check_birth(record, received)
    for reference, what, text in _happened(record):
        for side in text.split("/"):
            if lies_after(side, received):
                raise refuse(
                    f"{what} is {side}, after the record was received on {record.received}",
                    where=reference,
                    why="a clock or a date is wrong, so no date here can be trusted",
                    do="correct the date, or give the day on which the record was received",
                )


def _check_birth(record: Record, received: int) -> None:
    born = when_of(record.patient.birth_date or "")
    if born is None:
        return
    where = f"Patient/{record.patient.id}"
    if born.first_day > received:
        raise refuse(
            f"born on {record.patient.birth_date}, after the record was received",
            where=where,
            why="age decides doses",
            do="correct the date of birth",
        )
    if (received - born.last_day) / 365.25 > OLDEST:
        raise refuse(
            f"born on {record.patient.birth_date}, more than {OLDEST} years ago",
            where=where,
            why="age decides doses, and the century seems wrong",
            do="correct the date of birth",
        )


def _happened(record: Record) -> Iterator[tuple[str, str, str]]:
    """Every date of something that has happened: which entry, what, and the date as written."""
    for result in (*record.observations, *record.variants, *record.phases):
        if result.date and result.status not in _WITHDRAWN:
            yield result.reference, "the date", result.date
    for said in record.assertions:
        if said.status in _WITHDRAWN or said.verification in _WITHDRAWN:
            continue
        dates = {"the date": said.date, "recorded": said.recorded, "the end": said.until}
        for what, text in dates.items():
            if text:
                yield said.reference, what, text
    for course in record.courses:
        if course.status in _WITHDRAWN:
            continue
        if course.date:
            yield course.reference, "the date", course.date
        if course.start and course.resource in _DONE:
            yield course.reference, "the start", course.start
    for review in record.reviews:
        if review.date and review.status not in _WITHDRAWN:
            yield review.reference, "the date", review.date
