"""Prednisone by mouth and methylprednisolone as a pulse."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.monographs.interactants import (
    AZOLES,
    CARBAMAZEPINE,
    CLARITHROMYCIN,
    COBICISTAT,
    LIVE_VACCINES,
    PHENOBARBITAL,
    PHENYTOIN,
    RIFAMPICIN,
    RITONAVIR,
)
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

_INTERACTIONS = (
    Interaction(
        (*AZOLES, CLARITHROMYCIN, RITONAVIR, COBICISTAT),
        "Strong CYP3A4 inhibitors, azoles above all, raise the steroid and deepen adrenal "
        "suppression: expect Cushing's signs, and cover stress for longer.",
        Certainty.MEMORY,
        warrant("A185"),
        do=Handling.WATCH,
    ),
    Interaction(
        (RIFAMPICIN, PHENYTOIN, PHENOBARBITAL, CARBAMAZEPINE),
        "Inducers lower the steroid: a response may fail for that reason alone.",
        Certainty.MEMORY,
        warrant("A185"),
        do=Handling.WATCH,
    ),
    Interaction(
        LIVE_VACCINES,
        "No live vaccines from 20 mg a day, or 2 mg/kg a day above 10 kg, for 14 days or longer, "
        "until 1 month after. Before planned immunosuppression: live vaccines at least 4 weeks, "
        "inactivated ones at least 2 weeks ahead.",
        Certainty.MEMORY,
        warrant("E050u"),
        do=Handling.AVOID,
    ),
)

_TOXICITY = Remark(
    Section.WATCH,
    "Blood pressure (hypertension), glucose (hyperglycemia), eyes (cataract), bone (osteopenia, "
    "avascular necrosis of the hip), growth and weight (Cushingoid habitus). The sources give no "
    "intervals.",
    warrant("R18"),
)

_RESPONSE = (
    Remark(
        Section.RESPONSE,
        "Platelets: look at day 3, judge at day 7.",
        warrant("A04"),
    ),
    Remark(
        Section.RESPONSE,
        "Platelets: response from 30 x10^9/L and twice the baseline, complete from 100, without "
        "bleeding.",
        warrant("E029"),
    ),
    Remark(
        Section.RESPONSE,
        "Hemoglobin: judge at day 14. Response from 10 g/dL, or a rise of 2 to at least 8, "
        "without transfusion for 7 days.",
        warrant("A05"),
    ),
    Remark(
        Section.RESPONSE,
        "Neutrophils: judge at day 14, below 0.5 mg/kg of prednisone, which by itself raises "
        "them. Response from 0.5 x10^9/L and twice the baseline, complete from 1.5.",
        warrant("A06"),
    ),
)

PREDNISONE = Monograph(
    treatment=Drug.PREDNISONE,
    title="Prednisone by mouth, with its taper",
    ages=_AGES,
    remarks=(
        Remark(
            Section.INDICATION,
            "First treatment of autoimmune cytopenia in ALPS, with or without high-dose "
            "immunoglobulin.",
            warrant("M01", "P09"),
        ),
        Remark(
            Section.INDICATION,
            "A short bridge until mycophenolate, sirolimus or hydroxychloroquine works alone.",
            warrant("R43"),
        ),
        Remark(
            Section.MUST_NOT,
            "Not as the only first-line agent for a significant cytopenia.",
            warrant("R44"),
        ),
        Remark(
            Section.MUST_NOT,
            "It is not for sustained use: only a short pulse for a flare.",
            warrant("P06"),
        ),
        Remark(
            Section.MUST_NOT,
            "Avoid long-term use: its harms are listed under what to watch.",
            warrant("R18"),
        ),
        Remark(
            Section.DOSE,
            "1 to 2 mg/kg; it often works (the source states neither drug, day nor duration).",
            warrant("M02"),
        ),
        Remark(
            Section.DOSE,
            "After intravenous steroids: 1 to 2 mg/kg, tapered over 8 to 12 weeks.",
            warrant("R16"),
        ),
        Remark(
            Section.DOSE,
            "The other source: 1 to 2 mg/kg/day after the pulse, tapered over months (C03).",
            warrant("M03"),
        ),
        Remark(
            Section.DOSE,
            "A pulse on mycophenolate: 1 to 2 mg/kg/day, by severity up to 5 mg/kg/day.",
            warrant("F04"),
        ),
        Remark(
            Section.DOSE,
            "At most 60 mg/day. A pulse of up to 5 mg/kg/day: at most 5 days and 250 mg/day, then "
            "back with an end date.",
            warrant("A22"),
        ),
        Remark(
            Section.DOSE,
            "Full dose for 7 days or more, end in weeks 8 to 12; beyond that it is dependence. "
            "Never stopped abruptly after 3 weeks or more; stress doses for 12 months.",
            warrant("A20"),
        ),
        Remark(
            Section.DOSE,
            "Where prednisolone is sold instead: milligram for milligram.",
            warrant("A112"),
        ),
        _TOXICITY,
        Remark(
            Section.WATCH,
            "Start mycophenolate or sirolimus early, to limit the exposure to steroids.",
            warrant("M16"),
        ),
        *_RESPONSE,
        Remark(
            Section.RESPONSE,
            "Spleen or nodes shrink not reliably: judge it by the counts.",
            warrant("R10"),
        ),
        Remark(
            Section.EVIDENCE,
            "In adults with warm hemolytic anemia the taper takes 6 to 12 months; it is shorter "
            "in ALPS because a steroid-sparing agent is added.",
            warrant("E049"),
        ),
        Remark(
            Section.PREGNANCY,
            "One of the alternatives that are shown in pregnancy.",
            warrant("A192"),
        ),
    ),
    interactions=_INTERACTIONS,
)

METHYLPREDNISOLONE = Monograph(
    treatment=Drug.METHYLPREDNISOLONE,
    title="Methylprednisolone as an intravenous pulse",
    ages=_AGES,
    remarks=(
        Remark(
            Section.INDICATION,
            "First pulse for refractory cytopenia, before prednisone by mouth.",
            warrant("R15"),
        ),
        Remark(
            Section.INDICATION,
            "Severe and refractory cytopenia, in a higher dose.",
            warrant("R17"),
        ),
        Remark(
            Section.DOSE,
            "5 to 10 mg/kg for 7 to 10 days (a day's dose; the source leaves the word out).",
            warrant("R15"),
        ),
        Remark(
            Section.DOSE,
            "Severe or refractory, such as hemoglobin below 5 g/dL: up to 30 mg/kg/day for 1 to "
            "3 days.",
            warrant("R17"),
        ),
        Remark(
            Section.DOSE,
            "The other source: 5 to 30 mg/kg/day for 1 to 3 days, then prednisone (C01).",
            warrant("M03"),
        ),
        Remark(
            Section.DOSE,
            "Bounds: above 10 mg/kg/day at most 3 days; from 10 down at most 7 days; at most "
            "1 g/day.",
            warrant("A22"),
        ),
        _TOXICITY,
        *_RESPONSE,
    ),
    interactions=_INTERACTIONS,
)
