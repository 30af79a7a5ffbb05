"""What an assessment lacks, and what each answer would make of its conclusion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ferrata.guideline.assessment import Assessment
from ferrata.guideline.conditions import Compare, walk
from ferrata.guideline.derivations import Measured
from ferrata.guideline.events import (
    NO,
    YES,
    Analyte,
    Concept,
    Event,
    Events,
    Question,
    Review,
    Sign,
    Treatment,
    When,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import Answer, Unknown
from ferrata.interpret.counterfactual import concept_of, suppositions
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.plan.assessment.concluding import REACHED, conclude
from ferrata.plan.assessment.model import Needed
from ferrata.plan.assessment.readings import Reading, read_for
from ferrata.plan.assessment.values import feature_text
from ferrata.plan.model import Change
from ferrata.plan.words import day_text

TREATMENTS, REVIEWED = "treatments", "reviewed"
"""What is answered when the record does not say which treatments were given, and how."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One record, read for one assessment as of one day."""

    assessment: Assessment
    events: Events
    on: int
    reading: Reading
    facts: Derived

    @classmethod
    def of(cls, assessment: Assessment, events: Events, on: int) -> Desk:
        """Read `events` for `assessment` as of day `on` (days since 1970-01-01)."""
        reading = read_for(assessment, events, on)
        facts = Derived(reading.events, on, assessment.vocabularies, Site(()))
        return cls(assessment, events, on, reading, facts)

    def supposing(self, more: Iterable[Event]) -> Desk:
        """Return the desk had `more` been recorded too."""
        old = self.events
        events = Events.of(
            (
                *(row for rows in old.observations.values() for row in rows),
                *(row for rows in old.assertions.values() for row in rows),
                *(row for rows in old.reviews.values() for row in rows),
                *old.courses,
                *more,
            )
        )
        return Desk.of(self.assessment, events, self.on)


def needed(desk: Desk) -> tuple[Needed, ...]:
    """Return what could still change the conclusion, what changes it alone first.

    What could bring about a conclusion stronger than the one that holds is asked for, too.
    """
    assessment, facts = desk.assessment, desk.facts
    before = conclude(assessment.criteria, facts)
    features: dict[Feature, None] = {}
    for one in before.open:
        said = judge(assessment.criteria.condition(one.id), facts, facts.site)
        features.update(dict.fromkeys(said.missing))
    if before.result == REACHED:
        for kind in assessment.kinds:
            said = judge(kind.when, facts, facts.site)
            if said.answer is Answer.UNKNOWN:
                features.update(dict.fromkeys(said.missing))
    groups: dict[str, tuple[Concept, Feature]] = {}
    for feature in features:
        concept = concept_of(feature)
        if concept is not None:
            groups.setdefault(concept.id, (concept, feature))
    edges = _thresholds(assessment)
    items = [_item(desk, before.says, edges, *group) for group in groups.values()]
    asked = {concept.id for concept, _ in groups.values()}
    items.extend(_treatments(desk, before.says, asked))
    return tuple(sorted(items, key=lambda item: not any(one.effects for one in item.changes)))


def _item(
    desk: Desk,
    before: str,
    edges: Mapping[str, tuple[Decimal, ...]],
    concept: Concept,
    feature: Feature,
) -> Needed:
    rule = next((one for one in desk.assessment.for_age if one.into.id == concept.id), None)
    asked: Concept = concept if rule is None else rule.said or rule.analyte
    supposed: Concept = asked if isinstance(asked, Sign) else concept
    value = desk.facts.value(feature)
    return Needed(
        concept=asked.id,
        label=asked.label,
        why=value.reason.value
        if isinstance(value, Unknown)
        else f"known only as {feature_text(feature, value)}",
        last_seen=day_text(value.last_day if isinstance(value, Unknown) else value.day),
        answers=_answers(asked),
        changes=tuple(
            _change(desk, before, one.text if rule is None else _for_age(one.text), (one.event,))
            for one in suppositions(supposed, edges, desk.on)
        ),
    )


def _for_age(text: str) -> str:
    return text.replace(" 1 1", " the limit for age")


def _change(desk: Desk, before: str, words: str, events: Iterable[Event]) -> Change:
    after = conclude(desk.assessment.criteria, desk.supposing(events).facts).says
    return Change(answer=words, effects=() if after == before else (after,))


def _treatments(desk: Desk, before: str, asked: set[str]) -> Iterator[Needed]:
    """The medication history, where a value that is asked for hangs on it."""
    derived = {rule.analyte.id for rule in desk.assessment.for_age if rule.into.id in asked}
    silent = [
        treatment
        for treatment, analytes in desk.reading.unreviewed.items()
        if any(one.id in asked | derived for one in analytes)
    ]
    if not silent:
        return
    today = When.day(desk.on)
    analytes = dict.fromkeys(
        one.label for treatment in silent for one in desk.reading.unreviewed[treatment]
    )
    yield Needed(
        concept=TREATMENTS,
        label="Whether treatments were given before the samples: "
        + ", ".join(one.label for one in silent),
        why="never recorded; a normal value drawn under them says nothing: " + ", ".join(analytes),
        last_seen=None,
        answers=(REVIEWED,),
        changes=(
            _change(
                desk, before, "none but those on record", [Review(one.id, today) for one in silent]
            ),
        ),
    )


def _thresholds(assessment: Assessment) -> dict[str, tuple[Decimal, ...]]:
    """The numbers that the set that concludes compares each analyte with."""
    found: dict[str, set[Decimal]] = {}
    for item in assessment.criteria.items:
        for node in walk(item.condition):
            match node:
                case Compare(feature, _, Decimal() as threshold) if isinstance(
                    feature.derived, Measured
                ):
                    found.setdefault(feature.derived.analyte.id, set()).add(threshold)
                case _:
                    pass
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _answers(concept: Concept) -> tuple[str, ...]:
    match concept:
        case Sign():
            return YES, NO
        case Question(options=options):
            return tuple(option.value for option in options)
        case Analyte() | Treatment():
            return ()
