"""Codes and names by which records say what `alps.concepts` means. Declarations only.

Each row says how its code was checked: ``verified`` in a published file (the clinical fact base,
part C, or code and name together in public FHIR profiles and value sets) or from ``memory``, to be
checked against a terminology server before clinical use.
A code that is missing here costs a question to the clinician; a wrong one could cost more. So
lists are short on purpose: no staging, no estimates, no serum where blood is meant.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ferrata.alps.concepts import Answered, Drug, Finding, Lab

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
FERRATA = "https://ferrata.health/CodeSystem/concept"
"""Our own system: a code is the id of a concept, or `yes`, `no` or an option as an answer."""

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
}
"""Other spellings of a code system's address."""


class Row(NamedTuple):
    """A code, the id of the concept it means, and how that was checked."""

    system: str
    code: str
    concept: str
    checked: Literal["verified", "memory"]


STAGE = "stage"
"""The question "where on the pathway is this patient?"; each guideline has its own options."""

# ---------------------------------------------------------------- measurements

MEASUREMENTS: tuple[Row, ...] = (
    Row(LOINC, "718-7", Lab.HEMOGLOBIN.id, "verified"),
    Row(LOINC, "20509-6", Lab.HEMOGLOBIN.id, "memory"),  # by calculation
    Row(LOINC, "30313-1", Lab.HEMOGLOBIN.id, "memory"),  # arterial blood
    Row(LOINC, "30350-3", Lab.HEMOGLOBIN.id, "memory"),  # venous blood
    Row(LOINC, "30352-9", Lab.HEMOGLOBIN.id, "memory"),  # capillary blood
    Row(LOINC, "59260-0", Lab.HEMOGLOBIN.id, "verified"),  # moles per volume
    Row(LOINC, "751-8", Lab.NEUTROPHILS.id, "verified"),
    Row(LOINC, "26499-4", Lab.NEUTROPHILS.id, "verified"),
    Row(LOINC, "753-4", Lab.NEUTROPHILS.id, "memory"),  # manual count
    Row(LOINC, "777-3", Lab.PLATELETS.id, "verified"),
    Row(LOINC, "26515-7", Lab.PLATELETS.id, "verified"),
    Row(LOINC, "778-1", Lab.PLATELETS.id, "memory"),  # manual count
    Row(LOINC, "115766-8", Lab.SIROLIMUS.id, "verified"),
    Row(LOINC, "29463-7", Lab.WEIGHT.id, "memory"),
    Row(LOINC, "3141-9", Lab.WEIGHT.id, "memory"),  # measured
    Row(LOINC, "8302-2", Lab.HEIGHT.id, "memory"),
    Row(LOINC, "3137-7", Lab.HEIGHT.id, "memory"),  # measured
    Row(LOINC, "8306-3", Lab.HEIGHT.id, "memory"),  # lying: an infant's length
    Row(LOINC, "8308-9", Lab.HEIGHT.id, "memory"),  # standing
    Row(LOINC, "8310-5", Lab.TEMPERATURE.id, "memory"),
    Row(LOINC, "8331-1", Lab.TEMPERATURE.id, "memory"),  # oral
    Row(LOINC, "8332-9", Lab.TEMPERATURE.id, "memory"),  # rectal
    Row(LOINC, "8328-7", Lab.TEMPERATURE.id, "memory"),  # axillary
)

PERCENTAGES: tuple[Row, ...] = (
    Row(LOINC, "770-8", Lab.NEUTROPHILS.id, "verified"),
    Row(LOINC, "26511-6", Lab.NEUTROPHILS.id, "verified"),
    Row(LOINC, "23761-0", Lab.NEUTROPHILS.id, "verified"),  # manual count
)
"""Percent of leukocytes. Never an absolute count, and never made into one (H21)."""

UNTIMED: tuple[Row, ...] = (Row(LOINC, "29247-4", Lab.SIROLIMUS.id, "verified"),)
"""Levels drawn at any time. A trough only if the result's own text says so (H16)."""

# ---------------------------------------------------------------- conditions and procedures

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

# ---------------------------------------------------------------- drugs

