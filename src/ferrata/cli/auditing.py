"""From files to audits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ferrata.alps.catalogue import TREATMENTS
from ferrata.alps.guidelines import GUIDELINES
from ferrata.cli.reading import site_of
from ferrata.plan.audit import audit
from ferrata.plan.audit.model import Audit


def audited(
    paths: Iterable[Path], *, on: date, today: date, code_map: Path | None = None
) -> tuple[Audit, ...]:
    """Return the audit of each record, beside every guideline."""
    site = site_of(code_map)
    return tuple(
        site.named(audit(site.read(path, received=max(on, today)), GUIDELINES, on, TREATMENTS))
        for path in paths
    )
