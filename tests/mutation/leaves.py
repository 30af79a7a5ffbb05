"""What can go wrong in a condition: thresholds, operators, options, logic."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import cast

from tests.mutation.model import Change
from tests.mutation.replacing import with_parts

from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Is,
    IsKnown,
    Not,
    Operator,
    Relate,
    all_of,
    any_of,
    at_least,
    not_,
)
from ferrata.guideline.derivations import Cases, DaysSince, DaysSinceEnd, DaysSinceStart, DaysWith
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.units import Quantity, plain
from ferrata.guideline.values import Option

STEPS = {
    "g/dL": Decimal("0.1"),
    "ng/mL": Decimal("0.1"),
    "Cel": Decimal("0.1"),
    "kg": Decimal("0.1"),
    "cm": Decimal("0.1"),
    "ug/L": Decimal("0.1"),
}
"""The smallest difference that laboratories report, by unit; 1 for all others."""

LOOSER = {
    Operator.LT: Operator.LE,
    Operator.LE: Operator.LT,
    Operator.GT: Operator.GE,
    Operator.GE: Operator.GT,
}
TURNED = {
    Operator.LT: Operator.GT,
    Operator.LE: Operator.GE,
    Operator.GT: Operator.LT,
    Operator.GE: Operator.LE,
}
_WRITE = {
    Operator.LT: operator.lt,
    Operator.LE: operator.le,
    Operator.GT: operator.gt,
    Operator.GE: operator.ge,
}


def compared(feature: Measurement, how: Operator, other: object) -> Condition:
    """Return the comparison as an author writes it."""
    write = cast("Callable[[object, object], Condition]", _WRITE[how])
    return write(feature, other)


def step_of(unit: str, number: Decimal) -> Decimal:
    """Return the smallest reported difference for `number` in `unit`."""
    known = STEPS.get(unit)
    if known is not None:
        return known
    return Decimal(1) if number == number.to_integral_value() else Decimal("0.1")


def shifted(number: Decimal, step: Decimal) -> Iterator[tuple[str, Decimal]]:
    """Yield `number` a step up and down, and 10 % up and down, each with a name."""
    yield "one step up", number + step
    yield "one step down", number - step
    if number:
        yield "10 % up", number * Decimal("1.1")
        yield "10 % down", number * Decimal("0.9")


def changes(condition: Condition, *, negated: bool = False) -> Iterator[Change]:
    """Yield what can become of `condition` itself; it is negated unless it is so already."""
    match condition:
        case Compare(feature, how, threshold):
            if isinstance(threshold, Decimal):
                yield from _thresholds(feature, how, threshold)
                other: object = Quantity(threshold, feature.unit)
            else:
                other = threshold
            yield from _operators(feature, how, other)
        case Relate():
            yield from _related(condition)
        case Is():
            yield from _options(condition)
        case AllOf(parts):
            yield Change("any instead of all", lambda: any_of(*parts))
            yield from _dropped(condition)
        case AnyOf(parts):
            yield Change("all instead of any", lambda: all_of(*parts))
            yield from _dropped(condition)
        case AtLeast(count, parts):
            yield Change("at least one more", lambda: at_least(count + 1, *parts))
            yield Change("at least one fewer", lambda: at_least(count - 1, *parts))
            yield from _dropped(condition)
        case Not(part):
            yield Change("no longer negated", lambda: part)
        case _:
            pass
    if not negated and isinstance(condition, Compare | Relate | Is | IsKnown | Finding):
        yield Change("negated", lambda: not_(condition))


def _thresholds(feature: Measurement, how: Operator, threshold: Decimal) -> Iterator[Change]:
    for name, number in shifted(threshold, step_of(feature.unit.code, threshold)):
        if _same(feature, how, threshold, number):
            continue

        def make(number: Decimal = number) -> Condition:
            return compared(feature, how, Quantity(number, feature.unit))

        yield Change("threshold", make, f"{name} to {plain(number)}")


def _same(feature: Measurement, how: Operator, one: Decimal, other: Decimal) -> bool:
    """Whether a bound tells the same whole numbers apart, where the feature counts days."""
    if not isinstance(feature.derived, DaysSince | DaysSinceEnd | DaysSinceStart | DaysWith):
        return False
    up = how in {Operator.GE, Operator.LT}
    rounding = ROUND_CEILING if up else ROUND_FLOOR
    return one.to_integral_value(rounding) == other.to_integral_value(rounding)


def _operators(feature: Measurement, how: Operator, other: object) -> Iterator[Change]:
    yield Change("strictness", lambda: compared(feature, LOOSER[how], other))
    yield Change("direction", lambda: compared(feature, TURNED[how], other))


def _related(condition: Relate) -> Iterator[Change]:
    left, how, factor, right, offset = (
        condition.left,
        condition.operator,
        condition.factor,
        condition.right,
        condition.offset,
    )

    def line(factor: Decimal, offset: Decimal) -> object:
        return factor * right + Quantity(offset, right.unit)

    yield from _operators(left, how, line(factor, offset))
    other = Decimal(1) if factor != 1 else Decimal(2)
    yield Change("factor", lambda: compared(left, how, line(other, offset)), f"to {other}")
    yield Change(
        "factor", lambda: compared(left, how, line(factor * Decimal("1.1"), offset)), "10 % up"
    )
    if offset:
        step = step_of(right.unit.code, offset)
        for name, number in (*shifted(offset, step), ("other sign", -offset), ("none", Decimal(0))):
            if factor == 1 and _same(left, how, offset, number):
                continue

            def make(number: Decimal = number) -> Condition:
                return compared(left, how, line(factor, number))

            yield Change("offset", make, name)


def _options(condition: Is) -> Iterator[Change]:
    feature, named = condition.feature, condition.options
    for option in feature.options:
        if option not in _possible(feature):
            continue  # the choice never takes it, so nothing changes with it
        here = tuple(one for one in feature.options if one.value in named)
        if option in here:
            rest = tuple(one for one in here if one is not option)

            def fewer(rest: tuple[object, ...] = rest) -> Condition:
                return feature.is_(*rest)  # pyright: ignore[reportArgumentType]

            yield Change("option dropped", fewer, option.value)
        else:
            more = (*here, option)
            yield Change("option added", lambda more=more: feature.is_(*more), option.value)


def _possible(feature: Choice) -> tuple[Option, ...]:
    if isinstance(feature.derived, Cases):
        return tuple(dict.fromkeys(option for _, option in feature.derived.cases))
    return tuple(feature.options)


def _dropped(condition: AllOf | AnyOf | AtLeast) -> Iterator[Change]:
    for number in range(len(condition.parts)):
        rest = condition.parts[:number] + condition.parts[number + 1 :]
        yield Change("part dropped", lambda rest=rest: with_parts(condition, rest), str(number))
