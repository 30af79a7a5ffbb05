"""Immune thrombocytopenia in adults: concepts, and what one needs to know about a patient.

Made up to show that the language and its meanings know no disease. It is no clinical guidance.
"""

from ferrata.guideline.conditions import Operator, any_of
from ferrata.guideline.derivations import (
    Asserted,
    Cases,
    DaysSinceStart,
    EverAsserted,
    EverTreated,
    Holds,
    OnTreatment,
    Stated,
    before_start,
    days_with,
    highest,
    latest,
    lowest,
    since_start,
    within,
)
from ferrata.guideline.events import Analyte, Question, Sign, Treatment
from ferrata.guideline.evidence import Assumption, Source, Statement, Warrants
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.parameters import parameter
from ferrata.guideline.units import between, day, mg, one, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures, CourseFeatures

SOURCE = Source("T", "Made up for tests", 2026)
COMPLETE_COUNTS = Assumption(
    "A1", "Low counts that nobody recorded did not happen", "counts are taken weekly"
)
statement = Warrants(
    (
        Statement("T1", "T", "Treat adults whose platelets fall below the threshold"),
        Statement("T2", "T", "Observe adults above it"),
        Statement("T3", "T", "Judge a corticosteroid after four weeks, an agonist after six"),
        Statement("T4", "T", "Major bleeding comes first"),
        Statement("T5", "T", "No corticosteroid in uncontrolled diabetes"),
        Statement("T6", "T", "No agonist after thrombosis, nor before liver tests"),
        COMPLETE_COUNTS,
    )
)

PLATELETS = Analyte("platelets", "Platelet count", per_uL, between(0, 2_000_000, per_uL))
DISEASE = Sign("immune-thrombocytopenia", "Immune thrombocytopenia")
DIABETES = Sign("uncontrolled-diabetes", "Uncontrolled diabetes")
THROMBOSIS = Sign("thrombosis", "Thrombosis")
LIVER = Sign("liver-tests-normal", "Normal liver tests")
DEXAMETHASONE = Treatment("dexamethasone", "dexamethasone")
ELTROMBOPAG = Treatment("eltrombopag", "eltrombopag")
TRANSFUSION = Treatment("platelet-transfusion", "transfusion of platelets")


class Bleeding(Option):
    """How a patient bleeds."""

    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"


GRADE = Question("bleeding-grade", "Bleeding", tuple(Bleeding))


class Case(CaseFeatures):
    """One row per patient."""

    disease = Finding("Immune thrombocytopenia", EverAsserted(DISEASE))
    platelets = Measurement(
        "Platelet count", per_uL, PLATELETS.plausible, latest(PLATELETS, within(7 * day))
    )
    lowest = Measurement(
        "Lowest count of the month",
        per_uL,
        PLATELETS.plausible,
        lowest(PLATELETS, within(30 * day)),
    )
    low_days = Measurement(
        "Days below 20,000/µL",
        one,
        between(0, 31, one),
        days_with(PLATELETS, Operator.LT, 20_000 * per_uL, within(30 * day), COMPLETE_COUNTS),
    )
    bleeding = Choice("Bleeding", Bleeding, Stated(GRADE, within(3 * day)))
    bleeds = Finding("Bleeds at all", Holds(bleeding.is_(Bleeding.MINOR, Bleeding.MAJOR)))
    diabetes = Finding("Uncontrolled diabetes", Asserted(DIABETES, within(90 * day)))
    thrombosis = Finding("Thrombosis", EverAsserted(THROMBOSIS))
    liver = Finding("Normal liver tests", Asserted(LIVER, within(30 * day)))


class Effect(Option):
    """What a course did."""

    COMPLETE = "complete"
    RESPONSE = "response"
    NONE = "none"


class Course(CourseFeatures):
    """One row per course of treatment."""

    on = Finding("On treatment", OnTreatment())
    ever = Finding("Ever treated", EverTreated())
    days = Measurement("Days since the start", day, between(0, 40_000, day), DaysSinceStart())
    before = Measurement(
        "Count at the start",
        per_uL,
        PLATELETS.plausible,
        latest(PLATELETS, before_start(7 * day)),
    )
    best = Measurement(
        "Best count on treatment",
        per_uL,
        PLATELETS.plausible,
        highest(PLATELETS, since_start(1 * day)),
    )
    effect = Choice(
        "Effect",
        Effect,
        Cases(
            (
                (best >= 100_000 * per_uL, Effect.COMPLETE),
                (any_of(best < 30_000 * per_uL, best < 2 * before), Effect.NONE),
                (best >= 30_000 * per_uL, Effect.RESPONSE),
            )
        ),
    )


class Steroid(Course, treatment=DEXAMETHASONE):
    """The newest course of dexamethasone."""


class Agonist(Course, treatment=ELTROMBOPAG):
    """The newest course of eltrombopag."""


TREAT_BELOW = parameter(
    "treat-below",
    "Treat below",
    30_000 * per_uL,
    between(20_000, 50_000, per_uL),
    statement("T1"),
)
MOST = parameter(
    "dexamethasone-cap",
    "Most dexamethasone in a day",
    40 * mg / day,
    between(20, 40, mg / day),
    statement("T3"),
)
