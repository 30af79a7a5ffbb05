"""How much of a concept a window holds, and which of its rows can be the latest."""

from __future__ import annotations

from dataclasses import dataclass

from ferrata.guideline.values import Reason
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    ALWAYS,
    And,
    Column,
    Expression,
    Greatest,
    Literal,
)
from ferrata.interpret.population.formulas import (
    because,
    or_zero,
)
from ferrata.interpret.population.reading import (
    compare,
    when,
)
from ferrata.interpret.population.tables import column
from ferrata.interpret.population.windows import Span, about


@dataclass(frozen=True, slots=True)
class Inside:
    """How much of a concept lies in a window: 3 certainly, 2 perhaps, 1 only earlier, 0 nothing."""

    level: Expression
    floor: Column
    contender: Expression

    @classmethod
    def of(cls, draft: Draft, table: str, concept: str, laid: Span) -> Inside:
        scan = about(table, concept)
        certainly, perhaps = laid.certainly(table), laid.perhaps(table)
        level = when(
            (certainly, Literal(3)),
            (perhaps, Literal(2)),
            (laid.before(table), Literal(1)),
            otherwise=Literal(0),
        )
        found = draft.ask(scan, Greatest(level, ALWAYS))
        floor = draft.ask(scan, Greatest(column(table, "first"), certainly))
        # No row is certainly later than one that ends after the newest certain one began.
        contender = And((perhaps, compare(column(table, "last"), ">=", floor)))
        return cls(or_zero(found), floor, contender)

    def reaches(self, level: int) -> Expression:
        return compare(self.level, ">=", level)

    def nothing(self) -> tuple[tuple[Expression, Expression], ...]:
        """The reasons for which no row is certainly inside."""
        return (
            (compare(self.level, "=", 2), because(Reason.UNDATED)),
            (compare(self.level, "=", 1), because(Reason.STALE)),
            (compare(self.level, "=", 0), because(Reason.NEVER_RECORDED)),
        )
