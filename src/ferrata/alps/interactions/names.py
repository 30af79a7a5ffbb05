"""By what records name the partners of interactions: ingredients, brands, languages, groups.

A name that stands anywhere in what was written counts, so that a name too many costs a look and a
name too few is listed as not checked. Names of a group are those of its ingredients.
"""

from __future__ import annotations

from ferrata.alps.codes import ATC
from ferrata.alps.concepts import Drug
from ferrata.alps.monographs import interactants as who
from ferrata.guideline.events import Treatment

_WORDS: dict[str, tuple[str, ...]] = {
    who.ISAVUCONAZOLE.id: ("isavuconazol", "isavuconazonium", "cresemba"),
    who.FLUCONAZOLE.id: ("fluconazol", "diflucan"),
    who.AZITHROMYCIN.id: ("azithromycine", "azitromicina", "zithromax"),
    who.DILTIAZEM.id: ("cardizem", "dilzem", "tiazac"),
    who.VERAPAMIL.id: ("verapamilo", "isoptin", "calan"),
    who.RITONAVIR.id: (
        "kaletra",
        "paxlovid",
    ),
    who.COBICISTAT.id: (
        "stribild",
        "genvoya",
        "prezcobix",
        "symtuza",
    ),
    who.LETERMOVIR.id: ("prevymis",),
    who.CANNABIDIOL.id: ("epidiolex", "epidyolex", "cbd", "cbd oil"),
    who.TACROLIMUS.id: ("prograf", "advagraf", "envarsus", "astagraf"),
    who.COLESTYRAMINE.id: ("cholestyramine", "colestyramin", "questran"),
    who.AMOXICILLIN_CLAVULANATE.id: (
        "augmentin",
        "co-amoxiclav",
        "clavulanate",
        "clavulanic acid",
        "clavulansäure",
        "amoxicillin/clavulanate",
        "amoxicillin / clavulanate",
        "amoxicillin clavulanate",
        "amoxicillin/clavulanic acid",
    ),
    who.ALLOPURINOL.id: ("zyloric", "zyloprim"),
    who.FEBUXOSTAT.id: ("adenuric", "uloric"),
    who.CITALOPRAM.id: ("celexa", "cipramil"),
    who.ONDANSETRON.id: ("zofran",),
    who.MAGNESIUM.id: ("magnesium hydroxide", "milk of magnesia", "maalox"),
    who.ALUMINUM.id: ("aluminum hydroxide", "aluminium hydroxide"),
    who.PROTON_PUMP_INHIBITORS.id: (
        "proton pump inhibitor",
        "omeprazole",
        "omeprazol",
        "esomeprazole",
        "esomeprazol",
        "lansoprazole",
        "lansoprazol",
        "dexlansoprazole",
        "pantoprazole",
        "pantoprazol",
        "rabeprazole",
        "rabeprazol",
        "prilosec",
        "nexium",
    ),
    who.ACE_INHIBITORS.id: (
        "ace inhibitor",
        "enalapril",
        "captopril",
        "lisinopril",
        "ramipril",
        "perindopril",
        "benazepril",
        "fosinopril",
        "quinapril",
        "trandolapril",
        "zofenopril",
    ),
    who.CONTRACEPTIVES.id: (
        "oral contraceptive",
        "contraceptive pill",
        "ethinylestradiol",
        "ethinyl estradiol",
        "desogestrel",
        "drospirenone",
        "levonorgestrel",
        "norethisterone",
    ),
    who.LIVE_MEASLES.id: ("mmr", "mmr vaccine", "measles vaccine", "mmrv"),
    who.LIVE_VARICELLA.id: ("varicella vaccine", "varivax", "mmrv", "varilrix"),
    who.GRAPEFRUIT.id: ("grapefruit juice", "pomelo"),
    who.CATIONS.id: ("calcium carbonate", "calcium citrate", "ferrous sulfate", "iron", "tums"),
}

SEVERAL: dict[str, tuple[str, ...]] = {
    "mmrv": (who.LIVE_MEASLES.id, who.LIVE_VARICELLA.id),
    "maalox": (who.MAGNESIUM.id, who.ALUMINUM.id, who.CATIONS.id),
    "tums": (who.CATIONS.id,),
    "magnesium hydroxide": (who.MAGNESIUM.id, who.CATIONS.id),
    "aluminum hydroxide": (who.ALUMINUM.id, who.CATIONS.id),
    "aluminium hydroxide": (who.ALUMINUM.id, who.CATIONS.id),
    "co-trimoxazole": (Drug.COTRIMOXAZOLE.id,),
}
"""Names that stand for more than one partner, and for which."""

WORDS: dict[str, tuple[str, ...]] = {
    **{one.label.lower(): (one.id,) for one in vars(who).values() if isinstance(one, Treatment)},
    **{name: (id,) for id, names in _WORDS.items() for name in names},
    **SEVERAL,
}

GROUPS: tuple[tuple[str, str, str], ...] = (
    (ATC, "A02BC", who.PROTON_PUMP_INHIBITORS.id),
    (ATC, "C09A", who.ACE_INHIBITORS.id),
    (ATC, "C09B", who.ACE_INHIBITORS.id),
    (ATC, "G03A", who.CONTRACEPTIVES.id),
    (ATC, "J07BD", who.LIVE_MEASLES.id),
    (ATC, "J07BK", who.LIVE_VARICELLA.id),
    (ATC, "A02AA", who.MAGNESIUM.id),
    (ATC, "A02AB", who.ALUMINUM.id),
)
"""A group of medicines by how their codes begin."""

FORMER_CODES: tuple[tuple[str, str, str], ...] = (
    (ATC, "L04AA01", Drug.CICLOSPORIN.id),
    (ATC, "L04AA05", who.TACROLIMUS.id),
    (ATC, "N06AP01", who.ST_JOHNS_WORT.id),
)
"""Codes of ATC that were replaced, from memory: one too many costs a look."""
