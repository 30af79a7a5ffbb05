"""What real products can give: milligrams as tablets, capsules and milliliters, exactly.

A dose on paper is any number; a dose in a spoon is a multiple of a step. Pieces of several
strengths are combined, with as few pieces as possible; a liquid is measured from one bottle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, gcd, lcm
from typing import TypeAlias

from ferrata.guideline.doses import Product

MOST_PIECES = 10
"""Pieces in one dose, at most: who needs more needs another strength, or a liquid."""

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
        return _pieces(products).get(total)
    step = Fraction(products[0].step_mass)
    if total <= 0 or total % step:
        return None
    return _poured(products[0], int(total / step))


def nearest(target: Fraction, low: Fraction, high: Fraction, products: Together) -> Portion | None:
    """Return the portion from `low` to `high` mg nearest to `target`; the lower of two as near.

    None when `products` give nothing in these bounds, which rounding never crosses.
    """
    found = list(_within(target, low, high, products))
    return min(
        found,
        key=lambda one: (abs(Fraction(one.milligrams) - target), one.milligrams),
        default=None,
    )


def lowest(low: Fraction, high: Fraction, products: Together) -> Portion | None:
    """Return the smallest portion from `low` to `high` mg, None when there is none."""
    return nearest(low, low, high, products)


def highest(low: Fraction, high: Fraction, products: Together) -> Portion | None:
    """Return the largest portion from `low` to `high` mg, None when there is none."""
    return nearest(high, low, high, products)


def _within(
    target: Fraction, low: Fraction, high: Fraction, products: Together
) -> Iterator[Portion]:
    """Yield the portions in bounds: all that pieces make, or the liquid's two next to `target`."""
    if products[0].form.counted:
        yield from (one for amount, one in _pieces(products).items() if low <= amount <= high)
        return
    step = Fraction(products[0].step_mass)
    aim = min(max(target, low), high)
    for steps in dict.fromkeys((floor(aim / step), ceil(aim / step))):
        if steps > 0 and low <= steps * step <= high:
            yield _poured(products[0], steps)


def _poured(product: Product, steps: int) -> Portion:
    return Portion(product.step_mass * steps, ((product, product.step * steps),))


@lru_cache(maxsize=64)
def _pieces(products: Together) -> Mapping[Fraction, Portion]:
    """Every amount that at most `MOST_PIECES` pieces make, with the fewest and least divided.

    A part of a piece counts as a piece. Amounts are reckoned in whole numbers of the largest mass
    that divides every step.
    """
    strongest = sorted(products, key=lambda one: (-one.step_mass / one.step, one.id))
    unit = _common([Fraction(one.step_mass) for one in strongest])
    coins = [
        (int(Fraction(one.step_mass) * part / unit), one, one.step * part)
        for one in strongest
        for part in range(int(1 / one.step), 0, -1)
    ]
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {0: (0, 0, ())}
    edge = [0]
    for _ in range(MOST_PIECES):
        grown: dict[int, tuple[int, int, tuple[int, ...]]] = {}
        for amount in edge:
            pieces, divided, used = best[amount]
            for index, (mass, _, part) in enumerate(coins):
                found = (
                    pieces + 1,
                    divided + (part % 1 != 0),
                    tuple(sorted((*used, index))),
                )
                known = grown.get(amount + mass) or best.get(amount + mass)
                if known is None or found < known:
                    grown[amount + mass] = found
        best |= grown
        edge = list(grown)
    made: dict[Fraction, Portion] = {}
    for amount in sorted(best.keys() - {0}):
        parts: dict[Product, Decimal] = {}
        for index in best[amount][2]:
            _, product, part = coins[index]
            parts[product] = (parts.get(product, Decimal(0)) + part).normalize()
        total = sum((one.step_mass / one.step * part for one, part in parts.items()), Decimal(0))
        made[amount * unit] = Portion(total, tuple(parts.items()))
    return made


def _common(masses: list[Fraction]) -> Fraction:
    """The largest mass of which all `masses` are whole multiples."""
    below = lcm(*(one.denominator for one in masses))
    return Fraction(gcd(*(int(one * below) for one in masses)), below)
