"""Disagreements as text for a terminal: at most 100 columns, nothing that is not in the value."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.plan.disagreements.model import Advised, Disagreement, Disagreements, Said
from ferrata.plan.lines import columns, harmless, heading, wrapped
from ferrata.plan.model import Level
from ferrata.plan.tables import table

_WORDS = {
    Level.OFFERED: "OFFERED",
    Level.CONDITIONAL: "ON CONDITION",
    Level.CANNOT_TELL: "CANNOT TELL YET",
    Level.WITHHELD: "WITHHELD",
    Level.CONTRAINDICATED: "CONTRAINDICATED",
}
_SILENT = "-"
_COLUMN = 16


def disagreements_text(made: Disagreements) -> str:
    """Return `made` as text."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: Disagreements) -> Iterator[str]:
    yield from wrapped(made.notice)
    if made.patient is not None:
        yield from _patient(made)
        at_work = [one for one in made.conflicts if one.at_work]
        yield from heading(f"Conflicts at work here, {len(at_work)} of {len(made.conflicts)}")
        for conflict in at_work:
            yield from _conflict(conflict)
        if not at_work:
            yield "  none: no option that is offered rests on a conflict"
        yield from heading("The other conflicts")
        for conflict in made.conflicts:
            if not conflict.at_work:
                yield from wrapped(f"{conflict.id}  {conflict.title}", "  ", "       ")
    else:
        yield from heading(f"Where the sources disagree, {len(made.conflicts)} conflicts")
        for conflict in made.conflicts:
            yield from _conflict(conflict)
    if made.unread:
        yield from heading("In the record and not used")
        for line in made.unread:
            yield from wrapped(line, "  ")
    yield ""
    yield made.software
    for one in made.guidelines:
        yield from wrapped(f"guideline {one.id} {one.version} ({one.hash[:12]}), {one.review}")


def _patient(made: Disagreements) -> Iterator[str]:
    patient = made.patient
    assert patient is not None
    who = ", ".join(one for one in (patient.label, patient.age, patient.sex) if one)
    yield ""
    yield from wrapped(f"{who}  [Patient/{patient.id}]   on {made.on}")
    certain = [one for one in made.emergency if one.answer == "yes"]
    if certain:
        yield "!" * columns()
        seen = "; ".join(f"{one.label}: {one.value}" for one in certain[0].values)
        yield from wrapped(f"EMERGENCY: act at once. {seen}", "!! ")
        yield "!" * columns()
    elif made.emergency:
        yield "! Emergency not excluded: see ferrata plan."
    yield from heading("How far each guideline advises what")
    yield from _table(made)
    yield from heading("In its words")
    titles = {one.id: one.title for one in made.guidelines}
    for each in made.advice:
        yield from _advised(each, titles[each.guideline])


def _table(made: Disagreements) -> Iterator[str]:
    names = [one.guideline for one in made.advice]
    rows = [
        (
            row.what,
            [
                _SILENT if (level := row.levels.get(name)) is None else _WORDS[level].lower()
                for name in names
            ],
        )
        for row in made.side_by_side
    ]
    yield from table(names, rows, column=_COLUMN)


def _advised(each: Advised, title: str) -> Iterator[str]:
    yield from wrapped(f"{title} [{each.guideline}]", "  ", "    ")
    yield from wrapped("stands at: " + " or ".join(each.stages), "    ", "      ")
    if each.gap:
        yield "    a gap: it has no way on for such a patient"
    for line in each.lines:
        amount = f": {line.amount}" if line.amount else ""
        place = f", choice {line.alternative}" if line.alternative > 1 else ""
        said = f"{_WORDS[line.level]}{place}: {line.text}{amount} [{' '.join(line.rules)}]"
        yield from wrapped(said, "    • ", "      ")
    if not each.lines and not each.gap:
        yield "    advises nothing"


def _conflict(one: Disagreement) -> Iterator[str]:
    yield ""
    yield from wrapped(f"{one.id}  {one.title}", "  ", "       ")
    if one.at_work:
        yield from wrapped(f"at work in {', '.join(one.at_work)}", "       ")
    for claim in one.claims:
        yield from _said(claim, "•")
    if one.one_sided:
        yield from wrapped(f"alone: {one.one_sided}", "       ", "         ")
    yield from _said(one.resolution, "=")
    yield from wrapped(f"why: {one.because}", "         ", "           ")


def _said(claim: Said, sign: str) -> Iterator[str]:
    ids = "; ".join(_place(one.id, one.where) for one in claim.cited)
    yield from wrapped(f"{sign} {claim.who}: {claim.says} [{ids}]", "       ", "         ")


def _place(id: str, where: str) -> str:
    return id if where.startswith("assumption") else f"{id} {where}"
