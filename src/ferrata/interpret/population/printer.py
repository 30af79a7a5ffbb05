"""Whitelisted expressions to SQL text, for any dialect. It knows no database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from ferrata.guideline.units import plain
from ferrata.interpret.population import sql, statements
from ferrata.interpret.population.digits import widened
from ferrata.interpret.population.expressions import (
    ALWAYS,
    INTEGER,
    MEASURED,
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
from ferrata.interpret.population.kinds import kind_of, whitelisted
from ferrata.interpret.population.queries import (
    Grouped,
    Joined,
    Layered,
    Query,
)

if TYPE_CHECKING:
    from ferrata.interpret.population.sql import Sql


class Printer:
    """Prints for one dialect, as of day `on`; with `on` None the day stays a placeholder."""

    def __init__(self, dialect: str, on: int | None) -> None:
        self.dialect, self.on = dialect, on

    def text(self, node: Expression) -> str:
        """Return an expression as SQL text.

        Raises:
            NotPrintable: when it cannot be said exactly.
        """
        kind_of(node)
        return statements.render(self._sql(node), self.dialect)

    def query(self, query: Query, *, pretty: bool = False) -> str:
        """Return a query as SQL text.

        Raises:
            NotPrintable: when it cannot be said exactly.
        """
        whitelisted(query, (Grouped, Joined, Layered))
        match query:
            case Grouped():
                found = self._grouped(query)
            case Joined():
                found = self._joined(query)
            case Layered():
                found = self._layered(query)
            case _:
                assert_never(query)
        return statements.render(found, self.dialect, pretty=pretty)

    def _checked(self, node: Expression) -> Sql:
        kind_of(node)
        return self._sql(node)

    def _grouped(self, query: Grouped) -> Sql:
        table = query.scan.table
        columns = [sql.name("patient", table), *self._named(query.columns)]
        found = statements.select(columns, statements.table(table))
        found = statements.joined(found, table, query.joins, "inner")
        return statements.per_patient(
            statements.where(found, self._checked(query.scan.where)), table
        )

    @staticmethod
    def _joined(query: Joined) -> statements.Query:
        columns = [sql.name("patient", query.table), *map(sql.name, query.columns)]
        found = statements.select(columns, statements.table(query.table))
        return statements.joined(found, query.table, query.joins, "left")

    def _layered(self, query: Layered) -> Sql:
        found = self._joined(query.source)
        for depth, layer in enumerate(query.layers):
            columns = [statements.star(), *self._named(layer)]
            found = statements.select(columns, statements.nested(found, f"layer{depth}"))
        output = [sql.name(name) for name in ("patient", *query.output)]
        return statements.in_order(statements.select(output, statements.nested(found, "layers")))

    def _named(self, columns: Iterable[tuple[str, Expression]]) -> list[Sql]:
        return [sql.alias(self._checked(node), name) for name, node in columns]

    def _all(self, *nodes: Expression) -> list[Sql]:
        return [self._sql(node) for node in nodes]

    def _sql(self, node: Expression) -> Sql:
        match node:
            case Column(name):
                return sql.name(name)
            case AsOf():
                day = sql.placeholder("on") if self.on is None else sql.whole(self.on)
                return sql.cast(day, INTEGER)
            case Literal(value):
                return self._literal(node, value)
            case Null(kind):
                return sql.null(kind)
            case Compare(left, operator, right):
                return sql.compared(self._sql(left), operator.value, self._sql(right))
            case And(parts):
                return sql.every(self._all(*parts))
            case Or(parts):
                return sql.any_one(self._all(*parts))
            case Not(part):
                return sql.negated(self._sql(part))
            case IsNull(part):
                return sql.is_null(self._sql(part))
            case Case(branches, otherwise):
                pairs = [(self._sql(condition), self._sql(value)) for condition, value in branches]
                return sql.case(pairs, self._sql(otherwise)) if pairs else self._sql(otherwise)
            case Coalesce(part, otherwise):
                return sql.coalesce(self._sql(part), self._sql(otherwise))
            case Plus(left, right):
                return sql.plus(self._wide(left), self._sql(right))
            case Minus(left, right):
                return sql.minus(self._sql(left), self._sql(right))
            case Times(left, right):
                return sql.times(self._wide(left), self._sql(right))
            case AsMeasured(part):
                return sql.cast(self._sql(part), MEASURED)
            case Count(where):
                return self._filtered(sql.count(), where)
            case CountDays(of, where):
                return self._filtered(sql.count_distinct(self._sql(of)), where)
            case Least(of, where):
                return self._filtered(sql.least(self._sql(of)), where)
            case Greatest(of, where):
                return self._filtered(sql.greatest(self._sql(of)), where)
            case Newest(of, keys, where):
                value = self._sql(of)
                return self._filtered(sql.newest(value, self._all(*keys, of)), where)
            case _:
                assert_never(node)

    def _literal(self, node: Literal, value: object) -> Sql:
        match value:
            case bool():
                return sql.truth(value=value)
            case int():
                return sql.whole(value)
            case str():
                return sql.text(value)
            case _:
                assert not isinstance(node.value, int | str)
                return sql.cast(sql.text(plain(node.value)), kind_of(node))

    def _wide(self, node: Expression) -> Sql:
        kind = kind_of(node)
        return self._sql(node) if kind == INTEGER else sql.cast(self._sql(node), widened(kind))

    def _filtered(self, aggregate: Sql, where: Expression) -> Sql:
        return aggregate if where == ALWAYS else sql.filtered(aggregate, self._sql(where))
