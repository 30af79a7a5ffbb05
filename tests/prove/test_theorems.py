"""Each theorem is proved where it holds, and refuted by a replayed patient where it does not."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.prove.itp import (
    BLEEDERS_TOLERATE,
    DONE,
    ENTRY,
    FAILED,
    GATE,
    GIVE_GLOBULIN,
    GIVE_STEROID,
    GLOBULIN,
    KEEP_WATCH,
    NEVER_BOTH,
    ORDERED,
    RULES,
    START_TREAT,
    STEROID,
    TREAT_BELOW,
    WATCH,
    WHOLE,
    Bleeding,
    Case,
    Stage,
    because,
    bleeds,
    fork,
    guideline,
    judge,
    verdict,
)

from ferrata.guideline.actions import Ask, Avoid, Give
from ferrata.guideline.conditions import Condition, all_of, any_of, known, not_
from ferrata.guideline.features import Feature, HasValues
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Parameter, Site
from ferrata.guideline.pathway import AnyRule, Caution, Invariant, Recommendation, Step, stay, when
from ferrata.guideline.units import day, per_uL
from ferrata.guideline.values import Answer, FeatureValue, Known
from ferrata.interpret.prove import Outcome, Theorem, Verdict, Witness, prove

THRESHOLD = 30_000 * per_uL


def without(*removed: AnyRule) -> Guideline:
    return guideline(*(rule for rule in RULES if rule not in removed))


def patient_of(one: Verdict) -> Witness:
    assert one.outcome is Outcome.COUNTEREXAMPLE, one
    assert one.counterexample is not None
    return one.counterexample


def values_of(one: Verdict) -> dict[Feature, FeatureValue]:
    return dict(patient_of(one).values)


def count(number: int) -> Known:
    return Known(Decimal(number))


def test_every_theorem_about_a_sound_guideline_is_proved() -> None:
    """Steps, pairs of equal priority, transitions, gates and cautions each get their verdicts."""
    verdicts = prove(WHOLE, judge)
    assert {one.outcome for one in verdicts} == {Outcome.PROVED}
    assert not any(one.counterexample for one in verdicts)
    subjects = {
        theorem: [one.subject for one in verdicts if one.theorem is theorem] for theorem in Theorem
    }
    steps = [step.id for step in WHOLE.steps]
    transitions = [one.id for one in WHOLE.transitions]
    assert subjects == {
        Theorem.NO_GAP: steps[:-1],
        Theorem.NO_OVERLAP: [
            "start-watch / start-treat",
            "keep-watch / watch-treat",
            "recovered / failed",
            "risen / not-risen",
        ],
        Theorem.NO_CONTRADICTION: transitions,
        Theorem.NO_CATCH_ALL: transitions,
        Theorem.MONOTONE: [*transitions, "confirm", "no-steroid", "no-globulin"],
        Theorem.REACHABLE: steps,
        Theorem.WAY_ON: steps[:-1],
        Theorem.DOSE: [],  # nobody said what doses are given as: see test_doses.py
    }
    assert all(one.seconds > 0 for one in verdicts)


def test_two_proofs_of_one_guideline_say_the_same() -> None:
    """Nothing but the time depends on what ran before."""
    spoiled = fork(Case.platelets < TREAT_BELOW, all_of(bleeds, Case.lowest > THRESHOLD), ORDERED)
    first, second = ([replace(one, seconds=0.0) for one in prove(spoiled, judge)] for _ in range(2))
    assert first == second


# ---------------------------------------------------------------- no gap


def test_a_gap_at_a_boundary_is_found_exactly_there() -> None:
    """Between `< 30` and `> 30` stands the patient with 30, and nobody else."""
    spoiled = fork(Case.platelets < THRESHOLD, Case.platelets > THRESHOLD)
    found = verdict(spoiled, Theorem.NO_GAP, "entry")
    assert values_of(found) == {Case.platelets: count(30_000)}
    assert found.detail == "none of the 2 transitions at entry is open to this patient"


def test_a_gap_is_told_in_a_plain_patient() -> None:
    """Where many patients show the gap, the one with round numbers and no findings is shown."""
    spoiled = fork(
        all_of(Case.platelets < 31_234 * per_uL, Case.diabetes),
        all_of(Case.platelets < 31_234 * per_uL, not_(Case.diabetes), bleeds),
    )
    values = values_of(verdict(spoiled, Theorem.NO_GAP, "entry"))
    assert values[Case.diabetes] == Known(False)
    match values[Case.platelets]:
        case Known(Decimal() as number):
            assert len(str(int(number)).rstrip("0")) <= 1
        case _:
            pytest.fail("a known patient has a known count")


def test_a_step_that_is_not_final_and_has_no_transitions_is_a_gap_for_everybody() -> None:
    """The counterexample is any patient in scope."""
    found = verdict(guideline(ENTRY), Theorem.NO_GAP, "entry")
    assert values_of(found) == {Case.confirmed: Known(True)}
    assert found.detail == "entry is not final and has no transitions: everybody is stuck"


def test_patients_out_of_scope_need_no_way_on() -> None:
    """What nobody in scope has cannot be a gap."""
    whoever = fork(Case.diabetes, all_of(not_(Case.diabetes), Case.confirmed))
    assert verdict(whoever, Theorem.NO_GAP, "entry").outcome is Outcome.PROVED
    everybody = guideline(*whoever.rules, scope=any_of(Case.confirmed, not_(Case.confirmed)))
    assert values_of(verdict(everybody, Theorem.NO_GAP, "entry")) == {
        Case.diabetes: Known(False),
        Case.confirmed: Known(False),
    }


def test_an_invariant_closes_a_gap() -> None:
    """A lowest count above the latest one is no patient, once the derivation says so."""
    first = Case.lowest <= Case.platelets
    second = all_of(not_(first), Case.diabetes)
    assert verdict(fork(first, second), Theorem.NO_GAP, "entry").outcome is Outcome.COUNTEREXAMPLE
    closed = fork(first, second, ORDERED)
    assert verdict(closed, Theorem.NO_GAP, "entry").outcome is Outcome.PROVED


def test_an_invariant_over_a_factor_is_exact() -> None:
    """`lowest <= 0.3 x platelets + 10` holds or not to the last decimal."""
    bound = Case.lowest <= Decimal("0.3") * Case.platelets + 10 * per_uL
    exact = fork(Case.platelets < 100 * per_uL, Case.platelets > 100 * per_uL)
    at_most_forty = Invariant(id="forty", condition=bound, warrant=because)
    at_least_forty = Invariant(id="at-least", condition=Case.lowest >= 40 * per_uL, warrant=because)
    for last, outcome in (("40", Outcome.COUNTEREXAMPLE), ("40.00000001", Outcome.PROVED)):
        floor = replace(at_least_forty, condition=Case.lowest >= Decimal(last) * per_uL)
        both = guideline(*exact.rules, at_most_forty, floor)
        assert verdict(both, Theorem.NO_GAP, "entry").outcome is outcome


def test_a_gap_at_some_site_is_a_gap() -> None:
    """At the default of 30 000 the guards meet; a site may set 50 000, and they do not."""
    spoiled = fork(Case.platelets >= TREAT_BELOW, Case.platelets < 40_000 * per_uL)
    patient = patient_of(verdict(spoiled, Theorem.NO_GAP, "entry"))
    (parameter,) = patient.settings
    assert parameter is TREAT_BELOW
    assert 40_000 < patient.settings[parameter] <= 50_000
    assert patient.site()[parameter] == patient.settings[parameter]
    match patient.value(Case.platelets):
        case Known(Decimal() as number):
            assert 40_000 <= number < patient.settings[parameter]
        case _:
            pytest.fail("a known patient has a known count")


def test_a_site_cannot_leave_the_range_that_was_proved() -> None:
    """Guards that meet from 20 000 to 50 000 need not meet beyond."""
    sound = fork(Case.platelets >= TREAT_BELOW, Case.platelets < 50_000 * per_uL)
    found = verdict(sound, Theorem.NO_GAP, "entry")
    assert found.outcome is Outcome.PROVED
    assert found.detail == "2 guards, over 1 feature and 1 parameter"


def test_the_default_site_is_shown_where_it_shows_the_gap() -> None:
    """A counterexample names an unusual setting only when it takes one."""
    spoiled = fork(Case.platelets < TREAT_BELOW, Case.platelets > TREAT_BELOW)
    patient = patient_of(verdict(spoiled, Theorem.NO_GAP, "entry"))
    assert patient == Witness({Case.platelets: count(30_000)}, {TREAT_BELOW: Decimal(30_000)})


# ---------------------------------------------------------------- no overlap


def test_an_overlap_at_a_boundary_is_found_exactly_there() -> None:
    """`<= 30` and `>= 30` both take the patient with 30."""
    spoiled = fork(Case.platelets <= THRESHOLD, Case.platelets >= THRESHOLD)
    found = verdict(spoiled, Theorem.NO_OVERLAP, "fork-watch / fork-done")
    assert values_of(found) == {Case.platelets: count(30_000)}
    assert found.detail == (
        "both are open to this patient, equally urgent: fork-watch to watch, and fork-done to done"
    )


def test_a_more_urgent_transition_settles_an_overlap() -> None:
    """Whoever bleeds is taken first, so two guards may both hold for those who bleed."""
    spoiled = fork(any_of(bleeds, Case.diabetes), any_of(bleeds, not_(Case.diabetes)))
    pair = "fork-watch / fork-done"
    assert values_of(verdict(spoiled, Theorem.NO_OVERLAP, pair)) == {
        Case.bleeding: Known("major"),
        Case.diabetes: Known(False),
    }
    urgent = when(
        "urgent",
        at=Stage.ENTRY,
        holds=bleeds,
        to=Stage.DONE,
        because="",
        warrant=because,
        priority=0,
    )
    settled = verdict(guideline(*spoiled.rules, urgent), Theorem.NO_OVERLAP, pair)
    assert settled.outcome is Outcome.PROVED
    assert settled.detail == "2 guards, 1 more urgent one, over 2 features"


def test_two_ways_to_one_place_may_overlap() -> None:
    """They advise the same."""
    same = replace(START_TREAT, id="again", when=bleeds)
    verdicts = prove(guideline(*RULES, same), judge)
    assert {one.outcome for one in verdicts} == {Outcome.PROVED}
    assert "start-treat / again" not in {one.subject for one in verdicts}


# ---------------------------------------------------------------- no contradiction


def test_a_transition_into_a_treatment_to_be_avoided_is_a_contradiction() -> None:
    """Nothing else is offered to a diabetic whose stage is treated with prednisolone."""
    only = replace(START_TREAT, to=(Stage.STEROID,))
    found = verdict(
        guideline(*(only if rule is START_TREAT else rule for rule in RULES)),
        Theorem.NO_CONTRADICTION,
        "start-treat",
    )
    assert patient_of(found).value(Case.diabetes) == Known(True)
    assert found.detail == (
        "start-treat leads to what must be avoided: steroid: Prednisolone (caution no-steroid)"
    )


def test_alternatives_contradict_when_none_is_free() -> None:
    """Without the invariant that nobody has both, a diabetic with allergy is offered nothing."""
    found = verdict(without(NEVER_BOTH), Theorem.NO_CONTRADICTION, "start-treat")
    patient = patient_of(found)
    assert patient.value(Case.diabetes) == patient.value(Case.allergy) == Known(True)
    assert found.detail == (
        "start-treat leads to what must be avoided: steroid: Prednisolone (caution no-steroid); "
        "globulin: Immunoglobulin (caution no-globulin)"
    )
    assert set(patient.values) == {Case.platelets, Case.bleeding, Case.diabetes, Case.allergy}


def test_a_way_without_treatment_is_never_a_contradiction() -> None:
    """An alternative that gives nothing is always free."""
    found = verdict(WHOLE, Theorem.NO_CONTRADICTION, "failed")
    assert found.outcome is Outcome.PROVED
    assert found.detail == "2 alternatives, 1 caution, over 2 features"
    assert FAILED.to == (Stage.GLOBULIN, Stage.DONE)


def test_whom_a_more_urgent_transition_takes_is_not_contradicted() -> None:
    """Only the patients that a transition is selected for count."""
    bleeding = Invariant(
        id="low-bleeds", condition=not_(all_of(Case.diabetes, not_(bleeds))), warrant=because
    )
    rules = [rule for rule in RULES if rule not in {NEVER_BOTH, BLEEDERS_TOLERATE}]
    found = verdict(guideline(*rules, bleeding), Theorem.NO_CONTRADICTION, "watch-treat")
    assert found.outcome is Outcome.PROVED


def test_a_stay_in_a_treatment_to_be_avoided_is_a_contradiction() -> None:
    """Going on is advice too."""
    rest = stay(
        "rest",
        at=Stage.GLOBULIN,
        holds=bleeds,
        until=7 * day,
        because="",
        warrant=because,
    )
    enter = when(
        "enter", at=Stage.ENTRY, holds=bleeds, to=Stage.GLOBULIN, because="", warrant=because
    )
    caution = Caution(
        id="no", avoid=Avoid((GLOBULIN, STEROID), Case.allergy, "", because), warrant=because
    )
    found = verdict(
        guideline(ENTRY, GIVE_GLOBULIN, enter, rest, caution), Theorem.NO_CONTRADICTION, "rest"
    )
    assert values_of(found) == {Case.bleeding: Known("major"), Case.allergy: Known(True)}


# ---------------------------------------------------------------- no catch-all, not vacuous


def test_a_guard_that_is_true_of_everybody_is_a_catch_all() -> None:
    """Bleeding is none, minor or major: a guard that takes all three takes everybody."""
    anything = Case.bleeding.is_(*Bleeding)
    found = verdict(fork(anything, Case.diabetes), Theorem.NO_CATCH_ALL, "fork-watch")
    assert found.outcome is Outcome.COUNTEREXAMPLE
    assert found.detail == "a catch-all: open to every patient, this one for example"
    assert set(values_of(found)) == {Case.bleeding}


def test_a_guard_that_is_true_of_nobody_proves_nothing() -> None:
    """Every theorem that speaks of it says that it is vacuous."""
    never = all_of(Case.platelets < 10 * per_uL, Case.platelets > 20 * per_uL)
    verdicts = prove(fork(never, Case.diabetes), judge)
    vacuous = {
        (one.theorem, one.subject): one.detail for one in verdicts if "vacuous" in one.detail
    }
    assert vacuous == {
        (Theorem.NO_OVERLAP, "fork-watch / fork-done"): (
            "vacuous: fork-watch is taken by no patient"
        ),
        (Theorem.NO_CONTRADICTION, "fork-watch"): "vacuous: fork-watch is taken by no patient",
        (Theorem.NO_CATCH_ALL, "fork-watch"): "vacuous: the guard is true of no patient",
    }
    assert {one.outcome for one in verdicts if "vacuous" in one.detail} == {Outcome.NOT_PROVED}


def test_a_guard_in_the_shadow_of_a_more_urgent_one_proves_nothing() -> None:
    """It may be true, and yet nobody is ever taken by it."""
    first = when(
        "first",
        at=Stage.ENTRY,
        holds=any_of(bleeds, Case.diabetes),
        to=Stage.DONE,
        because="",
        warrant=because,
        priority=0,
    )
    shadowed = verdict(fork(bleeds, not_(bleeds), first), Theorem.NO_CONTRADICTION, "fork-watch")
    assert shadowed.outcome is Outcome.NOT_PROVED
    assert shadowed.detail == "vacuous: fork-watch is taken by no patient"


def test_a_guideline_for_nobody_proves_nothing_about_patients() -> None:
    """An empty scope would make every claim true."""
    nobody = guideline(
        *RULES, scope=all_of(Case.platelets < 10 * per_uL, Case.platelets > 20 * per_uL)
    )
    about_patients = [one for one in prove(nobody, judge) if one.theorem is not Theorem.MONOTONE]
    assert {one.outcome for one in about_patients if one.subject != "entry"} == {Outcome.NOT_PROVED}
    assert {one.detail for one in about_patients if one.theorem is Theorem.NO_GAP} == {
        "vacuous: no patient is in scope, plausible and within the invariants"
    }
    assert {one.detail for one in about_patients if one.theorem is Theorem.NO_CATCH_ALL} == {
        "vacuous: no patient is in scope, plausible and within the invariants"
    }


# ---------------------------------------------------------------- reachability


def test_a_step_that_no_patient_is_led_to_is_not_reachable() -> None:
    """An arrow that nobody can take leads nowhere."""
    never = all_of(bleeds, Case.bleeding.is_(Bleeding.NONE))
    found = verdict(fork(never, Case.diabetes), Theorem.REACHABLE, "watch")
    assert found.outcome is Outcome.NOT_PROVED
    assert found.detail == "no way from entry"
    assert verdict(WHOLE, Theorem.REACHABLE, "done").detail == (
        "entry > steroid > done, by 2 transitions"
    )


def test_a_circle_without_rest_or_end_is_no_way_on() -> None:
    """Prednisolone leads to immunoglobulin and back for ever."""

    def arrow(name: str, start: Stage, end: Stage) -> AnyRule:
        return when(name, at=start, holds=bleeds, to=end, because="", warrant=because)

    circle = guideline(
        ENTRY,
        GIVE_STEROID,
        GIVE_GLOBULIN,
        DONE,
        arrow("in", Stage.ENTRY, Stage.STEROID),
        arrow("out", Stage.ENTRY, Stage.DONE),
        arrow("there", Stage.STEROID, Stage.GLOBULIN),
        arrow("back", Stage.GLOBULIN, Stage.STEROID),
    )
    ways = {one.subject: one for one in prove(circle, judge) if one.theorem is Theorem.WAY_ON}
    assert {key: one.outcome for key, one in ways.items()} == {
        "entry": Outcome.PROVED,
        "steroid": Outcome.NOT_PROVED,
        "globulin": Outcome.NOT_PROVED,
    }
    assert ways["steroid"].detail == "no way to a final step or to a stay"


def test_a_stay_is_a_place_to_rest() -> None:
    """Where a patient may stay until judged again, nothing more is owed."""
    resting = guideline(WATCH, ENTRY, KEEP_WATCH)
    assert verdict(resting, Theorem.WAY_ON, "watch").outcome is Outcome.PROVED


# ---------------------------------------------------------------- monotone


def spoiled_guard(condition: Condition) -> Guideline:
    """The language refuses known() in a guard, so it is put there behind its back."""
    spoiled = replace(START_TREAT)
    object.__setattr__(spoiled, "when", condition)
    return guideline(*(spoiled if rule is START_TREAT else rule for rule in RULES))


def test_a_guard_that_rests_on_not_knowing_is_undone_by_a_fact() -> None:
    """Shown is the patient as known before."""
    found = verdict(spoiled_guard(not_(known(Case.diabetes))), Theorem.MONOTONE, "start-treat")
    assert found.outcome is Outcome.COUNTEREXAMPLE
    assert found.detail == "this patient's answer is undone when more becomes known"
    assert judge(known(Case.diabetes), patient_of(found), WHOLE.site()) is Answer.NO


def test_a_guard_may_not_ask_what_is_known_even_to_no_effect() -> None:
    """The answer is always yes, and the guard is refused all the same."""
    idle = any_of(known(Case.diabetes), not_(known(Case.diabetes)))
    found = verdict(spoiled_guard(idle), Theorem.MONOTONE, "start-treat")
    assert found.outcome is Outcome.NOT_PROVED
    assert found.detail == "it asks known(), which a rule that turns advice on may not"


def test_what_shuts_a_gate_must_be_monotone_too() -> None:
    """It withholds, so it decides: both of a gate's conditions get their verdict."""
    shut = replace(GATE, shut=not_(Case.confirmed))
    verdicts = prove(guideline(*(shut if rule is GATE else rule for rule in RULES)), judge)
    found = [one for one in verdicts if (one.theorem, one.subject) == (Theorem.MONOTONE, GATE.id)]
    assert [one.outcome for one in found] == [Outcome.PROVED, Outcome.PROVED]