DRUGS: tuple[Row, ...] = (
    Row(RXNORM, "8640", Drug.PREDNISONE.id, "verified"),
    Row(ATC, "H02AB07", Drug.PREDNISONE.id, "verified"),
    # Prednisolone is prednisone's active form, mg for mg; where prednisone is not sold it is
    # given instead, and its courses are the same courses.
    Row(RXNORM, "8638", Drug.PREDNISONE.id, "verified"),
    Row(ATC, "H02AB06", Drug.PREDNISONE.id, "verified"),
    Row(RXNORM, "6902", Drug.METHYLPREDNISOLONE.id, "verified"),
    Row(ATC, "H02AB04", Drug.METHYLPREDNISOLONE.id, "verified"),
    Row(RXNORM, "68149", Drug.MYCOPHENOLATE.id, "verified"),
    Row(RXNORM, "7145", Drug.MYCOPHENOLATE.id, "verified"),  # mycophenolic acid
    Row(ATC, "L04AA06", Drug.MYCOPHENOLATE.id, "verified"),
    Row(RXNORM, "35302", Drug.SIROLIMUS.id, "verified"),
    Row(ATC, "L04AH01", Drug.SIROLIMUS.id, "verified"),
    Row(ATC, "L04AA10", Drug.SIROLIMUS.id, "memory"),  # until 2023
    Row(ATC, "L01EG04", Drug.SIROLIMUS.id, "verified"),
    Row(RXNORM, "121191", Drug.RITUXIMAB.id, "verified"),
    Row(ATC, "L01FA01", Drug.RITUXIMAB.id, "verified"),
    Row(ATC, "L01XC02", Drug.RITUXIMAB.id, "memory"),  # until 2021
    Row(RXNORM, "5666", Drug.IMMUNOGLOBULIN.id, "verified"),
    Row(RXNORM, "1426680", Drug.IMMUNOGLOBULIN.id, "verified"),
    Row(ATC, "J06BA02", Drug.IMMUNOGLOBULIN.id, "verified"),
    Row(RXNORM, "68442", Drug.FILGRASTIM.id, "verified"),
    Row(ATC, "L03AA02", Drug.FILGRASTIM.id, "verified"),
    Row(ATC, "J06BB01", Drug.ANTI_D.id, "verified"),
)

# ---------------------------------------------------------------- answers and reviews

ANSWERS: tuple[Row, ...] = (
    Row(V2_YES_NO, "Y", "yes", "memory"),
    Row(V2_YES_NO, "N", "no", "memory"),
    Row(SNOMED, "373066001", "yes", "memory"),
    Row(SNOMED, "373067005", "no", "memory"),
    Row(SNOMED, "52101004", "yes", "memory"),  # present
    Row(SNOMED, "2667000", "no", "memory"),  # absent
    Row(LOINC, "LA33-6", "yes", "memory"),
    Row(LOINC, "LA32-8", "no", "memory"),
    Row(LOINC, "LA9633-4", "yes", "memory"),  # present
    Row(LOINC, "LA9634-2", "no", "memory"),  # absent
)
"""What a coded answer says of a sign."""

ANSWER_WORDS: dict[str, str] = {"yes": "yes", "true": "yes", "no": "no", "false": "no"}

REVIEWS: dict[tuple[str, str], tuple[str, ...]] = {
    # History of medication use: an empty one that was asked for covers every treatment.
    (LOINC, "10160-0"): (
        Drug.PREDNISONE.id,
        Drug.METHYLPREDNISOLONE.id,
        Drug.MYCOPHENOLATE.id,
        Drug.SIROLIMUS.id,
        Drug.RITUXIMAB.id,
        Drug.IMMUNOGLOBULIN.id,
        Drug.FILGRASTIM.id,
        Drug.ANTI_D.id,
    ),
    # Problem list: it covers what is kept on problem lists, not bleeding or fever of the day.
    (LOINC, "11450-4"): (Finding.ALPS.id, Finding.HYPERSPLENISM.id, Finding.ASPLENIA.id),
}
"""What an empty list reviews, if it says that it is empty because nothing is known of."""

# ---------------------------------------------------------------- names, lower case

MEASUREMENT_NAMES: dict[str, str] = {
    "hb": Lab.HEMOGLOBIN.id,
    "hgb": Lab.HEMOGLOBIN.id,
    "hemoglobin": Lab.HEMOGLOBIN.id,
    "haemoglobin": Lab.HEMOGLOBIN.id,
    "hämoglobin": Lab.HEMOGLOBIN.id,
    "anc": Lab.NEUTROPHILS.id,
    "absolute neutrophil count": Lab.NEUTROPHILS.id,
    "absolute neutrophils": Lab.NEUTROPHILS.id,
    "neutrophils absolute": Lab.NEUTROPHILS.id,
    "neutrophils": Lab.NEUTROPHILS.id,  # a percentage has another dimension and is refused
    "neutrophil count": Lab.NEUTROPHILS.id,
    "neutrophile": Lab.NEUTROPHILS.id,
    "plt": Lab.PLATELETS.id,
    "platelets": Lab.PLATELETS.id,
    "platelet count": Lab.PLATELETS.id,
    "thrombocytes": Lab.PLATELETS.id,
    "thrombozyten": Lab.PLATELETS.id,
    "sirolimus trough": Lab.SIROLIMUS.id,
    "sirolimus trough level": Lab.SIROLIMUS.id,
    "sirolimus trough concentration": Lab.SIROLIMUS.id,
    "weight": Lab.WEIGHT.id,
    "body weight": Lab.WEIGHT.id,
    "height": Lab.HEIGHT.id,
    "body height": Lab.HEIGHT.id,
    "temperature": Lab.TEMPERATURE.id,
    "body temperature": Lab.TEMPERATURE.id,
}

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

