"""The words that the spec tests use: a few concepts, and one feature or two of each kind."""

from ferrata.guideline.actions import Give
from ferrata.guideline.derivations import Asserted, Stated, ever, latest
from ferrata.guideline.events import Analyte, Question, Sign, Treatment
from ferrata.guideline.evidence import Assumption, Warrants
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import parameter
from ferrata.guideline.pathway import Setting, Step, Transition, stay, when
from ferrata.guideline.units import between, day, dL, g, mol, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures

HEMOGLOBIN = Analyte(
    "hemoglobin", "Hemoglobin", g / dL, between(1, 25, g / dL), molar_mass=16_114 * g / mol
)
REFERENCE = Analyte("reference", "Hemoglobin in health", g / dL, between(1, 25, g / dL))
PLATELETS = Analyte("platelets", "Platelet count", per_uL, between(0, 2_000_000, per_uL))

BLEEDING = Sign("bleeding", "Bleeding")
FEVER = Sign("fever", "Fever")
RASH = Sign("rash", "Rash")
BIRTH = Sign("birth", "Birth")


class Grade(Option):
    """How severe something is."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


GRADE = Question("grade", "Grade of the rash", tuple(Grade))

TABLET = Treatment("tablet", "the tablet")
INFUSION = Treatment("infusion", "the infusion")


class Case(CaseFeatures):
    """What the conditions of this manual ask for."""

    hemoglobin = Measurement("Hemoglobin", g / dL, HEMOGLOBIN.plausible, latest(HEMOGLOBIN, ever()))
    reference = Measurement(
        "Hemoglobin in health", g / dL, REFERENCE.plausible, latest(REFERENCE, ever())
    )
    platelets = Measurement(
        "Platelet count", per_uL, PLATELETS.plausible, latest(PLATELETS, ever())
    )
    bleeding = Finding("Bleeding", Asserted(BLEEDING, ever()))
    fever = Finding("Fever", Asserted(FEVER, ever()))
    rash = Finding("Rash", Asserted(RASH, ever()))
    grade = Choice("Grade of the rash", Grade, Stated(GRADE, ever()))


ASSUMED = Assumption("A1", "what is not recorded did not happen", "made up for this manual")
because = Warrants([ASSUMED])("A1")

TREAT_BELOW = parameter(
    "treat-below", "Treat below", 30_000 * per_uL, between(10_000, 50_000, per_uL), because
)


class Stage(Option):
    """Where a patient stands on the pathway of this manual."""

    WATCH = "watch"
    TABLET = "tablet"
    INFUSION = "infusion"
    CLINIC = "clinic"


def _move(name: str, at: Stage, to: Stage | tuple[Stage, ...], *, low: bool) -> Transition:
    holds = Case.platelets < 30_000 * per_uL if low else Case.platelets >= 100_000 * per_uL
    return when(name, at=at, holds=holds, to=to, because="made up", warrant=because)


PATHWAY = Guideline(
    id="manual",
    title="A pathway to explain pathways",
    version="1",
    scope=Case.platelets < 100_000 * per_uL,
    start=Stage.WATCH,
    vocabularies=(Case,),
    rules=(
        Step(id="watch", stage=Stage.WATCH, title="Watch", do=(), warrant=because),
        Step(
            id="tablet",
            stage=Stage.TABLET,
            title="Tablets",
            do=(Give(TABLET, "Give tablets", because),),
            begun_by=(TABLET,),
            warrant=because,
        ),
        Step(
            id="infusion",
            stage=Stage.INFUSION,
            title="Infusion",
            do=(Give(INFUSION, "Give an infusion", because),),
            begun_by=(INFUSION,),
            warrant=because,
        ),
        Step(id="clinic", stage=Stage.CLINIC, title="Clinic", do=(), final=True, warrant=because),
        stay(
            "still-high",
            at=Stage.WATCH,
            holds=Case.platelets >= 30_000 * per_uL,
            until=30 * day,
            because="made up",
            warrant=because,
        ),
        _move("start", Stage.WATCH, Stage.TABLET, low=True),
        _move("failed", Stage.TABLET, (Stage.INFUSION, Stage.CLINIC), low=True),
        _move("well", Stage.INFUSION, Stage.CLINIC, low=False),
        Setting(id="treat-below", parameter=TREAT_BELOW, warrant=because),
    ),
)