def test_only_recommendations_that_do_more_than_ask_must_be_monotone() -> None:
    """Asking for what is not known is what known() is for."""
    asks = Recommendation(
        id="asks",
        title="",
        when=not_(known(Case.diabetes)),
        do=(Ask(Case.diabetes, "", because),),
        warrant=because,
    )
    gives = Recommendation(
        id="gives", title="", when=bleeds, do=(Give(GLOBULIN, "", because),), warrant=because
    )
    verdicts = prove(guideline(*RULES, asks, gives), judge)
    assert {one.outcome for one in verdicts} == {Outcome.PROVED}
    subjects = {one.subject for one in verdicts}
    assert "gives" in subjects
    assert "asks" not in subjects


def test_the_same_site_judges_before_and_after() -> None:
    """A parameter does not change when a fact becomes known."""
    found = verdict(WHOLE, Theorem.MONOTONE, "start-treat")
    assert found.outcome is Outcome.PROVED
    assert found.detail == "every two states of knowledge, over 2 features"


# ---------------------------------------------------------------- replay


def test_a_patient_whom_the_evaluator_sees_otherwise_is_never_shown() -> None:
    """When the two meanings disagree, neither is believed."""

    def contrary(condition: Condition, facts: HasValues, site: Site) -> Answer:
        return Answer.NO if condition is BOUNDARY else judge(condition, facts, site)

    verdicts = prove(fork(BOUNDARY, Case.platelets >= THRESHOLD), contrary)
    overlap = next(one for one in verdicts if one.theorem is Theorem.NO_OVERLAP)
    assert overlap.outcome is Outcome.NOT_PROVED
    assert overlap.counterexample is None
    assert overlap.detail.startswith(
        "replay disagrees: the solver says yes, the evaluator no: Compare("
    )


