"""What interacts with sirolimus."""

from __future__ import annotations

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import (
    ACE_INHIBITORS,
    CANNABIDIOL,
    CARBAMAZEPINE,
    CLARITHROMYCIN,
    COBICISTAT,
    DILTIAZEM,
    ERYTHROMYCIN,
    FLUCONAZOLE,
    GRAPEFRUIT,
    ISAVUCONAZOLE,
    ITRACONAZOLE,
    KETOCONAZOLE,
    LETERMOVIR,
    LIVE_VACCINES,
    PHENOBARBITAL,
    PHENYTOIN,
    POSACONAZOLE,
    RIFABUTIN,
    RIFAMPICIN,
    RITONAVIR,
    ST_JOHNS_WORT,
    TACROLIMUS,
    TELITHROMYCIN,
    VERAPAMIL,
    VORICONAZOLE,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Certainty, Handling, Interaction

INTERACTIONS = (
    Interaction(
        (
            KETOCONAZOLE,
            VORICONAZOLE,
            ITRACONAZOLE,
            ERYTHROMYCIN,
            TELITHROMYCIN,
            CLARITHROMYCIN,
        ),
        "Avoid: strong inhibitors of CYP3A4 and P-glycoprotein multiply the level.",
        Certainty.LABEL,
        warrant("E037"),
        do=Handling.AVOID,
    ),
    Interaction(
        (RIFAMPICIN, RIFABUTIN),
        "Avoid: strong inducers of CYP3A4 and P-glycoprotein take the effect away.",
        Certainty.LABEL,
        warrant("E037"),
        do=Handling.AVOID,
    ),
    Interaction(
        (DILTIAZEM, VERAPAMIL, FLUCONAZOLE),
        "Moderate inhibitors: measure the level when they start, change and stop.",
        Certainty.LABEL,
        warrant("E037"),
        do=Handling.MEASURE,
    ),
    Interaction(
        (GRAPEFRUIT,),
        "None of it: it raises the level.",
        Certainty.LABEL,
        warrant("E037"),
        do=Handling.AVOID,
    ),
    Interaction(
        (Drug.CICLOSPORIN,),
        "Take sirolimus 4 hours apart from ciclosporin, which raises it.",
        Certainty.LABEL,
        warrant("E037"),
        do=Handling.APART,
    ),
    Interaction(
        (POSACONAZOLE, ISAVUCONAZOLE, RITONAVIR, COBICISTAT, LETERMOVIR, CANNABIDIOL),
        "Raise the level: avoid, or reduce and measure.",
        Certainty.MEMORY,
        warrant("A183"),
        do=Handling.AVOID,
    ),
    Interaction(
        (PHENYTOIN, PHENOBARBITAL, CARBAMAZEPINE, ST_JOHNS_WORT),
        "Lower the level: avoid, or measure when they start and stop.",
        Certainty.MEMORY,
        warrant("A183"),
        do=Handling.AVOID,
    ),
    Interaction(
        LIVE_VACCINES,
        "No live vaccines during it.",
        Certainty.MEMORY,
        warrant("A183"),
        do=Handling.AVOID,
    ),
    Interaction(
        (ACE_INHIBITORS,),
        "Angioedema: another drug for the blood pressure.",
        Certainty.MEMORY,
        warrant("A183"),
        do=Handling.AVOID,
    ),
    Interaction(
        (TACROLIMUS, Drug.CICLOSPORIN),
        "Thrombotic microangiopathy with calcineurin inhibitors: blood film, LDH, creatinine.",
        Certainty.MEMORY,
        warrant("A183"),
        do=Handling.WATCH,
    ),
    Interaction(
        (ITRACONAZOLE, VORICONAZOLE, POSACONAZOLE, ISAVUCONAZOLE, FLUCONAZOLE),
        "A stopped azole still matters for weeks: measure again after the stop.",
        Certainty.MEMORY,
        warrant("A194"),
        do=Handling.MEASURE,
    ),
)
