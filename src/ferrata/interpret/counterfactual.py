"""What a missing item could change: suppose its answer, and judge again.

A missing item is a concept that somebody can measure or ask: supposing adds one event on the day
asked about. Values of a measurement are taken at and just below each threshold that the guideline
compares it with, so that every cell between thresholds is visited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from ferrata.guideline.conditions import Compare, Condition, features_of, walk
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
    Event,
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
from ferrata.guideline.values import Unknown
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge

_D = TypeVar("_D", Observation, Assertion)


@dataclass(frozen=True)
class Anatomy:
    """What depends on what in one guideline."""

    analytes: Mapping[str, Analyte]
    concepts: Mapping[Feature, frozenset[str]]
    thresholds: Mapping[str, tuple[Decimal, ...]]
    _touched: dict[tuple[str, int], tuple[Condition, bool]] = field(
        default_factory=dict[tuple[str, int], tuple[Condition, bool]], compare=False, repr=False
    )

    def touched(self, concept: str) -> Callable[[Condition], bool]:
        """Return whether a condition can change with an answer about `concept`."""

        def touches(condition: Condition) -> bool:
            held = self._touched.get((concept, id(condition)))
            if held is None:
                answer = any(
                    concept in self.concepts.get(one, ()) for one in features_of(condition)
                )
                held = self._touched[concept, id(condition)] = condition, answer
            return held[1]

        return touches


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
    analytes: dict[str, Analyte] = {}

    def concepts_of(feature: Feature) -> frozenset[str]:
        if feature not in concepts:
            found = {one for part in parts_of(feature) for one in concepts_of(part)}
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
    return Anatomy(analytes, concepts, ordered)


def _conditions(guideline: Guideline) -> Iterator[Condition]:
    yield guideline.scope
    for rule in guideline.rules:
        match rule:
            case Transition() | Recommendation():
                yield rule.when
            case Gate():
                yield rule.needs
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
    event: Event


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


def suppose(facts: Derived, concept: Concept, supposed: Supposition, known: Anatomy) -> Derived:
    """Return the facts as they would be, had `supposed` been recorded today instead of the rest.

    What was recorded of the concept that same day gives way, so that the answer does not conflict.
    """
    events = facts.events
    match supposed.event:
        case Observation() as event:
            kept = _not_today(events.observations.get(concept.id, ()), facts.on)
            changed = replace(
                events, observations={**events.observations, concept.id: (*kept, event)}
            )
        case Assertion() as event:
            said = _not_today(events.assertions.get(concept.id, ()), facts.on)
            changed = replace(events, assertions={**events.assertions, concept.id: (*said, event)})
        case Review() as event:
            changed = replace(events, reviews={**events.reviews, concept.id: (event,)})
        case _:
            changed = events
    return facts.rederived(changed, lambda feature: concept.id in known.concepts.get(feature, ()))


def _not_today(rows: tuple[_D, ...], on: int) -> tuple[_D, ...]:
    return tuple(row for row in rows if row.when.last_day < on)
