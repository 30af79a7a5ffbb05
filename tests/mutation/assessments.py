"""Every mutant of the diagnosis, and who notices: items, counts, thresholds, readings, steps."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

from tests.mutation import assessments_changes as rules
from tests.mutation.beyond import Part
from tests.mutation.derivations import derivations
from tests.mutation.killing import By, Fate
from tests.mutation.leaves import changes
from tests.mutation.model import DROP, Change, Mutant, named
from tests.mutation.replacing import with_parts

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.guideline.assessment import Among, Assessment, CriteriaSet
from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Node,
    Not,
    any_of,
    children,
    features_of,
)
from ferrata.guideline.derivations import Cases, Derivation, Holds
from ferrata.guideline.errors import GuidelineError
from ferrata.guideline.features import Feature, Finding
from ferrata.guideline.pathway import Rule
from ferrata.plan import basis

_OPENED = (Assessment, CriteriaSet, Rule, Among, Node, Holds, Cases)
_Put = Callable[[Condition], object]


@cache
def part() -> Part:
    """Return every mutant of the diagnosis."""
    return Part("diagnosis", tuple(_Walk().all()), fate)


MET = next(iter(children(DIAGNOSIS.kinds[0].when)))
"""What the kinds ask first: computed from the conclusions, so it changes with them alone."""


class _Walk:
    def __init__(self) -> None:
        self.seen: set[tuple[int, int]] = {(id(MET), -1)}
        self.ids: set[str] = set()
        self.users: dict[Feature, dict[str, None]] = {}

    def all(self) -> Iterator[Mutant]:
        for path, change in rules.whole(DIAGNOSIS):
            yield self.mutant("diagnosis", path, "Assessment", path, (), DIAGNOSIS, change)
        for one in DIAGNOSIS.sets:
            for number, rest in rules.swapped(one.conclusions):
                make = Change(
                    "conclusions swapped", lambda o=one, r=rest: replace(o, conclusions=r)
                )
                yield self.mutant(one.id, str(number), "CriteriaSet", one.title, (), one, make)
            scope = () if one.scope is None else (one.scope,)
            for rule in (*scope, *one.items, *one.conclusions):
                yield from self.rule(f"{one.id} {rule.id}", rule)
        put: _Put = lambda new: replace(DIAGNOSIS, overruled=new)  # noqa: E731
        yield from self.condition(DIAGNOSIS.overruled, "overruled", "", ("A175",), DIAGNOSIS, put)
        for rule in DIAGNOSIS.rules:
            yield from self.rule(rule.id, rule)
        for cls in DIAGNOSIS.vocabularies:
            for feature in cls.features:
                yield from self.feature(feature)

    def new(self, node: object, number: int = -1) -> bool:
        key = (id(node), number)
        before = len(self.seen)
        self.seen.add(key)
        return len(self.seen) > before

    def rule(self, bearer: str, rule: Rule) -> Iterator[Mutant]:
        if not self.new(rule):
            return
        ids = named(rule.warrant)
        for change in rules.rules(rule):
            yield self.mutant(bearer, "", type(rule).__name__, bearer, ids, rule, change)
        for name in ("condition", "when"):
            condition = cast("Condition | None", getattr(rule, name, None))
            if condition is not None:

                def put(new: Condition, name: str = name, rule: Rule = rule) -> object:
                    return replace(rule, **{name: new})

                yield from self.condition(condition, bearer, name, ids, rule, put)

    def condition(  # noqa: PLR0917
        self,
        condition: Condition,
        bearer: str,
        path: str,
        ids: tuple[str, ...],
        target: object,
        put: _Put,
        *,
        negated: bool = False,
    ) -> Iterator[Mutant]:
        for feature in features_of(condition):
            self.users.setdefault(feature, {}).update(dict.fromkeys(ids))
        if isinstance(condition, Finding):
            number = int(path.rpartition("/")[2]) if path[-1:].isdigit() else 0
            if not self.new(target, number):
                return
        elif not self.new(condition):
            return
        else:
            target, put = condition, _itself
        for change in changes(condition, negated=negated):

            def make(change: Change = change, put: _Put = put) -> object:
                return put(cast("Condition", change.make()))

            made = Change(change.operator, make, change.detail)
            yield self.mutant(bearer, path, "condition", repr(condition), ids, target, made)
        parts = children(condition)
        for number, part in enumerate(parts):

            def inner(
                new: Condition,
                number: int = number,
                condition: Condition = condition,
                parts: tuple[Condition, ...] = parts,
            ) -> object:
                return with_parts(condition, (*parts[:number], new, *parts[number + 1 :]))

            yield from self.condition(
                part,
                bearer,
                f"{path}/{number}",
                ids,
                condition,
                inner,
                negated=isinstance(condition, Not),
            )

    def feature(self, feature: Feature) -> Iterator[Mutant]:
        how = feature.derived
        if how is None:
            return
        silence = getattr(how, "silence", None)
        own = () if silence is None else named((silence,))
        ids = tuple(dict.fromkeys((*own, *self.users.get(feature, {}))))
        for change in derivations(how):
            yield self.mutant(
                feature.path, "", "derivation", feature.label, own, feature, change, ids
            )
        if isinstance(how, Holds):
            put: _Put = Holds
            yield from self.condition(how.condition, feature.path, "holds", ids, how, put)

    def mutant(  # noqa: PLR0917
        self,
        bearer: str,
        path: str,
        kind: str,
        text: str,
        ids: tuple[str, ...],
        target: object,
        change: Change,
        around: tuple[str, ...] = (),
    ) -> Mutant:
        one = Mutant(
            bearer=bearer,
            path=path,
            operator=change.operator,
            detail=change.detail,
            kind=kind,
            text=text,
            statements=ids,
            around=around or ids,
            target=target,
            make=change.make,
        )
        number = 2
        while one.id in self.ids:
            one = replace(one, path=f"{path} ({number})")
            number += 1
        self.ids.add(one.id)
        return one


def _itself(new: Condition) -> object:
    return new


def _replaced(value: object, swaps: dict[int, object]) -> object:
    """Return `value` with each node whose identity is in `swaps` exchanged; itself if none is."""
    if id(value) in swaps:
        return swaps[id(value)]
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        new = tuple(one for item in items if (one := _replaced(item, swaps)) is not DROP)
        same = len(new) == len(items) and all(map(_is, new, items))
        return items if same else new
    if isinstance(value, AllOf | AnyOf | AtLeast):
        parts = cast("tuple[Condition, ...]", _replaced(value.parts, swaps))
        return value if parts is value.parts else with_parts(value, parts)
    if isinstance(value, Feature) or not (isinstance(value, _OPENED) and is_dataclass(value)):
        return value
    held = cast("Any", value)
    changed = {
        field.name: None if new is DROP else new
        for field in fields(held)
        if (new := _replaced(old := getattr(held, field.name), swaps)) is not old
    }
    return replace(held, **changed) if changed else value


def _is(one: object, other: object) -> bool:
    return one is other


@contextmanager
def mutated(mutant: Mutant) -> Generator[Assessment]:
    """Give the diagnosis as `mutant` has it; what a feature is derived from is put back.

    Raises:
        GuidelineError: where the language refuses the mutant.
    """
    new = mutant.make()
    swaps = {} if isinstance(mutant.target, Feature) else {id(mutant.target): new}
    held: list[tuple[Feature, Derivation | None]] = []
    criteria = cast("CriteriaSet", _replaced(DIAGNOSIS.criteria, swaps))
    if criteria is not DIAGNOSIS.criteria:
        swaps[id(MET)] = any_of(*(criteria.condition(one.id) for one in criteria.conclusions))
    changed = cast("Assessment", _replaced(DIAGNOSIS, swaps))
    changed = replace(changed) if changed is DIAGNOSIS else changed
    try:
        for cls in DIAGNOSIS.vocabularies:
            for feature in cls.features:
                old = feature.derived
                how = new if feature is mutant.target else _replaced(old, swaps)
                if how is not old:
                    held.append((feature, old))
                    feature.derived = cast("Derivation", how)
        basis._HASHES[id(changed)] = changed, "a mutant"  # pyright: ignore[reportPrivateUsage]
        yield changed
    finally:
        for feature, old in reversed(held):
            feature.derived = old
        basis._HASHES.pop(id(changed), None)  # pyright: ignore[reportPrivateUsage]


def fate(mutant: Mutant) -> Fate:
    """Return what becomes of a mutant."""
    from tests.mutation.assessments_killing import killers

    try:
        with mutated(mutant) as changed:
            for check, said in killers(mutant, changed):
                by = By.VIGNETTE if "clinician" in check.id else By.TABLE
                return Fate(mutant, by, check.id, said)
    except GuidelineError as error:
        return Fate(mutant, By.LANGUAGE, type(error).__name__, str(error).partition("\n")[0])
    return Fate(mutant, By.NOBODY)
