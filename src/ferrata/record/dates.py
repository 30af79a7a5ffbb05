"""Dates as written, turned into intervals of local seconds.

A date is as exact as its author was: "2020", "2020-10", "2020-10-03", or an instant. The time of
day counts as written, on the wall clock of whoever wrote it; the offset stays in the entry's text.
Two dates joined by a slash are a period ("2020-10-03/2020-10-09"); either side may be missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

from ferrata.guideline.events import DAY, When

_DATE = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_EPOCH = date(1970, 1, 1).toordinal()
EARLIEST = (date(1900, 1, 1).toordinal() - _EPOCH) * DAY
"""What is undated happened after this second, at least."""

_HOUR = 3600
_FARTHEST_WEST, _FARTHEST_EAST = 12 * _HOUR, 14 * _HOUR


@lru_cache(maxsize=8192)
def when_of(text: str) -> When | None:
    """Return the interval of seconds that a date or instant means, None for nonsense.

    Refused: days that no calendar has, hours beyond 23, two-digit years, other orders of day and
    month, years before 1000.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    try:
        if month is None:
            first, last = _day(year, 1, 1), _day(year, 12, 31)
        elif day is None:
            first = _day(year, month, 1)
            following = (int(year), int(month) + 1) if int(month) < 12 else (int(year) + 1, 1)
            last = _day(*following, 1) - 1
        else:
            first = last = _day(year, month, day)
    except ValueError:
        return None
    if hour is None:
        return When(first * DAY, last * DAY + DAY - 1)
    # FHIR allows a leap second; it is counted to the second before it.
    seconds = min(int(second), 59) if second else 0
    if int(hour) > 23 or int(minute) > 59 or (second and int(second) > 60) or not _real(offset):
        return None
    start = first * DAY + int(hour) * 3600 + int(minute) * 60 + seconds
    return When(start, start if second else start + 59)


def _day(year: str | int, month: str | int, day: str | int) -> int:
    if int(year) < 1000:
        raise ValueError
    return date(int(year), int(month), int(day)).toordinal() - _EPOCH


def _real(offset: str | None) -> bool:
    if offset is None or offset == "Z":
        return True
    return int(offset[1:3]) * 60 + int(offset[4:]) <= 14 * 60 and int(offset[4:]) < 60


def period_of(text: str | None, *, end: int) -> When | None:
    """Return the interval of a date or a period; an open side reaches `EARLIEST` or `end`.

    None when `text` is missing or any part of it is nonsense.
    """
    if not text:
        return None
    if "/" not in text:
        return when_of(text)
    left, _, right = text.partition("/")
    start = when_of(left) if left else When(EARLIEST, EARLIEST)
    stop = when_of(right) if right else When(end, end)
    if start is None or stop is None or not (left or right):
        return None
    return When(start.first, max(start.first, stop.last)) if start.first <= stop.last else None


def lies_after(text: str, day: int) -> bool:
    """Return whether the whole of `text` lies after `day` (since 1970-01-01) wherever that was.

    An instant with an offset is compared as an instant, because "tomorrow, 02:00 UTC" may be
    tonight where the record was received. Nonsense does not lie after anything.
    """
    when = when_of(text)
    if when is None or when.first_day <= day:
        return False
    instant = instant_of(text)
    return instant is None or instant.first > (day + 1) * DAY - 1 + _FARTHEST_WEST


def instant_of(text: str) -> When | None:
    """Return the interval of seconds in UTC of an instant with an offset; None for all else."""
    when = when_of(text)
    offset = None if when is None else _offset(text)
    if when is None or offset is None:
        return None
    return When(when.first - offset, when.last - offset)


def _offset(text: str) -> int | None:
    """The seconds that the clock of an instant is ahead of UTC, None where it does not say."""
    clock = text.partition("T")[2]
    if clock.endswith("Z"):
        return 0
    if clock[-6:-5] not in {"+", "-"}:
        return None
    ahead = int(clock[-5:-3]) * _HOUR + int(clock[-2:]) * 60
    return ahead if clock[-6] == "+" else -ahead


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The seconds between two times, at least and at most; negative where the first is later."""

    shortest: int
    longest: int


def elapsed(first: str, last: str, *, zone: tzinfo | None = None) -> Elapsed | None:
    """Return the true time from `first` to `last`, dates or instants as written (A285).

    Exact when both have an offset: across a change of clocks 20:00 to 08:00 is 11 or 13 hours. What
    has none is read on the clock of `zone` if that is given. Otherwise two times without an offset
    were written on one clock, which may have been changed by an hour in between; beside one that
    has an offset, such a time lies anywhere from UTC-12 to UTC+14. A date without a time is any
    second of its day.

    None when either is no date or instant; a period is neither.
    """
    start, end = when_of(first), when_of(last)
    if start is None or end is None:
        return None
    begun, done = instant_of(first), instant_of(last)
    if zone is not None:
        begun, done = begun or _in_zone(start, zone), done or _in_zone(end, zone)
    if begun is None and done is None:
        return Elapsed(end.first - start.last - _HOUR, end.last - start.first + _HOUR)
    begun, done = begun or _anywhere(start), done or _anywhere(end)
    return Elapsed(done.first - begun.last, done.last - begun.first)


def _anywhere(when: When) -> When:
    """A local time of an unknown place, in UTC."""
    return When(when.first - _FARTHEST_EAST, when.last + _FARTHEST_WEST)


def _in_zone(when: When, zone: tzinfo) -> When:
    """A local time of `zone` in UTC; an hour that the clock shows twice is either of the two."""
    return When(min(_utc(when.first, zone)), max(_utc(when.last, zone)))


def _utc(second: int, zone: tzinfo) -> tuple[int, int]:
    local = datetime(1970, 1, 1) + timedelta(seconds=second)  # noqa: DTZ001
    early, late = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return int(early.timestamp()), int(late.timestamp())


def day_number(day: date) -> int:
    """Return `day` counted from 1970-01-01."""
    return day.toordinal() - _EPOCH
