"""A condition as a truth value of SQL: true is yes, false is no, NULL is unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Criterion,
    Is,
    IsKnown,
    Not,
    Operator,
    Relate,
)
from ferrata.guideline.conditions import Compare as Threshold
from ferrata.guideline.features import Feature, Finding
from ferrata.guideline.parameters import Parameter, Site
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    ALWAYS,
    BOOLEAN,
    NEVER,
    And,
    Compare,
    Comparison,
    Expression,
    IsNull,
    Literal,
    NotPrintable,
    Null,
    Or,
    Plus,
    Times,
)
from ferrata.interpret.population.expressions import Not as Negated
from ferrata.interpret.population.formulas import BoundsColumns, FeatureColumns, SingleColumns
from ferrata.interpret.population.reading import (
    compare,
    when,
)

UNKNOWN = Null(BOOLEAN)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Prints conditions over the columns of features, at one site."""

    draft: Draft
    site: Site
    columns: Callable[[Feature], FeatureColumns]

    def truth(self, condition: Condition) -> Expression:
        """Return `condition` as an expression over derived columns."""
        match condition:
            case Threshold(feature, operator, threshold):
                bound = self.site[threshold] if isinstance(threshold, Parameter) else threshold
                left = self._bounds(condition, feature)
                return _every_pair(left, operator, (Literal(bound),))
            case Relate(left, operator, factor, right, offset):
                line = [_line(factor, end, offset) for end in self._bounds(condition, right)]
                return _every_pair(self._bounds(condition, left), operator, tuple(line))
            case Is(feature, options):
                value = self._single(condition, feature).value
                named = [compare(value, "=", option) for option in options]
                return when((IsNull(value), UNKNOWN), otherwise=Or((*named, NEVER)))
            case IsKnown(feature):
                return IsNull(self.columns(feature).why)
            case AllOf(parts):
                return And(tuple(map(self.truth, parts)) or (ALWAYS,))
            case AnyOf(parts):
                return Or(tuple(map(self.truth, parts)) or (NEVER,))
            case AtLeast(count, parts):
                return self._at_least(count, parts)
            case Not(part):
                return Negated(self.truth(part))
            case Criterion(_, part, _):
                return self.draft.once(self.truth(part))
            case Finding():
                return self._single(condition, condition).value
            case _:
                assert_never(condition)

    def _at_least(self, count: int, parts: tuple[Condition, ...]) -> Expression:
        """Yes if that many are true; no if even with the unknown ones too few can be."""
        answers = [self.draft.once(self.truth(part)) for part in parts]
        sure = _sum([when((answer, Literal(1)), otherwise=Literal(0)) for answer in answers])
        possible = _sum(
            [when((Negated(answer), Literal(0)), otherwise=Literal(1)) for answer in answers]
        )
        return when(
            (compare(sure, ">=", count), ALWAYS),
            (compare(possible, "<", count), NEVER),
            otherwise=UNKNOWN,
        )

    def _bounds(self, condition: Condition, feature: Feature) -> tuple[Expression, Expression]:
        found = self.columns(feature)
        if isinstance(found, SingleColumns):
            raise NotPrintable(condition, f"{feature!r} is not a number")
        return found.low, found.high

    def _single(self, condition: Condition, feature: Feature) -> SingleColumns:
        found = self.columns(feature)
        if isinstance(found, BoundsColumns):
            raise NotPrintable(condition, f"{feature!r} is a number")
        return found


def _line(factor: Decimal, end: Expression, offset: Decimal) -> Expression:
    """``factor x end + offset``; the printer refuses it if a digit could be lost."""
    return Plus(Times(end, Literal(factor)), Literal(offset))


def _every_pair(
    left: tuple[Expression, ...], operator: Operator, right: tuple[Expression, ...]
) -> Expression:
    """Yes if every pair of possible values compares so, no if none does, else unknown."""
    pairs = [Compare(one, Comparison(operator.value), other) for one in left for other in right]
    return when(
        (And(tuple(pairs)), ALWAYS),
        (Or(tuple(pairs)), UNKNOWN),
        (Negated(Or(tuple(pairs))), NEVER),
        otherwise=UNKNOWN,
    )


def _sum(numbers: list[Expression]) -> Expression:
    total: Expression = Literal(0)
    for number in numbers:
        total = Plus(total, number)
    return total
