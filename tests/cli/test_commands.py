"""Every command, whoever wrote it: its group, its example, its JSON, its exit codes."""

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main
from tests.cli.commands import EXAMPLES, ON, ROOT, example, ferrata, patient, run
from tests.cli.reference import commands_page
from tests.cli.test_schemas import PRINTED

from ferrata.cli.app import app
from ferrata.cli.commands import COMMANDS, EXIT_CODES, GROUPS
from ferrata.cli.schemas import SCHEMAS

APP: Any = typer.main.get_command(app)
NAMES = sorted(APP.commands)
GOOD = EXAMPLES / "confirmed-second-agent.json"


def options(name: str) -> set[str]:
    """The options of a command, as typed."""
    return {one for parameter in APP.commands[name].params for one in parameter.opts}


def test_every_command_is_described_and_nothing_else_is():
    """A new command fails here until it says its group, example, JSON and exit codes."""
    assert set(COMMANDS) == set(NAMES)
    assert {one.group for one in COMMANDS.values()} == set(GROUPS)


@pytest.mark.parametrize("name", NAMES)
def test_a_command_prints_json_by_a_published_schema_or_says_why_not(name: str):
    """Exactly one of the two."""
    about = COMMANDS[name]
    assert bool(about.schemas) != bool(about.no_json)
    assert ("--json" in options(name)) == bool(about.schemas)
    for schema in about.schemas:
        assert schema in SCHEMAS
        assert PRINTED[schema][0] == name, "tests/cli/test_schemas.py holds its JSON to its schema"


def test_every_schema_belongs_to_a_command():
    """But that of the record, which the Python interface writes."""
    named = {schema for one in COMMANDS.values() for schema in one.schemas}
    assert set(SCHEMAS) - named == {"record"}


@pytest.mark.parametrize("name", NAMES)
def test_help_shows_an_example_that_works(name: str, tmp_path: Path):
    """With files and names of this checkout in place of those that stand for the reader's."""
    about = COMMANDS[name]
    helped = ferrata(name, "--help")
    assert helped.code == 0
    said = " ".join(helped.out.split())
    assert f"Example: ferrata {about.example}" in said or f"Example: {about.example}" in said
    assert {"--language", "--color"} <= options(name)
    if about.example.startswith("eval") or name == "prove":
        return  # tests/cli/test_completion.py and tests/prove hold these
    typed = about.example.replace("patient.json", str(GOOD)).replace("records/*.json", str(GOOD))
    typed = typed.replace("NAME", "prednisone").replace("OTHER", "methylprednisolone")
    if "--on" in options(name) and "--on" not in typed and name != "handout":
        typed += f" --on {ON}"
    ran = ferrata(*shlex.split(typed))
    assert ran.code in {0, 4} & set(about.codes), ran.err
    assert ran.out
    del tmp_path


def test_the_help_lists_every_command_in_its_group_with_a_whole_sentence():
    """Nothing is cut with dots."""
    ran = ferrata("--help")
    assert "..." not in ran.out.replace("[ARGS]...", "")
    places = [ran.out.index(f"{group}:") for group in GROUPS]
    assert places == sorted(places)
    for name in NAMES:
        assert f"\n  {name} " in ran.out
    for code in EXIT_CODES:
        assert f"{code} {EXIT_CODES[code]}" in " ".join(ran.out.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_command_used_wrongly_ends_with_2(name: str):
    """Each has 2 among its codes."""
    assert ferrata(name, "--sideways").code == 2
    assert 2 in COMMANDS[name].codes
    assert set(COMMANDS[name].codes) <= set(EXIT_CODES)


TAKES_A_RECORD = sorted(name for name in NAMES if "patient.json" in COMMANDS[name].example)


@pytest.mark.parametrize("name", TAKES_A_RECORD)
def test_a_record_that_cannot_be_read_ends_with_3(name: str, tmp_path: Path):
    """Every command that reads one."""
    path = tmp_path / "record.json"
    path.write_text("{", encoding="utf-8")
    ran = ferrata(name, path)
    assert (ran.code, ran.out) == (3, "")
    assert 3 in COMMANDS[name].codes


@pytest.mark.parametrize("name", TAKES_A_RECORD)
def test_a_record_that_would_be_unsafe_to_answer_ends_with_4(name: str, tmp_path: Path):
    """Born in the future; ``inspect`` lists it and refuses all the same, or says so."""
    bundle = example("emergency")
    patient(bundle)["birthDate"] = "2099-01-01"
    path = tmp_path / "record.json"
    path.write_text(json.dumps(bundle), encoding="utf-8")
    ran = ferrata(name, path)
    if name == "inspect":
        assert ran.code == 4 or "2099-01-01" in ran.out + ran.err
    else:
        assert (ran.code, ran.out) == (4, "")
        assert 4 in COMMANDS[name].codes


BROKEN = """
import sys
import ferrata.plan.json
def broken(made):
    raise ZeroDivisionError("broken on purpose")
sys.modules["ferrata.plan.json"].as_json = broken
sys.argv = ["ferrata", *sys.argv[1:]]
from ferrata.cli import main
main()
"""


def test_a_mistake_of_the_program_ends_with_70_and_no_traceback():
    """And says so; with FERRATA_DEBUG it shows where."""
    arguments = ("plan", str(GOOD), "--on", ON, "--json")
    ran = run([sys.executable, "-c", BROKEN, *arguments])
    assert (ran.code, ran.out) == (70, "")
    assert "a mistake of the program, not yours (ZeroDivisionError: broken on purpose)" in ran.err
    assert "Traceback" not in ran.err
    assert "Traceback" in run([sys.executable, "-c", BROKEN, *arguments], FERRATA_DEBUG="1").err


def test_an_answer_that_is_bad_ends_with_1():
    """The literal figure is not proved."""
    ran = ferrata("prove", "rao-2015-figure", "--json")
    assert ran.code == 1
    said = json.loads(ran.out)
    assert said["proved"] is False
    against = [one for one in said["verdicts"] if one["outcome"] == "counterexample"]
    assert against
    assert all(one["counterexample"] for one in against)
    assert ran.err == ""  # no progress when nobody watches


def test_the_page_of_commands_is_current():
    """It is written by scripts/docs."""
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert page == commands_page()
