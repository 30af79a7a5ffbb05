"""The tables of a population keep their contract, or are refused with the broken promise."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from tests.population.agreement import Ask, queried, rows_of
from tests.strategies.vocabulary import BLUE, FEVER, HB, ON

from ferrata.guideline.errors import RecordError
from ferrata.guideline.events import (
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    TreatmentCourse,
    When,
)
from ferrata.guideline.values import Reason
from ferrata.interpret.population import verify, write_events
from ferrata.interpret.population.database import Database, quoted
from ferrata.interpret.population.tables import TABLES, buckets_of, part_of

TODAY = When.day(ON)
FULL: tuple[Event, ...] = (
    Observation(HB.id, TODAY, Decimal("7.5"), Decimal(8), None, "it's"),
    Observation(HB.id, TODAY, None, None, Reason.WRONG_UNIT, '"\\N"'),
    Assertion(FEVER.id, TODAY, ""),
    Assertion(FEVER.id, TODAY, None, "Ü\n"),
    TreatmentCourse(BLUE.id, When(-1, ON), TODAY),
    TreatmentCourse(None, TODAY),
    Review(FEVER.id, TODAY),
)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    write_events(tmp_path, {0: Events.of(FULL), 9: Events(), 12: Events.of(FULL)}, 10)
    return tmp_path


def rewrite(folder: Path, table: str, select: str) -> None:
    """Replace the first bucket of a table by what a query makes of its `rows`."""
    part = part_of(folder, table, 0)
    with Database() as database:
        database.run(f"CREATE TABLE rows AS {rows_of(part)}")
        database.run(f"COPY ({select}) TO {quoted(part)}")


def rows(folder: Path, table: str, bucket: int) -> Iterator[tuple[object, ...]]:
    with Database() as database:
        yield from database.stream(f"{rows_of(part_of(folder, table, bucket))} ORDER BY ALL")


def test_what_is_written_is_what_was_recorded(folder: Path) -> None:
    """Every number, text and time comes back; empty is not absent; buckets are ranges."""
    verify(folder)
    assert buckets_of(folder) == (0, 1)
    assert list(rows(folder, "patient", 0)) == [(0,), (9,)]
    assert list(rows(folder, "patient", 1)) == [(12,)]
    day = (ON, ON, TODAY.first, TODAY.last)
    number = Decimal("7.50000000"), Decimal("8.00000000")
    assert list(rows(folder, "observation", 1)) == [
        (12, HB.id, *day, *number, None, "it's"),
        (12, HB.id, *day, None, None, Reason.WRONG_UNIT.value, '"\\N"'),
    ]
    assert list(rows(folder, "assertion", 1)) == [
        (12, FEVER.id, *day, "", ""),
        (12, FEVER.id, *day, None, "Ü\n"),
    ]
    assert list(rows(folder, "course", 1)) == [
        (12, BLUE.id, -1, 0, -1, ON, *day, ""),
        (12, None, *day, None, None, None, None, ""),
    ]
    assert list(rows(folder, "review", 0)) == [(0, FEVER.id, *day, "")]


@pytest.mark.parametrize(
    ("patient", "event", "why"),
    [
        (-1, FULL[0], "numbered from zero"),
        (0, Review(FEVER.id, When(5, 4)), "ends before it begins"),
        (0, Observation(HB.id, TODAY, Decimal("1E-9"), Decimal(1)), "is not quantised"),
    ],
)
def test_what_cannot_be_written_exactly_is_refused(
    tmp_path: Path, patient: int, event: Event, why: str
) -> None:
    """Nothing is rounded, and no table is left half true."""
    with pytest.raises(RecordError, match=why):
        write_events(tmp_path, {patient: Events.of([event])})


def test_an_absent_file_is_not_an_absence_of_records(folder: Path) -> None:
    """A bucket without its reviews would turn "no" into "never recorded"."""
    part_of(folder, "review", 1).unlink()
    with pytest.raises(RecordError, match="review has no bucket 1"):
        queried(folder, Ask())


@pytest.mark.parametrize(
    ("table", "select", "why"),
    [
        ("observation", "SELECT * REPLACE (low::DOUBLE AS low) FROM rows", "low is DOUBLE"),
        ("observation", "SELECT * EXCLUDE (source) FROM rows", "source is absent"),
        ("review", "SELECT *, 1 AS more FROM rows", "the contract says absent"),
    ],
)
def test_a_file_of_other_types_is_refused(folder: Path, table: str, select: str, why: str) -> None:
    """A run stops before its first answer."""
    rewrite(folder, table, select)
    with pytest.raises(RecordError, match=why):
        queried(folder, Ask())
    with pytest.raises(RecordError, match=why):
        verify(folder)


@pytest.mark.parametrize(
    ("table", "select", "why"),
    [
        ("patient", "SELECT NULL::INTEGER AS patient", "patient is never absent"),
        ("patient", "SELECT 9::INTEGER AS patient", "its patients are in the same bucket"),
        ("patient", "FROM rows UNION ALL FROM rows", "2 rows stand there twice"),
        ("observation", "SELECT * REPLACE ('?' AS unusable) FROM rows", "gives a known reason"),
        (
            "observation",
            "SELECT * REPLACE (NULL::DECIMAL(18,8) AS low) FROM rows",
            "both bounds or says why not",
        ),
        (
            "review",
            "SELECT * REPLACE (first + 1e6::BIGINT AS first) FROM rows",
            "first is not after",
        ),
        ("review", "SELECT * REPLACE (first_day - 1 AS first_day) FROM rows", "the day of first"),
        (
            "course",
            "SELECT * REPLACE (NULL::BIGINT AS end_last, NULL::INTEGER AS end_last_day) FROM rows",
            "an end is there as a whole",
        ),
    ],
)
def test_a_broken_promise_is_named(folder: Path, table: str, select: str, why: str) -> None:
    """Whoever writes tables learns which row would have changed an answer in silence."""
    rewrite(folder, table, select)
    with pytest.raises(RecordError, match=why):
        verify(folder)


def test_every_table_has_patients() -> None:
    """Patients join the tables."""
    assert all(fields[0].name == "patient" for fields in TABLES.values())
