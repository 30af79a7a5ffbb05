"""The pathway of the made-up guideline on immune thrombocytopenia, and two amendments of it."""

from tests.immune_thrombocytopenia.words import (
    DEXAMETHASONE,
    ELTROMBOPAG,
    MOST,
    TRANSFUSION,
    TREAT_BELOW,
    Agonist,
    Bleeding,
    Case,
    Effect,
    Steroid,
    statement,
)

from ferrata.guideline.actions import Ask, Avoid, Consider, Continue, Give, Monitor, Order, Refer
from ferrata.guideline.conditions import all_of, criterion, known, not_
from ferrata.guideline.doses import Dose, Route
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import (
    Caution,
    Gate,
    Invariant,
    Recommendation,
    Setting,
    Step,
    Transition,
    stay,
    when,
)
from ferrata.guideline.units import day, mg, per_uL
from ferrata.guideline.values import Option


class Stage(Option):
    """Where a patient stands."""

    OBSERVATION = "observation"
    RESCUE = "rescue"
    STEROID = "corticosteroid"
    AGONIST = "agonist"
    REFERRAL = "referral"


low = criterion("Needs treatment", Case.platelets < TREAT_BELOW, statement("T1"))
major = criterion("Major bleeding", Case.bleeding.is_(Bleeding.MAJOR), statement("T4"))

STEPS = (
    Step(
        id="observation",
        stage=Stage.OBSERVATION,
        title="Observe",
        do=(Monitor(Case.platelets, 30 * day, "Count every month", statement("T2")),),
        warrant=statement("T2"),
    ),
    Step(
        id="rescue",
        stage=Stage.RESCUE,
        title="Stop the bleeding",
        do=(
            Consider(TRANSFUSION, "Consider platelets", statement("T4")),
            Refer("emergency team", "Call the emergency team", statement("T4")),
        ),
        begun_by=(TRANSFUSION,),
        warrant=statement("T4"),
    ),
    Step(
        id="corticosteroid",
        stage=Stage.STEROID,
        title="A pulse of a corticosteroid",
        do=(
            Give(
                DEXAMETHASONE,
                "Give dexamethasone on four days",
                statement("T1"),
                Dose(20 * mg / day, 40 * mg / day, Route.ORAL, cap=MOST),
            ),
        ),
        begun_by=(DEXAMETHASONE,),
        warrant=statement("T1"),
    ),
    Step(
        id="agonist",
        stage=Stage.AGONIST,
        title="An agonist of the thrombopoietin receptor",
        do=(Continue(ELTROMBOPAG, "Give eltrombopag every day", statement("T3")),),
        begun_by=(ELTROMBOPAG,),
        warrant=statement("T3"),
    ),
    Step(
        id="referral",
        stage=Stage.REFERRAL,
        title="Refer",
        do=(Refer("centre", "Refer to a centre", statement("T3")),),
        final=True,
        warrant=statement("T3"),
    ),
)


def _emergency(stage: Stage) -> Transition:
    return when(
        f"emergency-{stage.value}",
        at=stage,
        holds=major,
        to=Stage.RESCUE,
        because="major bleeding comes first",
        priority=0,
        warrant=statement("T4"),
    )


OBSERVE_ON = stay(
    "observe-on",
    at=Stage.OBSERVATION,
    holds=Case.platelets >= TREAT_BELOW,
    until=30 * day,
    because="no need for treatment",
    priority=2,
    warrant=statement("T2"),
)
_JUDGED, _JUDGED_AGONIST = Steroid.days >= 28 * day, Agonist.days >= 42 * day
_WORKED = (Effect.COMPLETE, Effect.RESPONSE)

