"""The shared-care summary: what one clinician tells another, on one page."""

from __future__ import annotations

import json

import msgspec
import pytest
from tests.care.reading import Fact, vignettes
from tests.care.records import planned, record_of
from tests.cli.commands import EXAMPLES, ON, ferrata

from ferrata.alps import catalogue
from ferrata.alps.care.concepts import Vaccine
from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.events import Sign
from ferrata.plan.lines import WIDTH
from ferrata.plan.model import NOTICE
from ferrata.plan.shared_care import SharedCare, shared_care, summary_text

CASES = {one.id: one.facts for one in vignettes()}


def summarized(*facts: Fact) -> SharedCare:
    """The summary of whom these facts say."""
    return shared_care(
        planned(facts),
        record_of(facts),
        RECONCILED,
        treatments={one.id: one.label for one in catalogue.TREATMENTS},
        vaccines={one.id: one.label for one in vars(Vaccine).values() if isinstance(one, Sign)},
    )


@pytest.mark.statement("R57")
@pytest.mark.statement("R70")
@pytest.mark.statement("A18")
def test_a_child_without_a_spleen_is_handed_over_with_the_fever_plan() -> None:
    """C41: the diagnosis with its day, the fever plan, and the vaccines that were given."""
    made = summarized(*CASES["C41"])
    assert "ALPS, confirmed or probable: yes (2020-03-01)" in made.diagnosis
    assert any("parenteral antibiotic at once" in one.text for one in made.act)
    assert [(one.label, one.start) for one in made.vaccines] == [
        ("Pneumococcal conjugate vaccine", "2022-04-01"),
        ("Meningococcal ACWY vaccine", "2021-11-19"),
        ("Influenza vaccine", "2025-11-20"),
    ]
    said = summary_text(made)
    assert said.index("ACT ON THIS") < said.index("FOLLOW-UP")
    assert "Influenza vaccine 2025-11-20" in " ".join(said.split())


def test_treatments_are_told_with_their_days() -> None:
    """C40: rituximab in May 2023 and nothing now."""
    made = summarized(*CASES["C40"])
    assert [(one.label, one.start, one.end) for one in made.earlier] == [
        ("rituximab", "2023-05-01", "2023-05-22")
    ]
    assert made.current == ()
    assert "now: none on record" in summary_text(made)
    now = summarized(*CASES["C9"]).current
    assert [(one.label, one.start) for one in now] == [("sirolimus", "2026-10-10")]


def test_what_is_contraindicated_is_not_handed_over_as_advice() -> None:
    """C54: sirolimus for lymphoproliferation where no levels can be measured, with its level."""
    said = summary_text(summarized(*CASES["C54"]))
    line = next(one for one in said.splitlines() if "Sirolimus shrinks" in one)
    assert "contraindicated: " in line


def test_of_an_empty_record_the_summary_says_so() -> None:
    """No diagnosis, no treatment, no vaccine on record is not none."""
    said = summary_text(summarized())
    for words in ("no diagnosis on record", "now: none on record", "not the same as none given"):
        assert words in said


@pytest.mark.parametrize("id", ["C9", "C16", "C35", "C41", "C53", "C62"])
def test_it_is_one_page_that_can_be_printed(id: str) -> None:
    """At most 75 lines of at most 100 columns, and all that must not be given stands there."""
    made = summarized(*CASES[id])
    lines = summary_text(made).splitlines()
    assert len(lines) <= 75
    assert all(len(line) <= WIDTH for line in lines)
    flat = " ".join(" ".join(lines).split())
    for banned in made.must_not:
        assert " ".join(banned.text.split()) in flat


def test_it_reads_back_as_it_was() -> None:
    """The JSON loses nothing."""
    made = summarized(*CASES["C41"])
    assert msgspec.json.decode(msgspec.json.encode(made), type=SharedCare) == made


@pytest.mark.hazard("H20")
def test_the_command_prints_it_for_an_example() -> None:
    """With who spoke, of whom and that the clinician decides; and the same as JSON."""
    path = EXAMPLES / "sirolimus-failure.json"
    ran = ferrata("summary", path, "--on", ON)
    assert ran.code == 0
    assert NOTICE.split(".")[0] in ran.out
    assert "sirolimus since 2026-03-02" in ran.out
    assert "not clinically" in ran.out
    made = json.loads(ferrata("summary", path, "--on", ON, "--json").out)
    assert made["notice"] == NOTICE
    assert made["guideline"]["hash"]
    assert made["current"][0]["label"] == "sirolimus"


def test_an_answer_of_today_is_taken_in() -> None:
    """Whether there is a spleen decides the fever plan."""
    path = EXAMPLES / "sirolimus-failure.json"
    ran = ferrata("summary", path, "--on", ON, "--answer", "asplenia=yes")
    assert "parenteral antibiotic at once" in " ".join(ran.out.split())


def test_a_day_that_is_none_is_refused_with_a_way_out() -> None:
    """The message says how to write it."""
    ran = ferrata("summary", EXAMPLES / "empty.json", "--on", "20.11.2026")
    assert ran.code != 0
    assert "2026-11-20" in " ".join(ran.err.split())
