"""From a file to a plan."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec
import typer

from ferrata.alps.guidelines import GUIDELINES
from ferrata.exchange.fhir import read_fhir
from ferrata.guideline.derivations import Asserted, EverAsserted, Stated
from ferrata.guideline.guideline import Guideline
from ferrata.plan import Plan, plan
from ferrata.plan.text import harmless
from ferrata.record.model import AssertionEntry, Record


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
) -> Plan:
    """Read the record at `path` and plan; if `tell`, standard error lists what was not used."""
    chosen = find(guideline)
    record = answered(read_fhir(path, received=max(on, today)), chosen, on, answers)
    made = plan(
        record,
        chosen,
        chosen.site(),
        on,
        compare=[one for one in GUIDELINES if one is not chosen],
    )
    for line in made.unread if tell else ():
        print(f"ferrata: not used: {harmless(line)}", file=sys.stderr)
    return made


def answered(record: Record, guideline: Guideline, on: date, answers: Iterable[str]) -> Record:
    """Return `record` with a clinician's answers of day `on`, each written CONCEPT=VALUE."""
    known = _answers(guideline)
    entries: list[AssertionEntry] = []
    for number, text in enumerate(answers, start=1):
        concept, _, value = text.partition("=")
        if concept not in known:
            raise typer.BadParameter(
                f"{concept!r} is nothing that can be answered; there are: {', '.join(known)}"
            )
        if value not in known[concept]:
            raise typer.BadParameter(f"{concept} is answered {' or '.join(known[concept])}")
        entries.append(
            AssertionEntry(
                reference=f"answer/{number}",
                resource="Observation",
                status="final",
                date=on.isoformat(),
                concept=concept,
                value=value,
            )
        )
    return msgspec.structs.replace(record, assertions=(*record.assertions, *entries))


def _answers(guideline: Guideline) -> dict[str, tuple[str, ...]]:
    """What can be answered, and how."""
    found: dict[str, tuple[str, ...]] = {}
    for vocabulary in guideline.vocabularies:
        for feature in vocabulary.features:
            match feature.derived:
                case Asserted(sign=sign) | EverAsserted(sign=sign):
                    found[sign.id] = ("yes", "no")
                case Stated(question=question):
                    found[question.id] = tuple(one.value for one in question.options)
                case _:
                    pass
    found["stage"] = tuple(step.stage.value for step in guideline.steps)
    return found
