"""What a mutant changes for a patient: cheap to ask before a whole plan is made.

A plan follows from the answers of conditions and the values of features on the days it looks at. A
vignette for which none of them differs under a mutant is not tried on it. The question errs on one
side only: a vignette that would notice may be left out, and none is counted that does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

from tests.mutation.model import DROP, Mutant

from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.conditions import Condition, Node
from ferrata.guideline.derivations import Cases, Derivation, Holds
from ferrata.guideline.features import Feature
from ferrata.guideline.pathway import AnyRule, Caution, Gate, Recommendation, Transition
from ferrata.guideline.values import Answer, FeatureValue, Known
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge

VOCABULARIES = tuple(dict.fromkeys(one for each in GUIDELINES for one in each.vocabularies))


@cache
def written() -> dict[Feature, Derivation | None]:
    """Return how each feature is derived; call first while no mutant is in force."""
    return {one: one.derived for cls in VOCABULARIES for one in cls.features}


class Difference:
    """Whether a mutant answers otherwise for somebody; made and asked while it is in force."""

    def __init__(self, mutant: Mutant) -> None:
        old = mutant.target
        self.features = tuple(one for one, how in written().items() if one.derived is not how)
        self.pairs: tuple[tuple[Condition, Condition], ...] = ()
        self.asked: tuple[Condition, ...] = ()
        self.always = False
        if self.features or isinstance(old, Feature | Cases | Holds):
            return
        new = mutant.make()
        if isinstance(old, Node):
            self.pairs = ((cast("Condition", old), cast("Condition", new)),)
        elif isinstance(old, Transition | Recommendation | Caution | Gate):
            self._rule(old, new)
        else:
            self.always = True

    def _rule(self, old: AnyRule, new: object) -> None:
        """Compare conditions; a rule that changes elsewhere matters where it speaks."""
        before, after = _conditions(old), _conditions(new) if new is not DROP else ()
        if new is not DROP and _without(old) == _without(cast("AnyRule", new)):
            self.pairs = tuple(zip(before, after, strict=False))
        elif isinstance(old, Gate):
            self.always = True
        else:
            self.asked = before

    def seen_by(self, contexts: Iterable[Derived]) -> bool:
        """Whether an answer or a value differs on some day of `contexts`."""
        return self.always or any(self._differs(one) for one in contexts)

    def _differs(self, facts: Derived) -> bool:
        if self.features:
            now = Derived(facts.events, facts.on, VOCABULARIES, facts.site)
            return any(_value(facts.value(one)) != _value(now.value(one)) for one in self.features)
        if any(judge(one, facts, facts.site).answer is not Answer.NO for one in self.asked):
            return True
        return any(
            judge(one, facts, facts.site).answer is not judge(other, facts, facts.site).answer
            for one, other in self.pairs
        )


def _value(found: FeatureValue) -> object:
    return found.value if isinstance(found, Known) else None


def _conditions(rule: object) -> tuple[Condition, ...]:
    match rule:
        case Transition(when=when) | Recommendation(when=when):
            return (when,)
        case Caution(avoid=avoid):
            return (avoid.when,)
        case Gate(needs=needs, shut=shut):
            return (needs,) if shut is None else (needs, shut)
        case _:
            return ()


def _without(rule: AnyRule) -> tuple[object, ...]:
    """Return what a rule says beside its conditions."""
    return tuple(_beside(rule))


def _beside(rule: AnyRule) -> Iterator[object]:
    match rule:
        case Transition():
            yield from (rule.at, rule.to, rule.until, rule.priority)
        case Recommendation():
            yield from (rule.at, rule.do)
        case Caution(avoid=avoid):
            yield avoid.treatments
        case Gate():
            yield from (rule.treatments, rule.shut is None)
        case _:
            yield rule
