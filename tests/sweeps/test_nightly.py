"""The long searches: the same questions as the fast tests, over many more patients."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.alps.proofs import answer
from tests.alps.test_population_agrees import PATIENTS, agree
from tests.population.test_differential import ASKED, DAYS, SITES
from tests.population.test_differential import agree as agree_in_general
from tests.strategies.events import Population, populations

from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.guideline.conditions import Condition
from ferrata.guideline.events import Event
from ferrata.guideline.guideline import Guideline
from ferrata.interpret.prove import Outcome, prove

Note = Callable[[str, object], None]

LONG = settings(
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
    derandomize=False,
)


@pytest.mark.nightly
@pytest.mark.hazard("H35")
def test_a_query_and_the_reference_agree_over_many_patients(record_property: Note) -> None:
    """Any vocabulary, any condition, any record."""
    compared = 0

    @given(populations(250), ASKED, DAYS)
    @settings(LONG, max_examples=40)
    def sweep(patients: Population, asked: list[Condition], on: int) -> None:
        nonlocal compared
        compared += len(patients)
        agree_in_general(patients, asked, on, SITES[0])

    sweep()
    record_property("patients compared", compared)
    record_property("differences", 0)


@pytest.mark.nightly
@pytest.mark.hazard("H35")
def test_the_shipped_guideline_agrees_over_many_patients(record_property: Note) -> None:
    """Every feature and every deciding condition of the guideline that gives advice."""
    compared = 0

    @given(PATIENTS)
    @settings(LONG, max_examples=20)
    def sweep(patients: list[list[Event]]) -> None:
        nonlocal compared
        compared += len(patients)
        agree(RECONCILED, patients)

    sweep()
    record_property("patients compared", compared)
    record_property("differences", 0)


@pytest.mark.nightly
@pytest.mark.parametrize("guideline", GUIDELINES, ids=lambda one: one.id)
def test_every_verdict_is_counted(guideline: Guideline, record_property: Note) -> None:
    """What is proved of each guideline, and what is not."""
    verdicts = prove(guideline, answer, timeout=60)
    for outcome in Outcome:
        found = sum(one.outcome is outcome for one in verdicts)
        record_property(outcome.value.lower(), found)

    assert verdicts
