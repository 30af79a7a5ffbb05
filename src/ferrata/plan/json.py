"""A plan as JSON, and the schema of that JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from ferrata.plan.model import PLAN_SCHEMA_VERSION, Plan


def write_plan(plan: Plan) -> bytes:
    """Return `plan` as indented JSON, UTF-8."""
    return msgspec.json.format(msgspec.json.encode(plan), indent=2) + b"\n"


def read_plan(source: bytes) -> Plan:
    """Return the plan that :func:`write_plan` wrote."""
    return msgspec.json.decode(source, type=Plan)


def plan_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what :func:`write_plan` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://ferrata.health/schema/plan-{PLAN_SCHEMA_VERSION}.json",
        **msgspec.json.schema(Plan),
        "title": "Ferrata plan",
    }
