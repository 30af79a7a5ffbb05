"""From a file to a diagnosis."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from ferrata.alps.catalogue import QUESTIONS, SIGNS, TREATMENTS
from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.cli.reading import site_of, tell
from ferrata.plan.assessment.assess import assess
from ferrata.plan.assessment.model import Assessed
from ferrata.plan.assessment.needed import REVIEWED
from ferrata.plan.assessment.needed import TREATMENTS as ALL_TREATMENTS
from ferrata.record.answers import answered
from ferrata.record.model import Record, ReviewEntry


def diagnosed(
    path: Path,
    *,
    on: date,
    today: date,
    answers: Iterable[str] = (),
    code_map: Path | None = None,
) -> Assessed:
    """Read the record at `path` and assess it; standard error lists what was not used."""
    site = site_of(code_map)
    record = with_answers(site.read(path, received=max(on, today)), on, answers)
    made = assess(record, DIAGNOSIS, on)
    tell(made.unread, path)
    return site.named(made)


def with_answers(record: Record, on: date, answers: Iterable[str]) -> Record:
    """Return `record` with a clinician's answers of day `on`, each written CONCEPT=VALUE.

    ``treatments=reviewed`` says that no treatment was given but those on record.

    Raises:
        AnswerError: for a concept that nobody asks about, or a value that it cannot have.
    """
    reviewed = f"{ALL_TREATMENTS}={REVIEWED}"
    told = tuple(answers)
    reviews = tuple(
        ReviewEntry(
            reference=f"answer/{reviewed}",
            status="current",
            date=on.isoformat(),
            concepts=tuple(sorted(one.id for one in TREATMENTS)),
        )
        for _ in range(min(1, told.count(reviewed)))
    )
    said = answered(
        record,
        DIAGNOSIS.vocabularies,
        on,
        [one for one in told if one != reviewed],
        {
            **{one.id: ("yes", "no") for one in SIGNS},
            **{one.id: tuple(option.value for option in one.options) for one in QUESTIONS},
            ALL_TREATMENTS: (REVIEWED,),
        },
    )
    return msgspec.structs.replace(said, reviews=(*said.reviews, *reviews))
