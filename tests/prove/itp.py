"""A small guideline on immune thrombocytopenia, made up for tests, and ways to spoil it."""

from ferrata.guideline.actions import Avoid, Continue, Give, Refer
from ferrata.guideline.conditions import Condition, all_of, any_of, at_least, not_
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Assumption, Warrants
from ferrata.guideline.features import Choice, Finding, HasValues, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site, parameter
from ferrata.guideline.pathway import AnyRule, Caution, Gate, Invariant, Setting, Step, stay, when
from ferrata.guideline.units import between, day, per_uL
from ferrata.guideline.values import Answer, Option
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret import evaluate
from ferrata.interpret.prove import Theorem, Verdict, prove

because = Warrants([Assumption("A1", "for tests", "for tests")])("A1")

STEROID = Treatment("steroid", "Prednisolone")
GLOBULIN = Treatment("globulin", "Immunoglobulin")


class Stage(Option):
    ENTRY = "entry"
    WATCH = "watch"
    STEROID = "steroid"
    GLOBULIN = "globulin"
    DONE = "done"


class Bleeding(Option):
    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"


class Case(CaseFeatures):
    platelets = Measurement("Platelet count", per_uL, between(0, 2_000_000, per_uL))
    lowest = Measurement("Lowest platelet count", per_uL, between(0, 2_000_000, per_uL))
    bleeding = Choice("Bleeding", Bleeding)
    diabetes = Finding("Diabetes")
    allergy = Finding("Allergy to immunoglobulin")
    confirmed = Finding("Thrombocytopenia confirmed")


TREAT_BELOW = parameter(
    "treat-below",
    "Treat below",
    30_000 * per_uL,
    between(20_000, 50_000, per_uL),
    because,
)

low = Case.platelets < TREAT_BELOW
bleeds = Case.bleeding.is_(Bleeding.MAJOR)

ENTRY = Step(id="entry", stage=Stage.ENTRY, title="Entry", do=(), warrant=because)
WATCH = Step(id="watch", stage=Stage.WATCH, title="Watch", do=(), warrant=because)
GIVE_STEROID = Step(
    id="steroid",
    stage=Stage.STEROID,
    title="Steroid",
    do=(Give(STEROID, "Give prednisolone", because), Refer("clinic", "Refer", because)),
    warrant=because,
)
GIVE_GLOBULIN = Step(
    id="globulin",
    stage=Stage.GLOBULIN,
    title="Immunoglobulin",
    do=(Continue(GLOBULIN, "Give immunoglobulin", because),),
    warrant=because,
)
DONE = Step(id="done", stage=Stage.DONE, title="Done", do=(), final=True, warrant=because)

START_WATCH = when(
    "start-watch",
    at=Stage.ENTRY,
    holds=all_of(not_(low), not_(bleeds)),
    to=Stage.WATCH,
    because="high enough",
    warrant=because,
)
START_TREAT = when(
    "start-treat",
    at=Stage.ENTRY,
    holds=any_of(low, bleeds),
    to=(Stage.STEROID, Stage.GLOBULIN),
    because="low, or bleeding",
    warrant=because,
)
KEEP_WATCH = stay(
    "keep-watch",
    at=Stage.WATCH,
    holds=Case.platelets >= TREAT_BELOW,
    until=30 * day,
    because="still high enough",
    warrant=because,
)
WATCH_TREAT = when(
    "watch-treat",
    at=Stage.WATCH,
    holds=low,
    to=(Stage.STEROID, Stage.GLOBULIN),
    because="low",
    warrant=because,
)
BLEEDS = when(
    "watch-bleeds",
    at=Stage.WATCH,
    holds=bleeds,
    to=Stage.GLOBULIN,
    because="bleeds",
    warrant=because,
    priority=0,
)
RECOVERED = when(
    "recovered",
    at=Stage.STEROID,
    holds=Case.platelets >= 100_000 * per_uL,
    to=Stage.DONE,
    because="recovered",
    warrant=because,
)
FAILED = when(
    "failed",
    at=Stage.STEROID,
    holds=Case.platelets < 100_000 * per_uL,
    to=(Stage.GLOBULIN, Stage.DONE),
    because="not recovered",
    warrant=because,
)
RISEN = when(
    "risen",
    at=Stage.GLOBULIN,
    holds=at_least(2, Case.platelets >= 100_000 * per_uL, not_(bleeds), not_(Case.diabetes)),
    to=Stage.DONE,
    because="risen",
    warrant=because,
)
NOT_RISEN = when(
    "not-risen",
    at=Stage.GLOBULIN,
    holds=at_least(2, Case.platelets < 100_000 * per_uL, bleeds, Case.diabetes),
    to=(Stage.STEROID, Stage.DONE),
    because="not risen",
    warrant=because,
)

NO_STEROID = Caution(
    id="no-steroid",
    avoid=Avoid((STEROID,), Case.diabetes, "Not in diabetes", because),
    warrant=because,
)
NO_GLOBULIN = Caution(
    id="no-globulin",
    avoid=Avoid((GLOBULIN,), Case.allergy, "Not in allergy", because),
    warrant=because,
)
NEVER_BOTH = Invariant(
    id="never-both", condition=not_(all_of(Case.diabetes, Case.allergy)), warrant=because
)
BLEEDERS_TOLERATE = Invariant(
    id="bleeders-tolerate",
    condition=not_(all_of(bleeds, any_of(Case.allergy, Case.diabetes))),
    warrant=because,
)
ORDERED = Invariant(id="ordered", condition=Case.lowest <= Case.platelets, warrant=because)
GATE = Gate(
    id="confirm",
    title="Confirm first",
    treatments=(STEROID,),
    needs=Case.confirmed,
    warrant=because,
)

RULES: tuple[AnyRule, ...] = (
    *(ENTRY, WATCH, GIVE_STEROID, GIVE_GLOBULIN, DONE),
    *(START_WATCH, START_TREAT, KEEP_WATCH, WATCH_TREAT, BLEEDS),
    *(RECOVERED, FAILED, RISEN, NOT_RISEN),
    *(NO_STEROID, NO_GLOBULIN, NEVER_BOTH, BLEEDERS_TOLERATE, ORDERED, GATE),
    Setting(id="treat-below", parameter=TREAT_BELOW, warrant=because),
)


def guideline(*rules: AnyRule, scope: Condition = Case.confirmed) -> Guideline:
    """A guideline of `rules` for patients in `scope`, from entry on."""
    return Guideline(
        id="itp",
        title="Immune thrombocytopenia",
        version="1",
        scope=scope,
        start=Stage.ENTRY,
        vocabularies=(Case,),
        rules=rules,
    )


WHOLE = guideline(*RULES)


def fork(first: Condition, second: Condition, *more: AnyRule) -> Guideline:
    """Entry forks to watching (`fork-watch`) and to the end (`fork-done`); watching rests."""
    return guideline(
        ENTRY,
        WATCH,
        DONE,
        when(
            "fork-watch", at=Stage.ENTRY, holds=first, to=Stage.WATCH, because="", warrant=because
        ),
        when("fork-done", at=Stage.ENTRY, holds=second, to=Stage.DONE, because="", warrant=because),
        *more,
    )


def judge(condition: Condition, facts: HasValues, site: Site) -> Answer:
    """The reference evaluator's answer."""
    return evaluate.judge(condition, facts, site).answer


def verdict(proved: Guideline, theorem: Theorem, subject: str) -> Verdict:
    """The verdict of a theorem on a subject."""
    return next(
        one for one in prove(proved, judge) if (one.theorem, one.subject) == (theorem, subject)
    )
