"""What is missing, what each answer would change; and quick answers are the reference's."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from tests.immune_thrombocytopenia.pathway import GUIDELINE
from tests.immune_thrombocytopenia.words import (
    DEXAMETHASONE,
    DIABETES,
    ELTROMBOPAG,
    PLATELETS,
    Case,
)
from tests.plan.adults import DAY, bench, count, course, facts, planned
from tests.strategies.conditions import conditions
from tests.strategies.events import events as histories
from tests.strategies.vocabulary import FEATURES, ON, SITE, VOCABULARIES

from ferrata.guideline.conditions import Condition, all_of, any_of, at_least, not_
from ferrata.guideline.events import Events
from ferrata.interpret.counterfactual import Answers, anatomy, suppose, suppositions
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.plan.model import Missing, Plan


def item(plan: Plan, concept: str) -> Missing:
    """The missing item of a concept."""
    return next(one for one in plan.missing if one.concept == concept)


def effects(missing: Missing) -> dict[str, tuple[str, ...]]:
    """What each answer changes."""
    return {one.answer: one.effects for one in missing.changes}


def test_nothing_is_missing_when_everything_that_matters_is_known():
    """A settled plan asks nothing."""
    assert planned(facts()).missing == ()


@pytest.mark.hazard("H12")
def test_an_answer_that_opens_an_option_is_listed():
    """One question stands between the patient and the drug."""
    found = item(planned(facts(liver=None)), "liver-tests-normal")
    assert found.label == "Normal liver tests"
    assert found.why == "never recorded"
    assert found.answers == ("yes", "no")
    title = "An agonist of the thrombopoietin receptor"
    assert effects(found) == {
        "yes": (f"{title}: conditional → offered",),
        "no": (f"{title}: conditional → withheld",),
    }


def test_an_answer_that_changes_nothing_alone_says_so():
    """Two gates are open, and one answer closes one of them only."""
    plan = planned(facts(diabetes="yes", thrombosis=None, liver=None))
    assert effects(item(plan, "liver-tests-normal"))["yes"] == ()


def test_answers_that_change_the_same_are_joined():
    """The reader reads one line instead of two; answers that differ stay apart."""
    found = item(planned(facts(platelets=None)), "platelets").changes
    assert any("; " in one.answer for one in found)
    assert all(one.effects != other.effects for one, other in pairwise(found))
    bleeding = effects(item(planned(facts(bleeding=None)), "bleeding-grade"))
    assert set(bleeding) == {"none", "minor", "major"}


def test_items_that_change_something_alone_come_first():
    """The most useful question is the first one."""
    plan = planned(facts(disease=None, platelets=None, bleeding=None, thrombosis=None))
    useful = [any(change.effects for change in one.changes) for one in plan.missing]
    assert useful == sorted(useful, reverse=True)


def test_a_measurement_is_supposed_at_and_below_each_threshold():
    """Every cell between the thresholds is visited, and there is nothing to answer with."""
    found = item(planned(facts(platelets=None)), "platelets")
    assert found.answers == ()
    spoken = [part for one in found.changes for part in one.answer.split("; ")]
    assert spoken[0].startswith("below ")
    assert all(one.startswith("from ") for one in spoken[1:])


def test_a_stale_value_says_when_it_was_last_seen():
    """Ten days are too old for a count of the last seven."""
    found = item(planned(facts(count("2026-11-10", 12_000), platelets=None)), "platelets")
    assert (found.why, found.last_seen) == ("last value too old", "2026-11-10")


def test_a_treatment_can_have_been_never_given():
    """Of an unknown history, the one thing worth supposing is that there was none."""
    known = anatomy(GUIDELINE)
    assert [one.text for one in suppositions(DEXAMETHASONE, known.thresholds, DAY)] == [
        "never given"
    ]
    over = bench(facts())
    supposed = suppositions(ELTROMBOPAG, known.thresholds, DAY)[0]
    needed = [one for cls in GUIDELINE.vocabularies for one in cls.features]
    fresh, moved = suppose(over.facts, ELTROMBOPAG, supposed, known, needed)
    assert set(map(repr, moved)) == {"Agonist.on", "Agonist.ever"}
    assert fresh.events.reviews[ELTROMBOPAG.id]


def test_a_measurement_that_nothing_compares_has_nothing_to_suppose():
    """Without a threshold no value can change the advice."""
    assert suppositions(PLATELETS, {}, DAY) == ()


def test_what_was_said_the_same_day_gives_way_to_what_is_supposed():
    """Else the two would conflict, and no answer could be supposed."""
    known = anatomy(GUIDELINE)
    over = bench(facts(diabetes="yes"))
    no = next(one for one in suppositions(DIABETES, known.thresholds, DAY) if one.text == "no")
    fresh, moved = suppose(over.facts, DIABETES, no, known, [Case.diabetes, Case.liver])
    assert moved == {Case.diabetes}
    assert judge(Case.diabetes, fresh, fresh.site).answer.value == "no"


def test_supposing_what_is_already_so_changes_nothing():
    """The facts themselves come back, so that no work is done twice."""
    known = anatomy(GUIDELINE)
    over = bench(facts(diabetes="no"))
    no = suppositions(DIABETES, known.thresholds, DAY)[1]
    fresh, moved = suppose(over.facts, DIABETES, no, known, [Case.diabetes])
    assert fresh.value(Case.diabetes) == replace(over.facts.value(Case.diabetes), source="")
    assert moved <= {Case.diabetes}


def test_missing_items_of_a_course_ask_for_its_drug():
    """A course that cannot be dated is asked for by the name of its drug."""
    plan = planned(facts(course(None, "2026-10-01"), platelets=12_000))
    assert plan.position.certain is False
    assert "dexamethasone" in {one.concept for one in plan.missing}


@given(conditions(), histories())
def test_quick_answers_are_those_of_the_reference(condition: Condition, events: Events):
    """Answers without reasons agree with the evaluator on any condition over any history."""
    facts = Derived(events, ON, VOCABULARIES, SITE)
    quick = Answers(facts, anatomy(GUIDELINE))
    both = all_of(condition, any_of(not_(condition), at_least(1, condition)))
    for one in (condition, both, condition):
        assert quick(one) is judge(one, facts, SITE).answer


@given(conditions(), histories(), histories())
def test_quick_answers_over_other_facts_are_those_of_the_reference(
    condition: Condition, events: Events, other: Events
):
    """What is kept of the answers before is what cannot have changed."""
    before, after = (Derived(one, ON, VOCABULARIES, SITE) for one in (events, other))
    moved = frozenset(one for one in FEATURES if before.value(one) != after.value(one))
    known = anatomy(GUIDELINE)
    base = Answers(before, known)
    base(condition)
    assert Answers(after, known, base, moved)(condition) is judge(condition, after, SITE).answer
