"""Content with one node replaced: by identity, everywhere it is used, and safely put back.

Guidelines are frozen, so a mutated one is built anew through the constructors that an author uses;
what the language refuses is refused here too. Features are compared by identity, so their
derivations are exchanged in place and restored.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from tests.mutation.model import DROP, Mutant

from ferrata.guideline.actions import Avoid
from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Criterion,
    Node,
    Not,
    all_of,
    any_of,
    at_least,
    criterion,
    not_,
    rebuild,
)
from ferrata.guideline.derivations import Cases, Derivation, Holds
from ferrata.guideline.doses import Dose
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.pathway import Rule
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret import counterfactual
from ferrata.plan import basis

_OPENED = (Guideline, Rule, Avoid, Dose, Parameter, Node, Cases, Holds)
_ACTIONS = {"Give", "Continue", "Consider", "Order", "Ask", "Monitor", "Refer"}


def with_parts(condition: Condition, parts: tuple[Condition, ...]) -> Condition:
    """Return `condition` over other parts, as an author would write it."""
    match condition:
        case AllOf():
            return all_of(*parts)
        case AnyOf():
            return any_of(*parts)
        case AtLeast(count):
            return at_least(count, *parts)
        case Not():
            return not_(*parts)
        case Criterion(title, _, warrant):
            return criterion(title, parts[0], warrant)
        case _:
            raise TypeError(f"{condition!r} has no parts")


def replaced(value: object, swaps: dict[int, object]) -> object:
    """Return `value` with each node whose identity is in `swaps` replaced; itself if none is."""
    if id(value) in swaps:
        return swaps[id(value)]
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        new = tuple(one for item in items if (one := replaced(item, swaps)) is not DROP)
        return items if _same(items, new) else new
    if isinstance(value, AllOf | AnyOf | AtLeast):
        parts = cast("tuple[Condition, ...]", replaced(value.parts, swaps))
        return value if parts is value.parts else with_parts(value, parts)
    if isinstance(value, Feature) or not _opened(value):
        return value
    held = cast("Any", value)
    changed = {
        field.name: new
        for field in fields(held)
        if (new := replaced(old := getattr(held, field.name), swaps)) is not old
    }
    return replace(held, **changed) if changed else value


def _opened(value: object) -> bool:
    known = isinstance(value, _OPENED) or type(value).__name__ in _ACTIONS
    return known and is_dataclass(value)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


Bound = tuple[Feature, dict[Feature, Feature]]


def derived_features(guidelines: tuple[Guideline, ...]) -> dict[Feature, tuple[Bound, ...]]:
    """Return every feature that an author wrote, with its copies in bound vocabularies."""
    found: dict[Feature, list[Bound]] = {}
    for cls in dict.fromkeys(one for each in guidelines for one in each.vocabularies):
        template: tuple[Feature, ...] = ()
        if issubclass(cls, CourseFeatures) and cls.treatment is not None:
            template = cls.__mro__[1].features if issubclass(cls.__mro__[1], CourseFeatures) else ()
        names = {one.name: one for one in cls.features}
        swap = {one: names[one.name] for one in template}
        for one in template:
            found.setdefault(one, []).append((swap[one], swap))
        copies = set(swap.values())
        for one in cls.features:
            if one not in copies:
                found.setdefault(one, [])
    return {one: tuple(copies) for one, copies in found.items()}


def bound(how: Derivation | None, swap: dict[Feature, Feature]) -> Derivation | None:
    """Return a template's derivation over the features of a bound vocabulary."""

    def other(feature: Feature) -> Feature:
        return swap.get(feature, feature)

    match how:
        case Cases(cases):
            return Cases(tuple((rebuild(when, other), option) for when, option in cases))
        case Holds(condition):
            return Holds(rebuild(condition, other))
        case _:
            return how


def _rederived(
    mutant: Mutant, new: object, guidelines: tuple[Guideline, ...]
) -> Iterator[tuple[Feature, Derivation | None]]:
    swaps = {} if isinstance(mutant.target, Feature) else {id(mutant.target): new}
    for feature, copies in derived_features(guidelines).items():
        if feature is mutant.target:
            how = cast("Derivation", new)
        elif isinstance(feature.derived, Cases | Holds):
            how = cast("Derivation", replaced(feature.derived, swaps))
        else:
            continue
        if how is not feature.derived:
            yield feature, how
            yield from ((copy, bound(how, swap)) for copy, swap in copies)


@contextmanager
def mutated(mutant: Mutant, guidelines: tuple[Guideline, ...]) -> Generator[tuple[Guideline, ...]]:
    """Give the guidelines as `mutant` has them; features are as they were afterwards.

    Raises:
        GuidelineError: where the language refuses the mutant.
    """
    new = mutant.make()
    if isinstance(mutant.target, Feature):
        changed = tuple(replace(one) for one in guidelines)
    else:
        swaps = {id(mutant.target): new}
        changed = tuple(
            one if one is not old else replace(old)
            for old in guidelines
            if isinstance(one := replaced(old, swaps), Guideline)
        )
    held: list[tuple[Feature, Derivation | None]] = []
    try:
        for feature, how in _rederived(mutant, new, guidelines):
            held.append((feature, feature.derived))
            feature.derived = how
        for one in changed:
            basis._HASHES[id(one)] = one, "a mutant"  # pyright: ignore[reportPrivateUsage]
        yield changed
    finally:
        for feature, how in reversed(held):
            feature.derived = how
        for one in changed:
            basis._HASHES.pop(id(one), None)  # pyright: ignore[reportPrivateUsage]
            counterfactual._KEPT.pop(id(one), None)  # pyright: ignore[reportPrivateUsage]
