"""The conflicts of the sources, alone or for the patient of a file."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from ferrata.alps.conflicts import CONFLICTS
from ferrata.alps.guidelines import GUIDELINES
from ferrata.exchange.fhir import read_fhir
from ferrata.plan.disagreements import disagreements, disagreements_for
from ferrata.plan.disagreements.model import Disagreements
from ferrata.plan.text import harmless


def disagreeing(path: Path | None, *, on: date, today: date) -> Disagreements:
    """Return every conflict, for the patient at `path` if any; standard error lists what is unread.

    Raises:
        FerrataError: when the record cannot be read, or answering would be unsafe.
    """
    if path is None:
        return disagreements(CONFLICTS, GUIDELINES)
    record = read_fhir(path, received=max(on, today))
    made = disagreements_for(record, CONFLICTS, GUIDELINES, on)
    for line in made.unread:
        print(f"ferrata: not used: {harmless(line)}", file=sys.stderr)
    return made
