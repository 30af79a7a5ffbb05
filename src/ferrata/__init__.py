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

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "FerrataError": ("ferrata.guideline.errors", "FerrataError"),
    "GUIDELINES": ("ferrata.alps.guidelines", "GUIDELINES"),
    "Guideline": ("ferrata.guideline.guideline", "Guideline"),
    "Plan": ("ferrata.plan", "Plan"),
    "RAO_2015_FIGURE": ("ferrata.alps.guidelines", "RAO_2015_FIGURE"),
    "RECONCILED": ("ferrata.alps.guidelines", "RECONCILED"),
    "Record": ("ferrata.record.model", "Record"),
    "RecordError": ("ferrata.guideline.errors", "RecordError"),
    "Refusal": ("ferrata.guideline.errors", "Refusal"),
    "Site": ("ferrata.guideline.parameters", "Site"),
    "__version__": ("ferrata.version", "VERSION"),
    "plan": ("ferrata.plan", "plan"),
    "plan_schema": ("ferrata.plan.json", "plan_schema"),
    "read_fhir": ("ferrata.exchange.fhir", "read_fhir"),
    "read_plan": ("ferrata.plan.json", "read_plan"),
    "read_record": ("ferrata.record.files", "read_record"),
    "record_schema": ("ferrata.record.files", "record_schema"),
    "text": ("ferrata.plan.text", "text"),
    "write_fhir": ("ferrata.exchange.fhir", "write_fhir"),
    "write_plan": ("ferrata.plan.json", "write_plan"),
    "write_record": ("ferrata.record.files", "write_record"),
}


def __getattr__(name: str) -> object:
    """Import a name of the public API when it is first asked for, so that starting stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ferrata' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(importlib.import_module(module), attribute)
