"""A plan as text and as a note: whole numbers, narrow lines, nothing that is not ASCII."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.taper.plans import ON, planned, restarted

from ferrata.alps.tapers import PREDNISONE, PULSE, WEANING
from ferrata.plan.model import NOTICE
from ferrata.plan.taper import TaperPlan, taper_note, taper_text
from ferrata.plan.taper.note import ascii_only, narrow
from ferrata.plan.taper.words import length, long_date

FIRST = planned()
SECOND = restarted(FIRST)
ALL = [FIRST, SECOND, planned(PULSE), planned(WEANING[0], dose=Decimal(1000))]
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)? (?:mg|mL|tablets?)\b")


def in_order(made: TaperPlan, said: str) -> bool:
    """Whether every step stands in the text, in order: first and last day, dose and pieces."""
    where = 0
    for one in made.steps:
        for word in (str(one.first), str(one.last), str(one.mg_per_day), str(one.each[0].count)):
            where = said.find(word, where)
            if where < 0:
                return False
    return True


@pytest.mark.hazard("H31")
@pytest.mark.parametrize("made", ALL, ids=lambda made: made.course)
def test_text_and_note_hold_every_step(made: TaperPlan):
    """In order, with what has to be prescribed, and the notice at the end."""
    for said in (taper_text(made), taper_note(made)):
        assert in_order(made, said)
        assert made.id in said
        for one in made.supplies:
            assert f"{one.count} " in said
        assert " ".join(NOTICE.split()) in " ".join(said.split())
        assert made.guideline.hash[:12] in said


@pytest.mark.hazard("H31")
@given(
    st.sampled_from([Decimal(n) / 2 for n in range(12, 121)]),
    st.text(max_size=40).map(lambda text: " ".join(text.split())),
)
def test_a_note_is_narrow_ascii_and_no_number_leaves_its_unit(dose: Decimal, label: str):
    """At most 80 columns, no tab, no line that begins with a unit; for any name."""
    made = planned(PREDNISONE, "prednisone-solution", dose=min(dose, Decimal(30)), for_whom=label)
    said = taper_note(made)
    assert said.isascii()
    for line in said.splitlines():
        assert len(line) <= 80
        assert "\t" not in line
        assert line == line.rstrip()
        assert not re.match(r"\s*(mg|mL|tablets?|capsules?|days?|weeks?|months?)\b", line), line
        assert not re.search(r"[0-9]\.?$", line) or re.search(r"[-/(]?[0-9]\.?$", line)
    assert in_order(made, said)


@pytest.mark.hazard("H31")
@pytest.mark.parametrize("unit", ["mg a day", "mL", "tablets of 5 mg", "days", "months"])
def test_wherever_a_line_ends_a_number_keeps_its_unit(unit: str):
    """Words of every length before it."""
    for before in range(50, 90):
        lines = list(narrow(f"{'x ' * (before // 2)}{'y' * (before % 2)} give 12.5 {unit} now"))
        assert any(f"12.5 {unit.split(maxsplit=1)[0]}" in line for line in lines), lines
        assert all(len(line) <= 80 for line in lines)


@pytest.mark.hazard("H31")
def test_no_number_is_cut_at_the_end_of_a_line():
    """Every number with its unit in the running text stands whole in the note."""
    said = taper_note(SECOND)
    running = " ".join(said.split())
    lines = said.splitlines()
    for found in NUMBER.findall(running):
        assert any(found in line for line in lines), found


def test_text_is_at_most_100_columns():
    """Also with a long name."""
    for made in (*ALL, planned(for_whom="W" * 40)):
        assert all(len(line) <= 100 for line in taper_text(made).splitlines())


@pytest.mark.hazard("H25")
def test_text_and_note_name_what_is_replaced_and_the_dependence():
    """With the day from which the older plan is void."""
    for said in (taper_text(SECOND), taper_note(SECOND)):
        running = " ".join(said.split())
        assert f"eplaces plan of 2026-11-21 ({FIRST.id})" in running
        assert "void from 2026-12-20" in running
        assert "breakthrough on 2026-12-19" in running
        assert "dependence" in running
        assert "Stress doses" in said or "STRESS DOSES" in said


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Zoë Müller", "Zoe Muller"),
        ("≥ 3 × 5 mg – ½", ">= 3 x 5 mg - 1?2"),
        ("日本", "??"),
        ("a\tb\u202ec", "a?b?c"),
    ],
)
def test_ascii_keeps_what_it_can(text: str, plain: str):
    """Letters lose their marks; what has no like is a question mark, not nothing."""
    assert ascii_only(text) == plain


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (7, "1 week"),
        (8, "1 week and 1 day"),
        (70, "10 weeks"),
        (99, "14 weeks and 1 day"),
    ],
)
def test_a_length_in_words(days: int, words: str):
    """Weeks, and what is left in days."""
    assert length(days) == words


def test_a_date_that_nobody_can_misread():
    """Weekday and month in letters."""
    assert long_date(ON) == "Sat 21 November 2026"
    assert long_date(date(2028, 2, 29)) == "Tue 29 February 2028"
