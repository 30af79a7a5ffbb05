"""Splenectomy and stem cell transplantation: decided by an ALPS centre, never advised here."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Monograph, Outcome, Remark, Section

_ASPLENIC = "66 patients with ALPS after splenectomy, Rao 2015"

SPLENECTOMY = Monograph(
    treatment=Drug.SPLENECTOMY,
    title="Splenectomy: avoid",
    drug=False,
    words=("splenectomy",),
    remarks=(
        Remark(
            Section.MUST_NOT,
            "Avoid: use long-term mycophenolate or sirolimus instead.",
            warrant("R01"),
        ),
        Remark(
            Section.MUST_NOT,
            "Frequent splenectomy and the sepsis after it are, with lasting cytopenias of several "
            "lineages and lymphoma, what ALPS does most harm by.",
            warrant("R69"),
        ),
        Remark(
            Section.MUST_NOT,
            "Only for severe refractory cytopenia that no other strategies help (C12).",
            warrant("P13"),
        ),
        Remark(
            Section.MUST_NOT,
            "It is never advised here: an ALPS centre assesses it.",
            warrant("A199"),
        ),
        Remark(
            Section.WATCH,
            "Afterwards lifelong: antibiotics, vaccines, a plan for fever (see penicillin V).",
            warrant("A18"),
        ),
    ),
    outcomes=(
        Outcome(
            "Pneumococcal sepsis more than once",
            "multiple episodes",
            _ASPLENIC,
            warrant("R59"),
            count=27,
            of=66,
            adverse=True,
        ),
        Outcome(
            "Died of sepsis",
            "overwhelming",
            _ASPLENIC,
            warrant("R59"),
            count=6,
            of=66,
            adverse=True,
        ),
        Outcome(
            "Relapse of the cytopenia",
            "by 4 years",
            _ASPLENIC,
            warrant("R59"),
            percent=Decimal(30),
            adverse=True,
        ),
        Outcome(
            "Relapse of the cytopenia",
            "by 20 years; the source says more than this",
            _ASPLENIC,
            warrant("R59"),
            percent=Decimal(70),
            adverse=True,
        ),
    ),
)

TRANSPLANTATION = Monograph(
    treatment=Drug.TRANSPLANTATION,
    title="Hematopoietic stem cell transplantation",
    drug=False,
    words=("transplantation",),
    remarks=(
        Remark(
            Section.INDICATION,
            "Curative; for severe disease in which treatment has failed (C20).",
            warrant("P14"),
        ),
        Remark(
            Section.INDICATION,
            "Infants with biallelic FAS variants: refer early.",
            warrant("A17"),
        ),
        Remark(
            Section.MUST_NOT,
            "With a matched unrelated donor the mortality is too high for most.",
            warrant("E052"),
        ),
        Remark(
            Section.BEFORE,
            "Every donor is tested for the family's variant.",
            warrant("P14"),
        ),
        Remark(
            Section.BEFORE,
            "A matched donor, free of the variant, for severe recalcitrant disease.",
            warrant("E052"),
        ),
        Remark(
            Section.EVIDENCE,
            "In the cohort one transplantation, for leukemia in ALPS-U; it cured the cytopenia.",
            warrant("R26"),
        ),
    ),
)
