"""How values are read before criteria are: what falsifies them, limits for age, kinds of signs."""

from __future__ import annotations

from ferrata.alps.care.concepts import Laboratory, Procedure
from ferrata.alps.concepts import Drug, Finding
from ferrata.alps.diagnosis.concepts import BIALLELIC_FAS, GERMLINE, DiagnosticLab, DiagnosticSign
from ferrata.alps.diagnosis.workup import IGG_FOR_AGE, LYMPHOCYTES_FOR_AGE
from ferrata.alps.sources import warrant
from ferrata.guideline.assessment import FalsifiedBy, Falsifies, ForAge, Implied, Nested, Tally
from ferrata.guideline.units import L, day, g, per_uL

_CELLS = (
    DiagnosticLab.DNT_LYMPHOCYTES,
    DiagnosticLab.DNT_CD3,
    DiagnosticLab.DNT_CD3_TCRAB,
)
_BIOMARKERS = (
    DiagnosticLab.VITAMIN_B12,
    DiagnosticLab.SOLUBLE_FASL,
    DiagnosticLab.IL_10,
    DiagnosticLab.IL_18,
)
_SPLEEN = (DiagnosticSign.SPLENOMEGALY_CHRONIC, DiagnosticSign.SPLENOMEGALY)

FALSIFIED = (
    FalsifiedBy(
        id="on-sirolimus",
        title="sirolimus normalizes it",
        concepts=(
            *_CELLS,
            *_BIOMARKERS,
            *_SPLEEN,
            DiagnosticSign.LYMPHADENOPATHY_CHRONIC,
            DiagnosticSign.LYMPHADENOPATHY_THREE,
        ),
        how=Falsifies.LOWERS,
        treatments=(Drug.SIROLIMUS,),
        lasts=90 * day,
        warrant=warrant("M12", "R34", "A161"),
    ),
    FalsifiedBy(
        id="on-steroids",
        title="corticosteroids and cytotoxic drugs lower it",
        concepts=(*_CELLS, *_BIOMARKERS, Laboratory.LYMPHOCYTES),
        how=Falsifies.LOWERS,
        treatments=(
            Drug.PREDNISONE,
            Drug.METHYLPREDNISOLONE,
            Drug.CYCLOPHOSPHAMIDE,
            Drug.PENTOSTATIN,
            Drug.METHOTREXATE,
            Drug.MERCAPTOPURINE,
            Drug.AZATHIOPRINE,
        ),
        lasts=30 * day,
        warrant=warrant("A161", "M10"),
    ),
    FalsifiedBy(
        id="after-immunoglobulin",
        title="infused immunoglobulin raises it",
        concepts=(Laboratory.IGG, DiagnosticSign.IGG_ELEVATED),
        how=Falsifies.RAISES,
        treatments=(Drug.IMMUNOGLOBULIN,),
        lasts=90 * day,
        warrant=warrant("A162"),
    ),
    FalsifiedBy(
        id="after-rituximab",
        title="rituximab lowers it for years",
        concepts=(Laboratory.IGG, DiagnosticSign.IGG_ELEVATED),
        how=Falsifies.LOWERS,
        treatments=(Drug.RITUXIMAB,),
        warrant=warrant("R38", "A162"),
    ),
    FalsifiedBy(
        id="without-spleen",
        title="the spleen was removed",
        concepts=_SPLEEN,
        how=Falsifies.LOWERS,
        after=(Finding.ASPLENIA,),
        warrant=warrant("A160", "A163"),
    ),
    FalsifiedBy(
        id="after-transplantation",
        title="the blood is the donor's",
        concepts=(*_CELLS, *_BIOMARKERS, Laboratory.LYMPHOCYTES, Laboratory.IGG),
        how=Falsifies.REPLACES,
        after=(Procedure.TRANSPLANTED,),
        warrant=warrant("A163"),
    ),
)

_YEAR = 365 * day

FOR_AGE = (
    ForAge(
        id="lymphocytes-for-age",
        title="Lymphocytes by the lower limit for age, with the double-negative T cells",
        analyte=Laboratory.LYMPHOCYTES,
        into=LYMPHOCYTES_FOR_AGE,
        birth=Finding.BIRTH,
        limits=(
            (0 * day, 3000 * per_uL),
            (730 * day, 1500 * per_uL),
            (6574 * day, 1000 * per_uL),
        ),
        near=_CELLS,
        apart=30 * day,
        warrant=warrant("A164"),
    ),
    ForAge(
        id="igg-for-age",
        title="IgG by the upper limit for age",
        analyte=Laboratory.IGG,
        into=IGG_FOR_AGE,
        birth=Finding.BIRTH,
        limits=(
            (0 * day, 9.1 * g / L),
            (730 * day, 12.4 * g / L),
            (1826 * day, 14.2 * g / L),
            (3287 * day, 16 * g / L),
        ),
        said=DiagnosticSign.IGG_ELEVATED,
        warrant=warrant("A165"),
    ),
)

IMPLIED = (
    Implied(
        id="kinds-of-cytopenia",
        sign=DiagnosticSign.AUTOIMMUNE_CYTOPENIA,
        by=(
            DiagnosticSign.HEMOLYTIC_ANEMIA,
            DiagnosticSign.THROMBOCYTOPENIA,
            DiagnosticSign.NEUTROPENIA,
            DiagnosticSign.TWO_LINEAGES,
        ),
        warrant=warrant("E003"),
    ),
    Implied(
        id="kinds-of-two-lineages",
        sign=DiagnosticSign.TWO_LINEAGES,
        by=(DiagnosticSign.EVANS,),
        warrant=warrant("A166"),
    ),
    Implied(
        id="kinds-of-splenomegaly",
        sign=DiagnosticSign.SPLENOMEGALY,
        by=(DiagnosticSign.SPLENOMEGALY_CHRONIC,),
        warrant=warrant("E001"),
    ),
    Implied(
        id="kinds-of-defective-apoptosis",
        sign=DiagnosticSign.APOPTOSIS_DEFECTIVE,
        by=(DiagnosticSign.FAS_APOPTOSIS_DEFECTIVE,),
        warrant=warrant("E008"),
    ),
    Implied(
        id="kinds-of-fas-variant",
        sign=GERMLINE["FAS"],
        by=(BIALLELIC_FAS,),
        warrant=warrant("E014"),
    ),
)

TALLIES = (
    Tally(
        id="apoptosis-assays",
        sign=DiagnosticSign.APOPTOSIS_DEFECTIVE,
        analyte=DiagnosticLab.APOPTOSIS_ASSAYS,
        warrant=warrant("E002"),
    ),
)

NESTED = (Nested(id="denominators", shares=_CELLS, warrant=warrant("A168", "A169")),)
