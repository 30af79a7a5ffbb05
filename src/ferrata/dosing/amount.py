"""From a declared dose to milligrams, line by line and exactly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ferrata.dosing.body import SURFACE, Formula, outside_surface, surface, surface_line
from ferrata.dosing.written import mass_unit, number, spelled, written
from ferrata.guideline.doses import Basis, Dose
from ferrata.guideline.parameters import Parameter, Site
from ferrata.guideline.units import Quantity, kg, m2, mg, plain
from ferrata.guideline.units import day as per_day

_GRAM = Decimal("0.001")
_MILLIMETER = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a site sets for a dose: cap and stop in mg a day, the tolerance as a share."""

    cap: Decimal | None = None
    stop: Decimal | None = None
    tolerance: Decimal = Decimal(0)


def limits(dose: Dose, site: Site) -> Limits:
    """Return the limits of `dose` at `site`."""

    def of(one: Parameter | None) -> Decimal | None:
        return None if one is None else site[one]

    return Limits(of(dose.cap), of(dose.stop), (of(dose.tolerance) or Decimal(0)) / 100)


@dataclass(frozen=True, slots=True)
class Body:
    """Weight in kg and height in cm, to 1 g and 1 mm; a text says why one is not known."""

    weight: Decimal | str
    height: Decimal | str
    formula: Formula = Formula.MOSTELLER

    def __post_init__(self) -> None:
        for name, step in (("weight", _GRAM), ("height", _MILLIMETER)):
            value: Decimal | str = getattr(self, name)
            if isinstance(value, Decimal) and value.is_finite():
                object.__setattr__(self, name, value.quantize(step))

    @property
    def surface(self) -> Decimal | None:
        """The body surface in m2, rounded to 0.001; None when it is not known."""
        weight, height = _known("", self.weight), _known("", self.height)
        if isinstance(weight, str) or isinstance(height, str):
            return None
        return surface(weight, height, self.formula)


@dataclass(frozen=True, slots=True)
class Amount:
    """Milligrams from `low` to `high` of a day or, when `single`, of a dose that is repeated.

    `low`, `high` and `uncapped`, the upper one without the cap, are exact. `within` is what one
    dose as a product may hold, `in_all` what a whole course comes to at most.
    """

    low: Decimal
    high: Decimal
    divided: int
    single: bool
    uncapped: Decimal
    within: tuple[Fraction, Fraction]
    in_all: Decimal | None
    arithmetic: tuple[str, ...]

    @property
    def capped(self) -> bool:
        """Whether the cap bites."""
        return self.uncapped > self.high

    @property
    def per_dose(self) -> tuple[Fraction, Fraction]:
        """Milligrams in one dose, exactly."""
        return Fraction(self.low) / self.divided, Fraction(self.high) / self.divided

    @property
    def aim(self) -> Fraction | None:
        """The single figure that one dose comes near to; None where a dose is a range."""
        return self.per_dose[1] if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class NotComputed:
    """Why no amount is given: what is missing, or which bounds exclude each other."""

    reason: str
    arithmetic: tuple[str, ...] = ()


def amount(dose: Dose, body: Body, limit: Limits) -> Amount | NotComputed:
    """Return the milligrams of `dose` for `body`, within the limits of a site."""
    sized = _size(dose.basis, body)
    if isinstance(sized, NotComputed):
        return sized
    size, lines = sized
    unit, daily = mass_unit(dose.low.unit), "" if dose.repeat else "/d"
    bounds: list[Decimal] = []
    for quantity in dict.fromkeys((dose.low, dose.high)):
        bounds.append(milligrams(quantity, dose.basis, size))
        lines.append(_line(quantity, dose.basis, size, f"{written(bounds[-1], unit)}{daily}"))
    limited = _limited(dose, limit, bounds[0], bounds[-1], lines)
    if isinstance(limited, NotComputed):
        return limited
    low, high = limited
    in_all = None if dose.longest is None else high * dose.longest
    if dose.in_all is not None:
        in_all = milligrams(dose.in_all, dose.basis, size)
        said = _line(dose.in_all, dose.basis, size, written(in_all, unit))
        lines.append(f"in all at most {said}")
    if dose.divided > 1:
        whole = " to ".join(dict.fromkeys((number(low, unit), number(high, unit))))
        each = (Fraction(low) / dose.divided, Fraction(high) / dose.divided)
        parts = " to ".join(dict.fromkeys(number(one, unit) for one in each))
        lines.append(
            f"{whole} {spelled(unit)}/d in {dose.divided} doses: {parts} {spelled(unit)} per dose"
        )
    return Amount(
        low=low,
        high=high,
        divided=dose.divided,
        single=dose.repeat is not None,
        uncapped=bounds[-1],
        within=window(dose, low, high, limit),
        in_all=in_all,
        arithmetic=tuple(lines),
    )


