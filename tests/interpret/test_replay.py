"""Replay keeps the moves that led to a stage, and prefers the way that is best supported."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.spec.words import BLEEDING, PATHWAY, PLATELETS, TABLET, Case, Stage, because

from ferrata.guideline.conditions import all_of
from ferrata.guideline.events import Assertion, Event, Events, Observation, TreatmentCourse, When
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Transition, when
from ferrata.guideline.units import day, per_uL
from ferrata.guideline.values import Answer
from ferrata.interpret.replay import STAGE, Move, Position, replay

SITE = PATHWAY.site()
LOW = Observation(PLATELETS.id, When.day(1), Decimal(20_000), Decimal(20_000))


def positions(*events: Event, on: int = 100) -> tuple[Position, ...]:
    return replay(PATHWAY, Events.of(events), on, SITE)


def test_nothing_moved_a_patient_at_the_start() -> None:
    """Since when is unknown, and no transition was broken."""
    (start,) = positions()
    assert start == Position("watch")
    assert start.since is None
    assert start.on_pathway


def test_a_position_names_its_moves() -> None:
    """Day, entry, treatment, transition, and how its condition was judged on that day."""
    (here,) = positions(LOW, TreatmentCourse(TABLET.id, When.day(3), None, "c1"))
    assert here.moves == (Move(3, "c1", TABLET.id, "start", Answer.YES),)
    assert here.since == 3


def test_a_condition_is_judged_without_what_begins_that_day() -> None:
    """The reason for a course is what was so before it."""
    (here,) = positions(TreatmentCourse(TABLET.id, When.day(1)), LOW)
    assert [move.answer for move in here.moves] == [Answer.YES]


def test_what_comes_after_the_day_asked_does_not_count() -> None:
    """Neither courses nor a clinician's word."""
    (here,) = positions(
        LOW,
        TreatmentCourse(TABLET.id, When.day(50)),
        Assertion(STAGE, When.day(50), "clinic"),
        on=49,
    )
    assert here.stage == "watch"


def test_a_treatment_that_begins_no_stage_is_no_move() -> None:
    """Somebody else's business."""
    (here,) = positions(TreatmentCourse("something else", When.day(3)))
    assert here == Position("watch")


def test_a_clinicians_word_is_a_move_off_the_pathway() -> None:
    """It needs no transition, and stands in the moves."""
    (here,) = positions(Assertion(STAGE, When.day(3), "infusion", "note"))
    assert here.moves == (Move(3, "note", None, None, Answer.YES),)
    assert not here.on_pathway


def test_a_word_that_cannot_be_read_prunes_nothing() -> None:
    """Nor does one about a stage that the pathway does not have."""
    (here,) = positions(Assertion(STAGE, When.day(3), None))
    assert here == Position("watch")


def _bleeding(low: bool) -> Transition:
    """Another way from watching to the tablet; with `low` a condition that can be refuted."""
    count = Case.platelets < 30_000 * per_uL
    return when(
        "bleeding",
        at=Stage.WATCH,
        holds=all_of(Case.bleeding, count) if low else Case.bleeding,
        to=Stage.TABLET,
        because="bleeding",
        priority=0,
        warrant=because,
    )


def test_of_two_ways_to_a_stage_the_certain_one_is_kept() -> None:
    """A transition that may have held does not stand before one that did."""
    two = PATHWAY.amend(
        id="two", title="Two ways", version="1", because="test", add=[_bleeding(low=False)]
    )
    course = TreatmentCourse(TABLET.id, When.day(3))
    (here,) = replay(two, Events.of((LOW, course)), 100, SITE)
    assert [(move.transition, move.answer) for move in here.moves] == [("start", Answer.YES)]
    (neither,) = replay(two, Events.of((course,)), 100, SITE)
    assert [move.transition for move in neither.moves] == ["bleeding"]


def test_of_two_ways_that_held_the_most_urgent_is_kept() -> None:
    """As when the pathway is followed."""
    two = PATHWAY.amend(
        id="two", title="Two ways", version="1", because="test", add=[_bleeding(low=True)]
    )
    events = (
        LOW,
        Assertion(BLEEDING.id, When.day(1), "yes"),
        TreatmentCourse(TABLET.id, When.day(3)),
    )
    (here,) = replay(two, Events.of(events), 100, SITE)
    assert [move.transition for move in here.moves] == ["bleeding"]


class TestABriefCourse:
    """One dose before an infusion is no treatment of its own, unless the pathway called for it."""

    BRIEF = replace(
        PATHWAY,
        rules=tuple(
            replace(rule, brief=1 * day) if rule.id == "tablet" else rule for rule in PATHWAY.rules
        ),
    )
    HIGH = Observation(PLATELETS.id, When.day(1), Decimal(90_000), Decimal(90_000))

    def stage(self, guideline: Guideline, *events: Event) -> str:
        """Where the patient stands on day 100, for sure."""
        (here,) = replay(guideline, Events.of(events), 100, SITE)
        return here.stage

    @pytest.mark.parametrize(("last", "stage"), [(3, "watch"), (4, "watch"), (5, "tablet")])
    def test_moves_nobody_against_the_pathway(self, last: int, stage: str) -> None:
        """Platelets were high: a day, or the night after it, is brief; two days are not."""
        course = TreatmentCourse(TABLET.id, When.day(3), When.day(last))
        assert self.stage(self.BRIEF, self.HIGH, course) == stage

    def test_that_has_not_ended_is_not_brief(self) -> None:
        """Nobody knows yet how long it will be."""
        assert self.stage(self.BRIEF, self.HIGH, TreatmentCourse(TABLET.id, When.day(3))) == (
            "tablet"
        )

    def test_moves_where_the_pathway_called_for_it(self) -> None:
        """Platelets were low: one day of the tablet is the treatment."""
        course = TreatmentCourse(TABLET.id, When.day(3), When.day(3))
        assert self.stage(self.BRIEF, LOW, course) == "tablet"

    def test_moves_nobody_where_nobody_can_tell(self) -> None:
        """No count of that day."""
        course = TreatmentCourse(TABLET.id, When.day(3), When.day(3))
        assert self.stage(self.BRIEF, course) == "watch"

    def test_moves_as_any_other_where_the_step_does_not_say_brief(self) -> None:
        """Some treatments are one infusion."""
        course = TreatmentCourse(TABLET.id, When.day(3), When.day(3))
        assert self.stage(PATHWAY, self.HIGH, course) == "tablet"