TRANSITIONS = (
    *map(_emergency, (Stage.OBSERVATION, Stage.STEROID, Stage.AGONIST)),
    OBSERVE_ON,
    when(
        "treat",
        at=Stage.OBSERVATION,
        holds=low,
        to=(Stage.STEROID, Stage.AGONIST, Stage.REFERRAL),
        because="few platelets",
        priority=2,
        warrant=statement("T1"),
    ),
    stay(
        "bleeding-goes-on",
        at=Stage.RESCUE,
        holds=major,
        until=1 * day,
        because="the bleeding goes on",
        warrant=statement("T4"),
    ),
    when(
        "bleeding-over",
        at=Stage.RESCUE,
        holds=Case.bleeding.is_(Bleeding.NONE, Bleeding.MINOR),
        to=(Stage.STEROID, Stage.AGONIST, Stage.REFERRAL),
        because="the bleeding is over",
        warrant=statement("T4"),
    ),
    when(
        "steroid-barred",
        at=Stage.STEROID,
        holds=Case.diabetes,
        to=(Stage.AGONIST, Stage.REFERRAL),
        because="diabetes got out of control",
        priority=1,
        warrant=statement("T5"),
    ),
    stay(
        "steroid-pending",
        at=Stage.STEROID,
        holds=Steroid.days < 28 * day,
        until=28 * day,
        because="too early to judge",
        priority=2,
        warrant=statement("T3"),
    ),
    when(
        "steroid-worked",
        at=Stage.STEROID,
        holds=all_of(_JUDGED, Steroid.effect.is_(*_WORKED)),
        to=Stage.OBSERVATION,
        because="the counts have risen",
        priority=2,
        warrant=statement("T3"),
    ),
    when(
        "steroid-failed",
        at=Stage.STEROID,
        holds=all_of(_JUDGED, Steroid.effect.is_(Effect.NONE)),
        to=(Stage.AGONIST, Stage.REFERRAL),
        because="the counts have not risen",
        priority=2,
        warrant=statement("T3"),
    ),
    when(
        "agonist-barred",
        at=Stage.AGONIST,
        holds=Case.thrombosis,
        to=Stage.REFERRAL,
        because="thrombosis",
        priority=1,
        warrant=statement("T6"),
    ),
    stay(
        "agonist-pending",
        at=Stage.AGONIST,
        holds=Agonist.days < 42 * day,
        until=42 * day,
        because="too early to judge",
        priority=2,
        warrant=statement("T3"),
    ),
    stay(
        "agonist-works",
        at=Stage.AGONIST,
        holds=all_of(_JUDGED_AGONIST, Agonist.effect.is_(*_WORKED)),
        until=90 * day,
        because="the counts have risen",
        priority=2,
        warrant=statement("T3"),
    ),
    when(
        "agonist-failed",
        at=Stage.AGONIST,
        holds=all_of(_JUDGED_AGONIST, Agonist.effect.is_(Effect.NONE)),
        to=Stage.REFERRAL,
        because="the counts have not risen",
        priority=2,
        warrant=statement("T3"),
    ),
)

SAFETY = (
    Caution(
        id="no-steroid",
        avoid=Avoid((DEXAMETHASONE,), Case.diabetes, "Not in diabetes", statement("T5")),
        warrant=statement("T5"),
    ),
    Caution(
        id="no-agonist",
        avoid=Avoid((ELTROMBOPAG,), Case.thrombosis, "Not after thrombosis", statement("T6")),
        warrant=statement("T6"),
    ),
    Gate(
        id="liver-first",
        title="Liver tests first",
        treatments=(ELTROMBOPAG,),
        needs=Case.liver,
        warrant=statement("T6"),
    ),
)
ADVICE = (
    Recommendation(
        id="count",
        title="Count the platelets",
        when=not_(known(Case.platelets)),
        do=(Order(Case.platelets, "Count the platelets", statement("T1")),),
        warrant=statement("T1"),
    ),
    Recommendation(
        id="ask-for-bleeding",
        title="Ask for bleeding",
        when=all_of(low, not_(known(Case.bleeding))),
        do=(Ask(Case.bleeding, "Does the patient bleed?", statement("T4")),),
        warrant=statement("T4"),
    ),
    Recommendation(
        id="watch-closely",
        title="Count twice a week",
        when=all_of(low, Case.bleeds),
        do=(Monitor(Case.platelets, 3 * day, "Count twice a week", statement("T2")),),
        warrant=statement("T2"),
    ),
)
KNOWLEDGE = (
    Invariant(
        id="lowest-at-most-latest",
        condition=Case.lowest <= Case.platelets,
        warrant=statement("T1"),
    ),
    Setting(id="treat-below", parameter=TREAT_BELOW, warrant=statement("T1")),
    Setting(id="dexamethasone-cap", parameter=MOST, warrant=statement("T3")),
)

GUIDELINE = Guideline(
    id="immune-thrombocytopenia",
    title="Immune thrombocytopenia in adults",
    version="1",
    scope=Case.disease,
    start=Stage.OBSERVATION,
    vocabularies=(Case, Steroid, Agonist),
    rules=(*STEPS, *TRANSITIONS, *SAFETY, *ADVICE, *KNOWLEDGE),
)

EARLIER = GUIDELINE.amend(
    id="immune-thrombocytopenia-early",
    title="Immune thrombocytopenia in adults, treated early",
    version="1",
    because="a hospital far away treats before the count is low",
    replace_=[
        stay(
            "observe-on",
            at=Stage.OBSERVATION,
            holds=Case.platelets >= 50_000 * per_uL,
            until=14 * day,
            because="no need for treatment",
            priority=2,
            warrant=statement("T2"),
        ),
        when(
            "treat",
            at=Stage.OBSERVATION,
            holds=Case.platelets < 50_000 * per_uL,
            to=(Stage.STEROID, Stage.AGONIST, Stage.REFERRAL),
            because="few platelets",
            priority=2,
            warrant=statement("T1"),
        ),
    ],
)
"""An amendment that is as sound as what it amends."""

GAPING = GUIDELINE.amend(
    id="immune-thrombocytopenia-gaping",
    title="Immune thrombocytopenia in adults, with a gap",
    version="1",
    because="to show that the proof finds the gap",
    remove=["observe-on"],
)
"""An amendment that forgets those who need no treatment."""
