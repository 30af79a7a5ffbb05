"""Hydroxychloroquine."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import AZITHROMYCIN, CITALOPRAM, ONDANSETRON
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

HYDROXYCHLOROQUINE = Monograph(
    treatment=Drug.HYDROXYCHLOROQUINE,
    title="Hydroxychloroquine",
    ages=Ages(Decimal(12), Decimal(30), warrant("R41", "A182")),
    words=("hydroxychloroquine",),
    remarks=(
        Remark(
            Section.INDICATION,
            "To spare steroids in selected patients (the source does not say which).",
            warrant("R40"),
        ),
        Remark(
            Section.INDICATION,
            "A steroid-sparing agent to avoid or postpone splenectomy.",
            warrant("R52"),
        ),
        Remark(
            Section.INDICATION,
            "Mild cytopenia after mycophenolate and sirolimus, with an ALPS centre.",
            warrant("A14"),
        ),
        Remark(
            Section.BEFORE,
            "Eyes: fundus, OCT and autofluorescence soon after the start. Kidney disease, "
            "tamoxifen and macular disease are the major risks.",
            warrant("E044"),
        ),
        Remark(
            Section.DOSE,
            "200 to 400 mg once daily (no weight is given).",
            warrant("R41"),
        ),
        Remark(
            Section.DOSE,
            "At most 5 mg/kg a day of real weight, below 400 mg in severe obesity; the smaller "
            "amount counts (C16).",
            warrant("E044"),
        ),
        Remark(
            Section.WATCH,
            "OCT and autofluorescence each year; without major risk this may wait 5 years.",
            warrant("E044"),
        ),
        Remark(
            Section.RESPONSE,
            "Judged at 24 weeks.",
            warrant("A14"),
        ),
        Remark(
            Section.EVIDENCE,
            "2 young female patients were held on it alone for up to 7 years.",
            warrant("R41"),
        ),
        Remark(
            Section.PREGNANCY,
            "One of the alternatives that are shown in pregnancy.",
            warrant("A192"),
        ),
    ),
    interactions=(
        Interaction(
            (AZITHROMYCIN, CITALOPRAM, ONDANSETRON),
            "Drugs that lengthen the QT interval: an electrocardiogram first, or another drug.",
            Certainty.MEMORY,
            warrant("A186"),
            do=Handling.MEASURE,
        ),
    ),
    outcomes=(
        Outcome(
            "Long-term response",
            "long-term responder of Table 1",
            "4 patients with ALPS-FAS, Rao 2015",
            warrant("R41"),
            count=2,
            of=4,
        ),
    ),
)
