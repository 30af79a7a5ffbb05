"""What each expression yields, and whether its decimals keep every digit.

Engines round or overflow where a decimal needs more than 38 digits, each in its own way. So an
expression that could is refused here, before it is printed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never, get_args

from ferrata.guideline.units import plain
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

DIGITS = 38
"""What every engine we print for can hold in a decimal."""

NODES = get_args(Expression)

WIDE = 19
"""From this precision on, DuckDB widens a product instead of keeping it in 64 bits."""


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
            return _literal(node, value)
        case Compare(left, _, right):
            _together(node, kind_of(left), kind_of(right))
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
                found = _together(node, found, kind_of(value))
            return found
        case Coalesce(part, otherwise):
            return _together(node, kind_of(part), kind_of(otherwise))
        case Plus(left, right):
            return _sum(node, kind_of(left), kind_of(right))
        case Minus(left, right):
            _must(node, left, INTEGER)
            return _must(node, right, INTEGER)
        case Times(left, right):
            return _product(node, kind_of(left), kind_of(right))
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


def widened(kind: Kind) -> Kind:
    """Return the kind to which the left side of a product is cast before multiplying."""
    return Kind(kind.name, max(kind.precision, WIDE), kind.scale)


def _literal(node: Literal, value: object) -> Kind:
    match value:
        case bool():
            return BOOLEAN
        case int():
            return INTEGER
        case str() if "\0" in value:
            raise NotPrintable(node, "SQL text cannot hold the character NUL")
        case str():
            return TEXT
        case Decimal() if value.is_finite():
            # By its digits: arithmetic on decimals would round to the context's precision.
            whole, _, fraction = plain(value).lstrip("-").partition(".")
            scale = len(fraction)
            return _fits(node, Kind("decimal", max(len(whole.lstrip("0")) + scale, 1), scale))
        case _:
            raise NotPrintable(node, "only finite decimals, integers, texts and truths are exact")


def _must(node: Expression, part: Expression, kind: Kind) -> Kind:
    found = kind_of(part)
    if found != kind:
        raise NotPrintable(node, f"{found.name} stands where {kind.name} belongs")
    return found


def _together(node: Expression, left: Kind, right: Kind) -> Kind:
    """The kind that holds both; decimals of different digits are brought to one."""
    if left.name != right.name:
        raise NotPrintable(node, f"{left.name} meets {right.name}")
    scale = max(left.scale, right.scale)
    whole = max(left.precision - left.scale, right.precision - right.scale)
    return _fits(node, Kind(left.name, whole + scale, scale))


def _sum(node: Plus, left: Kind, right: Kind) -> Kind:
    found = _together(node, left, right)
    if found == INTEGER:
        return found
    _decimal(node, found)
    return _fits(node, Kind("decimal", max(found.precision, WIDE) + 1, found.scale))


def _product(node: Times, left: Kind, right: Kind) -> Kind:
    _decimal(node, left)
    _decimal(node, right)
    # One digit more than the operands have together: so Spark counts.
    precision = widened(left).precision + right.precision + 1
    return _fits(node, Kind("decimal", precision, left.scale + right.scale))


def _decimal(node: Expression, kind: Kind) -> None:
    if kind.name != "decimal":
        raise NotPrintable(node, f"arithmetic on {kind.name}")


def _fits(node: Expression, kind: Kind) -> Kind:
    if kind.precision > DIGITS:
        raise NotPrintable(node, f"it needs {kind.precision} digits, and {DIGITS} are exact")
    return kind
