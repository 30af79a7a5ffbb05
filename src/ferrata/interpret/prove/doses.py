"""Doses stay within their bounds, for every body, every product and every allowed site.

What a dose may be is encoded from its declaration alone. The code that computes doses comes in as
an argument, and wherever the solver points it must give what the encoding says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TypeAlias

from ferrata.guideline.actions import Consider, Give
from ferrata.guideline.doses import Basis, Dose
from ferrata.guideline.events import Treatment
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import plain
from ferrata.interpret.prove.bounds import Bounds, rate
from ferrata.interpret.prove.portions import (
    Formulary,
    Interval,
    Segment,
    Together,
    gaps,
    masses,
    poured,
    segments,
    together,
)
from ferrata.interpret.prove.solver import Logic, Model, Solver, Undecided
from ferrata.interpret.prove.verdicts import Outcome, Theorem, Verdict, counted, timed

Compute: TypeAlias = Callable[
    [Dose, Together, Decimal, Mapping[Parameter, Decimal]], tuple[Fraction, ...]
]
"""The milligrams of one dose that the code offers to a body of so many kg or m2; none: refused."""

_SHOWN = 2
"""Gaps that a verdict names."""

_UNIT = {Basis.WEIGHT: "kg", Basis.SURFACE: "m2", Basis.FLAT: ""}


@dataclass(frozen=True, slots=True)
class Given:
    """A dose of a guideline, the treatment it is of, and the first rule that gives it."""

    rule: str
    treatment: Treatment
    dose: Dose

    @property
    def subject(self) -> str:
        """How a verdict names it."""
        low, high = plain(self.dose.low.value), plain(self.dose.high.value)
        amount = low if low == high else f"{low}-{high}"
        return f"{self.rule}: {self.treatment.label} {amount} {self.dose.low.unit}"


def given(guideline: Guideline) -> tuple[Given, ...]:
    """Return every dose that a rule of `guideline` gives, each amount of a treatment once."""
    found: dict[tuple[Treatment, Dose], Given] = {}
    for rule in guideline.rules:
        for action in getattr(rule, "do", ()):
            match action:
                case (
                    Give(treatment=treatment, dose=Dose() as dose)
                    | Consider(treatment=treatment, dose=Dose() as dose)
                ):
                    alike = replace(dose, days=None, then="", in_all=None, only=None)
                    found.setdefault((treatment, alike), Given(rule.id, treatment, dose))
                case _:
                    pass
    return tuple(found.values())


def dose_verdicts(
    guideline: Guideline, formulary: Formulary, compute: Compute, timeout: float
) -> Iterator[Verdict]:
    """Yield the verdict on every dose of `guideline` as each product that may give it."""
    for one in given(guideline):
        sizes = _sizes(guideline, formulary, one.dose)
        held = tuple(p for p in formulary.products if p.treatment == one.treatment)
        ways = tuple(together(one.dose, held))
        if not ways:
            why = "no product of the formulary gives it"
            yield Verdict(Theorem.DOSE, one.subject, Outcome.NOT_PROVED, why)
        for products in ways:
            made = _Proof(one, products, sizes, formulary.most_pieces, compute, timeout)
            yield timed(partial(made.verdict))


def _sizes(guideline: Guideline, formulary: Formulary, dose: Dose) -> Interval:
    if dose.basis is Basis.FLAT:
        return Fraction(1), Fraction(1)
    weight = guideline.weight
    assert weight is not None, f"{guideline.id} gives doses and names no weight"
    limits = formulary.surfaces if dose.basis is Basis.SURFACE else weight.plausible
    return Fraction(limits.low), Fraction(limits.high)


@dataclass(frozen=True, slots=True)
class _Proof:
    """One dose, as products that it may combine, over all bodies."""

    given: Given
    products: Together
    sizes: Interval
    most_pieces: int
    compute: Compute
    timeout: float

    def verdict(self) -> Verdict:
        """Return whether whatever is given lies within every bound, and what is refused."""
        dose, asked = self.given.dose, 0
        reached = False
        for segment in segments(dose, self.products, *self.sizes):
            if not segment.products:
                continue
            logic = Logic()
            bounds = Bounds(logic, dose, segment, self.most_pieces)
            solver = Solver(logic, self.timeout)
            solver.add(*bounds.always)
            for what, terms in bounds.wrong():
                asked += 1
                found = solver.ask(*terms)
                if found is not None:
                    return self._wrong(what, bounds, found)
            for terms in bounds.possible():
                found = solver.ask(*terms)
                if isinstance(found, Model):
                    reached = True
                    if (why := self._replayed(bounds, found)) is not None:
                        return self._not_proved(why)
        if not reached:
            return self._not_proved("vacuous: nobody gets this dose as this product")
        return Verdict(Theorem.DOSE, self._subject(), Outcome.PROVED, self._measured(asked))

    def _subject(self) -> str:
        return f"{self.given.subject} as {', '.join(one.id for one in self.products)}"

    def _not_proved(self, why: str) -> Verdict:
        return Verdict(Theorem.DOSE, self._subject(), Outcome.NOT_PROVED, why)

    def _wrong(self, what: str, bounds: Bounds, found: Model | Undecided) -> Verdict:
        if isinstance(found, Undecided):
            return self._not_proved(f"{what}: {found.why}")
        where = f"at {self._at(bounds, found)}"
        if (why := self._replayed(bounds, found)) is not None:
            return self._not_proved(f"{what} {where}, but {why}")
        return Verdict(Theorem.DOSE, self._subject(), Outcome.COUNTEREXAMPLE, f"{what} {where}")

    def _at(self, bounds: Bounds, found: Model) -> str:
        settings = bounds.settings(found)
        site = "".join(f", {one.id} = {plain(value)}" for one, value in settings.items())
        return f"{plain(bounds.size(found))} {_UNIT[self.given.dose.basis]}".strip() + site

    def _replayed(self, bounds: Bounds, found: Model) -> str | None:
        """Say where the code gives another portion than the encoding; None when it does not."""
        size, settings = bounds.size(found), bounds.settings(found)
        offered = self.compute(self.given.dose, bounds.segment.products, size, settings)
        chosen = bounds.chosen(found)
        if chosen in offered:
            return None
        said = " or ".join(f"{plain_of(one)} mg" for one in offered) or "nothing"
        return (
            f"the code gives {said} where the declaration gives {plain_of(chosen)} mg "
            f"({self._at(bounds, found)})"
        )

    def _measured(self, asked: int) -> str:
        dose = self.given.dose
        low, high = self.sizes
        unit = _UNIT[dose.basis]
        over = "one size" if low == high else f"{plain_of(low)} to {plain_of(high)} {unit}"
        limits = [one for one in (dose.cap, dose.stop, dose.tolerance) if one is not None]
        site = f"{counted(len(limits), 'site parameter')} over the allowed range"
        return (
            f"{over}, {site}, {counted(asked, 'question')}; "
            f"{self._refused() if low < high else 'one size is never refused'}"
        )

    def _refused(self) -> str:
        """The share of sizes for which nothing fits at the defaults, and the widest of them."""
        low, high = self.sizes
        left = refused(self.given.dose, self.products, self.sizes, self.most_pieces)
        if not left:
            return "at the defaults refused for no size"
        share = 100 * sum(end - start for start, end in left) / (high - low)
        widest = sorted(sorted(left, key=lambda one: one[0] - one[1])[:_SHOWN])
        said = ", ".join(f"{plain_of(start)} to {plain_of(end)}" for start, end in widest)
        more = f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else ""
        unit = _UNIT[self.given.dose.basis]
        return f"at the defaults refused for {float(share):.1f} % of sizes: {said} {unit}{more}"


def refused(
    dose: Dose, products: Together, sizes: Interval, most_pieces: int
) -> tuple[Interval, ...]:
    """Return the sizes for which `products` cannot give `dose` at the default settings."""
    found: list[Interval] = []
    for one in segments(dose, products, *sizes):
        for start, end in gaps(one.low, one.high, _covered(dose, one, most_pieces)):
            if found and found[-1][1] == start:
                start = found.pop()[0]  # noqa: PLW2901 - the gap goes on across the cut
            found.append((start, end))
    return tuple(found)


def _covered(dose: Dose, segment: Segment, most_pieces: int) -> Iterator[Interval]:
    """Yield the sizes that each portion fits: bounds that rise with the size, below a cap."""
    if not segment.products:
        return
    top, bottom = rate(dose.high), rate(dose.low)
    cap = None if dose.cap is None else Fraction(dose.cap.default)
    stop = None if dose.stop is None else Fraction(dose.stop.default)
    slack = Fraction(0) if dose.tolerance is None else Fraction(dose.tolerance.default) / 100
    least = None if dose.least is None else rate(dose.least)
    last = segment.high
    if stop is not None and (cap is None or stop < cap):
        last = min(last, stop / top)
    first = segment.low if least is None else max(segment.low, least / top)
    for portion in _portions(segment, most_pieces, cap or top * segment.high):
        day_s = portion * dose.divided
        if cap is not None and day_s > cap:
            continue
        if least is not None:
            if day_s >= least:
                yield max(day_s / top, first), last
            continue
        if cap is not None and cap * (1 - slack) <= day_s:  # the cap alone bounds the largest
            yield max(cap / bottom, first), last
        off = slack if dose.low == dose.high else Fraction(0)
        yield max(day_s / (top * (1 + off)), first), min(day_s / (bottom * (1 - off)), last)


def _portions(segment: Segment, most_pieces: int, highest: Fraction) -> Iterator[Fraction]:
    first = segment.products[0]
    if first.form.counted:
        yield from masses(segment.products, most_pieces)
        return
    step, fewest, most = poured(first, most_pieces)
    end = int(highest / step) + 1 if most is None else min(most, int(highest / step) + 1)
    yield from (step * count for count in range(fewest, end + 1))


def plain_of(value: Fraction) -> str:
    """Return `value` as a decimal where it is one, else to 6 digits."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return plain(number if Fraction(number) == value else round(number, 6))
