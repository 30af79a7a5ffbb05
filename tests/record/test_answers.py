"""What a clinician answers on a day becomes entries, read as strictly as a laboratory's."""

from datetime import date
from decimal import Decimal

import pytest
from tests.record.entries import record

from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.guideline.derivations import (
    REVIEW_LASTS,
    Asserted,
    DaysSince,
    EverAsserted,
    Measured,
    Pick,
    Stated,
    within,
)
from ferrata.guideline.errors import AnswerError
from ferrata.guideline.events import Analyte, Question, Sign
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.units import between, cm, day, one, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.record.answers import answerable, answered
from ferrata.record.events import events_of

ON = date(2026, 11, 20)

FEVER, ALLERGY, TRANSFUSED = (
    Sign(one, one) for one in ("fever", "allergy-sirolimus", "transfusion")
)
SPLEEN = Analyte("spleen", "Spleen", cm, between(0, 40, cm))
PLATELETS = Analyte("platelets", "Platelets", per_uL, between(0, 2_000_000, per_uL))


ASSAYS = Analyte("assays", "Assays", one, between(0, 20, one))


class Gate(Option):
    """Two answers."""

    CLEAR = "clear"
    FLAG = "flag"


GATE = Question("gate", "Gate", tuple(Gate))


class Case(CaseFeatures):
    """What is asked."""

    fever = Finding("Fever", Asserted(FEVER, within(REVIEW_LASTS)))
    allergy = Finding("Allergy", EverAsserted(ALLERGY))
    gate = Choice("Gate", Gate, Stated(GATE, within(REVIEW_LASTS)))
    spleen = Measurement(
        "Spleen", cm, SPLEEN.plausible, Measured(Pick.LATEST, SPLEEN, within(REVIEW_LASTS))
    )
    platelets = Measurement(
        "Platelets",
        per_uL,
        PLATELETS.plausible,
        Measured(Pick.LATEST, PLATELETS, within(REVIEW_LASTS)),
    )
    assays = Measurement(
        "Assays", one, ASSAYS.plausible, Measured(Pick.LATEST, ASSAYS, within(REVIEW_LASTS))
    )
    transfused = Measurement("Transfused", day, between(0, 99_999, day), DaysSince(TRANSFUSED))


ANALYTES = {one.id: one for one in (SPLEEN, PLATELETS, ASSAYS)}

SAID = [
    ("fever=yes", "fever", "yes"),
    ("fever=no", "fever", "no"),
    ("allergy-sirolimus=no", "allergy-sirolimus", "no"),
    ("gate=flag", "gate", "flag"),
    ("stage=begin", "stage", "begin"),
    ("transfusion=yes", "transfusion", "yes"),
]


@pytest.mark.parametrize(("text", "concept", "value"), SAID)
def test_a_sign_a_question_and_a_stage_are_answered(text: str, concept: str, value: str) -> None:
    """On the day that was asked about."""
    done = answered(record(), [Case], ON, [text], {"stage": ("begin", "end")})
    (found,) = events_of(done, ANALYTES).assertions[concept]
    assert (found.value, found.source) == (value, "answer/1")
    assert (found.when.first_day, found.when.last_day) == (20777, 20777)


MEASURED = [
    ("spleen=3cm", "spleen", "3", "3"),
    ("spleen=3 cm", "spleen", "3", "3"),
    ("spleen=35mm", "spleen", "3.5", "3.5"),
    ("platelets=38/nL", "platelets", "38000", "38000"),
    ("platelets=38 10*9/L", "platelets", "38000", "38000"),
    ("platelets=38000/uL", "platelets", "38000", "38000"),
    ("platelets=<5/nL", "platelets", "0", "4999.99999999"),
    ("spleen=>=10cm", "spleen", "10", "40"),
    ("assays=2", "assays", "2", "2"),
]


@pytest.mark.hazard("H23")
@pytest.mark.parametrize(("text", "concept", "low", "high"), MEASURED)
def test_a_measurement_is_answered_with_its_unit(
    text: str, concept: str, low: str, high: str
) -> None:
    """And converted where all units are; a bound stays an interval."""
    done = answered(record(), [Case], ON, [text])
    (found,) = events_of(done, ANALYTES).observations[concept]
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


WRONG = [
    ("mood=good", ["'mood' is nothing that can be answered", "fever", "spleen"]),
    ("", ["nothing that can be answered"]),
    ("fever=maybe", ["fever is answered yes or no"]),
    ("fever", ["fever is answered yes or no"]),
    ("gate=open", ["gate is answered clear or flag"]),
    ("spleen=3", ["spleen is answered with its unit, such as cm"]),
    ("spleen=3kg", ["'kg' measures something else", "such as cm"]),
    ("spleen=3 fingers", ["'fingers' is no unit that is known", "such as cm"]),
    ("spleen=300cm", ["300cm is not plausible, which is 0 to 40 cm"]),
    ("spleen=3,5cm", ["'3,5cm' is no number with a unit"]),
    ("spleen=1_0cm", ["is no number with a unit"]),
    ("spleen=1e1cm", ["is no number with a unit"]),
    ("spleen=1.000cm", ["is no number with a unit"]),
    ("spleen=٣cm", ["is no number with a unit"]),
    ("spleen=NaN", ["is no number with a unit"]),
    ("spleen=-3cm", ["not plausible"]),
    ("spleen=large", ["is no number with a unit"]),
    ("spleen=", ["is no number with a unit"]),
    ("platelets=38", ["platelets is answered with its unit, such as /uL"]),
    ("platelets=38%", ["measures something else"]),
]


@pytest.mark.hazard("H03")
@pytest.mark.parametrize(("text", "parts"), WRONG)
def test_an_answer_that_cannot_be_taken_says_what_to_write(text: str, parts: list[str]) -> None:
    """Nothing is guessed, and nothing is kept of it."""
    with pytest.raises(AnswerError) as caught:
        answered(record(), [Case], ON, [text])
    for part in parts:
        assert part in str(caught.value)
    assert "38/uL" not in str(caught.value)  # a count that nobody has given


def test_what_can_be_answered_is_listed() -> None:
    """All that the vocabularies ask of a record, said or measured."""
    assert set(answerable([Case])) == {
        "fever", "allergy-sirolimus", "gate", "transfusion", "spleen", "platelets", "assays",
    }  # fmt: skip


def test_answers_are_kept_beside_what_the_record_holds_and_go_out_as_fhir() -> None:
    """They are entries like others: written and read again, they are the same."""
    once = answered(record(), [Case], ON, ["fever=no", "spleen=3cm"])
    done = answered(once, [Case], ON, ["platelets=<5/nL"])
    assert len(done.assertions) == 1
    assert [one.concept for one in done.observations] == ["spleen", "platelets"]
    again = read_fhir(write_fhir(done), received=ON)
    assert again.assertions == done.assertions
    assert again.observations == done.observations
