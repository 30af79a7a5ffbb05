"""From a file to a diagnosis."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
import typer

from ferrata.alps.catalogue import QUESTIONS, SIGNS, TREATMENTS
from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.exchange.fhir import read_fhir
from ferrata.plan.assessment.assess import assess
from ferrata.plan.assessment.model import Assessed
from ferrata.plan.assessment.needed import REVIEWED
from ferrata.plan.assessment.needed import TREATMENTS as ALL_TREATMENTS
from ferrata.plan.text import harmless
from ferrata.record.model import AssertionEntry, Record, ReviewEntry


def diagnosed(path: Path, *, on: date, today: date, answers: Iterable[str] = ()) -> Assessed:
    """Read the record at `path` and assess it; standard error lists what was not used."""
    record = with_answers(read_fhir(path, received=max(on, today)), on, answers)
    made = assess(record, DIAGNOSIS, on)
    for line in made.unread:
        print(f"ferrata: not used: {harmless(line)}", file=sys.stderr)
    return made


def with_answers(record: Record, on: date, answers: Iterable[str]) -> Record:
    """Return `record` with a clinician's answers of day `on`, each written CONCEPT=VALUE.

    ``treatments=reviewed`` says that no treatment was given but those on record.
    """
    known = {
        **{one.id: ("yes", "no") for one in SIGNS},
        **{one.id: tuple(option.value for option in one.options) for one in QUESTIONS},
        ALL_TREATMENTS: (REVIEWED,),
    }
    entries: list[AssertionEntry] = []
    reviews: list[ReviewEntry] = []
    for number, text in enumerate(answers, start=1):
        concept, _, value = text.partition("=")
        if concept not in known:
            raise typer.BadParameter(
                f"{concept!r} is nothing that can be answered; ferrata diagnose lists what is "
                "missing with the words to answer it"
            )
        if value not in known[concept]:
            raise typer.BadParameter(f"{concept} is answered {' or '.join(known[concept])}")
        reference, day = f"answer/{number}", on.isoformat()
        if concept == ALL_TREATMENTS:
            ids = tuple(sorted(one.id for one in TREATMENTS))
            reviews.append(
                ReviewEntry(reference=reference, status="current", date=day, concepts=ids)
            )
            continue
        entries.append(
            AssertionEntry(
                reference=reference,
                resource="Observation",
                status="final",
                date=day,
                concept=concept,
                value=value,
            )
        )
    return msgspec.structs.replace(
        record,
        assertions=(*record.assertions, *entries),
        reviews=(*record.reviews, *reviews),
    )
