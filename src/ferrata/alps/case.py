"""What one needs to know about a patient with ALPS, and how a record says it."""

from __future__ import annotations

from ferrata.alps.concepts import Answered, Lab, LymphomaGate, Sex
from ferrata.alps.concepts import Finding as Sign
from ferrata.alps.sources import A103, A105, A114, A115
from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import (
    Asserted,
    DaysSince,
    EverAsserted,
    Stated,
    days_with,
    ever,
    highest,
    latest,
    within,
)
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.units import between, celsius, cm, day, dL, g, kg, one, per_uL
from ferrata.guideline.vocabularies import CaseFeatures

COUNT_LASTS = 14 * day
ACUTE = within(3 * day)
MONTH = within(30 * day)
QUARTER = within(90 * day)


class Case(CaseFeatures):
    """One row per patient."""

    alps = Finding("ALPS, confirmed or probable", EverAsserted(Sign.ALPS))
    age = Measurement("Age", day, between(0, 45_000, day), DaysSince(Sign.BIRTH))
    sex = Choice("Sex", Sex, Stated(Answered.SEX, ever()))

    weight = Measurement(
        "Body weight", kg, Lab.WEIGHT.plausible, latest(Lab.WEIGHT, within(30 * day))
    )
    height = Measurement(
        "Body height", cm, Lab.HEIGHT.plausible, latest(Lab.HEIGHT, within(180 * day))
    )

    hemoglobin = Measurement(
        "Hemoglobin", g / dL, Lab.HEMOGLOBIN.plausible, latest(Lab.HEMOGLOBIN, within(COUNT_LASTS))
    )
    hemoglobin_highest_day = Measurement(
        "Highest hemoglobin of the last day",
        g / dL,
        Lab.HEMOGLOBIN.plausible,
        highest(Lab.HEMOGLOBIN, within(1 * day)),
    )
    hemoglobin_highest_week = Measurement(
        "Highest hemoglobin of the last 7 days",
        g / dL,
        Lab.HEMOGLOBIN.plausible,
        highest(Lab.HEMOGLOBIN, within(7 * day)),
    )
    neutrophils = Measurement(
        "Absolute neutrophil count",
        per_uL,
        Lab.NEUTROPHILS.plausible,
        latest(Lab.NEUTROPHILS, within(COUNT_LASTS)),
    )
    platelets = Measurement(
        "Platelet count",
        per_uL,
        Lab.PLATELETS.plausible,
        latest(Lab.PLATELETS, within(COUNT_LASTS)),
    )
    low_hemoglobin_days = Measurement(
        "Days with hemoglobin below 8 g/dL",
        one,
        between(0, 15, one),
        days_with(Lab.HEMOGLOBIN, Operator.LT, 8 * g / dL, within(COUNT_LASTS), A103),
    )
    low_neutrophil_days = Measurement(
        "Days with neutrophils below 500/µL",
        one,
        between(0, 15, one),
        days_with(Lab.NEUTROPHILS, Operator.LT, 500 * per_uL, within(COUNT_LASTS), A103),
    )
    low_platelet_days = Measurement(
        "Days with platelets below 50,000/µL",
        one,
        between(0, 15, one),
        days_with(Lab.PLATELETS, Operator.LT, 50_000 * per_uL, within(COUNT_LASTS), A103),
    )
    very_low_platelet_days = Measurement(
        "Days with platelets below 20,000/µL",
        one,
        between(0, 15, one),
        days_with(Lab.PLATELETS, Operator.LT, 20_000 * per_uL, within(COUNT_LASTS), A103),
    )
    quarter_hemoglobin_days = Measurement(
        "Days of the last 90 with hemoglobin below 8 g/dL",
        one,
        between(0, 91, one),
        days_with(Lab.HEMOGLOBIN, Operator.LT, 8 * g / dL, QUARTER, A103),
    )
    quarter_neutrophil_days = Measurement(
        "Days of the last 90 with neutrophils below 500/µL",
        one,
        between(0, 91, one),
        days_with(Lab.NEUTROPHILS, Operator.LT, 500 * per_uL, QUARTER, A103),
    )
    quarter_platelet_days = Measurement(
        "Days of the last 90 with platelets below 50,000/µL",
        one,
        between(0, 91, one),
        days_with(Lab.PLATELETS, Operator.LT, 50_000 * per_uL, QUARTER, A103),
    )
    febrile_days = Measurement(
        "Days with a measured temperature of 38.0 °C or more",
        one,
        between(0, 3, one),
        days_with(Lab.TEMPERATURE, Operator.GE, 38 * celsius, within(2 * day), A105),
    )

    anemia_symptoms = Finding("Symptoms of severe anemia", Asserted(Sign.ANEMIA_SYMPTOMS, ACUTE))
    hemolysis = Finding("Hemolysis", Asserted(Sign.HEMOLYSIS, MONTH))
    bleeding = Finding("Bleeding", Asserted(Sign.BLEEDING, ACUTE))
    major_bleeding = Finding("Major bleeding", Asserted(Sign.MAJOR_BLEEDING, ACUTE))
    fever = Finding("Temperature of 38.0 °C or more", Asserted(Sign.FEVER, ACUTE))
    infection = Finding("Significant infection", Asserted(Sign.INFECTION, ACUTE))
    transfused = Finding(
        "Transfusion in the last 7 days", Asserted(Sign.TRANSFUSION, within(7 * day))
    )
    alps_excluded = Finding(
        "ALPS, excluded by the full work-up", EverAsserted(Sign.ALPS_EXCLUDED, A115)
    )
    options_exhausted = Finding(
        "The options before rituximab are exhausted, by an ALPS centre's judgement",
        EverAsserted(Sign.OPTIONS_EXHAUSTED, A114),
    )
    asplenia = Finding("Asplenia or splenectomy", EverAsserted(Sign.ASPLENIA))
    hypersplenism = Finding(
        "Hypersplenism, by a clinician's judgement", Asserted(Sign.HYPERSPLENISM, QUARTER)
    )
    hypersplenism_major = Finding(
        "Hypersplenism is a major contributor", Asserted(Sign.HYPERSPLENISM_MAJOR, QUARTER)
    )
    lymphoproliferation = Finding(
        "Lymphoproliferation that needs treatment", Asserted(Sign.LYMPHOPROLIFERATION, QUARTER)
    )
    needs_treatment = Finding(
        "Multilineage autoimmune cytopenia that needs treatment",
        Asserted(Sign.NEEDS_TREATMENT, MONTH),
    )
    steroid_dependence = Finding(
        "Needs more than 0.2 mg/kg of prednisone a day", Asserted(Sign.STEROID_DEPENDENCE, MONTH)
    )
    lymphoma_gate = Choice("Lymphoma gate", LymphomaGate, Stated(Answered.LYMPHOMA_GATE, MONTH))
    pregnancy_possible = Finding(
        "Pregnant, or pregnancy possible without contraception and test",
        Asserted(Sign.PREGNANCY_POSSIBLE, MONTH),
    )
    level_monitoring = Finding(
        "Sirolimus levels can be measured", Asserted(Sign.LEVEL_MONITORING, QUARTER)
    )
    strong_cyp3a4 = Finding(
        "Takes a strong CYP3A4 inhibitor or inducer", Asserted(Sign.STRONG_CYP3A4, MONTH)
    )
    heavy_proteinuria = Finding("Heavy proteinuria", Asserted(Sign.HEAVY_PROTEINURIA, QUARTER))
    surgery_soon = Finding("Surgery within 4 weeks", Asserted(Sign.SURGERY_SOON, MONTH))
