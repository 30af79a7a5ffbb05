"""Events of patients to the tables of a population, exactly or not at all."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from ferrata.guideline.errors import RecordError
from ferrata.guideline.events import Events, When
from ferrata.guideline.units import plain, quantise
from ferrata.interpret.population.database import Database, quoted
from ferrata.interpret.population.tables import TABLES, part_of

Cell: TypeAlias = "int | str | None"


def write_events(folder: Path, patients: Mapping[int, Events], bucket_size: int = 31_250) -> None:
    """Write the events of `patients` as tables, `bucket_size` patients to a bucket.

    Raises:
        RecordError: for a patient below zero, a time that ends before it begins, or a number that
            is not quantised.
    """
    if any(patient < 0 for patient in patients):
        raise RecordError("patients are numbered from zero")
    filled = sorted({patient // bucket_size for patient in patients})
    with Database() as database, tempfile.TemporaryDirectory() as temporary:
        for table, fields in TABLES.items():
            lines = Path(temporary) / f"{table}.json"
            names = [field.name for field in fields]
            with lines.open("w", encoding="utf-8") as out:
                for patient, events in patients.items():
                    for row in _rows(table, events):
                        out.write(json.dumps(dict(zip(names, (patient, *row), strict=True))) + "\n")
            types = ", ".join(f"{field.name}: '{field.sql}'" for field in fields)
            database.run(
                f'CREATE TABLE "{table}" AS SELECT * FROM read_json({quoted(lines)}, '
                f"format = 'newline_delimited', columns = {{{types}}})"
            )
            order = ", ".join(f'"{name}"' for name in (*names[1:2], *names))
            for bucket in filled:
                part = part_of(folder, table, bucket)
                part.parent.mkdir(parents=True, exist_ok=True)
                database.run(
                    f'COPY (SELECT * FROM "{table}" WHERE patient >= {bucket * bucket_size} '
                    f"AND patient < {(bucket + 1) * bucket_size} ORDER BY {order}) "
                    f"TO {quoted(part)} (FORMAT parquet, COMPRESSION zstd)"
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
