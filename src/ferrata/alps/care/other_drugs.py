"""What is looked at on the other drugs; the sources name them without a schedule."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.care.course import ImmunoglobulinCare
from ferrata.alps.case import Case
from ferrata.alps.course import Rituximab
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Monitor, Refer
from ferrata.guideline.conditions import all_of, any_of
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import L, day, g

OTHER_DRUGS = (
    Recommendation(
        id="hydroxychloroquine-eyes",
        topic=Topic.MONITORING,
        title="Eyes on hydroxychloroquine",
        when=Care.on_hydroxychloroquine,
        do=(
            Monitor(
                Care.days_since_eyes,
                365 * day,
                "Eyes soon after the start, then every year; the yearly one may wait 5 years "
                "without a major risk: kidneys, tamoxifen, macula (hydroxychloroquine)",
                warrant("E044"),
            ),
        ),
        warrant=warrant("E044", "R67"),
    ),
    Recommendation(
        id="tpo-mimetic",
        topic=Topic.MONITORING,
        title="Platelets and liver on a TPO mimetic",
        when=any_of(Care.on_eltrombopag, Care.on_romiplostim),
        do=(
            Monitor(
                Case.platelets,
                30 * day,
                "Platelets: the aim is a safe range, not a normal count (TPO mimetic)",
                warrant("R68", "A209"),
            ),
            Monitor(Care.alt, 30 * day, "ALT (TPO mimetic)", warrant("A209")),
        ),
        warrant=warrant("R67", "R68", "A209"),
    ),
    Recommendation(
        id="cytotoxic-agents",
        topic=Topic.MONITORING,
        title="Counts and liver on a thiopurine, methotrexate, vincristine or cyclophosphamide",
        when=any_of(
            Care.on_azathioprine,
            Care.on_mercaptopurine,
            Care.on_methotrexate,
            Care.on_vincristine,
            Care.on_cyclophosphamide,
        ),
        do=(
            Monitor(Case.platelets, 30 * day, "Blood count (cytotoxic agent)", warrant("A210")),
            Monitor(Care.alt, 30 * day, "ALT (cytotoxic agent)", warrant("A210")),
        ),
        warrant=warrant("R67", "A210"),
    ),
    Recommendation(
        id="ciclosporin-kidney",
        topic=Topic.MONITORING,
        title="Kidneys and blood pressure on ciclosporin",
        when=Care.on_ciclosporin,
        do=(
            Monitor(Care.creatinine, 30 * day, "Creatinine (ciclosporin)", warrant("A210")),
            Monitor(Care.blood_pressure, 30 * day, "Blood pressure (ciclosporin)", warrant("A210")),
        ),
        warrant=warrant("R67", "A210"),
    ),
    Recommendation(
        id="dapsone-hemoglobin",
        topic=Topic.MONITORING,
        title="Hemoglobin on dapsone",
        when=Care.on_dapsone,
        do=(Monitor(Case.hemoglobin, 30 * day, "Hemoglobin (dapsone)", warrant("A210")),),
        warrant=warrant("R67", "A210"),
    ),
    Recommendation(
        id="immunoglobulin-after",
        topic=Topic.MONITORING,
        title="The week after intravenous immunoglobulin",
        when=ImmunoglobulinCare.days <= 14 * day,
        do=(
            Monitor(
                Case.hemoglobin,
                7 * day,
                "Hemoglobin: hemolysis by isoagglutinins (immunoglobulin)",
                warrant("A23", "A208"),
            ),
            Monitor(
                Care.creatinine,
                7 * day,
                "Creatinine, and ask for signs of thrombosis (immunoglobulin)",
                warrant("A23", "A208"),
            ),
        ),
        warrant=warrant("A23", "R67", "A208"),
    ),
    Recommendation(
        id="low-igg",
        topic=Topic.MONITORING,
        title="Low IgG after rituximab",
        when=all_of(Rituximab.ever, Care.igg < 4 * g / L),
        do=(
            Refer(
                "an immunologist",
                "IgG is low after rituximab: replacement?",
                warrant("R38", "P07", "A207"),
            ),
        ),
        warrant=warrant("R38", "M19", "A207"),
    ),
)
