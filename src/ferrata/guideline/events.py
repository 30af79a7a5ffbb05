"""What a record offers a guideline: observations, assertions, courses of treatment, reviews.

Times are intervals of seconds, local as written, because records know dates as exactly as
"October 2020" or "3 October, 10:22". Nothing here knows the medicine: concepts are arguments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias, TypeVar

from ferrata.guideline.units import Quantity, Range, Unit
from ferrata.guideline.values import Option, Reason

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Analyte:
    """Something measured as a number."""

    id: str
    label: str
    unit: Unit
    plausible: Range
    molar_mass: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that a record may assert or refute: a finding, a condition, a procedure done."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something with one of several answers."""

    id: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Treatment:
    """A drug, by ingredient, or another treatment that is given in courses."""

    id: str
    label: str


Concept: TypeAlias = Analyte | Sign | Question | Treatment


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A time known to lie between two seconds since 1970-01-01, both included."""

    first: int
    last: int

    @classmethod
    def day(cls, day: int) -> When:
        """Return the whole of one day, counted from 1970-01-01."""
        return cls(day * DAY, day * DAY + DAY - 1)

    @property
    def first_day(self) -> int:
        return self.first // DAY

    @property
    def last_day(self) -> int:
        return self.last // DAY


@dataclass(frozen=True, slots=True)
class Observation:
    """A measured number between `low` and `high` in its analyte's unit, or why there is none."""

    analyte: str
    when: When
    low: Decimal | None
    high: Decimal | None
    unusable: Reason | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if (self.low is None) == (self.unusable is None) or (self.low is None) != (
            self.high is None
        ):
            raise ValueError(f"{self.source or self.analyte}: give both bounds, or why not")


YES, NO = "yes", "no"
"""What an assertion says of a sign."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What somebody said of a sign (`yes`, `no`) or a question (an option); None if unreadable."""

    about: str
    when: When
    value: str | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class TreatmentCourse:
    """A course of treatment. `end` is None while it goes on; `treatment` None if unreadable."""

    treatment: str | None
    start: When
    end: When | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Somebody reviewed all that there is about a concept: what is not recorded is absent."""

    about: str
    when: When
    source: str = ""


Event: TypeAlias = Observation | Assertion | TreatmentCourse | Review

_E = TypeVar("_E", Observation, Assertion, Review)


@dataclass(frozen=True, slots=True)
class Events:
    """All events of one patient, by concept. Make it with :meth:`of`; order never matters."""

    observations: Mapping[str, tuple[Observation, ...]] = field(
        default_factory=dict[str, tuple[Observation, ...]]
    )
    assertions: Mapping[str, tuple[Assertion, ...]] = field(
        default_factory=dict[str, tuple[Assertion, ...]]
    )
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict[str, tuple[Review, ...]])
    courses: tuple[TreatmentCourse, ...] = ()

    @classmethod
    def of(cls, events: Iterable[Event]) -> Events:
        """Group `events`; the same event twice counts once."""
        once = dict.fromkeys(events)
        return cls(
            _grouped((e.analyte, e) for e in once if isinstance(e, Observation)),
            _grouped((e.about, e) for e in once if isinstance(e, Assertion)),
            _grouped((e.about, e) for e in once if isinstance(e, Review)),
            tuple(
                sorted(
                    (e for e in once if isinstance(e, TreatmentCourse)),
                    key=lambda c: (c.start, c.treatment or "", c.source, repr(c)),
                )
            ),
        )


def _grouped(pairs: Iterable[tuple[str, _E]]) -> dict[str, tuple[_E, ...]]:
    groups: defaultdict[str, list[_E]] = defaultdict(list)
    for key, event in pairs:
        groups[key].append(event)
    return {key: tuple(sorted(events, key=_place)) for key, events in groups.items()}


def _place(event: Observation | Assertion | Review) -> tuple[int, int, str, str]:
    """Where an event stands among those of its concept; what it says settles what is left."""
    said = ""
    if isinstance(event, Observation):
        said = f"{event.low} {event.high} {event.unusable}"
    elif isinstance(event, Assertion):
        said = event.value or ""
    return event.when.first, event.when.last, event.source, said
