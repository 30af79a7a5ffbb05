"""Are weight and height those of a body of this age? One verdict and sentence for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ferrata.dosing.body import SURFACE, Formula, outside_surface, surface
from ferrata.dosing.growth.ages import Age, in_words, possible_ages
from ferrata.dosing.growth.fitting import UNITS, fit
from ferrata.dosing.growth.model import BodyCheck, Level
from ferrata.dosing.growth.slips import likely_slips
from ferrata.dosing.growth.tables import SEXES, Measure
from ferrata.dosing.growth.trend import trend_check
from ferrata.guideline.units import plain

_MEASURABLE = {Measure.WEIGHT: (Decimal("0.1"), 1_000_000), Measure.HEIGHT: (Decimal("0.1"), 5000)}
"""Outside these nothing is a weight or a height in any unit, and no z-score is reckoned."""


def body_checks(
    *,
    weight_kg: Decimal | None,
    height_cm: Decimal | None,
    age_days: Age | None,
    sex: str | None,
    earlier: tuple[tuple[int, Decimal], ...] = (),
) -> tuple[BodyCheck, ...]:
    """Return a verdict on weight, height, body mass index, body surface and change of weight.

    `age_days` is the youngest and the oldest possible age, None when it is not known: what is
    plausible at some possible age is plausible, and the sentence says which. `sex` is "female" or
    "male"; for anything else both are tried and the milder verdict counts. `earlier` holds earlier
    weights: how many days before, and kg. A measurement that is None has no verdict. The hint
    stands with the first verdict that is not plausible.

    Raises:
        ValueError: for an age below 0 or with its ends the wrong way round, or an earlier weight
            that is not above 0 or is dated later.
    """
    ages = possible_ages(age_days)
    sexes = (sex,) if sex in SEXES else SEXES
    checks = list(_unmeasurable(weight_kg, height_cm))
    if not checks:
        checks.extend(_size_checks(weight_kg, height_cm, age_days, ages, sexes))
        _with_hint(checks, _hint(weight_kg, height_cm, checks, ages, sexes))
        if weight_kg is not None and (said := trend_check(weight_kg, age_days, sexes, earlier)):
            checks.append(said)
    return tuple(checks)


def _size_checks(
    weight: Decimal | None,
    height: Decimal | None,
    age: Age | None,
    ages: tuple[int, ...],
    sexes: tuple[str, ...],
) -> Iterator[BodyCheck]:
    found = fit(weight, height, ages, sexes)
    values = {Measure.WEIGHT: weight, Measure.HEIGHT: height}
    if weight is not None and height is not None:
        values[Measure.MASS_INDEX] = (weight / (height / 100) ** 2).quantize(Decimal("0.1"))
    for measure, value in values.items():
        if value is not None:
            judged = found.best[measure]
            warrants = ("A260", "A261") if judged.pounds else ("A260",)
            text = found.sentence(measure, value, age)
            yield BodyCheck(judged.level, text, "", measure.value, warrants)
    if weight is not None and height is not None:
        yield _surface_check(weight, height)


def _surface_check(weight: Decimal, height: Decimal) -> BodyCheck:
    found = {one: surface(weight, height, one) for one in Formula}
    said = " and ".join(f"{plain(m2)} m2 by {one.value}" for one, m2 in found.items())
    text, level = f"the body surface is {said}", Level.FINE
    if all(map(outside_surface, found.values())):
        text += f", outside {plain(SURFACE[0])} to {plain(SURFACE[1])} m2"
        level = Level.REFUSE
    return BodyCheck(level, text, "", "body surface", ("A264",))


def _unmeasurable(weight: Decimal | None, height: Decimal | None) -> Iterator[BodyCheck]:
    for measure, value in ((Measure.WEIGHT, weight), (Measure.HEIGHT, height)):
        low, high = _MEASURABLE[measure]
        if value is not None and not (value.is_finite() and low <= value <= high):
            said = f"{value} {UNITS[measure]} is no {measure.value}"
            yield BodyCheck(Level.REFUSE, said, "", measure.value, ("A260",))


def _with_hint(checks: list[BodyCheck], hint: str) -> None:
    for place, one in enumerate(checks):
        if one.level is not Level.FINE:
            checks[place] = replace(one, hint=hint)
            return


def _hint(
    weight: Decimal | None,
    height: Decimal | None,
    checks: list[BodyCheck],
    ages: tuple[int, ...],
    sexes: tuple[str, ...],
) -> str:
    """Return what may have been meant, if the other reading is plausible in every respect."""

    def fits(kg: Decimal | None, cm: Decimal | None, at: tuple[int, ...] = ages) -> bool:
        return not tuple(_unmeasurable(kg, cm)) and fit(kg, cm, at, sexes).plausible

    wrong = {one.about for one in checks if one.level is not Level.FINE}
    if not wrong:
        return ""
    doubted = wrong & {"weight", "height"}
    if wrong & {"body mass index", "body surface"}:
        doubted = {"weight", "height"}
    if slips := likely_slips(weight, height, doubted=frozenset(doubted), fits=fits):
        return "; or ".join(slips)
    if len(ages) == 1:
        for age in (ages[0] // 12, ages[0] * 12):  # months and years taken for each other
            if fits(weight, height, possible_ages((age, age))):
                said = in_words(min(age, 130 * 366))
                return f"is the age right? these measurements are usual at {said}"
    return ""
