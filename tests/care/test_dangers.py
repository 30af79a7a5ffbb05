"""What must never happen with follow-up, whatever is recorded or forgotten."""

from __future__ import annotations

import pytest
from tests.care.reading import Fact, Vignette, vignettes
from tests.care.records import followed, planned

from ferrata.alps.care.rules import CARE
from ferrata.guideline.actions import Give, Monitor, Refer
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.pathway import Topic
from ferrata.plan import Level, Plan
from ferrata.plan.care import Care
from ferrata.plan.model import Option
from ferrata.plan.text import text

TITLES = {one.id: one.title for one in CARE}


def advised(plan: Plan | Care) -> tuple[Option, ...]:
    """Everything of follow-up that is done once."""
    return (*plan.alerts, *plan.prevention, *plan.manifestations)


def dangers(plan: Plan | Care) -> set[str]:
    """The titles of rules that bring somebody in."""
    return {
        TITLES[one.id.rpartition("/")[0]] for one in advised(plan) if one.kind == Refer.__name__
    }


def open_to(plan: Plan | Care) -> set[str]:
    """The titles of rules that wait for an answer."""
    return {title for one in plan.questions for title in one.decides}


@pytest.mark.hazard("H12")
@pytest.mark.parametrize("vignette", vignettes(), ids=lambda one: one.id)
def test_forgetting_a_fact_never_removes_a_danger(vignette: Vignette) -> None:
    """Without all that is said of one thing, a danger stands or is asked about.

    The review of the treatments is forgotten first: it says that what is not recorded was not
    given.
    """
    facts = [one for one in vignette.facts if one.what != "treatments"]
    before = dangers(followed(facts))
    for what in {one.what for one in facts} if before else ():
        less: list[Fact] = [one for one in facts if one.what != what]
        made = followed(less)
        assert before <= dangers(made) | open_to(made), what


@pytest.mark.parametrize("vignette", vignettes(), ids=lambda one: one.id)
def test_follow_up_never_offers_what_must_not_be_given(vignette: Vignette) -> None:
    """The cautions and gates of the pathway hold for manifestations too."""
    made = planned(vignette.facts)
    banned = {label for one in made.must_not for label in one.treatments}
    for one in advised(made):
        if one.treatment is not None and one.level is Level.OFFERED:
            assert not any(label.startswith(one.treatment) for label in banned)


def test_follow_up_gives_no_dose() -> None:
    """What follow-up says rests on remembered facts in part, and none of those yields a dose."""
    assert not [one for one in CARE for action in one.do if isinstance(action, Give)]


def test_what_is_remembered_is_said_to_be() -> None:
    """Each grade that was read from no page is an assumption that says so."""
    used = {
        w.id: w for one in CARE for w in (*one.warrant, *(x for a in one.do for x in a.warrant))
    }
    for id in ("A207", "A208", "A209", "A210", "A214", "E057u", "E063u"):
        entry = used[id]
        assert isinstance(entry, Assumption)
        assert entry.review.startswith("unverified")


def test_every_rule_has_a_topic_of_its_own() -> None:
    """None of them can become an option of the pathway."""
    assert not [one.id for one in CARE if one.topic is Topic.PATHWAY]
    assert {one.topic for one in CARE} == set(Topic) - {Topic.PATHWAY}
    assert any(isinstance(action, Monitor) for one in CARE for action in one.do)


def test_an_empty_record_is_followed_by_questions_only() -> None:
    """Nothing is known, so nothing is due, and everything is open."""
    made = planned(())
    assert (made.monitoring, made.toxicity, advised(made)) == ((), (), ())
    assert len(open_to(made)) > 40


def test_a_plan_with_follow_up_is_no_wall() -> None:
    """A child on sirolimus of whom all is known has few lines of it."""
    sirolimus = next(one for one in vignettes() if one.id == "C9")
    said = text(planned(sirolimus.facts))
    section = said[said.index("MONITORING") : said.index("MISSING")]
    assert len(section.splitlines()) < 25
