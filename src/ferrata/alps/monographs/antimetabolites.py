"""Azathioprine, mercaptopurine and methotrexate: named by the sources without a dose."""

from __future__ import annotations

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import ALLOPURINOL, FEBUXOSTAT
from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Certainty, Handling, Interaction, Monograph, Remark, Section

_SPARING = Remark(
    Section.INDICATION,
    "A steroid-sparing agent to avoid or postpone splenectomy.",
    warrant("R52"),
)
_SELECTED = Remark(
    Section.INDICATION,
    "To spare steroids in selected patients (the source does not say which).",
    warrant("R40"),
)

_THIOPURINE = (
    Remark(
        Section.BEFORE,
        "TPMT and NUDT15 before the first dose: without them it can destroy the marrow.",
        warrant("A187"),
    ),
    Remark(
        Section.WATCH,
        "Blood counts and liver enzymes.",
        warrant("A187"),
    ),
)

_NO_XANTHINE_OXIDASE = Interaction(
    (ALLOPURINOL, FEBUXOSTAT),
    "Never without a specialist: they raise the thiopurine to dangerous levels.",
    Certainty.MEMORY,
    warrant("A187"),
    do=Handling.AVOID,
)

_WITH_MYCOPHENOLATE = Interaction(
    (Drug.MYCOPHENOLATE,),
    "Never together: a thiopurine and mycophenolate stop the same cells.",
    Certainty.MEMORY,
    warrant("A187"),
    do=Handling.AVOID,
)

AZATHIOPRINE = Monograph(
    treatment=Drug.AZATHIOPRINE,
    title="Azathioprine",
    remarks=(
        _SELECTED,
        _SPARING,
        *_THIOPURINE,
        Remark(
            Section.RESPONSE,
            "Spleen or nodes shrink not reliably: judge it by the counts.",
            warrant("R10"),
        ),
        Remark(
            Section.PREGNANCY,
            "After testing (TPMT, NUDT15) one of the alternatives that are shown in pregnancy.",
            warrant("A192"),
        ),
    ),
    interactions=(
        _NO_XANTHINE_OXIDASE,
        _WITH_MYCOPHENOLATE,
        Interaction(
            (Drug.MERCAPTOPURINE,),
            "Never together: azathioprine turns into mercaptopurine.",
            Certainty.MEMORY,
            warrant("A187"),
            do=Handling.AVOID,
        ),
    ),
)

MERCAPTOPURINE = Monograph(
    treatment=Drug.MERCAPTOPURINE,
    title="Mercaptopurine",
    remarks=(
        _SELECTED,
        _SPARING,
        Remark(
            Section.INDICATION,
            "Refractory cytopenia, limited use: with vincristine and methotrexate.",
            warrant("M21"),
        ),
        *_THIOPURINE,
    ),
    interactions=(
        _NO_XANTHINE_OXIDASE,
        _WITH_MYCOPHENOLATE,
        Interaction(
            (Drug.AZATHIOPRINE,),
            "Never together: azathioprine turns into mercaptopurine.",
            Certainty.MEMORY,
            warrant("A187"),
            do=Handling.AVOID,
        ),
    ),
)

METHOTREXATE = Monograph(
    treatment=Drug.METHOTREXATE,
    title="Methotrexate",
    remarks=(
        _SPARING,
        Remark(
            Section.INDICATION,
            "Refractory cytopenia, limited use: with sirolimus, or with vincristine and "
            "mercaptopurine.",
            warrant("M21"),
        ),
        Remark(
            Section.MUST_NOT,
            "Once a week, never daily: daily methotrexate kills. Name the weekday on the "
            "prescription.",
            warrant("A188"),
        ),
        Remark(
            Section.BEFORE,
            "Kidney function, liver enzymes, blood count, pregnancy test.",
            warrant("A188"),
        ),
        Remark(
            Section.WATCH,
            "Blood counts, liver enzymes, kidney function; folic acid.",
            warrant("A188"),
        ),
        Remark(
            Section.PREGNANCY,
            "Contraindicated.",
            warrant("A188"),
        ),
    ),
    interactions=(
        Interaction(
            (Drug.COTRIMOXAZOLE,),
            "Both block folate: marrow failure. Not together.",
            Certainty.MEMORY,
            warrant("A188"),
            do=Handling.AVOID,
        ),
    ),
)
