"""The Parquet contract: what the tables of a population hold, and how events are written to them.

``<folder>/<table>/bucket=NNNN/part.parquet``; a bucket holds a range of patients, and every bucket
has every table. Times are whole numbers: days and seconds since 1970-01-01, local as written. No
engine ever computes a date.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from ferrata.guideline.errors import RecordError
from ferrata.guideline.events import Events, When
from ferrata.guideline.units import plain, quantise
from ferrata.interpret.population.engine import Engine, quoted
from ferrata.interpret.population.expressions import INTEGER, MEASURED, TEXT, Column, Kind

Cell: TypeAlias = "int | str | None"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a table: its name and its type in Parquet."""

    name: str
    sql: str
    nullable: bool = False

    @property
    def kind(self) -> Kind:
        return {"DECIMAL(18,8)": MEASURED, "VARCHAR": TEXT}.get(self.sql, INTEGER)


def _time(prefix: str = "", *, nullable: bool = False) -> tuple[Field, ...]:
    return (
        Field(f"{prefix}first_day", "INTEGER", nullable),
        Field(f"{prefix}last_day", "INTEGER", nullable),
        Field(f"{prefix}first", "BIGINT", nullable),
        Field(f"{prefix}last", "BIGINT", nullable),
    )


_PATIENT = Field("patient", "INTEGER")
_SOURCE = Field("source", "VARCHAR")

TABLES: Mapping[str, tuple[Field, ...]] = {
    "patient": (_PATIENT,),
    "observation": (
        _PATIENT,
        Field("analyte", "VARCHAR"),
        *_time(),
        Field("low", "DECIMAL(18,8)", nullable=True),
        Field("high", "DECIMAL(18,8)", nullable=True),
        Field("unusable", "VARCHAR", nullable=True),
        _SOURCE,
    ),
    "assertion": (
        _PATIENT,
        Field("about", "VARCHAR"),
        *_time(),
        Field("value", "VARCHAR", nullable=True),
        _SOURCE,
    ),
    "course": (
        _PATIENT,
        Field("treatment", "VARCHAR", nullable=True),
        *_time("start_"),
        *_time("end_", nullable=True),
        _SOURCE,
    ),
    "review": (_PATIENT, Field("about", "VARCHAR"), *_time(), _SOURCE),
}


def column(table: str, name: str) -> Column:
    """Return a column of the contract as an expression."""
    field = next(one for one in TABLES[table] if one.name == name)
    return Column(name, field.kind)


def write_events(folder: Path, patients: Mapping[int, Events], bucket_size: int = 31_250) -> None:
    """Write the events of `patients` as tables, `bucket_size` patients to a bucket.

    Raises:
        RecordError: for a patient below zero, a time that ends before it begins, or a number that
            is not quantised.
    """
    if any(patient < 0 for patient in patients):
        raise RecordError("patients are numbered from zero")
    filled = sorted({patient // bucket_size for patient in patients})
    with Engine() as engine, tempfile.TemporaryDirectory() as temporary:
        for table, fields in TABLES.items():
            lines = Path(temporary) / f"{table}.json"
            names = [field.name for field in fields]
            with lines.open("w", encoding="utf-8") as out:
                for patient, events in patients.items():
                    for row in _rows(table, events):
                        out.write(json.dumps(dict(zip(names, (patient, *row), strict=True))) + "\n")
            types = ", ".join(f"{field.name}: '{field.sql}'" for field in fields)
            engine.run(
                f'CREATE TABLE "{table}" AS SELECT * FROM read_json({quoted(lines)}, '
                f"format = 'newline_delimited', columns = {{{types}}})"
            )
            order = ", ".join(f'"{name}"' for name in (*names[1:2], *names))
            for bucket in filled:
                part = part_of(folder, table, bucket)
                part.parent.mkdir(parents=True, exist_ok=True)
                engine.run(
                    f'COPY (SELECT * FROM "{table}" WHERE patient >= {bucket * bucket_size} '
                    f"AND patient < {(bucket + 1) * bucket_size} ORDER BY {order}) "
                    f"TO {quoted(part)} (FORMAT parquet, COMPRESSION zstd)"
                )


def part_of(folder: Path, table: str, bucket: int) -> Path:
    """Return the file of one table and one bucket."""
    return folder / table / f"bucket={bucket:04d}" / "part.parquet"


def buckets_of(folder: Path) -> tuple[int, ...]:
    """Return the buckets of `folder` in the order of their patients.

    Raises:
        RecordError: when a table lacks a bucket that another table has.
    """
    found = {
        table: {int(path.parent.name[7:]) for path in folder.glob(f"{table}/bucket=*/part.parquet")}
        for table in TABLES
    }
    every = set[int]().union(*found.values())
    for table, present in found.items():
        if absent := every - present:
            # An absent file would read as: nothing was ever recorded.
            raise RecordError(f"{folder}: {table} has no bucket {min(absent)}")
    return tuple(sorted(every))


def check_types(engine: Engine, table: str, parts: Iterable[Path]) -> None:
    """Check that the files of a table have exactly the types of the contract.

    Raises:
        RecordError: naming the file and the column that differs.
    """
    promised = {field.name: field.sql for field in TABLES[table]}
    for part in parts:
        found = {
            str(name): str(kind)
            for name, kind in engine.rows(
                "SELECT name, duckdb_type FROM parquet_schema("
                f"{quoted(part)}) WHERE duckdb_type IS NOT NULL"
            )
        }
        for name in sorted(promised.keys() | found.keys()):
            if promised.get(name) != found.get(name):
                raise RecordError(
                    f"{part}: {name} is {found.get(name, 'absent')}, "
                    f"and the contract says {promised.get(name, 'absent')}"
                )


def _rows(table: str, events: Events) -> Iterator[tuple[Cell, ...]]:
    match table:
        case "observation":
            for analyte, observations in events.observations.items():
                for one in observations:
                    bounds = _exact(one.low), _exact(one.high)
                    reason = None if one.unusable is None else one.unusable.value
                    yield (analyte, *_days(one.when), *bounds, reason, one.source)
        case "assertion":
            for about, assertions in events.assertions.items():
                for one in assertions:
                    yield (about, *_days(one.when), one.value, one.source)
        case "course":
            for one in events.courses:
                end = (None, None, None, None) if one.end is None else _days(one.end)
                yield (one.treatment, *_days(one.start), *end, one.source)
        case "review":
            for about, reviews in events.reviews.items():
                for one in reviews:
                    yield (about, *_days(one.when), one.source)
        case _:
            yield ()


def _days(when: When) -> tuple[int, int, int, int]:
    if when.first > when.last:
        raise RecordError(f"{when} ends before it begins")
    return when.first_day, when.last_day, when.first, when.last


def _exact(number: Decimal | None) -> str | None:
    if number is None:
        return None
    if quantise(number) != number:
        raise RecordError(f"{plain(number)} is not quantised")
    return plain(number)
