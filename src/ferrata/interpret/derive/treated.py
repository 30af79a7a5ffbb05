"""Courses of treatment: going on, ever begun, and how long ago."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ferrata.guideline.events import Review, TreatmentCourse, When
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.units import quantise
from ferrata.guideline.values import FeatureValue, Known, Reason, Unknown, number
from ferrata.interpret.derive.said import absent


class Courses:
    """The courses of one treatment that a record knows as of day `on`.

    A course whose drug cannot be read may be of this treatment: it never proves a course, and it
    never lets one count as absent. It does not unsettle which of the readable courses is the
    newest; the plan lists it among what was not used, and replay widens the stages for it.
    """

    def __init__(self, courses: Sequence[TreatmentCourse], treatment: str, on: int) -> None:
        begun = [course for course in courses if course.start.first_day <= on]
        self.own = [course for course in begun if course.treatment == treatment]
        self.unreadable = [course for course in begun if course.treatment is None]
        self.on = on

    def start(self) -> When | Unknown:
        """Return when the newest course began, or why that is not known."""
        last = max(self.own, key=lambda one: (one.start.first, one.start.last), default=None)
        if last is None:
            return Unknown(Reason.NEVER_RECORDED)
        rivals = [one for one in self.own if one.start.last_day > last.start.first_day]
        if last.start.last_day > self.on or any(one.start != last.start for one in rivals):
            return Unknown(Reason.UNDATED, last.start.last_day, last.source)
        return last.start

    def going_on(
        self, reviews: Sequence[Review], silence: Assumption | None, lasting: int = 0
    ) -> FeatureValue:
        """Return whether a course goes on; its last day, and `lasting` days after, belong to it."""
        since = self.on - lasting
        going = [one for one in self.own if one.end is None or one.end.last_day >= since]
        for one in going:
            if one.start.last_day <= self.on and (one.end is None or one.end.first_day >= since):
                return Known(True, one.start.last_day, one.source)
        if going:
            return Unknown(Reason.UNDATED, going[-1].start.last_day, going[-1].source)
        unread = [one for one in self.unreadable if one.end is None or one.end.last_day >= since]
        if unread:
            return Unknown(Reason.UNREADABLE, unread[-1].start.last_day, unread[-1].source)
        if self.own:
            return Known(False, self.own[-1].start.last_day, self.own[-1].source)
        return absent(reviews, self.on, silence)

    def ever(self, reviews: Sequence[Review], silence: Assumption | None) -> FeatureValue:
        """Return whether a course has begun."""
        for one in self.own:
            if one.start.last_day <= self.on:
                return Known(True, one.start.last_day, one.source)
        for one, reason in (
            *((one, Reason.UNDATED) for one in self.own),
            *((one, Reason.UNREADABLE) for one in self.unreadable),
        ):
            return Unknown(reason, one.start.last_day, one.source)
        return absent(reviews, self.on, silence)

    def days_since_start(self) -> FeatureValue:
        """Return the days since the newest course began."""
        start = self.start()
        return start if isinstance(start, Unknown) else self._ago(start)

    def days_since_end(self) -> FeatureValue:
        """Return the days since the last course ended; unknown while one may go on."""
        ends = [one.end for one in self.own if one.end is not None and one.end.last_day < self.on]
        if not self.own:
            return Unknown(Reason.NEVER_RECORDED)
        if len(ends) < len(self.own):
            return Unknown(Reason.UNDETERMINED)
        return self._ago(When(max(e.first for e in ends), max(e.last for e in ends)))

    def _ago(self, when: When) -> FeatureValue:
        return number(
            quantise(Decimal(self.on - when.last_day)),
            quantise(Decimal(self.on - when.first_day)),
            when.last_day,
            "",
        )
