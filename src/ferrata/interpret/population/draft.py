"""A query in the making: aggregates that are needed, and columns defined over them.

Both are kept once, however many features ask for them. An aggregate whose filter reads another
aggregate of the same patient (the latest value needs the time of the latest certain one) belongs
to a later pass; a column that reads another column belongs to a later layer.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ferrata.interpret.population.expressions import (
    Aggregate,
    Column,
    Expression,
)
from ferrata.interpret.population.kinds import kind_of
from ferrata.interpret.population.queries import (
    Layer,
    Scan,
)
from ferrata.interpret.population.reading import (
    columns_in,
)


@dataclass(frozen=True, slots=True)
class Needed:
    """An aggregate over a scan: its column, its pass, and the aggregates that it reads."""

    scan: Scan
    aggregate: Aggregate
    column: Column
    turn: int
    reads: tuple[Column, ...]


@dataclass
class Draft:
    """Collects what a plan needs."""

    needs: dict[tuple[Scan, Aggregate], Needed] = field(
        default_factory=dict[tuple[Scan, Aggregate], Needed]
    )
    _turns: dict[str, int] = field(default_factory=dict[str, int])
    _layers: list[dict[str, Expression]] = field(default_factory=list[dict[str, Expression]])
    _depths: dict[str, int] = field(default_factory=dict[str, int])
    _hidden: dict[Expression, Column] = field(default_factory=dict["Expression", Column])

    def ask(self, scan: Scan, aggregate: Aggregate) -> Column:
        """Return the column of an aggregate, per patient; NULL for a patient without rows."""
        known = self.needs.get((scan, aggregate))
        if known is not None:
            return known.column
        reads = dict.fromkeys(one for one in columns_in(aggregate) if one.name in self._turns)
        turn = 1 + max((self._turns[one.name] for one in reads), default=0)
        column = Column(f"a{len(self.needs)}", kind_of(aggregate))
        self.needs[scan, aggregate] = Needed(scan, aggregate, column, turn, tuple(reads))
        self._turns[column.name] = turn
        return column

    def define(self, name: str, expression: Expression) -> Column:
        """Return a new column `name`, computed after the columns that it reads."""
        assert name not in self._depths, name
        depth = max((self._depths.get(one.name, -1) for one in columns_in(expression)), default=-1)
        self._depths[name] = depth + 1
        if len(self._layers) == depth + 1:
            self._layers.append({})
        self._layers[depth + 1][name] = expression
        return Column(name, kind_of(expression))

    def once(self, expression: Expression) -> Column:
        """Return a column of `expression` that may be read many times and is computed once."""
        if isinstance(expression, Column):
            return expression
        found = self._hidden.get(expression)
        if found is None:
            found = self.define(f"x{len(self._hidden)}", expression)
            self._hidden[expression] = found
        return found

    def layers(self) -> tuple[Layer, ...]:
        """Return the defined columns, those that read others after them."""
        return tuple(tuple(layer.items()) for layer in self._layers)
