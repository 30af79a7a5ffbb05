"""The growth references: L, M and S by measure, sex and age, read when first asked for.

WHO 2006 below two years, CDC 2000 from there to twenty (README.md beside this file says where the
figures come from). L is the power that makes the spread normal, M the median, S the coefficient of
variation (Cole and Green 1992).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

DAYS_PER_MONTH = 30.4375
FIRST_CDC_DAY = 731
"""WHO gives lengths (lying) to 730 days; CDC gives heights (standing) from 24 months."""
ADULT = 7305
"""Twenty years in days: the tables end."""


class Measure(StrEnum):
    """What the references give by age."""

    WEIGHT = "weight"
    HEIGHT = "height"
    MASS_INDEX = "body mass index"


class Source(StrEnum):
    """Which reference the figures are of."""

    WHO = "WHO 2006"
    CDC = "CDC 2000"


SEXES = ("female", "male")


@dataclass(frozen=True, slots=True)
class Reference:
    """L, M and S for one age and sex; M in kg, cm or kg/m2."""

    source: Source
    power: float
    median: float
    spread: float


_Row = tuple[float, float, float, float]


def reference(measure: Measure, sex: str, age_days: float) -> Reference:
    """Return the figures for an age in days, interpolated between the rows of the table.

    Raises:
        ValueError: for an age below 0 or from 20 years on, where there is no reference.
        KeyError: for a sex that no table has.
    """
    if not 0 <= age_days < ADULT:
        raise ValueError(f"no growth reference for an age of {age_days} days")
    source = Source.WHO if age_days < FIRST_CDC_DAY else Source.CDC
    rows = _tables(source)[measure.value, sex]
    after = min(max(bisect_left(rows, (age_days,)), 1), len(rows) - 1)
    low, high = rows[after - 1], rows[after]
    part = (age_days - low[0]) / (high[0] - low[0])
    power, median, spread = (a + (b - a) * part for a, b in zip(low[1:], high[1:], strict=True))
    return Reference(source, power, median, spread)


_FILES = {Source.WHO: ("who2006.csv", 1.0), Source.CDC: ("cdc2000.csv", DAYS_PER_MONTH)}
"""The file, and how many days one step of its age column is."""


@cache
def _tables(source: Source) -> dict[tuple[str, str], list[_Row]]:
    name, days = _FILES[source]
    text = files("ferrata.dosing.growth").joinpath(name).read_text(encoding="ascii")
    found: dict[tuple[str, str], list[_Row]] = {}
    for line in text.splitlines()[1:]:
        measure, sex, age, power, median, spread = line.split(",")
        row = (float(age) * days, float(power), float(median), float(spread))
        found.setdefault((measure, sex), []).append(row)
    return found
