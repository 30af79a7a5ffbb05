"""``ferrata inspect`` and ``--map``: as a hospital's data engineer meets them."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.commands import EXAMPLES, ON, Ran, count, example, ferrata, plan, with_resource

from ferrata.cli.schemas import SCHEMAS

LOCAL = EXAMPLES / "local-codes.json"
MAP = """
[[code]]
system = "urn:oid:2.999.17.4"
code = "X9"
concept = "vitamin-b12"

[[code]]
system = "local"
code = "Hausmischung 3"
concept = "prednisone"
"""


@pytest.fixture
def codes(tmp_path: Path) -> Path:
    """A code map for the example with local codes."""
    path = tmp_path / "codes.toml"
    path.write_text(MAP, encoding="utf-8")
    return path


def inspect(path: Path, *more: str | Path) -> Ran:
    """Run ``ferrata inspect`` for the day of the examples."""
    return ferrata("inspect", path, "--on", ON, *more)


def written(content: dict[str, Any], path: Path) -> Path:
    """The path, with this bundle in it."""
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_it_lists_what_was_understood_converted_and_not_understood() -> None:
    """With the notice, and an entry for a code map for each code that nobody knows."""
    ran = inspect(LOCAL)
    assert (ran.code, ran.err) == (0, "")
    for words in (
        "Not a medical device",
        "UNDERSTOOD",
        "CONVERTED",
        "NOT UNDERSTOOD",
        "Observation/emil-12: Sonderprobe 9",
        'system = "urn:oid:2.999.17.4"',
        'code = "X9"',
        'concept = "?"',
        "ferrata 0.",
    ):
        assert words in ran.out


def test_text_and_json_come_from_one_inspection() -> None:
    """The JSON fits its schema and holds every part."""
    ran = inspect(LOCAL, "--json")
    assert (ran.code, ran.err) == (0, "")
    said = json.loads(ran.out)
    jsonschema.validate(said, json.loads(json.dumps(SCHEMAS["inspection"]())))
    assert said["total"] == len(said["pieces"]) == sum(said["fates"].values())


def test_a_map_alone_is_checked_and_shown(codes: Path) -> None:
    """Before it meets a record."""
    ran = ferrata("inspect", "--map", codes)
    assert (ran.code, ran.err) == (0, "")
    assert "codes.toml: sound, 2 entries, SHA-256 " in ran.out
    assert "Hausmischung 3" in ran.out
    said = json.loads(ferrata("inspect", "--map", codes, "--json").out)
    jsonschema.validate(said, json.loads(json.dumps(SCHEMAS["code-map"]())))
    assert [row["means"] for row in said["rows"]] == ["vitamin-b12", "prednisone"]


def test_neither_a_record_nor_a_map_ends_with_2() -> None:
    """There is nothing to inspect."""
    ran = ferrata("inspect")
    assert ran.code == 2
    assert "--map" in ran.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[code]]\ncode = "X9"\nconcept = "vitamin-b1"\n', ("did you mean 'vitamin-b12'?", "do:")),
        ("[[code]\n", ("not TOML",)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["inspect", "plan", "diagnose", "summary", "audit"])
def test_a_map_with_a_mistake_ends_with_2_before_anything_is_said(
    command: str, text: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    """No command reads a record with half a map."""
    path = tmp_path / "codes.toml"
    path.write_text(text, encoding="utf-8")
    ran = ferrata(command, LOCAL, "--on", ON, "--map", path)
    assert (ran.code, ran.out) == (2, "")
    for word in ("codes.toml", *words):
        assert word in ran.err


@pytest.mark.parametrize("command", ["plan", "diagnose", "summary", "audit", "disagreements"])
def test_every_output_names_the_map_that_it_was_made_with(command: str, codes: Path) -> None:
    """By its hash, in text and JSON."""
    ran = ferrata(command, LOCAL, "--on", ON, "--map", codes, "--json")
    assert ran.code == 0, ran.err
    made: Any = json.loads(ran.out)
    software: str = (made if command != "audit" else made[0])["software"]
    assert software.startswith("ferrata ")
    assert "site code map " in software
    assert "(2 codes)" in software
    assert "site code map " in ferrata(command, LOCAL, "--on", ON, "--map", codes).out


def test_a_plan_reads_through_the_map_and_each_value_says_so(codes: Path) -> None:
    """The drug that nobody could tell is prednisone now."""
    without, through = plan(LOCAL), plan(LOCAL, "--map", str(codes))
    assert "Hausmischung" in without.err
    assert "Hausmischung" not in through.err
    assert (
        "MedicationStatement/emil-15 by site code map "
        in plan(LOCAL, "--map", str(codes), "--json").out
    )


def test_an_unreadable_record_ends_with_3_as_for_a_plan(tmp_path: Path) -> None:
    """And one about two patients with 4: the same messages."""
    path = tmp_path / "record.json"
    path.write_text("{", encoding="utf-8")
    assert (inspect(path).code, inspect(path).err) == (3, plan(path).err)
    bundle = example("emergency")
    other = deepcopy(bundle["entry"][0])
    other["resource"]["id"] = "somebody-else"
    other["resource"]["birthDate"] = "2001-01-01"
    other.pop("fullUrl", None)
    bundle["entry"].append(other)
    written(bundle, path)
    assert (inspect(path).code, inspect(path).err) == (4, plan(path).err)


def with_drops(number: int) -> dict[str, Any]:
    """An example with so many counts in drops."""
    bundle = example("emergency")
    for n in range(number):
        odd = count("david", valueQuantity={"value": n, "unit": "drops"})
        odd["id"] = f"odd-{n}"
        odd["effectiveDateTime"] = f"2026-10-{n + 1:02}"
        bundle["entry"].append({"resource": odd})
    return bundle


@pytest.mark.hazard("H01")
def test_standard_error_lists_eight_and_says_where_the_others_stand(tmp_path: Path) -> None:
    """A warning that scrolls away helps nobody; the plan and the inspection hold all twenty."""
    path = written(with_drops(20), tmp_path / "record.json")
    ran = plan(path)
    assert ran.code == 0
    lines = ran.err.splitlines()
    assert len(lines) == 9
    assert lines[-1] == "ferrata: not used: and 12 more; ferrata inspect record.json lists them"
    unread = json.loads(plan(path, "--json").out)["unread"]
    assert sum("odd-" in line for line in unread) == 20
    found = json.loads(inspect(path, "--json").out)
    named = [one["where"] for group in found["not_understood"] for one in group["items"]]
    assert sum("odd-" in name for name in named) == 20


def test_eight_lines_are_listed_whole(tmp_path: Path) -> None:
    """Nothing is said to be more where nothing is."""
    path = written(with_resource("empty", {"resourceType": "Encounter"}), tmp_path / "record.json")
    assert "more" not in plan(path).err


def test_it_takes_little_time_and_memory() -> None:
    """As a plan does."""
    ran = inspect(EXAMPLES / "synthea-like.json")
    assert ran.code == 0
    assert ran.most_mb < 512
