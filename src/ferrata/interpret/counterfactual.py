"""What a missing item could change: suppose its answer, and judge again.

A missing item is a concept that somebody can measure or ask: supposing adds one event on the day
asked about. Values of a measurement are taken at and just below each threshold that the guideline
compares it with, so that every cell between thresholds is visited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar, assert_never

from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Criterion,
    features_of,
    walk,
)
from ferrata.guideline.derivations import (
    Asserted,
    Cases,
    DaysSince,
    DaysSinceEnd,
    DaysSinceStart,
    DaysWith,
    EverAsserted,
    EverTreated,
    Holds,
    Measured,
    OnTreatment,
    Stated,
)
from ferrata.guideline.events import (
    NO,
    YES,
    Analyte,
    Assertion,
    Concept,
    Events,
    Observation,
    Question,
    Review,
    Sign,
    Treatment,
    When,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Caution, Gate, Invariant, Recommendation, Transition
from ferrata.guideline.units import SMALLEST_STEP, plain
from ferrata.guideline.values import Answer, Unknown
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge

_D = TypeVar("_D", Observation, Assertion)


@dataclass(frozen=True)
class Anatomy:
    """What depends on what in one guideline.

    `grounds` are the features without parts that a feature is derived from in the end.
    """

    analytes: Mapping[str, Analyte]
    concepts: Mapping[Feature, frozenset[str]]
    grounds: Mapping[Feature, frozenset[Feature]]
    thresholds: Mapping[str, tuple[Decimal, ...]]
    _asked: dict[int, tuple[Condition, frozenset[Feature]]] = field(
        default_factory=dict[int, tuple[Condition, frozenset[Feature]]], compare=False, repr=False
    )

    def asked_by(self, condition: Condition) -> frozenset[Feature]:
        """Return the features that `condition` asks for; kept, since a condition never changes."""
        held = self._asked.get(id(condition))
        if held is None:
            held = self._asked[id(condition)] = condition, frozenset(features_of(condition))
        return held[1]


def concept_of(feature: Feature, treatment: Treatment | None = None) -> Concept | None:
    """Return what must be measured, asked or looked up for `feature`; None when it is derived."""
    match feature.derived:
        case Measured(analyte=concept) | DaysWith(analyte=concept):
            return concept
        case Asserted(sign=concept) | EverAsserted(sign=concept) | DaysSince(sign=concept):
            return concept
        case Stated(question=concept):
            return concept
        case OnTreatment(treatment=own) | EverTreated(treatment=own):
            return own or treatment
        case DaysSinceStart() | DaysSinceEnd():
            return treatment
        case Cases() | Holds() | None:
            return None
        case _:
            assert_never(feature.derived)


def parts_of(feature: Feature) -> tuple[Feature, ...]:
    """Return the features that `feature` is directly derived from."""
    match feature.derived:
        case Cases(cases):
            return tuple(
                dict.fromkeys(part for condition, _ in cases for part in features_of(condition))
            )
        case Holds(condition):
            return features_of(condition)
        case _:
            return ()


_KEPT: dict[int, tuple[Guideline, Anatomy]] = {}


def anatomy(guideline: Guideline) -> Anatomy:
    """Take `guideline` apart; the result is kept by identity, since a guideline never changes."""
    held = _KEPT.get(id(guideline))
    if held is None:
        held = _KEPT[id(guideline)] = guideline, _taken_apart(guideline)
    return held[1]


def _taken_apart(guideline: Guideline) -> Anatomy:
    conditions = tuple(_conditions(guideline))
    treatments = {
        one.__name__: one.treatment
        for one in guideline.vocabularies
        if issubclass(one, CourseFeatures)
    }
    concepts: dict[Feature, frozenset[str]] = {}
    grounds: dict[Feature, frozenset[Feature]] = {}
    analytes: dict[str, Analyte] = {}

    def concepts_of(feature: Feature) -> frozenset[str]:
        if feature not in concepts:
            parts = parts_of(feature)
            found = {one for part in parts for one in concepts_of(part)}
            grounds[feature] = frozenset(
                one for part in parts for one in grounds[part]
            ) or frozenset({feature})
            own = treatments.get(feature.vocabulary)
            concept = concept_of(feature, own)
            if isinstance(concept, Analyte):
                analytes[concept.id] = concept
            found.update({concept.id} if concept else ())
            if own is not None:
                found.add(own.id)
            concepts[feature] = frozenset(found)
        return concepts[feature]

    thresholds: dict[str, set[Decimal]] = {}
    for vocabulary in guideline.vocabularies:
        for feature in vocabulary.features:
            concepts_of(feature)
            match feature.derived:
                case Cases(cases):
                    derived = tuple(condition for condition, _ in cases)
                case Holds(condition):
                    derived = (condition,)
                case _:
                    derived = ()
            for condition in derived:
                _collect(condition, thresholds)
    for condition in conditions:
        _collect(condition, thresholds)
    ordered = {key: tuple(sorted(values)) for key, values in thresholds.items()}
    return Anatomy(analytes, concepts, grounds, ordered)


def _conditions(guideline: Guideline) -> Iterator[Condition]:
    yield guideline.scope
    if guideline.amounts is not None:
        yield guideline.amounts
    for rule in guideline.rules:
        match rule:
            case Transition() | Recommendation():
                yield rule.when
            case Gate():
                yield rule.needs
                if rule.shut is not None:
                    yield rule.shut
            case Caution():
                yield rule.avoid.when
            case Invariant():
                yield rule.condition
            case _:
                pass


def _collect(condition: Condition, into: dict[str, set[Decimal]]) -> None:
    for node in walk(condition):
        if isinstance(node, Compare) and isinstance(node.threshold, Decimal):
            concept = concept_of(node.feature)
            if isinstance(concept, Analyte) and isinstance(node.feature.derived, Measured):
                into.setdefault(concept.id, set()).add(node.threshold)


def roots(facts: Derived, features: Iterable[Feature]) -> tuple[Feature, ...]:
    """Replace derived features among `features` by what they wait for, each once."""
    found: dict[Feature, None] = {}
    for feature in features:
        match feature.derived:
            case Cases(cases):
                waits = [judge(condition, facts, facts.site).missing for condition, _ in cases]
                found.update(dict.fromkeys(roots(facts, (one for w in waits for one in w))))
            case Holds(condition):
                missing = judge(condition, facts, facts.site).missing
                found.update(dict.fromkeys(roots(facts, missing)))
            case _:
                found[feature] = None
    return tuple(one for one in found if isinstance(facts.value(one), Unknown)) or tuple(found)


@dataclass(frozen=True, slots=True)
class Supposition:
    """One answer to a missing item: how it reads, and the event that it would be."""

    text: str
    event: Observation | Assertion | Review


def suppositions(
    concept: Concept, thresholds: Mapping[str, tuple[Decimal, ...]], on: int
) -> tuple[Supposition, ...]:
    """Return the answers worth supposing for `concept` on day `on`."""
    today = When.day(on)
    match concept:
        case Sign(id):
            return tuple(Supposition(word, Assertion(id, today, word)) for word in (YES, NO))
        case Question(id, _, options):
            return tuple(Supposition(o.value, Assertion(id, today, o.value)) for o in options)
        case Treatment(id):
            return (Supposition("never given", Review(id, today)),)
        case Analyte(id, _, unit, plausible):
            edges = [edge for edge in thresholds.get(id, ()) if edge in plausible]
            if not edges:
                return ()
            points = [max(plausible.low, edges[0] - SMALLEST_STEP), *edges]
            words = [f"below {plain(edges[0])}", *(f"from {plain(edge)}" for edge in edges)]
            return tuple(
                Supposition(f"{word} {unit}", Observation(id, today, point, point))
                for word, point in zip(words, points, strict=True)
            )
        case _:
            assert_never(concept)


def suppose(
    facts: Derived,
    concept: Concept,
    supposed: Supposition,
    known: Anatomy,
    needed: Iterable[Feature],
) -> tuple[Derived, frozenset[Feature]]:
    """Return the facts had `supposed` been recorded today, and which of `needed` change by it.

    What was recorded of the concept that same day gives way, so that the answer does not conflict.
    """
    events = _with(facts, concept, supposed.event)
    about = [one for one in needed if concept.id in known.concepts.get(one, ())]
    fresh = facts.rederived(events, lambda one: concept.id in known.concepts.get(one, ()))
    moved = {
        one
        for one in {ground for feature in about for ground in known.grounds[feature]}
        if fresh.value(one) != facts.value(one)
    }
    if not moved:
        return facts, frozenset()
    # What rests on nothing that moved keeps its value: deriving it again is most of the work.
    fresh = facts.rederived(events, lambda one: not moved.isdisjoint(known.grounds.get(one, ())))
    return fresh, frozenset(one for one in about if fresh.value(one) != facts.value(one))


def _with(facts: Derived, concept: Concept, supposed: Observation | Assertion | Review) -> Events:
    events = facts.events
    match supposed:
        case Observation():
            kept = _not_today(events.observations.get(concept.id, ()), facts.on)
            rows = {**events.observations, concept.id: (*kept, supposed)}
            return replace(events, observations=rows)
        case Assertion():
            said = _not_today(events.assertions.get(concept.id, ()), facts.on)
            return replace(events, assertions={**events.assertions, concept.id: (*said, supposed)})
        case Review():
            return replace(events, reviews={**events.reviews, concept.id: (supposed,)})
        case _:
            assert_never(supposed)


class Answers:
    """What conditions answer over some facts: `judge` without its reasons, each part once.

    Over `base`, a part that asks for no feature in `moved` keeps its answer. Leaves are judged by
    the reference.
    """

    def __init__(
        self,
        facts: Derived,
        known: Anatomy,
        base: Answers | None = None,
        moved: frozenset[Feature] = frozenset(),
    ) -> None:
        self.facts, self._known, self._base, self._moved = facts, known, base, moved
        self._held: dict[int, tuple[Condition, Answer]] = {}

    def __call__(self, condition: Condition) -> Answer:
        """Return the answer of `condition`."""
        if self._base is not None and self._moved.isdisjoint(self._known.asked_by(condition)):
            return self._base(condition)
        held = self._held.get(id(condition))
        if held is None:
            held = self._held[id(condition)] = condition, self._answer(condition)
        return held[1]

    def _answer(self, condition: Condition) -> Answer:
        match condition:
            case AllOf(parts):
                return self._at_least(len(parts), parts)
            case AnyOf(parts):
                return self._at_least(1, parts)
            case AtLeast(count, parts):
                return self._at_least(count, parts)
            case Criterion(_, part, _):
                return self(part)
            case leaf:
                return judge(leaf, self.facts, self.facts.site).answer

    def _at_least(self, count: int, parts: tuple[Condition, ...]) -> Answer:
        answers = [self(part) for part in parts]
        certain = answers.count(Answer.YES)
        if certain >= count:
            return Answer.YES
        possible = certain + answers.count(Answer.UNKNOWN)
        return Answer.UNKNOWN if possible >= count else Answer.NO


def _not_today(rows: tuple[_D, ...], on: int) -> tuple[_D, ...]:
    return tuple(row for row in rows if row.when.last_day < on)