DRUG_NAMES: dict[str, str] = {
    "prednisone": Drug.PREDNISONE.id,
    "prednison": Drug.PREDNISONE.id,
    "prednisolone": Drug.PREDNISONE.id,  # as above
    "prednisolon": Drug.PREDNISONE.id,
    "deltasone": Drug.PREDNISONE.id,
    "rayos": Drug.PREDNISONE.id,
    "orapred": Drug.PREDNISONE.id,
    "methylprednisolone": Drug.METHYLPREDNISOLONE.id,
    "methylprednisolone sodium succinate": Drug.METHYLPREDNISOLONE.id,
    "solu-medrol": Drug.METHYLPREDNISOLONE.id,
    "medrol": Drug.METHYLPREDNISOLONE.id,
    "mycophenolate": Drug.MYCOPHENOLATE.id,
    "mycophenolate mofetil": Drug.MYCOPHENOLATE.id,
    "mycophenolat-mofetil": Drug.MYCOPHENOLATE.id,
    "mycophenolate sodium": Drug.MYCOPHENOLATE.id,
    "mycophenolic acid": Drug.MYCOPHENOLATE.id,
    "mmf": Drug.MYCOPHENOLATE.id,
    "cellcept": Drug.MYCOPHENOLATE.id,
    "myfortic": Drug.MYCOPHENOLATE.id,
    "sirolimus": Drug.SIROLIMUS.id,
    "rapamycin": Drug.SIROLIMUS.id,
    "rapamune": Drug.SIROLIMUS.id,
    "rituximab": Drug.RITUXIMAB.id,
    "rituximab-abbs": Drug.RITUXIMAB.id,
    "rituximab-arrx": Drug.RITUXIMAB.id,
    "rituximab-pvvr": Drug.RITUXIMAB.id,
    "rituxan": Drug.RITUXIMAB.id,
    "mabthera": Drug.RITUXIMAB.id,
    "truxima": Drug.RITUXIMAB.id,
    "ruxience": Drug.RITUXIMAB.id,
    "riabni": Drug.RITUXIMAB.id,
    "ivig": Drug.IMMUNOGLOBULIN.id,
    "intravenous immunoglobulin": Drug.IMMUNOGLOBULIN.id,
    "immunoglobulin g, human": Drug.IMMUNOGLOBULIN.id,
    "immune globulin intravenous": Drug.IMMUNOGLOBULIN.id,
    "privigen": Drug.IMMUNOGLOBULIN.id,
    "octagam": Drug.IMMUNOGLOBULIN.id,
    "filgrastim": Drug.FILGRASTIM.id,
    "filgrastim-aafi": Drug.FILGRASTIM.id,
    "filgrastim-sndz": Drug.FILGRASTIM.id,
    "tbo-filgrastim": Drug.FILGRASTIM.id,
    "g-csf": Drug.FILGRASTIM.id,
    "neupogen": Drug.FILGRASTIM.id,
    "zarxio": Drug.FILGRASTIM.id,
    "anti-d": Drug.ANTI_D.id,
    "anti-d immunoglobulin": Drug.ANTI_D.id,
    "rho(d) immune globulin": Drug.ANTI_D.id,
    "winrho": Drug.ANTI_D.id,
    "rhophylac": Drug.ANTI_D.id,
}
"""Ingredients, and brand names that stand for one ingredient wherever they are sold."""

OTHER_DRUG_NAMES: frozenset[str] = frozenset(
    {
        "acetaminophen",
        "amoxicillin",
        "azathioprine",
        "cholecalciferol",
        "ciclosporin",
        "clarithromycin",
        "cyclosporine",
        "cyclophosphamide",
        "dapsone",
        "dexamethasone",
        "eltrombopag",
        "fluconazole",
        "folic acid",
        "hydroxychloroquine",
        "ibuprofen",
        "itraconazole",
        "mercaptopurine",
        "methotrexate",
        "omeprazole",
        "paracetamol",
        "penicillin v",
        "posaconazole",
        "romiplostim",
        "sulfamethoxazole/trimethoprim",
        "trimethoprim/sulfamethoxazole",
        "vincristine",
        "voriconazole",
    }
)
"""Drugs that free text may name and that are known not to be one of ours."""

# ---------------------------------------------------------------- what our own system may name

QUESTIONS: dict[str, frozenset[str] | None] = {
    Answered.LYMPHOMA_GATE.id: frozenset(one.value for one in Answered.LYMPHOMA_GATE.options),
    Answered.SEX.id: frozenset(one.value for one in Answered.SEX.options),
    STAGE: None,
}
"""The options of each question; None where only the guideline knows them."""
