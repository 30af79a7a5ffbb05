"""What the tables of a population promise beyond their types, checked on the data itself.

A run trusts its tables. Whoever writes them, checks them once: each broken promise would change an
answer in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ferrata.guideline.errors import RecordError
from ferrata.guideline.events import DAY
from ferrata.guideline.values import Reason
from ferrata.interpret.population.database import Database, quoted
from ferrata.interpret.population.tables import TABLES, buckets_of, check_types, part_of


def verify(folder: Path) -> None:
    """Check every promise of the contract on every bucket of `folder`.

    Raises:
        RecordError: naming the bucket, the table, the promise and how many rows break it.
    """
    with Database() as database:
        for bucket in buckets_of(folder):
            for table in TABLES:
                part = part_of(folder, table, bucket)
                check_types(database, table, [part])
                database.run(
                    f'CREATE OR REPLACE TEMP VIEW "{table}" AS '
                    f"SELECT * FROM read_parquet({quoted(part)}, hive_partitioning = false)"
                )
            for table in TABLES:
                for promise, breach in _promises(table):
                    if broken := database.count(f'SELECT count(*) FROM "{table}" WHERE {breach}'):
                        broke = f"{promise} ({broken} rows break it)"
                        raise RecordError(f"{folder}: bucket {bucket}, {table}: {broke}")
                rows = database.count(f'SELECT count(*) FROM "{table}"')
                once = database.count(f'SELECT count(*) FROM (SELECT DISTINCT * FROM "{table}")')
                if rows != once:
                    raise RecordError(
                        f"{folder}: bucket {bucket}, {table}: {rows - once} rows stand there twice"
                    )


def _promises(table: str) -> Iterator[tuple[str, str]]:
    """Each promise in words, and the condition of a row that breaks it."""
    for field in TABLES[table]:
        if not field.nullable:
            yield f"{field.name} is never absent", f'"{field.name}" IS NULL'
    if table != "patient":
        patients = 'SELECT patient FROM "patient"'
        yield "its patients are in the same bucket", f"patient NOT IN ({patients})"
    if table == "observation":
        reasons = ", ".join(quoted(reason.value) for reason in Reason)
        yield "an unusable row gives a known reason", f"unusable NOT IN ({reasons})"
        yield (
            "a row has both bounds or says why not",
            "(low IS NULL) <> (high IS NULL) OR (low IS NULL) = (unusable IS NULL)",
        )
    times = {"patient": (), "course": ("start_", "end_")}
    for prefix in times.get(table, ("",)):
        first, last = f'"{prefix}first"', f'"{prefix}last"'
        yield f"{prefix}first is not after {prefix}last", f"{first} > {last}"
        for name in (f"{prefix}first", f"{prefix}last"):
            begins = f'"{name}_day"::BIGINT * {DAY}'
            half = f'("{name}" IS NULL) <> ("{name}_day" IS NULL)'
            other = f'"{name}" < {begins} OR "{name}" >= {begins} + {DAY}'
            yield f"{name}_day is the day of {name}", f"{half} OR {other}"
    if table == "course":
        yield "an end is there as a whole", "(end_first IS NULL) <> (end_last IS NULL)"
