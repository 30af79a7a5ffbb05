"""Codes and names of blood counts, levels and body size."""

from __future__ import annotations

from ferrata.alps.codes.systems import LOINC, Row
from ferrata.alps.concepts import Lab

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
