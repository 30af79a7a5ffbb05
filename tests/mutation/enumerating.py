"""Every mutant of some guidelines: each node once, however many rules use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from tests.mutation.amounts import actions, parameters
from tests.mutation.derivations import derivations
from tests.mutation.leaves import changes
from tests.mutation.model import Change, Mutant, named
from tests.mutation.replacing import derived_features, with_parts
from tests.mutation.rules import rules

from ferrata.guideline.actions import Action
from ferrata.guideline.conditions import Condition, Criterion, Not, children, features_of
from ferrata.guideline.derivations import Cases, Holds
from ferrata.guideline.features import Feature, Finding
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import (
    AnyRule,
    Caution,
    Gate,
    Invariant,
    Recommendation,
    Setting,
    Step,
    Transition,
)
from ferrata.plan.words import condition_text


@dataclass(frozen=True)
class _Place:
    """Where a condition stands: what is replaced when it changes, and by what."""

    bearer: str
    kind: str
    path: str
    statements: tuple[str, ...]
    around: tuple[str, ...]
    target: object
    put: Callable[[Condition], object]

    def at(self, step: object) -> str:
        return f"{self.path}/{step}" if self.path else str(step)


@cache
def mutants(guidelines: tuple[Guideline, ...]) -> tuple[Mutant, ...]:
    """Return every mutant of `guidelines` and of what they are derived from, in reading order."""
    walk = _Walk(guidelines)
    found = tuple(walk.all())
    unique: dict[str, Mutant] = {}
    for one in found:
        number, id = 2, one.id
        while id in unique:  # two rules of one id in two guidelines
            id = f"{one.id} ({number})"
            number += 1
        unique[id] = one if id == one.id else replace(one, bearer=f"{one.bearer} ({number - 1})")
    return tuple(unique.values())


class _Walk:
    def __init__(self, guidelines: tuple[Guideline, ...]) -> None:
        self.guidelines = guidelines
        self.site = guidelines[0].site()
        self.seen: set[tuple[int, int]] = set()
        self.asked: dict[Feature, None] = {}
        self.users: dict[Feature, dict[str, None]] = {}

    def all(self) -> Iterator[Mutant]:
        for guideline in self.guidelines:
            yield from self.whole(guideline)
            for rule in guideline.rules:
                if self.new(rule):
                    yield from self.rule(guideline, rule)
        yield from self.features()

    def new(self, node: object, part: int = -1) -> bool:
        key = (id(node), part)
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    def whole(self, guideline: Guideline) -> Iterator[Mutant]:
        for name in ("scope", "amounts", "watch"):
            condition = cast("Condition | None", getattr(guideline, name))
            if condition is not None:

                def put(new: Condition, name: str = name) -> object:
                    return replace(guideline, **{name: new})

                place = _Place(guideline.id, "Guideline", name, (), (), guideline, put)
                yield from self.condition(condition, place)

    def rule(self, guideline: Guideline, rule: AnyRule) -> Iterator[Mutant]:
        kind, ids = type(rule).__name__, named(rule.warrant)
        for change in rules(guideline, rule):
            yield self.mutant(rule.id, "", kind, rule.id, ids, ids, rule, change)
        for name, condition, put in _conditions(rule):
            place = _Place(rule.id, kind, name, ids, ids, rule, put)
            yield from self.condition(condition, place)
        if isinstance(rule, Step | Recommendation):
            for number, action in enumerate(rule.do):
                if self.new(action):
                    yield from self.action(rule, number, action)
        if isinstance(rule, Setting) and self.new(rule.parameter):
            for change in parameters(rule.parameter):
                own = named(rule.parameter.warrant)
                text = rule.parameter.label
                yield self.mutant(rule.id, "", kind, text, own, ids, rule.parameter, change)

    def action(self, rule: Step | Recommendation, number: int, action: Action) -> Iterator[Mutant]:
        ids, around = named(action.warrant), named(action.warrant, rule.warrant)
        kind = type(action).__name__
        for change in actions(action):
            path = f"do/{number}"
            yield self.mutant(rule.id, path, kind, action.text, ids, around, action, change)

    def condition(
        self, condition: Condition, place: _Place, *, negated: bool = False
    ) -> Iterator[Mutant]:
        for feature in features_of(condition):
            self.asked[feature] = None
            self.users.setdefault(feature, {}).update(dict.fromkeys(place.around))
        if isinstance(condition, Finding):
            number = int(place.path.rpartition("/")[2]) if place.path[-1:].isdigit() else 0
            if not self.new(place.target, number):
                return
        elif not self.new(condition):
            return
        else:
            place = replace(place, target=condition, put=_itself)
        if isinstance(condition, Criterion):
            ids = named(condition.warrant)
            place = replace(
                place,
                bearer=f'"{condition.title}"',
                kind="Criterion",
                path="",
                statements=ids,
                around=tuple(dict.fromkeys((*ids, *place.around))),
            )
        for change in changes(condition, negated=negated):

            def make(change: Change = change, place: _Place = place) -> object:
                return place.put(cast("Condition", change.make()))

            yield self.mutant(
                place.bearer,
                place.path,
                place.kind,
                condition_text(condition, self.site),
                place.statements,
                place.around,
                place.target,
                Change(change.operator, make, change.detail),
            )
        parts = children(condition)
        for number, part in enumerate(parts):

            def put(new: Condition, number: int = number) -> object:
                return with_parts(condition, (*parts[:number], new, *parts[number + 1 :]))

            inner = replace(place, path=place.at(number), target=condition, put=put)
            yield from self.condition(part, inner, negated=isinstance(condition, Not))

    def features(self) -> Iterator[Mutant]:
        """Yield the mutants of the derivations of every feature that a rule asks for."""
        written = derived_features(self.guidelines)
        copies = {copy: one for one, found in written.items() for copy, _ in found}
        body = [one for each in self.guidelines for one in (each.weight, each.height)]
        pending = [*self.asked, *(one for one in body if one is not None)]
        done: set[Feature] = set()
        for feature in pending:  # which grows meanwhile
            one = copies.get(feature, feature)
            users = tuple(self.users.get(feature, {}))
            if one is not feature:
                self.users.setdefault(one, {}).update(dict.fromkeys(users))
            if one in done:
                continue
            done.add(one)
            before = len(self.asked)
            yield from self.feature(one, tuple(self.users.get(one, users)))
            pending.extend(tuple(self.asked)[before:])

    def feature(self, feature: Feature, around: tuple[str, ...]) -> Iterator[Mutant]:
        how = feature.derived
        if how is None:
            return
        silence = getattr(how, "silence", None)
        ids = () if silence is None else named((silence,))
        kind = f"derivation {type(how).__name__}"
        for change in derivations(how):
            yield self.mutant(
                feature.path, "", kind, feature.label, ids, (*ids, *around), feature, change
            )
        if isinstance(how, Cases):
            for number, (condition, option) in enumerate(how.cases):

                def put(new: Condition, number: int = number, option: object = option) -> object:
                    case = (new, option)
                    return replace(how, cases=(*how.cases[:number], case, *how.cases[number + 1 :]))

                place = _Place(feature.path, kind, f"{number}", ids, around, how, put)
                yield from self.condition(condition, place)
        elif isinstance(how, Holds):
            place = _Place(feature.path, kind, "", ids, around, how, Holds)
            yield from self.condition(how.condition, place)

    def mutant(  # noqa: PLR0917
        self,
        bearer: str,
        path: str,
        kind: str,
        text: str,
        statements: tuple[str, ...],
        around: tuple[str, ...],
        target: object,
        change: Change,
    ) -> Mutant:
        return Mutant(
            bearer=bearer,
            path=path,
            operator=change.operator,
            detail=change.detail,
            kind=kind,
            text=text,
            statements=statements,
            around=around,
            target=target,
            make=change.make,
        )


def _itself(new: Condition) -> object:
    return new


def _conditions(
    rule: AnyRule,
) -> Iterator[tuple[str, Condition, Callable[[Condition], object]]]:
    match rule:
        case Transition(when=when) | Recommendation(when=when):
            yield "when", when, lambda new: replace(rule, when=new)
        case Gate(needs=needs, shut=shut):
            yield "needs", needs, lambda new: replace(rule, needs=new)
            if shut is not None:
                yield "shut", shut, lambda new: replace(rule, shut=new)
        case Caution(avoid=avoid):
            yield (
                "avoid",
                avoid.when,
                lambda new: replace(rule, avoid=replace(avoid, when=new)),
            )
        case Invariant(condition=condition):
            yield "condition", condition, lambda new: replace(rule, condition=new)
        case _:
            pass
