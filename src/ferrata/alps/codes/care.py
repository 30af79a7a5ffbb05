"""Codes and names of what is monitored and prevented."""

from __future__ import annotations

from ferrata.alps.care.concepts import Examination, FollowUp, Infection, Manifestation
from ferrata.alps.care.concepts import Laboratory as Lab
from ferrata.alps.codes.systems import CPT, HPO, ICD_10_CM, LOINC, SNOMED, Row

MEASUREMENTS: tuple[Row, ...] = (
    Row(LOINC, "2160-0", Lab.CREATININE.id, "verified"),
    Row(LOINC, "14682-9", Lab.CREATININE.id, "memory"),  # moles per volume
    Row(LOINC, "1742-6", Lab.ALT.id, "verified"),
    Row(LOINC, "1920-8", Lab.AST.id, "verified"),
    Row(LOINC, "1975-2", Lab.BILIRUBIN.id, "verified"),
    Row(LOINC, "14631-6", Lab.BILIRUBIN.id, "memory"),  # moles per volume
    Row(LOINC, "2093-3", Lab.CHOLESTEROL.id, "verified"),
    Row(LOINC, "14647-2", Lab.CHOLESTEROL.id, "memory"),  # moles per volume
    Row(LOINC, "13457-7", Lab.LDL.id, "verified"),  # calculated
    Row(LOINC, "18262-6", Lab.LDL.id, "verified"),  # direct
    Row(LOINC, "2085-9", Lab.HDL.id, "verified"),
    Row(LOINC, "2571-8", Lab.TRIGLYCERIDES.id, "verified"),
    Row(LOINC, "14927-8", Lab.TRIGLYCERIDES.id, "memory"),  # moles per volume
    Row(LOINC, "2890-2", Lab.URINE_PROTEIN.id, "verified"),
    Row(LOINC, "2345-7", Lab.GLUCOSE.id, "verified"),
    Row(LOINC, "2339-0", Lab.GLUCOSE.id, "memory"),  # in blood
    Row(LOINC, "14749-6", Lab.GLUCOSE.id, "memory"),  # moles per volume
    Row(LOINC, "4548-4", Lab.HBA1C.id, "verified"),
    Row(LOINC, "2465-3", Lab.IGG.id, "verified"),
    Row(LOINC, "731-0", Lab.LYMPHOCYTES.id, "verified"),
    Row(LOINC, "26474-7", Lab.LYMPHOCYTES.id, "verified"),
    Row(LOINC, "8480-6", Examination.BLOOD_PRESSURE.id, "memory"),
)
"""No code for how far the spleen reaches below the ribs was found: our own system, or a name."""

MEASUREMENT_NAMES: dict[str, str] = {
    "creatinine": Lab.CREATININE.id,
    "kreatinin": Lab.CREATININE.id,
    "alt": Lab.ALT.id,
    "gpt": Lab.ALT.id,
    "alanine aminotransferase": Lab.ALT.id,
    "ast": Lab.AST.id,
    "got": Lab.AST.id,
    "aspartate aminotransferase": Lab.AST.id,
    "bilirubin": Lab.BILIRUBIN.id,
    "total bilirubin": Lab.BILIRUBIN.id,
    "bilirubin, total": Lab.BILIRUBIN.id,
    "cholesterol": Lab.CHOLESTEROL.id,
    "total cholesterol": Lab.CHOLESTEROL.id,
    "ldl": Lab.LDL.id,
    "ldl cholesterol": Lab.LDL.id,
    "hdl": Lab.HDL.id,
    "hdl cholesterol": Lab.HDL.id,
    "triglycerides": Lab.TRIGLYCERIDES.id,
    "urine protein/creatinine ratio": Lab.URINE_PROTEIN.id,
    "glucose": Lab.GLUCOSE.id,
    "hba1c": Lab.HBA1C.id,
    "hemoglobin a1c": Lab.HBA1C.id,
    "igg": Lab.IGG.id,
    "immunoglobulin g": Lab.IGG.id,
    "lymphocytes": Lab.LYMPHOCYTES.id,
    "lymphocyte count": Lab.LYMPHOCYTES.id,
    "systolic blood pressure": Examination.BLOOD_PRESSURE.id,
    "spleen below the costal margin": Examination.SPLEEN.id,
    "spleen below costal margin": Examination.SPLEEN.id,
    "spleen, cm below costal margin": Examination.SPLEEN.id,
}

CONDITIONS: tuple[Row, ...] = (
    Row(ICD_10_CM, "K75.4", Manifestation.HEPATITIS.id, "memory"),  # autoimmune
    Row(SNOMED, "408335007", Manifestation.HEPATITIS.id, "memory"),  # autoimmune
    Row(HPO, "HP:0000554", Manifestation.UVEITIS.id, "verified"),
    Row(SNOMED, "128473001", Manifestation.UVEITIS.id, "memory"),
    Row(HPO, "HP:0000099", Manifestation.NEPHRITIS.id, "verified"),
    Row(SNOMED, "36171008", Manifestation.NEPHRITIS.id, "memory"),
    Row(ICD_10_CM, "J84.9", Manifestation.LUNG.id, "memory"),
    Row(SNOMED, "233703007", Manifestation.LUNG.id, "memory"),
    Row(ICD_10_CM, "M25.551", Examination.HIPS.id, "memory"),
    Row(ICD_10_CM, "M25.552", Examination.HIPS.id, "memory"),
    Row(ICD_10_CM, "M25.559", Examination.HIPS.id, "memory"),
    Row(SNOMED, "49218002", Examination.HIPS.id, "memory"),
    Row(ICD_10_CM, "Z79.2", FollowUp.PROPHYLAXIS.id, "memory"),  # antibiotics for long
)

CONDITION_NAMES: dict[str, str] = {
    "autoimmune hepatitis": Manifestation.HEPATITIS.id,
    "uveitis": Manifestation.UVEITIS.id,
    "glomerulonephritis": Manifestation.NEPHRITIS.id,
    "interstitial lung disease": Manifestation.LUNG.id,
    "hip pain": Examination.HIPS.id,
}

_SURFACE_ANTIGEN, _CORE_ANTIBODY = (LOINC, "5196-1"), (LOINC, "13952-7")

FINDINGS: tuple[Row, ...] = (
    Row(*_SURFACE_ANTIGEN, Infection.HEPATITIS_B.id, "memory"),
    Row(*_CORE_ANTIBODY, Infection.HEPATITIS_B.id, "memory"),
)
FINDING_NAMES: dict[str, str] = {}
INVERTED: frozenset[str] = frozenset()
ONE_SIDED: frozenset[tuple[str, str]] = frozenset({_SURFACE_ANTIGEN, _CORE_ANTIBODY})
"""An infection that is over leaves the antibody, and a new one has only the antigen."""

PROCEDURES: tuple[Row, ...] = (
    Row(SNOMED, "36228007", Examination.EYES.id, "memory"),
    Row(CPT, "92014", Examination.EYES.id, "memory"),  # comprehensive
    Row(SNOMED, "300004007", Examination.BONES.id, "memory"),
    Row(CPT, "77080", Examination.BONES.id, "memory"),
)

PROCEDURE_NAMES: dict[str, tuple[str, ...]] = {
    "eye examination": (Examination.EYES.id,),
    "ophthalmic examination": (Examination.EYES.id,),
    "bone density": (Examination.BONES.id,),
    "bone density scan": (Examination.BONES.id,),
}
