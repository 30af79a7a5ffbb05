"""From a declared dose to milligrams a day, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ferrata.guideline.doses import Basis, Dose
from ferrata.guideline.units import Quantity, Range, day, mg, plain

_TENTH = Decimal("0.1")
_DAILY_MG = mg / day


@dataclass(frozen=True, slots=True)
class Amount:
    """Milligrams a day from `low` to `high`, the arithmetic, and whether the cap bites.

    The lower bound is rounded up and the upper one down to 0.1 mg, so that rounding never
    crosses a bound.
    """

    low: Decimal
    high: Decimal
    divided: int
    arithmetic: tuple[str, ...]
    capped: bool

    @property
    def per_dose(self) -> tuple[Decimal, Decimal]:
        """Milligrams in each of the day's doses, which never add up to more than the day's."""
        high = _down(self.high / self.divided)
        return min(_up(self.low / self.divided), high), high


@dataclass(frozen=True, slots=True)
class NotComputed:
    """Why no amount is given: what is missing, or which bounds exclude each other."""

    reason: str


def mosteller(weight_kg: Decimal, height_cm: Decimal) -> Decimal:
    """Return the body surface in m2 by Mosteller (1987): the root of weight x height / 3600."""
    return (weight_kg * height_cm / 3600).sqrt().quantize(Decimal("0.001"))


SURFACE = (Decimal("0.15"), Decimal("2.6"))
"""The body surfaces, in m2, for which doses are computed."""


def amount(
    dose: Dose,
    *,
    weight_kg: Decimal | str,
    height_cm: Decimal | str,
    cap: Decimal | None,
) -> Amount | NotComputed:
    """Return the milligrams a day of `dose` for a body; `cap` is in mg a day.

    A weight or height given as text is the reason why it is not known.
    """
    size, lines = _size(dose.basis, weight_kg, height_cm)
    if isinstance(size, NotComputed):
        return size
    bounds: list[Decimal] = []
    for quantity in dict.fromkeys((dose.low, dose.high)):
        rate = _per_unit(quantity, dose.basis)
        whole = rate * size
        bounds.append(whole)
        lines.append(
            f"{quantity} x {plain(size)} {_SIZE_UNIT[dose.basis]} = {plain(_near(whole))} mg/d"
            if dose.basis is not Basis.FLAT
            else f"{quantity}"
        )
    low, high = bounds[0], bounds[-1]
    capped = cap is not None and high > cap
    if cap is not None and capped:
        low, high = min(low, cap), cap
        lines.append(f"capped at {plain(cap)} mg/d")
    high = _down(high)
    low = min(_up(low), high)  # both bounds may fall between the same two tenths
    if high < _TENTH * dose.divided:
        return NotComputed("the dose rounds to nothing: check weight and height")
    return Amount(low, high, dose.divided, tuple(lines), capped)


_SIZE_UNIT = {Basis.WEIGHT: "kg", Basis.SURFACE: "m2", Basis.FLAT: ""}


def _size(
    basis: Basis, weight_kg: Decimal | str, height_cm: Decimal | str
) -> tuple[Decimal | NotComputed, list[str]]:
    match basis:
        case Basis.FLAT:
            return Decimal(1), []
        case Basis.WEIGHT:
            if isinstance(weight_kg, str):
                return NotComputed(f"body weight: {weight_kg}"), []
            return weight_kg, []
        case Basis.SURFACE:
            if isinstance(weight_kg, str):
                return NotComputed(f"body weight: {weight_kg}"), []
            if isinstance(height_cm, str):
                return NotComputed(f"body height: {height_cm}"), []
            surface = mosteller(weight_kg, height_cm)
            if not SURFACE[0] <= surface <= SURFACE[1]:
                return (
                    NotComputed(
                        f"a body surface of {plain(surface)} m2 is outside "
                        f"{plain(SURFACE[0])} to {plain(SURFACE[1])}: check weight and height"
                    ),
                    [],
                )
            line = (
                f"body surface (Mosteller) = root of {plain(weight_kg)} kg x "
                f"{plain(height_cm)} cm / 3600 = {plain(surface)} m2"
            )
            return surface, [line]


def _per_unit(quantity: Quantity, basis: Basis) -> Decimal:
    """Milligrams a day per kilogram, per square metre, or whole."""
    fraction = quantity.to(quantity.unit) * quantity.unit.size / _DAILY_MG.size
    if basis is Basis.WEIGHT:
        fraction *= 1000  # a unit of mass over mass is reckoned per gram
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def _up(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_CEILING)


def _down(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_FLOOR)


def _near(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))


def days(value: Range | None) -> str:
    """Return a span of days in words: "3 to 7 days", "1 day", or nothing."""
    if value is None:
        return ""
    low, high = plain(value.low), plain(value.high)
    if low == high:
        return f"{low} day" if low == "1" else f"{low} days"
    return f"{low} to {high} days"
