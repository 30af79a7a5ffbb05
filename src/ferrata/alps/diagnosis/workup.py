"""What one needs to know to diagnose ALPS, and how a record says it: ever, not latest."""

from __future__ import annotations

from ferrata.alps.care.concepts import Laboratory
from ferrata.alps.concepts import Answered, LymphomaGate
from ferrata.alps.concepts import Finding as Sign
from ferrata.alps.diagnosis.concepts import (
    BIALLELIC_FAS,
    GERMLINE,
    SOMATIC,
    DiagnosticLab,
    DiagnosticSign,
    Family,
)
from ferrata.alps.sources import assumed
from ferrata.guideline.conditions import Operator, any_of
from ferrata.guideline.derivations import (
    DaysSince,
    EverAsserted,
    Holds,
    Stated,
    days_with,
    ever,
    highest,
    within,
)
from ferrata.guideline.events import Analyte
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.units import L, between, day, g, mL, one, per_uL, percent, pg
from ferrata.guideline.vocabularies import CaseFeatures

_MULTIPLE = between(0, 1_000_000, one)

LYMPHOCYTES_FOR_AGE = Analyte(
    "lymphocytes-for-age", "Lymphocyte count, multiple of the lower limit for age", one, _MULTIPLE
)
IGG_FOR_AGE = Analyte("igg-for-age", "IgG, multiple of the upper limit for age", one, _MULTIPLE)


