"""The clocks of one record: when each of its dates was, so that the true order is never lost.

The rule (A285): days and hours count as written, on the clock of whoever wrote them. Where two
instants with offsets stand the other way round on their clocks than in truth, the later one is
taken to reach up to what the earlier one's clock showed. So neither is certainly the latest, and
whoever asks for the latest value gets the hull of both. Nothing moves to another day's window for
certain, and what has no offset is compared as it was written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from ferrata.guideline.events import When
from ferrata.record.dates import instant_of, period_of, when_of


class Clocks:
    """When the dates of a record were; nothing reaches beyond the day of receipt.

    `limits` reaches from the patient's birth, or the earliest date of all, to the end of the day
    on which the record was received. `written` are the record's dates and periods as text.
    """

    def __init__(self, limits: When, written: Iterable[str] = ()) -> None:
        self.limits = limits
        self._reach = _reaches({side for text in written for side in text.split("/")})

    @property
    def first(self) -> int:
        """The first second that what is undated can mean."""
        return self.limits.first

    @property
    def last(self) -> int:
        """The last second of the day of receipt."""
        return self.limits.last

    def when(self, text: str | None) -> When | None:
        """Return when `text` was; None when it is missing or nonsense. Plans may lie ahead."""
        when = period_of(text, end=self.last)
        if when is None or not text:
            return None
        return When(when.first, max(when.last, self._reach.get(text.rpartition("/")[2], when.last)))

    def happened(self, text: str | None) -> When | None:
        """Return when what has happened was, which is not after the day of receipt."""
        when = self.when(text)
        return when and self.within(when)

    def within(self, when: When) -> When:
        """Return `when`, as far as it is not after the day of receipt."""
        return When(min(when.first, self.last), min(when.last, self.last))


def _reaches(texts: set[str]) -> dict[str, int]:
    """The last local second of each instant that a clock elsewhere could make look too early."""
    instants = [
        (true, local, text)
        for text in texts
        if (true := instant_of(text)) is not None and (local := when_of(text)) is not None
    ]
    if len({true.first - local.first for true, local, _ in instants}) < 2:
        return {}
    instants.sort()
    began = [true.first for true, _, _ in instants]
    latest = list(accumulate((local.last for _, local, _ in instants), max))
    reached = {
        text: (latest[bisect_right(began, true.last) - 1], local.last)
        for true, local, text in instants
    }
    return {text: reach for text, (reach, own) in reached.items() if reach > own}
