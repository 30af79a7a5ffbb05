"""Units as records spell them.

UCUM is case sensitive: ``g/L`` is a mass per volume and ``G/L`` is 10^9 per litre. Capitals are
understood only where nothing else can be meant. What is not in the table is unknown, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from ferrata.guideline.units import (
    L,
    U,
    Unit,
    celsius,
    cm,
    day,
    dL,
    g,
    inch,
    kg,
    m,
    m2,
    mg,
    mL,
    mm,
    mmHg,
    mmol,
    mol,
    ng,
    one,
    per_L,
    percent,
    pound,
    ug,
    uL,
)

_VOLUMES: dict[Unit, tuple[str, ...]] = {
    L: ("L", "l"),
    dL: ("dL", "dl"),
    mL: ("mL", "ml"),
    uL: ("uL", "ul", "mcL", "mcl"),
}
_CUBES = ("mm3", "mm^3", "cumm", "cmm")  # of a millimetre, all of them a microlitre
_AMOUNTS: dict[str, Unit] = {
    "kg": kg,
    "g": g,
    "gm": g,
    "mg": mg,
    "ug": ug,
    "mcg": ug,
    "ng": ng,
    "pg": Unit("pg", ng.dimension, ng.size / 1000),
    "mol": mol,
    "mmol": mmol,
    "umol": Unit("umol", mol.dimension, mol.size / 10**6),
    "nmol": Unit("nmol", mol.dimension, mol.size / 10**9),
    "pmol": Unit("pmol", mol.dimension, mol.size / 10**12),
}
_POWERS = ("10*{}", "10^{}", "10**{}", "10E{}", "10e{}", "10*+{}", "10E+{}")
_WORDS = {
    0: ("", "1", "#", "cell", "cells"),
    3: ("K", "k", "1000", "1,000", "thou", "thous", "thousand", "Thousand", "Tsd", "Tsd."),
    9: ("G", "Gpt", "bil", "billion", "Billion", "Mrd", "Mrd."),  # Gigapartikel, Milliarde
}
_OTHERS: dict[str, Unit] = {
    **_AMOUNTS,
    "kgs": kg,
    "kilogram": kg,
    "kilograms": kg,
    "gram": g,
    "grams": g,
    "[lb_av]": pound,
    "lb": pound,
    "lbs": pound,
    "pound": pound,
    "pounds": pound,
    "m": m,
    "cm": cm,
    "mm": mm,
    "[in_i]": inch,
    "in": inch,
    "inch": inch,
    "inches": inch,
    "1": one,
    "%": percent,
    "percent": percent,
    "Cel": celsius,
    "C": celsius,
    "°C": celsius,
    "degC": celsius,
    "U/L": U / L,
    "IU/L": U / L,
    "[IU]/L": U / L,
    "mm[Hg]": mmHg,
    "mmHg": mmHg,
    "mg/g": mg / g,
    "mg/d": mg / day,
    "mg/kg": mg / kg,
    "mg/kg/d": mg / kg / day,
    "mg/m2": mg / m2,
    "mg/m2/d": mg / m2 / day,
}
_CAPITALS = {
    "KG": "kg", "LB": "lb", "LBS": "lb", "CM": "cm", "CEL": "Cel", "G/DL": "g/dL", "NG/ML": "ng/mL",
    "/UL": "/uL", "CELLS/UL": "/uL", "K/UL": "K/uL", "THOUSAND/UL": "K/uL", "10*3/UL": "K/uL",
    "10^3/UL": "K/uL", "X10*3/UL": "K/uL", "X10^3/UL": "K/uL", "10E3/UL": "K/uL",
    "X10E3/UL": "K/uL", "/MM3": "/mm3", "K/MM3": "K/mm3", "10*3/MM3": "K/mm3", "X10E9/L": "10*9/L",
}  # fmt: skip


@cache
def spellings() -> Mapping[str, Unit]:
    """Return every spelling that is read, without spaces and annotations, with its unit."""
    found = dict(_OTHERS)
    for volume, names in _VOLUMES.items():
        for power in (0, 3, 6, 9, 12):
            size = Fraction(10**power) / volume.size
            count = Unit(f"10*{power}/{volume}" if power else f"/{volume}", per_L.dimension, size)
            words = _WORDS.get(power, ())
            if power:
                powers = [spelling.format(power) for spelling in _POWERS]
                words += (*powers, *(f"x{one}" for one in powers), *(f"X{one}" for one in powers))
            for name in (*names, *(_CUBES if volume is uL else ())):
                found |= dict.fromkeys((f"{word}/{name}" for word in words), count)
        for spelling, amount in _AMOUNTS.items():
            found |= dict.fromkeys((f"{spelling}/{name}" for name in names), amount / volume)
    found["/nL"] = found["/nl"] = Unit("/nL", per_L.dimension, Fraction(10**12))
    found |= {capitals: found[same] for capitals, same in _CAPITALS.items()}
    return MappingProxyType(found)


_ANNOTATION = re.compile(r"\{[^{}]*\}")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def unit_of(spelling: str) -> Unit | None:
    """Return the unit that `spelling` means, or None when it is unknown.

    Annotations in braces, spaces, the two micro signs, × and raised digits are understood.
    Fahrenheit is unknown: its zero is another, so no factor converts it.
    """
    table = spellings()
    known = table.get(spelling)
    if known is not None:
        return known
    text = _ANNOTATION.sub("", spelling).replace(" ", "")
    text = text.replace("µ", "u").replace("μ", "u").replace("×", "x")
    return table.get(_RAISED.sub(lambda raised: "^" + raised[0].translate(_LOWERED), text))
