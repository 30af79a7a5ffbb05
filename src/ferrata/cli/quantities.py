"""Weight, height and sex as they are typed: a number needs its unit, and is read strictly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import typer

from ferrata.guideline.units import Unit, cm, g, inch, kg, m, plain, pound
from ferrata.record.numbers import hint_of, result_of

_WEIGHTS = {"kg": kg, "g": g, "lb": pound, "lbs": pound}
_HEIGHTS = {"cm": cm, "m": m, "in": inch}
_GRAM, _MILLIMETER = Decimal("0.001"), Decimal("0.1")
_LONGEST = 40


def weight_of(text: str) -> tuple[Decimal, str]:
    """Return a weight in kg, to 1 g, and how it was given: "40 lb = 18.144 kg"."""
    return _quantity(text, "--weight", _WEIGHTS, kg, _GRAM, "kg or lb?", "18.4kg")


def height_of(text: str) -> tuple[Decimal, str]:
    """Return a height in cm, to 1 mm, and how it was given."""
    return _quantity(text, "--height", _HEIGHTS, cm, _MILLIMETER, "cm, m or in?", "108cm")


def _quantity(  # noqa: PLR0917
    text: str,
    option: str,
    units: dict[str, Unit],
    into: Unit,
    step: Decimal,
    which: str,
    example: str,
) -> tuple[Decimal, str]:
    shown = repr(text[:_LONGEST])
    found = result_of(text) if len(text) <= _LONGEST else None
    if found is None or found.comparator is not None or not found.number > 0:
        hint = hint_of(text) if found is None else "a measurement is one number above 0"
        raise typer.BadParameter(
            f"{option} {shown} is not read: {hint}; such as {option} {example}"
        )
    if found.unit is None:
        raise typer.BadParameter(f"{option} {shown} has no unit: {which} write {option} {example}")
    unit = units.get(found.unit)
    if unit is None:
        raise typer.BadParameter(
            f"{option} {shown} is in {found.unit!r}; {which} write {option} {example}"
        )
    value = Fraction(found.number) * unit.size / into.size
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(step)
    given = f"{plain(found.number)} {found.unit}"
    if unit is not into or rounded != exact:
        given += f" {'=' if rounded == exact else '≈'} {plain(rounded)} {into}"
    if not rounded > 0:
        raise typer.BadParameter(f"{option} {shown} is nothing that a scale shows")
    return rounded, given


def sex_of(text: str | None) -> str | None:
    """Return the sex that was typed."""
    if text is None or text in {"female", "male"}:
        return text
    raise typer.BadParameter(f"--sex {text[:_LONGEST]!r}: write female or male")
