"""A sheet: a draft shows the clinician everything, a release shows the family only the text."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from ferrata.alps.handouts import HANDOUTS, READERS
from ferrata.alps.sources import SOURCES
from ferrata.guideline.errors import GuidelineError, WarrantMissing
from ferrata.guideline.evidence import Assumption, Source, Statement, Warrants
from ferrata.guideline.handout import Handout, Paragraph, read_handout
from ferrata.plan.handout import CLOSING, DRAFT, Release, Sheet, release, sheet, sheet_text
from ferrata.plan.model import NOTICE

ONE = Statement("S1", "S", "Tea is hot", "L1")
TWO = Assumption("A1", "tea is for everybody", "nobody refused", "not clinically reviewed")
WARRANTS = Warrants((ONE, TWO))
TEA = """\
# Tea

## When it is hot

Wait a little.
Then drink. [S1 A1]

Ask for more. [A1]
"""
DAY = date(2026, 11, 20)


def made(released: Release | None = None, markdown: str = TEA) -> Sheet:
    """The sheet about tea."""
    handout = read_handout("tea", "drinks", markdown, WARRANTS)
    return sheet(handout, [Source("S", "The book of tea", 1906)], "For guests.", released)


def test_a_text_is_read_with_its_headings_and_warrants():
    """A heading belongs to the paragraph below it; lines of a paragraph are one."""
    assert read_handout("tea", "drinks", TEA, WARRANTS) == Handout(
        "tea",
        "drinks",
        "Tea",
        (
            Paragraph("Wait a little. Then drink.", (ONE, TWO), "When it is hot"),
            Paragraph("Ask for more.", (TWO,)),
        ),
    )


@pytest.mark.parametrize(
    ("markdown", "line", "what"),
    [
        ("# Tea\n\nDrink.\n", 3, "does not say what it rests on"),
        ("# Tea\n\n\n[S1]\n", 4, "does not say what it rests on"),
        ("# Tea\n\n# Milk\n\nDrink. [S1]\n", 3, "does not say what it rests on"),
        ("Drink. [S1]\n", 1, "lacks a title"),
        ("# Tea\n", 1, "lacks a title, a paragraph"),
        ("# Tea\n\nDrink. [S1]\n\n## More\n", 1, "below its last heading"),
        ("", 1, "lacks a title"),
    ],
)
def test_a_text_with_a_hole_is_refused_at_its_line(markdown: str, line: int, what: str):
    """What, where, why and what to write."""
    with pytest.raises(GuidelineError, match=what) as caught:
        read_handout("tea", "drinks", markdown, WARRANTS)
    assert str(caught.value.where) == f"tea.md:{line}"


def test_an_id_that_names_nothing_is_refused():
    """A paragraph cannot rest on what is not there."""
    with pytest.raises(WarrantMissing, match="S9"):
        read_handout("tea", "drinks", "# Tea\n\nDrink. [S9]\n", WARRANTS)


def test_a_draft_shows_the_clinician_what_each_paragraph_rests_on():
    """With source and review, and says first and last that it is a draft."""
    lines = sheet_text(made()).splitlines()
    assert lines[0] == DRAFT
    assert lines[-2].startswith(DRAFT)
    assert "    [S1 A1]" in lines
    assert "S1  Tea is hot [The book of tea]" in lines
    assert "A1  tea is for everybody [assumption, not clinically reviewed]" in lines
    assert NOTICE in " ".join(lines)
    assert "Released" not in sheet_text(made())


def test_a_released_sheet_names_who_and_when_and_shows_the_family_the_text_alone():
    """No ids, no sources, no draft."""
    text = sheet_text(made(release("Dr. A. Example", DAY)))
    assert text.startswith(
        "Tea\n===\n\nFor guests.\n\nWhen it is hot\n--------------\nWait a little."
    )
    assert "Released by Dr. A. Example on 2026-11-20. ferrata " in text
    assert " ".join(CLOSING.split()) in " ".join(text.split())
    for hidden in (DRAFT, "S1", "A1", "The book of tea", "assumption"):
        assert hidden not in text


def test_the_version_of_the_text_is_that_of_its_words():
    """A release does not change it, another word does; it stands on the sheet."""
    draft = made()
    assert made(release("Dr. A. Example", DAY)).text_hash == draft.text_hash
    assert made(markdown=TEA.replace("little", "while")).text_hash != draft.text_hash
    assert made(markdown=TEA.replace("When it", "While it")).text_hash != draft.text_hash
    assert f"text {draft.text_hash[:12]}" in sheet_text(draft)


@pytest.mark.parametrize("name", ["", "  ", "\n\t"])
def test_nobody_cannot_release(name: str):
    """A clinician answers for the text."""
    with pytest.raises(ValueError, match="names the clinician"):
        release(name, DAY)


def test_a_name_cannot_drive_the_terminal_or_add_a_line():
    """It is untrusted text."""
    text = sheet_text(made(release("Dr.\nA. \x1b[31mRed", DAY)))
    assert "\x1b" not in text
    assert "Released by Dr. A. " in text


@pytest.mark.parametrize("topic", HANDOUTS)
def test_every_sheet_fits_the_page_and_survives_json(topic: str):
    """80 columns; the JSON holds the same sheet."""
    one = sheet(HANDOUTS[topic], SOURCES, READERS, release("Dr. A. Example", DAY))
    assert max(map(len, sheet_text(one).splitlines())) <= 80
    assert msgspec.json.decode(msgspec.json.encode(one), type=Sheet) == one
    draft = sheet(HANDOUTS[topic], SOURCES, READERS)
    assert {w.id for w in draft.warrants} == {id for p in draft.paragraphs for id in p.rests_on}
    assert all(w.source or w.review for w in draft.warrants)
