"""Conditions of every kind of node, over any features; thresholds meet the values of `facts`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st
from tests.strategies.facts import numbers
from tests.strategies.vocabulary import FEATURES, LOW, because

from ferrata.guideline.conditions import (
    Compare,
    Condition,
    Is,
    Operator,
    Relate,
    all_of,
    any_of,
    at_least,
    criterion,
    known,
    not_,
)
from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.parameters import Parameter

FACTORS = tuple(map(Decimal, ("1", "0.5", "2", "-1", "0", "1.25", "0.00000001")))
OFFSETS = tuple(map(Decimal, ("0", "2", "-2", "0.00000001", "-7.99999999")))


@st.composite
def leaves(
    draw: st.DrawFn, features: Sequence[Feature], parameters: Sequence[Parameter], *, ask: bool
) -> Condition:
    """A condition without parts; `ask` allows :func:`known`."""
    feature = draw(st.sampled_from(features))
    if ask and draw(st.integers(0, 5)) == 0:
        return known(feature)
    operator = draw(st.sampled_from(Operator))
    match feature:
        case Measurement():
            alike = [
                one
                for one in features
                if isinstance(one, Measurement) and one.unit == feature.unit and one is not feature
            ]
            if alike and draw(st.booleans()):
                factor, offset = draw(st.sampled_from(FACTORS)), draw(st.sampled_from(OFFSETS))
                return Relate(feature, operator, factor, draw(st.sampled_from(alike)), offset)
            ours = [one for one in parameters if one.allowed.unit == feature.unit]
            if ours and draw(st.booleans()):
                return Compare(feature, operator, draw(st.sampled_from(ours)))
            return Compare(feature, operator, draw(numbers(feature.unit.code)))
        case Choice():
            options = draw(st.lists(st.sampled_from(feature.options), min_size=1, unique=True))
            return Is(feature, tuple(one.value for one in options))
        case _:
            assert isinstance(feature, Finding)
            return feature


def conditions(
    features: Sequence[Feature] = FEATURES,
    parameters: Sequence[Parameter] = (LOW,),
    *,
    ask: bool = True,
    max_leaves: int = 8,
) -> st.SearchStrategy[Condition]:
    """A condition; without `ask` a monotone one, as guards and gates must be."""

    def larger(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=1, max_size=4)
        return st.one_of(
            several.map(lambda some: all_of(*some)),
            several.map(lambda some: any_of(*some)),
            several.flatmap(
                lambda some: st.integers(1, len(some)).map(lambda count: at_least(count, *some))
            ),
            parts.map(not_),
            parts.map(lambda part: criterion("Named", part, because)),
        )

    return st.recursive(leaves(features, parameters, ask=ask), larger, max_leaves=max_leaves)
