"""What a coded answer says, what an empty list reviews, and what our own system may name."""

from __future__ import annotations

from ferrata.alps.catalogue import QUESTIONS as ASKED
from ferrata.alps.catalogue import TREATMENTS
from ferrata.alps.codes.systems import LOINC, SNOMED, V2_YES_NO, Row
from ferrata.alps.concepts import Finding

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
)
"""What a coded answer says of a sign."""

ANSWER_WORDS: dict[str, str] = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}

REVIEWS: dict[tuple[str, str], tuple[str, ...]] = {
    # History of medication use: an empty one that was asked for covers every treatment.
    (LOINC, "10160-0"): tuple(one.id for one in TREATMENTS),
    # Problem list: it covers what is kept on problem lists, not bleeding or fever of the day.
    (LOINC, "11450-4"): (Finding.ALPS.id, Finding.HYPERSPLENISM.id, Finding.ASPLENIA.id),
}
"""What an empty list reviews, if it says that it is empty because nothing is known of."""

QUESTIONS: dict[str, frozenset[str] | None] = {
    **{one.id: frozenset(option.value for option in one.options) for one in ASKED},
    STAGE: None,
}
"""The options of each question; None where only the guideline knows them."""
