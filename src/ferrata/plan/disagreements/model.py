"""What sources disagree on, as the reader gets it: without a patient, or for one."""

from __future__ import annotations

from msgspec import Struct

from ferrata.plan.model import GuidelineVersion, Level, Patient, Reason

DISAGREEMENTS_SCHEMA_VERSION = "1.0"


class Cited(Struct, frozen=True, kw_only=True):
    """A statement with the lines of its source, or an assumption with its review."""

    id: str
    where: str
    text: str


class Said(Struct, frozen=True, kw_only=True):
    """What one source says, or what is done about it, and the rules that encode it."""

    who: str
    says: str
    cited: tuple[Cited, ...]
    guideline: str | None = None
    rules: tuple[str, ...] = ()


class Disagreement(Struct, frozen=True, kw_only=True):
    """One conflict. `at_work`: the guidelines whose advice to this patient rests on its rules."""

    id: str
    title: str
    claims: tuple[Said, ...]
    resolution: Said
    because: str
    one_sided: str = ""
    at_work: tuple[str, ...] = ()


class Line(Struct, frozen=True, kw_only=True):
    """One thing that a guideline advises: how far, what, in words, with its amount.

    `alternative` is its place among alternatives, 1 for the preferred one.
    """

    level: Level
    what: str
    text: str
    rules: tuple[str, ...]
    amount: str | None = None
    alternative: int = 1


class Advised(Struct, frozen=True, kw_only=True):
    """What one guideline advises to the patient, and where it puts the patient.

    `rules` are those of all that it offers, freely or on condition; `lines` leave out what only
    asks or measures.
    """

    guideline: str
    stages: tuple[str, ...]
    lines: tuple[Line, ...]
    rules: tuple[str, ...]
    gap: bool


class Row(Struct, frozen=True, kw_only=True):
    """One treatment, or one other thing to do, and how far each guideline advises it."""

    what: str
    levels: dict[str, Level]


class Disagreements(Struct, frozen=True, kw_only=True):
    """Every conflict; with a patient, also the advice of every guideline side by side."""

    schema_version: str
    software: str
    notice: str
    guidelines: tuple[GuidelineVersion, ...]
    conflicts: tuple[Disagreement, ...]
    on: str | None = None
    patient: Patient | None = None
    emergency: tuple[Reason, ...] = ()
    advice: tuple[Advised, ...] = ()
    side_by_side: tuple[Row, ...] = ()
    unread: tuple[str, ...] = ()
