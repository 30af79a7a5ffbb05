"""What holds of every history: doubt never settles, order never matters."""

from collections.abc import Iterable
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.diagnosis.histories import FEATURES, ON, histories

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.alps.diagnosis.concepts import SOMATIC
from ferrata.guideline.assessment import CriteriaSet
from ferrata.guideline.conditions import features_of
from ferrata.guideline.events import (
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    TreatmentCourse,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import FeatureValue, Reason, Unknown
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.plan.assessment.concluding import CANNOT_TELL, NOT_MET, conclude
from ferrata.plan.assessment.needed import Desk, needed
from ferrata.plan.assessment.readings import read_for

SHARES = frozenset(one.id for rule in DIAGNOSIS.nested for one in rule.shares)
DECLARED = frozenset(
    {
        *(sign.id for rule in DIAGNOSIS.falsified for sign in rule.after),  # A163
        *(SOMATIC[gene].id for gene in ("FASLG", "CASP10")),  # A173
    }
)
"""Of these a declared assumption says that silence means no."""


class Forgetting(Derived):
    """Facts without one of them."""

    forgotten: tuple[Feature, ...] = ()

    def value(self, feature: Feature) -> FeatureValue:
        if feature in self.forgotten:
            return Unknown(Reason.NEVER_RECORDED)
        return super().value(feature)


def read(events: Iterable[Event], *forgotten: Feature) -> Derived:
    """The facts of a history as the assessment reads it, without one of them."""
    reading = read_for(DIAGNOSIS, Events.of(events), ON)
    facts = Forgetting(reading.events, ON, DIAGNOSIS.vocabularies, Site(()))
    facts.forgotten = forgotten
    return facts


def strength(criteria: CriteriaSet, facts: Derived) -> int:
    """How much is concluded: 0 for nothing, more for a stronger conclusion."""
    reached = conclude(criteria, facts).reached
    if reached is None:
        return 0
    return len(criteria.conclusions) - criteria.conclusions.index(reached)


def concept(event: Event) -> str:
    """What an event is about; all shares of the same cells are one thing."""
    match event:
        case Observation(analyte=id):
            return "shares" if id in SHARES else id
        case TreatmentCourse(treatment=id):
            return id or "a treatment that cannot be read"
        case Assertion(about=id) | Review(about=id):
            return id


@given(histories(), st.data())
def test_forgetting_a_fact_never_settles_anything(history: list[Event], data: st.DataObject):
    """In no criteria set does a conclusion get stronger, or `cannot tell` become `not met`."""
    feature = data.draw(st.sampled_from(FEATURES))
    before, after = read(history), read(history, feature)
    for criteria in DIAGNOSIS.sets:
        assert strength(criteria, after) <= strength(criteria, before)
        if conclude(criteria, before).result != NOT_MET:
            assert conclude(criteria, after).result != NOT_MET


@given(histories(), st.data())
def test_forgetting_all_about_a_concept_never_settles_anything(
    history: list[Event], data: st.DataObject
):
    """The same for everything a record says of one thing: tests, treatments and reviews of them."""
    gone = data.draw(st.sampled_from(sorted({concept(one) for one in history} - DECLARED) or [""]))
    assume(gone != "a treatment that cannot be read")
    before = read(history)
    after = read([one for one in history if concept(one) != gone])
    criteria = DIAGNOSIS.criteria
    assert strength(criteria, after) <= strength(criteria, before)
    if conclude(criteria, before).result == CANNOT_TELL:
        assert conclude(criteria, after).result != NOT_MET


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_events_never_matters(history: list[Event], random: Random):
    """The same events in another order say the same of every feature."""
    shuffled = list(history)
    random.shuffle(shuffled)
    one, other = read(history), read(shuffled)
    assert [one.value(feature) for feature in FEATURES] == [
        other.value(feature) for feature in FEATURES
    ]


@given(histories())
def test_not_met_is_said_only_when_every_conclusion_is_a_certain_no(history: list[Event]):
    """And reached only when it is a certain yes."""
    facts = read(history)
    for criteria in DIAGNOSIS.sets:
        said = conclude(criteria, facts)
        answers = [
            judge(criteria.condition(one.id), facts, facts.site).answer.value
            for one in criteria.conclusions
        ]
        if said.result == NOT_MET:
            assert set(answers) == {"no"}
        if said.reached is not None:
            assert answers[criteria.conclusions.index(said.reached)] == "yes"


@given(histories())
def test_what_is_missing_is_what_is_open(history: list[Event]):
    """Something is asked for exactly while a conclusion could still change by it."""
    desk = Desk.of(DIAGNOSIS, Events.of(history), ON)
    items = needed(desk)
    said = conclude(DIAGNOSIS.criteria, desk.facts)
    if said.open:
        assert items
    if not said.open and said.reached is None:
        assert not items
    assert len({one.concept for one in items}) == len(items)


def test_every_feature_of_a_criterion_is_one_of_the_vocabulary():
    """Nothing is asked that the record is not read for."""
    asked = {one for condition in DIAGNOSIS.conditions for one in features_of(condition)}
    assert asked <= set(FEATURES)
