"""The conflicts of the sources, alone or for the patient of a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ferrata.alps.conflicts import CONFLICTS
from ferrata.alps.guidelines import GUIDELINES
from ferrata.cli.reading import site_of, tell
from ferrata.plan.disagreements import disagreements, disagreements_for
from ferrata.plan.disagreements.model import Disagreements


def disagreeing(
    path: Path | None, *, on: date, today: date, code_map: Path | None = None
) -> Disagreements:
    """Return every conflict, for the patient at `path` if any; standard error lists what is unread.

    Raises:
        FerrataError: when the record cannot be read, or answering would be unsafe.
    """
    if path is None:
        return disagreements(CONFLICTS, GUIDELINES)
    site = site_of(code_map)
    record = site.read(path, received=max(on, today))
    made = disagreements_for(record, CONFLICTS, GUIDELINES, on)
    tell(made.unread, path)
    return site.named(made)
