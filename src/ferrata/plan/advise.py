"""From judgements to options, in the order of advice.

contraindicated < withheld < cannot tell < conditional < offered. An option is offered only when
its transition, its scope and its gates are a certain yes and its cautions a certain no, so that
forgetting a fact can never move it up to offered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ferrata.guideline.actions import Action, Monitor, treatment_of
from ferrata.guideline.conditions import Condition
from ferrata.guideline.events import Treatment
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import (
    URGENT,
    Caution,
    Gate,
    Recommendation,
    Step,
    Topic,
    Transition,
)
from ferrata.guideline.units import day
from ferrata.guideline.values import Answer
from ferrata.interpret.counterfactual import Answers
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import Judgement, judge
from ferrata.interpret.replay import Position
from ferrata.plan.model import Level

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


_Watch: TypeAlias = tuple[tuple[Caution, ...], tuple[Gate, ...]]


class Bench:
    """Judges the conditions of one guideline over one set of facts, each once.

    With `answers`, over their facts and without reasons.
    """

    def __init__(
        self, guideline: Guideline, facts: Derived, answers: Answers | None = None
    ) -> None:
        self.guideline, self.facts, self._answers = guideline, facts, answers
        self._judged: dict[int, tuple[Condition, Judgement]] = {}
        self._advising: tuple[Recommendation, ...] | None = None
        self._watching: dict[frozenset[Treatment | None], _Watch] = {}

    def __call__(self, condition: Condition) -> Judgement:
        """Return the judgement on `condition`."""
        held = self._judged.get(id(condition))
        if held is None:
            if self._answers is None:
                judgement = judge(condition, self.facts, self.facts.site)
            else:
                judgement = Judgement(condition, self._answers(condition), (), ())
            self._judged[id(condition)] = condition, judgement
            return judgement
        return held[1]

    @property
    def judged(self) -> tuple[Condition, ...]:
        """Every condition judged so far."""
        return tuple(condition for condition, _ in self._judged.values())

    def over(self, answers: Answers) -> Bench | None:
        """Return a bench over other answers; None when every judgement so far keeps its answer."""
        if all(answers(condition) is said.answer for condition, said in self._judged.values()):
            return None
        other = Bench(self.guideline, answers.facts, answers)
        other._watching, other._advising = self._watching, self.recommendations
        return other

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations along the pathway; follow-up stands beside it."""
        if self._advising is None:
            self._advising = tuple(
                one for one in self.guideline.recommendations if one.topic is Topic.PATHWAY
            )
        return self._advising

    def watch(self, given: frozenset[Treatment | None]) -> _Watch:
        """Return the cautions against any treatment in `given`, and the gates before any."""
        held = self._watching.get(given)
        if held is None:
            cautions = tuple(
                one for one in self.guideline.cautions if not given.isdisjoint(one.avoid.treatments)
            )
            gates = tuple(
                one for one in self.guideline.gates if not given.isdisjoint(one.treatments)
            )
            held = self._watching[given] = cautions, gates
        return held


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule that may apply, how that was judged, and what must be excluded first."""

    rule: Transition | Recommendation
    judgement: Judgement
    unless: tuple[tuple[Transition, Judgement], ...] = ()

    @property
    def answer(self) -> Answer:
        """Yes only when the rule applies and nothing more urgent may."""
        return UNKNOWN if self.unless else self.judgement.answer


@dataclass(frozen=True, slots=True)
class Advice:
    """One action with its level, and the judgements for and against it."""

    id: str
    level: Level
    action: Action | None
    step: Step | None
    candidate: Candidate
    alternative: int
    cautions: tuple[tuple[Caution, Judgement], ...]
    gates: tuple[tuple[Gate, Judgement], ...]

    @property
    def stays(self) -> bool:
        """Whether the advice is to go on as before."""
        return self.action is None

    @property
    def urgency(self) -> int:
        """The place among what answers a danger to life; the rest comes after it."""
        return min(self.candidate.rule.priority, URGENT + 1)


@dataclass(slots=True)
class Advised:
    """Everything advised at the positions a patient can be in."""

    advice: list[Advice] = field(default_factory=list[Advice])
    asked: dict[Feature, None] = field(default_factory=dict[Feature, None])
    gap: bool = False


def candidates(bench: Bench, stage: str) -> tuple[list[Candidate], bool]:
    """Return the transitions from `stage` that apply or may, and whether there is a gap.

    A certain transition shuts out the less urgent ones; under an unknown more urgent one it is
    not certain any more.
    """
    found: list[Candidate] = []
    doubts: list[tuple[Transition, Judgement]] = []
    transitions = bench.guideline.transitions_at(stage)
    for priority in sorted({one.priority for one in transitions}):
        judged = [(one, bench(one.when)) for one in transitions if one.priority == priority]
        certain = [(one, said) for one, said in judged if said.answer is YES]
        if certain:
            found.extend(Candidate(one, said, tuple(doubts)) for one, said in certain)
            break
        unsure = [(one, said) for one, said in judged if said.answer is UNKNOWN]
        found.extend(Candidate(one, said, tuple(doubts)) for one, said in unsure)
        doubts.extend(unsure)
    final = bench.guideline.step(stage).final
    return found, not found and not final


def candidate_at(bench: Bench, rule: Recommendation, stages: set[str]) -> Candidate | None:
    """Return how `rule` is judged for who can be at `stages`; None when it is for other stages."""
    here = stages if not rule.at else stages.intersection(rule.at)
    if not here:
        return None
    said = bench(rule.when)
    if here != stages and said.answer is YES:
        said = replace(said, answer=UNKNOWN)
    return Candidate(rule, said)


def advise(bench: Bench, positions: tuple[Position, ...]) -> Advised:
    """Return the advice for a patient who can be in any of `positions`, best first.

    Of equal advice, what answers a danger to life comes first. A final step among alternatives is
    the way out when all the others are contraindicated.
    """
    advised = Advised()
    scope = bench(bench.guideline.scope)
    _ask(advised, scope)
    if scope.answer is NO:
        return advised
    per_position: list[list[Advice]] = []
    for position in positions:
        found, gap = candidates(bench, position.stage)
        advised.gap = advised.gap or gap
        per_position.append(
            [one for candidate in found for one in _transition(bench, candidate, advised)]
        )
    shared = {one.id for one in per_position[0]}.intersection(
        *({one.id for one in advice} for advice in per_position[1:])
    )
    merged: dict[str, Advice] = {}
    for advice in per_position:
        for one in advice:
            level = one.level if one.id in shared else _lower(one.level, Level.CANNOT_TELL)
            lowered = _at(one, level)
            held = merged.get(one.id)
            if held is None or lowered.level.rank < held.level.rank:
                merged[one.id] = lowered
    advised.advice = list(merged.values())
    present = {
        (treatment.id if (treatment := _treatment(one.action)) else None) for one in advised.advice
    }
    stages = {one.stage for one in positions}
    for rule in bench.recommendations:
        candidate = candidate_at(bench, rule, stages)
        if candidate is None:
            continue
        _ask(advised, candidate.judgement)
        if candidate.answer is not NO:
            for number, action in enumerate(rule.do):
                treatment = treatment_of(action)
                if treatment is None or treatment.id not in present:
                    advised.advice.append(
                        weighed(bench, f"{rule.id}/{number}", action, None, candidate, 1, advised)
                    )
    advised.advice.sort(key=lambda one: (-one.level.rank, one.urgency))
    return advised


def _transition(bench: Bench, candidate: Candidate, advised: Advised) -> Iterator[Advice]:
    rule = candidate.rule
    assert isinstance(rule, Transition)
    _ask(advised, candidate.judgement)
    for _, doubt in candidate.unless:
        _ask(advised, doubt)
    if rule.stays:
        step = bench.guideline.step(rule.at)
        yield weighed(bench, f"{rule.id}/stay", None, step, candidate, 1, advised)
        for number, action in enumerate(step.do):
            if isinstance(action, Monitor) and _soon_enough(rule, action):
                yield weighed(bench, f"{step.id}/{number}", action, step, candidate, 1, advised)
        return
    barred = True
    for place, target in enumerate(rule.to, start=1):
        step = bench.guideline.step(target)
        if step.final and place > 1 and not barred:
            return
        found = [
            weighed(bench, f"{step.id}/{number}", action, step, candidate, place, advised)
            for number, action in enumerate(step.do)
        ]
        barred = barred and any(one.level is Level.CONTRAINDICATED for one in found)
        yield from found


def _soon_enough(rule: Transition, action: Monitor) -> bool:
    """Whether the stay lasts until the next look; a shorter one says itself when to look."""
    return rule.until is not None and rule.until.to(day) >= action.every.to(day)


def weighed(  # noqa: PLR0917
    bench: Bench,
    id: str,
    action: Action | None,
    step: Step | None,
    candidate: Candidate,
    alternative: int,
    advised: Advised,
) -> Advice:
    """Return one action with its level: what speaks for it, and every caution and gate."""
    given = frozenset({_treatment(action)})
    _, gated = bench.watch(given)
    if action is None and step is not None:  # to stay is to go on with the step's treatments
        given = frozenset(_treatment(one) for one in step.do)
    scope = bench(bench.guideline.scope)
    cautions = tuple(
        (caution, said)
        for caution in bench.watch(given)[0]
        if (said := bench(caution.avoid.when)).answer is not NO
    )
    gates = tuple((gate, _passed(bench, gate)) for gate in gated)
    level = Level.OFFERED
    if scope.answer is not YES:
        level = Level.CONDITIONAL
    if any(said.answer is UNKNOWN for _, said in gates):
        level = Level.CONDITIONAL
    if candidate.answer is UNKNOWN or any(said.answer is UNKNOWN for _, said in cautions):
        level = Level.CANNOT_TELL
    if any(said.answer is NO for _, said in gates):
        level = Level.WITHHELD
    if any(said.answer is YES for _, said in cautions):
        level = Level.CONTRAINDICATED
    for _, said in (*cautions, *gates):
        _ask(advised, said)
    return Advice(id, level, action, step, candidate, alternative, cautions, gates)


def _passed(bench: Bench, gate: Gate) -> Judgement:
    """Whether a gate is open; unknown while nothing shuts it that must."""
    opens = bench(gate.needs)
    if gate.shut is None or opens.answer is YES:
        return opens
    shuts = bench(gate.shut)
    if shuts.answer is YES:
        return replace(opens, answer=NO, missing=())
    asked = opens.missing or tuple(one for why in opens.because for one, _ in why.values)
    return replace(opens, answer=UNKNOWN, missing=asked)


def _treatment(action: Action | None) -> Treatment | None:
    return None if action is None else treatment_of(action)


def _ask(advised: Advised, judgement: Judgement) -> None:
    if judgement.answer is UNKNOWN:
        advised.asked.update(dict.fromkeys(judgement.missing))


def _lower(one: Level, other: Level) -> Level:
    return min(one, other, key=lambda level: level.rank)


def _at(advice: Advice, level: Level) -> Advice:
    return replace(advice, level=level)
