"""What can go wrong in a rule: its absence, its targets, its priority, what it covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from tests.mutation.model import DROP, Change

from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import (
    AnyRule,
    Caution,
    Gate,
    Recommendation,
    Step,
    Transition,
)
from ferrata.guideline.units import Quantity
from ferrata.guideline.values import Option


def rules(guideline: Guideline, rule: AnyRule) -> Iterator[Change]:
    """Yield what can become of `rule`, apart from its conditions and actions."""
    yield Change("rule dropped", lambda: DROP)
    match rule:
        case Step():
            yield from _step(rule)
        case Transition():
            yield from _transition(guideline, rule)
        case Gate(treatments=treatments, shut=shut):
            for number, one in enumerate(treatments):
                rest = (*treatments[:number], *treatments[number + 1 :])
                yield Change(
                    "treatment dropped", lambda rest=rest: replace(rule, treatments=rest), one.id
                )
            if shut is not None:
                yield Change("shut dropped", lambda: replace(rule, shut=None))
        case Caution(avoid=avoid):
            for number, one in enumerate(avoid.treatments):
                rest = (*avoid.treatments[:number], *avoid.treatments[number + 1 :])

                def make(rest: tuple[object, ...] = rest) -> object:
                    less = replace(avoid, treatments=rest)  # pyright: ignore[reportArgumentType]
                    return replace(rule, avoid=less)

                yield Change("treatment dropped", make, one.id)
        case Recommendation():
            yield from _recommendation(guideline, rule)
        case _:
            pass


def _step(rule: Step) -> Iterator[Change]:
    for number in range(len(rule.do)):
        rest = (*rule.do[:number], *rule.do[number + 1 :])
        yield Change("action dropped", lambda rest=rest: replace(rule, do=rest), str(number))
    for number, one in enumerate(rule.begun_by):
        rest = (*rule.begun_by[:number], *rule.begun_by[number + 1 :])
        yield Change("begun by less", lambda rest=rest: replace(rule, begun_by=rest), one.id)
    if rule.brief is not None:
        twice = Quantity(rule.brief.value * 2, rule.brief.unit)
        yield Change("brief", lambda: replace(rule, brief=None), "dropped")
        yield Change("brief", lambda: replace(rule, brief=twice), "x2")
    yield Change("final or not", lambda: replace(rule, final=not rule.final))


def _recommendation(guideline: Guideline, rule: Recommendation) -> Iterator[Change]:
    for number in range(len(rule.do)):
        if len(rule.do) > 1:
            rest = (*rule.do[:number], *rule.do[number + 1 :])
            yield Change("action dropped", lambda rest=rest: replace(rule, do=rest), str(number))
    usual = next(one.default for one in fields(Recommendation) if one.name == "priority")
    if rule.priority != usual:
        yield Change("priority", lambda: replace(rule, priority=usual), "as usual")
    for number, stage in enumerate(rule.at):
        rest = (*rule.at[:number], *rule.at[number + 1 :])
        if rest:
            yield Change("stage dropped", lambda rest=rest: replace(rule, at=rest), stage.value)
    if rule.at:
        yield Change("at every stage", lambda: replace(rule, at=()))
        other = _next(guideline, rule.at[-1], rule.at)
        if other is not None:
            yield Change("stage added", lambda: replace(rule, at=(*rule.at, other)), other.value)


def _transition(guideline: Guideline, rule: Transition) -> Iterator[Change]:
    to = rule.to
    other = _next(guideline, to[0], (*to, rule.at))
    if other is not None:
        yield Change("target", lambda: replace(rule, to=(other, *to[1:])), f"to {other.value}")
    if len(to) > 1:
        yield Change("targets swapped", lambda: replace(rule, to=(to[1], to[0], *to[2:])))
        for number, stage in enumerate(to):
            rest = (*to[:number], *to[number + 1 :])
            yield Change("target dropped", lambda rest=rest: replace(rule, to=rest), stage.value)
    if rule.until is not None:
        until = rule.until

        def longer() -> object:
            return replace(rule, until=Quantity(until.value * 2, until.unit))

        yield Change("until", longer, "x2")
    for name, priority in _priorities(guideline, rule):
        yield Change("priority", lambda priority=priority: replace(rule, priority=priority), name)


def _priorities(guideline: Guideline, rule: Transition) -> Iterator[tuple[str, int]]:
    """Yield priorities on the other side of the nearest ones that others of the stage have."""
    others = {one.priority for one in guideline.transitions_at(rule.at.value) if one is not rule}
    lower = [one for one in others if one < rule.priority]
    higher = [one for one in others if one > rule.priority]
    if lower:
        yield f"before {max(lower)}", max(lower) - 1
    if higher:
        yield f"after {min(higher)}", min(higher) + 1


def _next(guideline: Guideline, stage: Option, taken: tuple[Option, ...]) -> Option | None:
    stages = [one.stage for one in guideline.steps]
    start = stages.index(stage)
    around = (*stages[start:], *stages[:start])
    return next((one for one in around if one not in taken), None)
