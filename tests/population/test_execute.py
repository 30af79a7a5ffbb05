"""A run goes batch by batch, tells how far it is, can be stopped, and can write what it finds."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.population.agreement import rows_of
from tests.strategies.vocabulary import FEATURES, HB, HB_RANGE, ON, SITE, VOCABULARIES, Case

from ferrata.guideline.conditions import Condition, not_
from ferrata.guideline.events import Events, Observation, When
from ferrata.guideline.values import Answer, Known
from ferrata.interpret.population import (
    Cancelled,
    Progress,
    Settings,
    make_plan,
    run,
    write,
    write_events,
)
from ferrata.interpret.population.database import GIB, Database, default_memory
from ferrata.interpret.population.execute import fitting

LOW = Observation(HB.id, When.day(ON), HB_RANGE.low, HB_RANGE.low)
CONDITIONS: tuple[Condition, ...] = (Case.low, not_(Case.low))
PLAN = make_plan([Case.hb], CONDITIONS, SITE, VOCABULARIES)


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    patients = {number: Events.of([LOW] if number % 2 else []) for number in range(50)}
    write_events(folder, patients, 10)
    return folder


def test_progress_is_told_after_each_batch(folder: Path) -> None:
    """Five buckets in batches of two: three steps, each with the patients so far."""
    told: list[Progress] = []
    found = list(run(PLAN, folder, ON, Settings(buckets_per_batch=2, progress=told.append)))
    assert [one.patient for one in found] == list(range(50))
    assert [(one.batch, one.batches, one.patients) for one in told] == [
        (1, 3, 20),
        (2, 3, 40),
        (3, 3, 50),
    ]
    assert found[1].values == {Case.hb: Known(HB_RANGE.low)}
    assert found[1].answers == dict(zip(CONDITIONS, (Answer.YES, Answer.NO), strict=True))
    assert found[2].answers == dict.fromkeys(CONDITIONS, Answer.UNKNOWN)


def test_a_run_stops_between_batches(folder: Path) -> None:
    """It says so instead of ending as if it were complete."""
    seen: list[int] = []
    settings = Settings(buckets_per_batch=1, cancelled=lambda: len(seen) >= 20)
    with pytest.raises(Cancelled, match="stopped before batch 3 of 5"):
        seen.extend(one.patient for one in run(PLAN, folder, ON, settings))


def test_results_can_be_written(folder: Path, tmp_path: Path) -> None:
    """One Parquet file per batch holds the same columns, in the order of patients."""
    told: list[Progress] = []
    target = tmp_path / "results"
    settings = Settings(buckets_per_batch=3, progress=told.append)
    assert write(PLAN, folder, ON, target, settings) == 50
    assert [one.patients for one in told] == [30, 50]
    files = sorted(path.name for path in target.iterdir())
    assert files == ["batch=0001.parquet", "batch=0002.parquet"]
    with Database() as database:
        rows = database.rows(rows_of(target / "batch=0001.parquet"))
    assert rows[:2] == [
        (0, "never recorded", None, None, None, None),
        (1, None, HB_RANGE.low, HB_RANGE.low, True, False),
    ]
    assert write(PLAN, folder, ON, target) == 50


def test_memory_is_a_quarter_of_the_machine_and_at_most_two_gigabytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the machine does not say how much it has, two."""
    assert 0 < default_memory() <= 2 * GIB
    pages = {"SC_PHYS_PAGES": 1 << 10, "SC_PAGE_SIZE": 1 << 20}
    monkeypatch.setattr(os, "sysconf", pages.__getitem__)
    assert default_memory() == GIB // 4

    def unknown(_: str) -> int:
        raise ValueError

    monkeypatch.setattr(os, "sysconf", unknown)
    assert default_memory() == 2 * GIB


def test_a_small_memory_limit_is_enough(folder: Path) -> None:
    """Results do not depend on it."""
    small = Settings(memory=64 << 20, threads=1)
    assert list(run(PLAN, folder, ON, small)) == list(run(PLAN, folder, ON))


def test_a_wide_plan_takes_fewer_patients_at_a_time() -> None:
    """Memory is bounded by patients times aggregates, never below one bucket."""
    assert fitting(PLAN) == 8
    wide = make_plan(FEATURES, [], SITE, VOCABULARIES)
    assert 1 <= fitting(wide) < 8
    assert fitting(replace(wide, steps=wide.steps * 100)) == 1
    assert fitting(replace(PLAN, steps=())) == 8
