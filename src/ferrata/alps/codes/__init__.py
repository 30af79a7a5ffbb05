"""Codes and names by which records say what `alps.concepts` means. Declarations only.

Each row says how its code was checked: ``verified`` in a published file (the clinical fact base,
part C, or code and name together in public FHIR profiles and value sets) or from ``memory``, to be
checked against a terminology server before clinical use.
A code that is missing here costs a question to the clinician; a wrong one could cost more. So
lists are short on purpose: no staging, no estimates, no serum where blood is meant.

One module per area; this one puts their tables together.
"""

from __future__ import annotations

from ferrata.alps.codes import (
    allergies,
    answers,
    care,
    conditions,
    diagnosis,
    drugs,
    family,
    findings,
    infections,
    measurements,
    vaccines,
    variants,
)
from ferrata.alps.codes.systems import (
    ABSENT,
    ATC,
    CPT,
    CVX,
    FERRATA,
    HGNC,
    HPO,
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
    "ABSENT",
    "ALLERGIES",
    "ALLERGY_IDS",
    "ALLERGY_NAMES",
    "ALLERGY_TO",
    "ANSWERS",
    "ANSWER_WORDS",
    "ATC",
    "CONDITIONS",
    "CONDITION_NAMES",
    "CPT",
    "CVX",
    "DRUGS",
    "DRUG_NAMES",
    "FAMILY",
    "FAMILY_NAMES",
    "FAMILY_OF",
    "FERRATA",
    "FINDINGS",
    "FINDING_NAMES",
    "GENES",
    "GENE_NAMES",
    "HGNC",
    "HPO",
    "ICD_10_CM",
    "ICD_10_PCS",
    "INVERTED",
    "LOINC",
    "MEASUREMENTS",
    "MEASUREMENT_NAMES",
    "MONDO",
    "NOTHING_KNOWN",
    "NOT_ASKED",
    "NOT_RELATED",
    "NOT_RELATED_NAMES",
    "NO_ALLERGIES",
    "NO_ALLERGY_NAMES",
    "OMIM",
    "ONE_SIDED",
    "ORPHA",
    "OTHER_DRUG_NAMES",
    "PARTS",
    "PART_ANSWERS",
    "PART_WORDS",
    "PERCENTAGES",
    "PHASE_OF_TWO",
    "PROCEDURES",
    "PROCEDURE_NAMES",
    "QUESTIONS",
    "REVIEWS",
    "RXNORM",
    "SAME_SYSTEM",
    "SNOMED",
    "STAGE",
    "UNSPECIFIED_VACCINES",
    "UNTIMED",
    "V2_YES_NO",
    "VACCINES",
    "VACCINE_NAMES",
    "VARIANT",
    "Row",
]

MEASUREMENTS = (*measurements.MEASUREMENTS, *diagnosis.MEASUREMENTS, *care.MEASUREMENTS)
PERCENTAGES = measurements.PERCENTAGES
UNTIMED = measurements.UNTIMED
MEASUREMENT_NAMES = {
    **measurements.MEASUREMENT_NAMES,
    **diagnosis.MEASUREMENT_NAMES,
    **care.MEASUREMENT_NAMES,
}
CONDITIONS = (
    *conditions.CONDITIONS,
    *infections.CONDITIONS,
    *diagnosis.CONDITIONS,
    *care.CONDITIONS,
)
CONDITION_NAMES = {
    **conditions.CONDITION_NAMES,
    **infections.CONDITION_NAMES,
    **diagnosis.CONDITION_NAMES,
    **care.CONDITION_NAMES,
}
FINDINGS = (*findings.FINDINGS, *diagnosis.FINDINGS, *care.FINDINGS)
FINDING_NAMES = {
    **findings.FINDING_NAMES,
    **diagnosis.FINDING_NAMES,
    **care.FINDING_NAMES,
}
INVERTED = findings.INVERTED | diagnosis.INVERTED | care.INVERTED
ONE_SIDED = findings.ONE_SIDED | diagnosis.ONE_SIDED | care.ONE_SIDED
PROCEDURES = (*conditions.PROCEDURES, *care.PROCEDURES)
PROCEDURE_NAMES = {**conditions.PROCEDURE_NAMES, **care.PROCEDURE_NAMES}
VACCINES = vaccines.VACCINES
UNSPECIFIED_VACCINES = vaccines.UNSPECIFIED
VACCINE_NAMES = vaccines.VACCINE_NAMES
ALLERGIES = allergies.ALLERGIES
ALLERGY_IDS = allergies.ALLERGY_IDS
ALLERGY_NAMES = allergies.ALLERGY_NAMES
ALLERGY_TO = allergies.ALLERGY_TO
NO_ALLERGIES = allergies.NO_ALLERGIES
NO_ALLERGY_NAMES = allergies.NO_ALLERGY_NAMES
NOT_ASKED = allergies.NOT_ASKED
FAMILY = family.FAMILY
FAMILY_NAMES = family.FAMILY_NAMES
FAMILY_OF = family.FAMILY_OF
NOT_RELATED = family.NOT_RELATED
NOT_RELATED_NAMES = family.NOT_RELATED_NAMES
VARIANT = variants.VARIANT
PHASE_OF_TWO = variants.PHASE_OF_TWO
PARTS = variants.PARTS
PART_ANSWERS = variants.PART_ANSWERS
PART_WORDS = variants.PART_WORDS
GENES = variants.GENES
GENE_NAMES = variants.GENE_NAMES
DRUGS = drugs.DRUGS
DRUG_NAMES = drugs.DRUG_NAMES
OTHER_DRUG_NAMES = drugs.OTHER_DRUG_NAMES
ANSWERS = answers.ANSWERS
ANSWER_WORDS = answers.ANSWER_WORDS
REVIEWS = answers.REVIEWS
NOTHING_KNOWN = answers.NOTHING_KNOWN
QUESTIONS = answers.QUESTIONS
STAGE = answers.STAGE
