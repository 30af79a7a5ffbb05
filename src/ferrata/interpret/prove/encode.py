"""A condition as two terms: when it is surely true, and when it is surely false."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import assert_never

from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Criterion,
    Is,
    IsKnown,
    Not,
    Operator,
    Relate,
)
from ferrata.guideline.features import Finding
from ferrata.guideline.parameters import Parameter
from ferrata.interpret.prove.solver import Bool, Int, Logic
from ferrata.interpret.prove.variables import Flag, Index, Variables, scaled


@dataclass(frozen=True, slots=True)
class Pair:
    """Surely true and surely false; neither: unknown."""

    yes: Bool
    no: Bool


def encode(condition: Condition, variables: Variables) -> Pair:
    """Return when `condition` is yes and when it is no, over `variables`."""
    logic = variables.logic
    match condition:
        case Compare():
            return _compare(condition, variables)
        case Relate():
            return _relate(condition, variables)
        case Is(feature, options):
            named = [option.value for option in feature.options]
            return _is(variables.index(feature), [named.index(one) for one in options], logic)
        case IsKnown(feature):
            unknown = variables.group(feature).unknown
            return Pair(logic.opposite(unknown), unknown)
        case AllOf(parts):
            pairs = _all(parts, variables)
            return Pair(logic.all(*(p.yes for p in pairs)), logic.any(*(p.no for p in pairs)))
        case AnyOf(parts):
            pairs = _all(parts, variables)
            return Pair(logic.any(*(p.yes for p in pairs)), logic.all(*(p.no for p in pairs)))
        case AtLeast(count, parts):
            pairs = _all(parts, variables)
            # Fewer than `count` can still hold once more than the others are surely false.
            return Pair(
                logic.count(count, tuple(pair.yes for pair in pairs)),
                logic.count(len(pairs) - count + 1, tuple(pair.no for pair in pairs)),
            )
        case Not(part):
            pair = encode(part, variables)
            return Pair(pair.no, pair.yes)
        case Criterion(condition=part):
            return encode(part, variables)
        case Finding():
            return _finding(variables.flag(condition), logic)
        case _:
            assert_never(condition)


def _all(parts: tuple[Condition, ...], variables: Variables) -> tuple[Pair, ...]:
    return tuple(encode(part, variables) for part in parts)


def _compare(condition: Compare, variables: Variables) -> Pair:
    logic, threshold = variables.logic, condition.threshold
    if isinstance(threshold, Parameter):
        limit, times = variables.parameter(threshold), 1
    else:
        steps = scaled(threshold)
        limit, times = logic.constant(steps.numerator), steps.denominator
    left = variables.number(condition.feature)
    span = logic.linear(times, left.low), logic.linear(times, left.high)
    pair = _ordered(condition.operator, span, (limit, limit), logic)
    return _if_known(pair, (left.unknown,), logic)


def _relate(condition: Relate, variables: Variables) -> Pair:
    """Both sides times their common denominator; each side is an interval of its own."""
    logic = variables.logic
    left, right = variables.number(condition.left), variables.number(condition.right)
    factor, offset = Fraction(condition.factor), scaled(condition.offset)
    times = lcm(factor.denominator, offset.denominator)
    slope, shift = int(factor * times), int(offset * times)
    span = logic.linear(times, left.low), logic.linear(times, left.high)
    first, last = logic.linear(slope, right.low, shift), logic.linear(slope, right.high, shift)
    other = (first, last) if slope >= 0 else (last, first)
    pair = _ordered(condition.operator, span, other, logic)
    return _if_known(pair, (left.unknown, right.unknown), logic)


def _ordered(
    operator: Operator, span: tuple[Int, Int], other: tuple[Int, Int], logic: Logic
) -> Pair:
    """Yes when all of `span` compares so with all of `other`, no when none of it with any."""
    (low, high), (other_low, other_high) = span, other
    match operator:
        case Operator.LT:
            return Pair(logic.less(high, other_low), logic.at_most(other_high, low))
        case Operator.LE:
            return Pair(logic.at_most(high, other_low), logic.less(other_high, low))
        case Operator.GT:
            return Pair(logic.less(other_high, low), logic.at_most(high, other_low))
        case Operator.GE:
            return Pair(logic.at_most(other_high, low), logic.less(high, other_low))
        case _:
            assert_never(operator)


def _is(choice: Index, places: list[int], logic: Logic) -> Pair:
    among = logic.any(*(logic.equal(choice.place, logic.constant(place)) for place in places))
    return _if_known(Pair(among, logic.opposite(among)), (choice.unknown,), logic)


def _finding(finding: Flag, logic: Logic) -> Pair:
    return _if_known(Pair(finding.value, logic.opposite(finding.value)), (finding.unknown,), logic)


def _if_known(pair: Pair, unknown: tuple[Bool, ...], logic: Logic) -> Pair:
    known = logic.opposite(logic.any(*unknown))
    return Pair(logic.all(known, pair.yes), logic.all(known, pair.no))
