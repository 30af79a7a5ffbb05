"""The schemas of what the commands print with ``--json``, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ferrata.plan.assessment.model import ASSESSMENT_SCHEMA_VERSION, Assessed
from ferrata.plan.audit.model import AUDIT_SCHEMA_VERSION, Audit
from ferrata.plan.coverage import COVERAGE_SCHEMA_VERSION, Coverage
from ferrata.plan.disagreements.model import DISAGREEMENTS_SCHEMA_VERSION, Disagreements
from ferrata.plan.handout import SHEET_SCHEMA_VERSION, Sheet
from ferrata.plan.json import plan_schema, schema_of
from ferrata.plan.monograph.model import MONOGRAPH_SCHEMA_VERSION, Page, Table
from ferrata.plan.shared_care import SUMMARY_SCHEMA_VERSION, SharedCare
from ferrata.record.files import record_schema

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "audit": partial(schema_of, tuple[Audit, ...], "audit", AUDIT_SCHEMA_VERSION),
    "coverage": partial(schema_of, Coverage, "coverage", COVERAGE_SCHEMA_VERSION),
    "diagnosis": partial(schema_of, Assessed, "diagnosis", ASSESSMENT_SCHEMA_VERSION),
    "disagreements": partial(
        schema_of, Disagreements, "disagreements", DISAGREEMENTS_SCHEMA_VERSION
    ),
    "drugs": partial(schema_of, Table, "drugs", MONOGRAPH_SCHEMA_VERSION),
    "handout": partial(schema_of, Sheet, "handout", SHEET_SCHEMA_VERSION),
    "monograph": partial(schema_of, Page, "monograph", MONOGRAPH_SCHEMA_VERSION),
    "plan": plan_schema,
    "record": record_schema,
    "summary": partial(schema_of, SharedCare, "summary", SUMMARY_SCHEMA_VERSION),
}