class Workup(CaseFeatures):
    """One row per patient."""

    age = Measurement("Age", day, between(0, 45_000, day), DaysSince(Sign.BIRTH))

    lymphadenopathy_chronic = Finding(
        "Chronic lymphadenopathy",
        EverAsserted(DiagnosticSign.LYMPHADENOPATHY_CHRONIC),
    )
    splenomegaly_chronic = Finding(
        "Chronic splenomegaly",
        EverAsserted(DiagnosticSign.SPLENOMEGALY_CHRONIC),
    )
    splenomegaly = Finding("Splenomegaly", EverAsserted(DiagnosticSign.SPLENOMEGALY))
    lymphadenopathy_three = Finding(
        DiagnosticSign.LYMPHADENOPATHY_THREE.label,
        EverAsserted(DiagnosticSign.LYMPHADENOPATHY_THREE),
    )

    dnt_lymphocytes = Measurement(
        DiagnosticLab.DNT_LYMPHOCYTES.label,
        percent,
        DiagnosticLab.DNT_LYMPHOCYTES.plausible,
        highest(DiagnosticLab.DNT_LYMPHOCYTES, ever()),
    )
    dnt_cd3 = Measurement(
        DiagnosticLab.DNT_CD3.label,
        percent,
        DiagnosticLab.DNT_CD3.plausible,
        highest(DiagnosticLab.DNT_CD3, ever()),
    )
    dnt_cd3_tcrab = Measurement(
        DiagnosticLab.DNT_CD3_TCRAB.label,
        percent,
        DiagnosticLab.DNT_CD3_TCRAB.plausible,
        highest(DiagnosticLab.DNT_CD3_TCRAB, ever()),
    )
    lymphocytes = Measurement(
        "Lymphocyte count of then, times the lower limit for age",
        one,
        _MULTIPLE,
        highest(LYMPHOCYTES_FOR_AGE, ever()),
    )
    dnt_raised = Finding(
        "Double-negative T cells raised",
        Holds(any_of(dnt_lymphocytes >= 1.5 * percent, dnt_cd3 >= 2.5 * percent)),
    )

    soluble_fasl = Measurement(
        "Soluble FAS ligand",
        pg / mL,
        DiagnosticLab.SOLUBLE_FASL.plausible,
        highest(DiagnosticLab.SOLUBLE_FASL, ever()),
    )
    il_10 = Measurement(
        "Interleukin 10",
        pg / mL,
        DiagnosticLab.IL_10.plausible,
        highest(DiagnosticLab.IL_10, ever()),
    )
    il_18 = Measurement(
        "Interleukin 18",
        pg / mL,
        DiagnosticLab.IL_18.plausible,
        highest(DiagnosticLab.IL_18, ever()),
    )
    vitamin_b12 = Measurement(
        "Vitamin B12",
        pg / mL,
        DiagnosticLab.VITAMIN_B12.plausible,
        highest(DiagnosticLab.VITAMIN_B12, ever()),
    )
    igg = Measurement(
        "IgG, times the upper limit for age", one, _MULTIPLE, highest(IGG_FOR_AGE, ever())
    )
    igg_measured = Measurement(
        "Immunoglobulin G", g / L, Laboratory.IGG.plausible, highest(Laboratory.IGG, ever())
    )
    monocytosis_days = Measurement(
        "Days with monocytes above 1,000/µL",
        one,
        between(0, 50_000, one),
        days_with(DiagnosticLab.MONOCYTES, Operator.GT, 1000 * per_uL, ever()),
    )
    monocytosis = Finding(
        DiagnosticSign.MONOCYTOSIS.label, EverAsserted(DiagnosticSign.MONOCYTOSIS)
    )

    apoptosis_assays = Measurement(
        DiagnosticLab.APOPTOSIS_ASSAYS.label,
        one,
        DiagnosticLab.APOPTOSIS_ASSAYS.plausible,
        highest(DiagnosticLab.APOPTOSIS_ASSAYS, ever()),
    )
    apoptosis_twice = Finding(
        "Lymphocyte apoptosis defective in 2 separate assays", Holds(apoptosis_assays >= 2 * one)
    )
    apoptosis_defective = Finding(
        DiagnosticSign.APOPTOSIS_DEFECTIVE.label, EverAsserted(DiagnosticSign.APOPTOSIS_DEFECTIVE)
    )
    fas_apoptosis_defective = Finding(
        DiagnosticSign.FAS_APOPTOSIS_DEFECTIVE.label,
        EverAsserted(DiagnosticSign.FAS_APOPTOSIS_DEFECTIVE),
    )
    histology_typical = Finding(
        DiagnosticSign.HISTOLOGY_TYPICAL.label, EverAsserted(DiagnosticSign.HISTOLOGY_TYPICAL)
    )

    autoimmune_cytopenia = Finding(
        "Autoimmune cytopenia", EverAsserted(DiagnosticSign.AUTOIMMUNE_CYTOPENIA)
    )
    two_lineages = Finding(
        DiagnosticSign.TWO_LINEAGES.label, EverAsserted(DiagnosticSign.TWO_LINEAGES)
    )
    hemolytic_anemia = Finding(
        "Autoimmune hemolytic anemia", EverAsserted(DiagnosticSign.HEMOLYTIC_ANEMIA)
    )
    thrombocytopenia = Finding(
        "Immune thrombocytopenia", EverAsserted(DiagnosticSign.THROMBOCYTOPENIA)
    )
    neutropenia = Finding("Autoimmune neutropenia", EverAsserted(DiagnosticSign.NEUTROPENIA))
    evans = Finding("Evans syndrome", EverAsserted(DiagnosticSign.EVANS))
    lymphoma = Finding("Lymphoma, now or in the past", EverAsserted(DiagnosticSign.LYMPHOMA))
    lymphoma_gate = Choice(
        "Lymphoma gate", LymphomaGate, Stated(Answered.LYMPHOMA_GATE, within(30 * day))
    )

    family_alps = Finding(Family.ALPS.label, EverAsserted(Family.ALPS))
    family_alps_on_record = Finding(
        f"{Family.ALPS.label}, by what the record names",
        EverAsserted(Family.ALPS, assumed["A137"]),
    )
    family_lymphoproliferation = Finding(
        Family.LYMPHOPROLIFERATION.label, EverAsserted(Family.LYMPHOPROLIFERATION)
    )

    fas_germline = Finding(GERMLINE["FAS"].label, EverAsserted(GERMLINE["FAS"]))
    fas_somatic = Finding(SOMATIC["FAS"].label, EverAsserted(SOMATIC["FAS"]))
    fas_biallelic = Finding(BIALLELIC_FAS.label, EverAsserted(BIALLELIC_FAS))
    faslg_germline = Finding(GERMLINE["FASLG"].label, EverAsserted(GERMLINE["FASLG"]))
    casp10_germline = Finding(GERMLINE["CASP10"].label, EverAsserted(GERMLINE["CASP10"]))
    faslg_somatic = Finding(SOMATIC["FASLG"].label, EverAsserted(SOMATIC["FASLG"], assumed["A173"]))
    casp10_somatic = Finding(
        SOMATIC["CASP10"].label, EverAsserted(SOMATIC["CASP10"], assumed["A173"])
    )
    fadd = Finding(GERMLINE["FADD"].label, EverAsserted(GERMLINE["FADD"]))
    casp8 = Finding(GERMLINE["CASP8"].label, EverAsserted(GERMLINE["CASP8"]))
    nras = Finding(SOMATIC["NRAS"].label, EverAsserted(SOMATIC["NRAS"]))
    kras = Finding(SOMATIC["KRAS"].label, EverAsserted(SOMATIC["KRAS"]))
    sh2d1a = Finding(GERMLINE["SH2D1A"].label, EverAsserted(GERMLINE["SH2D1A"]))
    prkcd = Finding(GERMLINE["PRKCD"].label, EverAsserted(GERMLINE["PRKCD"]))
    ctla4 = Finding(GERMLINE["CTLA4"].label, EverAsserted(GERMLINE["CTLA4"]))
    lrba = Finding(GERMLINE["LRBA"].label, EverAsserted(GERMLINE["LRBA"]))
    stat3 = Finding(GERMLINE["STAT3"].label, EverAsserted(GERMLINE["STAT3"]))
    pik3cd = Finding(GERMLINE["PIK3CD"].label, EverAsserted(GERMLINE["PIK3CD"]))
    magt1 = Finding(GERMLINE["MAGT1"].label, EverAsserted(GERMLINE["MAGT1"]))
    tpp2 = Finding(GERMLINE["TPP2"].label, EverAsserted(GERMLINE["TPP2"]))
    ada2 = Finding(GERMLINE["ADA2"].label, EverAsserted(GERMLINE["ADA2"]))
    socs1 = Finding(GERMLINE["SOCS1"].label, EverAsserted(GERMLINE["SOCS1"]))
    nbeal2 = Finding(GERMLINE["NBEAL2"].label, EverAsserted(GERMLINE["NBEAL2"]))
    gray_platelets = Finding(
        DiagnosticSign.GRAY_PLATELETS.label, EverAsserted(DiagnosticSign.GRAY_PLATELETS)
    )
