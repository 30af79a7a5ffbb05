"""SQL expressions, typed, every name quoted: what `statements` and the printer build with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlglot import exp

if TYPE_CHECKING:
    from sqlglot.expressions.core import Expr as Sql

    from ferrata.interpret.population.expressions import (
        Kind,
    )

COMPARISONS = {
    "<": exp.LT,
    "<=": exp.LTE,
    ">": exp.GT,
    ">=": exp.GTE,
    "=": exp.EQ,
    "<>": exp.NEQ,
}

TYPES = {
    "boolean": exp.DataType.Type.BOOLEAN,
    "integer": exp.DataType.Type.BIGINT,
    "text": exp.DataType.Type.VARCHAR,
    "decimal": exp.DataType.Type.DECIMAL,
}


def name(of: str, of_table: str | None = None) -> Sql:
    """A column by its quoted name."""
    parts = {"table": exp.to_identifier(of_table, quoted=True)} if of_table else {}
    return exp.Column(this=exp.to_identifier(of, quoted=True), **parts)


def alias(sql: Sql, of: str) -> Sql:
    """``sql AS "of"``."""
    return exp.Alias(this=sql, alias=exp.to_identifier(of, quoted=True))


def text(value: str) -> Sql:
    """A text, its quotes escaped."""
    return exp.Literal.string(value)


def whole(value: int) -> Sql:
    """A whole number."""
    return exp.Literal.number(value)


def truth(*, value: bool) -> Sql:
    """``TRUE`` or ``FALSE``."""
    return exp.Boolean(this=value)


def null(kind: Kind) -> Sql:
    """``NULL`` of a type."""
    return cast(exp.Null(), kind)


def placeholder(of: str) -> Sql:
    """A value that the reader of a plan fills in."""
    return exp.Placeholder(this=of)


def cast(sql: Sql, kind: Kind) -> Sql:
    """``CAST(sql AS kind)``."""
    digits = (kind.precision, kind.scale) if kind.name == "decimal" else ()
    sizes = [exp.DataTypeParam(this=exp.Literal.number(size)) for size in digits]
    return exp.Cast(this=sql, to=exp.DataType(this=TYPES[kind.name], expressions=sizes))


def compared(left: Sql, operator: str, right: Sql) -> Sql:
    """``(left operator right)``."""
    return exp.paren(COMPARISONS[operator](this=left, expression=right), copy=False)


def every(parts: Sequence[Sql]) -> Sql:
    """``(a AND b)``."""
    return exp.paren(exp.and_(*parts, copy=False), copy=False)


def any_one(parts: Sequence[Sql]) -> Sql:
    """``(a OR b)``."""
    return exp.paren(exp.or_(*parts, copy=False), copy=False)


def negated(part: Sql) -> Sql:
    """``(NOT (a))``."""
    return exp.paren(exp.Not(this=exp.paren(part, copy=False)), copy=False)


def is_null(part: Sql) -> Sql:
    """``(a IS NULL)``."""
    return exp.paren(exp.Is(this=part, expression=exp.Null()), copy=False)


def case(branches: Sequence[tuple[Sql, Sql]], otherwise: Sql) -> Sql:
    """``CASE WHEN … THEN … ELSE … END``."""
    return exp.Case(
        ifs=[exp.If(this=condition, true=value) for condition, value in branches],
        default=otherwise,
    )


def coalesce(part: Sql, otherwise: Sql) -> Sql:
    """``COALESCE(a, b)``."""
    return exp.Coalesce(this=part, expressions=[otherwise])


def plus(left: Sql, right: Sql) -> Sql:
    """``(a + b)``."""
    return exp.paren(exp.Add(this=left, expression=right), copy=False)


def minus(left: Sql, right: Sql) -> Sql:
    """``(a - b)``."""
    return exp.paren(exp.Sub(this=left, expression=right), copy=False)


def times(left: Sql, right: Sql) -> Sql:
    """``(a * b)``."""
    return exp.paren(exp.Mul(this=left, expression=right), copy=False)


def count() -> Sql:
    """``COUNT(*)``."""
    return exp.Count(this=exp.Star())


def count_distinct(of: Sql) -> Sql:
    """``COUNT(DISTINCT a)``."""
    return exp.Count(this=exp.Distinct(expressions=[of]))


def least(of: Sql) -> Sql:
    """``MIN(a)``."""
    return exp.Min(this=of)


def greatest(of: Sql) -> Sql:
    """``MAX(a)``."""
    return exp.Max(this=of)


def newest(of: Sql, keys: Sequence[Sql]) -> Sql:
    """``ARG_MAX`` or ``MAX_BY``, whichever the dialect calls it, by a row of keys."""
    fields = [
        exp.PropertyEQ(this=exp.to_identifier(f"k{position}"), expression=key)
        for position, key in enumerate(keys)
    ]
    return exp.ArgMax(this=of, expression=exp.Struct(expressions=fields))


def filtered(aggregate: Sql, where: Sql) -> Sql:
    """``aggregate FILTER (WHERE …)``."""
    return exp.Filter(this=aggregate, expression=exp.Where(this=where))
