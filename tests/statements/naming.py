"""Which test names the statement that it guards: for each id, a mutant of its rule and who sees it.

An id counts as guarded when some mutant of a rule, action, criterion or silence that carries it is
killed by a vignette, or a row of a table, that names the id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.mutation.contexts import Difference
from tests.mutation.killing import disagreement
from tests.mutation.model import Mutant
from tests.mutation.replacing import mutated
from tests.mutation.tables import rows
from tests.mutation.touching import matters, told

from ferrata.guideline.errors import GuidelineError
from ferrata.guideline.guideline import Guideline

LOUD = ("rule dropped", "negated", "part dropped", "action dropped", "dose dropped", "default")
"""Operators that change most, tried first."""


@dataclass(frozen=True)
class Guard:
    """A test that names a statement and fails when a rule that carries it is mutated."""

    statement: str
    test: str
    mutant: str
    said: str


def carried(found: Iterable[Mutant]) -> tuple[str, ...]:
    """Return every id that a mutated rule, action, criterion or silence carries."""
    return tuple(sorted({id for one in found for id in one.statements}))


def guards(found: tuple[Mutant, ...], guidelines: tuple[Guideline, ...]) -> dict[str, Guard]:
    """Return a guard of each id that has one."""
    open_ids = set(carried(found))
    kept: dict[str, Guard] = {}
    loud = sorted(found, key=lambda one: LOUD.index(one.operator) if one.operator in LOUD else 99)
    for mutant in loud:
        asked = open_ids & set(mutant.statements)
        if not asked:
            continue
        try:
            with mutated(mutant, guidelines) as changed:
                for guard in _seen(mutant, asked, changed):
                    kept.setdefault(guard.statement, guard)
        except GuidelineError:
            continue
        open_ids -= kept.keys()
    return kept


def _seen(mutant: Mutant, asked: set[str], changed: tuple[Guideline, ...]) -> Iterator[Guard]:
    world = {one.id: one for one in changed}
    for row in rows():
        named = asked & set(row.statements)
        said = row.check(changed) if named else ""
        if said:
            yield from (Guard(id, row.id, mutant.id, said) for id in named)
            asked -= named
    difference = Difference(mutant)
    for one in told() if asked else ():
        vignette = one.vignette
        named = asked & set(vignette.statements)
        if named and vignette.guideline in world and matters(mutant, one):
            if vignette.missing is None and not difference.seen_by(one.days):
                continue
            said = disagreement(vignette, one.record, world)
            if said:
                yield from (Guard(id, vignette.id, mutant.id, said) for id in named)
                asked -= named
