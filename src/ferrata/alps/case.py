"""What one needs to know about a patient with ALPS, and how a record says it."""

from __future__ import annotations

from ferrata.alps.care.concepts import (
    Allergy,
    Examination,
    Laboratory,
    Reproduction,
    Transfusion,
)
from ferrata.alps.concepts import Answered, Lab, LymphomaGate, Sex
from ferrata.alps.concepts import Finding as Sign
from ferrata.alps.diagnosis.concepts import BIALLELIC_FAS, GERMLINE, SOMATIC, DiagnosticSign
from ferrata.alps.interacting import strong_cyp3a4 as takes_strong_cyp3a4
from ferrata.alps.sources import (
    A103,
    A105,
    A114,
    A115,
    A116,
    A120,
    A122,
    A123,
    A124,
    A126,
    A127,
    A128,
    A130,
    A131,
    A134,
)
from ferrata.guideline.conditions import Operator, any_of
from ferrata.guideline.derivations import (
    Anchor,
    Asserted,
    DaysSince,
    Edge,
    EverAsserted,
    Holds,
    Stated,
    Window,
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
YEAR = within(365 * day)
FOUR_WEEKS_AGO = Window(Edge(Anchor.ON, -90), Edge(Anchor.ON, -28))


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

    year_complete_days = Measurement(
        "Days of the last year with platelets of 100,000/µL or more",
        one,
        between(0, 366, one),
        days_with(Lab.PLATELETS, Operator.GE, 100_000 * per_uL, YEAR, A116),
    )
    year_platelet_days = Measurement(
        "Days of the last year with platelets below 100,000/µL",
        one,
        between(0, 366, one),
        days_with(Lab.PLATELETS, Operator.LT, 100_000 * per_uL, YEAR, A116),
    )
    year_hemoglobin_days = Measurement(
        "Days of the last year with hemoglobin below 10 g/dL",
        one,
        between(0, 366, one),
        days_with(Lab.HEMOGLOBIN, Operator.LT, 10 * g / dL, YEAR, A116),
    )
    year_neutrophil_days = Measurement(
        "Days of the last year with neutrophils below 1,500/µL",
        one,
        between(0, 366, one),
        days_with(Lab.NEUTROPHILS, Operator.LT, 1500 * per_uL, YEAR, A116),
    )
    earlier_hemoglobin_days = Measurement(
        "Days 4 to 13 weeks ago with hemoglobin below 10 g/dL",
        one,
        between(0, 63, one),
        days_with(Lab.HEMOGLOBIN, Operator.LT, 10 * g / dL, FOUR_WEEKS_AGO, A124),
    )
    earlier_neutrophil_days = Measurement(
        "Days 4 to 13 weeks ago with neutrophils below 1,500/µL",
        one,
        between(0, 63, one),
        days_with(Lab.NEUTROPHILS, Operator.LT, 1500 * per_uL, FOUR_WEEKS_AGO, A124),
    )
    earlier_platelet_days = Measurement(
        "Days 4 to 13 weeks ago with platelets below 100,000/µL",
        one,
        between(0, 63, one),
        days_with(Lab.PLATELETS, Operator.LT, 100_000 * per_uL, FOUR_WEEKS_AGO, A124),
    )
    triglycerides = Measurement(
        "Triglycerides",
        Laboratory.TRIGLYCERIDES.unit,
        Laboratory.TRIGLYCERIDES.plausible,
        latest(Laboratory.TRIGLYCERIDES, QUARTER),
    )
    spleen = Measurement(
        "Spleen below the costal margin",
        cm,
        Examination.SPLEEN.plausible,
        latest(Examination.SPLEEN, QUARTER),
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
    red_cells = Finding(
        "Red cells in the last 7 days",
        Asserted(Transfusion.RED_CELLS, within(7 * day), A128),
    )
    platelets_given = Finding(
        "Platelets in the last 3 days",
        Asserted(Transfusion.PLATELETS, within(3 * day), A128),
    )
    platelets_given_week = Finding(
        "Platelets in the last 7 days",
        Asserted(Transfusion.PLATELETS, within(7 * day), A128),
    )
    evans = Finding("Evans syndrome", EverAsserted(DiagnosticSign.EVANS, A126))
    ctla4 = Finding("Variant of CTLA4", EverAsserted(GERMLINE["CTLA4"], A127))
    lrba = Finding("Variant of LRBA", EverAsserted(GERMLINE["LRBA"], A127))
    pik3cd = Finding("Variant of PIK3CD", EverAsserted(GERMLINE["PIK3CD"], A127))
    nras = Finding("Germline variant of NRAS", EverAsserted(GERMLINE["NRAS"], A127))
    kras = Finding("Germline variant of KRAS", EverAsserted(GERMLINE["KRAS"], A127))
    nras_somatic = Finding("Somatic variant of NRAS", EverAsserted(SOMATIC["NRAS"], A127))
    kras_somatic = Finding("Somatic variant of KRAS", EverAsserted(SOMATIC["KRAS"], A127))
    biallelic_fas = Finding("Variants of both copies of FAS", EverAsserted(BIALLELIC_FAS, A127))
    mycophenolate_intolerance = Finding(
        "Allergy to mycophenolate, or not tolerated", EverAsserted(Allergy.MYCOPHENOLATE, A120)
    )
    sirolimus_intolerance = Finding(
        "Allergy to sirolimus, or not tolerated", EverAsserted(Allergy.SIROLIMUS, A120)
    )
    pregnant = Finding("Pregnant", Asserted(Reproduction.PREGNANT, within(280 * day), A131))
    other_cause = Finding(
        "The count fell for another cause", Asserted(Sign.OTHER_CAUSE, within(COUNT_LASTS), A122)
    )
    autoimmune_neutropenia = Finding(
        "Known autoimmune neutropenia", EverAsserted(DiagnosticSign.NEUTROPENIA, A123)
    )
    antiglobulin_positive = Finding(
        "Positive direct antiglobulin test", Asserted(DiagnosticSign.ANTIGLOBULIN, MONTH)
    )
    spleen_enlarged = Finding(
        "Spleen above the upper limit on ultrasound",
        Asserted(Sign.SPLEEN_ENLARGED, QUARTER, A130),
    )
    spleen_large = Finding(
        "Spleen above 1.5 times the upper limit", Asserted(Sign.SPLEEN_LARGE, QUARTER, A130)
    )
    acid_suppression = Finding(
        "Takes an antacid or a proton-pump inhibitor", Asserted(Sign.ACID_SUPPRESSION, MONTH)
    )
    alps_excluded = Finding(
        "ALPS, excluded by the full work-up", EverAsserted(Sign.ALPS_EXCLUDED, A115)
    )
    options_exhausted = Finding(
        "The options before rituximab are exhausted, by an ALPS centre's judgement",
        EverAsserted(Sign.OPTIONS_EXHAUSTED, A114),
    )
    asplenia = Finding("Asplenia or splenectomy", EverAsserted(Sign.ASPLENIA))
    asplenia_on_record = Finding(
        "Asplenia or splenectomy, by what the record names", EverAsserted(Sign.ASPLENIA, A134)
    )
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
    strong_cyp3a4_said = Finding(
        "Takes a strong CYP3A4 inhibitor or inducer, as asked", Asserted(Sign.STRONG_CYP3A4, MONTH)
    )
    strong_cyp3a4 = Finding(
        "Takes a strong CYP3A4 inhibitor or inducer",
        Holds(any_of(strong_cyp3a4_said, takes_strong_cyp3a4)),
    )
    unlisted_medicine = Finding(
        "Takes a medicine that the list does not name", Asserted(Sign.UNLISTED_MEDICINE, MONTH)
    )
    heavy_proteinuria = Finding("Heavy proteinuria", Asserted(Sign.HEAVY_PROTEINURIA, QUARTER))
    liver_disease = Finding("Liver disease", Asserted(Sign.LIVER_DISEASE, QUARTER))
    surgery_soon = Finding("Surgery within 4 weeks", Asserted(Sign.SURGERY_SOON, MONTH))
