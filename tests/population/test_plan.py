"""The planner keeps queries narrow, shares what is asked twice, and can be read."""

import pytest
from tests.population.agreement import Ask, difference, population, reference
from tests.strategies.vocabulary import (
    FEATURES,
    HB,
    HB_RANGE,
    ON,
    SITE,
    VOCABULARIES,
    Case,
    Course,
    Grade,
)

from ferrata.guideline.conditions import Condition, Is, all_of, any_of, not_
from ferrata.guideline.derivations import (
    DaysSinceStart,
    Holds,
    OnTreatment,
    latest,
    within,
)
from ferrata.guideline.errors import RuleError
from ferrata.guideline.events import Events
from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.units import day, dL, g
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret.population import NotPrintable, make_plan
from ferrata.interpret.population.planner import JOINS, WIDEST
from ferrata.interpret.population.reading import (
    columns_in,
)


class Wide(CaseFeatures):
    """Many windows of one analyte."""


MANY = tuple(
    Measurement(f"{length} days", g / dL, HB_RANGE, latest(HB, within(length * day)))
    for length in range(1, 90)
)


def test_no_query_has_more_than_a_dozen_aggregates() -> None:
    """Eighty-nine windows of one analyte become many narrow queries."""
    plan = make_plan((*FEATURES, *MANY), [], SITE, VOCABULARIES)
    assert max(len(step.query.columns) for step in plan.steps) == WIDEST
    assert sum(len(step.query.columns) for step in plan.steps) > 300


def test_no_query_joins_more_than_a_few_tables() -> None:
    """Planning a join is more than linear in its tables."""
    plan = make_plan((*FEATURES, *MANY), [], SITE, VOCABULARIES)
    joined = [*(one.query for one in plan.gathers), plan.final.source]
    assert max(len(one.joins) for one in joined) <= JOINS
    assert len(plan.gathers) > JOINS


def test_a_query_reads_one_concept_and_what_ran_before_it() -> None:
    """Steps run in order: each joins only tables that earlier ones left."""
    made: set[str] = set()
    for step in make_plan(FEATURES, [], SITE, VOCABULARIES).steps:
        assert made.issuperset(step.query.joins)
        made.add(step.table)
        read = {one.name for _, node in step.query.columns for one in columns_in(node)}
        assert "patient" not in read


def test_a_narrow_plan_gives_the_same_answers() -> None:
    """The width of queries is a matter of speed alone."""
    plans = [make_plan(FEATURES, [], SITE, VOCABULARIES, widest=size) for size in (1, 3, 100)]
    assert len({plan.final.output for plan in plans}) == 1
    assert len(plans[0].steps) > len(plans[1].steps) > len(plans[2].steps)


def test_what_is_asked_twice_is_computed_once() -> None:
    """Two features over one window share their aggregates."""
    one = make_plan([MANY[13]], [], SITE, VOCABULARIES)
    two = make_plan([MANY[13], Case.hb], [], SITE, VOCABULARIES)
    assert [step.query.columns for step in two.steps] == [step.query.columns for step in one.steps]


def test_features_of_one_name_are_told_apart() -> None:
    """Two features that lack a vocabulary have one path, and columns of their own."""
    patients = {0: Events()}
    ask = Ask(MANY[:3])
    assert difference(patients, reference(patients, ask), population(patients, ask)) == ""


def test_a_plan_explains_itself() -> None:
    """The text names every query in order; the day asked about stays open."""
    condition: Condition = any_of(Case.fever, Case.low)
    text = make_plan([Case.hb], [condition], SITE, VOCABULARIES).explain()
    assert text.startswith("-- 1 features and 1 conditions from ")
    assert "narrow queries over" in text
    assert "\"analyte\" = 'hb'" in text
    assert "$on" in text
    assert text.count(";\n") == text.count("-- ") - 1


class Loop(CaseFeatures):
    """Features that follow from each other."""

    first = Finding("First")
    second = Finding("Second", Holds(not_(first)))
    third = Finding("Third", DaysSinceStart())
    fourth = Finding("Fourth", OnTreatment())


def test_a_feature_cannot_follow_from_itself() -> None:
    """The error names the chain."""
    Loop.first.derived = Holds(all_of(Loop.second))
    with pytest.raises(RuleError, match=r"Loop.first from Loop.second from Loop.first"):
        make_plan([Loop.first], [], SITE, VOCABULARIES)


@pytest.mark.parametrize("feature", [Loop.third, Loop.fourth, Course.started], ids=repr)
def test_a_question_about_a_course_names_one(feature: Feature) -> None:
    """As in the reference: a case has many courses, and a template has none."""
    with pytest.raises(RuleError, match="names none"):
        make_plan([feature], [], SITE, VOCABULARIES)
    with pytest.raises(RuleError, match="names none"):
        reference({0: Events()}, Ask([feature]))


def test_nothing_asked_is_nothing_computed() -> None:
    """A plan without aggregates still lists every patient."""
    found = population({3: Events(), 1: Events()}, Ask([Case.nothing]))
    assert [one.patient for one in found] == [1, 3]
    assert make_plan([Case.nothing], [], SITE, VOCABULARIES).steps == ()


def test_an_empty_list_of_options_is_never_chosen() -> None:
    """`Is` made by hand without options is no where the choice is known."""
    condition = Is(Case.grade, ())
    patients = {0: Events()}
    ask = Ask(conditions=[condition], on=ON)
    assert difference(patients, reference(patients, ask), population(patients, ask)) == ""
    unnamed = Choice("No vocabulary", Grade)
    with pytest.raises(NotPrintable):
        make_plan([unnamed], [Is(unnamed, ("mild\0",))], SITE, VOCABULARIES)
