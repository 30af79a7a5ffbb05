"""Masses, units and frequencies in words: micrograms are always spelled out."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from ferrata.guideline.doses import Dose, Repeat
from ferrata.guideline.units import Range, Unit, day, g, mg, plain, ug, week

_DIGITS, _FINEST = Decimal("0.0001"), 10**8
_MASSES = {one.code: one for one in (ug, mg, g)}


def mass_unit(unit: Unit) -> Unit:
    """Return the unit of mass that amounts of `unit` are shown in: grams for g/kg/d."""
    return _MASSES.get(unit.code.split("/")[0], mg)


def spelled(unit: Unit) -> str:
    """Return a unit as it is shown: ug and mg are too near to each other in a handwritten list."""
    return re.sub(r"^ug\b", "micrograms", unit.code)


def number(milligrams: Fraction | Decimal, unit: Unit) -> str:
    """Return the number of `unit`, exactly, or with ≈ to four decimals where it does not end."""
    value = Fraction(milligrams) * mg.size / unit.size
    with_digits = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(with_digits) == value and value.denominator <= _FINEST:
        return plain(with_digits)
    return f"≈{plain(with_digits.quantize(_DIGITS, ROUND_HALF_EVEN))}"


def written(milligrams: Fraction | Decimal, unit: Unit) -> str:
    """Return a mass in words: "1.8575 mg", "36 micrograms"."""
    return f"{number(milligrams, unit)} {spelled(unit)}"


def days(value: Range | None) -> str:
    """Return a span of days in words: "3 to 7 days", "1 day", or nothing."""
    if value is None:
        return ""
    low, high = plain(value.low), plain(value.high)
    if low == high:
        return f"{low} day" if low == "1" else f"{low} days"
    return f"{low} to {high} days"


def times(dose: Dose) -> str:
    """Return how often a dose is given: "once a day", "2 to 3 times a week", "once, 1 in all"."""
    if dose.repeat is not None:
        return _repeated(dose.repeat)
    return {1: "once a day", 2: "twice a day"}.get(dose.divided, f"{dose.divided} times a day")


def _repeated(repeat: Repeat) -> str:
    if repeat.total == 1:
        return "a single time"
    span = {day.code: "a day", week.code: "a week"}.get(repeat.per.code, f"per {repeat.per}")
    if repeat.low == repeat.high:
        often = "once" if repeat.low == 1 else f"{repeat.low} times"
    else:
        often = f"{repeat.low} to {repeat.high} times"
    return f"{often} {span}" + (f", {repeat.total} times in all" if repeat.total else "")


def course(dose: Dose) -> str:
    """Return how often and how long in words, each after a space: " in 2 doses for 7 days"."""
    parts = [
        f"in {dose.divided} doses" if dose.divided > 1 else "",
        times(dose) if dose.repeat is not None else "",
        f"for {days(dose.days)}" if dose.days is not None else "",
    ]
    return "".join(f" {one}" for one in parts if one)
