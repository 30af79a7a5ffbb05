"""Codes and names of conditions and procedures."""

from __future__ import annotations

from ferrata.alps.care.concepts import Procedure, Transfusion
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
    Row(SNOMED, "116863004", Transfusion.RED_CELLS.id, "verified"),
    Row(SNOMED, "12719002", Finding.TRANSFUSION.id, "verified"),  # of platelets
    Row(SNOMED, "12719002", Transfusion.PLATELETS.id, "verified"),
    Row(CPT, "36430", Finding.TRANSFUSION.id, "memory"),
    Row(SNOMED, "21911005", Procedure.LYMPH_NODE_BIOPSY.id, "memory"),
    Row(CPT, "38500", Procedure.LYMPH_NODE_BIOPSY.id, "memory"),  # open, superficial
    Row(CPT, "38505", Procedure.LYMPH_NODE_BIOPSY.id, "memory"),  # by needle
    Row(CPT, "38510", Procedure.LYMPH_NODE_BIOPSY.id, "memory"),  # open, deep cervical
    Row(SNOMED, "49401003", Procedure.BONE_MARROW_EXAMINATION.id, "verified"),  # aspiration
    Row(SNOMED, "234326005", Procedure.BONE_MARROW_EXAMINATION.id, "memory"),  # sampling
    Row(CPT, "38220", Procedure.BONE_MARROW_EXAMINATION.id, "memory"),  # aspiration
    Row(CPT, "38221", Procedure.BONE_MARROW_EXAMINATION.id, "memory"),  # biopsy
    Row(CPT, "38222", Procedure.BONE_MARROW_EXAMINATION.id, "memory"),  # both
    Row(SNOMED, "234336002", Procedure.TRANSPLANTED.id, "verified"),  # stem cells
    Row(SNOMED, "23719005", Procedure.TRANSPLANTED.id, "verified"),  # bone marrow
    Row(CPT, "38240", Procedure.TRANSPLANTED.id, "memory"),  # allogeneic
    Row(CPT, "38241", Procedure.TRANSPLANTED.id, "memory"),  # autologous
)
"""A procedure may say several things: a transfusion of red cells is also a transfusion."""

CONDITION_NAMES: dict[str, str] = {
    "alps": Finding.ALPS.id,
    "autoimmune lymphoproliferative syndrome": Finding.ALPS.id,
    "hypersplenism": Finding.HYPERSPLENISM.id,
    "asplenia": Finding.ASPLENIA.id,
}

_RED_CELLS = (Finding.TRANSFUSION.id, Transfusion.RED_CELLS.id)

PROCEDURE_NAMES: dict[str, tuple[str, ...]] = {
    "splenectomy": (Finding.ASPLENIA.id,),
    "total splenectomy": (Finding.ASPLENIA.id,),
    "transfusion": (Finding.TRANSFUSION.id,),
    "red cell transfusion": _RED_CELLS,
    "red blood cell transfusion": _RED_CELLS,
    "transfusion of red cells": _RED_CELLS,
    "platelet transfusion": (Finding.TRANSFUSION.id, Transfusion.PLATELETS.id),
    "transfusion of platelets": (Finding.TRANSFUSION.id, Transfusion.PLATELETS.id),
    "lymph node biopsy": (Procedure.LYMPH_NODE_BIOPSY.id,),
    "biopsy of lymph node": (Procedure.LYMPH_NODE_BIOPSY.id,),
    "bone marrow examination": (Procedure.BONE_MARROW_EXAMINATION.id,),
    "bone marrow aspiration": (Procedure.BONE_MARROW_EXAMINATION.id,),
    "bone marrow biopsy": (Procedure.BONE_MARROW_EXAMINATION.id,),
    "hematopoietic stem cell transplantation": (Procedure.TRANSPLANTED.id,),
    "bone marrow transplantation": (Procedure.TRANSPLANTED.id,),
}
