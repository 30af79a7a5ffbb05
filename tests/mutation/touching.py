"""Which vignettes ask what: a mutant is tried on those alone that its target can matter to.

A plan that never judged a condition, nor derived a feature, does not change with it. One pass over
the real guidelines notes, for each vignette, the conditions judged and the features derived.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest.mock import patch

from tests.mutation.contexts import VOCABULARIES, written
from tests.mutation.model import Mutant
from tests.mutation.replacing import derived_features
from tests.vignettes.model import Vignette
from tests.vignettes.reading import vignettes
from tests.vignettes.records import record_of
from tests.vignettes.running import differences

from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.conditions import Condition, Node, walk
from ferrata.guideline.derivations import Cases, Derivation, Holds
from ferrata.guideline.features import Feature
from ferrata.guideline.pathway import Transition
from ferrata.interpret import counterfactual, derive, evaluate, replay
from ferrata.interpret.derive import Derived
from ferrata.plan import Plan, advise, history, plan
from ferrata.record.model import Record

_JUDGES = (evaluate, derive, replay, counterfactual, advise, history)


@dataclass(frozen=True)
class Told:
    """A vignette with its record, and the identities of what its plan asked for."""

    vignette: Vignette
    record: Record
    asked: frozenset[int]
    days: tuple[Derived, ...]


@contextmanager
def _noted(seen: set[int], days: dict[tuple[int, int], Derived]) -> Generator[None]:
    judge, value = evaluate.judge, Derived.value

    def noting(condition: Condition, facts: Any, site: Any) -> Any:
        seen.add(id(condition))
        if type(facts) is Derived:
            days.setdefault((id(facts.events), facts.on), facts)
        return judge(condition, facts, site)

    def deriving(self: Derived, feature: Feature) -> Any:
        seen.add(id(feature))
        return value(self, feature)

    with ExitStack() as stack:
        for module in _JUDGES:
            stack.enter_context(patch.object(module, "judge", noting))
        stack.enter_context(patch.object(Derived, "value", deriving))
        yield


@cache
def told() -> tuple[Told, ...]:
    """Return every vignette that passes."""
    written()
    by_id = {one.id: one for one in GUIDELINES}
    same = _written()
    found: list[Told] = []
    for one in vignettes():
        guideline = by_id.get(one.guideline)
        if one.not_yet or guideline is None:
            continue
        seen: set[int] = set()
        days: dict[tuple[int, int], Derived] = {}
        record = record_of(one)
        with _noted(seen, days):
            made = plan(record, guideline, guideline.site(), one.on)
        if any((*differences(one, made), *forbidden(one, made))):
            continue  # it fails without any mutant, as its own test says
        for transition in guideline.transitions:
            stage = guideline.transitions_at(transition.at.value)
            if any(id(other.when) in seen for other in stage):
                seen.add(id(transition))
        asked = frozenset(seen | {same[n] for n in seen if n in same})
        found.append(Told(one, record, asked, _own(days)))
    return tuple(found)


def _own(days: dict[tuple[int, int], Derived]) -> tuple[Derived, ...]:
    """Return the days over what is recorded, without those over suppositions."""
    recorded = next(iter(days.values())).events
    return tuple(
        Derived(recorded, one.on, VOCABULARIES, one.site)
        for one in days.values()
        if one.events is recorded
    )


def forbidden(vignette: Vignette, made: Plan) -> Iterator[str]:
    """Yield what the tests beside the vignettes assert of every one: R09, R39 and A114."""
    given = {one.treatment for one in made.options}
    if "anti-d" in given:
        yield "anti-D is advised"
    if made.position.scope == "yes" and "avoid-anti-d" not in {one.id for one in made.must_not}:
        yield "nothing says that anti-D must not be given"
    kinds = {one.kind for one in made.options if one.treatment == "rituximab"}
    exhausted = any((f.what, f.value) == ("options-exhausted", "yes") for f in vignette.facts)
    if vignette.guideline == "reconciled" and kinds - ({"Consider"} if exhausted else set()):
        yield "rituximab is advised"


def _written() -> dict[int, int]:
    """Return, for each part of a bound vocabulary, the part of the template it was copied from."""
    found: dict[int, int] = {}
    for feature, copies in derived_features(GUIDELINES).items():
        for copy, _ in copies:
            found[id(copy)] = id(feature)
            pairs = zip(_nodes(copy.derived), _nodes(feature.derived), strict=True)
            found |= {id(one): id(other) for one, other in pairs if not isinstance(one, Feature)}
    return found


def _nodes(how: Derivation | None) -> Iterator[Condition]:
    match how:
        case Cases(cases):
            for condition, _ in cases:
                yield from walk(condition)
        case Holds(condition):
            yield from walk(condition)
        case _:
            pass


def matters(mutant: Mutant, one: Told) -> bool:
    """Whether the plan of a vignette asked for what `mutant` changes."""
    if isinstance(mutant.target, Node | Feature | Transition):
        return id(mutant.target) in one.asked
    return True
