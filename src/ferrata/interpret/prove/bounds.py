"""One declared dose as solver terms: what it may be, what is chosen, and what would be wrong.

With s the size of the body, the dose of a day reaches from L x s (or the least dose) to H x s, both
lowered to the cap. Where it is one figure T, a product may be off by the slack, from T - slack to
T + slack, never above cap or stop. Of what fits, the portion nearest to the aim is chosen: T, or
either end of a range. The slack is any share of T that the site may allow, so all is linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from ferrata.guideline.doses import Dose
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import Quantity, Range, day, kg, m2, mg, quantise
from ferrata.interpret.prove.portions import Segment, masses, poured
from ferrata.interpret.prove.solver import Bool, Int, Logic, Model, Real

GRAIN = Fraction(1, 1000)
"""Sizes are reckoned to a gram and to 0.001 m2."""

_STEP = Fraction(1, 10**8)
_HUNDREDTH = Fraction(1, 100)


class Bounds:
    """The variables of one dose for the bodies of a segment, at every allowed site."""

    def __init__(self, logic: Logic, dose: Dose, segment: Segment, most_pieces: int) -> None:
        self.segment = segment
        self._logic, self._dose, self._most = logic, dose, most_pieces
        self._grains = logic.number("grains of the size")
        self._size = logic.times(GRAIN, self._grains)
        self._parameters: dict[Parameter, Int] = {}
        self.always: list[Bool] = [
            logic.not_above(logic.fraction(segment.low), self._size),
            logic.not_above(self._size, logic.fraction(segment.high)),
        ]
        if not segment.last:
            self.always.append(logic.below(self._size, logic.fraction(segment.high)))
        self._cap = None if dose.cap is None else self._limit(dose.cap)
        self._stop = None if dose.stop is None else self._limit(dose.stop)
        self._declare()
        self._choose()

    def _limit(self, parameter: Parameter) -> Real:
        logic, allowed = self._logic, parameter.allowed
        steps = self._parameters[parameter] = logic.number(parameter.id)
        term = logic.times(_STEP, steps)
        self.always += [
            logic.not_above(logic.fraction(Fraction(allowed.low)), term),
            logic.not_above(term, logic.fraction(Fraction(allowed.high))),
        ]
        return term

    def _declare(self) -> None:
        """The bounds of a day and of one dose."""
        logic, dose = self._logic, self._dose
        top = self.top = logic.times(rate(dose.high), self._size)
        bottom = logic.times(rate(dose.low), self._size)
        if dose.least is not None:
            bottom = logic.fraction(rate(dose.least))
            self.always.append(logic.not_above(bottom, top))
        if self._cap is not None:
            top, bottom = logic.smaller(top, self._cap), logic.smaller(bottom, self._cap)
        if self._stop is not None:
            self.always.append(logic.not_above(top, self._stop))
        self._high, self._low = top, bottom
        slack = self._slack = logic.real("slack")
        shares = dose.tolerance.allowed if dose.tolerance else None
        self.always += [
            logic.not_above(logic.times(_share(shares, 0), top), slack),
            logic.not_above(slack, logic.times(_share(shares, 1), top)),
        ]
        self._point = logic.same(top, bottom)
        most = logic.plus(top, slack)
        for limit in (self._cap, self._stop):
            most = most if limit is None else logic.smaller(most, limit)
        part = Fraction(1, dose.divided)
        self._least = logic.times(part, logic.either(self._point, logic.minus(top, slack), bottom))
        self._most_mass = logic.times(part, logic.either(self._point, most, top))
        either_end = logic.flag("aim at the lower end")
        aim = logic.either(self._point, top, logic.either(either_end, bottom, top))
        self._aim = logic.times(part, aim)

    def _choose(self) -> None:
        """The portion that is chosen: of the two next to the aim, the nearer one that fits."""
        logic, first = self._logic, self.segment.products[0]
        self._chosen = logic.real("chosen")
        self._under, self._over = logic.real("next below"), logic.real("next above")
        self._other = logic.real("another portion")
        if first.form.counted:
            self._count()
        else:
            self._pour(*poured(first, self._most))
        aim = self._aim = logic.smaller(logic.larger(self._aim, self._least), self._most_mass)
        under, over, chosen = self._under, self._over, self._chosen
        self.always += [logic.not_above(under, aim), logic.below(aim, over)]
        nearer = logic.not_above(logic.minus(aim, under), logic.minus(over, aim))
        under_fits, over_fits = self._fits(under), self._fits(over)
        take_under = logic.all(under_fits, logic.any(nearer, logic.opposite(over_fits)))
        take_over = logic.all(over_fits, logic.opposite(logic.all(under_fits, nearer)))
        self._something = logic.any(under_fits, over_fits)
        self._is_chosen = logic.any(
            logic.all(take_under, logic.same(chosen, under)),
            logic.all(take_over, logic.same(chosen, over)),
        )

    def _count(self) -> None:
        """Pieces: neighbors are neighbors among all masses that pieces make."""
        logic = self._logic
        ladder = (Fraction(0), *masses(self.segment.products, self._most))
        terms = [logic.fraction(one) for one in ladder]
        beyond = logic.all(
            logic.same(self._under, terms[-1]),
            # Above the last there is none: a mass that fits nowhere.
            logic.same(self._over, logic.plus(logic.larger(self._aim, self._most_mass), terms[1])),
        )
        steps = (
            logic.all(logic.same(self._under, low), logic.same(self._over, high))
            for low, high in pairwise(terms)
        )
        self.always.append(logic.any(*steps, beyond))

    def _pour(self, step: Fraction, fewest: int, most: int | None) -> None:
        """A liquid: neighbors are a step apart."""
        logic = self._logic
        self._least = logic.larger(self._least, logic.fraction(step * fewest))
        if most is not None:
            self._most_mass = logic.smaller(self._most_mass, logic.fraction(step * most))
        under = logic.times(step, logic.number("steps below the aim"))
        self.always += [
            logic.same(self._under, under),
            logic.same(self._over, logic.plus(under, logic.fraction(step))),
        ]

    def _fits(self, mass: Real) -> Bool:
        logic = self._logic
        return logic.all(
            logic.below(logic.fraction(Fraction(0)), mass),
            logic.not_above(self._least, mass),
            logic.not_above(mass, self._most_mass),
        )

    def wrong(self) -> Iterator[tuple[str, tuple[Bool, ...]]]:
        """Yield what would be wrong, with the terms that must have no model."""
        logic, dose = self._logic, self._dose
        whole = logic.times(Fraction(dose.divided), self._chosen)
        zero = logic.fraction(Fraction(0))
        yield "a dose of nothing", (self._is_chosen, logic.not_above(whole, zero))
        shares = dose.tolerance.allowed if dose.tolerance else None
        most = logic.times(1 + _share(shares, 1), self.top)
        yield "above the declared bound", (self._is_chosen, logic.below(most, whole))
        for limit, what in ((self._cap, "above the cap"), (self._stop, "above the hard stop")):
            if limit is not None:
                yield what, (self._is_chosen, logic.below(limit, whole))
        for parameter in (dose.cap, dose.stop):
            if parameter is not None:
                highest = logic.fraction(Fraction(parameter.allowed.high))
                yield (
                    f"above all that {parameter.id} allows",
                    (
                        self._is_chosen,
                        logic.below(highest, whole),
                    ),
                )
        least = logic.times(1 - _share(shares, 1), self._low)
        yield (
            "below the declared bound, and no cap bites",
            (
                self._is_chosen,
                logic.below(whole, least),
            ),
        )
        other = self._other
        # Any other portion is at most the neighbor below the aim, or at least the one above it.
        beside = logic.any(logic.not_above(other, self._under), logic.not_above(self._over, other))
        fits = logic.all(beside, self._fits(other))
        yield "refused although a portion fits", (fits, logic.opposite(self._something))
        between = logic.any(
            logic.all(logic.not_above(self._aim, other), logic.below(other, self._chosen)),
            logic.all(logic.below(self._chosen, other), logic.not_above(other, self._aim)),
        )
        yield (
            "another portion lies between the aim and what is chosen",
            (
                fits,
                self._is_chosen,
                between,
            ),
        )

    def possible(self) -> Iterator[tuple[Bool, ...]]:
        """Yield terms for bodies who get a portion, at the default tolerance, of several kinds."""
        logic, dose = self._logic, self._dose
        default = Fraction(0) if dose.tolerance is None else Fraction(dose.tolerance.default) / 100
        usual = logic.same(self._slack, logic.times(default, self._high))
        yield (self._is_chosen, usual)
        low, high = self.segment.low, self.segment.high
        for share in (Fraction(1, 10), Fraction(1, 2), Fraction(9, 10)):
            border = logic.fraction(low + (high - low) * share)
            yield (self._is_chosen, usual, logic.below(border, self._size))
            yield (self._is_chosen, usual, logic.below(self._size, border))
        if self._cap is not None:
            yield (self._is_chosen, usual, logic.below(self._cap, self.top))
            yield (self._is_chosen, usual, logic.same(self._cap, self.top))

    def size(self, found: Model) -> Decimal:
        """Return the size, in kg or m2."""
        return quantise(found.number(self._grains) * GRAIN)

    def settings(self, found: Model) -> Mapping[Parameter, Decimal]:
        """Return what the site sets."""
        made = {
            one: quantise(found.number(steps) * _STEP) for one, steps in self._parameters.items()
        }
        tolerance, top = self._dose.tolerance, found.real(self._high)
        if tolerance is not None and top:
            share = quantise(100 * found.real(self._slack) / top)
            made[tolerance] = min(max(share, tolerance.allowed.low), tolerance.allowed.high)
        return made

    def chosen(self, found: Model) -> Fraction:
        """Return the milligrams of the portion that is chosen."""
        return found.real(self._chosen)


def _share(allowed: Range | None, end: int) -> Fraction:
    if allowed is None:
        return Fraction(0)
    return Fraction(allowed.high if end else allowed.low) * _HUNDREDTH


_UNITS = (mg / kg / day, mg / m2 / day, mg / day, mg / kg, mg / m2, mg)


def rate(quantity: Quantity) -> Fraction:
    """Return milligrams (of a day where `quantity` is one) per kg, per m2 or whole."""
    return quantity.to(next(one for one in _UNITS if one.dimension == quantity.unit.dimension))
