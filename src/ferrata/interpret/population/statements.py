"""Whole SELECT statements, typed; like `sql`, it knows sqlglot and no database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlglot import exp

from ferrata.interpret.population.sql import name

if TYPE_CHECKING:
    from ferrata.interpret.population.sql import Sql

Query = exp.Select


def table(of: str) -> Sql:
    """A table by its quoted name."""
    return exp.Table(this=exp.to_identifier(of, quoted=True))


def nested(query: Query, of: str) -> Sql:
    """``(SELECT …) AS "of"``."""
    return exp.Subquery(this=query, alias=exp.TableAlias(this=exp.to_identifier(of, quoted=True)))


def select(columns: Sequence[Sql], source: Sql) -> Query:
    """``SELECT columns FROM source``."""
    return exp.Select().select(*columns, copy=False).from_(source, copy=False)


def joined(query: Query, of: str, others: Sequence[str], how: str) -> Query:
    """Join further tables to the table `of`, patient by patient."""
    for other in others:
        on = exp.EQ(this=name("patient", other), expression=name("patient", of))
        query = query.join(table(other), on=on, join_type=how, copy=False)
    return query


def where(query: Query, condition: Sql) -> Query:
    """``query WHERE condition``."""
    return query.where(condition, copy=False)


def per_patient(query: Query, of: str) -> Query:
    """``query GROUP BY of.patient``."""
    return query.group_by(name("patient", of), copy=False)


def in_order(query: Query) -> Query:
    """``query ORDER BY patient``."""
    return query.order_by(name("patient"), copy=False)


def star() -> Sql:
    """Every column."""
    return exp.Star()


def render(query: Sql, dialect: str, *, pretty: bool = False) -> str:
    """The text of a query in a dialect."""
    return query.sql(dialect=dialect, identify=True, pretty=pretty, copy=False)
