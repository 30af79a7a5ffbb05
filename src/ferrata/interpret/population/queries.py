"""The three shapes of a query. Tables are joined by patient, and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ferrata.interpret.population.expressions import Aggregate, Expression


@dataclass(frozen=True, slots=True)
class Scan:
    """Rows of one event table: those of one concept."""

    table: str
    where: Expression


@dataclass(frozen=True, slots=True)
class Grouped:
    """One row per patient: `columns` aggregated over a scan, joined by patient with `joins`."""

    scan: Scan
    joins: tuple[str, ...]
    columns: tuple[tuple[str, Aggregate], ...]


Layer: TypeAlias = "tuple[tuple[str, Expression], ...]"


@dataclass(frozen=True, slots=True)
class Joined:
    """One row per patient of `table`: `columns` of the tables joined, NULL where one has no row."""

    table: str
    joins: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layered:
    """`output` of joined columns and of columns computed layer upon layer, in order of patients."""

    source: Joined
    layers: tuple[Layer, ...]
    output: tuple[str, ...]


Query: TypeAlias = Grouped | Joined | Layered
