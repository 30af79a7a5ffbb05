"""Features and parameters as small groups of solver variables.

A number is scaled by 10^8, so that the integers are exactly the language's quantised decimals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias, assert_never, cast

from ferrata.guideline.features import AnyFeature, Choice, Feature, Finding, Measurement
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import Range, quantise
from ferrata.interpret.prove.solver import Bool, Int, Logic

SCALE = 10**8


def scaled(value: Decimal) -> Fraction:
    """Return `value` in steps of 10^-8."""
    return Fraction(value) * SCALE


def unscaled(steps: int) -> Decimal:
    """Return the quantised decimal of `steps` steps."""
    return quantise(Fraction(steps, SCALE))


@dataclass(frozen=True, slots=True)
class Number:
    """A measurement: unknown, or somewhere from `low` to `high`."""

    unknown: Bool
    low: Int
    high: Int


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding: unknown, or so, or not so."""

    unknown: Bool
    value: Bool


@dataclass(frozen=True, slots=True)
class Index:
    """A choice: unknown, or the place of its option."""

    unknown: Bool
    place: Int


Group: TypeAlias = Number | Flag | Index


class Variables:
    """The variables of one patient at one site, made when first asked for.

    When `known`, nothing is unknown and every interval is a point: the same variable twice.
    """

    def __init__(self, logic: Logic, *, known: bool, tag: str = "") -> None:
        self.logic, self._known, self._tag = logic, known, tag
        self.groups: dict[Feature, Group] = {}
        self.parameters: dict[Parameter, Int] = {}

    def number(self, feature: Measurement) -> Number:
        return cast("Number", self.group(feature))

    def flag(self, feature: Finding) -> Flag:
        return cast("Flag", self.group(feature))

    def index(self, feature: Choice) -> Index:
        return cast("Index", self.group(feature))

    def group(self, feature: Feature) -> Group:
        """Return the variables of `feature`."""
        if feature not in self.groups:
            # Numbered: two features of one path must not become one variable.
            name = f"{self._tag}{len(self.groups)} {feature.path}"
            self.groups[feature] = self._made(cast("AnyFeature", feature), name)
        return self.groups[feature]

    def _made(self, feature: AnyFeature, name: str) -> Group:
        logic = self.logic
        unknown = logic.truth(False) if self._known else logic.flag(f"{name} unknown")
        match feature:
            case Measurement():
                low = logic.number(f"{name} low")
                return Number(unknown, low, low if self._known else logic.number(f"{name} high"))
            case Choice():
                return Index(unknown, logic.number(name))
            case Finding():
                return Flag(unknown, logic.flag(name))
            case _:
                assert_never(feature)

    def parameter(self, parameter: Parameter) -> Int:
        """Return the variable of a site's number."""
        if parameter not in self.parameters:
            name = f"{self._tag}site {len(self.parameters)} {parameter.id}"
            self.parameters[parameter] = self.logic.number(name)
        return self.parameters[parameter]

    def bounds(self) -> Iterator[Bool]:
        """Yield what every plausible patient and every allowed site satisfies."""
        logic = self.logic
        for feature, group in self.groups.items():
            match group:
                case Number(_, low, high):
                    yield from self._within(cast("Measurement", feature).plausible, low, high)
                    yield logic.at_most(low, high)
                case Index(_, place):
                    last = len(cast("Choice", feature).options) - 1
                    yield logic.at_most(logic.constant(0), place)
                    yield logic.at_most(place, logic.constant(last))
                case Flag():
                    pass
                case _:
                    assert_never(group)
        for parameter, value in self.parameters.items():
            yield from self._within(parameter.allowed, value, value)

    def _within(self, limits: Range, low: Int, high: Int) -> Iterator[Bool]:
        yield self.logic.at_most(self.logic.constant(ceil(scaled(limits.low))), low)
        yield self.logic.at_most(high, self.logic.constant(floor(scaled(limits.high))))
