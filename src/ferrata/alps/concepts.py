"""What a record can say about a patient with ALPS: analytes, signs, questions, treatments.

Plausible ranges are wide on purpose: they catch a wrong unit, not a sick child.
"""

from __future__ import annotations

from ferrata.guideline.events import Analyte, Question, Sign, Treatment
from ferrata.guideline.units import (
    between,
    celsius,
    cm,
    dL,
    g,
    kg,
    mL,
    mol,
    ng,
    per_uL,
)
from ferrata.guideline.values import Option


class Lab:
    """Measured as numbers."""

    # Laboratories that report mmol/L count the monomer, with one iron: a quarter of the tetramer's
    # 64,458 g/mol, which gives the 0.6206 of fact base C7.
    HEMOGLOBIN = Analyte(
        "hemoglobin",
        "Hemoglobin",
        g / dL,
        between(1, 25, g / dL),
        molar_mass=16_114.5 * g / mol,
    )
    NEUTROPHILS = Analyte(
        "neutrophils", "Absolute neutrophil count", per_uL, between(0, 100_000, per_uL)
    )
    PLATELETS = Analyte("platelets", "Platelet count", per_uL, between(0, 2_000_000, per_uL))
    # C51H79NO13, by the atomic weights of IUPAC.
    SIROLIMUS = Analyte(
        "sirolimus-trough",
        "Sirolimus trough",
        ng / mL,
        between(0, 200, ng / mL),
        molar_mass=914.17 * g / mol,
    )
    TEMPERATURE = Analyte("temperature", "Body temperature", celsius, between(25, 45, celsius))
    WEIGHT = Analyte("weight", "Body weight", kg, between("0.3", 300, kg))
    HEIGHT = Analyte("height", "Body height", cm, between(20, 250, cm))


class LymphomaGate(Option):
    """The four states of the lymphoma gate."""

    CLEAR = "assessed-clear"
    RED_FLAG = "red-flag"
    EXCLUDED = "excluded-by-work-up"
    NOT_ASSESSED = "not-assessed"


class Sex(Option):
    """Sex as recorded for clinical use."""

    FEMALE = "female"
    MALE = "male"


class Answered:
    """Questions with one of several answers."""

    LYMPHOMA_GATE = Question(
        "lymphoma-gate",
        "Red flags for lymphoma (fever, weight loss, anorexia, unexplained fatigue, sudden focal "
        "node enlargement)",
        tuple(LymphomaGate),
    )
    SEX = Question("sex", "Sex", tuple(Sex))


class Finding:
    """Asserted or refuted."""

    BIRTH = Sign("birth", "Date of birth")
    ALPS = Sign("alps", "ALPS, confirmed or probable")
    HYPERSPLENISM = Sign("hypersplenism", "Hypersplenism, by a clinician's judgement")
    LYMPHOPROLIFERATION = Sign("lymphoproliferation", "Lymphoproliferation that needs treatment")
    ASPLENIA = Sign("asplenia", "Asplenia or splenectomy")
    BLEEDING = Sign("bleeding", "Bleeding")
    MAJOR_BLEEDING = Sign("major-bleeding", "Major bleeding")
    ANEMIA_SYMPTOMS = Sign("anemia-symptoms", "Symptoms of severe anemia")
    HEMOLYSIS = Sign("hemolysis", "Hemolysis")
    FEVER = Sign("fever", "Temperature of 38.0 °C or more")
    INFECTION = Sign("infection", "Significant infection")
    PREGNANCY_POSSIBLE = Sign(
        "pregnancy-possible", "Pregnant, or pregnancy possible without contraception and test"
    )
    LEVEL_MONITORING = Sign("level-monitoring", "Sirolimus levels can be measured")
    STRONG_CYP3A4 = Sign("strong-cyp3a4", "Takes a strong CYP3A4 inhibitor or inducer")
    UNLISTED_MEDICINE = Sign(
        "unlisted-medicine",
        "Takes a medicine that is not on the list (go through the list with the family)",
    )
    HEAVY_PROTEINURIA = Sign("heavy-proteinuria", "Heavy proteinuria")
    LIVER_DISEASE = Sign("liver-disease", "Liver disease")
    SURGERY_SOON = Sign("surgery-soon", "Surgery within 4 weeks")
    TRANSFUSION = Sign("transfusion", "Transfusion of red cells or platelets")
    STEROID_DEPENDENCE = Sign(
        "steroid-dependence", "Needs more than 0.2 mg/kg of prednisone a day to hold the counts"
    )
    ALPS_EXCLUDED = Sign("alps-excluded", "ALPS, excluded by the full work-up")
    OPTIONS_EXHAUSTED = Sign(
        "options-exhausted",
        "Steroids, mycophenolate, sirolimus and at least one more agent failed, were not tolerated "
        "or are contraindicated, by an ALPS centre's judgement",
    )
    NEEDS_TREATMENT = Sign(
        "needs-treatment", "Multilineage autoimmune cytopenia that needs treatment"
    )
    HYPERSPLENISM_MAJOR = Sign(
        "hypersplenism-major", "Hypersplenism is a major contributor to the cytopenia"
    )
    TAKEN_AS_PRESCRIBED = Sign("taken-as-prescribed", "Full dose prescribed, taken and tolerated")
    OTHER_CAUSE = Sign(
        "other-cause",
        "The count fell for another cause (marrow, drug, infection, bleeding or iron, "
        "microangiopathy, clumping)",
    )
    SPLEEN_ENLARGED = Sign(
        "spleen-enlarged-ultrasound", "Spleen above the upper limit on ultrasound"
    )
    SPLEEN_LARGE = Sign("spleen-large-ultrasound", "Spleen above 1.5 times the upper limit")
    ACID_SUPPRESSION = Sign("acid-suppression", "Takes an antacid or a proton-pump inhibitor")


