"""Orders, statements, administrations and dispenses of drugs to courses of treatment.

The rule, declared once (A286):

- Entries of one ingredient are one course when they overlap for certain, or when one begins no
  later than the day after the other ended; next to an administration, no later than 31 days after,
  because some drugs are given weeks apart; and whenever one carries out what the other ordered.
- An active order or statement goes on. If its own planned end has passed, it may go on. So it does
  from the day on which another order took its place, or a later statement says that the drug is
  not taken.
- A completed, stopped or held one ended on the end it names, if that day has come; otherwise
  some time between its start and the day the record was received.
- Administrations end with the last one; if that was within 31 days of the day the record was
  received, the course may go on.
- What was dispensed, or is ordered only for when it is needed, is *perhaps* taken: from then until
  the planned end of the supply and as long again, at least 31 days; without a number of days until
  the day of receipt. Beside a course that is certain it may widen its start and its end, not past
  the day on which somebody stopped it. Alone it is a course whose start and end are unknown, which
  may not even have begun: so it never counts as absent, and what came of it cannot be told.
- What is on the record with a status that says nothing, or of a drug that could not be
  identified, is a course of an unknown treatment.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ferrata.guideline.events import DAY, TreatmentCourse, When
from ferrata.record.clocks import Clocks
from ferrata.record.model import CourseEntry
from ferrata.record.stretches import Stretch, contrary, stretch_of

ADMINISTRATIONS_APART = 31 * DAY
"""Seconds between two administrations of one course, at most."""


def courses_of(entries: Iterable[CourseEntry], clocks: Clocks) -> list[TreatmentCourse]:
    """Return the courses that `entries` describe."""
    once = list(dict.fromkeys(entries))
    against = contrary(once, clocks)
    by_treatment: defaultdict[str | None, list[Stretch]] = defaultdict(list)
    for entry in once:
        stretch = stretch_of(entry, against, clocks)
        if stretch is not None:
            by_treatment[stretch.treatment].append(stretch)
    unknown = by_treatment.pop(None, [])
    known = [one for group in by_treatment.values() for one in _merged(group, clocks)]
    return [
        TreatmentCourse(one.treatment, one.start, one.end, _source(one.sources))
        for one in (*known, *unknown)
    ]


def _merged(group: list[Stretch], clocks: Clocks) -> list[Stretch]:
    """The courses of one treatment: the certain ones, widened by the others, and what is left."""
    sure = _joined([one for one in group if not one.perhaps], clocks)
    sure.sort(key=lambda one: (one.start, one.sources))
    begun = [one.start.first for one in sure]
    far = _furthest(sure)
    tied = {tie: index for index, one in enumerate(sure) for tie in one.ties}
    left: list[Stretch] = []
    for one in _in_order([one for one in group if one.perhaps], clocks):
        until = bisect_right(begun, one.start.last)
        index = next((tied[tie] for tie in sorted(one.ties) if tie in tied), None)
        if index is None and until and _reaches(sure[far[until - 1]], one):
            index = far[until - 1]
        if index is None:
            left.append(one)
        else:
            sure[index] = _widened(sure[index], one)
    last = begun[-1] if begun else None
    perhaps = [_unsure(one, last, clocks) for one in _together(left)]
    return [*(_perhaps_going_on(one, clocks) for one in sure), *perhaps]


def _furthest(group: list[Stretch]) -> list[int]:
    """Of the courses up to each, which reaches furthest for certain."""
    found: list[int] = []
    for index, one in enumerate(group):
        before = found[-1] if found else index
        found.append(index if _key(one) > _key(group[before]) else before)
    return found


def _in_order(group: list[Stretch], clocks: Clocks) -> list[Stretch]:
    today = When(clocks.last, clocks.last)
    return sorted(group, key=lambda one: (one.start, one.end or today, one.sources))


def _key(one: Stretch) -> tuple[bool, int]:
    """How far a stretch reaches for certain."""
    return one.end is None, 0 if one.end is None else one.end.first_day


def _joined(group: list[Stretch], clocks: Clocks) -> list[Stretch]:
    """Join what is certain, each to what it is tied to, else to what reaches furthest."""
    found: list[Stretch] = []
    tied: dict[str, int] = {}
    furthest: int | None = None
    given: int | None = None  # the furthest of those that were given

    for one in _in_order(group, clocks):
        index = next((tied[tie] for tie in sorted(one.ties) if tie in tied), None)
        for other in (furthest, given):
            if index is None and other is not None and _continues(one, found[other]):
                index = other
        if index is None:
            index = len(found)
            found.append(one)
        else:
            found[index] = _union(found[index], one)
        tied.update(dict.fromkeys(one.ties, index))
        if furthest is None or _key(found[index]) > _key(found[furthest]):
            furthest = index
        if found[index].given and (given is None or _key(found[index]) > _key(found[given])):
            given = index
    return found


def _continues(later: Stretch, earlier: Stretch) -> bool:
    if earlier.end is None:
        return True
    apart = ADMINISTRATIONS_APART if later.given or earlier.given else DAY
    # Whole days are compared, so that the hour of an administration does not matter.
    return later.start.last_day * DAY <= earlier.end.first_day * DAY + apart


def _union(earlier: Stretch, later: Stretch) -> Stretch:
    start = When(
        min(earlier.start.first, later.start.first), min(earlier.start.last, later.start.last)
    )
    end, stopped = None, False
    if earlier.end is not None and later.end is not None:
        end = When(max(earlier.end.first, later.end.first), max(earlier.end.last, later.end.last))
        stopped = later.stopped if later.end.last >= earlier.end.last else earlier.stopped
    return Stretch(
        earlier.treatment,
        start,
        end,
        earlier.sources + later.sources,
        earlier.ties | later.ties,
        earlier.given and later.given,
        stopped,
    )


def _reaches(sure: Stretch, perhaps: Stretch) -> bool:
    """Whether what was handed over may belong to a course that began before its supply ended."""
    return sure.end is None or perhaps.start.first_day <= sure.end.first_day + 1


def _widened(sure: Stretch, perhaps: Stretch) -> Stretch:
    """A course that may have begun or ended at what was perhaps taken beside it."""
    start = When(min(sure.start.first, perhaps.start.first), sure.start.last)
    end = sure.end
    if end is not None and not sure.stopped and perhaps.end is not None:
        end = When(end.first, max(end.last, perhaps.end.last))
    return replace(
        sure,
        start=start,
        end=end,
        sources=sure.sources + perhaps.sources,
        ties=sure.ties | perhaps.ties,
    )


def _together(group: list[Stretch]) -> list[Stretch]:
    """What was perhaps taken, one refill after the other, as one."""
    found: list[Stretch] = []
    for one in group:
        if found and one.start.first_day <= found[-1].start.last_day + 1:
            before = found.pop()
            window = When(before.start.first, max(before.start.last, one.start.last))
            sources = before.sources + one.sources
            found.append(replace(before, start=window, end=window, sources=sources))
        else:
            found.append(one)
    return found


def _unsure(one: Stretch, last: int | None, clocks: Clocks) -> Stretch:
    """Let what was perhaps taken begin after receipt, too, unless a certain course came later."""
    if last is not None and one.start.last < last:
        return one
    return replace(one, start=When(one.start.first, clocks.last + DAY))


def _perhaps_going_on(one: Stretch, clocks: Clocks) -> Stretch:
    recent = one.end is not None and one.end.last + ADMINISTRATIONS_APART >= clocks.last
    if one.given and one.end is not None and recent:
        return replace(one, end=When(one.end.first, clocks.last))
    return one


def _source(references: tuple[str, ...]) -> str:
    if len(references) <= 3:
        return ", ".join(references)
    return f"{references[0]} and {len(references) - 1} more"
