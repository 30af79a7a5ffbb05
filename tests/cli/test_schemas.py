"""What each command prints with --json is what its published schema says."""

from __future__ import annotations

import json
from typing import Any, cast

import jsonschema
import pytest
from tests.cli.commands import EXAMPLES, ON, ferrata

from ferrata.cli.schemas import SCHEMAS

GOOD = str(EXAMPLES / "confirmed-second-agent.json")
PRINTED = {
    "audit": ("audit", GOOD, "--on", ON),
    "code-map": ("inspect", "--map", str(EXAMPLES / "local-codes.toml")),
    "coverage": ("coverage",),
    "diagnosis": ("diagnose", GOOD, "--on", ON),
    "disagreements": ("disagreements", GOOD, "--on", ON),
    "doctor": ("doctor",),
    "dose": ("dose", "sirolimus", "--weight", "29.5kg", "--height", "134cm", "--age", "9y"),
    "drugs": ("drugs",),
    "equivalent": ("equivalent", "prednisone", "20mg", "--as", "methylprednisolone"),
    "handout": ("handout", "sirolimus"),
    "handouts": ("handout",),
    "inspection": ("inspect", GOOD, "--on", ON),
    "interactions": ("interactions", GOOD, "--on", ON),
    "monograph": ("drug", "sirolimus", "--age", "6y"),
    "plan": ("plan", GOOD, "--on", ON),
    "proofs": ("prove", "medscape-2019"),
    "summary": ("summary", GOOD, "--on", ON),
    "taper": ("taper", "prednisone", "--start", ON, "--dose", "40mg", "--weeks", "10"),
}


def test_every_schema_but_the_records_is_of_a_command() -> None:
    """The record's own JSON is written through the Python interface."""
    assert SCHEMAS.keys() - PRINTED.keys() == {"record"}


@pytest.mark.parametrize("name", PRINTED)
def test_the_json_of_a_command_fits_its_schema(name: str) -> None:
    """The schema is one itself, and the command's output is valid by it and says who spoke."""
    schema = json.loads(json.dumps(SCHEMAS[name]()))
    jsonschema.Draft202012Validator.check_schema(schema)
    ran = ferrata(*PRINTED[name], "--json")
    assert ran.code in {0, 1}, ran.err
    said: Any = json.loads(ran.out)
    jsonschema.validate(said, schema)
    first = cast("dict[str, object]", said[0] if isinstance(said, list) else said)
    assert str(first["software"]).startswith("ferrata ")
    assert "not a medical device" in str(first["notice"]).lower()


def test_the_schema_command_prints_it() -> None:
    """What `ferrata schema` prints is the schema."""
    ran = ferrata("schema", "audit")
    assert ran.code == 0
    assert json.loads(ran.out) == json.loads(json.dumps(SCHEMAS["audit"]()))
