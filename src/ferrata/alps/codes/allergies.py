"""Allergies: by the drug that is not tolerated, by class, and what says that there is none."""

from __future__ import annotations

from ferrata.alps.care.concepts import Allergy
from ferrata.alps.codes.systems import ABSENT, RXNORM, SNOMED, Row
from ferrata.alps.concepts import Drug
from ferrata.guideline.events import Sign

_signs = tuple(one for one in vars(Allergy).values() if isinstance(one, Sign))

ALLERGY_IDS: tuple[str, ...] = tuple(one.id for one in _signs)

ALLERGY_TO: dict[str, str] = {
    **{one.id.removeprefix("allergy-"): one.id for one in _signs},
    Drug.AMOXICILLIN.id: Allergy.PENICILLIN.id,
}
"""The sign that an allergy to each treatment is. One penicillin stands for all of them."""

ALLERGIES: tuple[Row, ...] = (
    Row(SNOMED, "91936005", Allergy.PENICILLIN.id, "verified"),  # allergy to penicillin
    Row(SNOMED, "764146007", Allergy.PENICILLIN.id, "memory"),  # penicillin, the substance
    Row(SNOMED, "373270004", Allergy.PENICILLIN.id, "memory"),  # penicillins, the class
    Row(RXNORM, "7980", Allergy.PENICILLIN.id, "memory"),  # penicillin G
    Row(RXNORM, "733", Allergy.PENICILLIN.id, "memory"),  # ampicillin
    Row(SNOMED, "91939003", Allergy.COTRIMOXAZOLE.id, "memory"),  # allergy to sulfonamide
    Row(SNOMED, "387406002", Allergy.COTRIMOXAZOLE.id, "memory"),  # sulfonamide, the substance
    Row(RXNORM, "10180", Allergy.COTRIMOXAZOLE.id, "verified"),  # sulfamethoxazole
    Row(RXNORM, "10831", Allergy.COTRIMOXAZOLE.id, "memory"),  # with trimethoprim
)

ALLERGY_NAMES: dict[str, str] = {
    "penicillin": Allergy.PENICILLIN.id,
    "penicillins": Allergy.PENICILLIN.id,
    "penicillin g": Allergy.PENICILLIN.id,
    "ampicillin": Allergy.PENICILLIN.id,
    "allergy to penicillin": Allergy.PENICILLIN.id,
    "penicillin allergy": Allergy.PENICILLIN.id,
    "sulfa": Allergy.COTRIMOXAZOLE.id,
    "sulfa drugs": Allergy.COTRIMOXAZOLE.id,
    "sulfonamide": Allergy.COTRIMOXAZOLE.id,
    "sulfonamides": Allergy.COTRIMOXAZOLE.id,
    "sulfonamide antibiotics": Allergy.COTRIMOXAZOLE.id,
    "sulfamethoxazole": Allergy.COTRIMOXAZOLE.id,
}

NO_ALLERGIES: frozenset[tuple[str, str]] = frozenset(
    {
        (SNOMED, "716186003"),  # no known allergy; verified
        (SNOMED, "409137002"),  # no known drug allergy; verified
        (ABSENT, "no-known-allergies"),
        (ABSENT, "no-known-medication-allergies"),
    }
)
"""What says that nothing is known of any of them."""

NO_ALLERGY_NAMES: frozenset[str] = frozenset(
    {
        "nka",
        "nkda",
        "no known allergies",
        "no known allergy",
        "no known drug allergies",
        "no known drug allergy",
        "no known medication allergies",
    }
)

NOT_ASKED: frozenset[tuple[str, str]] = frozenset({(ABSENT, "no-allergy-info")})
"""What says that nobody asked, which is no allergy and no absence of one."""
