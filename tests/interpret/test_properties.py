"""What holds of the references for all inputs: unknown is not no, and order decides nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interpret.worlds import covers, refined_events, refined_patients
from tests.strategies.conditions import conditions
from tests.strategies.events import distinct, single_events, times
from tests.strategies.facts import Patient, patients
from tests.strategies.vocabulary import (
    BLUE,
    FEATURES,
    FEVER,
    HB,
    ON,
    RED,
    REMOVED,
    SITE,
    VOCABULARIES,
    Case,
)

from ferrata.guideline.conditions import Compare, Condition, Operator, any_of, known
from ferrata.guideline.events import Assertion, Event, Events, Observation, TreatmentCourse
from ferrata.guideline.features import Feature, Finding
from ferrata.guideline.values import Answer, FeatureValue, Known, Reason, Unknown
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge

ASKED = (Case.hb, Case.hb_low, Case.count, Case.fever, Case.removed, Case.grade, Case.bad)
MONOTONE = conditions(ASKED, ask=False)
"""Conditions as guards, gates and cautions may have them."""
PATIENTS = patients(ASKED)


def answer(condition: Condition, patient: Patient) -> Answer:
    return judge(condition, patient, SITE).answer


def derived(events: list[Event], on: int = ON) -> dict[Feature, FeatureValue]:
    patient = Derived(Events.of(events), on, VOCABULARIES, SITE)
    return {feature: patient.value(feature) for feature in FEATURES}


@given(MONOTONE, PATIENTS, st.sets(st.sampled_from(ASKED)))
def test_forgetting_settles_nothing(
    condition: Condition, patient: Patient, forgotten: set[Feature]
) -> None:
    """With less known an answer stays or becomes unknown."""
    unknown = Unknown(Reason.NEVER_RECORDED)
    less = Patient({**patient.given, **dict.fromkeys(forgotten, unknown)})
    assert answer(condition, less) in {answer(condition, patient), Answer.UNKNOWN}


@given(st.data(), MONOTONE, PATIENTS)
def test_learning_overturns_nothing(
    data: st.DataObject, condition: Condition, patient: Patient
) -> None:
    """Narrowing an interval, or learning a value, leaves every settled answer as it was."""
    before = answer(condition, patient)
    after = answer(condition, data.draw(refined_patients(patient)))
    assert before in {after, Answer.UNKNOWN}


@given(st.data(), MONOTONE, PATIENTS)
def test_what_is_not_missing_settles_nothing(
    data: st.DataObject, condition: Condition, patient: Patient
) -> None:
    """Whatever becomes known of other features than the missing ones, unknown stays unknown."""
    judgement = judge(condition, patient, SITE)
    missing = frozenset(judgement.missing)
    learned = data.draw(refined_patients(patient, same=missing))
    if judgement.answer is Answer.UNKNOWN:
        assert missing
        assert answer(condition, learned) is Answer.UNKNOWN
    else:
        assert not missing
        assert answer(condition, learned) is judgement.answer


@given(MONOTONE, PATIENTS)
def test_the_leaves_that_settle_an_answer_settle_it_alone(
    condition: Condition, patient: Patient
) -> None:
    """A patient of whom no more is known than `because` shows gets the same answer."""
    judgement = judge(condition, patient, SITE)
    seen = {feature: value for one in judgement.because for feature, value in one.values}
    assert all(patient.value(feature) == value for feature, value in seen.items())
    assert answer(condition, Patient(seen)) is judgement.answer


@given(st.sampled_from(Operator), st.decimals(1, 25, places=8), st.sampled_from([-1, 0, 1]))
def test_at_the_threshold_only_equality_decides(
    operator: Operator, threshold: Decimal, steps: int
) -> None:
    """A hundred-millionth above or below it is on the other side."""
    value = threshold + steps * Decimal("0.00000001")
    patient = Patient({Case.hb: Known(value)})
    below = operator in {Operator.LT, Operator.LE}
    equal = operator in {Operator.LE, Operator.GE}
    holds = equal if steps == 0 else (steps < 0) is below
    expected = Answer.YES if holds else Answer.NO
    assert answer(Compare(Case.hb, operator, threshold), patient) is expected


def test_known_is_the_one_condition_that_learning_overturns() -> None:
    """Which is why guards may not use it, and why its feature is never called missing."""
    nobody, somebody = Patient({}), Patient({Case.hb: Known(Decimal(9))})
    assert answer(known(Case.hb), nobody) is Answer.NO
    assert answer(known(Case.hb), somebody) is Answer.YES
    judgement = judge(any_of(known(Case.hb), Case.fever), nobody, SITE)
    assert judgement.answer is Answer.UNKNOWN
    assert judgement.missing == (Case.fever,)


@settings(max_examples=settings().max_examples // 4)
@given(st.data(), st.lists(single_events(), max_size=10))
def test_the_order_of_events_changes_no_value(data: st.DataObject, events: list[Event]) -> None:
    """Neither the value, nor its day, nor the entry that it names."""
    assert derived(data.draw(st.permutations(events))) == derived(events)


@st.composite
def unreadable_events(draw: st.DrawFn) -> Event:
    """Something happened, and what it was cannot be read."""
    when = draw(times())
    match draw(st.sampled_from("otaa")):
        case "o":
            return Observation(HB.id, when, None, None, Reason.UNREADABLE)
        case "t":
            return TreatmentCourse(None, when, draw(st.one_of(st.none(), times())))
        case _:
            return Assertion(draw(st.sampled_from([FEVER.id, REMOVED.id])), when, None)


@given(st.lists(single_events(), max_size=10), unreadable_events())
def test_an_unreadable_entry_makes_nothing_absent(events: list[Event], unreadable: Event) -> None:
    """No finding and no exposure becomes no because of an entry that nobody can read."""
    before, after = derived(distinct(events)), derived(distinct([*events, unreadable]))
    for feature in FEATURES:
        no = Known(False)
        if isinstance(feature, Finding) and replace_source(after[feature]) == no:
            assert replace_source(before[feature]) == no, feature


def replace_source(value: FeatureValue) -> FeatureValue:
    return replace(value, day=None, source="") if isinstance(value, Known) else value


@given(st.data(), st.lists(single_events(), max_size=8))
def test_what_a_record_leaves_open_is_left_open(data: st.DataObject, events: list[Event]) -> None:
    """However partial dates, intervals and unreadable entries turn out, the value covers it."""
    vague = distinct(events)
    exact = [data.draw(refined_events(one)) for one in vague]
    values, refined = derived(vague), derived(exact)
    for feature in FEATURES:
        if not asks_whether_known(feature):
            assert covers(feature, values[feature], refined[feature]), feature


def asks_whether_known(feature: Feature) -> bool:
    """`Case.bad` asks whether its grade is known, so it may change when it becomes known."""
    return feature is Case.bad


@given(st.lists(single_events(), max_size=10), st.sampled_from([ON - 30, ON - 1, ON, ON + 1]))
def test_being_on_a_treatment_is_having_begun_it(events: list[Event], on: int) -> None:
    """Whoever is on it for certain has begun it for certain; whoever never began is not on it."""
    values = derived(events, on)
    for going_on, ever in ((Case.on_blue, Case.ever_blue), (Case.on_red, Case.ever_red)):
        if replace_source(values[going_on]) == Known(True):
            assert replace_source(values[ever]) == Known(True)
        if replace_source(values[ever]) == Known(False):
            assert replace_source(values[going_on]) == Known(False)
    assert BLUE != RED
