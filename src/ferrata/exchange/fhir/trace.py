"""What each resource of a bundle gave while it was read, so that nothing is lost in silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ferrata.exchange.fhir.bundle import Bundle, Item
from ferrata.record.model import (
    AssertionEntry,
    CourseEntry,
    ObservationEntry,
    PhaseEntry,
    Record,
    ReviewEntry,
    Unread,
    VariantEntry,
)

AnyEntry: TypeAlias = (
    ObservationEntry | AssertionEntry | CourseEntry | ReviewEntry | VariantEntry | PhaseEntry
)


@dataclass(slots=True)
class Given:
    """What one resource gave: entries and what could not be used, also a second time.

    `ignored`: it is of a type, or says something, that no guideline here asks about.
    """

    item: Item
    found: list[AnyEntry | Unread] = field(default_factory=list[AnyEntry | Unread])
    ignored: bool = False


@dataclass(slots=True)
class Trace:
    """What every resource gave, by the identity of the resource, and the bundle and its record."""

    given: dict[int, Given] = field(default_factory=dict[int, Given])
    bundle: Bundle | None = None
    record: Record | None = None

    def begin(self, item: Item) -> Given:
        """Return where what `item` gives is to be put."""
        return self.given.setdefault(id(item.resource), Given(item))
