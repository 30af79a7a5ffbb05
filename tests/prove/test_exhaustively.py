"""The proofs against an enumeration: over so few values every patient can be tried."""

from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.prove.itp import because, judge

from ferrata.guideline.conditions import (
    Compare,
    Condition,
    Operator,
    all_of,
    any_of,
    at_least,
    features_of,
    not_,
)
from ferrata.guideline.features import Finding, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site, parameter
from ferrata.guideline.pathway import Invariant, Setting, Step, when
from ferrata.guideline.units import Quantity, between, one
from ferrata.guideline.values import Answer, Known, Option
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret.prove import Outcome, Theorem, prove


class Place(Option):
    HERE = "here"
    LEFT = "left"
    RIGHT = "right"


class Tiny(CaseFeatures):
    x = Measurement("X", one, between(0, 2, one))
    y = Measurement("Y", one, between(0, 2, one))
    f = Finding("F")


LIMIT = parameter("limit", "Limit", 1 * one, between(1, 2, one), because)

# Thresholds are 0, 1, 2 and the limit, which is 1, 2 or between: these values tell all of them
# apart, on either side and in between.
VALUES = [Decimal(n) for n in ("0", "0.25", "0.5", "1", "1.25", "1.5", "1.75", "2")]
LIMITS = [Decimal(n) for n in ("1", "1.25", "1.5", "1.75", "2")]

leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(
        Compare,
        st.sampled_from([Tiny.x, Tiny.y]),
        st.sampled_from(Operator),
        st.sampled_from([Decimal(0), Decimal(1), Decimal(2), LIMIT]),
    ),
    st.sampled_from([Tiny.x <= Tiny.y, Tiny.x > Tiny.y, Tiny.f]),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.tuples(parts, parts).map(lambda two: all_of(*two)),
        st.tuples(parts, parts).map(lambda two: any_of(*two)),
        st.tuples(parts, parts, parts).map(lambda three: at_least(2, *three)),
        parts.map(not_),
    ),
    max_leaves=4,
)


def tiny(left: Condition, right: Condition, invariant: Condition) -> Guideline:
    ends = (Place.LEFT, Place.RIGHT)
    return Guideline(
        id="tiny",
        title="Tiny",
        version="1",
        scope=any_of(Tiny.f, Tiny.x < 2 * one),
        start=Place.HERE,
        vocabularies=(Tiny,),
        rules=(
            Step(id="here", stage=Place.HERE, title="", do=(), warrant=because),
            *(Step(id=p, stage=p, title="", do=(), final=True, warrant=because) for p in ends),
            when("l", at=Place.HERE, holds=left, to=Place.LEFT, because="", warrant=because),
            when("r", at=Place.HERE, holds=right, to=Place.RIGHT, because="", warrant=because),
            Invariant(id="i", condition=invariant, warrant=because),
            Setting(id="limit", parameter=LIMIT, warrant=because),
        ),
    )


def answers(guideline: Guideline, left: Condition, right: Condition) -> set[tuple[bool, bool]]:
    """The pairs of answers of the two guards over every patient at every site."""
    always = all_of(guideline.scope, *(one.condition for one in guideline.invariants))
    found: set[tuple[bool, bool]] = set()
    asked = features_of(all_of(always, left, right))
    limits = LIMITS if "limit" in repr((always, left, right)) else LIMITS[:1]
    ys = VALUES if Tiny.y in asked else VALUES[:1]
    for limit, x, y, f in product(limits, VALUES, ys, (False, True)):
        site = Site([LIMIT], {"limit": Quantity(limit, one)})
        facts = Tiny(x=Known(x), y=Known(y), f=f)
        if judge(always, facts, site) is Answer.YES:
            found.add(
                (judge(left, facts, site) is Answer.YES, judge(right, facts, site) is Answer.YES)
            )
    return found


@settings(max_examples=settings().max_examples * 2 // 5)
@given(conditions, conditions, conditions)
def test_a_proof_finds_what_trying_everybody_finds(
    left: Condition, right: Condition, invariant: Condition
) -> None:
    """Gap, overlap, catch-all and vacuity are each what the enumeration says."""
    guideline = tiny(left, right, invariant)
    seen = answers(guideline, left, right)
    verdicts = {(one.theorem, one.subject): one for one in prove(guideline, judge)}

    def holds(theorem: Theorem, subject: str) -> Outcome:
        return verdicts[theorem, subject].outcome

    def expected(refuted: bool, vacuous: bool) -> Outcome:
        if refuted:
            return Outcome.COUNTEREXAMPLE
        return Outcome.NOT_PROVED if vacuous else Outcome.PROVED

    takes_left, takes_right = any(a for a, _ in seen), any(b for _, b in seen)
    assert holds(Theorem.NO_GAP, "here") is expected((False, False) in seen, not seen)
    assert holds(Theorem.NO_OVERLAP, "l / r") is expected(
        (True, True) in seen, not (takes_left and takes_right)
    )
    assert holds(Theorem.NO_CATCH_ALL, "l") is expected(
        takes_left and all(a for a, _ in seen), not takes_left
    )
    assert holds(Theorem.NO_CONTRADICTION, "r") is expected(False, not takes_right)
    assert holds(Theorem.REACHABLE, "left") is expected(False, not takes_left)
