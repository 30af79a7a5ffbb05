"""Code systems, their spellings, and the row of a code table."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ferrata.record import model

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC = "http://www.whocc.no/atc"
ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm"
ICD_10_PCS = "http://www.cms.gov/Medicare/Coding/ICD10"
CPT = "http://www.ama-assn.org/go/cpt"
MONDO = "http://purl.obolibrary.org/obo/mondo.owl"
ORPHA = "http://www.orpha.net"
OMIM = "http://www.omim.org"
V2_YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136"
FERRATA = model.FERRATA
CVX = "http://hl7.org/fhir/sid/cvx"
HGNC = "http://www.genenames.org/geneId"
HPO = "http://purl.obolibrary.org/obo/hp.owl"
ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
"""The International Patient Summary's words for "nothing known of" and "not asked"."""
INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
PHASE = "http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/sequence-phase-relationship-cs"

SAME_SYSTEM: dict[str, str] = {
    "urn:oid:2.16.840.1.113883.6.1": LOINC,
    "https://loinc.org": LOINC,
    "urn:oid:2.16.840.1.113883.6.96": SNOMED,
    "https://snomed.info/sct": SNOMED,
    "urn:oid:2.16.840.1.113883.6.88": RXNORM,
    "urn:oid:2.16.840.1.113883.6.73": ATC,
    "https://www.whocc.no/atc": ATC,
    "http://fhir.de/CodeSystem/bfarm/atc": ATC,
    "urn:oid:2.16.840.1.113883.6.90": ICD_10_CM,
    "urn:oid:2.16.840.1.113883.6.4": ICD_10_PCS,
    "http://www.cms.gov/Medicare/Coding/ICD10PCS": ICD_10_PCS,
    "urn:oid:2.16.840.1.113883.12.292": CVX,
    "http://www.genenames.org": HGNC,
    "https://www.genenames.org": HGNC,
    "https://www.genenames.org/geneId": HGNC,
    "urn:oid:2.16.840.1.113883.6.281": HGNC,
    "http://human-phenotype-ontology.org": HPO,
    "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown": ABSENT,
}
"""Other spellings of a code system's address."""


class Row(NamedTuple):
    """A code, the id of the concept it means, and how that was checked."""

    system: str
    code: str
    concept: str
    checked: Literal["verified", "memory"]
