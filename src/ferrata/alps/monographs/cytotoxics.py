"""Vincristine, cyclophosphamide, pentostatin and bortezomib: for the refractory few."""

from __future__ import annotations

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import AZOLES, FLUCONAZOLE, ISAVUCONAZOLE
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Certainty, Handling, Interaction, Monograph, Remark, Section

_LIMITED = Remark(
    Section.INDICATION,
    "Refractory cytopenia in ALPS and disorders like it: limited use.",
    warrant("M21"),
)
_UNBORN = Remark(
    Section.PREGNANCY,
    "Harms the unborn child.",
    warrant("A196"),
)

VINCRISTINE = Monograph(
    treatment=Drug.VINCRISTINE,
    title="Vincristine",
    remarks=(
        Remark(
            Section.INDICATION,
            "A steroid-sparing agent to avoid or postpone splenectomy.",
            warrant("R52"),
        ),
        Remark(
            Section.INDICATION,
            "Refractory cytopenia, limited use: with methotrexate and mercaptopurine.",
            warrant("M21"),
        ),
        Remark(
            Section.MUST_NOT,
            "For intravenous use only: fatal by any other route.",
            warrant("A189"),
        ),
        Remark(
            Section.WATCH,
            "Neuropathy (reflexes, gait, jaw pain) and constipation.",
            warrant("A189"),
        ),
        _UNBORN,
    ),
    interactions=(
        Interaction(
            (*AZOLES, ISAVUCONAZOLE, FLUCONAZOLE),
            "No azole with vincristine: the nerve toxicity becomes severe.",
            Certainty.MEMORY,
            warrant("A189"),
            do=Handling.AVOID,
        ),
    ),
)

CYCLOPHOSPHAMIDE = Monograph(
    treatment=Drug.CYCLOPHOSPHAMIDE,
    title="Cyclophosphamide",
    remarks=(
        Remark(
            Section.INDICATION,
            "Named once, among the long-term agents of the cohort; no source advises it.",
            warrant("R08"),
        ),
        Remark(
            Section.WATCH,
            "Blood counts, bladder (hemorrhagic cystitis), fertility: ask before the first dose.",
            warrant("A196"),
        ),
        _UNBORN,
    ),
)

PENTOSTATIN = Monograph(
    treatment=Drug.PENTOSTATIN,
    title="Pentostatin",
    remarks=(
        _LIMITED,
        Remark(
            Section.BEFORE,
            "Kidney function.",
            warrant("A196"),
        ),
        Remark(
            Section.WATCH,
            "Long lymphopenia and the infections that come with it; blood counts.",
            warrant("A196"),
        ),
        _UNBORN,
    ),
)

BORTEZOMIB = Monograph(
    treatment=Drug.BORTEZOMIB,
    title="Bortezomib",
    remarks=(
        _LIMITED,
        Remark(
            Section.MUST_NOT,
            "Never intrathecally: it is fatal.",
            warrant("A196"),
        ),
        Remark(
            Section.WATCH,
            "Neuropathy, platelets, zoster.",
            warrant("A196"),
        ),
        _UNBORN,
    ),
)
