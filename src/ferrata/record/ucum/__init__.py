"""Units as records spell them.

UCUM is case sensitive: ``g/L`` is a mass per volume and ``G/L`` is 10^9 per liter. Capitals are
understood only where nothing else can be meant. What is not in the tables is unknown: no unit is
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from ferrata.guideline.units import Unit, per_L
from ferrata.record.ucum.refusals import REFUSED
from ferrata.record.ucum.spellings import (
    ACTIVITIES,
    AMOUNTS,
    CAPITAL_PARTS,
    CAPITAL_VOLUMES,
    COUNTS,
    CREATININE,
    MASSES,
    VOLUMES,
    WHOLE,
)

_LONGEST = 60
_PARTS = MASSES | AMOUNTS | ACTIVITIES
_SIGNS = str.maketrans(
    {"µ": "u", "μ": "u", "×": "x", "º": "°", "·": ".", "⋅": ".", "∗": "*", "−": "-", "⁻": "-"}
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
)
_RAISED = re.compile("(?<![-⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ANNOTATION = re.compile(r"\{[^{}]*\}")
_PER = re.compile(r"(?:^| )per (?=\S)")
# Between two letters a blank may part two words, so "g/d L" is not g/dL: perhaps it is low.
_BLANK = re.compile(r"(?<![^\W\d_]) +| +(?![^\W\d_])")
_INVERSE = re.compile(r"[. ]([A-Za-z]{1,3}3?)\^?-1$")


@lru_cache(maxsize=4096)
def unit_of(spelling: str) -> Unit | None:
    """Return the unit that `spelling` means, or None when it is unknown.

    Annotations in braces, blanks, the two micro signs, × and raised digits are understood, and
    so are ``g.L-1`` and ``cells per uL``. A unit of another zero, ``[degF]``, has a dimension of
    its own.
    """
    if len(spelling) > _LONGEST:
        return None
    if spelling in WHOLE:
        return WHOLE[spelling]
    text = _plain(spelling)
    return WHOLE.get(text) or _quotient(*text.partition("/"))


def refusal_of(spelling: str) -> str:
    """Return why no unit is read from `spelling`: what it could mean, or that it is unknown."""
    if not spelling.strip():
        return "no unit is given"
    known = REFUSED.get(_plain(spelling)) if len(spelling) <= _LONGEST else None
    known = REFUSED.get(spelling) or known
    return known or "it is no unit that is known"


def _plain(spelling: str) -> str:
    """`spelling` with one sign for each meaning, without annotations and needless blanks."""
    text = _ANNOTATION.sub("", spelling.strip()).translate(_SIGNS)
    text = _RAISED.sub(lambda raised: "^" + raised[0], text).translate(_LOWERED)
    text = _PER.sub("/", text)
    if "/" not in text:
        text = _INVERSE.sub(r"/\1", text)
    return _BLANK.sub("", text)


def _quotient(above: str, line: str, below: str) -> Unit | None:
    if not line:
        return None
    volume = VOLUMES.get(below)
    if volume is None:
        volume = CAPITAL_VOLUMES.get(below)
        # Among capitals G is the gram, except over L, which stands with lower case too.
        above = {"G": "g", "CELLS": "cells"}.get(above, above)
    if volume is not None:
        count = COUNTS.get(above)
        if count is not None:
            power, home = count
            if home not in (None, volume):
                return None
            size = Fraction(10**power) / volume.size
            return Unit(f"10*{power}/{volume}" if power else f"/{volume}", per_L.dimension, size)
        part = _PARTS.get(above) or _PARTS.get(CAPITAL_PARTS.get(above, ""))
        return part / volume if part is not None else None
    part = MASSES.get(above) or MASSES.get(CAPITAL_PARTS.get(above, ""))
    creatinine = CREATININE.get(below)
    return part / creatinine if part is not None and creatinine is not None else None


def spellings() -> Iterator[tuple[str, Unit]]:
    """Give every spelling that is read, without blanks, signs and annotations, with its unit."""
    capitals = ("G", "CELLS", *COUNTS, *CAPITAL_PARTS)
    pairs = [(above, below) for below in VOLUMES for above in (*COUNTS, *_PARTS)]
    pairs += [(above, below) for below in CAPITAL_VOLUMES for above in capitals]
    pairs += [(above, "L") for above in CAPITAL_PARTS]
    pairs += [(above, below) for below in CREATININE for above in MASSES]
    for text in dict.fromkeys((*WHOLE, *(f"{above}/{below}" for above, below in pairs))):
        unit = unit_of(text)
        if unit is not None:
            yield text, unit
