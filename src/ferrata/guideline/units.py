"""Units and exact quantities.

A unit is its UCUM code, its dimension and its size as a fraction; there are no floats. Every
measured value is quantised once, at the border, to eight decimals in the unit of its analyte
(:func:`quantise`), and every meaning of a guideline compares that number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import overload

from ferrata.guideline.errors import UnitError

Dimension = tuple[tuple[str, int], ...]
"""Powers of base dimensions, sorted: density is ``(("length", -3), ("mass", 1))``."""

SMALLEST_STEP = Decimal("0.00000001")
"""The resolution of every measured value: decimal(18, 8)."""

_LARGEST = Decimal(10) ** 10


def exact(number: float | str | Decimal) -> Decimal:
    """Return `number` as the decimal that its author wrote.

    Raises:
        UnitError: for a boolean, NaN or an infinity.
    """
    value = Decimal("NaN") if isinstance(number, bool) else Decimal(str(number))
    if not value.is_finite():
        raise UnitError(
            f"{number!r} is not a number that can be measured",
            why="a threshold or a dose is a finite number",
            write="a plain number such as 8 or 0.5",
        )
    return value


def quantise(value: Fraction | Decimal) -> Decimal:
    """Return `value` rounded to decimal(18, 8), the number that every meaning compares.

    Raises:
        OverflowError: when more than ten digits stand before the point.
    """
    above, below = value.as_integer_ratio()
    scaled, rest = divmod(above * 10**8, below)
    scaled += 2 * rest > below or (2 * rest == below and scaled % 2)  # half to even
    result = Decimal(scaled).scaleb(-8)
    if abs(result) >= _LARGEST:
        raise OverflowError(f"{value} has more than ten digits before the point")
    return result


def plain(value: Decimal) -> str:
    """Return `value` as a person writes it: no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Unit:
    """A UCUM code with its dimension and its size in base units (g, m, s, mol)."""

    code: str
    dimension: Dimension
    size: Fraction

    def __truediv__(self, other: Unit) -> Unit:
        return Unit(
            f"{self.code}/{other.code.removeprefix('/')}",
            _times(self.dimension, other.dimension, -1),
            self.size / other.size,
        )

    @overload
    def __mul__(self, other: Unit) -> Unit: ...
    @overload
    def __mul__(self, other: float | Decimal) -> Quantity: ...
    def __mul__(self, other: Unit | float | Decimal) -> Unit | Quantity:
        if not isinstance(other, Unit):
            return Quantity(exact(other), self)
        return Unit(
            f"{self.code}.{other.code}",
            _times(self.dimension, other.dimension, 1),
            self.size * other.size,
        )

    def __rmul__(self, number: float | Decimal) -> Quantity:
        return Quantity(exact(number), self)

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit. It has no order of its own: `to` makes numbers comparable."""

    value: Decimal
    unit: Unit

    def __truediv__(self, unit: Unit) -> Quantity:
        return Quantity(self.value, self.unit / unit)

    def to(self, unit: Unit, *, molar_mass: Quantity | None = None) -> Fraction:
        """Return the number of `unit` in this quantity, exactly.

        `molar_mass` (g/mol) joins mass and amount of the one substance it belongs to.

        Raises:
            UnitError: when the dimensions differ and no molar mass joins them.
        """
        if self.unit.dimension == unit.dimension:
            return Fraction(self.value) * _ratio(self.unit, unit)
        amount = Fraction(self.value) * self.unit.size
        if molar_mass is not None:
            grams = Fraction(molar_mass.value) * molar_mass.unit.size
            if _times(self.unit.dimension, molar_mass.unit.dimension, 1) == unit.dimension:
                return amount * grams / unit.size
            if _times(self.unit.dimension, molar_mass.unit.dimension, -1) == unit.dimension:
                return amount / grams / unit.size
        raise UnitError(
            f"{self} cannot be read in {unit}",
            why=f"{self.unit} and {unit} measure different things",
            write=f"a quantity in {unit} or in a unit of the same dimension",
        )

    def __str__(self) -> str:
        return f"{plain(self.value)} {self.unit}".replace(" /", "/")


@dataclass(frozen=True, slots=True)
class Range:
    """A closed interval of numbers in one unit."""

    low: Decimal
    high: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise UnitError(
                f"a range from {plain(self.low)} to {plain(self.high)} is empty",
                why="no value lies in it",
                write=f"between({plain(self.high)}, {plain(self.low)}, ...)",
            )

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def __str__(self) -> str:
        return f"{plain(self.low)} to {plain(self.high)} {self.unit}".replace(" /", "/")


def between(low: float | str | Decimal, high: float | str | Decimal, unit: Unit) -> Range:
    """Return the closed range from `low` to `high` in `unit`."""
    return Range(quantise(exact(low)), quantise(exact(high)), unit)


def spelled(unit: Unit) -> str:
    """Return `unit` as an author writes it: ``g / dL``, ``per_uL``."""
    names = {one.code: name for name, one in globals().items() if isinstance(one, Unit)}
    return names.get(unit.code) or " / ".join(names.get(c, c) for c in unit.code.split("/"))


@lru_cache(maxsize=1024)
def _ratio(unit: Unit, other: Unit) -> Fraction:
    return unit.size / other.size


def _times(left: Dimension, right: Dimension, power: int) -> Dimension:
    powers = dict(left)
    for base, exponent in right:
        powers[base] = powers.get(base, 0) + power * exponent
    return tuple(sorted((base, exponent) for base, exponent in powers.items() if exponent))


_MASS, _LENGTH, _TIME, _AMOUNT = (
    (("mass", 1),),
    (("length", 1),),
    (("time", 1),),
    (("amount", 1),),
)
_VOLUME: Dimension = (("length", 3),)

one = Unit("1", (), Fraction(1))
percent = Unit("%", (), Fraction(1, 100))
kg = Unit("kg", _MASS, Fraction(1000))
g = Unit("g", _MASS, Fraction(1))
mg = Unit("mg", _MASS, Fraction(1, 10**3))
ug = Unit("ug", _MASS, Fraction(1, 10**6))
ng = Unit("ng", _MASS, Fraction(1, 10**9))
pg = Unit("pg", _MASS, Fraction(1, 10**12))
pound = Unit("[lb_av]", _MASS, Fraction("453.59237"))
m = Unit("m", _LENGTH, Fraction(1))
cm = Unit("cm", _LENGTH, Fraction(1, 100))
mm = Unit("mm", _LENGTH, Fraction(1, 1000))
inch = Unit("[in_i]", _LENGTH, Fraction("0.0254"))
m2 = Unit("m2", (("length", 2),), Fraction(1))
L = Unit("L", _VOLUME, Fraction(1, 10**3))
dL = Unit("dL", _VOLUME, Fraction(1, 10**4))
mL = Unit("mL", _VOLUME, Fraction(1, 10**6))
uL = Unit("uL", _VOLUME, Fraction(1, 10**9))
mol = Unit("mol", _AMOUNT, Fraction(1))
mmol = Unit("mmol", _AMOUNT, Fraction(1, 1000))
second = Unit("s", _TIME, Fraction(1))
hour = Unit("h", _TIME, Fraction(3600))
day = Unit("d", _TIME, Fraction(86_400))
week = Unit("wk", _TIME, Fraction(7 * 86_400))
celsius = Unit("Cel", (("temperature", 1),), Fraction(1))
per_uL = Unit("/uL", (("length", -3),), Fraction(10**9))
per_L = Unit("/L", (("length", -3),), Fraction(1000))
U = Unit("U", (("catalytic activity", 1),), Fraction(1))
mmHg = Unit("mm[Hg]", (("pressure", 1),), Fraction(1))
