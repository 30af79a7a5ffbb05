"""Doses as values: basis, bounds, cap, division. Amounts are computed in `ferrata.dosing`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ferrata.guideline.errors import DoseError, author_line
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import Dimension, Quantity, Range, day, kg, m2, mg


class Basis(StrEnum):
    """What a dose is reckoned by."""

    WEIGHT = "per kg of body weight"
    SURFACE = "per m2 of body surface"
    FLAT = "for the whole body"


class Route(StrEnum):
    """How a dose is given."""

    ORAL = "by mouth"
    INTRAVENOUS = "intravenously"
    SUBCUTANEOUS = "under the skin"


_BASES: dict[Dimension, Basis] = {
    (mg / kg / day).dimension: Basis.WEIGHT,
    (mg / m2 / day).dimension: Basis.SURFACE,
    (mg / day).dimension: Basis.FLAT,
}


@dataclass(frozen=True, slots=True)
class Dose:
    """A daily dose from `low` to `high` (per kg, per m2 or whole), in `divided` parts a day.

    `cap` is the most that may be given in a day; `days` how long; `then` what follows in words.

    Raises:
        DoseError: when bounds differ in basis, are empty or not daily, or the cap is no daily mass.
    """

    low: Quantity
    high: Quantity
    route: Route
    divided: int = 1
    cap: Parameter | None = None
    days: Range | None = None
    then: str = ""

    def __post_init__(self) -> None:
        if (
            self.low.unit != self.high.unit
            or self.low.unit.dimension not in _BASES
            or not 0 < self.low.value <= self.high.value
        ):
            raise DoseError(
                f"a dose from {self.low} to {self.high} has no meaning",
                why="both bounds are positive daily amounts on one basis, the lower one first",
                write="Dose(1 * mg / kg / day, 2 * mg / kg / day, ...)",
                where=author_line(),
            )
        if self.divided < 1:
            raise DoseError(
                f"a day's dose in {self.divided} parts",
                why="a dose is given at least once a day",
                write="divided=2 for twice daily",
                where=author_line(),
            )
        if self.cap is not None and self.cap.allowed.unit.dimension != (mg / day).dimension:
            raise DoseError(
                f"the cap {self.cap.id} is in {self.cap.allowed.unit}",
                why="a cap limits the mass of a day",
                write="a parameter in mg / day",
                where=author_line(),
            )

    @property
    def basis(self) -> Basis:
        """What the dose is reckoned by."""
        return _BASES[self.low.unit.dimension]
