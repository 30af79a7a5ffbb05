"""What one needs to know of a patient for follow-up, besides the cytopenias."""

from __future__ import annotations

from ferrata.alps.care.concepts import (
    Allergy,
    Examination,
    FollowUp,
    Laboratory,
    Manifestation,
    MucositisGrade,
    Reproduction,
    Vaccine,
)
from ferrata.alps.case import MONTH, QUARTER
from ferrata.alps.concepts import Drug, Lab
from ferrata.alps.course import Prednisone
from ferrata.guideline.conditions import all_of
from ferrata.guideline.derivations import (
    Asserted,
    DaysSince,
    EverAsserted,
    Holds,
    OnTreatment,
    Stated,
    latest,
    within,
)
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.units import L, U, between, cm, day, dL, g, mg, mL, mmHg, ng, per_uL, percent
from ferrata.guideline.vocabularies import CaseFeatures

HALF_YEAR = within(180 * day)
LIFETIME = between(0, 45_000, day)


class Care(CaseFeatures):
    """One row per patient."""

    sirolimus_level = Measurement(
        "Sirolimus trough", ng / mL, Lab.SIROLIMUS.plausible, latest(Lab.SIROLIMUS, QUARTER)
    )
    creatinine = Measurement(
        "Creatinine",
        mg / dL,
        Laboratory.CREATININE.plausible,
        latest(Laboratory.CREATININE, MONTH),
    )
    alt = Measurement("ALT", U / L, Laboratory.ALT.plausible, latest(Laboratory.ALT, MONTH))
    ast = Measurement("AST", U / L, Laboratory.AST.plausible, latest(Laboratory.AST, MONTH))
    bilirubin = Measurement(
        "Bilirubin", mg / dL, Laboratory.BILIRUBIN.plausible, latest(Laboratory.BILIRUBIN, MONTH)
    )
    cholesterol = Measurement(
        "Cholesterol",
        mg / dL,
        Laboratory.CHOLESTEROL.plausible,
        latest(Laboratory.CHOLESTEROL, MONTH),
    )
    ldl = Measurement(
        "LDL cholesterol", mg / dL, Laboratory.LDL.plausible, latest(Laboratory.LDL, MONTH)
    )
    hdl = Measurement(
        "HDL cholesterol", mg / dL, Laboratory.HDL.plausible, latest(Laboratory.HDL, MONTH)
    )
    triglycerides = Measurement(
        "Triglycerides",
        mg / dL,
        Laboratory.TRIGLYCERIDES.plausible,
        latest(Laboratory.TRIGLYCERIDES, MONTH),
    )
    urine_protein = Measurement(
        "Protein to creatinine in urine",
        mg / g,
        Laboratory.URINE_PROTEIN.plausible,
        latest(Laboratory.URINE_PROTEIN, MONTH),
    )
    glucose = Measurement(
        "Glucose", mg / dL, Laboratory.GLUCOSE.plausible, latest(Laboratory.GLUCOSE, MONTH)
    )
    hba1c = Measurement(
        "Hemoglobin A1c", percent, Laboratory.HBA1C.plausible, latest(Laboratory.HBA1C, QUARTER)
    )
    igg = Measurement("IgG", g / L, Laboratory.IGG.plausible, latest(Laboratory.IGG, QUARTER))
    lymphocytes = Measurement(
        "Lymphocyte count",
        per_uL,
        Laboratory.LYMPHOCYTES.plausible,
        latest(Laboratory.LYMPHOCYTES, MONTH),
    )

    spleen = Measurement(
        "Spleen below the costal margin",
        cm,
        Examination.SPLEEN.plausible,
        latest(Examination.SPLEEN, QUARTER),
    )
    blood_pressure = Measurement(
        "Systolic blood pressure",
        mmHg,
        Examination.BLOOD_PRESSURE.plausible,
        latest(Examination.BLOOD_PRESSURE, MONTH),
    )
    mucositis = Choice(
        "Soreness of the mouth (CTCAE v5.0)",
        MucositisGrade,
        Stated(Examination.MUCOSITIS, within(14 * day)),
    )
    hip_pain = Finding("Pain in a hip", Asserted(Examination.HIPS, QUARTER))
    days_since_eyes = Measurement(
        "Days since the eyes were examined", day, LIFETIME, DaysSince(Examination.EYES)
    )
    days_since_bones = Measurement(
        "Days since bone density was measured", day, LIFETIME, DaysSince(Examination.BONES)
    )

    hepatitis = Finding("Hepatitis, not infectious", Asserted(Manifestation.HEPATITIS, HALF_YEAR))
    uveitis = Finding("Uveitis", Asserted(Manifestation.UVEITIS, HALF_YEAR))
    nephritis = Finding("Glomerulonephritis", Asserted(Manifestation.NEPHRITIS, HALF_YEAR))
    lung = Finding(
        "Interstitial lung disease or lung infiltrates", Asserted(Manifestation.LUNG, HALF_YEAR)
    )

    dental_work = Finding("Dental work within 4 weeks", Asserted(FollowUp.DENTAL_WORK, MONTH))
    prophylaxis = Finding("Takes antibiotic prophylaxis", Asserted(FollowUp.PROPHYLAXIS, HALF_YEAR))
    weaning = Finding("A long-term agent is being weaned", Asserted(FollowUp.WEANING, QUARTER))
    registered = Finding("Enrolled in a registry", EverAsserted(FollowUp.REGISTERED))
    transition = Finding(
        "Care by a clinic for adults is arranged", EverAsserted(FollowUp.TRANSITION)
    )
    pregnancy_test = Finding(
        "Negative pregnancy test", Asserted(Reproduction.PREGNANCY_TEST_NEGATIVE, MONTH)
    )
    penicillin_allergy = Finding("Allergy to penicillins", EverAsserted(Allergy.PENICILLIN))

    pneumococcal_conjugate = Finding(
        "Pneumococcal conjugate vaccine", EverAsserted(Vaccine.PNEUMOCOCCAL_CONJUGATE)
    )
    pneumococcal_polysaccharide = Finding(
        "Pneumococcal polysaccharide vaccine", EverAsserted(Vaccine.PNEUMOCOCCAL_POLYSACCHARIDE)
    )
    haemophilus_b = Finding("Haemophilus b vaccine", EverAsserted(Vaccine.HAEMOPHILUS_B))
    mmr = Finding("Measles, mumps and rubella vaccine", EverAsserted(Vaccine.MMR))
    days_since_meningococcal_acwy = Measurement(
        "Days since meningococcal ACWY vaccine",
        day,
        LIFETIME,
        DaysSince(Vaccine.MENINGOCOCCAL_ACWY),
    )
    days_since_meningococcal_b = Measurement(
        "Days since meningococcal B vaccine", day, LIFETIME, DaysSince(Vaccine.MENINGOCOCCAL_B)
    )
    days_since_influenza = Measurement(
        "Days since influenza vaccine", day, LIFETIME, DaysSince(Vaccine.INFLUENZA)
    )

    # By drug, without the start of the course: what is asked of these is due as soon as it applies.
    on_mycophenolate = Finding("Takes mycophenolate", OnTreatment(Drug.MYCOPHENOLATE))
    on_sirolimus = Finding("Takes sirolimus", OnTreatment(Drug.SIROLIMUS))
    on_prednisone = Finding("Takes prednisone", OnTreatment(Drug.PREDNISONE))
    long_steroids = Finding(
        "Prednisone for 12 weeks or more",
        Holds(all_of(Prednisone.on, Prednisone.days >= 84 * day)),
    )
    on_hydroxychloroquine = Finding(
        "Takes hydroxychloroquine", OnTreatment(Drug.HYDROXYCHLOROQUINE)
    )
    on_eltrombopag = Finding("Takes eltrombopag", OnTreatment(Drug.ELTROMBOPAG))
    on_romiplostim = Finding("Takes romiplostim", OnTreatment(Drug.ROMIPLOSTIM))
    on_azathioprine = Finding("Takes azathioprine", OnTreatment(Drug.AZATHIOPRINE))
    on_mercaptopurine = Finding("Takes mercaptopurine", OnTreatment(Drug.MERCAPTOPURINE))
    on_methotrexate = Finding("Takes methotrexate", OnTreatment(Drug.METHOTREXATE))
    on_vincristine = Finding("Takes vincristine", OnTreatment(Drug.VINCRISTINE))
    on_cyclophosphamide = Finding("Takes cyclophosphamide", OnTreatment(Drug.CYCLOPHOSPHAMIDE))
    on_ciclosporin = Finding("Takes ciclosporin", OnTreatment(Drug.CICLOSPORIN))
    on_dapsone = Finding("Takes dapsone", OnTreatment(Drug.DAPSONE))
