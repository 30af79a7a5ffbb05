"""Has a weight changed more since an earlier one than a body does (A262)?"""

from __future__ import annotations

from decimal import Decimal

from ferrata.dosing.growth.ages import Age
from ferrata.dosing.growth.model import BodyCheck, Level
from ferrata.dosing.growth.tables import ADULT, Measure, reference
from ferrata.guideline.units import plain

LOOK_BACK = 90
"""How many days before an earlier weight may lie to be compared."""

_QUARTER = 0.25
_POUND = 2.20462
_SAME = 1.1
"""A factor counts as that of pounds, or of a decimal point, when it is within this of it."""

_FACTORS = (
    (_POUND, "it may be in pounds"),
    (1 / _POUND, "one of the two may be in pounds"),
    (10.0, "the decimal point may be one place off"),
    (0.1, "the decimal point may be one place off"),
)


def trend_check(
    weight_kg: Decimal,
    age: Age | None,
    sexes: tuple[str, ...],
    earlier: tuple[tuple[int, Decimal], ...],
) -> BodyCheck | None:
    """Return the question that the nearest earlier weight raises, or None.

    What children of that age gain in the meantime is allowed for.

    Raises:
        ValueError: for an earlier weight that is not above 0 or is dated later.
    """
    for days, kg in sorted(earlier):
        if days < 0 or not kg.is_finite() or kg <= 0:
            raise ValueError(f"{kg} kg {days} days before is no earlier weight")
        if days > LOOK_BACK:
            continue
        ratio = _beyond_growth(float(weight_kg / kg), age, sexes, days)
        why = next((why for one, why in _FACTORS if 1 / _SAME <= ratio / one <= _SAME), "")
        grown_up = age is not None and age[0] >= ADULT
        if why or not (grown_up or abs(ratio - 1) <= _QUARTER):
            when = "on the same day" if days == 0 else f"{days} days before"
            said = f"{plain(weight_kg)} kg is {weight_kg / kg:.2f} times the {plain(kg)} kg {when}"
            return BodyCheck(Level.ASK, said, why or "weigh again", "weight", ("A262",))
    return None


def _beyond_growth(ratio: float, age: Age | None, sexes: tuple[str, ...], days: int) -> float:
    """`ratio` over what the median child gains; by the age that explains most of it."""
    if age is None:
        return ratio
    growth = [_gain(one, sex, days) for one in age for sex in sexes]
    low, high = min(growth), max(growth)
    return ratio / low if ratio < low else ratio / high if ratio > high else 1.0


def _gain(age: int, sex: str, days: int) -> float:
    if age >= ADULT:
        return 1.0
    now, then = (reference(Measure.WEIGHT, sex, one) for one in (age, max(age - days, 0)))
    return now.median / then.median
