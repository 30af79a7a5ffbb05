"""Intravenous immunoglobulin and filgrastim: what carries a patient over."""

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
    Remark,
    Section,
)

_AGES = Ages(Decimal(1), Decimal(53), warrant("R06", "A182"))

IMMUNOGLOBULIN = Monograph(
    treatment=Drug.IMMUNOGLOBULIN,
    title="Intravenous immunoglobulin (IVIG)",
    ages=_AGES,
    remarks=(
        Remark(
            Section.INDICATION,
            "With a pulse of methylprednisolone in severe hemolytic anemia or thrombocytopenia; "
            "it also carries a red-cell transfusion through hemolysis.",
            warrant("R19"),
        ),
        Remark(
            Section.INDICATION,
            "With pulse steroids in severe hemolytic anemia.",
            warrant("M04"),
        ),
        Remark(
            Section.INDICATION,
            "Given alone it is less effective, but for single-lineage immune thrombocytopenia.",
            warrant("M05"),
        ),
        Remark(
            Section.INDICATION,
            "A temporary measure in severe thrombocytopenia, and help for poor antibody "
            "production.",
            warrant("P07"),
        ),
        Remark(
            Section.INDICATION,
            "As replacement after rituximab: IgG below 4 g/L, or infections.",
            warrant("E048u"),
        ),
        Remark(
            Section.BEFORE,
            "Hepatitis B serology and IgG: afterwards the tests find donors' antibodies.",
            warrant("A23"),
        ),
        Remark(
            Section.DOSE,
            "1 g/kg on 1 to 2 days, at most 2 g/kg in all.",
            warrant("A23"),
        ),
        Remark(
            Section.DOSE,
            "One source writes 1 to 2 g/kg/day for 2 days: up to 4 g/kg, quoted and not computed "
            "(C04).",
            warrant("R19", "A23"),
        ),
        Remark(
            Section.DOSE,
            "The other writes 1 to 2 g/kg and says neither per day nor in all (C04).",
            warrant("M04"),
        ),
        Remark(
            Section.WATCH,
            "Hemolysis by isoagglutinins, thrombosis (at high IgG), kidney function.",
            warrant("A23"),
        ),
        Remark(
            Section.RESPONSE,
            "Platelets: judge on days 2 to 7; the effect passes.",
            warrant("A04"),
        ),
        Remark(
            Section.RESPONSE,
            "The effect is short: it takes repeated infusions.",
            warrant("M06"),
        ),
        Remark(
            Section.RESPONSE,
            "For 28 days after it the effect of another drug cannot be judged.",
            warrant("A08"),
        ),
        Remark(
            Section.PREGNANCY,
            "One of the alternatives that are shown in pregnancy.",
            warrant("A192"),
        ),
    ),
    interactions=(
        Interaction(
            LIVE_VACCINES,
            "Measles and varicella vaccines are delayed after it: the antibodies it brings "
            "neutralize them. The sources give no interval.",
            Certainty.ASSUMPTION,
            warrant("A23"),
            do=Handling.APART,
        ),
    ),
)

FILGRASTIM = Monograph(
    treatment=Drug.FILGRASTIM,
    title="Filgrastim (G-CSF)",
    ages=_AGES,
    remarks=(
        Remark(
            Section.INDICATION,
            "Only isolated neutropenia with infections.",
            warrant("R20"),
        ),
        Remark(
            Section.INDICATION,
            "Some patients with autoimmune neutropenia and significant infections.",
            warrant("M07"),
        ),
        Remark(
            Section.INDICATION,
            "Severe neutropenia with systemic infection.",
            warrant("P08"),
        ),
        Remark(
            Section.MUST_NOT,
            "Not with a significantly enlarged spleen: it grows further and can rupture (C06).",
            warrant("R20"),
        ),
        Remark(
            Section.BEFORE,
            "Spleen: significant is 4 cm or more below the margin, more than 1.5 times the upper "
            "limit, or hypersplenism; where it is unknown, filgrastim is not offered.",
            warrant("A16"),
        ),
        Remark(
            Section.BEFORE,
            "Before dental work and elective surgery: a blood count, and antibiotic prophylaxis "
            "as needed when neutropenia is significant (no cut-off is given).",
            warrant("R20b"),
        ),
        Remark(
            Section.DOSE,
            "Very low: 1 to 2 micrograms/kg under the skin, 2 to 3 times a week.",
            warrant("R20"),
        ),
        Remark(
            Section.DOSE,
            "The other source agrees: 1 to 2 micrograms/kg under the skin, 2 to 3 times a week.",
            warrant("M07"),
        ),
        Remark(
            Section.WATCH,
            "Spleen size, and pain over the spleen.",
            warrant("R20"),
        ),
        Remark(
            Section.RESPONSE,
            "Neutrophils do not judge another drug for 7 days after filgrastim.",
            warrant("A06"),
        ),
    ),
)
