"""Doses as values: basis, bounds, cap, division, repetition, and the products that give them.

Amounts are computed in `ferrata.dosing` and proved to lie within their bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ferrata.guideline.conditions import Condition
from ferrata.guideline.errors import DoseError, author_line
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import (
    Dimension,
    Quantity,
    Range,
    Unit,
    day,
    kg,
    m2,
    mg,
    mL,
    percent,
    plain,
)


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

    def suits(self, route: Route) -> bool:
        """Whether it is given by `route`."""
        return (self is Form.INJECTION) == (route is not Route.ORAL)


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
        if (
            not 0 < self.low <= self.high
            or self.per.dimension != day.dimension
            or (self.total is not None and self.total < 1)
        ):
            raise DoseError(
                f"a dose given {self.low} to {self.high} times per {self.per}",
                why="it is given at least once in a span of time",
                write="Repeat(2, 3, week) for two to three times a week",
                where=author_line(),
            )


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose from `low` to `high`: per kg, per m2 or whole.

    It is the dose of a day, in `divided` parts; or, with `repeat`, a single dose. `days` is how
    long, `then` what follows in words. What bounds it, all of a day, for the whole body:

    - `cap`: more is lowered to it, and that is shown;
    - `stop`: more is not computed;
    - `least`: less is not computed;
    - `in_all`: what a whole course may come to, on the basis of the dose;
    - `tolerance`: how far, in percent, a product may be from a single figure;
    - `only`: what must hold for anything to be computed, besides the guideline's `amounts`.

    Raises:
        DoseError: when bounds differ in basis or are empty, are not daily and nothing says how
            often, a limit is of another dimension, or the longest course passes `in_all`.
    """

    low: Quantity
    high: Quantity
    route: Route
    divided: int = 1
    cap: Parameter | None = None
    days: Range | None = None
    then: str = ""
    repeat: Repeat | None = None
    stop: Parameter | None = None
    least: Quantity | None = None
    in_all: Quantity | None = None
    tolerance: Parameter | None = None
    only: Condition | None = None

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
            single = self.repeat is not None
            raise DoseError(
                f"a {'single' if single else 'daily'} dose in {self.divided} parts",
                why="a single dose is given at once" if single else "it is given once at least",
                write="divided=1 with repeat" if single else "divided=2 for twice daily",
                where=author_line(),
            )
        for name, limit, daily in (
            ("cap", self.cap and self.cap.allowed.unit, True),
            ("stop", self.stop and self.stop.allowed.unit, True),
            ("least amount", self.least and self.least.unit, True),
            ("tolerance", self.tolerance and self.tolerance.allowed.unit, False),
        ):
            unit = mg / day if daily else percent
            if limit is not None and limit.dimension != unit.dimension:
                raise DoseError(
                    f"the {name} of a dose is in {limit}",
                    why=f"a {name} is {'the mass of a day' if daily else 'a share'}",
                    write=f"one in {'mg / day' if daily else 'percent'}",
                    where=author_line(),
                )
        if self.least is not None and self.cap is not None:
            unit = self.cap.allowed.unit
            if self.least.to(unit) > Fraction(self.cap.allowed.low):
                raise DoseError(
                    f"a dose of at least {self.least} and at most {self.cap.allowed}",
                    why="a site could set the cap below the least dose",
                    write="a cap that is never below the least dose",
                    where=author_line(),
                )
        _check_course(self)

    @property
    def basis(self) -> Basis:
        """What the dose is reckoned by."""
        return (_SINGLE if self.repeat else _DAILY)[self.low.unit.dimension]

    @property
    def longest(self) -> Decimal | None:
        """The days of the longest course, or its single doses; None when nothing bounds it."""
        if self.repeat is not None:
            return None if self.repeat.total is None else Decimal(self.repeat.total)
        return None if self.days is None else self.days.high


def _check_course(dose: Dose) -> None:
    """Raise when the longest course of the highest dose comes to more than `in_all`."""
    if dose.in_all is None:
        return
    single = dose.high if dose.repeat else Quantity(dose.high.value, dose.high.unit * day)
    longest = dose.longest
    if (
        longest is None
        or single.unit.dimension != dose.in_all.unit.dimension
        or single.to(dose.in_all.unit) * Fraction(longest) > Fraction(dose.in_all.value)
    ):
        raise DoseError(
            f"{dose.high} {'without end' if longest is None else f'{plain(longest)} times'} is not "
            f"bounded by {dose.in_all} in all",
            why="the longest course of the highest dose must stay within what is given in all",
            write="days=between(1, 2, day) for 1 g/kg a day and 2 g/kg in all",
            where=author_line(),
        )


@dataclass(frozen=True, slots=True)
class Product:
    """A product that a dose is given as.

    `strength` is the mass in one piece, or in a milliliter; `step` the smallest part that can be
    given, in pieces or milliliters: 0.5 for a tablet with a score. `least_surface`, in m2, is the
    smallest body that the label gives it to. `volumes`, in mL, are what one dose may measure;
    `contains` is what one vial holds, in mL. The label forbids dividing what is `whole`.

    Raises:
        DoseError: when the strength is no mass of a piece or milliliter, the step not positive, or
            a piece has volumes.
    """

    id: str
    treatment: Treatment
    name: str
    form: Form
    strength: Quantity
    step: Decimal
    warrant: tuple[Warrant, ...]
    least_surface: Decimal | None = None
    volumes: Range | None = None
    contains: Decimal | None = None
    whole: bool = False

    def __post_init__(self) -> None:
        unit = mg if self.form.counted else mg / mL
        if self.strength.unit.dimension != unit.dimension or not self.strength.value > 0:
            raise DoseError(
                f"the {self.form} {self.id} of {self.strength}",
                why="a piece holds a mass, a liquid a mass per volume",
                write="5 * mg for a tablet, 5 * mg / mL for a liquid",
                where=author_line(),
            )
        if self.whole and self.step != 1:
            raise DoseError(
                f"the {self.form} {self.id} in steps of {self.step}",
                why="the label forbids dividing it",
                write="Decimal(1)",
                where=author_line(),
            )
        if not self.step > 0 or (self.form.counted and 1 % Fraction(self.step)):
            raise DoseError(
                f"the {self.form} {self.id} in steps of {self.step}",
                why="a piece is given whole or in equal parts, a liquid in steps above zero",
                write="Decimal(1), Decimal('0.5') or, in mL, Decimal('0.1')",
                where=author_line(),
            )
        sized = self.volumes is not None or self.contains is not None
        if (
            (sized and self.form.counted)
            or (self.volumes is not None and self.volumes.unit != mL)
            or (self.contains is not None and not self.contains > 0)
        ):
            raise DoseError(
                f"the {self.form} {self.id} has volumes that mean nothing",
                why="a liquid is measured in milliliters, a piece is not measured",
                write="volumes=between('0.1', 30, mL), contains=Decimal(10)",
                where=author_line(),
            )

    def __hash__(self) -> int:
        return hash(self.id)  # reckoning pieces looks products up often

    @property
    def step_mass(self) -> Decimal:
        """Milligrams in the smallest part that can be given, exactly."""
        whole = self.strength.to(mg if self.form.counted else mg / mL)
        return Decimal(whole.numerator) / Decimal(whole.denominator) * self.step
