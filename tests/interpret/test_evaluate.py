"""The reference says not only what a condition is, but because of what, and what is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.spec.words import TREAT_BELOW, Case, Grade, because

from ferrata.guideline.conditions import (
    Condition,
    all_of,
    any_of,
    at_least,
    criterion,
    known,
    not_,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import dL, g, per_uL
from ferrata.guideline.values import Answer, Between, Known, Reason, Unknown
from ferrata.interpret.evaluate import Because, judge

SITE = Site([TREAT_BELOW])
LOW = Case.platelets < TREAT_BELOW
NOBODY = Case()
BLEEDER = Case(bleeding=True, platelets=20_000 * per_uL)


@pytest.mark.parametrize(
    ("condition", "missing"),
    [
        (Case.bleeding, [Case.bleeding]),
        (LOW, [Case.platelets]),
        (Case.hemoglobin < Case.reference, [Case.hemoglobin, Case.reference]),
        (Case.grade.is_(Grade.MILD), [Case.grade]),
        (all_of(Case.bleeding, Case.fever), [Case.bleeding, Case.fever]),
        (any_of(LOW, not_(Case.fever), LOW), [Case.platelets, Case.fever]),
        (criterion("Named", at_least(1, Case.fever), because), [Case.fever]),
        (known(Case.fever), []),
    ],
    ids=str,
)
def test_what_is_missing_is_named_in_reading_order(
    condition: Condition, missing: list[Feature]
) -> None:
    """Each feature once; asking whether something is known needs nothing."""
    assert judge(condition, NOBODY, SITE).missing == tuple(missing)


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        (any_of(Case.bleeding, Case.fever), Answer.YES),
        (all_of(not_(Case.bleeding), Case.fever), Answer.NO),
        (at_least(2, Case.bleeding, LOW, Case.fever), Answer.YES),
        (at_least(2, not_(Case.bleeding), not_(LOW), Case.fever), Answer.NO),
    ],
    ids=str,
)
def test_nothing_is_missing_once_the_answer_is_settled(
    condition: Condition, answer: Answer
) -> None:
    """What is unknown beside it could change nothing."""
    judgement = judge(condition, BLEEDER, SITE)
    assert judgement.answer is answer
    assert judgement.missing == ()


def test_only_what_could_settle_it_is_missing() -> None:
    """A part that is already settled does not ask for its features."""
    found = judge(all_of(any_of(Case.bleeding, Case.rash), Case.fever), BLEEDER, SITE)
    assert found.missing == (Case.fever,)


def test_a_part_of_a_comparison_that_is_known_is_not_missing() -> None:
    """An interval that straddles the other side is."""
    low = Case.hemoglobin < Case.reference
    patient = Case(reference=12 * g / dL)
    assert judge(low, patient, SITE).missing == (Case.hemoglobin,)
    straddling = Case(hemoglobin=Between(Decimal(11), Decimal(13)), reference=12 * g / dL)
    assert judge(low, straddling, SITE).missing == (Case.hemoglobin,)


def test_an_answer_names_the_leaves_that_settle_it() -> None:
    """Those that say yes for a yes, those that say no for a no, with the values they saw."""
    condition = any_of(LOW, Case.fever, Case.bleeding)
    yes = judge(condition, BLEEDER, SITE)
    assert yes.condition is condition
    assert yes.because == (
        Because(LOW, Answer.YES, ((Case.platelets, Known(Decimal(20_000))),)),
        Because(Case.bleeding, Answer.YES, ((Case.bleeding, Known(True)),)),
    )
    well = Case(bleeding=False, fever=False, platelets=30_000 * per_uL)
    assert [one.answer for one in judge(condition, well, SITE).because] == [Answer.NO] * 3


@pytest.mark.hazard("H12")
def test_an_unknown_answer_names_the_leaves_that_are_unknown() -> None:
    """And why each of them is."""
    stale = Unknown(Reason.STALE, 3, "old entry")
    found = judge(all_of(Case.bleeding, Case.fever), Case(bleeding=True, fever=stale), SITE)
    assert found.because == (Because(Case.fever, Answer.UNKNOWN, ((Case.fever, stale),)),)


def test_not_keeps_the_reasons_of_its_part() -> None:
    """What settles the part settles its opposite."""
    inner, outer = judge(LOW, BLEEDER, SITE), judge(not_(LOW), BLEEDER, SITE)
    assert (outer.answer, outer.because) == (Answer.NO, inner.because)
