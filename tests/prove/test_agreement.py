"""The encoding answers what the reference evaluator answers, for any condition and any facts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.prove.itp import because, judge

from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Criterion,
    IsKnown,
    Not,
    Operator,
    Relate,
    all_of,
    any_of,
    at_least,
    not_,
)
from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.parameters import Site, parameter
from ferrata.guideline.units import Quantity, between, day, one
from ferrata.guideline.values import Answer, Between, FeatureValue, Known, Option, Reason, Unknown
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret.prove import agreement, answer_of
from ferrata.interpret.prove.solver import Logic, Solver, Undecided


class Grade(Option):
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class Small(CaseFeatures):
    x = Measurement("X", one, between(-5, 5, one))
    y = Measurement("Y", one, between(-5, 5, one))
    f = Finding("F")
    g = Finding("G")
    c = Choice("C", Grade)


LIMIT = parameter("limit", "Limit", 1 * one, between(-3, 3, one), because)
DEFAULTS = Site([LIMIT])
FINEST = Decimal("0.00000001")

numbers = st.sampled_from(
    [Decimal(n) + step for n in range(-3, 4) for step in (-FINEST, Decimal(0), FINEST)]
)
measurements = st.sampled_from([Small.x, Small.y])
operators = st.sampled_from(Operator)
leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Compare, measurements, operators, numbers | st.just(LIMIT)),
    st.builds(
        Relate,
        measurements,
        operators,
        st.sampled_from([Decimal(n) for n in ("-2", "-0.5", "0", "0.3", "1", "1.25")]),
        measurements,
        numbers | st.sampled_from([Decimal("0.000000001")]),
    ),
    st.sampled_from([Small.f, Small.g]),
    st.sets(st.sampled_from(Grade), min_size=1).map(lambda some: Small.c.is_(*sorted(some))),
    st.sampled_from(Small.features).map(IsKnown),
)


def branches(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    lists = st.lists(parts, min_size=1, max_size=4)
    return st.one_of(
        lists.map(lambda some: all_of(*some)),
        lists.map(lambda some: any_of(*some)),
        st.tuples(lists, st.integers(0, 3)).map(
            lambda drawn: at_least(1 + drawn[1] % len(drawn[0]), *drawn[0])
        ),
        parts.map(not_),
        parts.map(lambda part: Criterion("named", part, because)),
    )


conditions = st.recursive(leaves, branches, max_leaves=8)


def known_values(feature: Feature) -> st.SearchStrategy[FeatureValue]:
    match feature:
        case Measurement():
            return numbers.map(Known)
        case Choice():
            return st.sampled_from(Grade).map(lambda option: Known(option.value))
        case _:
            return st.booleans().map(Known)


def values(feature: Feature) -> st.SearchStrategy[FeatureValue]:
    some = st.sampled_from(Reason).map(Unknown) | known_values(feature)
    if isinstance(feature, Measurement):
        return some | st.tuples(numbers, numbers).map(lambda two: Between(min(two), max(two)))
    return some


patients = st.fixed_dictionaries({f.name: values(f) for f in Small.features}).map(
    lambda drawn: Small(**drawn)
)
known_patients = st.fixed_dictionaries({f.name: known_values(f) for f in Small.features}).map(
    lambda drawn: Small(**drawn)
)
sites = st.sampled_from([Decimal(n) for n in range(-3, 4)]).map(
    lambda value: Site([LIMIT], {"limit": Quantity(value, one)})
)


@given(conditions, patients, sites)
def test_solver_and_evaluator_give_the_same_answer(
    condition: Condition, facts: Small, site: Site
) -> None:
    """Whatever is known, in part known or unknown, both meanings of a condition agree."""
    assert answer_of(condition, facts, site) is judge(condition, facts, site)


@given(conditions, known_patients, sites)
def test_they_agree_on_known_patients_as_proofs_see_them(
    condition: Condition, facts: Small, site: Site
) -> None:
    """With everything known the encoding of the proofs over known patients is the one that runs."""
    assert answer_of(condition, facts, site) is judge(condition, facts, site)


def number(low: str, high: str) -> Between:
    return Between(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("condition", "facts", "answer"),
    [
        (Small.x < 2 * one, Small(x=number("0", "1")), Answer.YES),
        (Small.x < 2 * one, Small(x=number("0", "2")), Answer.UNKNOWN),
        (Small.x < 2 * one, Small(x=number("2", "3")), Answer.NO),
        (Small.x <= 2 * one, Small(x=number("0", "2")), Answer.YES),
        (Small.x <= 2 * one, Small(x=number("2", "3")), Answer.UNKNOWN),
        (Small.x > 2 * one, Small(x=number("2", "3")), Answer.UNKNOWN),
        (Small.x > 2 * one, Small(x=number("0", "2")), Answer.NO),
        (Small.x >= 2 * one, Small(x=number("2", "3")), Answer.YES),
        (Small.x >= 2 * one, Small(x=number("0", "2")), Answer.UNKNOWN),
        (Small.x >= 2 * one, Small(), Answer.UNKNOWN),
        (Small.x < LIMIT, Small(x=Known(Decimal("0.99999999"))), Answer.YES),
        (Small.x < LIMIT, Small(x=1 * one), Answer.NO),
        # From -1 x 2 to -1 x 1 on the right-hand side.
        (Small.x > Small.y * -1, Small(x=number("-1", "0"), y=number("1", "2")), Answer.UNKNOWN),
        (Small.x >= Small.y * -1, Small(x=number("-1", "0"), y=number("1", "2")), Answer.YES),
        (Small.x < Small.y * -1, Small(x=number("-1", "0"), y=number("1", "2")), Answer.NO),
        (Small.x <= Small.y - 1 * one, Small(x=1 * one, y=2 * one), Answer.YES),
        (Small.x <= Small.y - 1 * one, Small(x=1 * one), Answer.UNKNOWN),
        (Small.c.is_(Grade.LOW, Grade.HIGH), Small(c=Grade.HIGH), Answer.YES),
        (Small.c.is_(Grade.LOW, Grade.HIGH), Small(c=Grade.MIDDLE), Answer.NO),
        (Small.c.is_(Grade.LOW), Small(), Answer.UNKNOWN),
        (Small.f, Small(f=True), Answer.YES),
        (Small.f, Small(f=False), Answer.NO),
        (Small.f, Small(), Answer.UNKNOWN),
        (IsKnown(Small.x), Small(x=number("0", "1")), Answer.YES),
        (IsKnown(Small.f), Small(), Answer.NO),
        (AllOf((Small.f, Small.g)), Small(f=False), Answer.NO),
        (AllOf((Small.f, Small.g)), Small(f=True), Answer.UNKNOWN),
        (AnyOf((Small.f, Small.g)), Small(f=True), Answer.YES),
        (AnyOf((Small.f, Small.g)), Small(f=False), Answer.UNKNOWN),
        (Not(Small.f), Small(f=False), Answer.YES),
        (Not(Small.f), Small(), Answer.UNKNOWN),
        (at_least(2, Small.f, Small.g, IsKnown(Small.x)), Small(f=True, g=True), Answer.YES),
        (at_least(2, Small.f, Small.g, IsKnown(Small.x)), Small(f=True), Answer.UNKNOWN),
        (at_least(2, Small.f, Small.g, IsKnown(Small.x)), Small(f=False), Answer.NO),
    ],
    ids=str,
)
def test_each_kind_of_condition_has_the_answer_of_its_definition(
    condition: Condition, facts: Small, answer: Answer
) -> None:
    """Yes if every possible value says so, no if none does, else unknown; k of n after Kleene."""
    assert answer_of(condition, facts, DEFAULTS) is answer


@pytest.mark.parametrize(
    ("condition", "facts", "complaint"),
    [
        (Small.x < 2 * one, Small(x=Known(Decimal("0.000000001"))), "is not quantised"),
        (Small.x < 2 * one, Small(x=Known("low")), "Small.x cannot be"),
        (Small.f, Small(f=number("0", "1")), "Small.f cannot be"),
        (Small.c.is_(Grade.LOW), Small(c=Known("none of these")), "not in list"),
    ],
)
def test_a_value_that_the_language_does_not_have_is_refused(
    condition: Condition, facts: Small, complaint: str
) -> None:
    """A number between two steps, or a value of another kind, has no variable to go to."""
    with pytest.raises(ValueError, match=complaint):
        answer_of(condition, facts, DEFAULTS)


def test_no_answer_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that gives up on one patient is an error, not an unknown."""

    def give_up(solver: Solver, *parts: object) -> Undecided:
        return Undecided("tired")

    monkeypatch.setattr(agreement.Solver, "ask", give_up)
    with pytest.raises(TypeError, match="tired"):
        answer_of(Small.f, Small(f=True), DEFAULTS)


def test_two_features_of_one_name_are_two_variables() -> None:
    """The language tells features apart by identity, and so do the proofs."""
    other = Finding("F")
    other.__set_name__(Small, "f")
    facts = Small(f=True)
    assert answer_of(all_of(Small.f, not_(other)), facts, DEFAULTS) is Answer.UNKNOWN


def test_a_term_without_parts_is_the_neutral_one() -> None:
    """All of nothing holds, any of nothing does not."""
    logic = Logic()
    solver = Solver(logic, timeout=10)
    assert solver.ask(logic.opposite(logic.all())) is None
    assert solver.ask(logic.any()) is None


def test_days_are_numbers_too() -> None:
    """A measurement in days compares like any other."""

    class Timed(CaseFeatures):
        age = Measurement("Age", day, between(0, 40_000, day))

    assert answer_of(Timed.age >= 28 * day, Timed(age=28 * day), Site([])) is Answer.YES
