"""The plan: one frozen value. Text and JSON are two renderings of it; its schema is published."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

PLAN_SCHEMA_VERSION = "1.2"
"""1.1 has monitoring, toxicity, prevention, manifestations and their questions beside 1.0; 1.2 each
dose beside the day's, and a product that gives it."""

NOTICE = (
    "Decision support for health professionals. Not a medical device, not for emergencies, and no "
    "substitute for judgement: the clinician decides."
)


class Level(StrEnum):
    """How far an option is advised, weakest first."""

    CONTRAINDICATED = "contraindicated"
    WITHHELD = "withheld"
    CANNOT_TELL = "cannot tell"
    CONDITIONAL = "conditional"
    OFFERED = "offered"

    @property
    def rank(self) -> int:
        """The place in the order of advice, 0 for contraindicated."""
        return _RANKS[self.value]


_RANKS = {level.value: rank for rank, level in enumerate(Level)}


class Seen(Struct, frozen=True, kw_only=True):
    """A value that a reason saw, in words, with its date; or why it is unknown."""

    label: str
    value: str
    known: bool
    date: str | None = None


class Reason(Struct, frozen=True, kw_only=True):
    """One reason: what holds, does not, or is not known, with the values seen and its warrants."""

    text: str
    answer: str
    values: tuple[Seen, ...] = ()
    warrants: tuple[str, ...] = ()


class Amount(Struct, frozen=True, kw_only=True):
    """A dose in milligrams with its arithmetic, or why there is none.

    Nothing is given per day for a single dose that is repeated. `product` is what gives one dose.
    """

    text: str
    arithmetic: tuple[str, ...] = ()
    low_mg_per_day: str | None = None
    high_mg_per_day: str | None = None
    low_mg_per_dose: str | None = None
    high_mg_per_dose: str | None = None
    product: str | None = None
    capped: bool = False
    not_computed: str | None = None


class Option(Struct, frozen=True, kw_only=True):
    """One thing to do, how far it is advised, and why."""

    id: str
    level: Level
    kind: str
    text: str
    stage: str | None = None
    step: str | None = None
    treatment: str | None = None
    amount: Amount | None = None
    until: str | None = None
    alternative: int = 1
    reasons_for: tuple[Reason, ...] = ()
    reasons_against: tuple[Reason, ...] = ()
    ask: tuple[str, ...] = ()
    warrants: tuple[str, ...] = ()


class MustNot(Struct, frozen=True, kw_only=True):
    """A treatment that must not be given, and why."""

    id: str
    treatments: tuple[str, ...]
    text: str
    reasons: tuple[Reason, ...]
    warrants: tuple[str, ...]


class Change(Struct, frozen=True, kw_only=True):
    """What one answer to a missing item would change."""

    answer: str
    effects: tuple[str, ...]


class Missing(Struct, frozen=True, kw_only=True):
    """Something that is not known and could change the advice.

    `answers` are the words a clinician can answer with; empty for what must be measured.
    """

    concept: str
    label: str
    why: str
    last_seen: str | None
    answers: tuple[str, ...]
    changes: tuple[Change, ...]


class Stage(Struct, frozen=True, kw_only=True):
    """A stage the patient can be in, and what in the record says so."""

    stage: str
    title: str
    since: str | None
    on_pathway: bool
    because: tuple[str, ...]


class Position(Struct, frozen=True, kw_only=True):
    """Where the patient stands. A gap: the guideline says nothing about such a patient here."""

    stages: tuple[Stage, ...]
    certain: bool
    scope: str
    gap: bool


class Searched(Struct, frozen=True, kw_only=True):
    """What all counts on record say, day by day, of one thing the guideline watches for."""

    text: str
    days_yes: int
    days_no: int
    first: str | None
    last: str | None
    last_value: str | None


class Due(StrEnum):
    """How something that is looked at again and again stands."""

    OVERDUE = "overdue"
    NEVER = "never done"
    TODAY = "due today"
    LATER = "not yet due"


class Look(Struct, frozen=True, kw_only=True):
    """Something to look at again: when it was last done, when it is due, and which rules ask.

    `last` is a day, or two with a slash where the date is not exact; then `due` is the earliest
    day it can be, and `days` overdue are the most it can be. `unreadable` names a newer entry that
    could not be read.
    """

    id: str
    concept: str
    text: str
    every_days: int
    status: Due
    last: str | None
    last_value: str | None
    due: str
    days: int
    reasons: tuple[Reason, ...]
    warrants: tuple[str, ...]
    unreadable: str | None = None


class Toxicity(Struct, frozen=True, kw_only=True):
    """A toxicity of grade 1 or more, by the value it rests on."""

    feature: str
    label: str
    grade: int
    values: tuple[Seen, ...]
    warrants: tuple[str, ...]


class Question(Struct, frozen=True, kw_only=True):
    """A fact that is not known, and the follow-up that waits for it.

    `pressing`: with one answer somebody has to be brought in. `answers` are empty for what must be
    measured, and for a treatment, which a reviewed list of medication answers.
    """

    concept: str
    label: str
    kind: str
    answers: tuple[str, ...]
    decides: tuple[str, ...]
    pressing: bool


class Value(Struct, frozen=True, kw_only=True):
    """A value that the plan rests on, with its date, age and source.

    `preliminary`: the laboratory has not confirmed it yet.
    """

    feature: str
    label: str
    value: str
    date: str | None = None
    age_days: int | None = None
    source: str | None = None
    preliminary: bool = False


class Difference(Struct, frozen=True, kw_only=True):
    """What another guideline says of the same patient."""

    guideline: str
    title: str
    stages: tuple[str, ...]
    options: tuple[str, ...]
    gap: bool
    differs: bool


class Warranted(Struct, frozen=True, kw_only=True):
    """A statement of a source or an assumption that the plan rests on."""

    id: str
    kind: str
    text: str
    source: str
    rationale: str = ""
    review: str = ""


class GuidelineVersion(Struct, frozen=True, kw_only=True):
    """Which guideline spoke."""

    id: str
    title: str
    version: str
    hash: str
    review: str


class Patient(Struct, frozen=True, kw_only=True):
    """Whom the plan is about."""

    id: str
    label: str
    birth_date: str | None
    age: str
    sex: str | None


class Plan(Struct, frozen=True, kw_only=True):
    """All that Ferrata has to say about one patient on one day."""

    schema_version: str
    software: str
    notice: str
    on: str
    patient: Patient
    guideline: GuidelineVersion
    site: dict[str, str]
    site_hash: str
    emergency: tuple[Reason, ...]
    summary: str
    position: Position
    values: tuple[Value, ...]
    history: tuple[Searched, ...]
    options: tuple[Option, ...]
    must_not: tuple[MustNot, ...]
    toxicity: tuple[Toxicity, ...]
    alerts: tuple[Option, ...]
    monitoring: tuple[Look, ...]
    prevention: tuple[Option, ...]
    manifestations: tuple[Option, ...]
    questions: tuple[Question, ...]
    missing: tuple[Missing, ...]
    differences: tuple[Difference, ...]
    warrants: tuple[Warranted, ...]
    unread: tuple[str, ...]
