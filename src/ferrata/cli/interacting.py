"""From a record, or from names, to what interacts; and from one drug to its equivalent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import typer
from msgspec.structs import replace

from ferrata.alps.case import Case
from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.interactions import TABLE
from ferrata.alps.sources import ASSUMPTIONS, STATEMENTS
from ferrata.cli.planning import answered
from ferrata.cli.reading import site_of
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.plan import Plan, plan
from ferrata.plan.interactions.build import (
    checked,
    interactions,
    list_of,
    medicines_of,
    named_medicine,
)
from ferrata.plan.interactions.model import Beside, Counts, Interactions, Medicine
from ferrata.plan.lines import harmless
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import Record

_WARRANTS = {one.id: one for one in (*STATEMENTS, *ASSUMPTIONS)}


def interacting(
    path: Path | None,
    drugs: Iterable[str],
    *,
    on: date,
    today: date,
    answers: Iterable[str] = (),
    code_map: Path | None = None,
) -> Interactions:
    """Return what interacts on the record at `path`, with `drugs` beside it, or among `drugs`."""
    site = site_of(code_map)
    named = tuple(named_medicine(harmless(one), TABLE) for one in drugs)
    if path is None:
        return _named(named, on)
    guideline = GUIDELINES[0]
    record = answered(site.read(path, received=max(on, today)), guideline, on, answers)
    made = plan(record, guideline, guideline.site(), on)
    medicines = (*medicines_of(record, TABLE, on), *named)
    events = events_of(record, anatomy(guideline).analytes)
    facts = Derived(events, day_number(on), guideline.vocabularies, guideline.site())
    found = interactions(
        on=on,
        patient=record.patient.label or record.patient.id,
        medicines=medicines,
        treatments=_beside(medicines, made),
        table=TABLE,
        known=_WARRANTS,
        trusted=list_of(record, medicines, facts.value(Case.unlisted_medicine), on),
        guideline=guideline,
    )
    return site.named(found)


def _named(named: tuple[Medicine, ...], on: date) -> Interactions:
    if len(named) < 2:
        raise typer.BadParameter("give a record, or two drugs: --drug NAME --drug NAME")
    return interactions(
        on=on, medicines=named, treatments=_taken(named), table=TABLE, known=_WARRANTS
    )


def _beside(medicines: tuple[Medicine, ...], made: Plan) -> Iterator[Beside]:
    """What is taken, named or perhaps taken, then what the plan speaks of, each once."""
    taken = {one.treatment: one for one in _taken(medicines)}
    barred = {label for one in made.must_not for label in one.treatments}
    for one in taken.values():
        said = f"{one.why}; the plan: must not be given" if one.label in barred else one.why
        yield replace(one, why=said)
    for one in made.options:
        id = one.treatment
        if id is not None and id in TABLE.treatments and id not in taken:
            label = TABLE.treatments[id].label
            taken[id] = Beside(treatment=id, label=label, why=f"the plan: {one.level.value}")
            yield taken[id]


def _taken(medicines: Iterable[Medicine]) -> Iterator[Beside]:
    seen: set[str] = set()
    for one in medicines:
        for id in one.concepts:
            if id in TABLE.treatments and id not in seen and one.counts is not Counts.OVER:
                seen.add(id)
                label = TABLE.treatments[id].label
                yield Beside(treatment=id, label=label, why=one.counts.value)


def against(record: Record, treatment: str, on: date) -> tuple[Medicine, ...]:
    """Return the medicines of `record`, each with what is listed of it and `treatment`."""
    beside = Beside(
        treatment=treatment, label=TABLE.treatments[treatment].label, why="this monograph"
    )
    medicines = medicines_of(record, TABLE, on)
    return tuple(one for one in checked(medicines, (beside,), TABLE) if one.against)
