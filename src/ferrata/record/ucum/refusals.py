"""What is not read, and why: each of these means two things, or nothing that has a size."""

from __future__ import annotations

_MILLION_OR_THOUSAND = "M is a million, or a thousand in Roman numerals; write 10*6 or 10*3"
_LOST_POWER = "a power of ten that has lost its raised digit; write 10*9/L or 10*3/uL"
_NO_VOLUME = "a count without its volume; write 10*9/L or /uL"
_MOLAR = "a molar concentration is written in mol; write mmol/L"
_ANOTHER_SCALE = "another scale of hemoglobin A1c, with another zero; write the percentage"
_NO_SCALE = "a ratio may be of one, of a hundred or of a thousand; write %, mg/g or mg/mmol"
_EQUIVALENTS = "equivalents need the charge of an ion, and none is measured here; write mmol/L"
_LONG_SCALE = "a billion is 10^9 in English and 10^12 in German and French; write 10*9/L"
_MIL = "mil is a thousand in Spanish and a million in English; write 10*3 or 10*6"

REFUSED: dict[str, str] = {
    **dict.fromkeys(("M/uL", "M/mm3", "M/mcL", "MM/uL", "M/L"), _MILLION_OR_THOUSAND),
    **dict.fromkeys(("109/L", "x109/L", "103/uL", "x103/uL", "106/L", "1012/L"), _LOST_POWER),
    **dict.fromkeys(
        ("10*9", "10^9", "x10^9", "10*3", "10^3", "x10^3", "K", "k", "thou", "cells"), _NO_VOLUME
    ),
    **dict.fromkeys(("mM", "uM", "nM", "pM", "M"), _MOLAR),
    **dict.fromkeys(("mmol/mol", "mmol/molHb"), _ANOTHER_SCALE),
    **dict.fromkeys(("{ratio}", "ratio", "Ratio"), _NO_SCALE),
    **dict.fromkeys(("mEq/L", "meq/L", "mEq/l", "mval/L", "eq/L"), _EQUIVALENTS),
    **dict.fromkeys(("Billion/L", "Billion/l", "BILLION/L", "Bio/L"), _LONG_SCALE),
    **dict.fromkeys(("mil/uL", "mil/mm3", "mil/mm^3", "mil/L"), _MIL),
    "#": "pounds, or a number; write lb or 1",
    "gr": "grains in English, grams elsewhere; write g",
    "gr/dL": "grains in English, grams elsewhere; write g/dL",
    "gr/L": "grains in English, grams elsewhere; write g/L",
    "t/L": "tonnes; write T/L or 10*12/L",
    "E/L": "Einheiten, or an exa; write U/L",
    "IU": "an international unit needs its volume; write U/L",
    "Mg/dL": "megagrams; write mg/dL",
    "Mg": "megagrams, or magnesium; write mg",
    "[stone_av]": "not used in medical records; write kg",
    "st": "stones; write kg",
    "fb": "a finger's breadth has no size; measure in cm",
    "fingers": "a finger's breadth has no size; measure in cm",
    "percentile": "a place among others, not a size",
}
