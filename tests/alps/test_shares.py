"""The generated patients reach every rule from every side."""

import tomllib
from pathlib import Path

import pytest
from tests.alps.proofs import BY_ID
from tests.alps.shares import rules, share_of

from ferrata.guideline.values import Answer

EXCUSED: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("shares.toml").read_text(encoding="utf-8")
)
LEAST = 0.05
RULES = [
    pytest.param(name, rule, id=f"{name} {rule}")
    for name, guideline in BY_ID.items()
    for rule, _ in rules(guideline)
]


@pytest.mark.parametrize(("guideline", "rule"), RULES)
def test_every_rule_is_yes_no_and_unknown_often_enough(guideline: str, rule: str) -> None:
    """Each answer comes up in 5 % of the patients, or the table says why it cannot."""
    share = share_of(guideline, rule)
    rare = {answer.value for answer in Answer if share[answer] < LEAST}
    assert rare == EXCUSED.get(rule, {}).keys()


def test_the_table_excuses_only_rules_that_exist() -> None:
    """An excuse for a rule that is gone goes with it."""
    assert EXCUSED.keys() <= {rule for each in BY_ID.values() for rule, _ in rules(each)}
