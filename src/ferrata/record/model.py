"""What was written about one patient, entry by entry, and what each entry was taken to mean.

Nothing is lost: an entry keeps its source's words, codes and dates as text beside the id of the
concept that it was mapped to (None: it means something that no guideline here asks about).
Field names follow FHIR.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from ferrata.guideline.values import Reason

SCHEMA_VERSION = "1.2"
"""What is written. 1.1 has variants, phases, relatives and more kinds of assertion than 1.0.

1.2 has dispenses, and of a course what it rests on, what it replaces, for how many days it is, and
whether it is taken only when needed.
"""

READ_VERSIONS = ("1.0", "1.1", SCHEMA_VERSION)

FERRATA = "https://ferrata.health/CodeSystem/concept"
"""Our own code system: a code is the id of a concept, or `yes`, `no` or an option as an answer."""

AssertionResource: TypeAlias = Literal[
    "AllergyIntolerance",
    "Condition",
    "FamilyMemberHistory",
    "Immunization",
    "Observation",
    "Procedure",
    "QuestionnaireResponse",
]
CourseResource: TypeAlias = Literal[
    "MedicationAdministration", "MedicationDispense", "MedicationRequest", "MedicationStatement"
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
    """Something said of a sign or a question: a condition, a procedure, an allergy, an answer.

    `value` is ``yes``, ``no``, the name of an option, or None where the words leave it open.
    `until` is the date of abatement; `recorded` when it was written down. `relationship` says
    which relative has it.
    """

    resource: AssertionResource
    concept: str | None = None
    value: str | None = None
    verification: str | None = None
    recorded: str | None = None
    until: str | None = None
    answers: tuple[Coding, ...] = ()
    answer_text: str | None = None
    relationship: tuple[Coding, ...] = ()
    relationship_text: str | None = None


class Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One line of a result: what it is about and what it says, as written."""

    codings: tuple[Coding, ...] = ()
    text: str | None = None
    answers: tuple[Coding, ...] = ()
    answer_text: str | None = None


class VariantEntry(Entry, frozen=True, omit_defaults=True, kw_only=True):
    """A gene that was tested, and the variant that was found in it.

    `parts` are the lines of the report as written; the other fields say what they were taken to
    mean. `found` is ``yes``, ``no`` (nothing was found), or None where the report leaves it open.
    `gene` is a symbol of HGNC. `zygosity` (homozygous, heterozygous, hemizygous), `origin`
    (germline, somatic) and `significance` (pathogenic, likely-pathogenic, uncertain,
    likely-benign, benign) are in these words, or in the report's own.
    """

    found: str | None = None
    gene: str | None = None
    hgvs: str | None = None
    protein: str | None = None
    zygosity: str | None = None
    origin: str | None = None
    significance: str | None = None
    answers: tuple[Coding, ...] = ()
    answer_text: str | None = None
    parts: tuple[Part, ...] = ()


class PhaseEntry(Entry, frozen=True, omit_defaults=True, kw_only=True):
    """Whether two variants lie on one copy of the gene (``cis``) or on both (``trans``).

    `variants` are the references of their entries; `value` is None where it is left open.
    """

    value: str | None = None
    variants: tuple[str, ...] = ()
    answers: tuple[Coding, ...] = ()
    answer_text: str | None = None


class CourseEntry(Entry, frozen=True, omit_defaults=True, kw_only=True):
    """An order, a statement, an administration or a dispense of a drug, which is a treatment's id.

    `other` says that the drug is known and is none of the vocabulary's treatments; with neither,
    the drug could not be identified. `date` is when it was ordered or stated, `start` and `end`
    when it was taken or is to be taken; of a dispense, `start` is when it was handed over. `days`
    is for how many days the drug is, or lasts. `dosage` is kept in words and is never read;
    `as_needed` says that it may be taken or not. `based_on` are the references of the entries that
    this one carries out, `replaces` that of the order in whose place it stands.
    """

    resource: CourseResource
    concept: str | None = None
    other: bool = False
    intent: str | None = None
    start: str | None = None
    end: str | None = None
    days: str | None = None
    dosage: str | None = None
    as_needed: bool = False
    based_on: tuple[str, ...] = ()
    replaces: str | None = None


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
    variants: tuple[VariantEntry, ...] = ()
    phases: tuple[PhaseEntry, ...] = ()
    unread: tuple[Unread, ...] = ()
    ignored: dict[str, int] = {}
