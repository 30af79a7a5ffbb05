"""Values of this package as JSON, and the schemas of that JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from ferrata.plan.model import PLAN_SCHEMA_VERSION, Plan
from ferrata.record.messages import cannot_read
from ferrata.record.strict_json import read_json


def as_json(value: object) -> bytes:
    """Return a value made of structs, sequences and mappings as indented JSON, UTF-8."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def schema_of(kind: Any, name: str, version: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what :func:`as_json` writes of a `kind`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://ferrata.health/schema/{name}-{version}.json",
        **msgspec.json.schema(kind),
        "title": f"Ferrata {name}",
    }


def write_plan(plan: Plan) -> bytes:
    """Return `plan` as indented JSON, UTF-8."""
    return as_json(plan)


def read_plan(source: bytes) -> Plan:
    """Return the plan that :func:`write_plan` wrote.

    Raises:
        RecordError: when it is not JSON, of another schema version, or not as a plan is written.
    """
    content = read_json(source, name="plan")
    version = content.get("schema_version")
    if version != PLAN_SCHEMA_VERSION:
        raise cannot_read(
            f"schema version {version!r}, where {PLAN_SCHEMA_VERSION} is read",
            where="plan",
            why="each version names its fields differently",
            do="make the plan again with this version of Ferrata",
        )
    try:
        return msgspec.convert(content, Plan)
    except msgspec.ValidationError as error:
        raise cannot_read(
            str(error),
            where="plan",
            why="advice that is read in part is other advice",
            do="give the plan as ferrata plan --json wrote it",
        ) from None


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what :func:`write_plan` writes."""
    return schema_of(Plan, "plan", PLAN_SCHEMA_VERSION)
