"""What must never happen with the real guidelines, whatever is recorded or forgotten."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.alps.histories import ON, derived, histories, single_events
from tests.alps.patients import Facts, Given, asked, patients
from tests.alps.proofs import BY_ID
from tests.vignettes.reading import vignettes
from tests.vignettes.records import record_of

from ferrata.guideline.actions import Ask, Order, treatment_of
from ferrata.guideline.events import (
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    TreatmentCourse,
)
from ferrata.guideline.features import Finding
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.values import Known, Reason
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import Position, replay
from ferrata.plan import Level
from ferrata.plan.advise import Bench, advise
from ferrata.record.events import events_of

GUIDELINES = list(BY_ID)


def levels(guideline: Guideline, facts: Derived, *at: str) -> dict[str, Level]:
    """Return how far each piece of advice goes, by id; what only asks for facts is left out."""
    positions = tuple(Position(stage) for stage in at)
    return {
        one.id: one.level
        for one in advise(Bench(guideline, facts), positions).advice
        if not isinstance(one.action, Ask | Order)
    }


def recorded(guideline: Guideline, events: list[Event]) -> dict[str, Level]:
    """Return the advice for the patient with these events, where the record says they stand.

    Advice about a treatment goes by the treatment: where the stage is in doubt, another rule may
    say of the same one what the stage's step said.
    """
    positions = replay(guideline, Events.of(events), ON, guideline.site())
    at = tuple(Position(one.stage) for one in positions)
    found: dict[str, Level] = {}
    for one in advise(Bench(guideline, derived(events, guideline)), at).advice:
        if isinstance(one.action, Ask | Order):
            continue
        treatment = None if one.action is None else treatment_of(one.action)
        key = one.id if treatment is None else treatment.id
        found[key] = max(found.get(key, one.level), one.level, key=lambda level: level.rank)
    return found


def risen(before: dict[str, Level], after: dict[str, Level]) -> list[str]:
    """Return what is offered after and was not before."""
    return [
        id
        for id, level in after.items()
        if level is Level.OFFERED and before.get(id) is not Level.OFFERED
    ]


@pytest.mark.hazard("H12")
@pytest.mark.parametrize("name", GUIDELINES)
@given(facts=patients(), data=st.data())
def test_forgetting_a_fact_never_moves_advice_up_to_offered(
    name: str, facts: Facts, data: st.DataObject
) -> None:
    """Whoever knows less is never offered more."""
    guideline = BY_ID[name]
    stage = data.draw(st.sampled_from([step.stage.value for step in guideline.steps]))
    patient = Given(guideline, facts)
    before = levels(guideline, patient, stage)
    known = [one for one in asked() if isinstance(facts[one], Known)]
    for feature in data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=5)):
        less = patient.without(feature, data.draw(st.sampled_from(Reason)))
        assert not risen(before, levels(guideline, less, stage)), feature


@pytest.mark.hazard("H12")
@pytest.mark.parametrize("name", GUIDELINES)
def test_nothing_is_offered_to_somebody_nothing_is_known_of(name: str) -> None:
    """An empty record offers no drug at any stage."""
    guideline = BY_ID[name]
    empty = Derived(Events(), ON, guideline.vocabularies, guideline.site())
    for step in guideline.steps:
        assert Level.OFFERED not in levels(guideline, empty, step.stage.value).values()


def of_vignettes() -> list[list[Event]]:
    """Return the events of every vignette, in which much is offered."""
    known = anatomy(BY_ID["reconciled"]).analytes
    found: list[list[Event]] = []
    for one in vignettes():
        events = events_of(record_of(one), known)
        groups = (events.observations, events.assertions, events.reviews)
        said: list[Event] = [each for group in groups for kept in group.values() for each in kept]
        found.append([*said, *events.courses])
    return found


SOMEBODY = st.one_of(histories(), st.sampled_from(of_vignettes()))


@st.composite
def unreadable(draw: st.DrawFn) -> Event:
    """An event that is recorded and cannot be read."""
    event = draw(single_events())
    match event:
        case Observation():
            return replace(event, low=None, high=None, unusable=Reason.UNREADABLE, source="u")
        case Assertion():
            return replace(event, value=None, source="u")
        case TreatmentCourse():
            return replace(event, treatment=None, source="u")
        case Review():
            return TreatmentCourse(None, event.when, None, "u")


@pytest.mark.hazard("H22")
@pytest.mark.parametrize("name", GUIDELINES)
@given(events=SOMEBODY, event=unreadable())
def test_an_unreadable_event_never_moves_advice_up_to_offered(
    name: str, events: list[Event], event: Event
) -> None:
    """What is recorded and cannot be read is a question, not an answer."""
    guideline = BY_ID[name]
    assert not risen(recorded(guideline, events), recorded(guideline, [*events, event]))


@pytest.mark.hazard("H22")
@given(events=SOMEBODY, event=unreadable())
def test_an_unreadable_event_never_counts_as_absent(events: list[Event], event: Event) -> None:
    """A finding that was not known to be absent is not made so by an entry that cannot be read."""
    before, after = derived(events), derived([*events, event])
    for feature in asked():
        if isinstance(feature, Finding) and isinstance(known := after.value(feature), Known):
            assert known.value is True or before.value(feature) == known, feature


@pytest.mark.hazard("H12")
@settings(max_examples=settings().max_examples // 4)  # all of it is forgotten, whoever it was of
@given(facts=patients())
def test_everything_forgotten_leaves_nothing_offered(facts: Facts) -> None:
    """Whatever was offered to a patient rests on something that is known of that patient."""
    for guideline in BY_ID.values():
        patient: Given = Given(guideline, facts)
        for feature in facts:
            patient = patient.without(feature, Reason.STALE)
        for step in guideline.steps:
            assert Level.OFFERED not in levels(guideline, patient, step.stage.value).values()


@given(events=histories())
def test_where_a_patient_stands_is_never_nowhere(events: list[Event]) -> None:
    """Every history leaves at least one stage, in both guidelines."""
    assume(events)
    for guideline in BY_ID.values():
        assert replay(guideline, Events.of(events), ON, guideline.site())
