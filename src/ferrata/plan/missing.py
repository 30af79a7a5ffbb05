"""What is missing, and what each missing item could change."""

from __future__ import annotations

from collections.abc import Iterable

from ferrata.guideline.events import NO, YES, Analyte, Concept, Question, Sign, Treatment
from ferrata.guideline.features import Feature
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.values import Unknown
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.counterfactual import (
    Answers,
    anatomy,
    concept_of,
    roots,
    suppose,
    suppositions,
)
from ferrata.interpret.replay import Position
from ferrata.plan.advise import Advice, Bench, advise
from ferrata.plan.model import Change, Missing
from ferrata.plan.parts import pathway_of
from ferrata.plan.words import day_text, value_text


def missing_items(
    bench: Bench,
    positions: tuple[Position, ...],
    advice: Iterable[Advice],
    asked: Iterable[Feature],
) -> tuple[Missing, ...]:
    """Return the missing items behind `asked`, each with what its answers would change.

    Items whose answer alone changes something come first.
    """
    facts = bench.facts
    treatments = {
        one.__name__: one.treatment
        for one in bench.guideline.vocabularies
        if issubclass(one, CourseFeatures)
    }
    groups: dict[str, tuple[Concept, list[Feature]]] = {}
    for feature in roots(facts, asked):
        concept = concept_of(feature, treatments.get(feature.vocabulary))
        if concept is not None:
            groups.setdefault(concept.id, (concept, []))[1].append(feature)
    before = _outcome(advice)
    known = anatomy(pathway_of(bench.guideline))
    needed = frozenset(one for condition in bench.judged for one in known.asked_by(condition))
    answers = Answers(facts, known)
    items = [
        _item(bench, answers, needed, positions, before, concept, features)
        for concept, features in groups.values()
    ]
    return tuple(sorted(items, key=lambda item: not any(one.effects for one in item.changes)))


def _item(  # noqa: PLR0917
    bench: Bench,
    answers: Answers,
    needed: frozenset[Feature],
    positions: tuple[Position, ...],
    before: dict[str, str],
    concept: Concept,
    features: list[Feature],
) -> Missing:
    known = anatomy(pathway_of(bench.guideline))
    changes: list[Change] = []
    for one in suppositions(concept, known.thresholds, bench.facts.on):
        facts, moved = suppose(bench.facts, concept, one, known, needed)
        supposed = bench.over(Answers(facts, known, answers, moved)) if moved else None
        after = before if supposed is None else _outcome(advise(supposed, positions).advice)
        changes.append(Change(answer=one.text, effects=_effects(before, after)))
    value = bench.facts.value(features[0])
    last = value.last_day if isinstance(value, Unknown) else value.day
    return Missing(
        concept=concept.id,
        label=concept.label,
        why=value.reason.value
        if isinstance(value, Unknown)
        else f"known only as {value_text(features[0], value)}",
        last_seen=day_text(last),
        answers=answers_to(concept),
        changes=_joined(changes),
    )


def answers_to(concept: Concept) -> tuple[str, ...]:
    """Return the words a clinician can answer with; none for what must be measured."""
    match concept:
        case Sign():
            return YES, NO
        case Question(options=options):
            return tuple(option.value for option in options)
        case Analyte() | Treatment():
            return ()


def _outcome(advice: Iterable[Advice]) -> dict[str, str]:
    return {_title(one): one.level.value for one in advice}


def _title(advice: Advice) -> str:
    step = advice.step
    rule = advice.candidate.rule
    if isinstance(rule, Recommendation):
        return rule.title
    return f"Waiting: {rule.because}" if advice.stays or step is None else step.title


def _effects(before: dict[str, str], after: dict[str, str]) -> tuple[str, ...]:
    changed = [
        f"{title}: {before.get(title, 'not considered')} → {level}"
        for title, level in after.items()
        if before.get(title) != level
    ]
    gone = [f"{title}: no longer considered" for title in before if title not in after]
    return tuple(changed + gone)


def _joined(changes: list[Change]) -> tuple[Change, ...]:
    """Join neighbouring answers that change the same."""
    joined: list[Change] = []
    for change in changes:
        if joined and joined[-1].effects == change.effects:
            first = joined.pop()
            joined.append(Change(answer=f"{first.answer}; {change.answer}", effects=change.effects))
        else:
            joined.append(change)
    return tuple(joined)
