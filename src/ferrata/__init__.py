"""Ferrata: published guidance on ALPS, written once, run, proved, exported and printed.

This is the public API; anything else may change. ::

    from datetime import date
    from pathlib import Path

    import ferrata

    record = ferrata.read_fhir(Path("patient.json"), received=date(2026, 11, 20))
    plan = ferrata.plan(record, ferrata.RECONCILED, ferrata.RECONCILED.site(), date(2026, 11, 20))
    print(ferrata.text(plan))
"""

from __future__ import annotations

from ferrata.alps.guidelines import GUIDELINES, RAO_2015_FIGURE, RECONCILED
from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.guideline.errors import FerrataError, RecordError, Refusal
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.plan import Plan, plan
from ferrata.plan.json import plan_schema, read_plan, write_plan
from ferrata.plan.text import text
from ferrata.record.files import read_record, record_schema, write_record
from ferrata.record.model import Record
from ferrata.version import VERSION as __version__  # noqa: N811 - the usual name

__all__ = [
    "GUIDELINES",
    "RAO_2015_FIGURE",
    "RECONCILED",
    "FerrataError",
    "Guideline",
    "Plan",
    "Record",
    "RecordError",
    "Refusal",
    "Site",
    "__version__",
    "plan",
    "plan_schema",
    "read_fhir",
    "read_plan",
    "read_record",
    "record_schema",
    "text",
    "write_fhir",
    "write_plan",
    "write_record",
]
