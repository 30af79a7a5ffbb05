"""What the plans of the longer examples must say; expectations come from the sources."""

import pytest
from tests.plan.children import example, options
from tests.plan.test_examples import stages

from ferrata.plan import Level, Plan
from ferrata.plan.model import Due, Option


def offered(plan: Plan, *warrants: str) -> list[Option]:
    """The options that are offered and rest on all of these."""
    return [
        one
        for one in plan.options
        if one.level is Level.OFFERED and set(warrants) <= set(one.warrants)
    ]


def waits(plan: Plan, *treatments: str):
    """Assert that none of these is offered, and no amount of one that must not be given."""
    for treatment in treatments:
        assert all(one.level is not Level.OFFERED for one in options(plan, treatment)), treatment


@pytest.mark.statement("R20")
def test_a_well_child_with_few_neutrophils_gets_neither_steroid_nor_g_csf():
    """V1 (A21): the count is repeated; the literal figure goes to prednisone and mycophenolate."""
    plan = example("neutropenia-on-the-taper")
    assert stages(plan) == {"oral-steroid"}
    assert offered(plan, "A21", "R20")
    assert options(plan, "prednisone") == options(plan, "filgrastim") == []
    asked = {one.concept for one in plan.missing}
    assert asked == {"hypersplenism", "level-monitoring", "lymphoma-gate"}
    (figure,) = (one for one in plan.differences if one.guideline == "rao-2015-figure")
    assert figure.differs
    assert any("Prednisone again, and add mycophenolate" in one for one in figure.options)


def test_a_response_in_week_seven_is_no_failure():
    """V3 (A04, A10): 38 is at least 30 and twice 18; sirolimus waits until week 12."""
    plan = example("response-on-mycophenolate")
    assert stages(plan) == {"mycophenolate"}
    waits(plan, "sirolimus", "prednisone")
    assert offered(plan, "A10", "A08")
    assert {"pregnancy-possible", "lymphoma-gate"} <= {one.concept for one in plan.missing}


def test_a_fever_without_a_spleen_is_an_emergency_with_good_counts():
    """A18: a parenteral antibiotic at once, and first of all."""
    plan = example("asplenic-fever")
    assert plan.options[0].level is Level.OFFERED
    assert "parenteral antibiotic" in plan.options[0].text
    assert plan.summary.startswith("Emergency.")
    assert any(one.answer == "yes" for one in plan.emergency)


@pytest.mark.statement("E042")
def test_where_pregnancy_is_possible_neither_agent_is_offered():
    """A09: without contraception and a negative test; a centre decides what is compatible."""
    plan = example("pregnancy-possible-on-sirolimus")
    waits(plan, "sirolimus", "mycophenolate")
    assert options(plan, "mycophenolate")[0].level is Level.CONTRAINDICATED
    assert any(one.kind == "Refer" for one in offered(plan, "A121"))


def test_below_one_year_no_sirolimus_is_computed():
    """A17: a specialist decides; both copies of FAS: assessment for transplantation."""
    plan = example("infant-biallelic-fas")
    assert all(
        one.amount is None or not one.amount.low_mg_per_day for one in options(plan, "sirolimus")
    )
    assert any(one.kind == "Refer" for one in offered(plan, "A17"))
    assert any("transplantation" in one.text for one in offered(plan, "A17", "P14"))


def test_well_at_a_low_level_nothing_is_increased():
    """A24: in remission at 4.2 ng/mL sirolimus goes on as it is."""
    plan = example("weaning-from-sirolimus")
    assert stages(plan) == {"sirolimus"}
    assert plan.options[0].level is Level.OFFERED
    assert plan.summary.startswith("Go on with: Sirolimus")


@pytest.mark.statement("R64")
def test_before_the_work_up_is_back_rituximab_waits():
    """R63, R64: rescue is given, what is irreversible waits, never anti-D."""
    plan = example("evans-work-up-pending")
    waits(plan, "rituximab", "anti-d")
    assert any("rituximab" in one.text for one in offered(plan, "R63", "R64"))
    banned = {treatment for one in plan.must_not for treatment in one.treatments}
    assert {"rituximab", "anti-D immunoglobulin"} <= banned


@pytest.mark.statement("R56")
def test_for_another_disorder_no_amount_is_computed():
    """CTLA4: referral, and no dose of ALPS outside an emergency."""
    plan = example("ctla4-not-alps")
    assert any(one.kind == "Refer" for one in offered(plan, "R56"))
    waits(plan, "sirolimus", "mycophenolate", "rituximab", "prednisone", "methylprednisolone")
    assert all(one.amount is None or one.amount.low_mg_per_day is None for one in plan.options)


def test_from_an_old_weight_no_dose_is_computed():
    """A110: weight and counts of July say nothing in November."""
    plan = example("overdue-on-mycophenolate")
    assert all(one.amount is None or one.amount.low_mg_per_day is None for one in plan.options)
    assert {"platelets", "hemoglobin", "neutrophils"} <= {one.concept for one in plan.missing}


@pytest.mark.statement("M14")
def test_a_level_of_24_holds_sirolimus():
    """A24: above 20 ng/mL it is held and the interacting drugs are looked for."""
    plan = example("sirolimus-with-clarithromycin")
    held = [one for one in plan.alerts if "A24" in one.warrants and "Hold" in one.text]
    assert held
    assert held[0].level is Level.OFFERED


@pytest.mark.statement("R38")
def test_low_igg_after_rituximab_asks_about_replacement():
    """3.1 g/L, fifteen months after it (R38, P07)."""
    plan = example("low-igg-after-rituximab")
    asked = [one for one in plan.alerts if {"R38", "P07"} <= set(one.warrants)]
    assert asked
    assert asked[0].level is Level.OFFERED


@pytest.mark.statement("P17")
def test_counts_of_july_are_overdue_in_november():
    """In the first year of mycophenolate they are due each month (A203)."""
    plan = example("overdue-on-mycophenolate")
    overdue = [one for one in plan.monitoring if one.status is Due.OVERDUE]
    counts = [one for one in overdue if {"A203", "P17"} <= set(one.warrants)]
    assert counts
    assert {one.last for one in counts} == {"2026-07-06"}


@pytest.mark.statement("P11")
def test_without_a_spleen_prophylaxis_and_vaccines_are_asked_about():
    """P11, P16: long-term antibiotic, pneumococcal and other vaccines."""
    plan = example("asplenic-fever")
    rested = {id for one in plan.monitoring for id in one.warrants}
    rested |= {id for one in plan.prevention for id in one.warrants}
    assert {"P11", "P16"} <= rested
    vaccines = " ".join(one.text for one in plan.prevention)
    assert "Pneumococcal conjugate vaccine" in vaccines
