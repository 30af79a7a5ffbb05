"""From an amount to what is taken in hand: pieces, milliliters, vials; or why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from math import ceil

from ferrata.dosing.amount import Amount
from ferrata.dosing.portions import (
    MOST_PIECES,
    Portion,
    Together,
    combinations,
    highest,
    lowest,
    measured,
    nearest,
    simplest,
)
from ferrata.dosing.written import mass_unit, number, spelled, written
from ferrata.guideline.doses import Dose, Product
from ferrata.guideline.units import Unit, plain


@dataclass(frozen=True, slots=True)
class Given:
    """What `products` give: one portion, or the smallest and the largest of a range.

    `simplest` is the one of the fewest pieces in a range. Without portions, `refused` says why.
    """

    products: Together
    portions: tuple[Portion, ...]
    refused: str | None = None
    simplest: Portion | None = None


def given(
    dose: Dose, found: Amount, products: Iterable[Product], surface: Decimal | None
) -> tuple[Given, ...]:
    """Return what each of `products` gives of one dose, for a body of `surface` m2.

    Pieces are combined and liquids are not. A portion never leaves the bounds of the amount.
    """
    suiting = [one for one in products if one.form.suits(dose.route)]
    allowed = [one for one in suiting if _too_small(one, surface) is None]
    made = [
        *(_made(together, dose, found) for together in combinations(allowed)),
        *(
            Given((one,), (), reason)
            for one in suiting
            if (reason := _too_small(one, surface)) is not None
        ),
    ]
    return tuple(sorted(made, key=lambda one: one.refused is not None))


def _too_small(product: Product, surface: Decimal | None) -> str | None:
    least = product.least_surface
    if least is None or (surface is not None and surface >= least):
        return None
    by = ", ".join(str(one) for one in product.warrant[-1:])
    here = "the body surface is not known" if surface is None else f"this is {plain(surface)} m2"
    return f"given from {plain(least)} m2 of body surface on ({by}); {here}"


def _made(together: Together, dose: Dose, found: Amount) -> Given:
    low, high = found.within
    if found.aim is not None:
        one = nearest(found.aim, low, high, together)
        portions = () if one is None else (one,)
    else:
        ends = (lowest(low, high, together), highest(low, high, together))
        portions = tuple(dict.fromkeys(one for one in ends if one is not None))
    if portions:
        few = simplest(low, high, together) if len(portions) > 1 else None
        return Given(together, portions, simplest=None if few in portions else few)
    return Given(together, (), _refusal(together, dose, low, high))


def _refusal(together: Together, dose: Dose, low: Fraction, high: Fraction) -> str:
    unit = mass_unit(dose.low.unit)
    wanted = f"{number(low, unit)} to {written(high, unit)}" if low < high else written(high, unit)
    product = together[0]
    if not product.form.counted:
        least, most = measured(product)
        each = Fraction(product.step_mass) / Fraction(product.step)
        if high < max(least, Fraction(product.step_mass)):
            smallest = max(product.step, product.volumes.low if product.volumes else Decimal(0))
            return f"less than {plain(smallest)} mL, which is not measured"
        if most is not None and low > most:
            need = ceil(low / Fraction(product.step_mass)) * product.step
            if product.contains is not None:
                vials, one = vials_of(product, need), plain(product.contains)
                return f"{vials} vials of {one} mL in one dose, at most {MOST_PIECES}"
            return f"{plain(need)} mL in one dose, at most {_volume(most / each)} mL"
        return f"no step of {plain(product.step)} mL gives {wanted}"
    smallest = min(Fraction(one.step_mass) for one in together)
    if high < smallest:
        return f"the smallest piece holds {written(smallest, unit)}: more than {wanted}"
    strongest = max(Fraction(one.step_mass) / Fraction(one.step) for one in together)
    if low > strongest * MOST_PIECES:
        return f"more than {MOST_PIECES} pieces for {wanted}"
    below = highest(Fraction(0), low, together)
    above = lowest(high, strongest * MOST_PIECES, together)
    beside = " and ".join(
        written(one.milligrams, unit) for one in (below, above) if one is not None
    )
    return f"pieces give {beside}, nothing from {wanted}"


def _volume(value: Fraction) -> str:
    return plain(Decimal(value.numerator) / Decimal(value.denominator))


def off_by(one: Portion, found: Amount) -> Fraction:
    """Return by what share a portion is more than a single figure; 0 where a dose is a range."""
    if found.aim is None:
        return Fraction(0)
    return (Fraction(one.milligrams) - found.aim) / found.aim


def off_text(share: Fraction) -> str:
    """Return a difference in percent: "+7.7 %", "0.0 %"."""
    tenths = round(share * 1000)
    sign = "+" if tenths > 0 else "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10} %"


def portion_text(one: Portion) -> str:
    """Return a portion in words: "2 x 20 mg tablet + 1 x 5 mg tablet", "1.9 mL, 1 vial"."""
    return " + ".join(_part(product, count) for product, count in one.parts)


def _part(product: Product, count: Decimal) -> str:
    if product.form.counted:
        strength = f"{plain(product.strength.value)} {spelled(product.strength.unit)}"
        return f"{plain(count)} x {strength} {product.form.value}"
    if product.contains is None:
        return f"{plain(count)} mL"
    vials = vials_of(product, count)
    return f"{plain(count)} mL from {vials} vial{'s' if vials > 1 else ''}"


def vials_of(product: Product, volume: Decimal) -> int:
    """Return the vials that are opened for `volume` mL; 0 for what does not come in vials."""
    if product.contains is None:
        return 0
    return int((volume / product.contains).to_integral_value(ROUND_CEILING))


def strengths(together: Together) -> str:
    """Return products in words: "0.5, 1, 2 mg tablets", "oral solution 1 mg/mL"."""
    product = together[0]
    if not product.form.counted:
        strength = f"{plain(product.strength.value)} {spelled(product.strength.unit)}"
        if product.contains is None:
            return f"{product.name} {strength}"
        return f"vial of {plain(product.contains)} mL, {strength}"
    return " + ".join(_counted(together))


def _counted(together: Together) -> Iterator[str]:
    for form in dict.fromkeys(one.form for one in together):
        same = [one for one in together if one.form is form]
        unit: Unit = same[0].strength.unit
        values = ", ".join(plain(value) for value in sorted(one.strength.value for one in same))
        yield f"{values} {spelled(unit)} {form.value}" + ("s" if len(same) > 1 else "")
