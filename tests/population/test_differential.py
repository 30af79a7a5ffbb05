"""The query and the one-patient reference agree on every value, every reason, every answer."""

import random
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.population.agreement import Ask, difference, population, queried, reference, rows_of
from tests.strategies.conditions import conditions
from tests.strategies.events import Population, populations
from tests.strategies.facts import LANDMARKS
from tests.strategies.vocabulary import HB, LOW, ON, Case

from ferrata.guideline.conditions import Compare, Condition, Operator, Relate
from ferrata.guideline.events import Events, Observation, When
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import dL, g, quantise
from ferrata.interpret.population import PatientResult, Settings
from ferrata.interpret.population.database import Database, quoted
from ferrata.interpret.population.tables import TABLES, buckets_of, part_of
from ferrata.interpret.population.writing import write_events

LIMITS = settings(
    # A difference names its smallest patient, which shrinking could hardly improve.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
SITES = (Site([LOW]), Site([LOW], {"low": 7 * (g / dL)}))


def agree(patients: Population, asked: Sequence[Condition], on: int, site: Site) -> None:
    ask = Ask(conditions=asked, on=on, site=site)
    assert difference(patients, reference(patients, ask), population(patients, ask)) == ""


ASKED = st.lists(conditions(), min_size=1, max_size=12)
DAYS = st.sampled_from((ON, ON, ON - 7, ON + 14))


@pytest.mark.hazard("H35")
@pytest.mark.hazard("H12")
@given(populations(250), ASKED, DAYS, st.sampled_from(SITES))
@settings(LIMITS, max_examples=6)
def test_a_query_and_the_reference_agree(
    patients: Population, asked: Sequence[Condition], on: int, site: Site
) -> None:
    """Whatever a record holds, a patient gets the same answer alone and among many."""
    agree(patients, asked, on, site)


@pytest.mark.full
@pytest.mark.hazard("H35")
@given(populations(200), ASKED, DAYS, st.sampled_from(SITES))
@settings(LIMITS, max_examples=100)
def test_a_query_and_the_reference_agree_on_many(
    patients: Population, asked: Sequence[Condition], on: int, site: Site
) -> None:
    """The same, over some fifty thousand patients."""
    agree(patients, asked, on, site)


@pytest.mark.hazard("H35")
@given(populations(60), ASKED, st.randoms(use_true_random=False))
@settings(LIMITS, max_examples=2)
def test_neither_the_order_of_rows_nor_the_layout_changes_an_answer(
    patients: Population, asked: Sequence[Condition], chance: random.Random
) -> None:
    """Rows in any order, buckets and batches of any size, any number of threads: one result."""
    ask = Ask(conditions=asked)
    layouts = ((100, 1, 1), (20, 6, 2))
    found: list[list[PatientResult]] = []
    for bucket_size, batch, threads in layouts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_events(folder, patients, bucket_size)
            shuffle(folder, chance.random())
            run = Settings(buckets_per_batch=batch, threads=threads)
            found.append(queried(folder, ask, run))
    assert found[0] == found[1]
    assert difference(patients, reference(patients, ask), found[0]) == ""


def shuffle(folder: Path, seed: float) -> None:
    """Write every file again with its rows in another order."""
    with Database(threads=1) as database:
        database.run(f"SELECT setseed({seed})")
        for table in TABLES:
            for bucket in buckets_of(folder):
                part = part_of(folder, table, bucket)
                database.run(f"CREATE OR REPLACE TABLE rows AS {rows_of(part)}")
                database.run(f"COPY (FROM rows ORDER BY random()) TO {quoted(part)}")


@pytest.mark.hazard("H35")
def test_values_exactly_at_a_threshold_agree() -> None:
    """A value at a threshold, or the smallest step beside it, falls on the same side."""
    step = Decimal("0.00000001")
    landmarks = [quantise(Decimal(one)) for one in LANDMARKS["g/dL"]]
    numbers = sorted({one + shift for one in landmarks for shift in (-step, Decimal(0), step)})
    patients = Population(
        (number, Events.of([Observation(HB.id, When.day(ON), value, value)]))
        for number, value in enumerate(numbers)
    )
    asked: list[Condition] = [
        Compare(Case.hb, operator, threshold) for operator in Operator for threshold in landmarks
    ]
    asked += [
        Relate(Case.hb, operator, Decimal(factor), Case.hb_high, Decimal(offset))
        for operator in Operator
        for factor, offset in (("1", "0"), ("0.5", "4"), ("2", "-8"), ("-1", "16"))
    ]
    ask = Ask((Case.hb,), asked)
    assert difference(patients, reference(patients, ask), population(patients, ask)) == ""
