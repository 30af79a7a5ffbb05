"""``ferrata disagreements``: the conflicts of the sources, alone and for a patient."""

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.commands import EXAMPLES, ON, count, ferrata, with_resource

from ferrata.alps.guidelines import GUIDELINES

SECOND = EXAMPLES / "confirmed-second-agent.json"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))


def test_every_conflict_is_listed_with_the_lines_of_its_sources() -> None:
    """C01 to C23, each with what is done and why; notice and versions around them."""
    ran = ferrata("disagreements")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Decision support for health professionals.")
    for number in range(1, 24):
        assert f"\n  C{number:02}  " in ran.out
    assert "[R15 L139-140]" in ran.out
    assert ran.out.count("= Reconciled: ") == 23
    assert ran.out.count("why: ") == 23
    for one in GUIDELINES:
        assert f"guideline {one.id} {one.version}" in ran.out
    assert "not clinically reviewed" in ran.out


@pytest.mark.statement("R39")
@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_answered_within_100_columns(name: str) -> None:
    """With the four guidelines side by side."""
    ran = ferrata("disagreements", EXAMPLES / f"{name}.json", "--on", ON)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 100
    assert "HOW FAR EACH GUIDELINE ADVISES WHAT" in ran.out
    assert all(f"[{one.id}]" in ran.out for one in GUIDELINES)


def test_the_second_agent_is_where_the_sources_disagree() -> None:
    """Anna, day 17 of prednisone: which agent (C07) is at work, splenectomy (C12) is not."""
    ran = ferrata("disagreements", SECOND, "--on", ON)
    work, _, other = ran.out.partition("THE OTHER CONFLICTS")
    assert "  C07  " in work.partition("CONFLICTS AT WORK HERE")[2]
    assert "  C02  " in work.partition("CONFLICTS AT WORK HERE")[2]
    assert "  C12  " in other
    assert "  C22  " in work


def test_an_emergency_is_said_before_the_table() -> None:
    """David, hemoglobin 4.6."""
    ran = ferrata("disagreements", EXAMPLES / "emergency.json", "--on", ON)
    assert "EMERGENCY: act at once." in ran.out.partition("HOW FAR EACH")[0]
    assert "  C01  " in ran.out.partition("THE OTHER CONFLICTS")[0]


def test_json_and_schema_are_those_of_the_same_value() -> None:
    """Without a record and with one."""
    schema = ferrata("schema", "disagreements")
    assert (schema.code, schema.err) == (0, "")
    for arguments in ([], [str(SECOND), "--on", ON]):
        ran = ferrata("disagreements", *arguments, "--json")
        assert (ran.code, ran.err) == (0, "")
        jsonschema.validate(json.loads(ran.out), json.loads(schema.out))
        assert len(json.loads(ran.out)["conflicts"]) == 23


def test_a_file_that_is_not_there_is_an_error_with_its_name(tmp_path: Path) -> None:
    """As for a plan."""
    ran = ferrata("disagreements", tmp_path / "nobody.json")
    assert ran.code == 3
    assert "nobody.json" in ran.err
    assert ran.out == ""


def test_what_is_not_used_is_said(tmp_path: Path) -> None:
    """On standard error and in the text."""
    path = tmp_path / "record.json"
    strange = count("david", valueQuantity={"value": 2, "unit": "drops"})
    path.write_text(json.dumps(with_resource("emergency", strange)), encoding="utf-8")
    ran = ferrata("disagreements", path, "--on", ON)
    assert ran.code == 0
    assert "Observation/added" in ran.err
    assert "Observation/added" in ran.out


def test_a_day_that_is_none_is_wrong_usage() -> None:
    """And says how a day is written."""
    ran = ferrata("disagreements", SECOND, "--on", "yesterday")
    assert ran.code == 2
    assert "2026-11-20" in ran.err
