"""What a record can say of the diagnosis of ALPS: tests, signs, causes and the family.

Plausible ranges are wide on purpose: they catch a wrong unit, not a sick child.
"""

from __future__ import annotations

from ferrata.guideline.events import Analyte, Sign
from ferrata.guideline.units import (
    L,
    between,
    g,
    mL,
    mol,
    one,
    per_uL,
    percent,
    pg,
)

_GENES = (
    *("FAS", "FASLG", "CASP10", "CASP8", "FADD", "NRAS", "KRAS", "CTLA4", "LRBA", "STAT3"),
    *("PIK3CD", "MAGT1", "PRKCD", "SH2D1A", "TPP2", "ADA2", "SOCS1", "NBEAL2"),
)

GERMLINE = {
    gene: Sign(f"variant-{gene.lower()}-germline", f"Pathogenic germline variant of {gene}")
    for gene in _GENES
}
SOMATIC = {
    gene: Sign(f"variant-{gene.lower()}-somatic", f"Pathogenic somatic variant of {gene}")
    for gene in _GENES
}
BIALLELIC_FAS = Sign("variant-fas-biallelic", "Pathogenic variants of both copies of FAS")


class Family:
    """What is known of relatives."""

    ALPS = Sign("family-alps", "A relative has ALPS or its variant")
    LYMPHOPROLIFERATION = Sign(
        "family-lymphoproliferation",
        "A relative has non-malignant, non-infectious lymphoproliferation",
    )


_SHARE = between(0, 100, percent)
_PROTEIN = between(0, 10_000_000, pg / mL)


class DiagnosticLab:
    """Tests of the diagnostic work-up. Double-negative T cells are CD3+ TCRαβ+ CD4- CD8-.

    A share of them means nothing without what it is a share of, so each denominator is an analyte
    of its own, and a share without one is kept and never compared.
    """

    DNT_LYMPHOCYTES = Analyte(
        "dnt-lymphocytes", "Double-negative T cells, of lymphocytes", percent, _SHARE
    )
    DNT_CD3 = Analyte("dnt-cd3", "Double-negative T cells, of CD3+ cells", percent, _SHARE)
    DNT_CD3_TCRAB = Analyte(
        "dnt-cd3-tcrab", "Double-negative T cells, of CD3+ TCRαβ+ cells", percent, _SHARE
    )
    DNT_UNSPECIFIED = Analyte(
        "dnt-unspecified", "Double-negative T cells, denominator not stated", percent, _SHARE
    )
    DNT_COUNT = Analyte(
        "dnt-count", "Double-negative T cells, absolute", per_uL, between(0, 100_000, per_uL)
    )
    MONOCYTES = Analyte("monocytes", "Monocyte count", per_uL, between(0, 200_000, per_uL))
    EOSINOPHILS = Analyte("eosinophils", "Eosinophil count", per_uL, between(0, 200_000, per_uL))
    # No molar masses: soluble ligands and cytokines are not reported in moles, and form oligomers.
    SOLUBLE_FASL = Analyte("soluble-fasl", "Soluble FAS ligand", pg / mL, _PROTEIN)
    IL_10 = Analyte("interleukin-10", "Interleukin 10", pg / mL, _PROTEIN)
    IL_18 = Analyte("interleukin-18", "Interleukin 18", pg / mL, _PROTEIN)
    # C63H88CoN14O14P: laboratories count all cobalamins as cyanocobalamin (fact base C7, 1.355).
    VITAMIN_B12 = Analyte(
        "vitamin-b12",
        "Vitamin B12",
        pg / mL,
        between(1, 1_000_000, pg / mL),
        molar_mass=1355.37 * (g / mol),
    )
    IGA = Analyte("iga", "Immunoglobulin A", g / L, between(0, 100, g / L))
    IGM = Analyte("igm", "Immunoglobulin M", g / L, between(0, 100, g / L))
    APOPTOSIS_ASSAYS = Analyte(
        "apoptosis-defective-assays",
        "Separate assays with defective lymphocyte apoptosis",
        one,
        between(0, 20, one),
    )


class DiagnosticSign:
    """Asserted or refuted in the diagnostic work-up."""

    LYMPHADENOPATHY_CHRONIC = Sign(
        "chronic-lymphadenopathy",
        "Lymphadenopathy for more than 6 months, non-malignant and non-infectious",
    )
    SPLENOMEGALY_CHRONIC = Sign(
        "chronic-splenomegaly",
        "Splenomegaly for more than 6 months, non-malignant and non-infectious",
    )
    SPLENOMEGALY = Sign("splenomegaly", "Splenomegaly")
    LYMPHADENOPATHY_THREE = Sign(
        "lymphadenopathy-three-nodes",
        "More than 3 enlarged nodes for more than 3 months, non-malignant and non-infectious",
    )
    APOPTOSIS_DEFECTIVE = Sign(
        "apoptosis-defective", "Defective lymphocyte apoptosis in at least one assay"
    )
    FAS_APOPTOSIS_DEFECTIVE = Sign("fas-apoptosis-defective", "Defective FAS-induced apoptosis")
    HISTOLOGY_TYPICAL = Sign(
        "typical-histology", "Histology typical of ALPS, by a hematopathologist"
    )
    IGG_ELEVATED = Sign("igg-elevated", "Polyclonal IgG above the laboratory's limit for age")
    AUTOIMMUNE_CYTOPENIA = Sign("autoimmune-cytopenia", "Autoimmune cytopenia")
    TWO_LINEAGES = Sign(
        "autoimmune-cytopenia-two-lineages", "Autoimmune cytopenia of two or more lineages"
    )
    HEMOLYTIC_ANEMIA = Sign("autoimmune-hemolytic-anemia", "Autoimmune hemolytic anemia")
    THROMBOCYTOPENIA = Sign("immune-thrombocytopenia", "Immune thrombocytopenia")
    NEUTROPENIA = Sign("autoimmune-neutropenia", "Autoimmune neutropenia")
    EVANS = Sign("evans-syndrome", "Evans syndrome")
    ANTIGLOBULIN = Sign("direct-antiglobulin-test", "Direct antiglobulin test positive")
    LYMPHOMA = Sign("lymphoma", "Lymphoma, now or in the past")
    MONOCYTOSIS = Sign("monocytosis", "Persistent monocytosis")
    GRAY_PLATELETS = Sign("gray-platelet-syndrome", "Gray platelet syndrome")
