"""From an amount of one substance to the amount of another that does the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ferrata.dosing.written import written
from ferrata.guideline.equivalents import Equivalents
from ferrata.guideline.units import mg, plain


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in mg, exactly, the line of arithmetic, and the set that it rests on."""

    milligrams: Fraction
    arithmetic: str
    by: Equivalents


@dataclass(frozen=True, slots=True)
class NotConverted:
    """Why there is no amount; `by` is the set that says something of the two all the same."""

    reason: str
    by: Equivalents | None = None


def converted(
    milligrams: Decimal, of: str, into: str, sets: Iterable[Equivalents]
) -> Converted | NotConverted:
    """Return how many mg of `into` stand for `milligrams` of `of`, both by id.

    A set that no label and no source states gives no amount, whatever else asks for it.
    """
    if not milligrams.is_finite() or milligrams <= 0:
        return NotConverted("an amount above zero is needed")
    for one in sets:
        members = {member.id: member.label for member in one.members}
        if of in members and into in members:
            low, high = one.amount(of), one.amount(into)
            if low is None or high is None:
                return NotConverted("no label and no source that was read states it", one)
            found = Fraction(milligrams) * Fraction(high) / Fraction(low)
            line = (
                f"{plain(milligrams)} mg × {plain(high)} mg {members[into]} / "
                f"{plain(low)} mg {members[of]} = {written(found, mg)}"
            )
            return Converted(found, line, one)
    return NotConverted("nothing is known of these two together")
