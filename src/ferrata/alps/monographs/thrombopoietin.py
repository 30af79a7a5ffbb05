"""Eltrombopag and romiplostim, which act as thrombopoietin does."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import CATIONS
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import (
    Ages,
    Certainty,
    Handling,
    Interaction,
    Monograph,
    Outcome,
    Remark,
    Section,
)

_AGES = Ages(Decimal(9), Decimal(20), warrant("R42", "A182"))

_BOTH = (
    Remark(
        Section.INDICATION,
        "Thrombocytopenia.",
        warrant("R42"),
    ),
    Remark(
        Section.INDICATION,
        "Thrombocytopenia alone, after mycophenolate and sirolimus, with an ALPS centre.",
        warrant("A14"),
    ),
    Remark(
        Section.INDICATION,
        "A long-term role beside histone deacetylase inhibitors is a hypothesis of the source.",
        warrant("R55"),
    ),
    Remark(
        Section.WATCH,
        "The aim is a safe range, 50 to 100 x10^9/L in one patient, not a normal count.",
        warrant("R68"),
    ),
    Remark(
        Section.WATCH,
        "Aim at platelets of at least 50; liver enzymes and blood counts.",
        warrant("E046u"),
    ),
    Remark(
        Section.RESPONSE,
        "Judged at 4 to 8 weeks.",
        warrant("A14"),
    ),
)

_OUTCOMES = (
    Outcome(
        "Long-term response",
        "long-term responder of Table 1: remission for up to 4 years on the drug",
        "4 patients with ALPS on eltrombopag or romiplostim, not told apart, Rao 2015",
        warrant("R42"),
        count=2,
        of=4,
    ),
)

ELTROMBOPAG = Monograph(
    treatment=Drug.ELTROMBOPAG,
    title="Eltrombopag",
    ages=_AGES,
    words=("TPO mimetic", "thrombopoietin"),
    remarks=(
        *_BOTH,
        Remark(
            Section.BEFORE,
            "Hepatic disease, and East-Asian ancestry from 6 years: the label gives less.",
            warrant("E046u"),
        ),
        Remark(
            Section.EVIDENCE,
            "1 patient keeps platelets of 50 to 100 x10^9/L only with mycophenolate beside it.",
            warrant("R42"),
        ),
    ),
    interactions=(
        Interaction(
            (CATIONS,),
            "Cations and dairy bind it: 2 hours before or 4 hours after them.",
            Certainty.MEMORY,
            warrant("E046u"),
            do=Handling.APART,
        ),
    ),
    outcomes=_OUTCOMES,
)

ROMIPLOSTIM = Monograph(
    treatment=Drug.ROMIPLOSTIM,
    title="Romiplostim",
    ages=_AGES,
    words=("TPO mimetic", "thrombopoietin"),
    remarks=_BOTH,
    outcomes=_OUTCOMES,
)
