"""What is said of mycophenolate."""

from __future__ import annotations

from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Remark, Section

REMARKS = (
    Remark(
        Section.INDICATION,
        "A steroid-sparing agent for autoimmune cytopenia.",
        warrant("M08"),
    ),
    Remark(
        Section.INDICATION,
        "With sirolimus one of the two primary long-term treatments.",
        warrant("P02", "P09"),
    ),
    Remark(
        Section.INDICATION,
        "Also used for uveitis, hepatitis, glomerulonephritis and lung infiltrates.",
        warrant("R22"),
    ),
    Remark(
        Section.INDICATION,
        "Steroid-sparing in hepatitis and uveitis.",
        warrant("P12"),
    ),
    Remark(
        Section.BEFORE,
        "Negative pregnancy test and contraception.",
        warrant("A09", "E042"),
    ),
    Remark(
        Section.BEFORE,
        "Vaccines first: live ones at least 4 weeks, inactivated ones at least 2 weeks before.",
        warrant("E050u"),
    ),
    Remark(
        Section.DOSE,
        "600 mg/m2 a dose, twice daily: 1,200 mg/m2/day.",
        warrant("R21"),
    ),
    Remark(
        Section.DOSE,
        "At most 2 g a day, from 3 months of age.",
        warrant("E041"),
    ),
    Remark(
        Section.DOSE,
        "Below 3 months nothing is computed; to 12 months only with a specialist.",
        warrant("A17"),
    ),
    Remark(
        Section.DOSE,
        "Started with steroids within 2 to 4 weeks; adjusted over 8 to 12 weeks as they taper.",
        warrant("R45"),
    ),
    Remark(
        Section.WATCH,
        "Periodic blood counts (the source gives no interval).",
        warrant("R45"),
    ),
    Remark(
        Section.WATCH,
        "Label: blood count weekly for a month, every two weeks for two months, then monthly to "
        "one year; viruses reactivate.",
        warrant("E042"),
    ),
    Remark(
        Section.WATCH,
        "Needs no drug levels.",
        warrant("M09"),
    ),
    Remark(
        Section.WATCH,
        "A new fall of the neutrophils, 50 % or more below the baseline, or below 0.5 x10^9/L "
        "with infection: hold it. A known autoimmune neutropenia is a caution, no bar.",
        warrant("A25"),
    ),
    Remark(
        Section.WATCH,
        "The label's limit for neutrophils, 1.3 x10^9/L, would bar it in autoimmune neutropenia.",
        warrant("E042u"),
    ),
    Remark(
        Section.RESPONSE,
        "Failure is not called before week 12 (weeks 6 to 8 in an emergency or hypersplenism), "
        "nor on less than 80 % of the dose, taken.",
        warrant("A10"),
    ),
    Remark(
        Section.RESPONSE,
        "Elsewhere: partial response at 20 days in the median (7 to 137), complete at 37 days "
        "(7 to 192).",
        warrant("A180"),
    ),
    Remark(
        Section.RESPONSE,
        "It does not shrink nodes or spleen, nor lower double-negative T cells.",
        warrant("M10"),
    ),
    Remark(
        Section.RESPONSE,
        "The spleen and the nodes shrink not reliably.",
        warrant("R10", "P04"),
    ),
    Remark(
        Section.RESPONSE,
        "For lymphoproliferation it is not effective.",
        warrant("P10"),
    ),
    Remark(
        Section.RESPONSE,
        "Some respond only in part (partial response) and need prolonged steroids.",
        warrant("M11"),
    ),
    Remark(
        Section.EVIDENCE,
        "64 patients with a median age of 10 years, followed for 4.5 years (0.5 to 15).",
        warrant("R22"),
    ),
    Remark(
        Section.EVIDENCE,
        "18 of 64 had relapsed after splenectomy before they began it.",
        warrant("R23"),
    ),
    Remark(
        Section.EVIDENCE,
        "3 very young children avoided or postponed splenectomy; later operations went without "
        "overwhelming sepsis.",
        warrant("R27"),
    ),
    Remark(
        Section.EVIDENCE,
        "No significant damage to organs seen in 15 years of chronic use.",
        warrant("R54"),
    ),
    Remark(
        Section.EVIDENCE,
        "One source says there are no significant interactions; the label lists some (C17).",
        warrant("M09"),
    ),
    Remark(
        Section.PREGNANCY,
        "Harms the unborn child: negative test and contraception before and during it.",
        warrant("E042"),
    ),
    Remark(
        Section.PREGNANCY,
        "Contraception until 6 weeks after the last dose.",
        warrant("E042u"),
    ),
    Remark(
        Section.PREGNANCY,
        "Washout 6 weeks before a pregnancy. Alternatives: prednisone, intravenous "
        "immunoglobulin, azathioprine after testing, hydroxychloroquine.",
        warrant("A192"),
    ),
)