BOUNDARY = Case.platelets <= THRESHOLD


def test_what_knowing_more_undoes_is_replayed_too() -> None:
    """The patient before and the patient after are both judged again."""

    def unsure(condition: Condition, facts: HasValues, site: Site) -> Answer:
        return Answer.UNKNOWN

    verdicts = prove(WHOLE, unsure)
    assert {one.outcome for one in verdicts if one.theorem is Theorem.MONOTONE} == {
        Outcome.NOT_PROVED
    }


def test_a_witness_knows_only_what_it_names() -> None:
    """Anything else about the patient is unknown, and its site has the settings it names."""
    witness = Witness({Case.diabetes: Known(True)}, {TREAT_BELOW: Decimal(20_000)})
    assert judge(Case.allergy, witness, witness.site()) is Answer.UNKNOWN
    assert witness.site().settings() == {"treat-below": "20000"}
    assert isinstance(next(iter(witness.settings)), Parameter)


def test_two_steps_of_one_stage_treat_together() -> None:
    """A caution about either treatment bars the stage."""
    also = Step(
        id="also",
        stage=Stage.DONE,
        title="",
        do=(Give(STEROID, "", because),),
        final=True,
        warrant=because,
    )
    found = verdict(guideline(*RULES, also), Theorem.NO_CONTRADICTION, "recovered")
    assert patient_of(found).value(Case.diabetes) == Known(True)
