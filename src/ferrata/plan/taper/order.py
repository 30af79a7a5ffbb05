"""What a clinician orders, and the starting dose that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ferrata.dosing.amount import Amount, Body, NotComputed, amount, limits
from ferrata.dosing.taper import Spread, Start
from ferrata.guideline.doses import Basis
from ferrata.guideline.errors import Refusal
from ferrata.guideline.parameters import Site
from ferrata.guideline.tapers import Taper
from ferrata.guideline.units import plain
from ferrata.plan.taper.model import TaperPlan
from ferrata.record.messages import refuse

NOT_BY_AGE = "the weight was not checked against the age; ferrata dose checks it"


@dataclass(frozen=True, slots=True)
class Order:
    """A course as ordered: the first day, and the dose in mg a day or mg/kg a day with a weight.

    `dose`: mg a day. `weight`: kg, `weighed` where it comes from. Days that are None are the usual
    ones. `for_whom` is shown; `subject`, a hash, only keeps the plans of two people apart.
    `older` is replaced, because of a breakthrough on a day or for another reason.
    """

    first: date
    on: date
    dose: Decimal | None = None
    weight: Decimal | None = None
    weighed: str = ""
    per_kg: Decimal | None = None
    days: int | None = None
    full: int | None = None
    every: int | None = None
    for_whom: str = ""
    subject: str = ""
    older: TaperPlan | None = None
    breakthrough: date | None = None


def refused(what: str, *, why: str, do: str) -> Refusal:
    """Return the refusal of an order."""
    return refuse(what, where="taper", why=why, do=do)


def spread_of(shape: Taper, order: Order) -> Spread:
    """Return how the days are spread: as ordered, else as usual."""
    full, every, days = shape.usual
    days = order.days if order.days is not None else days
    if shape.every is None:
        return Spread(days if order.full is None else order.full, 0, days)
    return Spread(
        full if order.full is None else order.full,
        every if order.every is None else order.every,
        days,
    )


def start_of(
    shape: Taper, order: Order, site: Site
) -> tuple[Start, tuple[str, ...], tuple[str, ...]]:
    """Return the start, its arithmetic, and what could not be checked.

    Raises:
        Refusal: when the dose is above the cap, or outside what is declared for the weight.
    """
    by_weight = shape.dose.basis is Basis.WEIGHT
    bounds = _bounds(shape, order, site) if by_weight and order.weight is not None else None
    cap = None if shape.dose.cap is None else site[shape.dose.cap]
    if order.dose is not None:
        return _ordered(shape, order, bounds, cap)
    assert order.per_kg is not None
    assert order.weight is not None
    assert bounds is not None
    low, high = shape.dose.low, shape.dose.high
    if not low.value <= order.per_kg <= high.value:
        raise refused(
            f"{plain(order.per_kg)} mg/kg a day",
            why=f"the sources give {plain(low.value)} to {plain(high.value)} mg/kg a day",
            do="check the dose; write --mg-per-kg within these bounds",
        )
    aim = min(order.per_kg * order.weight, bounds.high)
    return (
        Start(bounds.low, aim, bounds.high),
        (
            *bounds.arithmetic,
            _product(order.per_kg, order.weight, order.weighed),
        ),
        (NOT_BY_AGE,),
    )


def _product(rate: Decimal, weight: Decimal, weighed: str) -> str:
    source = f" ({weighed})" if weighed else ""
    return (
        f"ordered: {plain(rate)} mg/kg/d x {plain(weight)} kg{source} = {plain(rate * weight)} mg/d"
    )


def _weight(order: Order) -> str:
    assert order.weight is not None
    return f"{plain(order.weight)} kg" + (f" ({order.weighed})" if order.weighed else "")


def _bounds(shape: Taper, order: Order, site: Site) -> Amount:
    assert order.weight is not None
    body = Body(order.weight, "not needed for this dose")
    found = amount(shape.dose, body, limits(shape.dose, site))
    if isinstance(found, NotComputed):
        raise refused(
            found.reason,
            why="the starting dose is reckoned by the weight",
            do="check the weight, in kilograms",
        )
    return found


def _ordered(
    shape: Taper, order: Order, bounds: Amount | None, cap: Decimal | None
) -> tuple[Start, tuple[str, ...], tuple[str, ...]]:
    """The start with exactly the milligrams that were ordered, once they pass what is known."""
    dose = order.dose
    assert dose is not None
    if dose <= 0 or (cap is not None and dose > cap):
        raise refused(
            f"{plain(dose)} mg a day",
            why="a dose is more than nothing"
            if cap is None
            else f"at most {plain(cap)} mg a day is given here",
            do="check the dose and its unit",
        )
    said = (f"ordered: {plain(dose)} mg/d",)
    if bounds is None:
        how = "weight" if shape.dose.basis is Basis.WEIGHT else "body surface"
        return Start.ordered(dose), said, (f"the dose was not checked against the {how}",)
    if not bounds.low <= dose <= bounds.high:
        raise refused(
            f"{plain(dose)} mg a day for {_weight(order)}",
            why=f"the sources give {plain(bounds.low)} to {plain(bounds.high)} mg a day for this "
            f"weight ({'; '.join(bounds.arithmetic)})",
            do="check the dose and the weight, in kilograms",
        )
    return Start.ordered(dose), (*bounds.arithmetic, *said), (NOT_BY_AGE,)
