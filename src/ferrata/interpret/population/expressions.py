"""The whitelist: every operation that a query may use. It means the same on every database.

A query is built from these nodes alone, so whatever is not here cannot be printed by mistake:
there are no floats, no division, no database dates, no "first row". Logic is SQL's own three-valued
logic, which is Kleene's: ``NULL AND false`` is false, ``NULL OR true`` is true, else NULL stays.

Sealed: a new node makes the type checker name every place that must say what it means.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from ferrata.guideline.errors import FerrataError


class NotPrintable(FerrataError):
    """A query would need something that is not the same on every database."""

    def __init__(self, node: object, why: str) -> None:
        self.node, self.why = node, why
        super().__init__(f"{node!r} has no exact SQL: {why}")


@dataclass(frozen=True, slots=True)
class Kind:
    """What an expression yields; digits matter for decimals only."""

    name: str
    precision: int = 0
    scale: int = 0


BOOLEAN, INTEGER, TEXT = Kind("boolean"), Kind("integer"), Kind("text")
MEASURED = Kind("decimal", 18, 8)
"""What every measured value is quantised to."""


class Comparison(StrEnum):
    """How two values of one kind are compared."""

    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    EQ = "="
    NE = "<>"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name, unique in its query."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day asked about; a number only when the query runs."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A decimal, an integer, a text or a truth value."""

    value: Decimal | int | str | bool


@dataclass(frozen=True, slots=True)
class Null:
    """The absence of a value of some kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values of one kind; NULL when one is NULL."""

    left: Expression
    operator: Comparison
    right: Expression


@dataclass(frozen=True, slots=True)
class And:
    """Kleene's and: false if one part is false, else NULL if one is NULL, else true."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Kleene's or: true if one part is true, else NULL if one is NULL, else false."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Kleene's not: NULL stays NULL."""

    part: Expression


@dataclass(frozen=True, slots=True)
class IsNull:
    """Whether there is no value. Never NULL itself."""

    part: Expression


@dataclass(frozen=True, slots=True)
class Case:
    """The value of the first branch whose condition is true; NULL conditions are passed over."""

    branches: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Coalesce:
    """`part`, or `otherwise` where there is none."""

    part: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Plus:
    """A sum of integers, or of decimals with room for every digit."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Minus:
    """A difference of integers."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Times:
    """A product of decimals with room for every digit."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class AsMeasured:
    """An integer as a measured value."""

    part: Expression


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of a patient satisfy `where`. Never NULL inside a group."""

    where: Expression


@dataclass(frozen=True, slots=True)
class CountDays:
    """How many different values of a column that is never NULL, where `where` is true."""

    of: Column
    where: Expression


@dataclass(frozen=True, slots=True)
class Least:
    """The least value of a patient's rows where `where` is true; NULL when there is none."""

    of: Expression
    where: Expression


@dataclass(frozen=True, slots=True)
class Greatest:
    """The greatest value of a patient's rows where `where` is true; NULL when there is none."""

    of: Expression
    where: Expression


@dataclass(frozen=True, slots=True)
class Newest:
    """A text of the row with the greatest keys. The text is the last key: there are no ties."""

    of: Expression
    keys: tuple[Expression, ...]
    where: Expression


Aggregate: TypeAlias = Count | CountDays | Least | Greatest | Newest
Expression: TypeAlias = (
    Column
    | AsOf
    | Literal
    | Null
    | Compare
    | And
    | Or
    | Not
    | IsNull
    | Case
    | Coalesce
    | Plus
    | Minus
    | Times
    | AsMeasured
    | Aggregate
)

ALWAYS, NEVER = Literal(value=True), Literal(value=False)
