"""Codes and names of genes, and of the lines of a report on a variant.

The codes of the lines and their answers stand, with their names, in published examples of HL7's
Genomics Reporting guide.
"""

from __future__ import annotations

from ferrata.alps.codes.systems import HGNC, LOINC, PHASE, SNOMED, Row

VARIANT: frozenset[tuple[str, str]] = frozenset({(LOINC, "69548-6")})
"""A report on one variant: genetic variant assessment."""

PHASE_OF_TWO: frozenset[tuple[str, str]] = frozenset({(LOINC, "82120-7")})
"""Whether two variants lie on one copy of the gene: allelic phase."""

PARTS: tuple[Row, ...] = (
    Row(LOINC, "48018-6", "gene", "verified"),
    Row(LOINC, "48004-6", "hgvs", "verified"),  # change of the coding DNA
    Row(LOINC, "48005-3", "protein", "verified"),
    Row(LOINC, "53034-5", "zygosity", "verified"),
    Row(LOINC, "48002-0", "origin", "verified"),
    Row(LOINC, "53037-8", "significance", "verified"),
)
"""The lines of a report that are understood."""

PART_ANSWERS: dict[str, tuple[Row, ...]] = {
    "found": (
        Row(LOINC, "LA9633-4", "yes", "verified"),  # present
        Row(LOINC, "LA9634-2", "no", "verified"),  # absent
        Row(SNOMED, "10828004", "yes", "verified"),  # positive
        Row(SNOMED, "260385009", "no", "verified"),  # negative
        Row(SNOMED, "260373001", "yes", "verified"),  # detected
        Row(SNOMED, "260415000", "no", "verified"),  # not detected
    ),
    "zygosity": (
        Row(LOINC, "LA6705-3", "homozygous", "verified"),
        Row(LOINC, "LA6706-1", "heterozygous", "verified"),
        Row(LOINC, "LA6707-9", "hemizygous", "verified"),
    ),
    "origin": (
        Row(LOINC, "LA6683-2", "germline", "verified"),
        Row(LOINC, "LA6684-0", "somatic", "verified"),
    ),
    "significance": (
        Row(LOINC, "LA6668-3", "pathogenic", "verified"),
        Row(LOINC, "LA26332-9", "likely-pathogenic", "verified"),
        Row(LOINC, "LA26333-7", "uncertain", "verified"),
        Row(LOINC, "LA26334-5", "likely-benign", "verified"),
        Row(LOINC, "LA6675-8", "benign", "verified"),
    ),
    "phase": (
        Row(PHASE, "Cis", "cis", "memory"),
        Row(PHASE, "Trans", "trans", "memory"),
    ),
}

PART_WORDS: dict[str, dict[str, str]] = {
    "found": {
        **dict.fromkeys(("present", "positive", "detected", "found", "yes", "true"), "yes"),
        **dict.fromkeys(("absent", "negative", "not detected", "not found", "no", "false"), "no"),
    },
    "zygosity": {
        "homozygous": "homozygous",
        "heterozygous": "heterozygous",
        "hemizygous": "hemizygous",
    },
    "origin": {"germline": "germline", "somatic": "somatic"},
    "significance": {
        "pathogenic": "pathogenic",
        "class 5": "pathogenic",
        "likely pathogenic": "likely-pathogenic",
        "likely-pathogenic": "likely-pathogenic",
        "class 4": "likely-pathogenic",
        "uncertain significance": "uncertain",
        "uncertain": "uncertain",
        "vus": "uncertain",
        "variant of uncertain significance": "uncertain",
        "class 3": "uncertain",
        "likely benign": "likely-benign",
        "likely-benign": "likely-benign",
        "class 2": "likely-benign",
        "benign": "benign",
        "class 1": "benign",
    },
    "phase": {"cis": "cis", "trans": "trans"},
}
"""Words in lower case; what is not among them stays as written and decides nothing."""

GENES: tuple[Row, ...] = (
    Row(HGNC, "HGNC:11920", "FAS", "verified"),
    Row(HGNC, "HGNC:11936", "FASLG", "verified"),
    Row(HGNC, "HGNC:1500", "CASP10", "memory"),
    Row(HGNC, "HGNC:1509", "CASP8", "memory"),
    Row(HGNC, "HGNC:3573", "FADD", "memory"),
    Row(HGNC, "HGNC:7989", "NRAS", "memory"),
    Row(HGNC, "HGNC:6407", "KRAS", "memory"),
    Row(HGNC, "HGNC:2505", "CTLA4", "memory"),
    Row(HGNC, "HGNC:1742", "LRBA", "memory"),
    Row(HGNC, "HGNC:11364", "STAT3", "memory"),
    Row(HGNC, "HGNC:8977", "PIK3CD", "memory"),
    Row(HGNC, "HGNC:28880", "MAGT1", "memory"),
    Row(HGNC, "HGNC:9399", "PRKCD", "memory"),
    Row(HGNC, "HGNC:10820", "SH2D1A", "memory"),
    Row(HGNC, "HGNC:12016", "TPP2", "memory"),
    Row(HGNC, "HGNC:1839", "ADA2", "memory"),
    Row(HGNC, "HGNC:19383", "SOCS1", "memory"),
    Row(HGNC, "HGNC:31928", "NBEAL2", "memory"),
)

GENE_NAMES: dict[str, str] = {
    **{row.concept.lower(): row.concept for row in GENES},
    "tnfrsf6": "FAS",
    "cd95": "FAS",
    "apt1": "FAS",
    "fasl": "FASLG",
    "cd95l": "FASLG",
    "tnfsf6": "FASLG",
    "cecr1": "ADA2",
}
"""Symbols in lower case, with those that HGNC has retired."""
