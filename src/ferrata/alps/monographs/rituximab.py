"""Rituximab: the last, not the second."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import LIVE_VACCINES
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

_COHORT = "26 patients with ALPS treated with rituximab, Rao 2015"
_EARLY = "eleven patients with ALPS, NIH 2007 (some may be those of Rao 2015)"

RITUXIMAB = Monograph(
    treatment=Drug.RITUXIMAB,
    title="Rituximab",
    ages=Ages(Decimal(1), Decimal(47), warrant("R36", "A182")),
    words=("rituximab",),
    remarks=(
        Remark(
            Section.INDICATION,
            "Immune thrombocytopenia in ALPS, when nothing else is left (C11).",
            warrant("R39"),
        ),
        Remark(
            Section.MUST_NOT,
            "Not before all other options are exhausted.",
            warrant("R39"),
        ),
        Remark(
            Section.MUST_NOT,
            "Not before all other immunosuppressive drugs are exhausted, least of all without a "
            "spleen.",
            warrant("M20"),
        ),
        Remark(
            Section.MUST_NOT,
            "Generally avoided unless other options are exhausted.",
            warrant("P05"),
        ),
        Remark(
            Section.MUST_NOT,
            "Not for autoimmune hemolytic anemia: none of 3 children responded.",
            warrant("R37"),
        ),
        Remark(
            Section.BEFORE,
            "Many were treated before ALPS was suspected: in chronic multilineage cytopenia do the "
            "work-up for ALPS first.",
            warrant("R64"),
        ),
        Remark(
            Section.BEFORE,
            "Hepatitis B: HBsAg and anti-HBc (boxed warning). IgG.",
            warrant("E043u"),
        ),
        Remark(
            Section.BEFORE,
            "Vaccines first: live ones at least 4 weeks, inactivated ones at least 2 weeks before.",
            warrant("E050u"),
        ),
        Remark(
            Section.DOSE,
            "375 mg/m2 once a week for 4 weeks.",
            warrant("R35"),
        ),
        Remark(
            Section.WATCH,
            "Persistent neutropenia and severe hypogammaglobulinemia, in some with ALPS-U for "
            "more than 5 years; the risk of overwhelming sepsis without a spleen grows.",
            warrant("R38"),
        ),
        Remark(
            Section.WATCH,
            "Hypogammaglobulinemia, neutropenia.",
            warrant("M19"),
        ),
        Remark(
            Section.WATCH,
            "Hypogammaglobulinemia is prolonged.",
            warrant("P05"),
        ),
        Remark(
            Section.WATCH,
            "IgG every 3 months.",
            warrant("E043u"),
        ),
        Remark(
            Section.RESPONSE,
            "Some with immune thrombocytopenia improve; hemolytic anemia does not.",
            warrant("M18"),
        ),
        Remark(
            Section.RESPONSE,
            "Judged at 12 weeks.",
            warrant("A14"),
        ),
    ),
    interactions=(
        Interaction(
            LIVE_VACCINES,
            "No live vaccine for at least 6 months; inactivated ones answer poorly meanwhile.",
            Certainty.MEMORY,
            warrant("E043u"),
            do=Handling.AVOID,
        ),
    ),
    outcomes=(
        Outcome(
            "Response",
            "stable counts for at least 6 months after one course",
            _COHORT,
            warrant("R36"),
            count=16,
            of=26,
        ),
        Outcome(
            "Longer response in immune thrombocytopenia",
            "response that lasted 1 to 4 years",
            "those of that cohort with thrombocytopenia",
            warrant("R36"),
            count=7,
        ),
        Outcome(
            "Response in hemolytic anemia",
            "any response",
            "children treated for hemolytic anemia, Rao 2015",
            warrant("R37"),
            count=0,
            of=3,
        ),
        Outcome(
            "Response in immune thrombocytopenia",
            "response for more than 12 months",
            _EARLY,
            warrant("E043"),
            count=7,
            of=8,
        ),
        Outcome(
            "Relapse of those responses",
            "at 18 and 22 months",
            _EARLY,
            warrant("E043"),
            count=2,
            of=7,
            adverse=True,
        ),
        Outcome(
            "Response in hemolytic anemia",
            "any response (perhaps the same three children)",
            _EARLY,
            warrant("E043"),
            count=0,
            of=3,
        ),
    ),
)
