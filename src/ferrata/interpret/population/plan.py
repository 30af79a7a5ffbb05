"""A plan is a value: it can be printed before it runs, and it runs for any day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ferrata.guideline.conditions import Condition
from ferrata.guideline.features import Feature
from ferrata.interpret.population.expressions import (
    Column,
)
from ferrata.interpret.population.formulas import BoundsColumns, FeatureColumns
from ferrata.interpret.population.printer import Printer
from ferrata.interpret.population.queries import (
    Grouped,
    Joined,
    Layered,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A narrow query, and the table that keeps its result during a batch."""

    table: str
    query: Grouped


@dataclass(frozen=True, slots=True)
class Gather:
    """Some steps joined by patient; their own tables are not needed any more."""

    table: str
    query: Joined


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask of a population, ready to run for any day."""

    features: tuple[tuple[Feature, FeatureColumns], ...]
    conditions: tuple[tuple[Condition, Column], ...]
    steps: tuple[Step, ...]
    gathers: tuple[Gather, ...]
    final: Layered

    def explain(self, dialect: str = "duckdb") -> str:
        """Return every query in the order in which they run, as SQL; the day stays ``on``."""
        printer = Printer(dialect, None)
        return "\n\n".join(self._paragraphs(printer)) + "\n"

    def _paragraphs(self, printer: Printer) -> Iterator[str]:
        tables = len({step.query.scan.table for step in self.steps})
        yield (
            f"-- {len(self.features)} features and {len(self.conditions)} conditions from "
            f"{len(self.steps)} narrow queries over {tables} tables"
        )
        for step in self.steps:
            count = len(step.query.columns)
            yield (
                f"-- {step.table}: {count} aggregate{'s' if count > 1 else ''} "
                f"of {step.query.scan.table}\n" + printer.query(step.query, pretty=True) + ";"
            )
        for gather in self.gathers:
            yield f"-- {gather.table}\n" + printer.query(gather.query, pretty=True) + ";"
        yield "-- features and answers\n" + printer.query(self.final, pretty=True) + ";"


def names_of(columns: FeatureColumns) -> tuple[str, ...]:
    """Return the names of a feature's columns: why it is unknown, then its value."""
    if isinstance(columns, BoundsColumns):
        return columns.why.name, columns.low.name, columns.high.name
    return columns.why.name, columns.value.name
