"""Our own JSON is lossless, strict, and described by a schema that is checked in."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from tests.record.entries import record, records

import ferrata.record
from ferrata.guideline.errors import RecordError
from ferrata.record.files import read_record, record_schema, write_record
from ferrata.record.model import Record

SCHEMA = Path(ferrata.record.__file__).parent / "record.schema.json"

VALIDATOR = jsonschema.Draft202012Validator(record_schema())


@given(records())
def test_out_and_in_again_is_the_same(one: Record) -> None:
    """Whatever was written, in any script, comes back; the same record gives the same bytes."""
    content = write_record(one)
    assert read_record(content) == one
    assert write_record(read_record(content)) == content


@given(records())
def test_what_is_written_fits_the_schema(one: Record) -> None:
    """Others may rely on it."""
    assert VALIDATOR.is_valid(json.loads(write_record(one)))  # pyright: ignore[reportUnknownMemberType]


def test_the_schema_that_is_checked_in_is_current() -> None:
    """To renew it, write record_schema() as JSON with two spaces of indentation."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == record_schema()
    jsonschema.Draft202012Validator.check_schema(record_schema())


WRONG: list[tuple[dict[str, object], str]] = [
    ({"schema_version": "2.0"}, "schema version '2.0', where 1.0 or 1.1 or 1.2 is read"),
    ({"schema_version": None}, "schema version None"),
    ({"patinet": {}}, "unknown field `patinet`"),
    ({"patient": {"id": 1}}, "$.patient.id"),
    ({"observations": [{"reference": "x", "valeu": "5"}]}, "$.observations[0]"),
    ({"observations": [{}]}, "missing required field `reference`"),
    ({"courses": [{"reference": "x", "resource": "Claim"}]}, "$.courses[0].resource"),
    ({"received": 20261120}, "$.received"),
]


@pytest.mark.parametrize(("change", "part"), WRONG)
def test_a_field_that_is_wrong_is_named(change: dict[str, object], part: str) -> None:
    """Nothing is lost in silence."""
    content = {**json.loads(write_record(record())), **change}
    with pytest.raises(RecordError) as caught:
        read_record(json.dumps(content).encode())
    assert part in str(caught.value)
    assert "\n  do:  " in str(caught.value)


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_record_of_an_older_version_is_read_and_written_as_1_2(version: str) -> None:
    """What 1.1 and 1.2 add is missing from it; what it says is the same."""
    content = json.loads(write_record(record()))
    older = {**content, "schema_version": version}
    assert content["schema_version"] == "1.2"
    assert read_record(json.dumps(older).encode()) == record()
    assert json.loads(write_record(read_record(json.dumps(older).encode()))) == content


def test_fhir_is_not_taken_for_a_record() -> None:
    """The message says which reader to use."""
    with pytest.raises(RecordError, match=r"a FHIR Bundle, not a Ferrata record[\s\S]*read_fhir"):
        read_record(b'{"resourceType": "Bundle"}')


def test_a_record_is_read_from_a_file(tmp_path: Path) -> None:
    """As it is from bytes."""
    path = tmp_path / "record.json"
    path.write_bytes(write_record(record()))
    assert read_record(path) == record()
