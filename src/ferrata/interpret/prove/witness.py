"""A patient and a site that the solver found, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias, assert_never, cast

from ferrata.guideline.conditions import Compare, Condition, features_of, walk
from ferrata.guideline.features import Choice, Feature, HasValues
from ferrata.guideline.parameters import Parameter, Site
from ferrata.guideline.units import Quantity
from ferrata.guideline.values import Answer, FeatureValue, Known, Reason, Unknown, number
from ferrata.interpret.prove.encode import Pair
from ferrata.interpret.prove.solver import Model
from ferrata.interpret.prove.variables import Flag, Index, Number, Variables, unscaled

Judge: TypeAlias = Callable[[Condition, HasValues, Site], Answer]
"""The evaluator that replays what the solver found. It comes in as an argument."""


@dataclass(frozen=True, slots=True)
class Witness(HasValues):
    """One patient, by feature, at one site, by parameter; a feature not named is unknown."""

    values: Mapping[Feature, FeatureValue]
    settings: Mapping[Parameter, Decimal] = field(default_factory=dict[Parameter, Decimal])

    def value(self, feature: Feature) -> FeatureValue:
        return self.values.get(feature, Unknown(Reason.NEVER_RECORDED))

    def site(self) -> Site:
        """Return the site of this patient."""
        settings = {one.id: Quantity(n, one.allowed.unit) for one, n in self.settings.items()}
        return Site(self.settings, settings)

    def about(self, conditions: Iterable[Condition]) -> Witness:
        """Return the part of this patient and site that `conditions` ask for."""
        asked = tuple(conditions)
        return Witness(
            {feature: self.values[feature] for feature in all_features(asked)},
            {parameter: self.settings[parameter] for parameter in all_parameters(asked)},
        )


def all_features(conditions: Iterable[Condition]) -> tuple[Feature, ...]:
    """Return the features that `conditions` ask for, each once, in reading order."""
    return tuple(dict.fromkeys(one for condition in conditions for one in features_of(condition)))


def all_parameters(conditions: Iterable[Condition]) -> tuple[Parameter, ...]:
    """Return the parameters that `conditions` compare with, each once, in reading order."""
    found: dict[Parameter, None] = {}
    for condition in conditions:
        for node in walk(condition):
            match node:
                case Compare(threshold=Parameter() as parameter):
                    found[parameter] = None
                case _:
                    pass
    return tuple(found)


def witness_in(model: Model, variables: Variables, conditions: Iterable[Condition]) -> Witness:
    """Return what `model` says of everything that `conditions` ask for."""
    asked = tuple(conditions)
    return Witness(
        {one: _value(model, variables, one) for one in all_features(asked)},
        {one: unscaled(model.number(variables.parameter(one))) for one in all_parameters(asked)},
    )


def _value(model: Model, variables: Variables, feature: Feature) -> FeatureValue:
    group = variables.group(feature)
    if model.truth(group.unknown):
        return Unknown(Reason.NEVER_RECORDED)
    match group:
        case Number(_, low, high):
            return number(unscaled(model.number(low)), unscaled(model.number(high)), None, "")
        case Flag(_, value):
            return Known(model.truth(value))
        case Index(_, place):
            options = tuple(cast("Choice", feature).options)
            return Known(options[model.number(place)].value)
        case _:
            assert_never(group)


def answer_in(model: Model, pair: Pair) -> Answer:
    """Return the answer that `model` gives to a condition's pair."""
    if model.truth(pair.yes):
        return Answer.YES
    return Answer.NO if model.truth(pair.no) else Answer.UNKNOWN


def disagreement(
    judge: Judge, witness: Witness, expected: Iterable[tuple[Condition, Answer]]
) -> str | None:
    """Return where `judge` answers otherwise than the solver for `witness`, if anywhere."""
    site = witness.site()
    for condition, answer in expected:
        judged = judge(condition, witness, site)
        if judged is not answer:
            return (
                f"replay disagrees: the solver says {answer}, the evaluator {judged}: {condition}"
            )
    return None
