"""The doses of a course: equal falls, each rounded to what the products give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from ferrata.dosing.amount import NotComputed
from ferrata.dosing.portions import (
    MOST_PIECES,
    Portion,
    Together,
    highest,
    lowest,
    nearest,
)
from ferrata.guideline.doses import Product
from ferrata.guideline.tapers import Taper
from ferrata.guideline.units import plain

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Start:
    """Milligrams a day that a course starts with: near `aim`, never outside `low` to `high`."""

    low: Decimal
    aim: Decimal
    high: Decimal

    @classmethod
    def ordered(cls, milligrams: Decimal) -> Start:
        """Return the start with exactly `milligrams`."""
        return cls(milligrams, milligrams, milligrams)


@dataclass(frozen=True, slots=True)
class Spread:
    """How the days of a course are spread: in full dose, of each step, and in all."""

    full: int
    every: int
    days: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, both included, on each of which `portion` is given `times`."""

    first: date
    last: date
    portion: Portion
    times: int

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def milligrams(self) -> Decimal:
        """Milligrams in each day."""
        return self.portion.milligrams * self.times


@dataclass(frozen=True, slots=True)
class Tapered:
    """A course day by day. `steepest` is its largest fall as a multiple of an equal one."""

    stretches: tuple[Stretch, ...]
    steepest: Fraction

    @property
    def milligrams(self) -> Decimal:
        """Milligrams in all."""
        return sum((one.milligrams * one.days for one in self.stretches), Decimal(0))

    def daily(self) -> Iterator[tuple[date, Stretch]]:
        """Yield each day with the stretch it lies in."""
        for one in self.stretches:
            for offset in range(one.days):
                yield one.first + timedelta(days=offset), one


def tapered(
    shape: Taper, begin: Start, first: date, spread: Spread, products: Together
) -> Tapered | NotComputed:
    """Return the course of `shape` that begins on `first`.

    Doses are the nearest to equal falls that `products` give, the lower of two as near, and never
    more than the dose before; days that make no whole step go to the lowest dose. Refused: what
    lies outside the declared ranges, and products with which a fall would be too large.
    """
    outside = _outside(shape, spread)
    if outside is not None:
        return outside
    times = shape.dose.divided
    low, aim, high = (Fraction(one) / times for one in (begin.low, begin.aim, begin.high))
    start = nearest(aim, low, high, products) if low > 0 else None
    if start is None:
        return _not_given(begin, times, products)
    whole = Fraction(start.milligrams) * times
    doses = [(start, spread.full)]
    for target, days in _targets(shape, whole, spread):
        given = nearest(target / times, Fraction(0), Fraction(doses[-1][0].milligrams), products)
        assert given is not None  # the dose before is one that the products give
        doses.append((given, days))
    falls = _falls([one for one, _ in doses], times) if shape.every else []
    too_steep = _too_steep(shape, whole, falls, tuple(_used(doses)))
    if too_steep is not None:
        return too_steep
    steepest = max((above - below for above, below in falls), default=Fraction(0))
    return Tapered(tuple(_stretches(doses, first, times)), steepest * len(doses) / whole)


def _targets(shape: Taper, start: Fraction, spread: Spread) -> list[tuple[Fraction, int]]:
    """Milligrams a day and days of each step below the starting dose."""
    if shape.every is None:
        return []
    steps, rest = divmod(spread.days - spread.full, spread.every)
    return [
        (start * left / (steps + 1), spread.every + (rest if left == 1 else 0))
        for left in range(steps, 0, -1)
    ]


def _stretches(doses: list[tuple[Portion, int]], first: date, times: int) -> Iterator[Stretch]:
    """Join equal neighbors and lay them end to end."""
    joined: list[tuple[Portion, int]] = []
    for given, days in doses:
        if joined and joined[-1][0].milligrams == given.milligrams:
            joined[-1] = joined[-1][0], joined[-1][1] + days
        elif days:
            joined.append((given, days))
    for given, days in joined:
        last = first + timedelta(days=days - 1)
        yield Stretch(first, last, given, times)
        first = last + timedelta(days=1)


def _outside(shape: Taper, spread: Spread) -> NotComputed | None:
    """The reason why no course of these days is declared."""
    if Decimal(spread.days) not in shape.ends:
        return NotComputed(
            f"{_length(spread.days)} in all; the last dose of {shape.title} is given {_end(shape)}"
        )
    for name, days, allowed in (
        ("in full dose", spread.full, shape.full),
        ("between falls", spread.every, shape.every),
    ):
        if allowed is not None and Decimal(days) not in allowed:
            low, high = plain(allowed.low), plain(allowed.high)
            return NotComputed(
                f"{days} days {name}; declared are {low} to {high} days"
                if low != high
                else f"{days} days {name}; declared are {low}"
            )
    if shape.every is None and spread.full != spread.days:
        return NotComputed(f"{spread.full} days in full dose of {spread.days}; it does not fall")
    if shape.every is not None and spread.full + spread.every > spread.days:
        return NotComputed("the days in full dose leave none for a lower one")
    return None


def _length(days: int) -> str:
    return f"{days // _WEEK} weeks" if days % _WEEK == 0 and days > 2 * _WEEK else f"{days} days"


def _end(shape: Taper) -> str:
    """When the last dose is given, in words: "in week 8 to week 12"."""
    low, high = int(shape.ends.low), int(shape.ends.high)
    if high <= 3 * _WEEK or low == high:
        return f"on day {high}" if low == high else f"on day {low} to {high}"
    return f"in week {-(-low // _WEEK)} to week {high // _WEEK}"


def _not_given(begin: Start, times: int, products: Together) -> NotComputed:
    """The reason why the starting dose cannot be given, and what can."""
    low, high = Fraction(begin.low) / times, Fraction(begin.high) / times
    found = (highest(Fraction(0), low, products), lowest(high, 2 * high, products))
    near = [plain(one.milligrams * times) for one in found if one is not None]
    each = "" if times == 1 else f" in {times} doses"
    limit = f" with at most {MOST_PIECES} pieces in a dose" if products[0].form.counted else ""
    can = f"; they give {' or '.join(near)} mg{limit}" if near else limit
    wanted = plain(begin.low)
    if begin.low != begin.high:
        wanted += f" to {plain(begin.high)}"
    return NotComputed(f"{wanted} mg a day{each} cannot be given with {named(products)}{can}")


def _falls(doses: list[Portion], times: int) -> list[tuple[Fraction, Fraction]]:
    """Milligrams a day before and after each fall, the last one to nothing included."""
    amounts = [*(Fraction(one.milligrams) * times for one in doses), Fraction(0)]
    return list(pairwise(amounts))


def _too_steep(
    shape: Taper, start: Fraction, falls: list[tuple[Fraction, Fraction]], used: Together
) -> NotComputed | None:
    """The reason why a fall is larger than the declared share of the starting dose."""
    most = start * Fraction(shape.most_fall)
    for above, below in falls:
        if above - below > most:
            to = (
                f"{_said(above)} to {_said(below)} mg" if below else f"{_said(above)} mg to nothing"
            )
            return NotComputed(
                f"with {named(used)} the dose would fall from {to}; a fall is at most "
                f"{_said(most)} mg here. It takes a smaller strength, a scored tablet or a liquid"
            )
    return None


def _said(value: Fraction) -> str:
    return plain((Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01")))


def _used(doses: list[tuple[Portion, int]]) -> Iterator[Product]:
    yield from dict.fromkeys(product for one, _ in doses for product, _ in one.parts)


def named(products: Together) -> str:
    """Return the names of products in words."""
    return " and ".join(one.name for one in products)
