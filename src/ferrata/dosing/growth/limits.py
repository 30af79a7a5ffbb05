"""Where a measurement is asked about and where it is refused (A260, A261).

One judgement is made for one age and one sex; `ferrata.dosing.growth.checks` puts them together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from ferrata.dosing.growth.model import Level
from ferrata.dosing.growth.scores import log_likelihood, z_score
from ferrata.dosing.growth.tables import ADULT, Measure, Reference, reference

ASK_Z, REFUSE_Z = 3.0, 5.0
JUDGED_BY_MASS_INDEX = 3653
"""Ten years in days: from here on a weight is judged by body mass index where height is known."""
POUND = 0.45359237
LIKELIER_IN_POUNDS = {Measure.MASS_INDEX: 3.0, Measure.WEIGHT: 7.0}
"""How many times better a value must fit as pounds before it is asked about though z is below 3.

A weight without a height may be that of somebody tall, so more is asked of it.
"""

_ADULT_USUAL = {
    Measure.WEIGHT: (35, 150),
    Measure.HEIGHT: (130, 215),
    Measure.MASS_INDEX: (14, 45),
}
_ADULT_POSSIBLE = {
    Measure.WEIGHT: (20, 300),
    Measure.HEIGHT: (100, 250),
    Measure.MASS_INDEX: (10, 80),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One measurement at one age and sex; `z` is none for an adult.

    `by_mass_index` says that the weight's own z does not count here, `pounds` that the value fits
    much better read as pounds.
    """

    level: Level
    z: float | None
    reference: str
    by_mass_index: bool = False
    pounds: bool = False


def judge(
    weight: float | None, height: float | None, age_days: int, sex: str
) -> dict[Measure, Judged]:
    """Return the judgement of each measurement that is known: weight in kg, height in cm."""
    if age_days >= ADULT:
        return _adult(weight, height)
    values = dict(_values(weight, height))
    found: dict[Measure, Judged] = {}
    references = {one: reference(one, sex, age_days) for one in values}
    for measure, value in values.items():
        z = z_score(value, references[measure])
        found[measure] = Judged(_level(z), z, references[measure].source.value)
    # With the height, a weight is heavy or light for the body it belongs to.
    spoken = Measure.MASS_INDEX if Measure.MASS_INDEX in values else Measure.WEIGHT
    if spoken in values and found[spoken].level is Level.FINE:
        of = references[spoken]
        if _fits_as_pounds(values[spoken], of, LIKELIER_IN_POUNDS[spoken]):
            was = found[spoken]
            found[spoken] = Judged(Level.ASK, was.z, was.reference, pounds=True)
    return _by_mass_index(found) if age_days >= JUDGED_BY_MASS_INDEX else found


def _adult(weight: float | None, height: float | None) -> dict[Measure, Judged]:
    found: dict[Measure, Judged] = {}
    for measure, value in _values(weight, height):
        usual, possible = _ADULT_USUAL[measure], _ADULT_POSSIBLE[measure]
        if usual[0] <= value <= usual[1]:
            level = Level.FINE
        else:
            level = Level.ASK if possible[0] <= value <= possible[1] else Level.REFUSE
        found[measure] = Judged(level, None, f"{usual[0]} to {usual[1]}")
    return _by_mass_index(found)


def _by_mass_index(found: dict[Measure, Judged]) -> dict[Measure, Judged]:
    """Leave the weight to the body mass index, unless the height it is reckoned from is doubted."""
    if Measure.MASS_INDEX in found and found[Measure.HEIGHT].level is Level.FINE:
        was = found[Measure.WEIGHT]
        found[Measure.WEIGHT] = Judged(Level.FINE, was.z, was.reference, by_mass_index=True)
    return found


def _values(weight: float | None, height: float | None) -> Iterator[tuple[Measure, float]]:
    if weight is not None:
        yield Measure.WEIGHT, weight
    if height is not None:
        yield Measure.HEIGHT, height
    if weight is not None and height is not None:
        yield Measure.MASS_INDEX, weight / (height / 100) ** 2


def _level(z: float) -> Level:
    if abs(z) <= ASK_Z:
        return Level.FINE
    return Level.ASK if abs(z) <= REFUSE_Z else Level.REFUSE


def _fits_as_pounds(value: float, of: Reference, times: float) -> bool:
    """Whether `value` is that of a usual child when it is taken for pounds, and `times` likelier.

    The densities are those of the reference; both readings are thought equally common beforehand.
    """
    converted = value * POUND
    if value <= of.median or abs(z_score(converted, of)) > ASK_Z:
        return False
    # The density of what was written, were it pounds, is that of the weight times this factor.
    as_pounds = log_likelihood(converted, of) + log(POUND)
    return as_pounds - log_likelihood(value, of) >= log(times)
