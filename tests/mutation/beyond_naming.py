"""Which test names the statement that it guards, beyond the pathway: by part, id by id.

An id counts as guarded when some mutant of what carries it is killed by a test, or a row of a
table, that names the id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.mutation import assessments, assessments_killing, conflicts, follow_up, monographs
from tests.mutation.beyond import Part
from tests.mutation.model import Mutant
from tests.mutation.replacing import mutated

from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.errors import GuidelineError

LOUD = ("rule dropped", "dropped", "claim dropped", "negated", "part dropped", "interval", "limit")
"""Operators that change most, tried first."""

Names = Callable[[Mutant, str], Iterator[str]]


def _follow_up(mutant: Mutant, id: str) -> Iterator[str]:
    with mutated(mutant, (RECONCILED,)) as (changed,):
        for one in follow_up.killers(mutant, changed, naming=id):
            yield one.test


def _diagnosis(mutant: Mutant, id: str) -> Iterator[str]:
    with assessments.mutated(mutant) as changed:
        for check, _ in assessments_killing.killers(mutant, changed, naming=id):
            yield check.id


def _monographs(mutant: Mutant, id: str) -> Iterator[str]:
    yield from (check.id for check, _ in monographs.killers(mutant, naming=id))


def _conflicts(mutant: Mutant, id: str) -> Iterator[str]:
    yield from (check.id for check, _ in conflicts.killers(mutant, naming=id))


NAMES: dict[str, Names] = {
    "follow-up": _follow_up,
    "diagnosis": _diagnosis,
    "monographs": _monographs,
    "conflicts": _conflicts,
}


def carried(part: Part) -> tuple[str, ...]:
    """Return every id that something mutated in `part` carries."""
    return tuple(sorted({id for one in part.mutants for id in one.statements}))


def guards(part: Part) -> dict[str, tuple[str, str]]:
    """Return, for each id that is guarded, a mutant and the test that names the id and fails."""
    found: dict[str, tuple[str, str]] = {}
    loud = sorted(
        part.mutants, key=lambda one: LOUD.index(one.operator) if one.operator in LOUD else 99
    )
    for mutant in loud:
        for id in mutant.statements:
            if id not in found:
                test = _first(NAMES[part.name], mutant, id)
                if test:
                    found[id] = mutant.id, test
    return found


def _first(names: Names, mutant: Mutant, id: str) -> str:
    try:
        for test in names(mutant, id):
            return test
    except GuidelineError:
        pass
    return ""
