"""Fold a record over a pathway: every stage the patient can be in, and why.

A stage is entered when a treatment that begins its step is started. The fold follows the
transitions whose condition was not refuted on that day; where the treatment was started although
the condition did not hold, or the history starts late, the stages that the treatment begins are
kept and marked as reached off the pathway. A course so short that a step calls it brief moves
nobody unless a transition held: one dose before an infusion is no treatment of its own. A
clinician's "we are here" prunes the set. All recursion over time lives here, so this meaning has
no counterpart over populations.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from ferrata.guideline.actions import treatment_of
from ferrata.guideline.events import Assertion, Events, TreatmentCourse
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.pathway import Step, Transition
from ferrata.guideline.units import day as days
from ferrata.guideline.values import Answer
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge

STAGE = "stage"
"""The question that a clinician's "we are here" answers."""


@dataclass(frozen=True, slots=True)
class Move:
    """One event that set the stage: the transition it followed, if any, and how that was judged."""

    day: int
    source: str
    treatment: str | None
    transition: str | None
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Position:
    """A stage that the patient can be in, and the moves that led there; none: never moved."""

    stage: str
    moves: tuple[Move, ...] = ()

    @property
    def since(self) -> int | None:
        """The day the stage was entered; None at the start of the pathway."""
        return self.moves[-1].day if self.moves else None

    @property
    def on_pathway(self) -> bool:
        """Whether each move followed a transition whose condition was not refuted."""
        return all(
            move.transition is not None and move.answer is not Answer.NO for move in self.moves
        )


def replay(guideline: Guideline, events: Events, on: int, site: Site) -> tuple[Position, ...]:
    """Return the positions that the record allows as of day `on`, at least one."""
    fold = _Fold(guideline, events, site)
    positions: tuple[Position, ...] = (Position(guideline.start.value),)
    timeline = sorted(_events(guideline, events, on), key=lambda event: (_day(event), _key(event)))
    for day, same_day in groupby(timeline, key=_day):
        pending = list(same_day)
        while pending:
            event = next((one for one in pending if fold.follows(positions, one, day)), pending[0])
            pending.remove(event)
            positions = fold.after(positions, event, day)
    return positions


_Event = TreatmentCourse | Assertion


def _events(guideline: Guideline, events: Events, on: int) -> Iterable[_Event]:
    marks = {treatment.id for step in guideline.steps for treatment in step.begun_by}
    for course in events.courses:
        if course.start.first_day <= on and (course.treatment is None or course.treatment in marks):
            yield course
    for said in events.assertions.get(STAGE, ()):
        if said.when.first_day <= on:
            yield said


def _day(event: _Event) -> int:
    when = event.when if isinstance(event, Assertion) else event.start
    return when.first_day


def _key(event: _Event) -> tuple[bool, str, str]:
    said = isinstance(event, Assertion)
    return said, (event.value if said else event.treatment) or "", event.source


class _Fold:
    def __init__(self, guideline: Guideline, events: Events, site: Site) -> None:
        self.guideline, self.events, self.site = guideline, events, site
        self._facts: dict[int, Derived] = {}

    def follows(self, positions: Iterable[Position], event: _Event, day: int) -> bool:
        """Whether `event` is a move of the pathway from one of `positions`."""
        return isinstance(event, TreatmentCourse) and any(
            self._moves(position, event, day) for position in positions
        )

    def after(
        self, positions: tuple[Position, ...], event: _Event, day: int
    ) -> tuple[Position, ...]:
        """Return the positions after `event`."""
        if isinstance(event, Assertion):
            return self._pruned(positions, event, day)
        if event.treatment is None:
            reachable = (
                self._step_to(position, target, event, day, transition, Answer.UNKNOWN)
                for position in positions
                for transition in self.guideline.transitions_at(position.stage)
                for target in transition.to
                if self.guideline.step(target).begun_by and not transition.stays
            )
            return _merged((*positions, *reachable))
        moved: list[Position] = []
        brief = self._brief(event)
        for position in positions:
            moves = self._moves(position, event, day)
            if brief:
                moves = [one for one in moves if one.moves[-1].answer is Answer.YES]
            moved.extend(moves)
            own = event.treatment in _treatments(self.guideline.step(position.stage))
            settled = any(move.moves[-1].answer is Answer.YES for move in moves)
            if (own or brief) and not settled:
                moved.append(position)
        return _merged(moved) or _merged(
            self._step_to(position, step.stage, event, day, None, None)
            for position in positions
            for step in self.guideline.steps
            if any(one.id == event.treatment for one in step.begun_by)
        )

    def _brief(self, event: TreatmentCourse) -> bool:
        """Whether every step that the treatment begins calls the course brief."""
        if event.end is None:
            return False
        lasted = event.end.last_day - event.start.first_day
        begun = [
            step
            for step in self.guideline.steps
            if any(one.id == event.treatment for one in step.begun_by)
        ]
        return all(step.brief is not None and lasted <= step.brief.to(days) for step in begun)

    def _moves(self, position: Position, event: TreatmentCourse, day: int) -> list[Position]:
        """Return where a transition leads from `position` when the treatment of `event` begins.

        A transition that prefers the treatment comes before one that names it as an alternative.
        """
        leading = sorted(
            (
                (transition.to.index(target), transition, target)
                for transition in self.guideline.transitions_at(position.stage)
                if not transition.stays
                for target in transition.to
                if any(one.id == event.treatment for one in self.guideline.step(target).begun_by)
            ),
            key=lambda found: found[0],
        )
        moves = [
            self._step_to(position, target, event, day, transition, self._judge(transition, day))
            for _, transition, target in leading
        ]
        return [one for one in moves if one.moves[-1].answer is not Answer.NO] or moves

    def _judge(self, transition: Transition, day: int) -> Answer:
        facts = self._facts.get(day)
        if facts is None:
            known = replace(
                self.events,
                courses=tuple(c for c in self.events.courses if c.start.first_day < day),
            )
            facts = Derived(known, day, self.guideline.vocabularies, self.site)
            self._facts[day] = facts
        return judge(transition.when, facts, self.site).answer

    def _step_to(  # noqa: PLR0917
        self,
        position: Position,
        target: str,
        event: TreatmentCourse,
        day: int,
        transition: Transition | None,
        answer: Answer | None,
    ) -> Position:
        move = Move(
            day, event.source, event.treatment, transition.id if transition else None, answer
        )
        return Position(str(target), (*position.moves, move))

    def _pruned(
        self, positions: tuple[Position, ...], said: Assertion, day: int
    ) -> tuple[Position, ...]:
        kept = tuple(one for one in positions if one.stage == said.value)
        if kept:
            return kept
        if any(step.stage == said.value for step in self.guideline.steps):
            return (Position(said.value or "", (Move(day, said.source, None, None, Answer.YES),)),)
        return positions


def _treatments(step: Step) -> set[str]:
    return {one.id for one in map(treatment_of, step.do) if one is not None}


def _merged(positions: Iterable[Position]) -> tuple[Position, ...]:
    """One position per stage: on the pathway rather than off it, for sure rather than perhaps."""
    best: dict[str, Position] = {}
    for one in positions:
        held = best.get(one.stage)
        if held is None or _standing(one) > _standing(held):
            best[one.stage] = one
    return tuple(best.values())


def _standing(position: Position) -> tuple[bool, bool]:
    return position.on_pathway, all(move.answer is Answer.YES for move in position.moves)
