"""How often each rule is yes, no and unknown over generated patients.

The patients are drawn from the same pools of values as those of the properties, by a seeded
generator instead of Hypothesis, because Hypothesis does not draw evenly. A third is drawn to suit
the rule and a third to deny it, so that rules that need many things at once are reached too; of
two in five something is forgotten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from tests.alps.patients import Given, asked, consistent, pool
from tests.alps.proofs import BY_ID, answer
from tests.alps.sourcing import conditions_of

from ferrata.guideline.conditions import Condition, features_of
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Invariant
from ferrata.guideline.values import Answer, FeatureValue, Reason, Unknown

PATIENTS = 80
"""Patients for each rule."""

TRIES = 25
"""How often a patient that suits a rule is looked for."""


@dataclass(frozen=True)
class Share:
    """One rule, and in how many of `patients` it was yes, no and unknown."""

    guideline: str
    rule: str
    patients: int
    counts: dict[Answer, int]

    def __getitem__(self, answer: Answer) -> float:
        return self.counts[answer] / self.patients


def rules(guideline: Guideline) -> Iterator[tuple[str, Condition]]:
    """Yield what decides: every condition of a rule but the invariants, which always hold."""
    for rule in guideline.rules:
        if not isinstance(rule, Invariant):
            for condition in conditions_of(rule):
                yield rule.id, condition


def shares() -> tuple[Share, ...]:
    """Return the share of each rule of each guideline."""
    return tuple(
        share_of(name, rule) for name, guideline in BY_ID.items() for rule, _ in rules(guideline)
    )


@cache
def share_of(name: str, rule: str) -> Share:
    """Return the share of one rule of the guideline called `name`."""
    guideline = BY_ID[name]
    condition = dict(rules(guideline))[rule]
    random = Random(f"{name} {rule}")  # noqa: S311 - reproducible, not secret
    counts = Counter(
        answer(condition, _patient(condition, guideline, random), guideline.site())
        for _ in range(PATIENTS)
    )
    return Share(name, rule, PATIENTS, {one: counts[one] for one in Answer})


def _patient(condition: Condition, guideline: Guideline, random: Random) -> Given:
    """Draw a patient: a third to suit `condition`, a third to deny it, a third as it comes."""
    facts: dict[Feature, FeatureValue] = {one: random.choice(pool(one)) for one in asked()}
    features = features_of(condition)
    avoided = random.choice((Answer.NO, Answer.YES, None))
    if avoided is not None:
        facts = _steered(condition, avoided, facts, guideline, random)
    facts = consistent(facts)
    if random.random() < 0.4:
        gone = random.sample(features, random.randint(1, len(features)))
        facts |= dict.fromkeys(gone, Unknown(Reason.NEVER_RECORDED))
    return Given(guideline, facts)


def _steered(
    condition: Condition,
    avoided: Answer,
    facts: dict[Feature, FeatureValue],
    guideline: Guideline,
    random: Random,
) -> dict[Feature, FeatureValue]:
    """Forget what `condition` asks, then give it back, each value so that it is not `avoided`.

    A dead end is tried again a few times: what two features need may not show in either alone.
    """
    features = features_of(condition)
    for _ in range(TRIES):
        steered = {**facts, **dict.fromkeys(features, Unknown(Reason.NEVER_RECORDED))}
        said = avoided
        for feature in random.sample(features, len(features)):
            for value in random.sample(pool(feature), len(pool(feature))):
                steered[feature] = value
                said = answer(condition, Given(guideline, steered), guideline.site())
                if said is not avoided:
                    break
            else:
                break
        if said is not avoided:
            return steered
    return {one: random.choice(pool(one)) for one in facts}
