"""Figure 1 taken literally: its worst hole, its contradiction, and both under every reading."""

import pytest
from tests.alps.proofs import answer, verdicts_on

from ferrata.alps.case import Case
from ferrata.alps.course import Effect, Methylprednisolone, Mycophenolate, Sirolimus
from ferrata.alps.figure import RAO_2015_FIGURE
from ferrata.alps.guidelines import RECONCILED
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import when
from ferrata.guideline.units import day, dL, g, per_uL
from ferrata.guideline.values import Answer
from ferrata.guideline.vocabularies import Facts
from ferrata.interpret.prove import Outcome, Theorem

FAILED = Facts(
    Case(
        alps=True,
        hypersplenism=False,
        hemoglobin=11 * g / dL,
        hemoglobin_highest_day=11 * g / dL,
        neutrophils=3000 * per_uL,
        platelets=15_000 * per_uL,
        age=2200 * day,
        bleeding=False,
        major_bleeding=False,
        anemia_symptoms=False,
        fever=False,
        asplenia=False,
        infection=False,
        pregnancy_possible=False,
        pregnant=False,
        mycophenolate_intolerance=False,
    ),
    Mycophenolate(
        on=True,
        on_record=True,
        ever=True,
        days=84 * day,
        taken=True,
        effect=Effect.NONE,
        platelet_effect=Effect.NONE,
        neutrophils_start=2900 * per_uL,
        neutrophils_now=3000 * per_uL,
    ),
    Sirolimus(on=False, on_record=False, ever=False),
)
"""Week 12 of mycophenolate, taken in full, without a response, and without hypersplenism."""

_R2 = RAO_2015_FIGURE.amend(
    id="R2",
    title="Reading R2",
    version="0",
    because="the second pair of rituximab and splenectomy hangs under B3 instead of A3",
    remove=("F07",),
    add=(
        when(
            "F07-at-B3",
            at=Stage.SIROLIMUS_B,
            holds=Sirolimus.effect.is_(Effect.NONE),
            to=Stage.RITUXIMAB,
            because="no response",
            warrant=warrant("F07"),
        ),
    ),
)
_R3 = RAO_2015_FIGURE.amend(
    id="R3",
    title="Reading R3",
    version="0",
    because="the splenectomy box follows the pulse box in the text of the figure",
    add=(
        when(
            "F08-at-A2",
            at=Stage.PULSE,
            holds=Mycophenolate.effect.is_(Effect.NONE),
            to=Stage.SPLENECTOMY,
            because="no response",
            priority=6,
            warrant=warrant("F08"),
        ),
    ),
)
READINGS = [pytest.param(one, id=one.id) for one in (RAO_2015_FIGURE, _R2, _R3)]


def open_to(guideline: Guideline, stage: Stage, facts: Facts) -> dict[str, Answer]:
    """Return the answer of every guard at `stage` that is not a certain no."""
    judged = {
        one.id: answer(one.when, facts, guideline.site())
        for one in guideline.transitions_at(stage.value)
    }
    return {id: said for id, said in judged.items() if said is not Answer.NO}


@pytest.mark.statement("F05")
@pytest.mark.statement("F04")
@pytest.mark.parametrize("reading", READINGS)
def test_mycophenolate_failed_without_hypersplenism_has_no_way_on(reading: Guideline) -> None:
    """No response and no hypersplenism: every guard of the figure is a certain no."""
    assert open_to(reading, Stage.MYCOPHENOLATE, FAILED) == {}
    assert open_to(reading, Stage.MYCOPHENOLATE_B, FAILED) == {}


@pytest.mark.statement("A12")
def test_the_reconciled_guideline_leads_the_same_patient_to_sirolimus() -> None:
    """A12 closes the worst dead end."""
    assert open_to(RECONCILED, Stage.MYCOPHENOLATE, FAILED) == {"mycophenolate-failed": Answer.YES}


@pytest.mark.statement("R39")
@pytest.mark.statement("F11")
@pytest.mark.parametrize("reading", READINGS)
def test_intravenous_steroids_failed_leads_to_rituximab_and_forbids_it(reading: Guideline) -> None:
    """One patient, for whom the figure advises and the text forbids the same drug."""
    patient = Facts(
        Case(alps=True, mycophenolate_intolerance=False, sirolimus_intolerance=False),
        Methylprednisolone(effect=Effect.NONE),
        Mycophenolate(ever=False),
        Sirolimus(ever=False),
    )
    assert open_to(reading, Stage.INTRAVENOUS_STEROID, patient)["F11"] is Answer.YES
    caution = next(one for one in reading.cautions if one.id == "avoid-rituximab-early")
    assert answer(caution.avoid.when, patient, reading.site()) is Answer.YES


@pytest.mark.parametrize("reading", READINGS)
def test_every_reading_of_the_figure_has_a_gap_in_every_box(reading: Guideline) -> None:
    """How the arrows are reconstructed does not matter for its dead ends."""
    gaps = {
        one.subject
        for one in verdicts_on(reading)
        if one.theorem is Theorem.NO_GAP and one.outcome is Outcome.COUNTEREXAMPLE
    }
    assert gaps == {step.id for step in reading.steps}
