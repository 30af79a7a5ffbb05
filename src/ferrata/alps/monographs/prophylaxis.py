"""Penicillin V, amoxicillin and cotrimoxazole: prophylaxis by local policy."""

from __future__ import annotations

from ferrata.alps.concepts import Drug
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Certainty, Handling, Interaction, Monograph, Remark, Section

_AFTER_SPLENECTOMY = (
    Remark(
        Section.INDICATION,
        "Prophylaxis after splenectomy, with the routine vaccines.",
        warrant("P11"),
    ),
    Remark(
        Section.INDICATION,
        "Long-term prophylaxis after splenectomy is crucial (regimen by local policy, C19).",
        warrant("P16"),
    ),
    Remark(
        Section.INDICATION,
        "Against pneumococci above all: IgM-mediated defense against them is deficient in ALPS, "
        "so vaccines may not protect.",
        warrant("R61"),
    ),
    Remark(
        Section.INDICATION,
        "It is lifelong. A temperature of 38.0 °C or more needs a parenteral antibiotic at once, "
        "prophylaxis or not.",
        warrant("A18"),
    ),
    Remark(
        Section.BEFORE,
        "Ask for allergy to penicillin.",
        warrant("A198"),
    ),
)

PENICILLIN_V = Monograph(
    treatment=Drug.PENICILLIN_V,
    title="Penicillin V as prophylaxis",
    remarks=_AFTER_SPLENECTOMY,
)

AMOXICILLIN = Monograph(
    treatment=Drug.AMOXICILLIN,
    title="Amoxicillin as prophylaxis",
    remarks=_AFTER_SPLENECTOMY,
)

COTRIMOXAZOLE = Monograph(
    treatment=Drug.COTRIMOXAZOLE,
    title="Cotrimoxazole as prophylaxis",
    remarks=(
        Remark(
            Section.INDICATION,
            "No routine prophylaxis of Pneumocystis or fungi on mycophenolate or sirolimus: "
            "fluconazole, cotrimoxazole and pentamidine were not used (C18).",
            warrant("R53"),
        ),
        Remark(
            Section.BEFORE,
            "Ask for allergy to sulfonamides.",
            warrant("A198"),
        ),
        Remark(
            Section.BEFORE,
            "Glucose-6-phosphate dehydrogenase (G6PD).",
            warrant("E045u"),
        ),
        Remark(
            Section.WATCH,
            "Blood counts and potassium.",
            warrant("A198"),
        ),
    ),
    interactions=(
        Interaction(
            (Drug.METHOTREXATE, Drug.AZATHIOPRINE, Drug.MERCAPTOPURINE),
            "Marrow failure: not with methotrexate; counts with a thiopurine.",
            Certainty.MEMORY,
            warrant("A198"),
            do=Handling.AVOID,
        ),
    ),
)
