"""The shipped guidelines, run over a population: the same as for each patient alone."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.alps.histories import derived, histories
from tests.population.agreement import Ask, difference, population, reference

from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.guideline.conditions import Condition
from ferrata.guideline.events import Event, Events
from ferrata.guideline.guideline import Guideline

ON = derived([]).on
LIMITS = settings(
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
PATIENTS = st.lists(histories(), min_size=40, max_size=60)


def deciding(guideline: Guideline) -> tuple[Condition, ...]:
    """Every condition that decides in a guideline."""
    return (
        guideline.scope,
        *(one.when for one in guideline.transitions),
        *(one.needs for one in guideline.gates),
        *(one.avoid.when for one in guideline.cautions),
    )


def agree(guideline: Guideline, patients: list[list[Event]]) -> None:
    known = {number: Events.of(events) for number, events in enumerate(patients)}
    ask = Ask(
        features=tuple(one for cls in guideline.vocabularies for one in cls.features),
        conditions=deciding(guideline),
        on=ON,
        site=guideline.site(),
        vocabularies=guideline.vocabularies,
    )
    assert difference(known, reference(known, ask), population(known, ask)) == ""


@pytest.mark.hazard("H35")
@given(PATIENTS)
@settings(LIMITS, max_examples=1)
def test_every_rule_answers_alike_for_one_and_for_many(patients: list[list[Event]]) -> None:
    """Each feature and each deciding condition of the guideline that gives advice."""
    agree(RECONCILED, patients)


@pytest.mark.full
@pytest.mark.hazard("H35")
@pytest.mark.parametrize("guideline", GUIDELINES, ids=lambda one: one.id)
@given(patients=PATIENTS)
@settings(LIMITS, max_examples=6)
def test_every_guideline_answers_alike_for_one_and_for_many(
    guideline: Guideline, patients: list[list[Event]]
) -> None:
    """The same for each guideline, over more patients."""
    agree(guideline, patients)
