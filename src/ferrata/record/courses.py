"""Orders, statements and administrations of drugs to courses of treatment.

The rule, declared once:

- Entries of one ingredient are one course when they overlap for certain, or when one begins no
  later than the day after the other ended; next to an administration, no later than 31 days after,
  because some drugs are given weeks apart.
- An active order or statement goes on. If its own planned end has passed, it may go on.
- A completed, stopped or held one ended on the end it names, if that day has come; otherwise
  some time between its start and the day the record was received.
- Administrations end with the last one; if that was within 31 days of the day the record was
  received, the course may go on.
- What is on the record with a status that says nothing, or of a drug that could not be
  identified, is a course of an unknown treatment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ferrata.guideline.events import DAY, TreatmentCourse, When
from ferrata.record.dates import period_of
from ferrata.record.model import CourseEntry
from ferrata.record.statuses import MEDICATIONS, NO_ORDER, Use

ADMINISTRATIONS_APART = 31 * DAY
"""Seconds between two administrations of one course, at most."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    treatment: str | None
    start: When
    end: When | None
    sources: tuple[str, ...]
    given: bool  # by an administration


def courses_of(entries: Iterable[CourseEntry], limits: When) -> list[TreatmentCourse]:
    """Return the courses that `entries` describe.

    `limits` reaches from the patient's birth, or the earliest date of all, to the end of the day
    on which the record was received.
    """
    by_treatment: defaultdict[str | None, list[_Stretch]] = defaultdict(list)
    for entry in dict.fromkeys(entries):
        stretch = _stretch(entry, limits)
        if stretch is not None:
            by_treatment[stretch.treatment].append(stretch)
    unknown = by_treatment.pop(None, [])
    known = [one for group in by_treatment.values() for one in _merged(group, limits)]
    return [
        TreatmentCourse(one.treatment, one.start, one.end, _source(one.sources))
        for one in (*known, *unknown)
    ]


def _stretch(entry: CourseEntry, limits: When) -> _Stretch | None:
    use = MEDICATIONS.get(entry.status, Use.UNREADABLE)
    if use is Use.NO_EVENT or entry.other or entry.intent in NO_ORDER:
        return None
    given = entry.resource == "MedicationAdministration"
    start = _within(period_of(entry.start or entry.date, end=limits.last), limits) or limits
    planned = period_of(entry.end, end=limits.last)
    ended = planned if planned is not None and planned.first <= limits.last else None
    open_end = When(start.first, limits.last)
    end: When | None
    if use is Use.UNREADABLE:
        end = open_end
    elif entry.status in {"active", "in-progress"}:
        passed = ended is not None and ended.last < limits.last
        end = When(max(ended.first, start.first), limits.last) if ended and passed else None
    elif given:
        end = ended or start
    else:
        end = ended or open_end
    treatment = entry.concept if use is Use.USED else None
    end = _within(end, limits)
    if end is not None and end.last < start.first:  # it ended before it began
        end = open_end
    return _Stretch(treatment, start, end, (entry.reference,), given)


def _within(when: When | None, limits: When) -> When | None:
    if when is None:
        return None
    return When(min(when.first, limits.last), min(when.last, limits.last))


def _merged(group: list[_Stretch], limits: When) -> list[_Stretch]:
    found: list[_Stretch] = []
    for one in sorted(
        group, key=lambda s: (s.start, s.end or When(limits.last, limits.last), s.sources)
    ):
        for index, other in enumerate(found):
            if _continues(one, other):
                found[index] = _union(other, one)
                break
        else:
            found.append(one)
    return [_perhaps_going_on(one, limits) for one in found]


def _continues(later: _Stretch, earlier: _Stretch) -> bool:
    if earlier.end is None:
        return True
    apart = ADMINISTRATIONS_APART if later.given or earlier.given else DAY
    # Whole days are compared, so that the hour of an administration does not matter.
    return later.start.last_day * DAY <= earlier.end.first_day * DAY + apart


def _union(earlier: _Stretch, later: _Stretch) -> _Stretch:
    start = When(
        min(earlier.start.first, later.start.first), min(earlier.start.last, later.start.last)
    )
    end = None
    if earlier.end is not None and later.end is not None:
        end = When(max(earlier.end.first, later.end.first), max(earlier.end.last, later.end.last))
    return _Stretch(
        earlier.treatment,
        start,
        end,
        earlier.sources + later.sources,
        earlier.given and later.given,
    )


def _perhaps_going_on(one: _Stretch, limits: When) -> _Stretch:
    recent = one.end is not None and one.end.last + ADMINISTRATIONS_APART >= limits.last
    if one.given and one.end is not None and recent:
        return replace(one, end=When(one.end.first, limits.last))
    return one


def _source(references: tuple[str, ...]) -> str:
    if len(references) <= 3:
        return ", ".join(references)
    return f"{references[0]} and {len(references) - 1} more"
