"""Follow-up of one patient: what is due, what the toxicities are, what is prevented and treated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ferrata.guideline.actions import Monitor, Refer
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.values import Answer
from ferrata.interpret.replay import Position
from ferrata.plan.advise import Advised, Bench, Candidate, candidate_at, weighed
from ferrata.plan.due import look, merged
from ferrata.plan.model import Look, Option, Question, Toxicity
from ferrata.plan.options import option
from ferrata.plan.parts import follow_up
from ferrata.plan.questions import questions
from ferrata.plan.toxicity import toxicities
from ferrata.plan.words import titled


@dataclass(frozen=True, slots=True)
class Care:
    """The follow-up of a plan, section by section."""

    toxicity: tuple[Toxicity, ...] = ()
    alerts: tuple[Option, ...] = ()
    monitoring: tuple[Look, ...] = ()
    prevention: tuple[Option, ...] = ()
    manifestations: tuple[Option, ...] = ()
    questions: tuple[Question, ...] = ()


def care(bench: Bench, positions: tuple[Position, ...], on: date) -> Care:
    """Return the follow-up that certainly applies, and the questions on which more depends.

    Nobody outside the scope of the guideline gets any. `bench` judges the follow-up alone, so
    that what it asks does not slow what the pathway asks.
    """
    if bench(bench.guideline.scope).answer is Answer.NO:
        return Care()
    stages = {one.stage for one in positions}
    candidates = [
        candidate
        for rule in follow_up(bench.guideline)
        if (candidate := candidate_at(bench, rule, stages)) is not None
    ]
    certain = [one for one in candidates if one.answer is Answer.YES]
    topics = {
        topic: tuple(_options(bench, _of(certain, topic), on))
        for topic in (Topic.MONITORING, Topic.PREVENTION, Topic.MANIFESTATION)
    }
    return Care(
        toxicity=toxicities(bench),
        alerts=topics[Topic.MONITORING],
        monitoring=merged(_looks(bench, certain)),
        prevention=topics[Topic.PREVENTION],
        manifestations=topics[Topic.MANIFESTATION],
        questions=questions(bench, [one for one in candidates if one.answer is Answer.UNKNOWN]),
    )


def _of(candidates: Iterable[Candidate], topic: Topic) -> Iterator[Candidate]:
    return (one for one in candidates if _rule(one).topic is topic)


def _rule(candidate: Candidate) -> Recommendation:
    assert isinstance(candidate.rule, Recommendation)
    return candidate.rule


def _looks(bench: Bench, certain: Iterable[Candidate]) -> Iterator[Look]:
    for candidate in certain:
        rule = _rule(candidate)
        ids = tuple(map(str, rule.warrant))
        because = titled(rule.title, candidate.judgement, bench.facts.site, ids)
        for number, action in enumerate(rule.do):
            if isinstance(action, Monitor):
                yield look(
                    f"{rule.id}/{number}", action, rule.when, bench.facts, bench.guideline, because
                )


def _options(bench: Bench, certain: Iterable[Candidate], on: date) -> list[Option]:
    """What is done once, somebody to be brought in first."""
    found: list[Option] = []
    for candidate in certain:
        rule = _rule(candidate)
        for number, action in enumerate(rule.do):
            if not isinstance(action, Monitor):
                id = f"{rule.id}/{number}"
                one = weighed(bench, id, action, None, candidate, 1, Advised())
                found.append(option(bench, one, on))
    return sorted(found, key=lambda one: one.kind != Refer.__name__)
