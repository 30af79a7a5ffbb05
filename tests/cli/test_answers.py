"""What the commands print when all is well, and what they load to do it."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests.cli.commands import (
    EXAMPLES,
    FERRATA,
    ON,
    ROOT,
    count,
    example,
    ferrata,
    patient,
    plan,
    run,
    with_resource,
)

from ferrata.plan.json import plan_schema, read_plan
from ferrata.plan.text import text
from ferrata.version import VERSION

GOOD = EXAMPLES / "confirmed-second-agent.json"


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_every_example_is_answered(name: str):
    """With a plan on standard output."""
    ran = plan(EXAMPLES / f"{name}.json")
    assert ran.code == 0
    assert ran.out.startswith("Decision support for health professionals.")
    assert "Traceback" not in ran.err


def test_text_and_json_are_two_renderings_of_one_plan():
    """The JSON holds the plan, by its schema, and its text is what the other command prints."""
    ran = plan(GOOD, "--json")
    assert (ran.code, ran.err) == (0, "")
    jsonschema.validate(json.loads(ran.out), json.loads(json.dumps(plan_schema())))
    assert text(read_plan(ran.out.encode())) == plan(GOOD).out


@pytest.mark.hazard("H01")
def test_an_unknown_unit_is_answered_without_the_value_and_said(tmp_path: Path):
    """Two drops of platelets are no count; standard error and the plan list what was not used."""
    strange = count("david", valueQuantity={"value": 2, "unit": "drops"})
    path = tmp_path / "record.json"
    path.write_text(json.dumps(with_resource("emergency", strange)), encoding="utf-8")
    ran = plan(path)
    assert ran.code == 0
    assert "Observation/added" in ran.err
    assert "drops" in ran.err
    assert "not used" in ran.err
    assert "Observation/added" in ran.out


def test_what_was_not_used_is_on_standard_error_and_in_the_plan():
    """A warning that scrolls away is still in the plan that is kept."""
    ran = plan(EXAMPLES / "local-codes.json")
    assert ran.code == 0
    lines = ran.err.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert line.startswith("ferrata: not used: ")
        assert line.removeprefix("ferrata: not used: ").split(" (")[0] in ran.out


def test_an_answer_of_today_changes_the_plan():
    """Ben has no fever: one question less."""
    before = plan(EXAMPLES / "first-cytopenia.json")
    after = plan(EXAMPLES / "first-cytopenia.json", "--answer", "fever=no")
    assert "--answer fever=" in before.out
    assert "--answer fever=" not in after.out


def test_several_answers_may_be_given():
    """Each with its own flag."""
    ran = plan(
        EXAMPLES / "first-cytopenia.json",
        "--answer", "fever=no", "--answer", "asplenia=no",
        "--answer", "lymphoma-gate=assessed-clear",
    )  # fmt: skip
    assert ran.code == 0
    assert "OFFERED: Prednisone as a bridge" in ran.out


def test_another_guideline_may_speak():
    """The others are compared with it."""
    ran = plan(GOOD, "--guideline", "rao-2015-figure")
    assert ran.code == 0
    assert "guideline rao-2015-figure" in ran.out
    assert "[reconciled]" in ran.out


def test_without_a_day_the_plan_is_for_today(tmp_path: Path):
    """A name alone is answered on any day."""
    bundle = example("empty")
    patient(bundle)["birthDate"] = "2018-12-01"
    path = tmp_path / "record.json"
    path.write_text(json.dumps(bundle), encoding="utf-8")
    ran = ferrata("plan", path)
    assert ran.code == 0
    assert "[Patient/ida]   on 20" in ran.out


def test_without_arguments_the_help_is_shown():
    """It names the commands; the exit code says that nothing was asked."""
    ran = ferrata()
    assert ran.code in {0, 2}
    said = " ".join((ran.out + ran.err).split())
    for command in ("plan", "demo", "prove", "schema"):
        assert command in said
    assert "not for emergencies" in said
    assert "Traceback" not in said


def test_help_and_version():
    """On standard output, with 0."""
    helped = ferrata("--help")
    assert helped.code == 0
    assert "plan" in helped.out
    version = ferrata("--version")
    assert (version.code, version.out) == (0, f"ferrata {VERSION}\n")


@pytest.mark.parametrize("of", ["plan", "record"])
def test_the_schemas_are_printed_as_json(of: str):
    """Each a valid schema, the plan's without being asked for by name."""
    ran = ferrata("schema", of)
    assert (ran.code, ran.err) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(ran.out))
    if of == "plan":
        assert ferrata("schema").out == ran.out
        assert ran.out == (ROOT / "src/ferrata/plan/plan.schema.json").read_text("utf-8")


