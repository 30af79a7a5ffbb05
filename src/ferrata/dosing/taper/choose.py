"""Which products a course is given with, where nobody says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations as some_of

from ferrata.dosing.amount import NotComputed
from ferrata.dosing.portions import Together, combinations
from ferrata.dosing.taper.generate import Spread, Start, Tapered, tapered
from ferrata.guideline.doses import Product
from ferrata.guideline.tapers import Taper

NEAR = Decimal("0.05")
"""A start is near to what was reckoned while it is off by at most this share of it."""

EVEN = Fraction(3, 2)
"""A course counts as even while no fall is more than so many times an equal one."""

_MOST_STRENGTHS = 2
"""So many strengths at home at most, unless somebody names more: they are mixed up."""


def chosen(
    shape: Taper, begin: Start, first: date, spread: Spread, products: tuple[Product, ...]
) -> Tapered | NotComputed:
    """Return the even course with the fewest different products, of as many the fewest pieces.

    Pieces go before liquids as long as they make an even course from a start that is near. What one
    or two kinds of pieces cannot do, all of them together may; the reason of a refusal is theirs.
    """
    found: list[tuple[tuple[bool, bool, bool, int, Decimal, Fraction, int], Tapered]] = []
    for order, together in enumerate(_choices(products)):
        made = tapered(shape, begin, first, spread, together)
        if isinstance(made, NotComputed):
            continue
        different = {one for each in made.stretches for one, _ in each.portion.parts}
        if len(different) < len(together):
            continue  # the same course stands under fewer products
        off = abs(made.stretches[0].milligrams - begin.aim)
        far = off > begin.aim * NEAR
        uneven = made.steepest > EVEN
        pieces = sum(
            (count * each.days for each in made.stretches for _, count in each.portion.parts),
            Decimal(0),
        )
        poured = not together[0].form.counted
        found.append(((far, uneven, poured, len(together), pieces, made.steepest, order), made))
    if found:
        return min(found, key=lambda one: one[0])[1]
    together = next(combinations(products), None)
    if together is None:
        return NotComputed("no product is named")
    return tapered(shape, begin, first, spread, together)


def _choices(products: tuple[Product, ...]) -> Iterator[Together]:
    """Yield one or two kinds of pieces, then each liquid alone."""
    pieces = [one for one in products if one.form.counted]
    for many in range(1, _MOST_STRENGTHS + 1):
        yield from some_of(pieces, many)
    yield from ((one,) for one in products if not one.form.counted)
