"""Every strong CYP3A4 drug of the list is found in a record and counts; silence is a question."""

import pytest
from tests.alps.histories import ON, derived

from ferrata.alps.case import Case
from ferrata.alps.codes import ATC, DRUGS, RXNORM
from ferrata.alps.concepts import Drug, Finding, StrongCyp3a4
from ferrata.alps.interacting import AZOLE_LASTS
from ferrata.exchange.fhir.medication import named
from ferrata.guideline.events import Assertion, Event, Review, Treatment, TreatmentCourse, When
from ferrata.guideline.values import Known
from ferrata.record.model import Coding

STRONG = [one for one in vars(StrongCyp3a4).values() if isinstance(one, Treatment)]
AZOLES = {
    StrongCyp3a4.KETOCONAZOLE,
    StrongCyp3a4.ITRACONAZOLE,
    StrongCyp3a4.VORICONAZOLE,
    StrongCyp3a4.POSACONAZOLE,
}
EACH = pytest.mark.parametrize("drug", STRONG, ids=lambda one: one.id)


def taken(*events: Event) -> object:
    """Whether a strong CYP3A4 drug is taken: yes, no, or None for not known."""
    value = derived(list(events)).value(Case.strong_cyp3a4)
    return value.value if isinstance(value, Known) else None


def said(word: str) -> Assertion:
    """Somebody was asked today."""
    return Assertion(Finding.STRONG_CYP3A4.id, When.day(ON), word)


def ended(drug: Treatment, days: int) -> TreatmentCourse:
    """A course that began in summer and ended so many days ago."""
    return TreatmentCourse(drug.id, When.day(ON - 100), When.day(ON - days))


@pytest.mark.statement("E037")
@pytest.mark.statement("A132")
@EACH
def test_a_course_that_goes_on_counts_whatever_was_said(drug: Treatment) -> None:
    """The list of drugs is believed rather than the answer no."""
    course = TreatmentCourse(drug.id, When.day(ON - 3))
    assert taken(course) is True
    assert taken(course, said("no")) is True


@pytest.mark.statement("A132")
@pytest.mark.statement("A194")
@EACH
def test_an_azole_still_counts_for_four_weeks(drug: Treatment) -> None:
    """The other ones end with their last day."""
    last = AZOLE_LASTS if drug in AZOLES else 0
    assert taken(ended(drug, last), said("no")) is True
    assert taken(ended(drug, last + 1), said("no")) is False


@pytest.mark.statement("A132")
def test_silence_is_a_question_and_one_answer_or_a_reviewed_list_settles_it() -> None:
    """Unknown never becomes no by itself."""
    assert taken() is None
    assert taken(TreatmentCourse(Drug.SIROLIMUS.id, When.day(ON - 3))) is None
    assert taken(said("no")) is False
    assert taken(said("yes")) is True
    assert taken(Review(Finding.STRONG_CYP3A4.id, When.day(ON))) is False


def test_a_drug_that_cannot_be_read_may_be_one() -> None:
    """Even when somebody answered no: it is on the list and goes on."""
    assert taken(TreatmentCourse(None, When.day(ON - 3)), said("no")) is None
    assert taken(TreatmentCourse(None, When.day(ON - 90), When.day(ON - 60)), said("no")) is False


@EACH
def test_a_record_names_it_by_code_or_by_name(drug: Treatment) -> None:
    """ATC, and RxNorm where there is one; the name alone too."""
    rows = [row for row in DRUGS if row.concept == drug.id]
    assert ATC in {row.system for row in rows} <= {ATC, RXNORM}
    for row in rows:
        assert named((Coding(system=row.system, code=row.code),), None).concepts == (drug.id,)
    assert named((), drug.label).concepts == (drug.id,)
