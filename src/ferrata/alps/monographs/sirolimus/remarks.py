"""What is said of sirolimus."""

from __future__ import annotations

from ferrata.alps.sources import warrant
from ferrata.guideline.monograph import Remark, Section

REMARKS = (
    Remark(
        Section.INDICATION,
        "ALPS-FAS with large nodes and spleen and refractory cytopenia.",
        warrant("R28"),
    ),
    Remark(
        Section.INDICATION,
        "Has been proposed as first-line treatment (C07).",
        warrant("M13"),
    ),
    Remark(
        Section.INDICATION,
        "With mycophenolate one of the two primary long-term treatments.",
        warrant("P02", "P09"),
    ),
    Remark(
        Section.INDICATION,
        "Refractory lymphoproliferation; one without symptoms is watched.",
        warrant("P10"),
    ),
    Remark(
        Section.INDICATION,
        "Steroid-sparing in hepatitis or uveitis.",
        warrant("P12"),
    ),
    Remark(
        Section.MUST_NOT,
        "Not after liver or lung transplantation.",
        warrant("E038u"),
    ),
    Remark(
        Section.BEFORE,
        "Levels can be measured, no strong CYP3A4 drug, no heavy proteinuria, negative pregnancy "
        "test and contraception; no surgery within 4 weeks.",
        warrant("A09"),
    ),
    Remark(
        Section.BEFORE,
        "Vaccines first: live ones at least 4 weeks, inactivated ones at least 2 weeks before.",
        warrant("E050u"),
    ),
    Remark(
        Section.DOSE,
        "Load 3 mg/m2, then 2.5 mg/m2 once daily, at most 4 or 5 mg a day.",
        warrant("R29"),
    ),
    Remark(
        Section.DOSE,
        "Here: at most 4 mg/day at the start, never above 5 mg/day, the load included. The load "
        "is optional, and left out with an inhibitor, hepatic disease or below 2 years.",
        warrant("A24"),
    ),
    Remark(
        Section.DOSE,
        "Below 1 year nothing is computed; from 1 to below 2 years no load, and a first level at "
        "days 3 to 5.",
        warrant("A17"),
    ),
    Remark(
        Section.DOSE,
        "Younger children may need it every 12 hours (no age is given, C15).",
        warrant("R31", "R30"),
    ),
    Remark(
        Section.DOSE,
        "Started with steroids within 2 to 4 weeks; adjusted over 8 to 12 weeks as they taper.",
        warrant("R45"),
    ),
    Remark(
        Section.DOSE,
        "For comparison, the kidney label from 13 years below 40 kg: load 3 mg/m2, then 1 mg/m2 a "
        "day; new dose = dose x target / level, with a load of 3 times the rise (above 40 mg over "
        "2 days); in hepatic impairment about 33 % less (class A, B) or 50 % less (class C).",
        warrant("E036"),
    ),
    Remark(
        Section.DOSE,
        "For comparison, a population model of children of 5 to 60 kg: 0.07, 0.06 and 0.05 mg/kg "
        "a day. In vascular anomalies: 1.6 mg/m2 a day in 2 doses.",
        warrant("E039"),
    ),
    Remark(
        Section.WATCH,
        "24-hour trough of 5 to 15 ng/mL (12-hour with doses every 12 hours).",
        warrant("R30"),
    ),
    Remark(
        Section.WATCH,
        "Needs levels: trough of 5 to 15 ng/mL.",
        warrant("M14"),
    ),
    Remark(
        Section.WATCH,
        "First level at days 5 to 7, weekly until two are in range, monthly three times, then "
        "every 3 months; again 5 to 7 days after a change of dose, an interaction or an illness. "
        "A trough counts within 1 hour of its time.",
        warrant("A19"),
    ),
    Remark(
        Section.WATCH,
        "Trough above 15: reduce; above 20: hold and check. Well in remission at 4.2 ng/mL: no "
        "increase. At most 50 % up or down per step; toxicity overrides a level in range.",
        warrant("A24"),
    ),
    Remark(
        Section.WATCH,
        "Label: level 7 to 14 days after a change of dose, 3 to 4 days after a load.",
        warrant("E036"),
    ),
    Remark(
        Section.WATCH,
        "In vascular anomalies: trough 4 to 12, at 2 weeks, then monthly.",
        warrant("E039"),
    ),
    Remark(
        Section.WATCH,
        "Half-life about 62 hours in adults, steady state after 5 to 7 days; immunoassays read 10 "
        "to 20 % above mass spectrometry: stay with one method.",
        warrant("E040u"),
    ),
    Remark(
        Section.WATCH,
        "Kidney and liver function, cholesterol, stomatitis, T-cell immunosuppression (the "
        "source gives no intervals).",
        warrant("R32"),
    ),
    Remark(
        Section.WATCH,
        "Oral mucositis, lipids, kidney function, marrow suppression, interactions.",
        warrant("M15"),
    ),
    Remark(
        Section.WATCH,
        "A new fall of the neutrophils, 50 % or more below the baseline, or below 0.5 x10^9/L "
        "with infection: hold it. A known autoimmune neutropenia is a caution, no bar.",
        warrant("A25"),
    ),
    Remark(
        Section.WATCH,
        "It needs careful monitoring.",
        warrant("P03"),
    ),
    Remark(
        Section.WATCH,
        "Infection, lymphoma, interstitial lung disease, slow wound healing, proteinuria.",
        warrant("E038u"),
    ),
    Remark(
        Section.RESPONSE,
        "Within 1 to 3 months: cytopenia, nodes and spleen better, double-negative T cells not "
        "detectable, vitamin B12, IL-10 and soluble FAS ligand normal.",
        warrant("M12"),
    ),
    Remark(
        Section.RESPONSE,
        "Double-negative T cells, IL-10, vitamin B12 and HDL become normal.",
        warrant("R34"),
    ),
    Remark(
        Section.RESPONSE,
        "The organs shrink and the counts rise.",
        warrant("P03"),
    ),
    Remark(
        Section.RESPONSE,
        "Failure is not called before week 12 from the first level in range, nor with fewer than "
        "2 troughs in range; lymphoproliferation is judged at 6 months.",
        warrant("A13"),
    ),
    Remark(
        Section.EVIDENCE,
        "14 patients, 12 with ALPS-FAS, in the median 2 years old at the start (1 to 37), treated "
        "for 0.5 to 6 years; 4 stopped for lack of effect.",
        warrant("R33"),
    ),
    Remark(
        Section.EVIDENCE,
        "The trial followed its patients for a median of 2 years (1 to 4.5).",
        warrant("E032"),
    ),
    Remark(
        Section.EVIDENCE,
        "Clearance per kg falls with growth, from 0.31 to 0.17 L/h/kg.",
        warrant("E039"),
    ),
    Remark(
        Section.EVIDENCE,
        "No significant damage to organs seen in 15 years of chronic use.",
        warrant("R54"),
    ),
    Remark(
        Section.PREGNANCY,
        "Contraception during it and until 12 weeks after.",
        warrant("E038u"),
    ),
    Remark(
        Section.PREGNANCY,
        "Washout 12 weeks before a pregnancy. Alternatives: prednisone, intravenous "
        "immunoglobulin, azathioprine after testing, hydroxychloroquine.",
        warrant("A192"),
    ),
)
