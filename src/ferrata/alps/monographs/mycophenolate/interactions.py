"""What interacts with mycophenolate."""

from __future__ import annotations

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import (
    ALUMINUM,
    AMOXICILLIN_CLAVULANATE,
    COLESTYRAMINE,
    CONTRACEPTIVES,
    LIVE_VACCINES,
    MAGNESIUM,
    PROTON_PUMP_INHIBITORS,
    RIFAMPICIN,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Certainty, Handling, Interaction

INTERACTIONS = (
    Interaction(
        (Drug.AZATHIOPRINE, Drug.MERCAPTOPURINE),
        "A thiopurine is never given together with mycophenolate: both stop the same cells.",
        Certainty.MEMORY,
        warrant("A187"),
        do=Handling.AVOID,
    ),
    Interaction(
        LIVE_VACCINES,
        "No live vaccines.",
        Certainty.LABEL,
        warrant("E042"),
        do=Handling.AVOID,
    ),
    Interaction(
        (MAGNESIUM, ALUMINUM),
        "Antacids bind it: not within two hours after mycophenolate.",
        Certainty.LABEL,
        warrant("E042"),
        do=Handling.APART,
    ),
    Interaction(
        (PROTON_PUMP_INHIBITORS,),
        "Lower the exposure: think of them before calling a failure.",
        Certainty.LABEL,
        warrant("E042"),
        do=Handling.WATCH,
    ),
    Interaction(
        (CONTRACEPTIVES,),
        "May fail: a second method.",
        Certainty.LABEL,
        warrant("E042"),
        do=Handling.WATCH,
    ),
    Interaction(
        (Drug.CICLOSPORIN, RIFAMPICIN, COLESTYRAMINE, AMOXICILLIN_CLAVULANATE),
        "Lower the exposure to mycophenolic acid; it rises again when they stop.",
        Certainty.MEMORY,
        warrant("A184"),
        do=Handling.WATCH,
    ),
)
