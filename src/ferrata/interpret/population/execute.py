"""Runs a plan over the Parquet tables of a population, batch by batch of patients."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ferrata.guideline.errors import FerrataError
from ferrata.interpret.population.database import Database, quoted
from ferrata.interpret.population.plan import Gather, Plan
from ferrata.interpret.population.printer import Printer
from ferrata.interpret.population.results import PatientResult, read_row
from ferrata.interpret.population.tables import TABLES, buckets_of, check_types, part_of


class Cancelled(FerrataError):
    """A run was stopped between two batches; what it yielded before is complete per patient."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: batches done, of how many, patients so far, seconds since it began."""

    batch: int
    batches: int
    patients: int
    seconds: float


BATCH = 8 * 128
"""Buckets times aggregates of a batch: 125 000 patients of 240 aggregates peak at 1.2 GB."""


def _ignore(_: Progress) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run: results are the same whatever these say.

    Without `buckets_per_batch`, eight buckets of a narrow plan make a batch and fewer of a wide
    one, so that memory grows neither with the patients nor with the guideline.
    """

    buckets_per_batch: int | None = None
    memory: int | None = None
    threads: int | None = None
    progress: Callable[[Progress], None] = field(default=_ignore)
    cancelled: Callable[[], bool] = field(default=_never)


@dataclass(frozen=True, slots=True)
class _Batch:
    number: int
    of: int
    final: str


def run(
    plan: Plan, folder: Path, on: int, settings: Settings | None = None
) -> Iterator[PatientResult]:
    """Yield what `plan` says of each patient as of day `on`, in the order of patients.

    Raises:
        RecordError: when `folder` does not keep the contract of `tables`.
        Cancelled: when `settings.cancelled` says so before a batch.
    """
    settings = settings or Settings()
    begun, patients = time.monotonic(), 0
    with Database(memory=settings.memory, threads=settings.threads) as database:
        for batch in _batches(database, plan, folder, on, settings):
            for row in database.stream(batch.final):
                patients += 1
                yield read_row(plan, row)
            seconds = time.monotonic() - begun
            settings.progress(Progress(batch.number, batch.of, patients, seconds))


def write(plan: Plan, folder: Path, on: int, target: Path, settings: Settings | None = None) -> int:
    """Write what `plan` says as Parquet, one file per batch; return the number of patients.

    Raises:
        RecordError: when `folder` does not keep the contract of `tables`.
        Cancelled: when `settings.cancelled` says so before a batch.
    """
    settings = settings or Settings()
    target.mkdir(parents=True, exist_ok=True)
    begun, patients = time.monotonic(), 0
    with Database(memory=settings.memory, threads=settings.threads) as database:
        for batch in _batches(database, plan, folder, on, settings):
            part = target / f"batch={batch.number:04d}.parquet"
            database.run(
                f"COPY ({batch.final}) TO {quoted(part)} (FORMAT parquet, COMPRESSION zstd)"
            )
            patients += database.count('SELECT count(*) FROM "patient"')
            seconds = time.monotonic() - begun
            settings.progress(Progress(batch.number, batch.of, patients, seconds))
    return patients


def fitting(plan: Plan) -> int:
    """Return how many buckets of `plan` fit into a batch."""
    aggregates = sum(len(step.query.columns) for step in plan.steps)
    return max(1, min(8, BATCH // max(1, aggregates)))


def _batches(
    database: Database, plan: Plan, folder: Path, on: int, settings: Settings
) -> Iterator[_Batch]:
    """Prepare one batch after the other: its views, then its steps."""
    printer = Printer("duckdb", on)
    printed = [(one, printer.query(one.query)) for one in (*plan.steps, *plan.gathers)]
    final = printer.query(plan.final)
    buckets = buckets_of(folder)
    size = settings.buckets_per_batch or fitting(plan)
    batches = [buckets[begin : begin + size] for begin in range(0, len(buckets), size)]
    for number, batch in enumerate(batches, 1):
        if settings.cancelled():
            raise Cancelled(f"stopped before batch {number} of {len(batches)}")
        for table in TABLES:
            parts = [part_of(folder, table, bucket) for bucket in batch]
            check_types(database, table, parts)
            listed = ", ".join(map(quoted, parts))
            database.run(
                f'CREATE OR REPLACE TEMP VIEW "{table}" AS '
                f"SELECT * FROM read_parquet([{listed}], hive_partitioning = false)"
            )
        for step, query in printed:
            database.run(f'CREATE OR REPLACE TEMP TABLE "{step.table}" AS {query}')
            for done in step.query.joins if isinstance(step, Gather) else ():
                database.run(f'DROP TABLE "{done}"')
        for step in plan.steps:
            if step.table not in plan.final.source.joins:
                database.run(f'DROP TABLE IF EXISTS "{step.table}"')
        yield _Batch(number, len(batches), final)
