"""Codes and names of what the diagnosis rests on.

Laboratories report double-negative T cells as a share of lymphocytes, of CD3+ cells or of CD3+
TCRαβ+ cells. Only the last has a code that was found; the others are told by names that say the
denominator, and a name that does not say it is a share of something unknown.
"""

from __future__ import annotations

from ferrata.alps.codes.systems import HPO, ICD_10_CM, LOINC, MONDO, OMIM, ORPHA, SNOMED, Row
from ferrata.alps.diagnosis.concepts import DiagnosticLab as Lab
from ferrata.alps.diagnosis.concepts import DiagnosticSign as Sign

MEASUREMENTS: tuple[Row, ...] = (
    Row(LOINC, "80699-2", Lab.DNT_CD3_TCRAB.id, "verified"),
    Row(LOINC, "742-7", Lab.MONOCYTES.id, "verified"),
    Row(LOINC, "26484-6", Lab.MONOCYTES.id, "memory"),  # any method
    Row(LOINC, "711-2", Lab.EOSINOPHILS.id, "verified"),
    Row(LOINC, "26449-9", Lab.EOSINOPHILS.id, "memory"),  # any method
    Row(LOINC, "26848-2", Lab.IL_10.id, "verified"),
    Row(LOINC, "2132-9", Lab.VITAMIN_B12.id, "verified"),
    Row(LOINC, "14685-2", Lab.VITAMIN_B12.id, "memory"),  # moles per volume
    Row(LOINC, "2458-8", Lab.IGA.id, "verified"),
    Row(LOINC, "2472-9", Lab.IGM.id, "verified"),
)

_CELLS = ("dnt", "dn t cells", "dnts", "double-negative t cells", "double negative t cells")

MEASUREMENT_NAMES: dict[str, str] = {
    **{
        f"{cells}{joint}{whole}": analyte.id
        for cells in _CELLS
        for joint in (", of ", " of ", "/")
        for whole, analyte in {
            "lymphocytes": Lab.DNT_LYMPHOCYTES,
            "total lymphocytes": Lab.DNT_LYMPHOCYTES,
            "all lymphocytes": Lab.DNT_LYMPHOCYTES,
            "cd3+": Lab.DNT_CD3,
            "cd3+ cells": Lab.DNT_CD3,
            "cd3+ t cells": Lab.DNT_CD3,
            "cd3+ lymphocytes": Lab.DNT_CD3,
            "cd3+ tcrαβ+ cells": Lab.DNT_CD3_TCRAB,
            "cd3+ tcrab+ cells": Lab.DNT_CD3_TCRAB,
            "tcrαβ+ t cells": Lab.DNT_CD3_TCRAB,
            "tcrab+ t cells": Lab.DNT_CD3_TCRAB,
        }.items()
    },
    **{f"{cells}, absolute": Lab.DNT_COUNT.id for cells in _CELLS},
    **{f"{cells} absolute": Lab.DNT_COUNT.id for cells in _CELLS},
    **dict.fromkeys(_CELLS, Lab.DNT_UNSPECIFIED.id),
    "monocytes": Lab.MONOCYTES.id,
    "monocyte count": Lab.MONOCYTES.id,
    "eosinophils": Lab.EOSINOPHILS.id,
    "eosinophil count": Lab.EOSINOPHILS.id,
    "soluble fas ligand": Lab.SOLUBLE_FASL.id,
    "soluble fasl": Lab.SOLUBLE_FASL.id,
    "sfasl": Lab.SOLUBLE_FASL.id,
    "interleukin 10": Lab.IL_10.id,
    "interleukin-10": Lab.IL_10.id,
    "il-10": Lab.IL_10.id,
    "interleukin 18": Lab.IL_18.id,
    "interleukin-18": Lab.IL_18.id,
    "il-18": Lab.IL_18.id,
    "vitamin b12": Lab.VITAMIN_B12.id,
    "cobalamin": Lab.VITAMIN_B12.id,
    "iga": Lab.IGA.id,
    "immunoglobulin a": Lab.IGA.id,
    "igm": Lab.IGM.id,
    "immunoglobulin m": Lab.IGM.id,
}

# Lymphomas: C81 to C86 with their subtypes and sites, and a history of one.
_LYMPHOMAS = (
    *(
        f"C{group}.{subtype}{site}"
        for group, subtypes in {
            81: "0123479",
            82: "012345689",
            83: "0135789",
            84: "014679AZ",
            85: "1289",
        }.items()
        for subtype in subtypes
        for site in ("", *"0123456789")
    ),
    *(f"C86.{subtype}" for subtype in "0123456"),
    "Z85.71",
    "Z85.72",
)

