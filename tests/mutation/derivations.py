"""What can go wrong in how a feature comes from a record: windows, picks, silence, cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tests.mutation.leaves import LOOSER, TURNED, shifted, step_of
from tests.mutation.model import Change

from ferrata.guideline.derivations import (
    Anchor,
    Asserted,
    Cases,
    DaysSinceEnd,
    DaysSinceStart,
    DaysWith,
    Derivation,
    Edge,
    EverAsserted,
    EverTreated,
    Measured,
    OnTreatment,
    Pick,
    Stated,
    Window,
    days_with,
)
from ferrata.guideline.units import Quantity, plain


def derivations(how: Derivation) -> Iterator[Change]:
    """Yield what can become of a derivation, apart from the conditions in it."""
    match how:
        case Measured(pick=pick):
            for other in Pick:
                if other is not pick:
                    yield Change("pick", lambda other=other: replace(how, pick=other), other.value)
            yield from _windows(how)
        case DaysWith():
            yield from _days_with(how)
            yield from _windows(how)
        case Asserted(sign, _, silence):
            yield from _windows(how)
            yield Change("asserted ever", lambda: EverAsserted(sign, silence))
        case Stated():
            yield from _windows(how)
        case OnTreatment(treatment, silence, lasting):
            yield Change("ever instead of on", lambda: EverTreated(treatment, silence))
            if lasting:
                for name, days in (("a day more", lasting + 1), ("a day less", lasting - 1)):
                    yield Change("lasting", lambda days=days: replace(how, lasting=days), name)
        case EverTreated(treatment, silence):
            yield Change("on instead of ever", lambda: OnTreatment(treatment, silence))
        case DaysSinceStart():
            yield Change("end instead of start", DaysSinceEnd)
        case DaysSinceEnd():
            yield Change("start instead of end", DaysSinceStart)
        case Cases():
            yield from _cases(how)
        case _:
            pass
    if isinstance(how, Asserted | EverAsserted | DaysWith | OnTreatment | EverTreated):
        silent = how
        if silent.silence is not None:
            yield Change("silence dropped", lambda: replace(silent, silence=None))


def _days_with(how: DaysWith) -> Iterator[Change]:
    analyte = how.analyte
    for name, number in shifted(how.threshold, step_of(analyte.unit.code, how.threshold)):

        def make(number: Decimal = number) -> Derivation:
            quantity = Quantity(number, analyte.unit)
            return days_with(analyte, how.operator, quantity, how.window, how.silence)

        yield Change("threshold", make, f"{name} to {plain(number)}")
    yield Change("strictness", lambda: replace(how, operator=LOOSER[how.operator]))
    yield Change("direction", lambda: replace(how, operator=TURNED[how.operator]))


def _windows(how: Measured | DaysWith | Asserted | Stated) -> Iterator[Change]:
    window = how.window

    def change(name: str, other: Window) -> Change:
        return Change("window", lambda: replace(how, window=other), name)

    lower, upper = window.lower, window.upper
    if lower is not None:
        yield change("no beginning", replace(window, lower=None))
        for name, days in _edges(lower):
            yield change(f"begins {name}", replace(window, lower=Edge(lower.anchor, days)))
        other = Anchor.ON if lower.anchor is Anchor.START else Anchor.START
        if lower.anchor is Anchor.START:
            yield change("begins by today", replace(window, lower=Edge(other, lower.days)))
    yield change("ends a day earlier", replace(window, upper=Edge(upper.anchor, upper.days - 1)))
    if upper.days or upper.anchor is Anchor.START:
        yield change("ends a day later", replace(window, upper=Edge(upper.anchor, upper.days + 1)))
        yield change("ends today", replace(window, upper=Edge(Anchor.ON, 0)))
    if window.fresh is not None:
        yield change("never stale", replace(window, fresh=None))
        yield change("stale a day later", replace(window, fresh=window.fresh + 1))
        yield change("stale a day earlier", replace(window, fresh=window.fresh - 1))


def _edges(edge: Edge) -> Iterator[tuple[str, int]]:
    yield "a day earlier", edge.days - 1
    yield "a day later", edge.days + 1
    if abs(edge.days) > 1:
        yield "twice as far", edge.days * 2


def _cases(how: Cases) -> Iterator[Change]:
    cases = how.cases
    for number, (condition, option) in enumerate(cases):
        rest = cases[:number] + cases[number + 1 :]
        yield Change("case dropped", lambda rest=rest: Cases(rest), str(number))
        options = list(type(option))
        other = options[(options.index(option) + 1) % len(options)]
        changed = (*cases[:number], (condition, other), *cases[number + 1 :])
        yield Change("option", lambda changed=changed: Cases(changed), f"{number} to {other.value}")
    for number in range(len(cases) - 1):
        one, other_case = cases[number : number + 2]
        swapped = (*cases[:number], other_case, one, *cases[number + 2 :])
        yield Change("cases swapped", lambda swapped=swapped: Cases(swapped), str(number))
