"""From a file to the shared-care summary."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ferrata.alps import catalogue
from ferrata.alps.care.concepts import Vaccine
from ferrata.cli.planning import answered, find
from ferrata.cli.reading import site_of, tell
from ferrata.guideline.events import Sign
from ferrata.plan import plan
from ferrata.plan.shared_care import SharedCare, shared_care


def summarized(
    path: Path,
    *,
    guideline: str,
    on: date,
    today: date,
    answers: Iterable[str] = (),
    code_map: Path | None = None,
) -> SharedCare:
    """Read the record at `path` and summarize; standard error lists what was not used."""
    chosen = find(guideline)
    site = site_of(code_map)
    record = answered(site.read(path, received=max(on, today)), chosen, on, answers)
    made = plan(record, chosen, chosen.site(), on)
    tell(made.unread, path)
    summary = shared_care(
        made,
        record,
        chosen,
        treatments={one.id: one.label for one in catalogue.TREATMENTS},
        vaccines={one.id: one.label for one in vars(Vaccine).values() if isinstance(one, Sign)},
    )
    return site.named(summary)
