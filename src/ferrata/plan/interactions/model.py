"""The interactions of one list of medicines: one frozen value; text and JSON are its renderings."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ferrata.plan.model import GuidelineVersion, Warranted

INTERACTIONS_SCHEMA_VERSION = "1.0"


class Counts(StrEnum):
    """Whether a medicine matters on the day: what matters most stands first."""

    NOW = "taken now"
    LASTING = "stopped, and it still matters"
    PERHAPS = "perhaps taken"
    NAMED = "named"
    OVER = "stopped, and it matters no more"


class State(StrEnum):
    """What the table says of a medicine and a treatment. Unknown is never none."""

    INTERACTS = "interacts"
    NOT_LISTED = "none listed"
    UNKNOWN = "not checked"


class Listed(Struct, frozen=True, kw_only=True):
    """One interaction of the table: what happens, what to do, and how that is known."""

    between: tuple[str, str]
    text: str
    do: str
    certainty: str
    support: str
    warrants: tuple[str, ...]


class Against(Struct, frozen=True, kw_only=True):
    """A medicine against one treatment."""

    treatment: str
    label: str
    state: State
    listed: tuple[Listed, ...] = ()


class Medicine(Struct, frozen=True, kw_only=True):
    """A medicine as written, what it was taken for, and what is listed against each treatment.

    `not_identified` are the parts of its name that no table knows; they were not checked. Days
    since the end are two numbers where its date is not exact. `matters_until` is the last day on
    which a stopped one still counts.
    """

    written: str
    concepts: tuple[str, ...]
    not_identified: tuple[str, ...]
    counts: Counts
    since: str | None
    stopped: str | None
    stopped_days: tuple[int, int] | None
    matters_until: str | None
    sources: tuple[str, ...]
    against: tuple[Against, ...]
    warrants: tuple[str, ...] = ()


class Beside(Struct, frozen=True, kw_only=True):
    """A treatment that medicines are checked against, and why it is asked about."""

    treatment: str
    label: str
    why: str


class MedicineList(Struct, frozen=True, kw_only=True):
    """How far the list can be trusted: gone through or not, and how old it is.

    `confirmed` is yes, no (something is known to be missing) or unknown (nobody went through it in
    time).
    """

    confirmed: str
    text: str
    gone_through: str | None
    newest_entry: str | None
    newest_entry_days: int | None
    not_identified: int


class Interactions(Struct, frozen=True, kw_only=True):
    """What is known of a patient's medicines, or of named ones, against treatments of ALPS."""

    schema_version: str
    software: str
    notice: str
    on: str
    patient: str | None
    list: MedicineList | None
    treatments: tuple[Beside, ...]
    medicines: tuple[Medicine, ...]
    ask: tuple[str, ...]
    table: str
    guideline: GuidelineVersion | None
    warrants: tuple[Warranted, ...]
