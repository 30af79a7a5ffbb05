"""Features: what one needs to know about a patient, or about a course of treatment.

The class is the vocabulary, an instance is a patient: ``Case.platelets`` is a feature to build
conditions with, ``patient.platelets`` its value.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Self, TypeAlias, overload

from ferrata.guideline.conditions import Compare, Is, Node, Operator, Relate
from ferrata.guideline.errors import (
    ImplausibleThreshold,
    NotACondition,
    UnitError,
    author_line,
)
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import Quantity, Range, Unit, exact, plain, quantise, spelled
from ferrata.guideline.values import FeatureValue, Option

if TYPE_CHECKING:
    from ferrata.guideline.derivations import Derivation


class Feature:
    """Base of every feature: a label for people, and how it is derived from events."""

    def __init__(self, label: str, derived: Derivation | None = None) -> None:
        self.label, self.derived, self.where = label, derived, author_line()
        self.name = self.vocabulary = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name, self.vocabulary = name, owner.__name__

    @property
    def path(self) -> str:
        """The feature's stable name: ``Case.platelets``."""
        return f"{self.vocabulary}.{self.name}"

    def __repr__(self) -> str:
        return self.path if self.name else f"<{self.label}>"

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: HasValues, owner: type) -> FeatureValue: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Self: ...
    def __get__(self, instance: object, owner: type) -> Self | FeatureValue:
        return instance.value(self) if isinstance(instance, HasValues) else self


class HasValues:
    """Anything that has a value for a feature: a case, a course, or both together."""

    def value(self, feature: Feature) -> FeatureValue:
        """Return the value of `feature`; unknown where there is none."""
        raise TypeError(f"{type(self).__name__} must say the value of {feature}")


MOST_DIGITS = 9
"""A value has 18 digits and decimals are exact to 28."""


class Linear:
    """``factor x feature + offset``, the right-hand side of a comparison between measurements."""

    def __init__(self, feature: Measurement, factor: Decimal, offset: Decimal) -> None:
        if len(factor.as_tuple().digits) > MOST_DIGITS:
            raise UnitError(
                f"{feature.label} is multiplied by {factor}",
                why=f"beyond {MOST_DIGITS} digits a product could be rounded, and meanings differ",
                write="a factor such as 2 or 1.5",
            )
        self.feature, self.factor, self.offset = feature, factor, offset

    def __add__(self, other: Quantity) -> Linear:
        return Linear(self.feature, self.factor, self.offset + self.feature.read(other))

    def __sub__(self, other: Quantity) -> Linear:
        return Linear(self.feature, self.factor, self.offset - self.feature.read(other))


Comparable: TypeAlias = "Quantity | Parameter | Linear | Measurement"


class Measurement(Feature):
    """A number with a unit and a plausible range."""

    def __init__(
        self, label: str, unit: Unit, plausible: Range, derived: Derivation | None = None
    ) -> None:
        super().__init__(label, derived)
        if plausible.unit.dimension != unit.dimension:
            raise UnitError(
                f"{label}: the plausible range is in {plausible.unit}, the feature in {unit}",
                why="they measure different things",
                write=f"between(..., ..., {spelled(unit)})",
            )
        self.unit = unit
        self.plausible = Range(
            quantise(Quantity(plausible.low, plausible.unit).to(unit)),
            quantise(Quantity(plausible.high, plausible.unit).to(unit)),
            unit,
        )

    def read(self, quantity: object) -> Decimal:
        """Return a :class:`Quantity` as a quantised number in this feature's unit.

        Raises:
            UnitError: for a bare number, or a unit of another dimension.
        """
        if not isinstance(quantity, Quantity):
            bare = isinstance(quantity, int | float | Decimal)
            raise UnitError(
                f"{self.label} is compared with {quantity!r}, which has no unit",
                why=f"{self.label} is measured in {self.unit}",
                write=f"{quantity if bare else 'a number'} * {spelled(self.unit)}",
            )
        return quantise(quantity.to(self.unit))

    def _against(self, operator: Operator, other: Comparable) -> Compare | Relate:
        if isinstance(other, Measurement):
            other = Linear(other, Decimal(1), Decimal(0))
        if isinstance(other, Linear):
            if other.feature is self:
                raise NotACondition(
                    f"{self.label} is compared with itself",
                    why="the answer would never depend on the patient",
                    write="another measurement on one side",
                )
            if other.feature.unit != self.unit:
                raise UnitError(
                    f"{self.label} ({self.unit}) is compared with "
                    f"{other.feature.label} ({other.feature.unit})",
                    why="both sides must be in one unit",
                    write=f"two features in {self.unit}",
                )
            return Relate(self, operator, other.factor, other.feature, other.offset)
        if isinstance(other, Parameter):
            if other.allowed.unit != self.unit:
                raise UnitError(
                    f"{self.label} ({self.unit}) is compared with {other.id} "
                    f"({other.allowed.unit})",
                    why="both sides must be in one unit",
                    write=f"a parameter in {self.unit}",
                )
            return Compare(self, operator, other)
        threshold = self.read(other)
        if threshold not in self.plausible:
            raise ImplausibleThreshold(
                f"{self.label} {operator} {other} lies outside the plausible range "
                f"{self.plausible}",
                why=f"no plausible value crosses {plain(threshold)} {self.unit}; "
                "is the unit right?",
                write=f"a threshold from {self.plausible}",
            )
        return Compare(self, operator, threshold)

    def __lt__(self, other: Comparable) -> Compare | Relate:
        return self._against(Operator.LT, other)

    def __le__(self, other: Comparable) -> Compare | Relate:
        return self._against(Operator.LE, other)

    def __gt__(self, other: Comparable) -> Compare | Relate:
        return self._against(Operator.GT, other)

    def __ge__(self, other: Comparable) -> Compare | Relate:
        return self._against(Operator.GE, other)

    def __mul__(self, factor: float | Decimal) -> Linear:
        return Linear(self, exact(factor), Decimal(0))

    __rmul__ = __mul__

    def __add__(self, offset: Quantity) -> Linear:
        return Linear(self, Decimal(1), self.read(offset))

    def __sub__(self, offset: Quantity) -> Linear:
        return Linear(self, Decimal(1), -self.read(offset))


class Finding(Feature, Node):
    """Something that is so, or is not. It is a condition by itself."""


class Choice(Feature):
    """Exactly one of several options."""

    def __init__(
        self, label: str, options: type[Option], derived: Derivation | None = None
    ) -> None:
        super().__init__(label, derived)
        self.options = options

    def is_(self, *options: Option) -> Is:
        """The choice is one of `options`."""
        strangers = [o for o in options if not isinstance(o, self.options)]
        if strangers or not options:
            raise NotACondition(
                f"{self.label} can never be {', '.join(map(repr, strangers)) or 'nothing'}",
                why=f"its options are {', '.join(self.options)}",
                write=f"{self!r}.is_({self.options.__name__}.{next(iter(self.options)).name})",
            )
        return Is(self, tuple(option.value for option in options))


AnyFeature: TypeAlias = Measurement | Finding | Choice
"""The sealed union of feature kinds, for `match`."""
