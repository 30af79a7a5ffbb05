"""Toxicity grades by CTCAE v5.0. An option called ``grade-1`` or more shows in the plan."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.care.course import SirolimusCare
from ferrata.alps.case import Case
from ferrata.alps.sources import warrant
from ferrata.guideline.conditions import any_of, criterion
from ferrata.guideline.derivations import Cases
from ferrata.guideline.features import Choice
from ferrata.guideline.units import L, U, dL, g, mg, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures


class Grade(Option):
    """A grade of toxicity. Where the limit of normal is not known, 0 and 1 are one."""

    NONE = "grade-0"
    NONE_OR_ONE = "grade-0-or-1"
    ONE = "grade-1"
    TWO = "grade-2"
    THREE = "grade-3"
    FOUR = "grade-4"


SEVERE = (Grade.THREE, Grade.FOUR)


class Toxicity(CaseFeatures):
    """One row per patient: the grade of each value that is watched."""

    hemoglobin = Choice(
        "Anemia (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Case.hemoglobin < 8 * g / dL, Grade.THREE),
                (Case.hemoglobin < 10 * g / dL, Grade.TWO),
                (Case.hemoglobin >= 10 * g / dL, Grade.NONE_OR_ONE),
            )
        ),
    )
    neutrophils = Choice(
        "Neutropenia (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Case.neutrophils < 500 * per_uL, Grade.FOUR),
                (Case.neutrophils < 1000 * per_uL, Grade.THREE),
                (Case.neutrophils < 1500 * per_uL, Grade.TWO),
                (Case.neutrophils >= 1500 * per_uL, Grade.NONE_OR_ONE),
            )
        ),
    )
    platelets = Choice(
        "Thrombocytopenia (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Case.platelets < 25_000 * per_uL, Grade.FOUR),
                (Case.platelets < 50_000 * per_uL, Grade.THREE),
                (Case.platelets < 75_000 * per_uL, Grade.TWO),
                (Case.platelets >= 75_000 * per_uL, Grade.NONE_OR_ONE),
            )
        ),
    )
    creatinine = Choice(
        "Creatinine on sirolimus, against its baseline (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Care.creatinine > 3 * SirolimusCare.creatinine_start, Grade.THREE),
                (Care.creatinine > 1.5 * SirolimusCare.creatinine_start, Grade.TWO),
                (Care.creatinine <= 1.5 * SirolimusCare.creatinine_start, Grade.NONE_OR_ONE),
            )
        ),
    )
    alt = Choice(
        "ALT increased (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Care.alt > 800 * U / L, Grade.FOUR),
                (Care.alt > 200 * U / L, Grade.THREE),
                (Care.alt > 120 * U / L, Grade.TWO),
                (Care.alt > 40 * U / L, Grade.ONE),
                (Care.alt <= 40 * U / L, Grade.NONE),
            )
        ),
    )
    ast = Choice(
        "AST increased (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Care.ast > 800 * U / L, Grade.FOUR),
                (Care.ast > 200 * U / L, Grade.THREE),
                (Care.ast > 120 * U / L, Grade.TWO),
                (Care.ast > 40 * U / L, Grade.ONE),
                (Care.ast <= 40 * U / L, Grade.NONE),
            )
        ),
    )
    bilirubin = Choice(
        "Bilirubin increased (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Care.bilirubin > 12 * mg / dL, Grade.FOUR),
                (Care.bilirubin > 3.6 * mg / dL, Grade.THREE),
                (Care.bilirubin > 1.8 * mg / dL, Grade.TWO),
                (Care.bilirubin > 1.2 * mg / dL, Grade.ONE),
                (Care.bilirubin <= 1.2 * mg / dL, Grade.NONE),
            )
        ),
    )
    cholesterol = Choice(
        "Cholesterol high (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Care.cholesterol > 500 * mg / dL, Grade.FOUR),
                (Care.cholesterol > 400 * mg / dL, Grade.THREE),
                (Care.cholesterol > 300 * mg / dL, Grade.TWO),
                (Care.cholesterol > 200 * mg / dL, Grade.ONE),
                (Care.cholesterol <= 200 * mg / dL, Grade.NONE),
            )
        ),
    )
    triglycerides = Choice(
        "Triglycerides high (CTCAE v5.0)",
        Grade,
        Cases(
            (
                (Care.triglycerides > 1000 * mg / dL, Grade.FOUR),
                (Care.triglycerides > 500 * mg / dL, Grade.THREE),
                (Care.triglycerides > 300 * mg / dL, Grade.TWO),
                (Care.triglycerides >= 150 * mg / dL, Grade.ONE),
                (Care.triglycerides < 150 * mg / dL, Grade.NONE),
            )
        ),
    )


severe_lipids = criterion(
    "Cholesterol or triglycerides of grade 3 or 4",
    any_of(Toxicity.cholesterol.is_(*SEVERE), Toxicity.triglycerides.is_(*SEVERE)),
    warrant("E061u", "E062u", "A221"),
)
severe_liver = criterion(
    "ALT, AST or bilirubin of grade 3 or 4",
    any_of(Toxicity.alt.is_(*SEVERE), Toxicity.ast.is_(*SEVERE), Toxicity.bilirubin.is_(*SEVERE)),
    warrant("E059", "E060", "A221"),
)
moderate_liver = criterion(
    "ALT, AST or bilirubin of grade 2",
    any_of(
        Toxicity.alt.is_(Grade.TWO),
        Toxicity.ast.is_(Grade.TWO),
        Toxicity.bilirubin.is_(Grade.TWO),
    ),
    warrant("E059", "E060", "A221"),
)
raised_creatinine = criterion(
    "Creatinine of grade 2 or more against its baseline",
    Toxicity.creatinine.is_(Grade.TWO, Grade.THREE),
    warrant("E058u", "A222"),
)
