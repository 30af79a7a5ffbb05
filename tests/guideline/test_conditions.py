"""Conditions are values that can be walked, asked for their features, and rebuilt."""

from __future__ import annotations

from collections.abc import Callable
from operator import invert, truth

import pytest
from tests.spec.words import TREAT_BELOW, Case, Grade, because

from ferrata.guideline.conditions import (
    Compare,
    Condition,
    IsKnown,
    all_of,
    any_of,
    at_least,
    children,
    criterion,
    features_of,
    known,
    not_,
    rebuild,
    walk,
)
from ferrata.guideline.errors import NotACondition, RuleError
from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.units import dL, g, per_uL

LEAVES: tuple[Condition, ...] = (
    Case.platelets < 30_000 * per_uL,
    Case.platelets >= TREAT_BELOW,
    Case.hemoglobin <= 2 * Case.reference - 1 * g / dL,
    Case.grade.is_(Grade.MILD, Grade.SEVERE),
    known(Case.fever),
    Case.bleeding,
)
EVERYTHING = criterion(
    "Everything", all_of(any_of(*LEAVES), at_least(2, *LEAVES), not_(LEAVES[0])), because
)


def test_conditions_are_equal_and_hash_alike_when_they_say_the_same() -> None:
    """They can be keys, and are made of nothing but what they say."""
    again = Case.platelets < 30_000 * per_uL
    assert again == LEAVES[0]
    assert hash(again) == hash(LEAVES[0])
    assert (Case.platelets <= 30_000 * per_uL) != LEAVES[0]


def test_walk_yields_every_node_outermost_first() -> None:
    """Each part is reached as often as it is written."""
    nodes = list(walk(EVERYTHING))
    assert nodes[0] is EVERYTHING
    assert len(nodes) == 1 + 1 + (1 + 6) + (1 + 6) + 2
    assert children(Case.bleeding) == ()


def test_the_features_of_a_condition_come_once_in_reading_order() -> None:
    """Both sides of a comparison between measurements count."""
    assert features_of(EVERYTHING) == (
        Case.platelets,
        Case.hemoglobin,
        Case.reference,
        Case.grade,
        Case.fever,
        Case.bleeding,
    )


def test_rebuilding_with_the_same_features_changes_nothing() -> None:
    """Every kind of node is rebuilt as it was."""
    assert rebuild(EVERYTHING, lambda feature: feature) == EVERYTHING


def test_rebuilding_swaps_every_feature() -> None:
    """No old feature is left anywhere."""
    copies: dict[Feature, Feature] = {
        Case.platelets: Measurement("P", per_uL, Case.platelets.plausible),
        Case.hemoglobin: Measurement("H", g / dL, Case.hemoglobin.plausible),
        Case.reference: Measurement("R", g / dL, Case.reference.plausible),
        Case.grade: Choice("G", Grade),
        Case.fever: Finding("F"),
        Case.bleeding: Finding("B"),
    }
    rebuilt = rebuild(EVERYTHING, lambda feature: copies[feature])
    assert features_of(rebuilt) == tuple(copies.values())
    assert repr(copies[Case.fever]) == "<F>"


def test_conditions_combine_in_words_only() -> None:
    """Whatever Python would do with an operator is refused; tests/mistakes has the messages."""
    with pytest.raises(NotACondition):
        _ = LEAVES[0] & LEAVES[1]
    with pytest.raises(NotACondition):
        _ = LEAVES[0] | LEAVES[1]


@pytest.mark.parametrize("operator", [bool, invert, truth])
def test_a_condition_has_no_truth(operator: Callable[[object], object]) -> None:
    """It is a value; a meaning judges it."""
    with pytest.raises(NotACondition):
        operator(LEAVES[0])


def test_a_boolean_is_no_count() -> None:
    """`at_least(True, ...)` would mean one."""
    with pytest.raises(NotACondition, match="where the count belongs"):
        at_least(True, *LEAVES)


def test_every_word_refuses_to_have_no_parts() -> None:
    """An empty list would decide for everybody alike."""
    for word in (all_of, any_of, lambda: at_least(1)):
        with pytest.raises(RuleError):
            word()


def test_known_asks_of_any_kind_of_feature() -> None:
    """It is the one condition that looks at whether, not what."""
    assert known(Case.grade) == IsKnown(Case.grade)
    assert isinstance(LEAVES[1], Compare)
