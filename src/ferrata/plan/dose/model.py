"""A computed dose: one frozen value. Text and JSON are two renderings of it."""

from __future__ import annotations

from msgspec import Struct

from ferrata.plan.model import GuidelineVersion, Warranted
from ferrata.plan.monograph.model import Line

DOSE_SCHEMA_VERSION = "1.0"


class Measure(Struct, frozen=True, kw_only=True):
    """A measure of the body that doses are reckoned from: its value, as it was given, and when.

    `missing` says why there is none.
    """

    name: str
    value: str | None
    given: str
    date: str | None = None
    missing: str | None = None


class Check(Struct, frozen=True, kw_only=True):
    """Whether a measure is plausible for age: plausible, ask, or refuse."""

    level: str
    text: str
    hint: str
    warrants: tuple[str, ...]


class Bodily(Struct, frozen=True, kw_only=True):
    """The body: measures, age, sex, the formula of its surface, and what speaks against it."""

    measures: tuple[Measure, ...]
    age: str
    sex: str | None
    formula: str
    surface_m2: str | None
    checks: tuple[Check, ...]
    confirmed: bool


class Span(Struct, frozen=True, kw_only=True):
    """From `low` to `high` of a unit that is written out; both the same for a single figure."""

    low: str
    high: str
    unit: str


class Limit(Struct, frozen=True, kw_only=True):
    """The cap of a day: whether it bites, and the amount without it."""

    text: str
    value: str
    unit: str
    bites: bool
    without: str
    warrants: tuple[str, ...]


class Portioned(Struct, frozen=True, kw_only=True):
    """One dose as pieces or milliliters; `off` is the difference to a single figure in percent."""

    text: str
    per_dose: str
    per_day: str | None
    unit: str
    off: str | None
    vials: int


class Row(Struct, frozen=True, kw_only=True):
    """What products give: one portion, or the smallest and the largest of a range; or why not.

    `simplest` is the portion of the fewest pieces, where it is neither of them.
    """

    products: tuple[str, ...]
    name: str
    portions: tuple[Portioned, ...]
    simplest: Portioned | None = None
    refused: str | None = None


class Regimen(Struct, frozen=True, kw_only=True):
    """One dose that rules of the guidelines give, computed; or why it is not.

    `per_day` is nothing for a single dose that is repeated; `ask` is what must hold and is not
    known here.
    """

    title: str
    verb: str
    guidelines: tuple[str, ...]
    advised: bool
    rules: tuple[str, ...]
    titles: tuple[str, ...]
    when: tuple[str, ...]
    declared: str
    basis: str
    route: str
    times: str
    arithmetic: tuple[str, ...]
    per_dose: Span | None
    per_day: Span | None
    in_all: str | None
    cap: Limit | None
    duration: str | None
    then: str | None
    rows: tuple[Row, ...]
    ask: tuple[str, ...]
    not_computed: str | None
    warrants: tuple[str, ...]


class Dosed(Struct, frozen=True, kw_only=True):
    """All that Ferrata computes of one treatment for one body; `refused` says why there is none."""

    schema_version: str
    software: str
    notice: str
    on: str
    treatment: str
    label: str
    body: Bodily
    must_not: tuple[Line, ...]
    refused: tuple[str, ...]
    regimens: tuple[Regimen, ...]
    guidelines: tuple[GuidelineVersion, ...]
    site: dict[str, str]
    site_products: tuple[str, ...]
    site_hash: str
    warrants: tuple[Warranted, ...]

    @property
    def computed(self) -> bool:
        """Whether any amount was computed."""
        return any(one.per_dose is not None for one in self.regimens)
