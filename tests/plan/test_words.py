"""Values, conditions and reasons in words."""

from decimal import Decimal

import pytest
from tests.immune_thrombocytopenia.words import TREAT_BELOW, Agonist, Bleeding, Case
from tests.plan.adults import bench, facts

from ferrata.alps.case import Case as Child
from ferrata.guideline.conditions import (
    Condition,
    all_of,
    any_of,
    at_least,
    criterion,
    known,
    not_,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import day, per_uL, quantise
from ferrata.guideline.values import Between, FeatureValue, Known, Reason, Unknown
from ferrata.plan.words import (
    age_text,
    condition_text,
    day_text,
    reasons,
    seen,
    titled,
    unit_text,
    value_text,
)

SITE = Site((TREAT_BELOW,))


def number(text: str) -> Decimal:
    """A measured number, as records keep it."""
    return quantise(Decimal(text))


@pytest.mark.hazard("H01")
@pytest.mark.hazard("H31")
@pytest.mark.parametrize(
    ("feature", "value", "words"),
    [
        (Child.hemoglobin, Known(number("8")), "8 g/dL"),
        (Child.hemoglobin, Known(number("7.95")), "7.95 g/dL"),
        (Child.weight, Known(number("0.3")), "0.3 kg"),
        (Child.platelets, Known(number("0")), "0/uL"),
        (Child.platelets, Known(number("9999")), "9999/uL"),
        (Child.platelets, Known(number("10000")), "10,000/uL"),
        (Child.platelets, Known(number("1234567.5")), "1,234,567.5/uL"),
        (Child.low_platelet_days, Known(number("2")), "2"),
        (Child.platelets, Between(number("0"), number("4999.99999999")), "0 to 4999.99999999/uL"),
        (Agonist.days, Known(number("12")), "12 days"),
        (Agonist.days, Known(number("729")), "729 days"),
        (Agonist.days, Known(number("731")), "2.0 years"),
        (Child.age, Known(number("3653")), "10.0 years"),
        (Case.diabetes, Known(value=True), "yes"),
        (Case.diabetes, Known(value=False), "no"),
        (Case.bleeding, Known("major"), "major"),
        (Child.lymphoma_gate, Known("assessed-clear"), "assessed clear"),
        (Case.platelets, Unknown(Reason.STALE), "unknown: last value too old"),
        (Case.platelets, Unknown(Reason.NEVER_RECORDED), "unknown: never recorded"),
    ],
)
def test_a_value_reads_with_its_unit_and_every_digit(
    feature: Feature, value: FeatureValue, words: str
):
    """Nothing is rounded but an age in years; thousands are set apart from five digits on."""
    assert value_text(feature, value) == words


def test_a_negative_number_keeps_its_sign_before_its_thousands():
    """The sign is no digit to group."""
    assert value_text(Child.platelets, Known(number("-12345"))) == "-12,345/uL"


@pytest.mark.parametrize(
    ("feature", "unit"),
    [
        (Child.hemoglobin, " g/dL"),
        (Child.platelets, "/uL"),
        (Child.low_platelet_days, ""),
        (Agonist.days, " days"),
        (Case.diabetes, ""),
    ],
)
def test_a_unit_follows_its_number(feature: Feature, unit: str):
    """A count has none, and days are spelled out."""
    assert unit_text(feature) == unit


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Case.platelets < 30_000 * per_uL, "Platelet count < 30,000/uL"),
        (Case.platelets < TREAT_BELOW, "Platelet count < 30,000/uL"),
        (Agonist.days >= 42 * day, "Days since the start >= 42 days"),
        (Agonist.best < 2 * Agonist.before, "Best count on treatment < 2 x Count at the start"),
        (Case.lowest <= Case.platelets, "Lowest count of the month <= Platelet count"),
        (
            Case.lowest <= Case.platelets - 500 * per_uL,
            "Lowest count of the month <= Platelet count - 500/uL",
        ),
        (
            Case.lowest > Case.platelets + 500 * per_uL,
            "Lowest count of the month > Platelet count + 500/uL",
        ),
        (Case.bleeding.is_(Bleeding.MINOR, Bleeding.MAJOR), "Bleeding: minor or major"),
        (known(Case.bleeding), "Bleeding is known"),
        (all_of(Case.diabetes, Case.liver), "Uncontrolled diabetes and Normal liver tests"),
        (any_of(Case.diabetes, Case.liver), "Uncontrolled diabetes or Normal liver tests"),
        (
            at_least(1, Case.diabetes, Case.liver),
            "at least 1 of: Uncontrolled diabetes; Normal liver tests",
        ),
        (not_(Case.diabetes), "not (Uncontrolled diabetes)"),
        (criterion("A name of its own", Case.diabetes, ()), "A name of its own"),
    ],
)
def test_a_condition_reads_as_it_was_written(condition: Condition, words: str):
    """A criterion by its name, everything else spelled out."""
    assert condition_text(condition, SITE) == words


@pytest.mark.hazard("H09")
@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "0 months"),
        (30, "0 months"),
        (31, "1 months"),
        (365, "11 months"),
        (366, "12 months"),
        (730, "23 months"),
        (731, "2 years"),
        (3652, "9 years"),
        (3653, "10 years"),
    ],
)
def test_an_age_is_in_months_below_two_years_and_then_in_years(days: int, words: str):
    """The unit always stands with the number, because months were once read as years."""
    assert age_text(Known(Decimal(days))) == words


def test_an_age_that_is_not_one_number_is_unknown():
    """A birth year alone gives no age to print."""
    assert age_text(Between(Decimal(100), Decimal(465))) == "age unknown"
    assert age_text(Unknown(Reason.NEVER_RECORDED)) == "age unknown"


def test_days_are_iso_dates():
    """Day 0 is 1970-01-01, and nothing stays nothing."""
    assert day_text(0) == "1970-01-01"
    assert day_text(20_777) == "2026-11-20"
    assert day_text(None) is None


def test_what_a_reason_saw_keeps_the_date_even_of_what_could_not_be_used():
    """A stale value says when it was last seen."""
    assert seen(Case.platelets, Known(number("12000"), 20_777)).date == "2026-11-20"
    stale = seen(Case.platelets, Unknown(Reason.STALE, 20_000))
    assert not stale.known
    assert stale.date == "2024-10-04"


def test_a_reason_that_settles_twice_is_said_once():
    """The same leaf in two branches is one reason."""
    over = bench(facts(diabetes="yes"))
    twice = over(any_of(Case.diabetes, all_of(Case.diabetes, Case.disease)))
    assert [one.text for one in reasons(twice, SITE)] == [
        "Uncontrolled diabetes",
        "Immune thrombocytopenia",
    ]


def test_a_title_stands_over_the_values_that_settle_it():
    """A reason of one's own words still shows what it rests on."""
    over = bench(facts())
    reason = titled("because", over(Case.platelets < TREAT_BELOW), SITE, ("T1",))
    assert (reason.text, reason.answer, reason.warrants) == ("because", "yes", ("T1",))
    assert [(one.label, one.value, one.date) for one in reason.values] == [
        ("Platelet count", "12,000/uL", "2026-11-20")
    ]
