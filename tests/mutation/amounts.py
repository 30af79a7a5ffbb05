"""What can go wrong in an action: its dose, its interval, its absence; and in a parameter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tests.mutation.model import Change

from ferrata.guideline.actions import Action, Consider, Give, Monitor
from ferrata.guideline.doses import Basis, Dose, Repeat, Route
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import Quantity, Range, Unit, day, g, kg, m2, mg, ug, week

_BASIS = {
    Basis.WEIGHT: (mg / m2 / day, mg / m2),
    Basis.SURFACE: (mg / kg / day, mg / kg),
    Basis.FLAT: (mg / kg / day, mg / kg),
}
"""Of a day, and of a single dose."""
_THOUSANDFOLD: dict[str, Unit] = {
    (mg / kg / day).code: g / kg / day,
    (mg / m2 / day).code: g / m2 / day,
    (mg / day).code: g / day,
    (g / kg / day).code: mg / kg / day,
    (mg / m2).code: g / m2,
    (ug / kg).code: mg / kg,
}
_FACTORS = (("x10", Decimal(10)), ("10 % up", Decimal("1.1")), ("10 % down", Decimal("0.9")))


def actions(action: Action) -> Iterator[Change]:
    """Yield what can become of `action`."""
    match action:
        case Give(dose=Dose() as dose) | Consider(dose=Dose() as dose):
            yield Change("dose dropped", lambda: replace(action, dose=None))
            for one in doses(dose):

                def make(one: Change = one) -> object:
                    return replace(action, dose=one.make())

                yield Change(f"dose {one.operator}", make, one.detail)
        case Monitor(every=every):
            yield Change("interval", lambda: replace(action, every=_by(every, Decimal(2))), "x2")
            yield Change("interval", lambda: replace(action, every=_by(every, "0.5")), "/2")
        case _:
            pass


def doses(dose: Dose) -> Iterator[Change]:
    """Yield what can become of `dose`."""
    for name, factor in _FACTORS:
        low, high = _by(dose.low, factor), _by(dose.high, factor)
        if dose.low != dose.high:
            yield Change("low", lambda low=low: replace(dose, low=low), name)
            yield Change("high", lambda high=high: replace(dose, high=high), name)
        else:
            yield Change("amount", lambda one=low: replace(dose, low=one, high=one), name)
    for name, unit in (
        ("basis", _BASIS[dose.basis][dose.repeat is not None]),
        ("unit", _THOUSANDFOLD.get(dose.low.unit.code)),
    ):
        if unit is not None:
            low, high = Quantity(dose.low.value, unit), Quantity(dose.high.value, unit)
            yield Change(name, lambda low=low, high=high: replace(dose, low=low, high=high))
    if dose.repeat is None:
        yield Change("divided", lambda: replace(dose, divided=dose.divided + 1), "more")
    else:
        yield from _repeat(dose, dose.repeat)
    if dose.divided > 1:
        yield Change("divided", lambda: replace(dose, divided=1), "no more")
    for route in Route:
        if route is not dose.route:
            yield Change("route", lambda route=route: replace(dose, route=route), route.name)
    if dose.cap is not None:
        yield Change("cap removed", lambda: replace(dose, cap=None))
    if dose.stop is not None:
        yield Change("stop removed", lambda: replace(dose, stop=None))
    if dose.least is not None:
        yield Change("least removed", lambda: replace(dose, least=None))
    if dose.in_all is not None:
        yield Change("in all removed", lambda: replace(dose, in_all=None))
    if dose.tolerance is not None:
        yield Change("tolerance removed", lambda: replace(dose, tolerance=None))
    if dose.days is not None:
        yield Change("days removed", lambda: replace(dose, days=None))
        yield from _days(dose, dose.days)


def _repeat(dose: Dose, repeat: Repeat) -> Iterator[Change]:
    for name, one in (
        ("more often", replace(repeat, high=repeat.high + 1)),
        ("another span", replace(repeat, per=day if repeat.per != day else week)),
        ("one more in all", replace(repeat, total=(repeat.total or 0) + 1)),
    ):
        yield Change("repeat", lambda one=one: replace(dose, repeat=one), name)


def _days(dose: Dose, days: Range) -> Iterator[Change]:
    for name, low, high in (
        ("first up", days.low + 1, days.high),
        ("first down", days.low - 1, days.high),
        ("last up", days.low, days.high + 1),
        ("last down", days.low, days.high - 1),
    ):

        def make(low: Decimal = low, high: Decimal = high) -> object:
            return replace(dose, days=Range(low, high, days.unit))

        yield Change("days", make, name)


def parameters(one: Parameter) -> Iterator[Change]:
    """Yield what can become of a site's parameter."""
    for name, factor in _FACTORS:
        yield Change(
            "default", lambda factor=factor: replace(one, default=one.default * factor), name
        )
    allowed = one.allowed
    for name, low, high in (
        ("low 10 % down", allowed.low * Decimal("0.9"), allowed.high),
        ("low 10 % up", allowed.low * Decimal("1.1"), allowed.high),
        ("high 10 % down", allowed.low, allowed.high * Decimal("0.9")),
        ("high 10 % up", allowed.low, allowed.high * Decimal("1.1")),
    ):

        def make(low: Decimal = low, high: Decimal = high) -> object:
            return replace(one, allowed=Range(low, high, allowed.unit))

        yield Change("allowed", make, name)


def _by(quantity: Quantity, factor: Decimal | str) -> Quantity:
    return Quantity(quantity.value * Decimal(factor), quantity.unit)
