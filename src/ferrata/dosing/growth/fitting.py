"""The ages and the sex at which measurements fit best, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ferrata.dosing.growth.ages import Age, in_words
from ferrata.dosing.growth.limits import Judged, judge
from ferrata.dosing.growth.model import Level
from ferrata.dosing.growth.tables import ADULT, FIRST_CDC_DAY, Measure
from ferrata.guideline.units import plain

UNITS = {Measure.WEIGHT: "kg", Measure.HEIGHT: "cm", Measure.MASS_INDEX: "kg/m2"}
_FAR = 20


@dataclass(frozen=True, slots=True)
class Fit:
    """The judgements at every possible age and sex, and the mildest one of all together.

    `ages` are those at which the mildest is reached: a weight may not be judged by one age and the
    height of the same patient by another.
    """

    tried: tuple[tuple[int, str, Mapping[Measure, Judged]], ...]
    best: Mapping[Measure, Judged]
    ages: tuple[int, ...]

    @property
    def plausible(self) -> bool:
        """Whether nothing is to ask at some possible age and sex."""
        return all(one.level is Level.FINE for one in self.best.values())

    def sentence(self, measure: Measure, value: Decimal, age: Age | None) -> str:
        """Say the value, the age, z and the reference, and what is not known of age and sex."""
        said = f"{plain(value)} {UNITS[measure]}"
        here = [one[measure] for at, _, one in self.tried if at in self.ages]
        z = [one.z for one in here if one.z is not None]
        best = self.best[measure]
        if best.z is None or not z:
            word = "plausible" if best.level is Level.FINE else "unusual"
            text = f"{said} is {word} in an adult (usual: {best.reference} {UNITS[measure]})"
        else:
            low, high = _shown(min(z)), _shown(max(z))
            span = low if low == high else f"{low} to {high}"
            used = " and ".join(dict.fromkeys(one.reference for one in here if one.z is not None))
            either = len({sex for _, sex, _ in self.tried}) > 1
            milder = "; the sex is not known and the milder verdict counts" if either else ""
            text = f"{said} {self._when(age)} is z {span} ({used}, {measure.value} for age{milder})"
        return text + _remark(measure, best, min(self.ages))

    def _when(self, age: Age | None) -> str:
        """Say the age, or the ages that fit of those that are possible."""
        low, high = self.ages[0], self.ages[-1]
        last = "20 years or more" if high == ADULT else in_words(high)
        span = in_words(low) if in_words(low) == last else f"{in_words(low)} to {last}"
        if age is None:
            return f"(age not known; it fits best from {span})"
        return f"at {span}"


def fit(
    weight: Decimal | None, height: Decimal | None, ages: Iterable[int], sexes: Iterable[str]
) -> Fit:
    """Return how a weight in kg and a height in cm fit at the ages in days and the sexes."""
    kg, cm = (None if one is None else float(one) for one in (weight, height))
    tried = tuple((age, sex, judge(kg, cm, age, sex)) for age in ages for sex in sexes)
    mildest = min(_grave(one) for _, _, one in tried)
    fitting = [(age, one) for age, _, one in tried if _grave(one) == mildest]
    return Fit(tried, fitting[0][1], tuple(sorted({age for age, _ in fitting})))


def _shown(z: float) -> str:
    """One decimal; far out the figure says nothing."""
    if abs(z) > _FAR:
        return f"above {_FAR}" if z > 0 else f"below -{_FAR}"
    return f"{z:.1f}".replace("-0.0", "0.0")


def _grave(judged: Mapping[Measure, Judged]) -> tuple[int, int]:
    levels = [one.level.grave for one in judged.values()]
    return max(levels, default=0), sum(levels)


def _remark(measure: Measure, judged: Judged, age: int) -> str:
    if judged.pounds:
        return "; it fits much better as pounds"
    if judged.by_mass_index:
        return "; it is judged by the body mass index"
    if measure is Measure.WEIGHT and judged.level is not Level.FINE and age < FIRST_CDC_DAY:
        return "; the reference is of children born at term"
    return ""
