"""Reading and writing expressions: their parts, the columns in them, and shorter spellings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from ferrata.interpret.population.expressions import (
    And,
    AsMeasured,
    AsOf,
    Case,
    Coalesce,
    Column,
    Compare,
    Comparison,
    Count,
    CountDays,
    Expression,
    Greatest,
    IsNull,
    Least,
    Literal,
    Minus,
    Newest,
    Not,
    Null,
    Or,
    Plus,
    Times,
)


def parts_of(node: Expression) -> tuple[Expression, ...]:
    """Return the expressions directly inside `node`."""
    match node:
        case Column() | AsOf() | Literal() | Null():
            return ()
        case And(parts) | Or(parts):
            return parts
        case Not(part) | IsNull(part) | AsMeasured(part) | Count(part):
            return (part,)
        case Compare(left, _, right) | Plus(left, right) | Minus(left, right) | Times(left, right):
            return left, right
        case Coalesce(left, right) | CountDays(left, right):
            return left, right
        case Least(left, right) | Greatest(left, right):
            return left, right
        case Case(branches, otherwise):
            return (*(one for branch in branches for one in branch), otherwise)
        case Newest(of, keys, where):
            return of, *keys, where
        case _:
            assert_never(node)


def columns_in(node: Expression) -> Iterator[Column]:
    """Yield every column that `node` reads."""
    if isinstance(node, Column):
        yield node
    for part in parts_of(node):
        yield from columns_in(part)


def compare(left: Expression, operator: str, right: Expression | int | str) -> Compare:
    """Return a comparison; `operator` is spelled as in SQL."""
    other = Literal(right) if isinstance(right, int | str) else right
    return Compare(left, Comparison(operator), other)


def when(*branches: tuple[Expression, Expression], otherwise: Expression) -> Case:
    """Return the value of the first branch that is true."""
    return Case(branches, otherwise)
