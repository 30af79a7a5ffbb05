"""What real products can give: milligrams as tablets, capsules and milliliters, exactly.

A dose on paper is any number; a dose in a spoon is a multiple of a step. Pieces of several
strengths are combined, with as few pieces as possible; a liquid is measured from one bottle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, gcd, lcm
from typing import TypeAlias

from ferrata.guideline.doses import Product

MOST_PIECES = 10
"""Pieces or vials in one dose, at most: who needs more needs another strength, or a liquid."""

Together: TypeAlias = tuple[Product, ...]
"""Products that one dose may combine: pieces of one treatment, or one liquid."""


@dataclass(frozen=True, slots=True)
class Portion:
    """`milligrams` as so many pieces, or milliliters, of each product; the strongest first."""

    milligrams: Decimal
    parts: tuple[tuple[Product, Decimal], ...]


def combinations(products: Iterable[Product]) -> Iterator[Together]:
    """Yield all pieces together, then each liquid alone."""
    given = tuple(products)
    pieces = tuple(one for one in given if one.form.counted)
    if pieces:
        yield pieces
    yield from ((one,) for one in given if not one.form.counted)


def portion(milligrams: Fraction | Decimal, products: Together) -> Portion | None:
    """Return exactly `milligrams` as the fewest pieces of `products`; None when they cannot."""
    total = Fraction(milligrams)
    if products[0].form.counted:
        pieces = _pieces(products)
        if total <= 0 or total % pieces.unit:
            return None
        return next(map(pieces.portion, pieces.made(total, total)), None)
    step = Fraction(products[0].step_mass)
    low, high = measured(products[0])
    if not (total > 0 and low <= total and (high is None or total <= high)) or total % step:
        return None
    return _poured(products[0], int(total / step))


def nearest(target: Fraction, low: Fraction, high: Fraction, products: Together) -> Portion | None:
    """Return the portion from `low` to `high` mg nearest to `target`; the lower of two as near.

    None when `products` give nothing in these bounds, which rounding never crosses.
    """
    if products[0].form.counted:
        pieces = _pieces(products)
        best = pieces.near(target, low, high)
        return None if best is None else pieces.portion(best)
    return min(
        _measured_out(target, low, high, products[0]),
        key=lambda one: (abs(Fraction(one.milligrams) - target), one.milligrams),
        default=None,
    )


def lowest(low: Fraction, high: Fraction, products: Together) -> Portion | None:
    """Return the smallest portion from `low` to `high` mg, None when there is none."""
    return nearest(low, low, high, products)


def highest(low: Fraction, high: Fraction, products: Together) -> Portion | None:
    """Return the largest portion from `low` to `high` mg, None when there is none."""
    return nearest(high, low, high, products)


def simplest(low: Fraction, high: Fraction, products: Together) -> Portion | None:
    """Return the portion from `low` to `high` mg of the fewest pieces, the smallest of them.

    None for a liquid: every volume is as simple.
    """
    if not products[0].form.counted:
        return None
    pieces = _pieces(products)
    amounts = pieces.made(low, high)
    best = min(amounts, key=lambda one: (pieces.cost[one], one), default=None)
    return None if best is None else pieces.portion(best)


def measured(product: Product) -> tuple[Fraction, Fraction | None]:
    """Return the least and the most milligrams of a liquid that one dose may measure.

    The most is that of its volumes, or of `MOST_PIECES` vials.
    """
    each = Fraction(product.step_mass) / Fraction(product.step)
    most = [] if product.volumes is None else [product.volumes.high]
    if product.contains is not None:
        most.append(product.contains * MOST_PIECES)
    least = Fraction(0 if product.volumes is None else product.volumes.low)
    return least * each, Fraction(min(most)) * each if most else None


def _measured_out(
    target: Fraction, low: Fraction, high: Fraction, product: Product
) -> Iterator[Portion]:
    """Yield the portions of a liquid in bounds next to `target`."""
    step = Fraction(product.step_mass)
    least, most = measured(product)
    low, high = max(low, least), high if most is None else min(high, most)
    if low > high:
        return
    aim = min(max(target, low), high)
    for steps in dict.fromkeys((floor(aim / step), ceil(aim / step))):
        if steps > 0 and low <= steps * step <= high:
            yield _poured(product, steps)


def _poured(product: Product, steps: int) -> Portion:
    return Portion(product.step_mass * steps, ((product, product.step * steps),))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What pieces make, in whole numbers of `unit` mg, the largest mass that divides every step.

    `cost` of an amount is its fewest pieces and, of these, the fewest divided; `first` the coin,
    strongest first, that its portion begins with. A part of a piece counts as a piece.
    """

    unit: Fraction
    coins: tuple[tuple[int, Product, Decimal], ...]
    cost: tuple[int, ...]
    first: tuple[int, ...]

    def made(self, low: Fraction, high: Fraction) -> Iterator[int]:
        """Yield the amounts from `low` to `high` mg, smallest first."""
        top = min(floor(high / self.unit), len(self.cost) - 1)
        for amount in range(max(1, ceil(low / self.unit)), top + 1):
            if self.cost[amount] < _TOO_MANY:
                yield amount

    def near(self, target: Fraction, low: Fraction, high: Fraction) -> int | None:
        """Return the amount from `low` to `high` mg nearest to `target`; the lower of two."""
        first = max(1, ceil(low / self.unit))
        last = min(floor(high / self.unit), len(self.cost) - 1)
        aim = target / self.unit
        middle = min(max(floor(aim), first - 1), last)
        made = (one for one in range(middle, first - 1, -1) if self.cost[one] < _TOO_MANY)
        below = next(made, None)
        made = (one for one in range(middle + 1, last + 1) if self.cost[one] < _TOO_MANY)
        above = next(made, None)
        if below is None or above is None:
            return above if below is None else below
        return below if aim - below <= above - aim else above

    def portion(self, amount: int) -> Portion:
        """Return the portion of `amount`, which is made."""
        total, left = self.unit * amount, amount
        parts: dict[Product, Decimal] = {}
        while left:
            mass, product, part = self.coins[self.first[left]]
            parts[product] = (parts.get(product, Decimal(0)) + part).normalize()
            left -= mass
        return Portion(Decimal(total.numerator) / total.denominator, tuple(parts.items()))


