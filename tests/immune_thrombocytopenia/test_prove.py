"""The guideline on immune thrombocytopenia is proved as that on any other disease is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.immune_thrombocytopenia.pathway import EARLIER, GAPING, GUIDELINE, Stage
from tests.immune_thrombocytopenia.words import DEXAMETHASONE, TREAT_BELOW, Case, statement

from ferrata.dosing.offered import offered
from ferrata.guideline.conditions import Condition
from ferrata.guideline.doses import Form, Product
from ferrata.guideline.features import HasValues
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import between, m2, mg
from ferrata.guideline.values import Answer, Known
from ferrata.interpret.evaluate import judge
from ferrata.interpret.prove import Formulary, Outcome, Theorem, prove


def _answer(condition: Condition, facts: HasValues, site: Site) -> Answer:
    return judge(condition, facts, site).answer


TABLETS = tuple(
    Product(
        f"tablet-{strength}",
        DEXAMETHASONE,
        f"tablet {strength} mg",
        Form.TABLET,
        strength * mg,
        Decimal(1),
        statement("T1"),
    )
    for strength in (4, 20)
)
DOSES = Formulary(TABLETS, 10, between("0.15", "2.6", m2)), offered


@pytest.mark.parametrize("guideline", [GUIDELINE, EARLIER], ids=lambda one: one.id)
def test_every_theorem_is_proved(guideline: Guideline) -> None:
    """Steps, transitions, gates and cautions leave nothing open, for every allowed setting."""
    verdicts = prove(guideline, _answer, doses=DOSES)
    assert {one.theorem for one in verdicts} == set(Theorem)
    assert [one for one in verdicts if one.outcome is not Outcome.PROVED] == []


def test_a_removed_transition_leaves_a_gap() -> None:
    """Whoever needs no treatment is shown as the patient whom no transition takes."""
    wrong = [one for one in prove(GAPING, _answer) if one.outcome is not Outcome.PROVED]
    (gap,) = [one for one in wrong if one.theorem is Theorem.NO_GAP]
    patient = gap.counterexample
    assert gap.subject == Stage.OBSERVATION
    assert gap.outcome is Outcome.COUNTEREXAMPLE
    assert patient is not None
    platelets = patient.value(Case.platelets)
    assert isinstance(platelets, Known)
    assert not isinstance(platelets.value, bool | str)
    assert platelets.value >= patient.site()[TREAT_BELOW]
    guards = GAPING.transitions_at(Stage.OBSERVATION)
    assert [_answer(one.when, patient, patient.site()) for one in guards] == [Answer.NO] * 2
    assert {one.theorem for one in wrong} == {Theorem.NO_GAP}
