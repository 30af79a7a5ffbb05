"""From a file to a plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import typer

from ferrata.alps.guidelines import GUIDELINES
from ferrata.cli.reading import site_of
from ferrata.cli.reading import tell as tell_unread
from ferrata.guideline.guideline import Guideline
from ferrata.plan import Plan, plan
from ferrata.record import answers as clinician
from ferrata.record.model import Record


def find(name: str) -> Guideline:
    """Return the guideline called `name`."""
    for one in GUIDELINES:
        if one.id == name:
            return one
    known = ", ".join(one.id for one in GUIDELINES)
    raise typer.BadParameter(f"no guideline is called {name!r}; there are: {known}")


def planned(
    path: Path,
    *,
    guideline: str,
    on: date,
    today: date,
    answers: Iterable[str] = (),
    tell: bool = True,
    code_map: Path | None = None,
) -> Plan:
    """Read the record at `path` and plan; if `tell`, standard error lists what was not used."""
    chosen = find(guideline)
    site = site_of(code_map)
    record = answered(site.read(path, received=max(on, today)), chosen, on, answers)
    made = plan(
        record,
        chosen,
        chosen.site(),
        on,
        compare=[one for one in GUIDELINES if one is not chosen],
    )
    if tell:
        tell_unread(made.unread, path)
    return site.named(made)


def answered(record: Record, guideline: Guideline, on: date, answers: Iterable[str]) -> Record:
    """Return `record` with a clinician's answers to what `guideline` asks, also the stage."""
    stages = tuple(step.stage.value for step in guideline.steps)
    return clinician.answered(record, guideline.vocabularies, on, answers, {"stage": stages})
