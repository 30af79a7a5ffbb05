"""What a record can say of follow-up: laboratory values, examinations, vaccines, infections.

Plausible ranges are wide on purpose: they catch a wrong unit, not a sick child.
"""

from __future__ import annotations

from ferrata.guideline.events import Analyte, Question, Sign
from ferrata.guideline.units import (
    L,
    U,
    between,
    cm,
    dL,
    g,
    mg,
    mmHg,
    mol,
    per_uL,
    percent,
)
from ferrata.guideline.values import Option


class Laboratory:
    """Measured in blood or urine, besides the counts of the pathway.

    Molar masses are those of the formulas by the atomic weights of IUPAC (2001), which laboratories
    convert with: 88.4 µmol/L of creatinine for 1 mg/dL, 38.665 mg/dL of cholesterol for 1 mmol/L.
    Immunoglobulins have none: as proteins of many sizes they are not reported in moles.
    """

    # C4H7N3O
    CREATININE = Analyte(
        "creatinine",
        "Creatinine",
        mg / dL,
        between("0.05", 30, mg / dL),
        molar_mass=113.12 * g / mol,
    )
    ALT = Analyte("alt", "Alanine aminotransferase (ALT)", U / L, between(0, 20_000, U / L))
    AST = Analyte("ast", "Aspartate aminotransferase (AST)", U / L, between(0, 20_000, U / L))
    # C33H36N4O6
    BILIRUBIN = Analyte(
        "bilirubin",
        "Bilirubin, total",
        mg / dL,
        between(0, 60, mg / dL),
        molar_mass=584.66 * g / mol,
    )
    # C27H46O, also for the cholesterol within lipoproteins
    CHOLESTEROL = Analyte(
        "cholesterol",
        "Cholesterol, total",
        mg / dL,
        between(10, 2_000, mg / dL),
        molar_mass=386.65 * g / mol,
    )
    LDL = Analyte(
        "ldl", "LDL cholesterol", mg / dL, between(1, 1_500, mg / dL), molar_mass=386.65 * g / mol
    )
    HDL = Analyte(
        "hdl", "HDL cholesterol", mg / dL, between(1, 300, mg / dL), molar_mass=386.65 * g / mol
    )
    # C57H104O6: triglycerides are a mixture, reported as if all were triolein
    TRIGLYCERIDES = Analyte(
        "triglycerides",
        "Triglycerides",
        mg / dL,
        between(5, 20_000, mg / dL),
        molar_mass=885.4 * g / mol,
    )
    # Of creatinine, below the line: 1 mg/mmol is 8.84 mg/g. Protein has no molar mass.
    URINE_PROTEIN = Analyte(
        "urine-protein-creatinine",
        "Protein to creatinine ratio in urine",
        mg / g,
        between(0, 50_000, mg / g),
        molar_mass=113.12 * g / mol,
    )
    # C6H12O6
    GLUCOSE = Analyte(
        "glucose", "Glucose", mg / dL, between(10, 2_000, mg / dL), molar_mass=180.16 * g / mol
    )
    # Millimoles per mole (IFCC) are another scale, with another zero: no factor converts them.
    HBA1C = Analyte("hba1c", "Hemoglobin A1c", percent, between(2, 25, percent))
    IGG = Analyte("igg", "Immunoglobulin G (IgG)", g / L, between(0, 150, g / L))
    LYMPHOCYTES = Analyte("lymphocytes", "Lymphocyte count", per_uL, between(0, 500_000, per_uL))


class MucositisGrade(Option):
    """How sore the mouth is (E063u)."""

    NONE = "grade-0"
    ONE = "grade-1"
    TWO = "grade-2"
    THREE = "grade-3"
    FOUR = "grade-4"


class Examination:
    """What an examiner finds or does."""

    SPLEEN = Analyte("spleen", "Spleen below the costal margin", cm, between(0, 40, cm))
    BLOOD_PRESSURE = Analyte(
        "blood-pressure-systolic", "Systolic blood pressure", mmHg, between(30, 300, mmHg)
    )
    MUCOSITIS = Question("mucositis", "Soreness of the mouth, graded", tuple(MucositisGrade))
    EYES = Sign("eye-examination", "Eye examination")
    BONES = Sign("bone-density", "Bone density measured")
    HIPS = Sign("hip-pain", "Pain in a hip")


class Manifestation:
    """What ALPS does besides the cytopenias and the lymphoproliferation."""

    HEPATITIS = Sign("hepatitis", "Hepatitis, not infectious")
    UVEITIS = Sign("uveitis", "Uveitis")
    NEPHRITIS = Sign("nephritis", "Glomerulonephritis")
    LUNG = Sign("interstitial-lung-disease", "Interstitial lung disease or lung infiltrates")


