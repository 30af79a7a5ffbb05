"""Values of this package as JSON, and the schemas of that JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from ferrata.plan.model import PLAN_SCHEMA_VERSION, Plan


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
    """Return the plan that :func:`write_plan` wrote."""
    return msgspec.json.decode(source, type=Plan)


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what :func:`write_plan` writes."""
    return schema_of(Plan, "plan", PLAN_SCHEMA_VERSION)
