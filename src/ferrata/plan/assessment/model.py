"""What an assessment says of one record: one frozen value, with a published schema."""

from __future__ import annotations

from msgspec import Struct

from ferrata.plan.model import Change, GuidelineVersion, Patient, Reason, Warranted

ASSESSMENT_SCHEMA_VERSION = "1.0"


class ItemAnswer(Struct, frozen=True, kw_only=True):
    """What one item of a criteria set says, and the values that settle it or leave it open."""

    id: str
    title: str
    answer: str
    reasons: tuple[Reason, ...]
    note: str = ""
    warrants: tuple[str, ...] = ()


class ConclusionAnswer(Struct, frozen=True, kw_only=True):
    """Whether a conclusion holds; while that is unknown, which items could still change it."""

    id: str
    title: str
    answer: str
    open: tuple[str, ...]
    text: str = ""
    warrants: tuple[str, ...] = ()


class SetAnswer(Struct, frozen=True, kw_only=True):
    """What one criteria set says.

    `result` is ``reached`` (`reached` names the strongest conclusion that certainly holds), ``not
    met`` (none can hold), ``cannot tell`` or ``does not apply``. `differs` names the items that
    answer otherwise than in the set that concludes, for its published copies.
    """

    id: str
    title: str
    version: str
    because: str
    result: str
    reached: str | None
    says: str
    items: tuple[ItemAnswer, ...]
    conclusions: tuple[ConclusionAnswer, ...]
    differs: tuple[str, ...] = ()


class KindAnswer(Struct, frozen=True, kw_only=True):
    """A class, an exclusion or an alert that holds, or that cannot be excluded."""

    id: str
    title: str
    answer: str
    reasons: tuple[Reason, ...]
    former: str = ""
    beside: str = ""
    text: str = ""
    warrants: tuple[str, ...] = ()


class NextStep(Struct, frozen=True, kw_only=True):
    """What to order, ask or arrange, and why. `certain` is no while its reason is open."""

    id: str
    kind: str
    text: str
    because: str
    certain: bool
    reasons: tuple[Reason, ...]
    warrants: tuple[str, ...]


class Needed(Struct, frozen=True, kw_only=True):
    """Something that is not known and could change a conclusion.

    `answers` are what ``--answer`` takes; empty for what must be measured. `changes` are the
    results of the set that concludes, had it been answered today.
    """

    concept: str
    label: str
    why: str
    last_seen: str | None
    answers: tuple[str, ...]
    changes: tuple[Change, ...]


class Flag(Struct, frozen=True, kw_only=True):
    """A value that says less than it seems to, or that is shown and never compared."""

    concept: str
    label: str
    value: str
    date: str | None
    text: str
    source: str
    warrants: tuple[str, ...] = ()


class Assessed(Struct, frozen=True, kw_only=True):
    """All that an assessment says of one patient on one day."""

    schema_version: str
    software: str
    notice: str
    on: str
    patient: Patient
    assessment: GuidelineVersion
    summary: str
    criteria: SetAnswer
    overruled_by: tuple[str, ...]
    kinds: tuple[KindAnswer, ...]
    exclusions: tuple[KindAnswer, ...]
    alerts: tuple[KindAnswer, ...]
    missing: tuple[Needed, ...]
    next: tuple[NextStep, ...]
    flags: tuple[Flag, ...]
    copies: tuple[SetAnswer, ...]
    others: tuple[SetAnswer, ...]
    warrants: tuple[Warranted, ...]
    unread: tuple[str, ...]
