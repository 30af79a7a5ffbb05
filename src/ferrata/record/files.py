"""Records as JSON: our own format, lossless, with a JSON Schema."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from ferrata.record.messages import cannot_read
from ferrata.record.model import READ_VERSIONS, SCHEMA_VERSION, Record
from ferrata.record.strict_json import read_json


def read_record(source: bytes | Path) -> Record:
    """Return the record in `source`, as :func:`write_record` wrote it now or before.

    A record of version 1.0 or 1.1 says all that it said, and is one of this version afterwards.

    Raises:
        RecordError: when it is not JSON as `strict_json` reads it, of another schema version, or
            has fields that are missing, unknown or of another type.
    """
    content = read_json(source)
    where = str(source) if isinstance(source, Path) else "input"
    version = content.get("schema_version")
    if version not in READ_VERSIONS:
        kind = content.get("resourceType")
        raise cannot_read(
            f"a FHIR {kind}, not a Ferrata record"
            if isinstance(kind, str)
            else f"schema version {version!r}, where {' or '.join(READ_VERSIONS)} is read",
            where=where,
            why="each version names its fields differently",
            do="read FHIR with read_fhir; write the record again with this version of Ferrata",
        )
    try:
        return msgspec.convert({**content, "schema_version": SCHEMA_VERSION}, Record)
    except msgspec.ValidationError as error:
        raise cannot_read(
            str(error),
            where=where,
            why="a field that is misspelt or of another type would be lost in silence",
            do="correct the field; docs/reference/record.md lists them all",
        ) from None


def write_record(record: Record) -> bytes:
    """Return `record` as JSON in UTF-8; the same record always gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(record, order="deterministic"), indent=1)


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what :func:`write_record` writes."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://ferrata.health/schema/record-{SCHEMA_VERSION}.json",
        **msgspec.json.schema(Record),
    }
    return msgspec.json.decode(msgspec.json.encode(schema))  # tuples become lists
