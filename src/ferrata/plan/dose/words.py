"""Doses and amounts in the words of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from ferrata.dosing.amount import Amount as Computed
from ferrata.dosing.amount import NotComputed
from ferrata.dosing.giving import given, off_by, off_text, portion_text, strengths
from ferrata.dosing.written import course, mass_unit, number, spelled, times, written
from ferrata.guideline.doses import Dose, Product
from ferrata.guideline.units import Unit, mg, plain
from ferrata.plan.model import Amount


def declared(dose: Dose) -> str:
    """Return a dose as its source states it: "1-2 mg/kg/d for 7 days; taper over ..."."""
    low, high = plain(dose.low.value), plain(dose.high.value)
    text = f"{low if low == high else f'{low}-{high}'} {spelled(dose.low.unit)}"
    text += course(dose)
    return text + (f"; {dose.then}" if dose.then else "")


def computed(
    dose: Dose,
    found: Computed | NotComputed,
    products: Iterable[Product],
    surface: Decimal | None,
) -> Amount:
    """Return an amount of `dose` as a plan shows it, per dose and per day, or why there is none."""
    if isinstance(found, NotComputed):
        return Amount(text=declared(dose), not_computed=found.reason)
    unit = mass_unit(dose.low.unit)
    whole = span(found.low, found.high, unit)
    if found.single:
        said = f"{whole} per dose, {times(dose)}"
    elif found.divided > 1:
        said = f"{whole} a day, in {found.divided} doses of {span(*found.per_dose, unit)}"
    else:
        said = f"{whole} a day"
    product = _product(dose, found, products, surface)
    lines = found.arithmetic if product is None else (*found.arithmetic, f"as {product}")
    low, high = (number(one, mg) for one in found.per_dose)
    return Amount(
        text=f"{said}, {dose.route.value} ({_once(found)}{declared(dose)})",
        arithmetic=lines,
        low_mg_per_day=None if found.single else plain(found.low),
        high_mg_per_day=None if found.single else plain(found.high),
        low_mg_per_dose=low,
        high_mg_per_dose=high,
        product=product,
        capped=found.capped,
    )


def _once(found: Computed) -> str:
    """That the day's amount is one dose."""
    return "" if found.single or found.divided > 1 else "once a day: "


def span(low: Decimal | Fraction, high: Decimal | Fraction, unit: Unit) -> str:
    """Return a span of milligrams in `unit`: "18.4-36.8 mg"."""
    ends = dict.fromkeys((number(low, unit), number(high, unit)))
    return f"{'-'.join(ends)} {spelled(unit)}"


def _product(
    dose: Dose, found: Computed, products: Iterable[Product], surface: Decimal | None
) -> str | None:
    """The product that comes nearest, with one dose of it; None when none is listed or none fits.

    Of a range they are the smallest and the largest portion.
    """
    rows = [one for one in given(dose, found, products, surface) if one.portions]
    if not rows:
        return None
    best = min(rows, key=lambda one: abs(off_by(one.portions[0], found)))
    unit = mass_unit(dose.low.unit)
    said = " to ".join(
        f"{written(one.milligrams, unit)} ({portion_text(one)})" for one in best.portions
    )
    off = "" if found.aim is None else f", {off_text(off_by(best.portions[0], found))}"
    return f"{strengths(best.products)}: {said} per dose{off}"
