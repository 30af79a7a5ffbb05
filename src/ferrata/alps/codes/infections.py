"""Codes and names of infections, pregnancy and contraception as conditions."""

from __future__ import annotations

from ferrata.alps.care.concepts import Infection, Procedure, Reproduction
from ferrata.alps.codes.systems import ICD_10_CM, SNOMED, Row
from ferrata.guideline.events import Sign

_ICD: dict[Sign, str] = {
    Infection.SEPSIS: "A40.0 A40.1 A40.3 A40.8 A40.9 A41.01 A41.02 A41.1 A41.2 A41.3 A41.4 A41.50 "
    "A41.51 A41.52 A41.53 A41.59 A41.81 A41.89 A41.9 R65.20 R65.21",
    Infection.HEPATITIS_B: "B16.0 B16.1 B16.2 B16.9 B17.0 B18.0 B18.1 B19.10 B19.11",
    Infection.PARVOVIRUS: "B34.3 B08.3 B97.6",
    Infection.CYTOMEGALOVIRUS: "B25.0 B25.1 B25.2 B25.8 B25.9 B27.10 B27.11 B27.12 B27.19",
    Infection.EPSTEIN_BARR_VIRUS: "B27.00 B27.01 B27.02 B27.09",
    Reproduction.CONTRACEPTION: "Z79.3 Z97.5",  # hormones for long; a device in the womb
    Reproduction.PREGNANT: "Z33.1",
    Procedure.TRANSPLANTED: "Z94.81 Z94.84",  # status after marrow or stem cells
}

CONDITIONS: tuple[Row, ...] = (
    *(
        Row(ICD_10_CM, code, sign.id, "memory")
        for sign, codes in _ICD.items()
        for code in codes.split()
    ),
    Row(SNOMED, "91302008", Infection.SEPSIS.id, "memory"),
    Row(SNOMED, "66071002", Infection.HEPATITIS_B.id, "verified"),
    Row(SNOMED, "61977001", Infection.HEPATITIS_B.id, "memory"),  # chronic
    Row(SNOMED, "76795007", Infection.HEPATITIS_B.id, "memory"),  # acute
    Row(SNOMED, "28944009", Infection.CYTOMEGALOVIRUS.id, "memory"),
    Row(SNOMED, "77386006", Reproduction.PREGNANT.id, "verified"),
)

CONDITION_NAMES: dict[str, str] = {
    "sepsis": Infection.SEPSIS.id,
    "hepatitis b": Infection.HEPATITIS_B.id,
    "chronic hepatitis b": Infection.HEPATITIS_B.id,
    "parvovirus b19 infection": Infection.PARVOVIRUS.id,
    "cytomegalovirus infection": Infection.CYTOMEGALOVIRUS.id,
    "cmv infection": Infection.CYTOMEGALOVIRUS.id,
    "epstein-barr virus infection": Infection.EPSTEIN_BARR_VIRUS.id,
    "ebv infection": Infection.EPSTEIN_BARR_VIRUS.id,
    "pregnancy": Reproduction.PREGNANT.id,
}
