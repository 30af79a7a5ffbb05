"""Body surface from weight and height, by the formula that is named."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from enum import StrEnum

from ferrata.guideline.units import plain

SURFACE = (Decimal("0.15"), Decimal("2.6"))
"""The body surfaces, in m2, for which doses are computed (and over which they are proved)."""

RECALCULATE = Decimal("0.1")
"""A body surface that has changed by this share asks for the dose to be reckoned anew (A264)."""

_STEP = Decimal("0.001")
_EXACTLY = Context(prec=20)


class Formula(StrEnum):
    """How body surface is reckoned.

    Mosteller, N Engl J Med 1987;317:1098; Haycock, Schwartz and Wisotsky, J Pediatr 1978;93:62-66.
    """

    MOSTELLER = "Mosteller"
    HAYCOCK = "Haycock"


def surface(weight_kg: Decimal, height_cm: Decimal, formula: Formula) -> Decimal:
    """Return the body surface in m2, rounded to 0.001.

    Whether a body can have it is not judged here: see `SURFACE` and `ferrata.dosing.growth`.

    Raises:
        ValueError: for a weight or height that is not a positive, finite number.
    """
    for number, what in ((weight_kg, "weight in kg"), (height_cm, "height in cm")):
        if not number.is_finite() or number <= 0:
            raise ValueError(f"a {what} of {number} is no measurement: give a number above 0")
    with localcontext(_EXACTLY):
        match formula:
            case Formula.MOSTELLER:
                exact = (weight_kg * height_cm / 3600).sqrt()
            case Formula.HAYCOCK:
                exact = (
                    Decimal("0.024265")
                    * weight_kg ** Decimal("0.5378")
                    * height_cm ** Decimal("0.3964")
                )
        return exact.quantize(_STEP)


def surface_line(weight_kg: Decimal, height_cm: Decimal, formula: Formula) -> str:
    """Return the arithmetic of :func:`surface` as one line, with the formula's name.

    Raises:
        ValueError: as :func:`surface`.
    """
    found = surface(weight_kg, height_cm, formula)
    weight, height = plain(weight_kg), plain(height_cm)
    match formula:
        case Formula.MOSTELLER:
            how = f"root of {weight} kg x {height} cm / 3600"
            rounded = found * found * 3600 != weight_kg * height_cm
        case Formula.HAYCOCK:
            how = f"0.024265 x {weight} kg^0.5378 x {height} cm^0.3964"
            rounded = True
    return f"body surface ({formula.value}) = {how} {'≈' if rounded else '='} {plain(found)} m2"


def outside_surface(surface_m2: Decimal) -> bool:
    """Return whether `surface_m2` lies outside the surfaces for which doses are computed."""
    return not SURFACE[0] <= surface_m2 <= SURFACE[1]


def changed_much(before_m2: Decimal, now_m2: Decimal) -> bool:
    """Return whether the surface has changed by a tenth or more, so that a dose is outdated.

    The share is taken of the surface that the dose was reckoned from.

    Raises:
        ValueError: for a surface that is not a finite number above 0.
    """
    for number in (before_m2, now_m2):
        if not number.is_finite() or number <= 0:
            raise ValueError(f"a body surface of {number} m2 is none: give a number above 0")
    return abs(now_m2 - before_m2) >= RECALCULATE * before_m2
