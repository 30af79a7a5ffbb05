"""The strategies produce what the differential test claims to have compared."""

import re
from collections import defaultdict
from typing import get_args

from hypothesis import given, settings
from tests.population.agreement import Ask, reference
from tests.population.test_differential import ASKED, LIMITS
from tests.strategies.events import Population, populations
from tests.strategies.vocabulary import FEATURES, Case

from ferrata.guideline.conditions import Condition, walk
from ferrata.guideline.derivations import Derivation
from ferrata.guideline.features import Feature
from ferrata.guideline.values import Answer, Between, Known, Reason, Unknown

NODES = {*re.findall(r"\w+", str(Condition))}


def test_the_strategies_reach_everything() -> None:
    """Every node, derivation and reason, each answer, and several values of each feature."""
    answers: defaultdict[str, set[Answer]] = defaultdict(set)
    values: defaultdict[Feature, set[object]] = defaultdict(set)

    @given(populations(50), ASKED)
    @settings(LIMITS, max_examples=50, derandomize=True, database=None)
    def collect(patients: Population, asked: list[Condition]) -> None:
        parts = {node: None for one in asked for node in walk(one)}
        for result in reference(patients, Ask(conditions=tuple(parts))):
            for condition, answer in result.answers.items():
                answers[type(condition).__name__].add(answer)
            for feature, value in result.values.items():
                values[feature].add(value)

    collect()
    assert answers.pop("IsKnown") == {Answer.YES, Answer.NO}
    assert answers == {node: set(Answer) for node in NODES - {"IsKnown"}}
    assert {type(one.derived).__name__ for one in FEATURES if one.derived} == {
        one.__name__ for one in get_args(Derivation)
    }
    reasons = {v.reason for found in values.values() for v in found if isinstance(v, Unknown)}
    assert reasons == set(Reason)
    assert any(isinstance(value, Between) for found in values.values() for value in found)
    never = {Case.nothing, Case.unsaid, Case.unasked, Case.no_course}
    for feature in FEATURES:
        known = {value for value in values[feature] if isinstance(value, Known | Between)}
        assert len(known) >= 2 or feature in never, feature
        assert len(known) == 0 or feature not in never, feature