def window(dose: Dose, low: Decimal, high: Decimal, limit: Limits) -> tuple[Fraction, Fraction]:
    """Return what one dose as a product may hold, in mg, for bounds within the limits.

    A range is kept, and so is a least dose. A single figure is widened by the tolerance, never
    beyond cap or stop.
    """
    least, most = Fraction(low), Fraction(high)
    if low == high and dose.least is None:
        share = Fraction(limit.tolerance)
        tops = (Fraction(one) for one in (limit.cap, limit.stop) if one is not None)
        least, most = least * (1 - share), min((most * (1 + share), *tops))
    return least / dose.divided, most / dose.divided


def milligrams(quantity: Quantity, basis: Basis, size: Decimal) -> Decimal:
    """Return the milligrams, of a day where `quantity` is one, for a body of `size` kg or m2."""
    unit = {Basis.WEIGHT: mg / kg, Basis.SURFACE: mg / m2, Basis.FLAT: mg}[basis]
    daily = any(base == "time" for base, _ in quantity.unit.dimension)
    each = quantity.to(unit / per_day if daily else unit)
    return Decimal(each.numerator) / Decimal(each.denominator) * size


def _line(quantity: Quantity, basis: Basis, size: Decimal, result: str) -> str:
    said = f"{plain(quantity.value)} {spelled(quantity.unit)}"
    match basis:
        case Basis.FLAT:
            return said
        case Basis.WEIGHT:
            return f"{said} x {plain(size)} kg = {result}"
        case Basis.SURFACE:
            return f"{said} x {plain(size)} m2 = {result}"


def _limited(
    dose: Dose, limit: Limits, low: Decimal, high: Decimal, lines: list[str]
) -> tuple[Decimal, Decimal] | NotComputed:
    """Both bounds above the least and under the cap, or which limit excludes them."""
    unit = mass_unit(dose.low.unit)
    if dose.least is not None:
        least = milligrams(dose.least, Basis.FLAT, Decimal(1))
        if not least <= high:
            return NotComputed(
                f"the least dose of {written(least, unit)} a day is more than "
                f"{plain(dose.high.value)} {spelled(dose.high.unit)} allows: {written(high, unit)}",
                tuple(lines),
            )
        low = least
        lines.append(f"at least {written(least, unit)}/d")
    if limit.cap is not None:
        said = f"at most {written(limit.cap, unit)}/d (cap{_by(dose.cap)})"
        if high <= limit.cap:
            lines.append(f"{said}: does not bite")
        else:
            lines.append(f"{said}: bites, without it {written(high, unit)}/d")
            low, high = min(low, limit.cap), limit.cap
    if limit.stop is not None:
        said = f"{written(limit.stop, unit)}/d (hard stop{_by(dose.stop)})"
        if not high <= limit.stop:
            reason = f"{written(high, unit)} is more than {said}: not computed, ask a specialist"
            return NotComputed(reason, tuple(lines))
        lines.append(f"never more than {said}")
    return low, high


def _by(parameter: Parameter | None) -> str:
    return "" if parameter is None else f", {', '.join(str(one) for one in parameter.warrant)}"


def _size(basis: Basis, body: Body) -> tuple[Decimal, list[str]] | NotComputed:
    if basis is Basis.FLAT:
        return Decimal(1), []
    weight = _known("body weight", body.weight)
    if isinstance(weight, str):
        return NotComputed(weight)
    if basis is Basis.WEIGHT:
        return weight, []
    height = _known("body height", body.height)
    if isinstance(height, str):
        return NotComputed(height)
    found = surface(weight, height, body.formula)
    if outside_surface(found):
        least, most = map(plain, SURFACE)
        return NotComputed(
            f"a body surface of {plain(found)} m2 is outside {least} to {most}: "
            "check weight and height"
        )
    return found, [surface_line(weight, height, body.formula)]


def _known(what: str, value: Decimal | str) -> Decimal | str:
    """A positive, finite number; else why there is none."""
    if isinstance(value, str):
        return f"{what}: {value}"
    if not value.is_finite() or not value > 0:
        return f"{what}: {value} is no measurement"
    return value
