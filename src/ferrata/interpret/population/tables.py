"""The Parquet contract: what the tables of a population hold, and whether they are there.

``<folder>/<table>/bucket=NNNN/part.parquet``; a bucket holds a range of patients, and every bucket
has every table. Times are whole numbers: days and seconds since 1970-01-01, local as written. No
database ever computes a date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ferrata.guideline.errors import RecordError
from ferrata.interpret.population.database import Database, quoted
from ferrata.interpret.population.expressions import (
    INTEGER,
    MEASURED,
    TEXT,
    Column,
    Kind,
)


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


def check_types(database: Database, table: str, parts: Iterable[Path]) -> None:
    """Check that the files of a table have exactly the types of the contract.

    Raises:
        RecordError: naming the file and the column that differs.
    """
    promised = {field.name: field.sql for field in TABLES[table]}
    for part in parts:
        found = {
            str(name): str(kind)
            for name, kind in database.rows(
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
