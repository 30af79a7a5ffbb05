"""Dates as written, turned into intervals of local seconds.

A date is as exact as its author was: "2020", "2020-10", "2020-10-03", or an instant. The time of
day counts as written, on the wall clock of whoever wrote it; the offset stays in the entry's text.
Two dates joined by a slash are a period ("2020-10-03/2020-10-09"); either side may be missing.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ferrata.guideline.events import DAY, When

_DATE = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_EPOCH = date(1970, 1, 1).toordinal()
EARLIEST = (date(1900, 1, 1).toordinal() - _EPOCH) * DAY
"""What is undated happened after this second, at least."""

_FARTHEST_WEST = 12 * 3600


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
    offset = text.partition("T")[2]
    if offset.endswith("Z"):
        shift = 0
    elif offset[-6:-5] in {"+", "-"}:
        minutes = int(offset[-5:-3]) * 60 + int(offset[-2:])
        shift = minutes * 60 if offset[-6] == "+" else -minutes * 60
    else:
        return True
    return when.first - shift > (day + 1) * DAY - 1 + _FARTHEST_WEST


def day_number(day: date) -> int:
    """Return `day` counted from 1970-01-01."""
    return day.toordinal() - _EPOCH
