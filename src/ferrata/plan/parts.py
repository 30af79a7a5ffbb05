"""A guideline in two parts: its pathway, and the follow-up beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ferrata.guideline.actions import Ask, Monitor, Order
from ferrata.guideline.conditions import Condition, features_of
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.interpret.counterfactual import parts_of

_PATHWAYS: dict[int, tuple[Guideline, Guideline]] = {}


def follow_up(guideline: Guideline) -> tuple[Recommendation, ...]:
    """Return the recommendations beside the pathway: monitoring, prevention, manifestations."""
    return tuple(one for one in guideline.recommendations if one.topic is not Topic.PATHWAY)


def pathway_of(guideline: Guideline) -> Guideline:
    """Return `guideline` without its follow-up, and without the vocabularies only that asks.

    What one missing answer would change is asked of this part alone: the limits of a toxicity
    change no way along the pathway. The result is kept, since a guideline never changes.
    """
    held = _PATHWAYS.get(id(guideline))
    if held is None:
        held = _PATHWAYS[id(guideline)] = guideline, _without(guideline, follow_up(guideline))
    return held[1]


def _without(guideline: Guideline, beside: tuple[Recommendation, ...]) -> Guideline:
    if not beside:
        return guideline
    ids = {one.id for one in beside}
    kept = replace(guideline, rules=tuple(one for one in guideline.rules if one.id not in ids))
    ours, theirs = _asked(_conditions(kept)), _asked(one.when for one in beside)
    theirs |= {
        action.feature.vocabulary
        for one in beside
        for action in one.do
        if isinstance(action, Monitor | Order | Ask)
    }
    return replace(
        kept,
        vocabularies=tuple(
            one
            for one in guideline.vocabularies
            if one.__name__ in ours or one.__name__ not in theirs
        ),
    )


def _conditions(guideline: Guideline) -> Iterator[Condition]:
    yield guideline.scope
    for one in (*guideline.transitions, *guideline.recommendations):
        yield one.when
    for gate in guideline.gates:
        yield gate.needs
        if gate.shut is not None:
            yield gate.shut
    for caution in guideline.cautions:
        yield caution.avoid.when


def _asked(conditions: Iterable[Condition]) -> set[str]:
    """The vocabularies that `conditions` ask, and what those are derived from."""
    found: dict[Feature, None] = {}
    todo = [feature for condition in conditions for feature in features_of(condition)]
    while todo:
        feature = todo.pop()
        if feature not in found:
            found[feature] = None
            todo.extend(parts_of(feature))
    return {feature.vocabulary for feature in found}
