"""What products can give, and the share of bodies for which nothing fits; exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import TypeAlias

from ferrata.guideline.doses import Basis, Dose, Product
from ferrata.guideline.units import Range

Together: TypeAlias = tuple[Product, ...]
"""Products that one dose may combine: pieces of one treatment, or one liquid."""

Interval: TypeAlias = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Formulary:
    """What doses are given as: products, pieces or vials in one dose at most, surfaces in m2."""

    products: tuple[Product, ...]
    most_pieces: int
    surfaces: Range


@dataclass(frozen=True, slots=True)
class Segment:
    """Bodies from `low` to `high`, in kg or m2, who may have all of `products`.

    `high` itself belongs to the next segment, unless this is the `last`.
    """

    low: Fraction
    high: Fraction
    products: Together
    last: bool


def together(dose: Dose, given: Iterable[Product]) -> Iterator[Together]:
    """Yield what of the products of one treatment a dose may combine."""
    suited = tuple(one for one in given if one.form.suits(dose.route))
    pieces = tuple(one for one in suited if one.form.counted)
    if pieces:
        yield pieces
    yield from ((one,) for one in suited if not one.form.counted)


def segments(dose: Dose, products: Together, low: Fraction, high: Fraction) -> list[Segment]:
    """Return the bodies from `low` to `high`, cut where a product may be given to the larger."""
    found: list[Segment] = []
    floors = {
        one: Fraction(one.least_surface)
        for one in products
        if one.least_surface is not None and dose.basis is Basis.SURFACE
    }
    if low == high:
        return [Segment(low, high, products, last=True)]
    cuts = sorted({low, high, *(cut for cut in floors.values() if low < cut < high)})
    for start, end in pairwise(cuts):
        allowed = tuple(one for one in products if floors.get(one, low) <= start)
        found.append(Segment(start, end, allowed, last=end == high))
    return found


def masses(products: Together, most_pieces: int) -> tuple[Fraction, ...]:
    """Return every mass in mg that at most `most_pieces` pieces make, ascending.

    A part of a piece counts as a piece.
    """
    parts = [
        Fraction(one.step_mass) * part
        for one in products
        for part in range(1, int(1 / one.step) + 1)
    ]
    found, edge = set[Fraction](), {Fraction(0)}
    for _ in range(most_pieces):
        edge = {mass + part for mass in edge for part in parts} - found
        found |= edge
    return tuple(sorted(found))


def poured(product: Product, most_vials: int) -> tuple[Fraction, int, int | None]:
    """Return the mass in mg of one step of a liquid, and its fewest and most steps."""
    step, each = Fraction(product.step_mass), Fraction(product.step)
    tops: list[Fraction] = []
    fewest = 1
    if product.volumes is not None:
        fewest = max(fewest, ceil(Fraction(product.volumes.low) / each))
        tops.append(Fraction(product.volumes.high))
    if product.contains is not None:
        tops.append(Fraction(product.contains) * most_vials)
    return step, fewest, floor(min(tops) / each) if tops else None


def gaps(low: Fraction, high: Fraction, covered: Iterable[Interval]) -> Iterator[Interval]:
    """Yield what of `low` to `high` no interval of `covered` reaches; some may be empty."""
    at = low
    for start, end in sorted(one for one in covered if one[0] <= one[1]):
        if start > at:
            yield at, min(start, high)
        at = max(at, end)
        if at >= high:
            return
    yield at, high
