"""One decision of a record, and what was known by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ferrata.guideline.events import Events, Treatment, TreatmentCourse, When
from ferrata.plan.words import day_text


@dataclass(frozen=True, slots=True)
class Act:
    """One decision: when, what was done with which course, and what was known by then."""

    when: When
    stops: bool
    course: TreatmentCourse
    treatment: Treatment | None
    known: Events

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.when.first_day == self.when.last_day

    @property
    def date(self) -> str:
        """The day, or the span in which it lies."""
        first, last = day_text(self.when.first_day), day_text(self.when.last_day)
        assert first is not None
        return first if first == last else f"{first} to {last}"

    @property
    def label(self) -> str:
        """The treatment's name."""
        if self.treatment is not None:
            return self.treatment.label
        return self.course.treatment or "a drug that is not readable"


def acts(events: Events, names: dict[str, Treatment], last: int) -> Iterator[Act]:
    """Yield every start and end of a course up to day `last`, oldest first."""
    found = [
        *((one.start, False, one) for one in events.courses),
        *((one.end, True, one) for one in events.courses if one.end is not None),
    ]
    for when, stops, course in sorted(found, key=lambda one: (one[0], one[1], one[2].source)):
        if when.first_day <= last:
            known = _known_then(events, when, course, stops=stops)
            yield Act(when, stops, course, names.get(course.treatment or ""), known)


def _known_then(events: Events, when: When, decided: TreatmentCourse, *, stops: bool) -> Events:
    """The events without what began on the day; the course that was stopped still goes on."""
    courses = tuple(
        replace(one, end=None) if one is decided else one
        for one in events.courses
        if one.start.last_day < when.first_day and (one is not decided or stops)
    )
    return replace(events, courses=courses)
