"""Codes and names by which records say what `alps.concepts` means. Declarations only.

Each row says how its code was checked: ``verified`` in a published file (the clinical fact base,
part C, or code and name together in public FHIR profiles and value sets) or from ``memory``, to be
checked against a terminology server before clinical use.
A code that is missing here costs a question to the clinician; a wrong one could cost more. So
lists are short on purpose: no staging, no estimates, no serum where blood is meant.

One module per area; this one puts their tables together.
"""

from __future__ import annotations

from ferrata.alps.codes import answers, conditions, drugs, measurements
from ferrata.alps.codes.systems import (
    ATC,
    CPT,
    FERRATA,
    ICD_10_CM,
    ICD_10_PCS,
    LOINC,
    MONDO,
    OMIM,
    ORPHA,
    RXNORM,
    SAME_SYSTEM,
    SNOMED,
    V2_YES_NO,
    Row,
)

__all__ = [
    "ANSWERS",
    "ANSWER_WORDS",
    "ATC",
    "CONDITIONS",
    "CONDITION_NAMES",
    "CPT",
    "DRUGS",
    "DRUG_NAMES",
    "FERRATA",
    "ICD_10_CM",
    "ICD_10_PCS",
    "LOINC",
    "MEASUREMENTS",
    "MEASUREMENT_NAMES",
    "MONDO",
    "OMIM",
    "ORPHA",
    "OTHER_DRUG_NAMES",
    "PERCENTAGES",
    "PROCEDURES",
    "PROCEDURE_NAMES",
    "QUESTIONS",
    "REVIEWS",
    "RXNORM",
    "SAME_SYSTEM",
    "SNOMED",
    "STAGE",
    "UNTIMED",
    "V2_YES_NO",
    "Row",
]

MEASUREMENTS = measurements.MEASUREMENTS
PERCENTAGES = measurements.PERCENTAGES
UNTIMED = measurements.UNTIMED
MEASUREMENT_NAMES = measurements.MEASUREMENT_NAMES
CONDITIONS = conditions.CONDITIONS
CONDITION_NAMES = conditions.CONDITION_NAMES
PROCEDURES = conditions.PROCEDURES
PROCEDURE_NAMES = conditions.PROCEDURE_NAMES
DRUGS = drugs.DRUGS
DRUG_NAMES = drugs.DRUG_NAMES
OTHER_DRUG_NAMES = drugs.OTHER_DRUG_NAMES
ANSWERS = answers.ANSWERS
ANSWER_WORDS = answers.ANSWER_WORDS
REVIEWS = answers.REVIEWS
QUESTIONS = answers.QUESTIONS
STAGE = answers.STAGE
