"""Numbers as laboratories write them, read strictly.

``float("1_0")`` is 10 and ``float("nan") > 5`` is false; neither may reach a dose. Only ASCII
digits with at most one point are a number, and whatever could mean two things is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

COMPARATORS = ("<=", ">=", "<", ">")

_LONGEST = 200  # of a result in words; what is longer is a text

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,30})?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_SAID = {
    "less than or equal to": "<=",
    "greater than or equal to": ">=",
    "less than": "<",
    "greater than": ">",
    "more than": ">",
    "at least": ">=",
    "at most": "<=",
    "≤": "<=",
    "≥": ">=",
}
# ASCII case alone: to (?i) a long s is an s, and "leſs than" would be no comparator that is known.
# A unit begins with no sign, for "1 +" is a grade, and not with three digits: "12 000".
_UNIT = (
    r"(?:[ \t]+((?![-+<>=~±]|[0-9]{3}(?![0-9]))\S.*?)"
    r"|([a-zA-Z%/°µμ\[{](?<![eE](?=[0-9]))\S*(?:[ \t].*?)?))?"
)
_RESULT = re.compile(
    rf"((?ai:{'|'.join(one for one in _SAID if one.isascii())})[ \t]|<=|>=|<|>|≤|≥)?[ \t]*"
    rf"([^ \t<>≤≥]+?){_UNIT}"
)
_INTERVAL = re.compile(rf"([0-9.]+)(?:[ \t]+to[ \t]+|[ \t]*[-–—][ \t]*)([0-9.]+){_UNIT}")
_EXPONENT = re.compile(r"[0-9][eE][-+]?[0-9]")


def number_of(text: str) -> Decimal | None:
    """Return the number that `text` spells, or None.

    Refused, because they are other things to other readers: ``1,5``, ``1_0``, ``1e3``, ``+5``,
    ``.5``, ``5.``, ``007``, digits of other scripts, spaces, NaN and infinities.
    """
    return Decimal(text) if _NUMBER.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class Result:
    """A result in words taken apart: ``< 7.2 g/dL``."""

    comparator: str | None
    number: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class Interval:
    """A result between two numbers, both included: ``3 - 5 mg/dL``."""

    low: Decimal
    high: Decimal
    unit: str | None


def result_of(text: str) -> Result | None:
    """Return the result that `text` spells, or None; ``less than 5`` is one, ``3 - 5`` is not.

    In words ``1.000`` may be one or a thousand, so it is refused here; as a JSON number it is one.
    """
    bare = text.strip(" \t")
    match = _RESULT.fullmatch(bare) if len(bare) <= _LONGEST else None
    if match is None or _INTERVAL.fullmatch(bare):
        return None
    value = _in_words(match[2])
    if value is None:
        return None
    said = (match[1] or "").strip(" \t").lower()
    return Result(_SAID.get(said, said) or None, value, match[3] or match[4])


def interval_of(text: str) -> Interval | None:
    """Return the interval that `text` spells, or None: ``3-5 g/L``, ``3 to 5 g/L``."""
    bare = text.strip(" \t")
    match = _INTERVAL.fullmatch(bare) if len(bare) <= _LONGEST else None
    if match is None:
        return None
    low, high = _in_words(match[1]), _in_words(match[2])
    if low is None or high is None or low > high:
        return None
    return Interval(low, high, match[3] or match[4])


def range_in_words(
    low: str | None, high: str | None, low_unit: str | None, high_unit: str | None
) -> str:
    """Return a range of two numbers (FHIR's valueRange) in words that `interval_of` reads.

    One bound alone is a bound, none is no text. Units that differ are both kept, and the result
    has no unit that is known.
    """
    if low is None or high is None:
        if low == high:
            return ""
        sign, number, unit = ("<=", high, high_unit) if low is None else (">=", low, low_unit)
        return " ".join(filter(None, (sign, number, unit)))
    both = low_unit == high_unit or low_unit is None
    return " ".join(filter(None, (low, None if both else low_unit, "-", high, high_unit)))


def hint_of(text: str) -> str:
    """Return what hinders `text` from being read as a number, and what to write instead."""
    bare = text.strip(" \t")
    if re.search(r"[0-9],[0-9]", bare):
        return "a comma may be a decimal point or part thousands; write 0.5 or 1000"
    if re.search(r"(?<![0-9.])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9])", bare):
        return "a point and three digits may be thousands; write 1 or 1000, or 1.50"
    if re.search(r"[0-9][ \u00a0\u2009\u202f'_][0-9]{3}(?![0-9])", bare):
        return "digits are parted; write 1000"
    if _EXPONENT.search(bare):
        return "an exponent is not read; write all digits"
    if not re.search(r"[0-9]", bare):
        return "it is no number"
    return "write digits with at most one point, then the unit"


def _in_words(text: str) -> Decimal | None:
    return None if _THOUSANDS.fullmatch(text) else number_of(text)
