"""What a coded answer says, what an empty list reviews, and what our own system may name."""

from __future__ import annotations

from ferrata.alps.care.concepts import Procedure, Transfusion, Vaccine
from ferrata.alps.catalogue import QUESTIONS as ASKED
from ferrata.alps.catalogue import TREATMENTS
from ferrata.alps.codes import findings
from ferrata.alps.codes.allergies import ALLERGY_IDS
from ferrata.alps.codes.systems import ABSENT, LOINC, SNOMED, V2_YES_NO, Row
from ferrata.alps.concepts import Finding
from ferrata.alps.diagnosis.concepts import Family
from ferrata.guideline.events import Sign

STAGE = "stage"
"""The question "where on the pathway is this patient?"; each guideline has its own options."""

ANSWERS: tuple[Row, ...] = (
    Row(V2_YES_NO, "Y", "yes", "memory"),
    Row(V2_YES_NO, "N", "no", "memory"),
    Row(SNOMED, "373066001", "yes", "memory"),
    Row(SNOMED, "373067005", "no", "memory"),
    Row(SNOMED, "52101004", "yes", "memory"),  # present
    Row(SNOMED, "2667000", "no", "memory"),  # absent
    Row(LOINC, "LA33-6", "yes", "memory"),
    Row(LOINC, "LA32-8", "no", "memory"),
    Row(LOINC, "LA9633-4", "yes", "memory"),  # present
    Row(LOINC, "LA9634-2", "no", "memory"),  # absent
    *findings.ANSWERS,
)
"""What a coded answer says of a sign."""

ANSWER_WORDS: dict[str, str] = {
    "yes": "yes",
    "true": "yes",
    "no": "no",
    "false": "no",
    **findings.ANSWER_WORDS,
}

REVIEWS: dict[tuple[str, str], tuple[str, ...]] = {
    # History of medication use: an empty one that was asked for covers every treatment.
    (LOINC, "10160-0"): (
        *(one.id for one in TREATMENTS),
        Finding.STRONG_CYP3A4.id,
        Finding.UNLISTED_MEDICINE.id,
    ),
    # Problem list: it covers what is kept on problem lists, not bleeding or fever of the day.
    (LOINC, "11450-4"): (Finding.ALPS.id, Finding.HYPERSPLENISM.id, Finding.ASPLENIA.id),
    # Allergies and adverse reactions; history of diseases of family members.
    (LOINC, "48765-2"): ALLERGY_IDS,
    (LOINC, "10157-6"): (Family.ALPS.id, Family.LYMPHOPROLIFERATION.id),
    # Immunizations; procedures.
    (LOINC, "11369-6"): tuple(one.id for one in vars(Vaccine).values() if isinstance(one, Sign)),
    (LOINC, "47519-4"): tuple(
        one.id
        for area in (Procedure, Transfusion)
        for one in vars(area).values()
        if isinstance(one, Sign)
    ),
}
"""What an empty list reviews, if it says that it is empty because nothing is known of."""

NOTHING_KNOWN: dict[tuple[str, str], tuple[str, ...]] = {
    (ABSENT, "no-known-medications"): REVIEWS[LOINC, "10160-0"],
    (ABSENT, "no-known-problems"): REVIEWS[LOINC, "11450-4"],
    (ABSENT, "no-known-immunizations"): REVIEWS[LOINC, "11369-6"],
    (ABSENT, "no-known-procedures"): REVIEWS[LOINC, "47519-4"],
    (ABSENT, "no-medication-info"): (),
    (ABSENT, "no-problem-info"): (),
    (ABSENT, "no-immunization-info"): (),
    (ABSENT, "no-procedure-info"): (),
}
"""What a code says in the place of a drug, a problem or a procedure: that there is none."""

QUESTIONS: dict[str, frozenset[str] | None] = {
    **{one.id: frozenset(option.value for option in one.options) for one in ASKED},
    STAGE: None,
}
"""The options of each question; None where only the guideline knows them."""
