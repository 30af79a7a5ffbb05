"""One patient: yes, no or unknown, because of what, and what is missing. The reference.

Plain and slow to misread: every other meaning must agree with this one. Logic is Kleene's: what
is unknown decides nothing, and what is decided without it stays decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import assert_never, cast

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
from ferrata.guideline.features import Feature, Finding, HasValues
from ferrata.guideline.parameters import Parameter, Site
from ferrata.guideline.values import Answer, Between, FeatureValue, Known, Unknown

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


@dataclass(frozen=True, slots=True)
class Because:
    """One condition on features that supports a judgement, and the values it saw."""

    condition: Condition
    answer: Answer
    values: tuple[tuple[Feature, FeatureValue], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a condition says of a patient.

    `because` holds the leaves that settle the answer. `missing` holds features whose values could
    still change it: a sound superset, empty once the answer is settled. What only `known()` asks
    for is never missing: not being known is its answer.
    """

    condition: Condition
    answer: Answer
    because: tuple[Because, ...]
    missing: tuple[Feature, ...]


def judge(condition: Condition, facts: HasValues, site: Site) -> Judgement:
    """Return what `condition` says of the patient with these `facts` at this `site`."""
    match condition:
        case Compare(feature, operator, threshold):
            value = facts.value(feature)
            bound = site[threshold] if isinstance(threshold, Parameter) else threshold
            return _leaf(condition, _compare(value, operator, Known(bound)), {feature: value})
        case Relate(left, operator, factor, right, offset):
            mine, other = facts.value(left), facts.value(right)
            answer = _compare(mine, operator, _line(other, factor, offset))
            return _leaf(condition, answer, {left: mine, right: other})
        case Is(feature, options):
            value = facts.value(feature)
            answer = _answer(value.value in options) if isinstance(value, Known) else UNKNOWN
            return _leaf(condition, answer, {feature: value})
        case IsKnown(feature):
            value = facts.value(feature)
            return _leaf(condition, _answer(not isinstance(value, Unknown)), {feature: value})
        case AllOf(parts):
            return _counted(condition, parts, len(parts), facts, site)
        case AnyOf(parts):
            return _counted(condition, parts, 1, facts, site)
        case AtLeast(count, parts):
            return _counted(condition, parts, count, facts, site)
        case Not(part):
            inner = judge(part, facts, site)
            return Judgement(condition, _opposite(inner.answer), inner.because, inner.missing)
        case Criterion(_, part, _):
            inner = judge(part, facts, site)
            return Judgement(condition, inner.answer, inner.because, inner.missing)
        case Finding():
            value = facts.value(condition)
            answer = _answer(value.value is True) if isinstance(value, Known) else UNKNOWN
            return _leaf(condition, answer, {condition: value})
        case _:
            assert_never(condition)


def _answer(holds: bool) -> Answer:
    return YES if holds else NO


def _opposite(answer: Answer) -> Answer:
    return {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[answer]


def _leaf(condition: Condition, answer: Answer, values: dict[Feature, FeatureValue]) -> Judgement:
    missing: tuple[Feature, ...] = ()
    if answer is UNKNOWN:
        missing = tuple(one for one, value in values.items() if not isinstance(value, Known))
    because = Because(condition, answer, tuple(values.items()))
    return Judgement(condition, answer, (because,), missing)


_HOLDS: dict[Operator, Callable[[Decimal, Decimal], bool]] = {
    Operator.LT: lt,
    Operator.LE: le,
    Operator.GT: gt,
    Operator.GE: ge,
}


def _bounds(value: FeatureValue) -> tuple[Decimal, ...]:
    """The ends of what a number can be: one when it is known, none when it is unknown."""
    match value:
        case Known(number):
            return (cast("Decimal", number),)
        case Between(low, high):
            return low, high
        case Unknown():
            return ()
        case _:
            assert_never(value)


def _compare(left: FeatureValue, operator: Operator, right: FeatureValue) -> Answer:
    """Yes when every pair of possible values compares so, no when none does."""
    compares = _HOLDS[operator]
    holds = [compares(mine, other) for mine in _bounds(left) for other in _bounds(right)]
    if holds and all(holds):
        return YES
    return UNKNOWN if not holds or any(holds) else NO


def _line(value: FeatureValue, factor: Decimal, offset: Decimal) -> FeatureValue:
    """What ``factor x value + offset`` can be."""
    bounds = _bounds(value)
    if not bounds:
        return value
    ends = sorted(factor * bound + offset for bound in bounds)
    return Between(ends[0], ends[-1])


def _counted(
    condition: Condition, parts: Iterable[Condition], count: int, facts: HasValues, site: Site
) -> Judgement:
    """At least `count` parts hold: all of them, any of them, or k of n."""
    judged = [judge(part, facts, site) for part in parts]
    yes = [one for one in judged if one.answer is YES]
    unknown = [one for one in judged if one.answer is UNKNOWN]
    if len(yes) >= count:
        answer, settling = YES, yes
    elif len(yes) + len(unknown) >= count:
        answer, settling = UNKNOWN, unknown
    else:
        answer, settling = NO, [one for one in judged if one.answer is NO]
    return Judgement(
        condition,
        answer,
        tuple(reason for one in settling for reason in one.because),
        tuple(dict.fromkeys(feature for one in settling for feature in one.missing)),
    )
