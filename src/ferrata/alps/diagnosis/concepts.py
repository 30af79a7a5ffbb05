"""What a record can say of the causes of lymphoproliferation: variants and the family."""

from __future__ import annotations

from ferrata.guideline.events import Sign

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
