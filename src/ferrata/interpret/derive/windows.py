"""Which events belong to a window: for certain, perhaps, or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ferrata.guideline.derivations import Anchor, Edge, Window
from ferrata.guideline.events import DAY, When


class Dated(Protocol):
    """Anything with a time."""

    @property
    def when(self) -> When: ...
    @property
    def source(self) -> str: ...


_D = TypeVar("_D", bound=Dated)


@dataclass(frozen=True, slots=True)
class Span:
    """A window laid on the calendar, in seconds: each edge lies between two, both included."""

    lower: tuple[int, int] | None
    upper: tuple[int, int]

    def certainly(self, when: When) -> bool:
        """Whether `when` is inside, wherever in its interval it lies; then it is perhaps, too."""
        after = self.lower is None or when.first >= self.lower[1]
        return after and when.last <= self.upper[0]

    def perhaps(self, when: When) -> bool:
        """Whether `when` can be inside."""
        after = self.lower is None or when.last >= self.lower[0]
        return after and when.first <= self.upper[1]

    def before(self, when: When) -> bool:
        """Whether `when` is certainly earlier than the window."""
        return self.lower is not None and when.last < self.lower[0]


def span(window: Window, on: int, start: When | None) -> Span | None:
    """Lay `window` on the calendar as of day `on`; None when it needs a course that never was."""

    def edge(one: Edge) -> tuple[int, int] | None:
        if one.anchor is Anchor.ON:
            return on + one.days, on + one.days
        if start is None:
            return None
        return start.first_day + one.days, start.last_day + one.days

    lower = None if window.lower is None else edge(window.lower)
    upper = edge(window.upper)
    if upper is None or (window.lower is not None and lower is None):
        return None
    if window.fresh is not None:
        oldest = on - window.fresh
        lower = (max(lower[0], oldest), max(lower[1], oldest)) if lower else (oldest, oldest)
    ends = (min(upper[0], on) + 1) * DAY - 1, (min(upper[1], on) + 1) * DAY - 1
    return Span(lower and (lower[0] * DAY, lower[1] * DAY), ends)


def newest(events: Iterable[_D]) -> _D | None:
    """Return the newest event; equal times are settled by source, so that order never matters."""
    return max(events, key=lambda event: (event.when.last, event.source), default=None)


def contenders(certain: Iterable[_D], possible: Iterable[_D]) -> tuple[_D, ...]:
    """Return the events that can be the latest: none is certainly later than one of them."""
    floor = max((event.when.first for event in certain), default=None)
    return tuple(event for event in possible if floor is None or event.when.last >= floor)
