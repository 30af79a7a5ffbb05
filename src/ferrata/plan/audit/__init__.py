"""An audit: each decision of a record beside what each guideline would have advised on that day.

A decision is the start of a course of treatment, or the end of one that is given without an end.
The day's advice is worked out from what was on record then: results up to and including the day,
and no course that began on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ferrata.guideline.events import Treatment
from ferrata.guideline.guideline import Guideline
from ferrata.interpret.counterfactual import anatomy
from ferrata.plan.audit.beside import beside
from ferrata.plan.audit.decisions import acts
from ferrata.plan.audit.model import AUDIT_SCHEMA_VERSION, Audit, Decision
from ferrata.plan.basis import version_of
from ferrata.plan.model import NOTICE
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import Record
from ferrata.version import VERSION


def audit(
    record: Record, guidelines: Iterable[Guideline], on: date, treatments: Iterable[Treatment]
) -> Audit:
    """Return the audit of `record` up to day `on`; `treatments` gives courses their names.

    Raises:
        RecordError: when the record's day of receipt is no date.
        Refusal: when the record's dates make an answer unsafe.
    """
    chosen = tuple(guidelines)
    analytes = {key: one for each in chosen for key, one in anatomy(each).analytes.items()}
    events = events_of(record, analytes)
    last = day_number(on)
    names = {one.id: one for one in treatments}
    return Audit(
        schema_version=AUDIT_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        on=on.isoformat(),
        patient=record.patient.id,
        guidelines=tuple(map(version_of, chosen)),
        decisions=tuple(
            Decision(
                date=act.date,
                act="stopped" if act.stops else "started",
                treatment=act.label,
                source=act.course.source,
                beside=said,
            )
            for act in acts(events, names, last)
            if (said := tuple(one for each in chosen if (one := beside(each, act)) is not None))
        ),
        unread=tuple(f"{one.where}: {one.what} ({one.why})" for one in record.unread),
    )
