"""The page of a treatment: one frozen value. Text and JSON are two renderings of it."""

from __future__ import annotations

from msgspec import Struct

from ferrata.plan.interactions.model import Medicine
from ferrata.plan.model import GuidelineVersion, Warranted

MONOGRAPH_SCHEMA_VERSION = "1.1"
"""1.1 has what to do about an interaction, and the medicines on a patient's list."""

SPECIALIST = "specialist protocol"
"""What stands for a dose where no source states one."""


class Line(Struct, frozen=True, kw_only=True):
    """One thing said, with its warrants; `support` is source, assumption or unverified.

    `holds` says of a caution whether it stands against the patient's treatment: yes, no, unknown;
    nothing where no patient was given. `rules` are the ids of the rules that say it.
    """

    text: str
    warrants: tuple[str, ...]
    support: str
    holds: str | None = None
    rules: tuple[str, ...] = ()


class Code(Struct, frozen=True, kw_only=True):
    """A code of a treatment and how it was checked."""

    system: str
    code: str
    checked: str


class Ingredient(Struct, frozen=True, kw_only=True):
    """An ingredient or a group that interacts, with its codes."""

    id: str
    name: str
    codes: tuple[Code, ...]


class Interacts(Struct, frozen=True, kw_only=True):
    """What happens with other ingredients, and how that is known."""

    ingredients: tuple[Ingredient, ...]
    text: str
    certainty: str
    do: str
    warrants: tuple[str, ...]
    support: str


class Role(Struct, frozen=True, kw_only=True):
    """The place of the treatment in one guideline, and the rules that give it.

    `after`: the other treatments that a caution asks for before it.
    """

    guideline: str
    place: str
    after: tuple[str, ...]
    rules: tuple[Line, ...]


class Figure(Struct, frozen=True, kw_only=True):
    """A figure of a source. Shares and bounds of the Wilson 95 % interval are in percent."""

    name: str
    text: str
    definition: str
    population: str
    adverse: bool
    warrants: tuple[str, ...]
    support: str
    count: int | None = None
    of: int | None = None
    percent: float | None = None
    low: float | None = None
    high: float | None = None


class Evidence(Struct, frozen=True, kw_only=True):
    """The ages that the evidence comes from, and whether the patient's age lies in it."""

    text: str
    warrants: tuple[str, ...]
    low_years: str | None = None
    high_years: str | None = None
    patient: str | None = None
    outside: str | None = None


class Page(Struct, frozen=True, kw_only=True):
    """All that Ferrata says of one treatment; `every` holds for each treatment of the disease."""

    schema_version: str
    software: str
    notice: str
    id: str
    title: str
    label: str
    names: tuple[str, ...]
    codes: tuple[Code, ...]
    roles: tuple[Role, ...]
    indication: tuple[Line, ...]
    must_not: tuple[Line, ...]
    before: tuple[Line, ...]
    dose: tuple[Line, ...]
    dose_note: str | None
    no_dose: str | None
    watch: tuple[Line, ...]
    interactions: tuple[Interacts, ...]
    on_list: tuple[Medicine, ...]
    response: tuple[Line, ...]
    outcomes: tuple[Figure, ...]
    evidence: tuple[Line, ...]
    ages: Evidence
    off_label: tuple[Line, ...]
    pregnancy: tuple[Line, ...]
    every: tuple[Line, ...]
    every_outcomes: tuple[Figure, ...]
    guidelines: tuple[GuidelineVersion, ...]
    warrants: tuple[Warranted, ...]


class SummaryRow(Struct, frozen=True, kw_only=True):
    """One treatment in the table of all: place by guideline, dose, and what the evidence counts."""

    id: str
    label: str
    places: dict[str, str]
    cautions: int
    dose: str
    evidence: str


class Table(Struct, frozen=True, kw_only=True):
    """The table of all treatments."""

    schema_version: str
    software: str
    notice: str
    rows: tuple[SummaryRow, ...]
    guidelines: tuple[GuidelineVersion, ...]
