"""A feature as SQL: why it is unknown, and its value where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ferrata.guideline.values import Reason
from ferrata.interpret.population.expressions import (
    TEXT,
    Case,
    Coalesce,
    Column,
    Expression,
    IsNull,
    Literal,
    Null,
)
from ferrata.interpret.population.reading import (
    when,
)

NO_REASON = Null(TEXT)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number from `low` to `high`, unless there is a reason `why` it is unknown."""

    why: Expression
    low: Expression
    high: Expression


@dataclass(frozen=True, slots=True)
class Single:
    """A truth or a text, unless there is a reason `why` it is unknown."""

    why: Expression
    value: Expression


Formula: TypeAlias = Bounds | Single


@dataclass(frozen=True, slots=True)
class BoundsColumns:
    """The columns of a derived measurement; both bounds are NULL exactly where `why` is not."""

    why: Column
    low: Column
    high: Column


@dataclass(frozen=True, slots=True)
class SingleColumns:
    """The columns of a derived finding or choice; `value` is NULL exactly where `why` is not."""

    why: Column
    value: Column


FeatureColumns: TypeAlias = BoundsColumns | SingleColumns


def because(reason: Reason) -> Literal:
    """Return a reason as text."""
    return Literal(reason.value)


def first_reason(*branches: tuple[Expression, Expression], otherwise: Expression) -> Case:
    """Return the reason of the first branch that is true."""
    return when(*branches, otherwise=otherwise)


def after(earlier: Expression | None, why: Expression) -> Expression:
    """Return `earlier` where it is a reason, else `why`."""
    return why if earlier is None else Coalesce(earlier, why)


def or_zero(count: Expression) -> Expression:
    """Return a count, zero for a patient without rows."""
    return Coalesce(count, Literal(0))


def unless(why: Column, value: Expression, nothing: Null) -> Case:
    """Return `value` where there is no reason against it."""
    return when((IsNull(why), value), otherwise=nothing)
