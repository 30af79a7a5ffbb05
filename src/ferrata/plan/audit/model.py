"""What an audit says: decisions, and how each stands to the advice of its day."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ferrata.plan.model import GuidelineVersion

AUDIT_SCHEMA_VERSION = "1.0"


class Deviation(StrEnum):
    """How a decision stands to the advice of its day, lightest first."""

    AS_ADVISED = "as advised"
    ON_CONDITION = "advised on a condition that is not on record"
    CANNOT_TELL = "cannot tell from the record"
    SILENT = "the guideline says nothing here"
    OTHER = "something else was advised"
    WITHHELD = "withheld by a gate"
    CONTRAINDICATED = "contraindicated"

    @property
    def weight(self) -> str:
        """How much the deviation weighs: none, minor, undetermined, moderate, serious, grave."""
        return _WEIGHTS[self]


_WEIGHTS = {
    Deviation.AS_ADVISED: "none",
    Deviation.ON_CONDITION: "minor",
    Deviation.CANNOT_TELL: "undetermined",
    Deviation.SILENT: "undetermined",
    Deviation.OTHER: "moderate",
    Deviation.WITHHELD: "serious",
    Deviation.CONTRAINDICATED: "grave",
}


class Then(Struct, frozen=True, kw_only=True):
    """What one guideline would have advised on the day, and how the decision stands to it."""

    guideline: str
    deviation: Deviation
    weight: str
    stages: tuple[str, ...]
    advised: tuple[str, ...]
    because: tuple[str, ...]
    missing: tuple[str, ...]
    warrants: tuple[str, ...]


class Decision(Struct, frozen=True, kw_only=True):
    """A treatment that was started, or stopped, on a day."""

    date: str
    act: str
    treatment: str
    source: str
    beside: tuple[Then, ...]


class Audit(Struct, frozen=True, kw_only=True):
    """Every decision of one record, oldest first."""

    schema_version: str
    software: str
    notice: str
    on: str
    patient: str
    guidelines: tuple[GuidelineVersion, ...]
    decisions: tuple[Decision, ...]
    unread: tuple[str, ...]