_DIVIDED = 1000
"""One piece more costs more than any number of divided ones."""
_TOO_MANY = (MOST_PIECES + 1) * _DIVIDED
MOST_STEPS = 200_000
"""Whole numbers of the common step in the largest dose of pieces, at most."""


@lru_cache(maxsize=64)
def _pieces(products: Together) -> _Pieces:
    """Reckon, from the smallest amount up, what at most `MOST_PIECES` pieces make."""
    unit, top = common_step(products)
    strongest = sorted(products, key=lambda one: (-one.step_mass / one.step, one.id))
    coins = tuple(
        (int(Fraction(one.step_mass) * part / unit), one, one.step * part)
        for one in strongest
        for part in range(int(1 / one.step), 0, -1)
    )
    prices = tuple(
        (index, mass, _DIVIDED + (part % 1 != 0)) for index, (mass, _, part) in enumerate(coins)
    )
    cost, first = [0], [0]
    for amount in range(1, min(top, MOST_STEPS) + 1):
        least, begins = _TOO_MANY, 0
        for index, mass, price in prices:
            if mass <= amount and cost[amount - mass] + price < least:
                least, begins = cost[amount - mass] + price, index
        cost.append(least)
        first.append(begins)
    return _Pieces(unit, coins, tuple(cost), tuple(first))


def common_step(products: Together) -> tuple[Fraction, int]:
    """Return the mg of which all steps are whole multiples, and how many make the largest dose."""
    unit = _common([Fraction(one.step_mass) for one in products])
    strongest = max(Fraction(one.step_mass) / Fraction(one.step) for one in products)
    return unit, floor(strongest * MOST_PIECES / unit)


def _common(masses: list[Fraction]) -> Fraction:
    """The largest mass of which all `masses` are whole multiples."""
    below = lcm(*(one.denominator for one in masses))
    return Fraction(gcd(*(int(one * below) for one in masses)), below)
