"""What was written about one patient, entry by entry, and what each entry was taken to mean.

Nothing is lost: an entry keeps its source's words, codes and dates as text beside the id of the
concept that it was mapped to (None: it means something that no guideline here asks about).
Field names follow FHIR.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from ferrata.guideline.values import Reason

SCHEMA_VERSION = "1.0"

AssertionResource: TypeAlias = Literal[
    "Condition", "Observation", "Procedure", "QuestionnaireResponse"
]
CourseResource: TypeAlias = Literal[
    "MedicationAdministration", "MedicationRequest", "MedicationStatement"
]


class Coding(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A code of a code system, as written."""

    system: str | None = None
    code: str | None = None
    display: str | None = None


class Patient(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Whom the record is about. `birth_date` is as exact as it was written."""

    id: str
    birth_date: str | None = None
    sex: str | None = None
    label: str = ""


class Entry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What every entry keeps: where it stood, what it is about, its status and free text.

    `reference` names the entry in its source, such as ``Observation/123``; `date` is the
    clinically relevant time as written, a period as ``start/end``.
    """

    reference: str
    status: str | None = None
    date: str | None = None
    codings: tuple[Coding, ...] = ()
    text: str | None = None
    note: str | None = None


class ObservationEntry(Entry, frozen=True, omit_defaults=True, kw_only=True):
    """A measurement. `concept` is the id of an analyte.

    A number is in `value`, digits as written, with its `unit` in words and `unit_code` in
    `unit_system`; a result in words ("<5", "hemolysed") is in `value_text`. `unusable` is what the
    reader of a foreign format knew against it: a percentage, say.
    """

    concept: str | None = None
    value: str | None = None
    comparator: str | None = None
    unit: str | None = None
    unit_system: str | None = None
    unit_code: str | None = None
    value_text: str | None = None
    absent: str | None = None
    unusable: Reason | None = None


class AssertionEntry(Entry, frozen=True, omit_defaults=True, kw_only=True):
    """Something said of a sign or a question: a condition, a procedure, an answer.

    `value` is ``yes``, ``no``, the name of an option, or None where the words leave it open.
    `until` is the date of abatement; `recorded` when it was written down.
    """

    resource: AssertionResource
    concept: str | None = None
    value: str | None = None
    verification: str | None = None
    recorded: str | None = None
    until: str | None = None
    answers: tuple[Coding, ...] = ()
    answer_text: str | None = None


class CourseEntry(Entry, frozen=True, omit_defaults=True, kw_only=True):
    """An order, a statement or an administration of a drug. `concept` is the id of a treatment.

    `other` says that the drug is known and is none of the vocabulary's treatments; with neither,
    the drug could not be identified. `date` is when it was ordered or stated, `start` and `end`
    when it was taken or is to be taken.
    """

    resource: CourseResource
    concept: str | None = None
    other: bool = False
    intent: str | None = None
    start: str | None = None
    end: str | None = None
    dosage: str | None = None


class ReviewEntry(Entry, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody went through all there is about `concepts`: what is not recorded is absent."""

    concepts: tuple[str, ...] = ()
    empty_reason: str | None = None


class Unread(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that could not be used: where it stood, what was written, and why not."""

    where: str
    what: str
    why: str


class Record(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One patient's record as received on a day. `ignored` counts resources out of scope."""

    schema_version: str
    patient: Patient
    received: str
    observations: tuple[ObservationEntry, ...] = ()
    assertions: tuple[AssertionEntry, ...] = ()
    courses: tuple[CourseEntry, ...] = ()
    reviews: tuple[ReviewEntry, ...] = ()
    unread: tuple[Unread, ...] = ()
    ignored: dict[str, int] = {}
