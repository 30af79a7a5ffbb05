"""What was made of each part of a bundle: one frozen value, with a published schema."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

INSPECTION_SCHEMA_VERSION = "1.0"


class Fate(StrEnum):
    """What became of one part of a bundle: every part has exactly one."""

    UNDERSTOOD = "understood"
    IGNORED = "ignored"
    NOT_UNDERSTOOD = "not understood"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    SUPPORTING = "supporting"


MEANINGS = {
    Fate.UNDERSTOOD: "says something that a guideline can ask about",
    Fate.IGNORED: "of a type, or about something, that no guideline here asks about",
    Fate.NOT_UNDERSTOOD: "could not be used, or not wholly; the reasons stand below",
    Fate.WITHDRAWN: "its status says that it did not happen, or not yet",
    Fate.MERGED: "on record a second time, or as a newer version",
    Fate.SUPPORTING: "says something only together with others: patient, panel, medication",
}


class Piece(Struct, frozen=True, kw_only=True):
    """An entry of the bundle, a component of an Observation or a contained resource.

    `place` is where it stands, such as ``Bundle.entry[3].resource.component[0]``.
    """

    place: str
    kind: str
    name: str
    fate: Fate
    why: str = ""


class Understood(Struct, frozen=True, kw_only=True):
    """A concept: how often it is on record, when first and last, and between which values.

    `said` counts the answers of what is not measured. `by_map` of `count` came through a code map.
    """

    concept: str
    label: str
    kind: str
    count: int
    first: str | None = None
    last: str | None = None
    undated: int = 0
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    said: dict[str, int] = {}
    by_map: int = 0


class Converted(Struct, frozen=True, kw_only=True):
    """How one spelling of a unit was read: times `factor`, through a molar mass if there is one."""

    concept: str
    written: str
    unit: str
    factor: str
    count: int
    example: str
    molar_mass: str | None = None
    declared: bool = False


class Counted(Struct, frozen=True, kw_only=True):
    """How often something stands in the record; a code with its system and name."""

    count: int
    display: str = ""
    system: str | None = None
    code: str | None = None


class Ignored(Struct, frozen=True, kw_only=True):
    """What is of one type and outside what any guideline asks, by code, the most frequent first."""

    kind: str
    count: int
    codes: tuple[Counted, ...]


class Unused(Struct, frozen=True, kw_only=True):
    """One thing that could not be used: where it stands, and what was written."""

    where: str
    what: str


class NotUnderstood(Struct, frozen=True, kw_only=True):
    """What could not be used for one reason."""

    why: str
    items: tuple[Unused, ...]


class Withdrawn(Struct, frozen=True, kw_only=True):
    """What gave nothing because of a status."""

    kind: str
    status: str
    names: tuple[str, ...]


class Unmapped(Struct, frozen=True, kw_only=True):
    """A local code that nobody knows, as an entry of a code map to fill in."""

    system: str | None
    code: str
    display: str
    count: int
    example: str
    entry: str


class MapUsed(Struct, frozen=True, kw_only=True):
    """The code map that was used: its file, hash and size, and how many values came through it."""

    file: str
    hash: str
    codes: int
    values: int


class Inspection(Struct, frozen=True, kw_only=True):
    """All that was made of one bundle. The counts of `fates` add up to `total`."""

    schema_version: str
    software: str
    notice: str
    file: str
    patient: str
    received: str
    code_map: MapUsed | None
    total: int
    fates: dict[Fate, int]
    understood: tuple[Understood, ...]
    converted: tuple[Converted, ...]
    ignored: tuple[Ignored, ...]
    doubts: tuple[NotUnderstood, ...]
    not_understood: tuple[NotUnderstood, ...]
    withdrawn: tuple[Withdrawn, ...]
    merged: tuple[Unused, ...]
    dosages: tuple[Counted, ...]
    other_drugs: tuple[Counted, ...]
    unknown_drugs: tuple[Counted, ...]
    unmapped: tuple[Unmapped, ...]
    pieces: tuple[Piece, ...]


class MapRow(Struct, frozen=True, kw_only=True):
    """One entry of a code map: what the site's code means."""

    system: str
    code: str
    means: str
    label: str
    unit: str | None = None


class CheckedMap(Struct, frozen=True, kw_only=True):
    """A code map that was read without a record: it is sound, and this is what it says."""

    schema_version: str
    software: str
    notice: str
    file: str
    hash: str
    rows: tuple[MapRow, ...]
