"""How a feature comes from events, as of a day.

Each derivation is a value; `interpret.derive` computes it for one patient and
`interpret.population` as SQL. Windows are fixed and nothing is recursive, so both can. An event
whose date is not exact belongs to a window for certain, perhaps, or not at all; what is only
perhaps inside widens the answer and never settles it.

Sealed: a new derivation makes the type checker name every meaning that lacks it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from ferrata.guideline.errors import RuleError, UnitError
from ferrata.guideline.events import Analyte, Question, Sign, Treatment
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.units import Quantity, day, quantise
from ferrata.guideline.values import Option

if TYPE_CHECKING:
    from decimal import Decimal

    from ferrata.guideline.conditions import Condition, Operator


REVIEW_LASTS = 90 * day
"""How long a review speaks for what has no window of its own: ever, on treatment."""


class Anchor(StrEnum):
    """What a window's edge is counted from: the day asked about, or the start of the course."""

    ON = "on"
    START = "start"


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge of a window: `days` after its anchor (negative: before)."""

    anchor: Anchor
    days: int


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `lower` (None: ever) to `upper`, both included, and never after the day asked.

    `fresh` also shuts out what is more than so many days older than the day asked about.
    """

    lower: Edge | None
    upper: Edge
    fresh: int | None = None


def within(length: Quantity) -> Window:
    """The days from `length` before the day asked about until that day."""
    return Window(Edge(Anchor.ON, -_days(length)), Edge(Anchor.ON, 0))


def ever() -> Window:
    """Everything until the day asked about."""
    return Window(None, Edge(Anchor.ON, 0))


def before_start(length: Quantity) -> Window:
    """The days from `length` before the course began until the day it began."""
    return Window(Edge(Anchor.START, -_days(length)), Edge(Anchor.START, 0))


def since_start(after: Quantity = 0 * day, *, fresh: Quantity | None = None) -> Window:
    """The days from `after` after the course began until the day asked about, if `fresh`."""
    limit = None if fresh is None else _days(fresh)
    return Window(Edge(Anchor.START, _days(after)), Edge(Anchor.ON, 0), limit)


def _days(length: Quantity) -> int:
    days = length.to(day)
    if days.denominator != 1 or days < 0:
        raise UnitError(
            f"a window of {length} is not a whole number of days from 0 on",
            why="records know days; hours of a day are seldom recorded",
            write="a window such as 14 * day",
        )
    return int(days)


class Pick(StrEnum):
    """Which of the values in a window."""

    LATEST = "latest"
    LOWEST = "lowest"
    HIGHEST = "highest"


@dataclass(frozen=True, slots=True)
class Measured:
    """The latest, lowest or highest value of an analyte in a window."""

    pick: Pick
    analyte: Analyte
    window: Window


@dataclass(frozen=True, slots=True)
class DaysWith:
    """On how many different days of a window a value beyond a threshold was measured.

    Records rarely hold every count, so the number is a lower bound, unless `silence` declares
    that what is not recorded did not happen.
    """

    analyte: Analyte
    operator: Operator
    threshold: Decimal
    window: Window
    silence: Assumption | None = None


@dataclass(frozen=True, slots=True)
class Asserted:
    """The newest assertion about a sign in a window: yes or no.

    Silence is unknown, unless a review covers it or `silence` declares it to mean no.
    """

    sign: Sign
    window: Window
    silence: Assumption | None = None


@dataclass(frozen=True, slots=True)
class EverAsserted:
    """A sign was asserted at least once, at any time; silence as in :class:`Asserted`."""

    sign: Sign
    silence: Assumption | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """The newest answer to a question in a window."""

    question: Question
    window: Window


@dataclass(frozen=True, slots=True)
class OnTreatment:
    """A course of the treatment goes on; of the vocabulary's own treatment when None.

    With `lasting`, a course counts as going on for so many days after its end.
    """

    treatment: Treatment | None = None
    silence: Assumption | None = None
    lasting: int = 0


@dataclass(frozen=True, slots=True)
class EverTreated:
    """A course of the treatment has begun; of the vocabulary's own treatment when None."""

    treatment: Treatment | None = None
    silence: Assumption | None = None


@dataclass(frozen=True, slots=True)
class DaysSinceStart:
    """Days since the newest course of the vocabulary's treatment began."""


@dataclass(frozen=True, slots=True)
class DaysSinceEnd:
    """Days since the last course of the vocabulary's treatment ended; unknown while one goes on."""


@dataclass(frozen=True, slots=True)
class DaysSince:
    """Days since a sign was last asserted: since birth, since an operation."""

    sign: Sign


@dataclass(frozen=True, slots=True)
class Cases:
    """The option of the first case whose condition holds; unknown while an earlier one is."""

    cases: tuple[tuple[Condition, Option], ...]


@dataclass(frozen=True, slots=True)
class Holds:
    """A finding that is so when a condition over other features holds."""

    condition: Condition


Derivation: TypeAlias = (
    Measured
    | DaysWith
    | Asserted
    | EverAsserted
    | Stated
    | OnTreatment
    | EverTreated
    | DaysSinceStart
    | DaysSinceEnd
    | DaysSince
    | Cases
    | Holds
)


def latest(analyte: Analyte, window: Window) -> Measured:
    """The latest value in `window`; between two bounds when which one is latest is not certain."""
    return Measured(Pick.LATEST, analyte, window)


def lowest(analyte: Analyte, window: Window) -> Measured:
    """The lowest value in `window`."""
    return Measured(Pick.LOWEST, analyte, window)


def highest(analyte: Analyte, window: Window) -> Measured:
    """The highest value in `window`."""
    return Measured(Pick.HIGHEST, analyte, window)


def days_with(
    analyte: Analyte,
    operator: Operator,
    threshold: Quantity,
    window: Window,
    silence: Assumption | None = None,
) -> DaysWith:
    """On how many different days of `window` the analyte was beyond `threshold`."""
    value = quantise(threshold.to(analyte.unit))
    if value not in analyte.plausible:
        raise RuleError(
            f"{analyte.label} {operator} {threshold} lies outside {analyte.plausible}",
            why="no plausible value crosses it",
            write=f"a threshold from {analyte.plausible}",
        )
    return DaysWith(analyte, operator, value, window, silence)
