"""What may have been meant by a measurement that cannot be right: another unit, field or point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from ferrata.guideline.units import plain

_POUND = Decimal("0.45359237")
_INCH = Decimal("2.54")


@dataclass(frozen=True, slots=True)
class Slip:
    """Another reading of weight in kg and height in cm, and the sentence that offers it."""

    weight: Decimal | None
    height: Decimal | None
    said: str


Fits: TypeAlias = Callable[[Decimal | None, Decimal | None], bool]
"""Whether a weight and a height are plausible together at the patient's age."""


def likely_slips(
    weight: Decimal | None, height: Decimal | None, *, doubted: frozenset[str], fits: Fits
) -> tuple[str, ...]:
    """Return the sentences of the other readings that fit, the simplest first, at most two.

    Only a doubted measurement is read otherwise; both are where a single one does not mend it.
    """
    said: list[str] = []
    for one in _readings(weight, height, doubted):
        if fits(one.weight, one.height) and one.said not in said:
            said.append(one.said)
    return tuple(said[:2])


def _readings(
    weight: Decimal | None, height: Decimal | None, doubted: frozenset[str]
) -> Iterator[Slip]:
    if weight is not None and height is not None:
        yield Slip(
            height,
            weight,
            f"did you mean {_kg(height)} kg and {_cm(weight)} cm? "
            "weight and height look as if they were swapped",
        )
    weights = list(_weights(weight)) if weight is not None and "weight" in doubted else []
    heights = list(_heights(height)) if height is not None and "height" in doubted else []
    for number, said in weights:
        yield Slip(number, height, said)
    for number, said in heights:
        yield Slip(weight, number, said)
    for number, said in weights:
        for other, also in heights:
            yield Slip(number, other, f"{said}; {also}")


def _weights(weight: Decimal) -> Iterator[tuple[Decimal, str]]:
    given = plain(weight)
    for number, why in (
        (weight * _POUND, "{given} pounds are {found} kg"),
        (weight / 1000, "{given} g are {found} kg"),
        (weight / 10, "the decimal point may be one place off"),
        (weight * 10, "the decimal point may be one place off"),
        (weight / _POUND, "{found} kg converted as if they were pounds are {given} kg"),
    ):
        found = _kg(number)
        yield number, f"did you mean {found} kg? " + why.format(given=given, found=found)


def _heights(height: Decimal) -> Iterator[tuple[Decimal, str]]:
    given = plain(height)
    for number, why in (
        (height * 100, "{given} m are {found} cm"),
        (height * _INCH, "{given} inches are {found} cm"),
        (height / 10, "{given} mm are {found} cm"),
        (height * 10, "the decimal point may be one place off"),
        (
            height / _INCH,
            "{found} cm converted as if they were inches are {given} cm",
        ),
    ):
        found = _cm(number)
        yield number, f"did you mean {found} cm? " + why.format(given=given, found=found)


def _kg(number: Decimal) -> str:
    return plain(number.quantize(Decimal("0.1") if number >= 5 else Decimal("0.01")))


def _cm(number: Decimal) -> str:
    return plain(number.quantize(Decimal("0.1")))