CONDITIONS: tuple[Row, ...] = (
    Row(SNOMED, "16294009", Sign.SPLENOMEGALY.id, "verified"),
    Row(ICD_10_CM, "R16.1", Sign.SPLENOMEGALY.id, "verified"),
    Row(ICD_10_CM, "R16.2", Sign.SPLENOMEGALY.id, "verified"),  # with hepatomegaly
    Row(HPO, "HP:0001744", Sign.SPLENOMEGALY.id, "verified"),
    Row(HPO, "HP:0001433", Sign.SPLENOMEGALY.id, "verified"),  # with hepatomegaly
    Row(SNOMED, "413603009", Sign.HEMOLYTIC_ANEMIA.id, "verified"),
    Row(SNOMED, "3978000", Sign.HEMOLYTIC_ANEMIA.id, "verified"),  # warm
    Row(ICD_10_CM, "D59.10", Sign.HEMOLYTIC_ANEMIA.id, "verified"),
    Row(ICD_10_CM, "D59.11", Sign.HEMOLYTIC_ANEMIA.id, "verified"),  # warm
    Row(ICD_10_CM, "D59.12", Sign.HEMOLYTIC_ANEMIA.id, "memory"),  # cold
    Row(ICD_10_CM, "D59.13", Sign.HEMOLYTIC_ANEMIA.id, "memory"),  # mixed
    Row(ICD_10_CM, "D59.19", Sign.HEMOLYTIC_ANEMIA.id, "memory"),  # other
    Row(MONDO, "MONDO:0020108", Sign.HEMOLYTIC_ANEMIA.id, "verified"),
    Row(HPO, "HP:0001890", Sign.HEMOLYTIC_ANEMIA.id, "verified"),
    Row(SNOMED, "32273002", Sign.THROMBOCYTOPENIA.id, "verified"),
    Row(SNOMED, "2897005", Sign.THROMBOCYTOPENIA.id, "verified"),
    Row(ICD_10_CM, "D69.3", Sign.THROMBOCYTOPENIA.id, "verified"),
    Row(MONDO, "MONDO:0008558", Sign.THROMBOCYTOPENIA.id, "verified"),
    Row(HPO, "HP:0001973", Sign.THROMBOCYTOPENIA.id, "verified"),
    Row(HPO, "HP:0001904", Sign.NEUTROPENIA.id, "verified"),  # with antibodies
    Row(SNOMED, "75331009", Sign.EVANS.id, "verified"),
    Row(ICD_10_CM, "D69.41", Sign.EVANS.id, "verified"),
    Row(MONDO, "MONDO:0016030", Sign.EVANS.id, "verified"),
    Row(ORPHA, "1959", Sign.EVANS.id, "verified"),
    Row(HPO, "HP:0032366", Sign.ANTIGLOBULIN.id, "verified"),
    Row(HPO, "HP:0002731", Sign.APOPTOSIS_DEFECTIVE.id, "verified"),
    Row(HPO, "HP:0033278", Sign.FAS_APOPTOSIS_DEFECTIVE.id, "verified"),
    Row(HPO, "HP:0032288", Sign.IGG_ELEVATED.id, "verified"),
    *(Row(ICD_10_CM, code, Sign.LYMPHOMA.id, "memory") for code in _LYMPHOMAS),
    Row(MONDO, "MONDO:0004952", Sign.LYMPHOMA.id, "verified"),  # Hodgkin
    Row(HPO, "HP:0012189", Sign.LYMPHOMA.id, "verified"),  # Hodgkin
    Row(HPO, "HP:0012539", Sign.LYMPHOMA.id, "verified"),  # non-Hodgkin
    Row(HPO, "HP:0012191", Sign.LYMPHOMA.id, "verified"),  # of B cells
    Row(SNOMED, "51720005", Sign.GRAY_PLATELETS.id, "verified"),
    Row(MONDO, "MONDO:0007686", Sign.GRAY_PLATELETS.id, "verified"),
    Row(ORPHA, "721", Sign.GRAY_PLATELETS.id, "verified"),
    Row(OMIM, "139090", Sign.GRAY_PLATELETS.id, "verified"),
)

CONDITION_NAMES: dict[str, str] = {
    "splenomegaly": Sign.SPLENOMEGALY.id,
    "autoimmune hemolytic anemia": Sign.HEMOLYTIC_ANEMIA.id,
    "immune thrombocytopenia": Sign.THROMBOCYTOPENIA.id,
    "autoimmune neutropenia": Sign.NEUTROPENIA.id,
    "evans syndrome": Sign.EVANS.id,
    "hodgkin lymphoma": Sign.LYMPHOMA.id,
    "non-hodgkin lymphoma": Sign.LYMPHOMA.id,
    "lymphoma": Sign.LYMPHOMA.id,
    "gray platelet syndrome": Sign.GRAY_PLATELETS.id,
}

_IGG, _COMPLEMENT = (LOINC, "1006-6"), (LOINC, "1004-1")

FINDINGS: tuple[Row, ...] = (
    Row(LOINC, "1007-4", Sign.ANTIGLOBULIN.id, "verified"),  # polyspecific
    Row(*_IGG, Sign.ANTIGLOBULIN.id, "verified"),
    Row(*_COMPLEMENT, Sign.ANTIGLOBULIN.id, "verified"),
)

FINDING_NAMES: dict[str, str] = {
    "dat": Sign.ANTIGLOBULIN.id,
    "direct antiglobulin test": Sign.ANTIGLOBULIN.id,
    "direct coombs test": Sign.ANTIGLOBULIN.id,
}

INVERTED: frozenset[str] = frozenset()

ONE_SIDED: frozenset[tuple[str, str]] = frozenset({_IGG, _COMPLEMENT})
"""Without immunoglobulin G there may be complement on the cells, and the other way round."""
