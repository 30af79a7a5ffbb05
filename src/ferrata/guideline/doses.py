"""Doses as values: basis, bounds, cap, division, repetition, and the products that give them.

Amounts are computed in `ferrata.dosing` and proved to lie within their bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ferrata.guideline.errors import DoseError, author_line
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import Dimension, Quantity, Range, Unit, day, kg, m2, mg, mL


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


class Form(StrEnum):
    """What a product is. Pieces of one treatment may be combined; liquids are measured alone."""

    TABLET = "tablet"
    CAPSULE = "capsule"
    LIQUID = "oral liquid"
    INJECTION = "injection"

    @property
    def counted(self) -> bool:
        """Whether it is given by the piece, not by the milliliter."""
        return self in {Form.TABLET, Form.CAPSULE}


_DAILY: dict[Dimension, Basis] = {
    (mg / kg / day).dimension: Basis.WEIGHT,
    (mg / m2 / day).dimension: Basis.SURFACE,
    (mg / day).dimension: Basis.FLAT,
}
_SINGLE: dict[Dimension, Basis] = {
    (mg / kg).dimension: Basis.WEIGHT,
    (mg / m2).dimension: Basis.SURFACE,
    mg.dimension: Basis.FLAT,
}


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a single dose is given: `low` to `high` times in each `per`, `total` times in all.

    Raises:
        DoseError: when the numbers are not positive or out of order, or `per` is no time.
    """

    low: int
    high: int
    per: Unit
    total: int | None = None

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high or self.per.dimension != day.dimension or self.total == 0:
            raise DoseError(
                f"a dose given {self.low} to {self.high} times per {self.per}",
                why="it is given at least once in a span of time",
                write="Repeat(2, 3, week) for two to three times a week",
                where=author_line(),
            )


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose from `low` to `high`: per kg, per m2 or whole.

    It is the dose of a day, in `divided` parts; or, with `repeat`, a single dose. `cap` is the most
    that may be given in a day; `days` how long; `then` what follows in words.

    Raises:
        DoseError: when bounds differ in basis or are empty, are not daily and nothing says how
            often, or the cap is no daily mass.
    """

    low: Quantity
    high: Quantity
    route: Route
    divided: int = 1
    cap: Parameter | None = None
    days: Range | None = None
    then: str = ""
    repeat: Repeat | None = None

    def __post_init__(self) -> None:
        if (
            self.low.unit != self.high.unit
            or self.low.unit.dimension not in (_SINGLE if self.repeat else _DAILY)
            or not 0 < self.low.value <= self.high.value
        ):
            raise DoseError(
                f"a dose from {self.low} to {self.high} has no meaning",
                why="both bounds are positive daily amounts on one basis, the lower one first",
                write="Dose(1 * mg / kg / day, 2 * mg / kg / day, ...)",
                where=author_line(),
            )
        if self.divided < 1 or (self.repeat is not None and self.divided > 1):
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
        return (_SINGLE if self.repeat else _DAILY)[self.low.unit.dimension]


@dataclass(frozen=True, slots=True)
class Product:
    """A product that a dose is given as.

    `strength` is the mass in one piece, or in a milliliter; `step` the smallest part that can be
    given, in pieces or milliliters: 0.5 for a tablet with a score. `least_surface`, in m2, is the
    smallest body that the label gives it to.

    Raises:
        DoseError: when the strength is no mass of a piece or milliliter, or the step not positive.
    """

    id: str
    treatment: Treatment
    name: str
    form: Form
    strength: Quantity
    step: Decimal
    warrant: tuple[Warrant, ...]
    least_surface: Decimal | None = None

    def __post_init__(self) -> None:
        unit = mg if self.form.counted else mg / mL
        if self.strength.unit.dimension != unit.dimension or not self.strength.value > 0:
            raise DoseError(
                f"the {self.form} {self.id} of {self.strength}",
                why="a piece holds a mass, a liquid a mass per volume",
                write="5 * mg for a tablet, 5 * mg / mL for a liquid",
                where=author_line(),
            )
        if not self.step > 0 or (self.form.counted and 1 % self.step):
            raise DoseError(
                f"the {self.form} {self.id} in steps of {self.step}",
                why="a piece is given whole or in equal parts, a liquid in steps above zero",
                write="Decimal(1), Decimal('0.5') or, in mL, Decimal('0.1')",
                where=author_line(),
            )

    @property
    def step_mass(self) -> Decimal:
        """Milligrams in the smallest part that can be given, exactly."""
        whole = self.strength.to(mg if self.form.counted else mg / mL)
        return Decimal(whole.numerator) / Decimal(whole.denominator) * self.step
