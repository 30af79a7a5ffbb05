"""`ferrata taper`: what is typed, what is written, what is refused and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.commands import EXAMPLES, Ran, ferrata
from typer.testing import CliRunner

from ferrata.cli.root import app

ON = ("--on", "2026-11-21")
START = ("taper", "prednisone", "--start", "2026-11-21", *ON)


def here(*arguments: str | Path) -> Ran:
    """Run the command in this process, which is faster and enough where only words matter."""
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    return Ran(done.exit_code, done.stdout, done.stderr, 0, 0)


def said(ran: Ran) -> dict[str, Any]:
    """The JSON of a command that went well."""
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def first(folder: Path) -> Path:
    """The file of a plan of 40 mg."""
    path = folder / "plan.json"
    path.write_text(here(*START, "--dose", "40mg", "--json").out, encoding="utf-8")
    return path


@pytest.mark.hazard("H25")
def test_a_plan_is_made_written_and_replaced(tmp_path: Path):
    """Calendar and page come with the JSON in one go; the next plan names the older one."""
    older = first(tmp_path)
    ics, html = tmp_path / "new.ics", tmp_path / "new.html"
    ran = ferrata(
        *("taper", "prednisone", "--start", "2026-12-20", "--on", "2026-12-20", "--dose", "40mg"),
        *("--from-plan", older, "--breakthrough-on", "2026-12-19"),
        *("--ics", ics, "--html", html, "--json"),
    )
    made = said(ran)
    assert made["replaces"][0]["id"] == json.loads(older.read_bytes())["id"]
    assert b"STATUS:CANCELLED" in ics.read_bytes()
    assert made["id"] in html.read_text(encoding="utf-8")
    assert made["flags"]


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path):
    """The older calendar may be the only copy of what was given."""
    path = tmp_path / "old.ics"
    path.write_bytes(b"old")
    ran = here(*START, "--dose", "40mg", "--ics", path)
    assert ran.code == 2
    assert "is there already" in ran.err
    assert path.read_bytes() == b"old"
    assert not ran.out


@pytest.mark.hazard("H02")
@pytest.mark.hazard("H03")
@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        (("--dose", "40"), 2, "in mg"),
        (("--dose", "40mcg"), 2, "in mg"),
        (("--dose", "4_0mg"), 2, "in mg"),
        (("--dose", "<40mg"), 2, "in mg"),
        (("--dose", "40mg", "--mg-per-kg", "2"), 2, "--mg-per-kg"),
        ((), 2, "--dose 40mg"),
        (("--mg-per-kg", "2"), 2, "--weight"),
        (("--mg-per-kg", "2", "--weight", "20"), 2, "kg or lb"),
        (("--mg-per-kg", "2,5", "--weight", "20kg"), 2, "no number"),
        (("--dose", "40mg", "--weeks", "10", "--days", "70"), 2, "not both"),
        (("--dose", "40mg", "--course", "weaning"), 2, "pulse"),
        (("--dose", "40mg", "--products", "prednisone-7"), 2, "prednisone-5"),
        (("--dose", "40mg", "--label", "A" * 41), 2, "40 letters"),
        (("--dose", "40mg", "--breakthrough-on", "2026-12-01"), 2, "belong together"),
        (("--dose", "40mg", "--from-plan", "x.json"), 2, "After missed doses"),
        (("--dose", "40mg", "--replaces", "no-such.json"), 3, "cannot be opened"),
        (("--dose", "80mg"), 4, "at most 60 mg"),
        (("--dose", "40mg", "--weeks", "7"), 4, "week 8"),
        (("--dose", "40mg", "--weight", "10kg"), 4, "10 to 20 mg"),
        (("--dose", "40mg", "--products", "prednisone-50"), 4, "40 mg a day"),
    ],
)
def test_what_cannot_be_planned_says_why(typed: tuple[str, ...], code: int, says: str):
    """Wrong usage, an unreadable file, or a refusal; nothing on standard output."""
    ran = here(*START, *typed)
    assert ran.code == code, ran.err
    assert says in " ".join(ran.err.split())
    assert "Traceback" not in ran.err
    assert not ran.out


def test_a_drug_without_a_declared_course_is_refused():
    """No source says how it ends."""
    ran = here("taper", "vincristine", "--start", "2026-11-21", "--dose", "1mg")
    assert ran.code == 4
    assert "no course" in ran.err
    unknown = here("taper", "prednisoon", "--start", "2026-11-21", "--dose", "1mg")
    assert unknown.code == 2
    assert "did you mean" in unknown.err


def test_a_drug_of_another_name_is_planned_as_what_it_is_read_as():
    """The products are those of the drug that is named on standard error and in the plan."""
    ran = here("taper", "deltasone", *START[2:], "--dose", "40mg")
    assert ran.code == 0
    assert "planned as prednisone" in ran.err
    assert "TAPER OF PREDNISONE" in ran.out
    assert not here(*START, "--dose", "40mg").err


@pytest.mark.hazard("H10")
@pytest.mark.hazard("H12")
def test_the_weight_of_a_record_is_used_while_it_is_fresh():
    """Later it is asked for; the plan says where it comes from, and never who it is."""
    record = EXAMPLES / "confirmed-second-agent.json"
    fresh = here(
        *("taper", "prednisone", "--start", "2026-11-20", "--on", "2026-11-20"),
        *("--mg-per-kg", "1", "--record", record, "--json"),
    )
    made = said(fresh)
    assert any("on record" in one for one in made["arithmetic"])
    assert made["for_whom"] == ""
    assert len(made["subject"]) == 16
    patient = json.loads(record.read_bytes())["entry"][0]["resource"]
    assert patient["id"] not in fresh.out
    stale = here(
        *("taper", "prednisone", "--start", "2027-11-20", "--on", "2027-11-20"),
        *("--mg-per-kg", "1", "--record", record),
    )
    assert stale.code == 4
    assert "--weight" in stale.err


def test_a_site_with_scored_tablets(tmp_path: Path):
    """Its products are used, and its cap stands in the plan."""
    site = tmp_path / "site.toml"
    site.write_text(
        '[parameters]\nprednisone-cap = "50 mg/d"\n[products.prednisone-5]\n'
        'treatment = "prednisone"\nform = "tablet"\nstrength = "5 mg"\nstep = "0.5"\n',
        encoding="utf-8",
    )
    made = said(here(*START, "--dose", "40mg", "--site", site, "--json"))
    assert made["settings"] == {"prednisone-cap": "50"}
    assert [one["mg_per_day"] for one in made["steps"]] == [
        *("40", "35", "32.5", "27.5", "25", "20", "15", "12.5", "7.5", "5"),
    ]
    assert here(*START, "--dose", "55mg", "--site", site).code == 4


def test_a_note_is_printed_instead_of_the_text():
    """Narrow and plain."""
    ran = here(*START, "--dose", "40mg", "--note")
    assert ran.code == 0
    assert ran.out.isascii()
    assert all(len(line) <= 80 for line in ran.out.splitlines())
