"""The criteria over a population: the same answers as for each patient alone."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.diagnosis.histories import FEATURES, ON, histories
from tests.population.agreement import Ask, difference, population, reference

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.guideline.events import Event, Events
from ferrata.guideline.parameters import Site
from ferrata.plan.assessment.readings import read_for

ASK = Ask(
    features=FEATURES,
    conditions=tuple(dict.fromkeys(DIAGNOSIS.conditions)),
    on=ON,
    site=Site(()),
    vocabularies=DIAGNOSIS.vocabularies,
)
LIMITS = settings(
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)


@pytest.mark.hazard("H35")
@given(st.lists(histories(), min_size=20, max_size=40))
@settings(LIMITS, max_examples=2)
def test_every_criterion_answers_alike_for_one_and_for_many(patients: list[list[Event]]) -> None:
    """Each feature and each condition, over events as the assessment reads them."""
    known = {
        number: read_for(DIAGNOSIS, Events.of(events), ON).events
        for number, events in enumerate(patients)
    }
    assert difference(known, reference(known, ASK), population(known, ASK)) == ""
