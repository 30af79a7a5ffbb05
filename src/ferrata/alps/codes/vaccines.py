"""Codes and names of vaccines. A vaccine against several diseases has a row for each."""

from __future__ import annotations

from ferrata.alps.care.concepts import Vaccine
from ferrata.alps.codes.systems import ATC, CVX, Row
from ferrata.guideline.events import Sign

# Each checked, code with name, in a published value set of all CVX codes as of 2025-09-03.
_CVX: dict[Sign, str] = {
    Vaccine.PNEUMOCOCCAL_CONJUGATE: "100 133 152 177 215 216 327",
    Vaccine.PNEUMOCOCCAL_POLYSACCHARIDE: "33",
    # 32 is the polysaccharide one; 316 and 328 also hold B.
    Vaccine.MENINGOCOCCAL_ACWY: "32 108 114 136 147 203 316 328",
    Vaccine.MENINGOCOCCAL_B: "162 163 164 316 328",
    # With others in one syringe: 22, 50, 51, 102, 120, 132, 146, 148, 170, 198.
    Vaccine.HAEMOPHILUS_B: "17 22 46 47 48 49 50 51 102 120 132 146 148 170 198",
    # Seasonal only: vaccines against H5 and the pandemic of 2009 are other vaccines.
    Vaccine.INFLUENZA: "15 16 88 111 135 140 141 144 149 150 151 153 155 158 161 166 168 171 185 "
    "186 194 197 200 201 202 205 231 320 331 333",
    Vaccine.MMR: "03 94",
    Vaccine.VARICELLA: "21 94",
    # With others in one syringe: 51, 102, 104, 110, 132, 146, 193, 198.
    Vaccine.HEPATITIS_B: "08 42 43 44 45 51 102 104 110 132 146 189 193 198 220",
}

_ATC: dict[Sign, str] = {
    Vaccine.PNEUMOCOCCAL_CONJUGATE: "J07AL02",
    Vaccine.PNEUMOCOCCAL_POLYSACCHARIDE: "J07AL01",
    Vaccine.MENINGOCOCCAL_ACWY: "J07AH04 J07AH08",
    Vaccine.MENINGOCOCCAL_B: "J07AH09",
    Vaccine.HAEMOPHILUS_B: "J07AG01 J07AG51 J07AG52 J07CA06 J07CA09",
    Vaccine.INFLUENZA: "J07BB01 J07BB02 J07BB03",
    Vaccine.MMR: "J07BD52 J07BD54",
    Vaccine.VARICELLA: "J07BK01 J07BD54",
    Vaccine.HEPATITIS_B: "J07BC01 J07BC20 J07CA09",
}

VACCINES: tuple[Row, ...] = (
    *(
        Row(CVX, code, sign.id, "verified")
        for sign, codes in _CVX.items()
        for code in codes.split()
    ),
    *(Row(ATC, code, sign.id, "memory") for sign, codes in _ATC.items() for code in codes.split()),
)

UNSPECIFIED: tuple[Row, ...] = (
    Row(CVX, "109", Vaccine.PNEUMOCOCCAL_CONJUGATE.id, "verified"),
    Row(CVX, "109", Vaccine.PNEUMOCOCCAL_POLYSACCHARIDE.id, "verified"),
    Row(CVX, "167", Vaccine.MENINGOCOCCAL_ACWY.id, "verified"),
    Row(CVX, "167", Vaccine.MENINGOCOCCAL_B.id, "verified"),
)
"""One of these, and nobody can tell which: all are left open."""

VACCINE_NAMES: dict[str, tuple[str, ...]] = {
    "pneumococcal conjugate vaccine": (Vaccine.PNEUMOCOCCAL_CONJUGATE.id,),
    "pcv13": (Vaccine.PNEUMOCOCCAL_CONJUGATE.id,),
    "pcv15": (Vaccine.PNEUMOCOCCAL_CONJUGATE.id,),
    "pcv20": (Vaccine.PNEUMOCOCCAL_CONJUGATE.id,),
    "pneumococcal polysaccharide vaccine": (Vaccine.PNEUMOCOCCAL_POLYSACCHARIDE.id,),
    "ppsv23": (Vaccine.PNEUMOCOCCAL_POLYSACCHARIDE.id,),
    "ppv23": (Vaccine.PNEUMOCOCCAL_POLYSACCHARIDE.id,),
    "meningococcal acwy vaccine": (Vaccine.MENINGOCOCCAL_ACWY.id,),
    "menacwy": (Vaccine.MENINGOCOCCAL_ACWY.id,),
    "meningococcal b vaccine": (Vaccine.MENINGOCOCCAL_B.id,),
    "menb": (Vaccine.MENINGOCOCCAL_B.id,),
    "haemophilus influenzae type b vaccine": (Vaccine.HAEMOPHILUS_B.id,),
    "hib": (Vaccine.HAEMOPHILUS_B.id,),
    "influenza vaccine": (Vaccine.INFLUENZA.id,),
    "measles, mumps and rubella vaccine": (Vaccine.MMR.id,),
    "mmr": (Vaccine.MMR.id,),
    "mmrv": (Vaccine.MMR.id, Vaccine.VARICELLA.id),
    "varicella vaccine": (Vaccine.VARICELLA.id,),
    "varicella": (Vaccine.VARICELLA.id,),
    "hepatitis b vaccine": (Vaccine.HEPATITIS_B.id,),
}