class FollowUp:
    """What is planned or arranged."""

    DENTAL_WORK = Sign("dental-work-soon", "Dental work within 4 weeks")
    PROPHYLAXIS = Sign("antibiotic-prophylaxis", "Takes antibiotic prophylaxis")
    WEANING = Sign("weaning", "A long-term agent is being weaned")
    REGISTERED = Sign("registered", "Enrolled in a registry")
    TRANSITION = Sign("transition-arranged", "Care by a clinic for adults is arranged")


class Vaccine:
    """A dose was given."""

    PNEUMOCOCCAL_CONJUGATE = Sign(
        "immunized-pneumococcal-conjugate", "Pneumococcal conjugate vaccine"
    )
    PNEUMOCOCCAL_POLYSACCHARIDE = Sign(
        "immunized-pneumococcal-polysaccharide", "Pneumococcal polysaccharide vaccine"
    )
    MENINGOCOCCAL_ACWY = Sign("immunized-meningococcal-acwy", "Meningococcal ACWY vaccine")
    MENINGOCOCCAL_B = Sign("immunized-meningococcal-b", "Meningococcal B vaccine")
    HAEMOPHILUS_B = Sign("immunized-haemophilus-b", "Haemophilus influenzae type b vaccine")
    INFLUENZA = Sign("immunized-influenza", "Influenza vaccine")
    MMR = Sign("immunized-mmr", "Measles, mumps and rubella vaccine")
    VARICELLA = Sign("immunized-varicella", "Varicella vaccine")
    HEPATITIS_B = Sign("immunized-hepatitis-b", "Hepatitis B vaccine")


class Infection:
    """An infection that was there."""

    SEPSIS = Sign("sepsis", "Sepsis")
    HEPATITIS_B = Sign("hepatitis-b", "Hepatitis B")
    PARVOVIRUS = Sign("parvovirus", "Parvovirus B19 infection")
    CYTOMEGALOVIRUS = Sign("cytomegalovirus", "Cytomegalovirus infection")
    EPSTEIN_BARR_VIRUS = Sign("epstein-barr-virus", "Epstein-Barr virus infection")


class Reproduction:
    """Pregnancy and how it is prevented."""

    PREGNANT = Sign("pregnant", "Pregnant")
    CONTRACEPTION = Sign("contraception", "Effective contraception")
    PREGNANCY_TEST_NEGATIVE = Sign("pregnancy-test-negative", "Negative pregnancy test")


class Transfusion:
    """Blood products, by kind."""

    RED_CELLS = Sign("transfusion-red-cells", "Transfusion of red cells")
    PLATELETS = Sign("transfusion-platelets", "Transfusion of platelets")


class Procedure:
    """Done, on a day."""

    LYMPH_NODE_BIOPSY = Sign("lymph-node-biopsy", "Biopsy of a lymph node")
    BONE_MARROW_EXAMINATION = Sign("bone-marrow-examination", "Examination of the bone marrow")
    TRANSPLANTED = Sign("transplanted", "Hematopoietic stem cell transplantation")


class Allergy:
    """Allergy or intolerance to a treatment, by ingredient."""

    PREDNISONE = Sign("allergy-prednisone", "Allergy to prednisone")
    METHYLPREDNISOLONE = Sign("allergy-methylprednisolone", "Allergy to methylprednisolone")
    MYCOPHENOLATE = Sign("allergy-mycophenolate", "Allergy to mycophenolate")
    SIROLIMUS = Sign("allergy-sirolimus", "Allergy to sirolimus")
    RITUXIMAB = Sign("allergy-rituximab", "Allergy to rituximab")
    IMMUNOGLOBULIN = Sign("allergy-immunoglobulin", "Allergy to immunoglobulin")
    FILGRASTIM = Sign("allergy-filgrastim", "Allergy to filgrastim")
    HYDROXYCHLOROQUINE = Sign("allergy-hydroxychloroquine", "Allergy to hydroxychloroquine")
    ELTROMBOPAG = Sign("allergy-eltrombopag", "Allergy to eltrombopag")
    ROMIPLOSTIM = Sign("allergy-romiplostim", "Allergy to romiplostim")
    PENICILLIN = Sign("allergy-penicillin-v", "Allergy to penicillins")
    COTRIMOXAZOLE = Sign("allergy-cotrimoxazole", "Allergy to sulfonamides")
