"""The planner: narrow queries, one concept each, joined by patient at the end.

One wide query is quadratic in its aggregates; many narrow ones are not. So aggregates are grouped
by the rows they read, at most `widest` to a query, and those that read other aggregates come after
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ferrata.guideline.conditions import Condition
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.vocabularies import Vocabulary
from ferrata.interpret.population.derive_sql import Features
from ferrata.interpret.population.draft import Draft, Needed
from ferrata.interpret.population.plan import Gather, Plan, Step, names_of
from ferrata.interpret.population.queries import (
    Grouped,
    Joined,
    Layered,
    Scan,
)
from ferrata.interpret.population.reading import (
    columns_in,
)

WIDEST = 12
"""How many aggregates a query may have: 256 in one took 125 s and 8.9 GB, in narrow ones 5 s."""

JOINS = 8
"""How many tables a query may join: 52 in one took 380 ms to plan, in eights 120 ms."""


def make_plan(
    features: Iterable[Feature],
    conditions: Iterable[Condition],
    site: Site,
    vocabularies: tuple[type[Vocabulary], ...],
    *,
    widest: int = WIDEST,
) -> Plan:
    """Return how to compute `features` and `conditions` for every patient of a population.

    Raises:
        NotPrintable: when one of them has no exact SQL.
        RuleError: when a feature follows from itself, or asks about a course and names none.
    """
    draft = Draft()
    derived = Features(draft, vocabularies, site)
    wanted = tuple((one, derived.columns(one)) for one in dict.fromkeys(features))
    answers = tuple(
        (one, draft.define(f"answer.{number}", derived.conditions.truth(one)))
        for number, one in enumerate(dict.fromkeys(conditions))
    )
    steps = _steps(tuple(draft.needs.values()), widest)
    layers = draft.layers()
    read = {one.name for layer in layers for _, node in layer for one in columns_in(node)}
    gathers, source = _gathers(steps, read)
    output = [name for _, columns in wanted for name in names_of(columns)]
    final = Layered(source, layers, (*output, *(column.name for _, column in answers)))
    return Plan(wanted, answers, steps, gathers, final)


def _steps(needs: Sequence[Needed], widest: int) -> tuple[Step, ...]:
    """Group aggregates of one pass by the rows and the tables that they read."""
    steps: list[Step] = []
    table_of: dict[str, str] = {}
    for turn in sorted({need.turn for need in needs}):
        groups: dict[tuple[Scan, tuple[str, ...]], list[Needed]] = {}
        for need in needs:
            if need.turn == turn:
                joins = tuple(sorted({table_of[one.name] for one in need.reads}))
                groups.setdefault((need.scan, joins), []).append(need)
        for (scan, joins), group in groups.items():
            for begin in range(0, len(group), widest):
                chunk = group[begin : begin + widest]
                table = f"step{len(steps)}"
                columns = tuple((need.column.name, need.aggregate) for need in chunk)
                steps.append(Step(table, Grouped(scan, joins, columns)))
                table_of.update((need.column.name, table) for need in chunk)
    return tuple(steps)


def _gathers(steps: Sequence[Step], read: set[str]) -> tuple[tuple[Gather, ...], Joined]:
    """Join the columns that are read later, a few tables at a time, until few are left."""
    tables = [
        (step.table, names)
        for step in steps
        if (names := tuple(name for name, _ in step.query.columns if name in read))
    ]
    found: list[Gather] = []
    while len(tables) > JOINS:
        gathered: list[Gather] = []
        for begin in range(0, len(tables), JOINS):
            name = f"gather{len(found) + len(gathered)}"
            gathered.append(Gather(name, _joined(tables[begin : begin + JOINS])))
        found += gathered
        tables = [(one.table, one.query.columns) for one in gathered]
    return tuple(found), _joined(tables)


def _joined(tables: Sequence[tuple[str, tuple[str, ...]]]) -> Joined:
    columns = tuple(name for _, names in tables for name in names)
    return Joined("patient", tuple(table for table, _ in tables), columns)
