"""Numbers as laboratories write them, read strictly.

``float("1_0")`` is 10 and ``float("nan") > 5`` is false; neither may reach a dose. Only ASCII
digits with at most one point are a number, and whatever could mean two things is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

COMPARATORS = ("<=", ">=", "<", ">")

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,30})?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_RESULT = re.compile(
    r"(<=|>=|<|>|≤|≥)?[ \t]*"
    r"([^ \t<>≤≥]+?)"
    r"(?:[ \t]+(\S.*?)|([a-zA-Z%/°µμ\[{](?<![eE](?=[0-9]))\S*))?"
)


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


def result_of(text: str) -> Result | None:
    """Return the result that `text` spells, or None.

    In words ``1.000`` may be one or a thousand, so it is refused here; as a JSON number it is one.
    """
    match = _RESULT.fullmatch(text.strip(" \t"))
    if match is None or _THOUSANDS.fullmatch(match[2]):
        return None
    value = number_of(match[2])
    if value is None:
        return None
    comparator = {"≤": "<=", "≥": ">="}.get(match[1], match[1])
    return Result(comparator, value, match[3] or match[4])
