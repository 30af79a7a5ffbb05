"""``ferrata drug`` and ``ferrata drugs``, in a process of their own."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.cli.commands import EXAMPLES, ON, example, ferrata, patient


def test_a_monograph_by_brand_name_for_an_age():
    """Text on standard output, and nothing else."""
    ran = ferrata("drug", "rapamune", "--age", "6mo")
    assert ran.code == 0, ran.err
    assert ran.out.startswith("SIROLIMUS")
    assert "OUTSIDE THE EVIDENCE: the patient is 6 months old" in ran.out
    assert "withheld for this patient" in ran.out
    assert not ran.err


def test_a_monograph_for_the_patient_of_a_record():
    """The age and the cautions are those of the record on that day."""
    ran = ferrata("drug", "mmf", "--record", EXAMPLES / "emergency.json", "--on", ON, "--json")
    assert ran.code == 0, ran.err
    page = json.loads(ran.out)
    assert page["id"] == "mycophenolate"
    assert page["ages"]["outside"] == "no"
    assert page["ages"]["patient"].endswith("years old")
    assert {"yes", "no", "unknown"} >= {
        one["holds"] for one in page["must_not"] if one["holds"] is not None
    }


def test_a_record_without_a_birth_date_leaves_the_age_open(tmp_path: Path):
    """Unknown is not inside the evidence."""
    bundle = example("emergency")
    patient(bundle).pop("birthDate")
    path = tmp_path / "record.json"
    path.write_text(json.dumps(bundle), encoding="utf-8")
    ran = ferrata("drug", "sirolimus", "--record", path, "--on", ON, "--json")
    assert ran.code == 0, ran.err
    page = json.loads(ran.out)
    assert page["ages"]["patient"] == "of unknown age"
    assert page["ages"]["outside"].startswith("cannot tell")
    assert page["dose_note"] is not None


def test_the_json_of_a_monograph_fits_the_printed_schema():
    """What `ferrata schema monograph` prints is what `--json` writes."""
    schema = ferrata("schema", "monograph")
    page = ferrata("drug", "sirolimus", "--json")
    assert schema.code == page.code == 0
    checker: Any = jsonschema.Draft202012Validator(json.loads(schema.out))
    assert checker.is_valid(json.loads(page.out))


def test_the_table_of_all_treatments():
    """As text and as JSON."""
    text, rows = ferrata("drugs"), ferrata("drugs", "--json")
    assert text.code == rows.code == 0
    made = json.loads(rows.out)
    assert {one["id"] for one in made["rows"]} >= {"prednisone", "anti-d", "transplantation"}
    for one in made["rows"]:
        assert one["label"] in text.out


WRONG = [
    (("drug", "sirolimuss"), ("sirolimuss", "did you mean sirolimus")),
    (("drug", "xyzzy"), ("xyzzy", "ferrata drugs")),
    (("drug", "sirolimus", "--age", "six"), ("six", "6y, 18mo, 5w or 10d")),
    (("drug", "sirolimus", "--age", "6y", "--record", "x.json"), ("not both",)),
    (("drug",), ("Missing argument",)),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=lambda one: " ".join(one[-2:]))
def test_a_wrong_name_or_age_ends_with_2(arguments: tuple[str, ...], words: tuple[str, ...]):
    """It says what can be written instead, and nothing on standard output."""
    ran = ferrata(*arguments)
    assert ran.code == 2
    assert not ran.out
    assert "Traceback" not in ran.err
    said = " ".join(ran.err.split())
    assert all(word in said for word in words), said


def test_a_record_that_is_not_there_ends_with_3():
    """As for a plan."""
    ran = ferrata("drug", "sirolimus", "--record", "none.json")
    assert ran.code == 3
    assert "none.json" in ran.err


def test_a_name_cannot_drive_the_terminal():
    """An unknown name is quoted with its controls escaped."""
    ran = ferrata("drug", "\x1b[2Jsirolimus")
    assert ran.code == 2
    assert "\x1b" not in ran.err
