"""Which rows belong to a window: for certain, perhaps, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from ferrata.guideline.derivations import Anchor, Edge, Window
from ferrata.interpret.population.expressions import (
    NEVER,
    And,
    AsOf,
    Expression,
    Literal,
    Minus,
    Newest,
    Plus,
)
from ferrata.interpret.population.queries import (
    Scan,
)
from ferrata.interpret.population.reading import (
    compare,
    when,
)
from ferrata.interpret.population.tables import column

ON = AsOf()


@dataclass(frozen=True, slots=True)
class Start:
    """When the newest course of a treatment began, per patient; `why` when that is not known."""

    first_day: Expression
    last_day: Expression
    why: Expression


@dataclass(frozen=True, slots=True)
class Span:
    """A window laid on the calendar: each edge lies between two days, both included."""

    lower: tuple[Expression, Expression] | None
    upper: tuple[Expression, Expression]

    def certainly(self, table: str) -> Expression:
        """A row is inside, whichever day it means."""
        first, last = column(table, "first_day"), column(table, "last_day")
        inside = compare(last, "<=", self.upper[0])
        if self.lower is None:
            return inside
        return And((compare(first, ">=", self.lower[1]), inside))

    def perhaps(self, table: str) -> Expression:
        """A row can be inside."""
        first, last = column(table, "first_day"), column(table, "last_day")
        inside = compare(first, "<=", self.upper[1])
        if self.lower is None:
            return inside
        return And((compare(last, ">=", self.lower[0]), inside))

    def before(self, table: str) -> Expression:
        """A row is earlier than the window, whichever day it means."""
        if self.lower is None:
            return NEVER
        return compare(column(table, "last_day"), "<", self.lower[0])


def span(window: Window, start: Start | None) -> Span | None:
    """Lay `window` on the calendar; None when it needs a course and there is none to need."""

    def edge(one: Edge) -> tuple[Expression, Expression] | None:
        days = Literal(one.days)
        if one.anchor is Anchor.ON:
            return Plus(ON, days), Plus(ON, days)
        if start is None:
            return None
        return Plus(start.first_day, days), Plus(start.last_day, days)

    lower = None if window.lower is None else edge(window.lower)
    upper = edge(window.upper)
    if upper is None or (window.lower is not None and lower is None):
        return None
    if window.fresh is not None:
        oldest = Plus(ON, Literal(-window.fresh))
        lower = (
            (oldest, oldest)
            if lower is None
            else (_not_before(lower[0], oldest), _not_before(lower[1], oldest))
        )
    return Span(lower, (_until_on(upper[0]), _until_on(upper[1])))


def counts_from_start(window: Window) -> bool:
    """Whether an edge of `window` is counted from the start of a course."""
    edges = (window.lower, window.upper)
    return any(edge is not None and edge.anchor is Anchor.START for edge in edges)


def _not_before(day: Expression, oldest: Expression) -> Expression:
    """The later of two days; NULL stays NULL, so that a course that never was opens no window."""
    return when((compare(oldest, ">", day), oldest), otherwise=day)


def _until_on(day: Expression) -> Expression:
    if isinstance(day, Plus) and day.left == ON and isinstance(day.right, Literal):
        days = day.right.value
        return day if isinstance(days, int) and days < 0 else ON
    return when((compare(day, "<", ON), day), otherwise=ON)


def about(table: str, concept: str, *further: Expression) -> Scan:
    """Return the rows of one concept."""
    key = column(table, "analyte" if table == "observation" else "about")
    return Scan(table, And((compare(key, "=", concept), *further)))


def newest(table: str, of: Expression, where: Expression, tie: Expression) -> Newest:
    """The newest row's text: it ends last; then by source; then it begins first; then by `tie`."""
    keys = (
        column(table, "last"),
        column(table, "source"),
        Minus(Literal(0), column(table, "first")),
        tie,
    )
    return Newest(of, keys, where)
