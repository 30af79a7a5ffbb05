"""Ciclosporin, dapsone, and anti-D, which is avoided."""

from __future__ import annotations

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import (
    AZOLES,
    CARBAMAZEPINE,
    CLARITHROMYCIN,
    ERYTHROMYCIN,
    PHENYTOIN,
    RIFAMPICIN,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Certainty, Handling, Interaction, Monograph, Remark, Section

CICLOSPORIN = Monograph(
    treatment=Drug.CICLOSPORIN,
    title="Ciclosporin",
    remarks=(
        Remark(
            Section.INDICATION,
            "A steroid-sparing agent to avoid or postpone splenectomy.",
            warrant("R52"),
        ),
        Remark(
            Section.WATCH,
            "Drug levels, blood pressure, creatinine, magnesium.",
            warrant("A197"),
        ),
        Remark(
            Section.RESPONSE,
            "Spleen or nodes shrink not reliably: judge it by the counts.",
            warrant("R10"),
        ),
    ),
    interactions=(
        Interaction(
            (Drug.SIROLIMUS,),
            "Raises sirolimus: 4 hours apart.",
            Certainty.LABEL,
            warrant("E037"),
            do=Handling.APART,
        ),
        Interaction(
            (Drug.SIROLIMUS,),
            "Together they add microangiopathy and kidney damage.",
            Certainty.MEMORY,
            warrant("A197", "A183"),
            do=Handling.WATCH,
        ),
        Interaction(
            (Drug.MYCOPHENOLATE,),
            "Lowers the exposure to mycophenolic acid.",
            Certainty.MEMORY,
            warrant("A184"),
            do=Handling.WATCH,
        ),
        Interaction(
            (*AZOLES, CLARITHROMYCIN, ERYTHROMYCIN),
            "Inhibitors of CYP3A4 raise it: levels.",
            Certainty.MEMORY,
            warrant("A197"),
            do=Handling.MEASURE,
        ),
        Interaction(
            (RIFAMPICIN, PHENYTOIN, CARBAMAZEPINE),
            "Inducers lower it: levels.",
            Certainty.MEMORY,
            warrant("A197"),
            do=Handling.MEASURE,
        ),
    ),
)

DAPSONE = Monograph(
    treatment=Drug.DAPSONE,
    title="Dapsone",
    remarks=(
        Remark(
            Section.INDICATION,
            "To spare steroids in selected patients (the source does not say which).",
            warrant("R40"),
        ),
        Remark(
            Section.MUST_NOT,
            "Not in hemolysis, whatever the G6PD: it destroys red cells by itself.",
            warrant("A190"),
        ),
        Remark(
            Section.BEFORE,
            "Glucose-6-phosphate dehydrogenase (G6PD).",
            warrant("E045u"),
        ),
        Remark(
            Section.WATCH,
            "Hemoglobin, reticulocytes, methemoglobin, rash.",
            warrant("A190"),
        ),
    ),
)

ANTI_D = Monograph(
    treatment=Drug.ANTI_D,
    title="Anti-D immunoglobulin: avoid",
    remarks=(
        Remark(
            Section.MUST_NOT,
            "Never for cytopenia in ALPS: one patient had severe hemolysis, and many have a "
            "positive antiglobulin test without overt hemolysis.",
            warrant("R09"),
        ),
        Remark(
            Section.MUST_NOT,
            "Anti-D is contraindicated in ALPS.",
            warrant("E047"),
        ),
        Remark(
            Section.PREGNANCY,
            "Obstetric prophylaxis of a RhD-negative mother is another purpose: a referral, not a "
            "prohibition.",
            warrant("A191"),
        ),
    ),
)
