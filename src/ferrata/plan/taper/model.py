"""The plan of a course that ends: one frozen value. Text, note, calendar and page render it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from ferrata.plan.model import GuidelineVersion, Warranted

TAPER_SCHEMA_VERSION = "1.0"


class Piece(Struct, frozen=True, kw_only=True):
    """So many pieces, or milliliters where `form` is a liquid, of one product in a dose.

    `strength` is that of a piece ("5 mg") or of the liquid ("1 mg/mL").
    """

    product: str
    name: str
    form: str
    counted: bool
    strength: str
    count: Decimal


class TaperStep(Struct, frozen=True, kw_only=True):
    """Days from `first` to `last`, both included, with the same dose.

    `mg_per_day` is given in `times` equal doses, each of them `each`.
    """

    first: date
    last: date
    days: int
    mg_per_day: Decimal
    times: int
    each: tuple[Piece, ...]


class Supply(Struct, frozen=True, kw_only=True):
    """What the whole course needs of one product: pieces, rounded up, or milliliters."""

    product: str
    name: str
    form: str
    counted: bool
    strength: str
    count: Decimal


class OlderPlan(Struct, frozen=True, kw_only=True):
    """A plan that this one replaces, directly or through another; void from day `void_from`."""

    id: str
    made_on: date
    revision: int
    first: date
    last: date
    void_from: date


class Said(Struct, frozen=True, kw_only=True):
    """One thing to read beside the doses, by topic, with the ids it rests on."""

    topic: str
    text: str
    warrants: tuple[str, ...]


class TaperPlan(Struct, frozen=True, kw_only=True):
    """The dose of every day, what is needed for it, and what has to be known beside it.

    `id` follows from the doses, the days, whom they are for and what is replaced, so that the same
    plan always has the same calendar entries; `revision` counts the plans it replaces.
    `subject` is a hash of the record's patient, which tells two people apart and names nobody.
    `days_given` are the days with a dose in this and the replaced plans.
    """

    schema_version: str
    software: str
    notice: str
    id: str
    revision: int
    course: str
    title: str
    treatment: str
    label: str
    for_whom: str
    subject: str
    made_on: date
    breakthrough_on: date | None
    first: date
    last: date
    days: int
    steps: tuple[TaperStep, ...]
    total_mg: Decimal
    supplies: tuple[Supply, ...]
    arithmetic: tuple[str, ...]
    unchecked: tuple[str, ...]
    replaces: tuple[OlderPlan, ...]
    restarts: int
    days_given: int
    flags: tuple[str, ...]
    notes: tuple[Said, ...]
    settings: dict[str, str]
    guideline: GuidelineVersion
    warrants: tuple[Warranted, ...]

    def daily(self) -> Iterator[tuple[date, TaperStep]]:
        """Yield each day with its step."""
        for one in self.steps:
            for offset in range(one.days):
                yield one.first + timedelta(days=offset), one
