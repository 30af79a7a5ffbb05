"""The value of a feature: known, between two bounds, or unknown with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import TypeAlias


class Option(StrEnum):
    """Base of the options of a choice; the value is the option's stable name."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Answer(Enum):
    """Yes, no or unknown. It refuses to act as a boolean, because unknown is not no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError(
            "an Answer is yes, no or unknown, so it cannot stand in an `if`; "
            "write `answer is Answer.YES`, and say what happens when it is unknown"
        )

    def __str__(self) -> str:
        return self.value


class Reason(StrEnum):
    """Why a value is unknown."""

    NEVER_RECORDED = "never recorded"
    STALE = "last value too old"
    IMPLAUSIBLE = "value implausible"
    WRONG_UNIT = "unit unknown or of another dimension"
    UNREADABLE = "recorded but unreadable"
    UNDATED = "date unclear"
    CONFLICTING = "values conflict"
    UNDETERMINED = "follows from values that are unknown"


@dataclass(frozen=True, slots=True)
class Known:
    """A value that is known. `day` counts from 1970-01-01; `source` names the record's entry.

    A number is in the unit of its feature, quantised; a finding is a bool; a choice the name of
    its option.
    """

    value: Decimal | bool | str
    day: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Between:
    """A number known only to lie from `low` to `high`, both included (`<5`, a partial date)."""

    low: Decimal
    high: Decimal
    day: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No usable value. `last_day` and `source` name the newest entry that could not be used."""

    reason: Reason
    last_day: int | None = None
    source: str = ""


FeatureValue: TypeAlias = Known | Between | Unknown


def number(low: Decimal, high: Decimal, day: int | None, source: str) -> Known | Between:
    """Return the tightest value that says "from `low` to `high`"."""
    return Known(low, day, source) if low == high else Between(low, high, day, source)
