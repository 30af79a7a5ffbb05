"""The schemas of what the commands print with ``--json``, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ferrata.cli.examination import DOCTOR_SCHEMA_VERSION, Examination
from ferrata.cli.proofs import PROOFS_SCHEMA_VERSION, Proofs
from ferrata.cli.topics import TOPICS_SCHEMA_VERSION, Topics
from ferrata.exchange.inspection.model import INSPECTION_SCHEMA_VERSION, CheckedMap, Inspection
from ferrata.plan.assessment.model import ASSESSMENT_SCHEMA_VERSION, Assessed
from ferrata.plan.audit.model import AUDIT_SCHEMA_VERSION, Audit
from ferrata.plan.coverage import COVERAGE_SCHEMA_VERSION, Coverage
from ferrata.plan.disagreements.model import DISAGREEMENTS_SCHEMA_VERSION, Disagreements
from ferrata.plan.dose.model import DOSE_SCHEMA_VERSION, Dosed
from ferrata.plan.equivalence import EQUIVALENT_SCHEMA_VERSION, Equivalent
from ferrata.plan.handout import SHEET_SCHEMA_VERSION, Sheet
from ferrata.plan.interactions.model import INTERACTIONS_SCHEMA_VERSION, Interactions
from ferrata.plan.json import plan_schema, schema_of
from ferrata.plan.monograph.model import MONOGRAPH_SCHEMA_VERSION, Page, Table
from ferrata.plan.shared_care import SUMMARY_SCHEMA_VERSION, SharedCare
from ferrata.plan.taper.model import TAPER_SCHEMA_VERSION, TaperPlan
from ferrata.record.files import record_schema

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "audit": partial(schema_of, tuple[Audit, ...], "audit", AUDIT_SCHEMA_VERSION),
    "coverage": partial(schema_of, Coverage, "coverage", COVERAGE_SCHEMA_VERSION),
    "diagnosis": partial(schema_of, Assessed, "diagnosis", ASSESSMENT_SCHEMA_VERSION),
    "disagreements": partial(
        schema_of, Disagreements, "disagreements", DISAGREEMENTS_SCHEMA_VERSION
    ),
    "dose": partial(schema_of, Dosed, "dose", DOSE_SCHEMA_VERSION),
    "doctor": partial(schema_of, Examination, "doctor", DOCTOR_SCHEMA_VERSION),
    "drugs": partial(schema_of, Table, "drugs", MONOGRAPH_SCHEMA_VERSION),
    "equivalent": partial(schema_of, Equivalent, "equivalent", EQUIVALENT_SCHEMA_VERSION),
    "handout": partial(schema_of, Sheet, "handout", SHEET_SCHEMA_VERSION),
    "handouts": partial(schema_of, Topics, "handouts", TOPICS_SCHEMA_VERSION),
    "inspection": partial(schema_of, Inspection, "inspection", INSPECTION_SCHEMA_VERSION),
    "code-map": partial(schema_of, CheckedMap, "code-map", INSPECTION_SCHEMA_VERSION),
    "interactions": partial(schema_of, Interactions, "interactions", INTERACTIONS_SCHEMA_VERSION),
    "monograph": partial(schema_of, Page, "monograph", MONOGRAPH_SCHEMA_VERSION),
    "plan": plan_schema,
    "proofs": partial(schema_of, Proofs, "proofs", PROOFS_SCHEMA_VERSION),
    "record": record_schema,
    "taper": partial(schema_of, TaperPlan, "taper", TAPER_SCHEMA_VERSION),
    "summary": partial(schema_of, SharedCare, "summary", SUMMARY_SCHEMA_VERSION),
}
