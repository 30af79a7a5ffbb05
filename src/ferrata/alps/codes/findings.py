"""Results that are no numbers: pregnancy, its test, and what positive and negative say."""

from __future__ import annotations

from ferrata.alps.care.concepts import Reproduction
from ferrata.alps.codes.systems import INTERPRETATION, LOINC, SNOMED, Row

FINDINGS: tuple[Row, ...] = (
    Row(LOINC, "82810-3", Reproduction.PREGNANT.id, "verified"),
    Row(LOINC, "2118-8", Reproduction.PREGNANCY_TEST_NEGATIVE.id, "verified"),  # serum
    Row(LOINC, "2106-3", Reproduction.PREGNANCY_TEST_NEGATIVE.id, "memory"),  # urine
)
"""Observations with a coded answer, and the sign that they speak of."""

FINDING_NAMES: dict[str, str] = {
    "pregnancy status": Reproduction.PREGNANT.id,
    "pregnancy test": Reproduction.PREGNANCY_TEST_NEGATIVE.id,
    "urine pregnancy test": Reproduction.PREGNANCY_TEST_NEGATIVE.id,
}

INVERTED: frozenset[str] = frozenset({Reproduction.PREGNANCY_TEST_NEGATIVE.id})
"""Signs of a negative test: what the test finds refutes them."""

ONE_SIDED: frozenset[tuple[str, str]] = frozenset()
"""Tests for a part of something: found says yes, not found says nothing of the other parts."""

POSITIVE, NEGATIVE = "positive", "negative"

ANSWERS: tuple[Row, ...] = (
    Row(SNOMED, "10828004", POSITIVE, "verified"),
    Row(SNOMED, "11214006", POSITIVE, "verified"),  # reactive
    Row(SNOMED, "260373001", POSITIVE, "verified"),  # detected
    Row(SNOMED, "260385009", NEGATIVE, "verified"),
    Row(SNOMED, "131194007", NEGATIVE, "verified"),  # non-reactive
    Row(SNOMED, "260415000", NEGATIVE, "verified"),  # not detected
    Row(LOINC, "LA6576-8", POSITIVE, "verified"),
    Row(LOINC, "LA6577-6", NEGATIVE, "verified"),
    Row(LOINC, "LA11882-0", POSITIVE, "memory"),  # detected
    Row(LOINC, "LA11883-8", NEGATIVE, "memory"),  # not detected
    Row(INTERPRETATION, "POS", POSITIVE, "memory"),
    Row(INTERPRETATION, "NEG", NEGATIVE, "memory"),
    Row(LOINC, "LA15173-0", POSITIVE, "verified"),  # pregnant
    Row(SNOMED, "77386006", POSITIVE, "verified"),  # pregnant
    Row(LOINC, "LA26683-5", NEGATIVE, "verified"),  # not pregnant
    Row(SNOMED, "60001007", NEGATIVE, "verified"),  # not pregnant
)

ANSWER_WORDS: dict[str, str] = {
    **dict.fromkeys(("positive", "pos", "pos.", "positiv", "reactive", "detected"), POSITIVE),
    **dict.fromkeys(("negative", "neg", "neg.", "negativ", "nonreactive"), NEGATIVE),
    **dict.fromkeys(("non-reactive", "not detected", "none detected"), NEGATIVE),
    "present": "yes",
    "absent": "no",
    "pregnant": POSITIVE,
    "not pregnant": NEGATIVE,
}
