"""What the mistakes are made with."""

from ferrata.guideline.actions import Ask, Give
from ferrata.guideline.conditions import known
from ferrata.guideline.events import Analyte, Sign, Treatment
from ferrata.guideline.evidence import Source, Statement, Warrants
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import parameter
from ferrata.guideline.pathway import Step, stay, when
from ferrata.guideline.units import between, day, dL, g, mg, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures

SOURCE = Source("S", "A source made up for tests", 2026)
statement = Warrants([Statement("S1", "S", "something"), Statement("S2", "S", "something else")])


class Stage(Option):
    WATCH = "watch"
    TREAT = "treat"
    CLINIC = "clinic"


class Grade(Option):
    MILD = "mild"
    SEVERE = "severe"


class Case(CaseFeatures):
    hemoglobin = Measurement("Hemoglobin", g / dL, between(1, 25, g / dL))
    platelets = Measurement("Platelet count", per_uL, between(0, 2_000_000, per_uL))
    bleeding = Finding("Bleeding")
    grade = Choice("Grade of the bleeding", Grade)


PLATELETS = Analyte("platelets", "Platelet count", per_uL, between(0, 2_000_000, per_uL))
BLEEDING = Sign("bleeding", "Bleeding")
TABLET = Treatment("tablet", "the tablet")
CAP = parameter(
    "cap", "Most in a day", 60 * mg / day, between(40, 80, mg / day), statement("S1")
)

low = Case.platelets < 30_000 * per_uL
WATCH = Step(id="watch", stage=Stage.WATCH, title="Watch", do=(), warrant=statement("S1"))
TREAT = Step(
    id="treat",
    stage=Stage.TREAT,
    title="Treat",
    do=(Give(TABLET, "Give tablets", statement("S1")),),
    begun_by=(TABLET,),
    final=True,
    warrant=statement("S1"),
)
START = when(
    "start", at=Stage.WATCH, holds=low, to=Stage.TREAT, because="low", warrant=statement("S1")
)


def guideline(*rules, start=Stage.WATCH):
    return Guideline(
        id="sample",
        title="A sample",
        version="1",
        scope=Case.bleeding,
        start=start,
        vocabularies=(Case,),
        rules=rules,
    )


SAMPLE = guideline(WATCH, TREAT, START)
