"""From files to audits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ferrata.alps.catalogue import TREATMENTS
from ferrata.alps.guidelines import GUIDELINES
from ferrata.exchange.fhir import read_fhir
from ferrata.plan.audit import audit
from ferrata.plan.audit.model import Audit


def audited(paths: Iterable[Path], *, on: date, today: date) -> tuple[Audit, ...]:
    """Return the audit of each record, beside every guideline."""
    return tuple(
        audit(read_fhir(path, received=max(on, today)), GUIDELINES, on, TREATMENTS)
        for path in paths
    )
