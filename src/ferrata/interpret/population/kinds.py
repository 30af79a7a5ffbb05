"""What each expression yields, and whether its decimals keep every digit.

Engines round or overflow where a decimal needs more than 38 digits, each in its own way. So an
expression that could is refused here, before it is printed.
"""

from __future__ import annotations

from typing import assert_never, get_args

from ferrata.interpret.population.digits import literal_kind, product_kind, sum_kind, together
from ferrata.interpret.population.expressions import (
    BOOLEAN,
    INTEGER,
    MEASURED,
    TEXT,
    And,
    AsMeasured,
    AsOf,
    Case,
    Coalesce,
    Column,
    Compare,
    Count,
    CountDays,
    Expression,
    Greatest,
    IsNull,
    Kind,
    Least,
    Literal,
    Minus,
    Newest,
    Not,
    NotPrintable,
    Null,
    Or,
    Plus,
    Times,
)

NODES = get_args(Expression)


def kind_of(node: Expression) -> Kind:
    """Return what `node` yields.

    Raises:
        NotPrintable: for an operation that is not on the whitelist, operands that do not fit
            together, and numbers that could round or overflow.
    """
    whitelisted(node, NODES)
    match node:
        case Column(_, kind) | Null(kind):
            return kind
        case AsOf():
            return INTEGER
        case Literal(value):
            return literal_kind(node, value)
        case Compare(left, _, right):
            together(node, kind_of(left), kind_of(right))
            return BOOLEAN
        case And(parts) | Or(parts):
            if not parts:
                raise NotPrintable(node, "it has no parts")
            for part in parts:
                _must(node, part, BOOLEAN)
            return BOOLEAN
        case Not(part):
            return _must(node, part, BOOLEAN)
        case IsNull(part):
            kind_of(part)
            return BOOLEAN
        case Case(branches, otherwise):
            found = kind_of(otherwise)
            for condition, value in branches:
                _must(node, condition, BOOLEAN)
                found = together(node, found, kind_of(value))
            return found
        case Coalesce(part, otherwise):
            return together(node, kind_of(part), kind_of(otherwise))
        case Plus(left, right):
            return sum_kind(node, kind_of(left), kind_of(right))
        case Minus(left, right):
            _must(node, left, INTEGER)
            return _must(node, right, INTEGER)
        case Times(left, right):
            return product_kind(node, kind_of(left), kind_of(right))
        case AsMeasured(part):
            _must(node, part, INTEGER)
            return MEASURED
        case Count(where) | CountDays(_, where):
            _must(node, where, BOOLEAN)
            return INTEGER
        case Least(of, where) | Greatest(of, where):
            _must(node, where, BOOLEAN)
            return kind_of(of)
        case Newest(of, keys, where):
            _must(node, where, BOOLEAN)
            for key in keys:
                kind_of(key)
            return _must(node, of, TEXT)
        case _:
            assert_never(node)


def whitelisted(node: object, nodes: tuple[type, ...]) -> None:
    """Refuse whatever is none of the nodes, though the types say that it cannot be."""
    if not isinstance(node, nodes):
        raise NotPrintable(node, "it is not on the whitelist")


def _must(node: Expression, part: Expression, kind: Kind) -> Kind:
    found = kind_of(part)
    if found != kind:
        raise NotPrintable(node, f"{found.name} stands where {kind.name} belongs")
    return found
