"""Codes and names of conditions and procedures."""

from __future__ import annotations

from ferrata.alps.codes.systems import CPT, ICD_10_CM, ICD_10_PCS, MONDO, OMIM, ORPHA, SNOMED, Row
from ferrata.alps.concepts import Finding

CONDITIONS: tuple[Row, ...] = (
    Row(SNOMED, "702444009", Finding.ALPS.id, "verified"),
    Row(ICD_10_CM, "D89.82", Finding.ALPS.id, "verified"),
    Row(MONDO, "MONDO:0017979", Finding.ALPS.id, "verified"),
    Row(ORPHA, "3261", Finding.ALPS.id, "verified"),
    Row(OMIM, "601859", Finding.ALPS.id, "verified"),
    Row(SNOMED, "58381000", Finding.HYPERSPLENISM.id, "verified"),
    Row(ICD_10_CM, "D73.1", Finding.HYPERSPLENISM.id, "verified"),
    Row(SNOMED, "707147002", Finding.ASPLENIA.id, "verified"),
    Row(ICD_10_CM, "Z90.81", Finding.ASPLENIA.id, "verified"),
    Row(ICD_10_CM, "Q89.01", Finding.ASPLENIA.id, "memory"),  # congenital
    Row(SNOMED, "386661006", Finding.FEVER.id, "memory"),
)

PROCEDURES: tuple[Row, ...] = (
    Row(SNOMED, "234319005", Finding.ASPLENIA.id, "verified"),  # splenectomy
    Row(CPT, "38100", Finding.ASPLENIA.id, "memory"),  # total splenectomy
    Row(CPT, "38120", Finding.ASPLENIA.id, "memory"),  # laparoscopic
    Row(ICD_10_PCS, "07TP0ZZ", Finding.ASPLENIA.id, "memory"),
    Row(ICD_10_PCS, "07TP4ZZ", Finding.ASPLENIA.id, "memory"),
    Row(SNOMED, "116859006", Finding.TRANSFUSION.id, "verified"),  # of a blood product
    Row(SNOMED, "116863004", Finding.TRANSFUSION.id, "verified"),  # of red cells
    Row(SNOMED, "12719002", Finding.TRANSFUSION.id, "verified"),  # of platelets
    Row(CPT, "36430", Finding.TRANSFUSION.id, "memory"),
)

CONDITION_NAMES: dict[str, str] = {
    "alps": Finding.ALPS.id,
    "autoimmune lymphoproliferative syndrome": Finding.ALPS.id,
    "hypersplenism": Finding.HYPERSPLENISM.id,
    "asplenia": Finding.ASPLENIA.id,
}

PROCEDURE_NAMES: dict[str, str] = {
    "splenectomy": Finding.ASPLENIA.id,
    "total splenectomy": Finding.ASPLENIA.id,
    "red cell transfusion": Finding.TRANSFUSION.id,
    "red blood cell transfusion": Finding.TRANSFUSION.id,
    "platelet transfusion": Finding.TRANSFUSION.id,
}
