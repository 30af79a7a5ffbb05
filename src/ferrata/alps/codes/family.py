"""What runs in the family, and who is no blood relative."""

from __future__ import annotations

from ferrata.alps.codes.systems import HPO, Row
from ferrata.alps.concepts import Finding
from ferrata.alps.diagnosis.concepts import Family

FAMILY_OF: dict[str, str] = {Finding.ALPS.id: Family.ALPS.id}
"""What a condition of a relative says of the patient's family."""

FAMILY: tuple[Row, ...] = (
    Row(HPO, "HP:0002730", Family.LYMPHOPROLIFERATION.id, "verified"),  # not infectious, chronic
)

FAMILY_NAMES: dict[str, str] = {
    "alps": Family.ALPS.id,
    "autoimmune lymphoproliferative syndrome": Family.ALPS.id,
    "canale-smith syndrome": Family.ALPS.id,
    "non-malignant lymphoproliferation": Family.LYMPHOPROLIFERATION.id,
    "nonmalignant lymphoproliferation": Family.LYMPHOPROLIFERATION.id,
    "chronic noninfectious lymphadenopathy": Family.LYMPHOPROLIFERATION.id,
    "non-malignant, non-infectious lymphoproliferation": Family.LYMPHOPROLIFERATION.id,
}

NOT_RELATED: frozenset[str] = frozenset(
    word
    for words in (
        "ADOPT ADOPTP ADOPTF ADOPTM CHLDADOPT DAUADOPT SONADOPT CHLDFOST DAUFOST SONFOST",
        "PRNFOST FTHFOST MTHFOST STPPRN STPFTH STPMTH STPCHLD STPDAU STPSON STPSIB STPBRO STPSIS",
        "INLAW CHLDINLAW DAUINLAW SONINLAW PRNINLAW FTHINLAW MTHINLAW SIBINLAW BROINLAW SISINLAW",
        "SPS HUSB WIFE DOMPART FRND NBOR ROOM SIGOTHR",
    )
    for word in words.split()
)
"""Codes of HL7's RoleCode (from memory) for those who share no genes with the patient."""

NOT_RELATED_NAMES: frozenset[str] = frozenset(
    {"spouse", "husband", "wife", "partner", "friend"}
    | {
        f"{how} {who}"
        for how in ("adoptive", "adopted", "foster")
        for who in ("parent", "mother", "father", "child", "daughter", "son", "brother", "sister")
    }
    | {f"step{who}" for who in ("parent", "mother", "father", "child", "brother", "sister")}
)
