"""Each order, statement, administration and dispense as a stretch of time; see `courses`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ferrata.guideline.events import DAY, When
from ferrata.record.clocks import Clocks
from ferrata.record.model import CourseEntry
from ferrata.record.numbers import number_of
from ferrata.record.statuses import DISPENSES, MEDICATIONS, NO_ORDER, Use

SUPPLY_LASTS = 31 * DAY
"""Seconds for which a supply may be taken beyond its planned end, at least (A286)."""

_ACTIVE = frozenset({"active", "in-progress"})
_LONGEST_SUPPLY = 3650


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in which a treatment was taken, or perhaps was.

    `ties` are the references of what it is and what it carries out. `end` is None while it goes
    on. `given`: by administrations alone; `stopped`: somebody ended it on a named day.
    """

    treatment: str | None
    start: When
    end: When | None
    sources: tuple[str, ...]
    ties: frozenset[str] = frozenset()
    given: bool = False
    stopped: bool = False
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Contrary:
    """What speaks against an entry that says it goes on: denials by drug, orders in its place."""

    denied: dict[str, list[When]]
    replaced: dict[str, When]


def contrary(entries: Iterable[CourseEntry], clocks: Clocks) -> Contrary:
    """Return what `entries` say against each other."""
    found = Contrary({}, {})
    for entry in entries:
        start = clocks.happened(entry.start or entry.date) or clocks.limits
        if entry.status == "not-taken" and entry.concept and not entry.end:
            found.denied.setdefault(entry.concept, []).append(start)
        if entry.replaces and _use(entry) is Use.USED and entry.intent not in NO_ORDER:
            held = found.replaced.get(entry.replaces, start)
            found.replaced[entry.replaces] = max(start, held)
    return found


def stretch_of(entry: CourseEntry, against: Contrary, clocks: Clocks) -> Stretch | None:
    """Return the stretch that `entry` describes; None when it describes none."""
    use = _use(entry)
    if use is Use.NO_EVENT or entry.other or entry.intent in NO_ORDER:
        return None
    start = clocks.happened(entry.start or entry.date) or clocks.limits
    ties = frozenset({entry.reference, *entry.based_on})
    if entry.resource == "MedicationDispense":
        last = _supplied_until(start, days_of(entry), clocks)
        window = When(start.first, last)
        return Stretch(entry.concept, window, window, (entry.reference,), ties, perhaps=True)
    treatment = entry.concept if use is Use.USED else None
    end, stopped = _end(entry, use, start, clocks)
    if end is None:
        end = _doubted(entry, start, against, clocks)
    if entry.as_needed and entry.resource != "MedicationAdministration":
        window = When(start.first, clocks.last if end is None else max(end.last, start.first))
        return Stretch(treatment, window, window, (entry.reference,), ties, perhaps=True)
    given = entry.resource == "MedicationAdministration"
    return Stretch(treatment, start, end, (entry.reference,), ties, given, stopped)


def days_of(entry: CourseEntry) -> int | None:
    """Return for how many whole days a drug is or lasts, None where that is no sensible number."""
    number = number_of(entry.days or "")
    if number is None or number != int(number) or not 0 < number <= _LONGEST_SUPPLY:
        return None
    return int(number)


def _use(entry: CourseEntry) -> Use:
    table = DISPENSES if entry.resource == "MedicationDispense" else MEDICATIONS
    return table.get(entry.status, Use.UNREADABLE)


def _supplied_until(start: When, days: int | None, clocks: Clocks) -> int:
    """The last second at which something handed over may be taken."""
    if days is None:
        return clocks.last
    planned = start.last_day * DAY + days * DAY - 1
    return max(start.first, min(clocks.last, planned + max(days * DAY, SUPPLY_LASTS)))


def _end(entry: CourseEntry, use: Use, start: When, clocks: Clocks) -> tuple[When | None, bool]:
    """When an entry ended, as far as it says, and whether somebody stopped it on that day."""
    planned = clocks.when(entry.end) or _planned(entry, start)
    ended = planned if planned is not None and planned.first <= clocks.last else None
    open_end = When(start.first, clocks.last)
    if use is Use.UNREADABLE:
        return open_end, False
    if entry.status in _ACTIVE:
        passed = ended is not None and ended.last < clocks.last
        if ended is None or not passed:
            return None, False
        return clocks.within(When(max(ended.first, start.first), clocks.last)), False
    if entry.resource == "MedicationAdministration":
        end = clocks.within(ended or start)
    else:
        end = clocks.within(ended or open_end)
    if end.last < start.first:  # it ended before it began
        return open_end, False
    return end, entry.status == "stopped" and ended is not None


def _planned(entry: CourseEntry, start: When) -> When | None:
    """The last day of an order for so many days."""
    days = days_of(entry)
    if days is None:
        return None
    first, last = start.first_day + days - 1, start.last_day + days - 1
    return When(first * DAY, last * DAY + DAY - 1)


def _doubted(entry: CourseEntry, start: When, against: Contrary, clocks: Clocks) -> When | None:
    """The end of what goes on, where something later says that it may not: None where nothing."""
    doubts = [
        one.first for one in against.denied.get(entry.concept or "", ()) if start.last <= one.last
    ]
    instead = against.replaced.get(entry.reference)
    if instead is not None:
        doubts.append(instead.first)
    if entry.resource == "MedicationAdministration" or not doubts:
        return None
    return When(max(min(doubts), start.first), clocks.last)
