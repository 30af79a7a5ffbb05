"""``ferrata handout`` as a clinician types it."""

from __future__ import annotations

import json

import pytest
from tests.cli.commands import ferrata

from ferrata.alps.handouts import HANDOUTS
from ferrata.plan.handout import DRAFT
from ferrata.plan.model import NOTICE


def test_alone_it_lists_every_topic_under_its_group():
    """With its title, and the notice first."""
    ran = ferrata("handout")
    assert (ran.code, ran.err) == (0, "")
    assert " ".join(ran.out.split()).startswith(NOTICE)
    for one in HANDOUTS.values():
        assert f"\n  {one.id} " in ran.out
        assert f"  {one.title}\n" in ran.out
    assert ran.out.index("\nQuestions") < ran.out.index("\nMedicines") < ran.out.index("\nSit")


def test_the_list_is_data_too():
    """One row per topic."""
    rows = json.loads(ferrata("handout", "--json").out)
    assert [row["topic"] for row in rows["topics"]] == list(HANDOUTS)


def test_a_topic_is_a_draft_until_somebody_releases_it():
    """Then it says who, and which day."""
    assert ferrata("handout", "tapering-steroids").out.startswith(DRAFT)
    ran = ferrata(
        "handout", "tapering-steroids", "--released-by", "Dr. A. Example", "--on", "2026-11-20"
    )
    assert ran.code == 0
    assert "DRAFT" not in ran.out
    assert "Released by Dr. A. Example on 2026-11-20." in ran.out


def test_json_says_whether_it_is_released():
    """And holds what each paragraph rests on, in both."""
    draft = json.loads(ferrata("handout", "rituximab", "--json").out)
    assert draft["released"] is None
    ran = ferrata("handout", "rituximab", "--released-by", "E", "--on", "2026-11-20", "--json")
    sheet = json.loads(ran.out)
    assert sheet["released"] == {"by": "E", "on": "2026-11-20"}
    assert sheet["paragraphs"] == draft["paragraphs"]
    assert all(one["rests_on"] for one in sheet["paragraphs"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("aspirin",), "there is no handout 'aspirin'"),
        (("rituximab", "--released-by", " "), "names the clinician who answers"),
        (("rituximab", "--on", "2026-11-20"), "say whose with --released-by"),
        (("rituximab", "--released-by", "E", "--on", "today"), "'today' is no day"),
        (("--released-by", "E"), "say which topic"),
    ],
)
def test_a_slip_is_answered_with_what_to_write(arguments: tuple[str, ...], said: str):
    """And nothing is printed that could be handed out."""
    ran = ferrata("handout", *arguments)
    assert ran.code == 2
    assert said in " ".join(ran.err.replace("│", " ").split())
    assert ran.out == ""