def test_the_demonstration_shows_a_plan_the_other_examples_and_what_to_type_next():
    """In this order."""
    ran = ferrata("demo")
    assert (ran.code, ran.err) == (0, "")
    headings = [
        "Decision support for health professionals.",
        "IN ONE LINE",
        "WHERE THE PATIENT STANDS",
        "OPTIONS, BEST FIRST",
        "MUST NOT",
        "MISSING, AND WHAT IT COULD CHANGE",
        "WHERE GUIDELINES DIFFER",
        "WHAT THE PLAN RESTS ON",
        "WARRANTS",
        "THE OTHER EXAMPLES, EACH IN ONE LINE",
        "WHAT TO TYPE NEXT",
    ]
    places = [ran.out.index(heading) for heading in headings]
    assert places == sorted(places)
    table = ran.out[places[-2] :]
    for path in EXAMPLES.glob("*.json"):
        assert path == GOOD or path.stem in table


def test_the_commands_of_the_demonstration_work():
    """What to type next can be typed."""
    lines = [line.strip() for line in ferrata("demo").out.splitlines()]
    typed = [line.split()[1:] for line in lines if line.startswith("./ferrata ")]
    quick = [arguments for arguments in typed if arguments[0] != "prove"]  # tests/prove holds those
    assert {arguments[0] for arguments in quick} >= {
        "plan",
        "diagnose",
        "audit",
        "drugs",
        "handout",
    }
    for arguments in quick:
        assert ferrata(*arguments).code == 0, arguments


@pytest.mark.parametrize("arguments", [("plan", str(GOOD), "--on", ON), ("demo",), ("schema",)])
def test_a_reader_that_has_seen_enough_is_no_error(arguments: tuple[str, ...]):
    """``ferrata plan … | head -1`` prints one line and nothing else."""
    piped = subprocess.run(
        ["bash", "-c", 'set -o pipefail; "$@" | head -1', "-", str(FERRATA), *arguments],
        capture_output=True,
        timeout=60,
        check=False,
        cwd=ROOT,
    )
    assert piped.stderr == b""
    assert piped.stdout.count(b"\n") == 1


HEAVY = ("z3", "duckdb", "sqlglot", "rich", "pydantic", "jsonschema", "numpy")


@pytest.mark.parametrize(
    "arguments",
    [("plan", str(GOOD), "--on", ON), ("plan", str(GOOD), "--on", ON, "--json"), ("schema",)],
)
def test_a_plan_loads_no_heavy_library(arguments: tuple[str, ...]):
    """The prover, the databases and the drawing of tables stay unread: it starts at once."""
    script = (
        "import sys; sys.argv = ['ferrata', *sys.argv[1:]]\n"
        "from ferrata.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    ran = run([sys.executable, "-c", script, *arguments])
    assert ran.code == 0, ran.err
    loaded = {name.split(".")[0] for name in ran.err.split()}
    assert "msgspec" in loaded
    assert not loaded & set(HEAVY)


def test_a_name_with_control_characters_cannot_drive_the_terminal(tmp_path: Path):
    """Text from a record is text: no escape sequence, no line break, no turning of direction."""
    bundle = example("empty")
    patient(bundle)["name"] = [{"text": "Ida\x1b[2J\x1b]0;x\x07\nOFFERED: x \u202eeman"}]
    path = tmp_path / "record.json"
    path.write_text(json.dumps(bundle), encoding="utf-8")
    ran = plan(path)
    assert ran.code == 0
    for forbidden in ("\x1b", "\x07", "\u202e"):
        assert forbidden not in ran.out + ran.err
    assert "\nOFFERED: x" not in ran.out
