"""What the proofs assume holds for every history; what they say, for every patient tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.alps.histories import derived, histories
from tests.alps.patients import Facts, Given, holds, known_patients
from tests.alps.proofs import BY_ID, answer

from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.events import Event
from ferrata.guideline.values import Answer

OPEN = [step.stage.value for step in RECONCILED.steps if not step.final]


@pytest.mark.parametrize("guideline", list(BY_ID))
@given(events=histories())
def test_no_history_breaks_a_declared_invariant(guideline: str, events: list[Event]) -> None:
    """Whatever is recorded, an invariant that the proofs assume is never a certain no."""
    chosen = BY_ID[guideline]
    facts = derived(events, chosen)
    broken = [
        one.id
        for one in chosen.invariants
        if answer(one.condition, facts, chosen.site()) is Answer.NO
    ]
    assert not broken


@given(facts=known_patients())
def test_generated_patients_are_within_the_invariants(facts: Facts) -> None:
    """The patients on whom theorems are sampled are those that the theorems are about."""
    assert holds(Given(RECONCILED, facts), RECONCILED)


@pytest.mark.statement("A12")
@given(facts=known_patients(), stage=st.sampled_from(OPEN))
def test_somebody_fully_known_always_has_a_way_on(facts: Facts, stage: str) -> None:
    """The evaluator finds an open transition at every step that is not final: no gap, sampled."""
    patient = Given(RECONCILED, facts)
    judged = [
        answer(one.when, patient, RECONCILED.site()) for one in RECONCILED.transitions_at(stage)
    ]
    assert Answer.UNKNOWN not in judged
    assert Answer.YES in judged