class Drug:
    """Treatments, by ingredient."""

    PREDNISONE = Treatment("prednisone", "prednisone")
    METHYLPREDNISOLONE = Treatment("methylprednisolone", "methylprednisolone")
    MYCOPHENOLATE = Treatment("mycophenolate", "mycophenolate mofetil")
    SIROLIMUS = Treatment("sirolimus", "sirolimus")
    RITUXIMAB = Treatment("rituximab", "rituximab")
    IMMUNOGLOBULIN = Treatment("immunoglobulin", "intravenous immunoglobulin")
    FILGRASTIM = Treatment("filgrastim", "filgrastim (G-CSF)")
    ANTI_D = Treatment("anti-d", "anti-D immunoglobulin")
    HYDROXYCHLOROQUINE = Treatment("hydroxychloroquine", "hydroxychloroquine")
    ELTROMBOPAG = Treatment("eltrombopag", "eltrombopag")
    ROMIPLOSTIM = Treatment("romiplostim", "romiplostim")
    VINCRISTINE = Treatment("vincristine", "vincristine")
    METHOTREXATE = Treatment("methotrexate", "methotrexate")
    MERCAPTOPURINE = Treatment("mercaptopurine", "mercaptopurine")
    AZATHIOPRINE = Treatment("azathioprine", "azathioprine")
    CICLOSPORIN = Treatment("ciclosporin", "ciclosporin")
    DAPSONE = Treatment("dapsone", "dapsone")
    CYCLOPHOSPHAMIDE = Treatment("cyclophosphamide", "cyclophosphamide")
    PENTOSTATIN = Treatment("pentostatin", "pentostatin")
    BORTEZOMIB = Treatment("bortezomib", "bortezomib")
    PENICILLIN_V = Treatment("penicillin-v", "penicillin V")
    AMOXICILLIN = Treatment("amoxicillin", "amoxicillin")
    COTRIMOXAZOLE = Treatment("cotrimoxazole", "cotrimoxazole")
    SPLENECTOMY = Treatment("splenectomy", "splenectomy")
    TRANSPLANTATION = Treatment("transplantation", "hematopoietic stem cell transplantation")


class StrongCyp3a4:
    """Strong inhibitors and inducers of CYP3A4, by ingredient (E037, A132)."""

    KETOCONAZOLE = Treatment("ketoconazole", "ketoconazole")
    ITRACONAZOLE = Treatment("itraconazole", "itraconazole")
    VORICONAZOLE = Treatment("voriconazole", "voriconazole")
    POSACONAZOLE = Treatment("posaconazole", "posaconazole")
    ERYTHROMYCIN = Treatment("erythromycin", "erythromycin")
    TELITHROMYCIN = Treatment("telithromycin", "telithromycin")
    CLARITHROMYCIN = Treatment("clarithromycin", "clarithromycin")
    RIFAMPICIN = Treatment("rifampicin", "rifampicin")
    RIFABUTIN = Treatment("rifabutin", "rifabutin")
    PHENYTOIN = Treatment("phenytoin", "phenytoin")
    PHENOBARBITAL = Treatment("phenobarbital", "phenobarbital")
    CARBAMAZEPINE = Treatment("carbamazepine", "carbamazepine")
    ST_JOHNS_WORT = Treatment("st-johns-wort", "St John's wort")
    RITONAVIR = Treatment("ritonavir", "ritonavir")
    COBICISTAT = Treatment("cobicistat", "cobicistat")
