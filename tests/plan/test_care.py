"""Follow-up in a plan: due and overdue, toxicity, questions; of a guideline on another disease."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs
from tests.immune_thrombocytopenia.histories import on, unreadable_count
from tests.immune_thrombocytopenia.pathway import GUIDELINE, Stage
from tests.immune_thrombocytopenia.words import (
    DIABETES,
    DISEASE,
    ELTROMBOPAG,
    LIVER,
    PLATELETS,
    Agonist,
    Case,
    statement,
)
from tests.plan.adults import ON, count, course, facts, planned, recorded

from ferrata.guideline.actions import Action, Ask, Monitor, Refer
from ferrata.guideline.conditions import Condition, all_of, not_
from ferrata.guideline.derivations import Cases, DaysSince, latest, within
from ferrata.guideline.events import Assertion, Event
from ferrata.guideline.features import Choice, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import between, per_uL
from ferrata.guideline.units import day as days
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.plan import Plan
from ferrata.plan import plan as make
from ferrata.plan.model import Due, Look
from ferrata.plan.parts import pathway_of
from ferrata.plan.text import text
from ferrata.record.model import ObservationEntry

RULE = statement("T2")


class Grade(Option):
    """How low."""

    NONE = "grade-0"
    TWO = "grade-2"
    FOUR = "grade-4"


class Watched(CaseFeatures):
    """What only follow-up asks for."""

    recent = Measurement(
        "Count of the month", per_uL, PLATELETS.plausible, latest(PLATELETS, within(30 * days))
    )
    low = Choice(
        "Few platelets",
        Grade,
        Cases(
            (
                (recent < 15_000 * per_uL, Grade.FOUR),
                (recent < 75_000 * per_uL, Grade.TWO),
                (recent >= 75_000 * per_uL, Grade.NONE),
            )
        ),
    )
    since_liver = Measurement(
        "Days since the liver was tested", days, between(0, 40_000, days), DaysSince(LIVER)
    )


def rule(
    id: str,
    when: Condition,
    *do: Action,
    topic: Topic = Topic.MONITORING,
    at: tuple[Stage, ...] = (),
) -> Recommendation:
    """A recommendation of follow-up."""
    return Recommendation(id=id, topic=topic, title=id, when=when, do=do, at=at, warrant=RULE)


COUNTS = rule("counts", Case.disease, Monitor(Case.platelets, 30 * days, "Count", RULE))
TESTED = rule("liver", Case.disease, Monitor(Watched.since_liver, 60 * days, "Liver", RULE))
ON_AGONIST = rule("agonist-counts", Agonist.on, Monitor(Case.platelets, 7 * days, "Weekly", RULE))
SCARCE = rule("scarce", Watched.low.is_(Grade.FOUR), Refer("a ward", "Bed rest.", RULE))
SWEET = rule("sweet", Case.diabetes, Ask(Case.diabetes, "Foot care", RULE), topic=Topic.PREVENTION)
LIVER_ILL = rule(
    "liver-ill",
    all_of(Case.disease, not_(Case.liver)),
    Ask(Case.liver, "Why?", RULE),
    topic=Topic.MANIFESTATION,
)


def followed(*rules: Recommendation) -> Guideline:
    """The guideline with follow-up."""
    made = GUIDELINE.amend(
        id="followed", title="Followed", version="1", because="follow-up", add=rules
    )
    return replace(made, vocabularies=(*made.vocabularies, Watched))


ALL = followed(COUNTS, TESTED, ON_AGONIST, SCARCE, SWEET, LIVER_ILL)


def plan_of(*events: Event, guideline: Guideline = ALL, given: Iterable[Event] = ()) -> Plan:
    """The plan of an adult of whom the disease is known, and these events."""
    base = tuple(given) or facts(platelets=None, bleeding=None, diabetes=None, liver=None)
    return planned((*base, *events), guideline=guideline)


def the(plan: Plan, concept: str = "platelets") -> Look:
    """What is looked at again."""
    return next(one for one in plan.monitoring if one.concept == concept)


@pytest.mark.parametrize(
    ("last", "status", "late", "due"),
    [
        ("2026-10-20", Due.OVERDUE, 1, "2026-11-19"),
        ("2026-10-21", Due.TODAY, 0, "2026-11-20"),
        ("2026-10-22", Due.LATER, 0, "2026-11-21"),
        ("2024-10-21", Due.OVERDUE, 730, "2024-11-20"),
    ],
)
def test_a_thing_is_due_so_long_after_it_was_last_done(
    last: str, status: Due, late: int, due: str
) -> None:
    """To the day, and however old the last time is: the window of the feature does not matter."""
    found = the(plan_of(count(last, 90_000)))
    assert (found.status, found.days, found.due, found.last) == (status, late, due, last)
    assert found.last_value == "90,000/uL"


def test_what_was_never_done_is_due_at_once() -> None:
    """There is nothing to count from."""
    found = the(plan_of())
    assert (found.status, found.last, found.due) == (Due.NEVER, None, "2026-11-20")


@pytest.mark.parametrize(
    ("began", "counted", "status", "due"),
    [
        ("2026-11-10", None, Due.NEVER, "2026-11-17"),
        ("2026-11-15", None, Due.LATER, "2026-11-22"),
        ("2026-11-10", "2024-01-01", Due.OVERDUE, "2026-11-17"),
        ("2026-11-13", "2026-01-01", Due.TODAY, "2026-11-20"),
        ("2026-11-10", "2026-11-16", Due.LATER, "2026-11-23"),
    ],
)
def test_a_rule_about_a_course_counts_from_its_start(
    began: str, counted: str | None, status: Due, due: str
) -> None:
    """What was counted before the drug is not what the drug asks for."""
    events = [course(ELTROMBOPAG, began), *([count(counted, 90_000)] if counted else [])]
    found = the(plan_of(*events, guideline=followed(ON_AGONIST)))
    assert (found.status, found.due) == (status, due)


def test_several_rules_about_one_thing_are_one_line() -> None:
    """The one that is due first speaks, and all give their reasons."""
    found = the(plan_of(course(ELTROMBOPAG, "2026-10-01"), count("2026-11-12", 90_000)))
    assert (found.text, found.due) == ("Weekly", "2026-11-19")
    assert [one.text for one in found.reasons] == ["agonist-counts", "counts"]


def test_a_date_that_is_not_exact_makes_due_no_later_than_it_can_be() -> None:
    """Somewhere in October, so due from the end of October on, and late by 20 days at most."""
    entry = ObservationEntry(
        reference="m",
        status="final",
        date="2026-10",
        concept="platelets",
        value="90000",
        unit="/uL",
    )
    record = structs.replace(recorded(facts(platelets=None)), observations=(entry,))
    made = make(record, ALL, ALL.site(), ON)
    found = the(made)
    assert (found.status, found.days, found.due) == (Due.OVERDUE, 20, "2026-10-31")
    assert found.last == "2026-10-01/2026-10-31"
    assert "up to 20 days" in text(made)


def test_a_newer_result_that_cannot_be_read_is_named_and_counts_as_nothing() -> None:
    """It may have been done; nobody knows what was found."""
    found = the(plan_of(count("2026-10-01", 90_000), unreadable_count("2026-11-19")))
    assert (found.last, found.unreadable, found.status) == (
        "2026-10-01",
        "2026-11-19",
        Due.OVERDUE,
    )


@pytest.mark.parametrize(("word", "status"), [("yes", Due.LATER), ("no", Due.NEVER)])
def test_that_a_thing_was_not_done_is_no_doing(word: str, status: Due) -> None:
    """Days since a sign count from its yes."""
    made = plan_of(Assertion(LIVER.id, on("2026-11-01"), word))
    assert the(made, LIVER.id).status is status


def test_an_event_of_a_later_day_was_not_done_yet() -> None:
    """A record received today may be asked about an earlier day."""
    known = Assertion(DISEASE.id, on("2026-01-01"), "yes")
    record = recorded(facts(known, count("2026-10-01", 90_000), platelets=50_000))
    made = make(record, ALL, ALL.site(), date(2026, 10, 20))
    assert (the(made).last, the(made).status) == ("2026-10-01", Due.LATER)


@pytest.mark.parametrize(
    ("platelets", "grade", "bed"), [(14_999, 4, True), (15_000, 2, False), (75_000, 0, False)]
)
def test_a_grade_is_shown_with_its_value_and_what_it_calls_for(
    platelets: int, grade: int, bed: bool
) -> None:
    """Any choice whose options are called grades is one."""
    made = plan_of(count("2026-11-19", platelets))
    assert [one.grade for one in made.toxicity] == ([grade] if grade else [])
    for one in made.toxicity:
        assert one.values[0].value.endswith("/uL")
        assert one.warrants == ("T2",)
    assert bool(made.alerts) is bed


def test_nothing_of_it_is_an_option_of_the_pathway() -> None:
    """Follow-up stands beside the pathway."""
    made = plan_of(given=facts(diabetes="yes", liver="no"))
    plain = plan_of(given=facts(diabetes="yes", liver="no"), guideline=GUIDELINE)
    assert made.options == plain.options
    assert [one.text for one in made.prevention] == ["Foot care"]
    assert [one.text for one in made.manifestations] == ["Why?"]
    assert (plain.monitoring, plain.prevention, plain.questions) == ((), (), ())


@pytest.mark.parametrize("platelets", [None, 12_000, 90_000])
def test_follow_up_changes_nothing_of_what_is_missing(platelets: int | None) -> None:
    """The limits of a toxicity are no answers to suppose on the pathway."""
    given = facts(platelets=platelets, bleeding=None, liver=None)
    made, plain = plan_of(given=given), plan_of(given=given, guideline=GUIDELINE)
    assert made.missing == plain.missing
    assert pathway_of(ALL).vocabularies == GUIDELINE.vocabularies
    assert pathway_of(GUIDELINE) is GUIDELINE


@pytest.mark.hazard("H12")
def test_what_may_apply_is_asked_once_for_each_fact() -> None:
    """Nobody said anything of diabetes or platelets: two questions, the pressing one first."""
    asked = {one.concept: one for one in plan_of().questions}
    assert set(asked) == {DIABETES.id, LIVER.id, PLATELETS.id, ELTROMBOPAG.id}
    assert asked[PLATELETS.id].decides == ("scarce",)
    assert asked[PLATELETS.id].pressing
    assert plan_of().questions[0].concept == PLATELETS.id
    assert asked[DIABETES.id].answers == ("yes", "no")
    assert asked[ELTROMBOPAG.id].kind == "treatment"


def test_a_rule_for_a_stage_holds_there_alone() -> None:
    """At one of two stages that the record allows, it is a question without an answer."""
    here = rule("here", Case.disease, Monitor(Case.platelets, 30 * days, "x", RULE))
    at = replace(here, at=(Stage.AGONIST,))
    assert plan_of(guideline=followed(at)).monitoring == ()
    treated = plan_of(course(ELTROMBOPAG, "2026-10-01"), guideline=followed(at))
    assert the(treated).text == "x"


def test_nobody_outside_the_scope_is_followed() -> None:
    """The disease was refuted."""
    made = plan_of(given=facts(disease="no", diabetes="yes"))
    assert (made.monitoring, made.prevention, made.toxicity, made.questions) == ((), (), (), ())
    assert "MONITORING" not in text(made)


def test_the_text_shows_dangers_and_what_is_due() -> None:
    """Grades and people to bring in first, then what is overdue, then what is later."""
    said = text(plan_of(count("2026-10-01", 9_000), count("2026-11-19", 9_000)))
    lines = said[said.index("MONITORING") : said.index("MISSING")].splitlines()
    assert lines[1].startswith("  ! grade 4 - Few platelets: Count of the month: 9000/uL")
    assert lines[2].startswith("  ! Bring in a ward.")
    assert any(line.startswith("  ◷ NEVER DONE: Liver (liver) [T2]") for line in lines)
    assert any("not yet due: 2026-12-19 Count" in line for line in lines)
