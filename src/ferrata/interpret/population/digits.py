"""How many digits a number needs. Engines round or overflow beyond 38, each in its own way."""

from __future__ import annotations

from decimal import Decimal

from ferrata.guideline.units import plain
from ferrata.interpret.population.expressions import (
    BOOLEAN,
    INTEGER,
    TEXT,
    Expression,
    Kind,
    Literal,
    NotPrintable,
    Plus,
    Times,
)

DIGITS = 38
"""What every database we print for can hold in a decimal."""

WIDE = 19
"""From this precision on, DuckDB widens a product instead of keeping it in 64 bits."""


def widened(kind: Kind) -> Kind:
    """Return the kind to which the left side of a product is cast before multiplying."""
    return Kind(kind.name, max(kind.precision, WIDE), kind.scale)


def literal_kind(node: Literal, value: object) -> Kind:
    """Return the least kind that holds a literal."""
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


def together(node: Expression, left: Kind, right: Kind) -> Kind:
    """Return the kind that holds both; decimals of different digits are brought to one."""
    if left.name != right.name:
        raise NotPrintable(node, f"{left.name} meets {right.name}")
    scale = max(left.scale, right.scale)
    whole = max(left.precision - left.scale, right.precision - right.scale)
    return _fits(node, Kind(left.name, whole + scale, scale))


def sum_kind(node: Plus, left: Kind, right: Kind) -> Kind:
    """Return the kind that holds every sum."""
    found = together(node, left, right)
    if found == INTEGER:
        return found
    _decimal(node, found)
    return _fits(node, Kind("decimal", max(found.precision, WIDE) + 1, found.scale))


def product_kind(node: Times, left: Kind, right: Kind) -> Kind:
    """Return the kind that holds every product."""
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
