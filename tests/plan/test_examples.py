"""The examples' plans say what their stories call for; expectations come from the sources."""

import json

import pytest
from tests.plan.children import NAMES, bundle, example, options, planned

from ferrata.alps.catalogue import TREATMENTS
from ferrata.plan import Level, Plan
from ferrata.plan.model import Option

LABELED = {one.label: one.id for one in TREATMENTS}


def stages(plan: Plan) -> set[str]:
    """Where the patient can stand."""
    return {one.stage for one in plan.position.stages}


def only(found: list[Option]) -> Option:
    """The one option there is."""
    assert len(found) == 1, found
    return found[0]


def never(plan: Plan, *treatments: str):
    """Assert that a plan offers none of these treatments."""
    for one in plan.options:
        assert one.treatment not in treatments or one.level is not Level.OFFERED, one.id


@pytest.mark.parametrize("name", NAMES)
def test_no_plan_offers_what_it_says_must_not_be_done(name: str):
    """Nor anti-D, rituximab or splenectomy to anyone here."""
    plan = example(name)
    banned = {LABELED[label] for ban in plan.must_not for label in ban.treatments}
    assert "anti-d" in banned or plan.position.scope == "no"
    for one in plan.options:
        if one.level in {Level.OFFERED, Level.CONDITIONAL}:
            assert one.treatment not in banned
            assert "splenectomy" not in one.text or "no splenectomy" in one.text
    never(plan, "anti-d", "rituximab")


@pytest.mark.hazard("H28")
@pytest.mark.parametrize("name", NAMES)
def test_no_immunosuppression_is_offered_before_lymphoma_is_ruled_out(name: str):
    """The gate of R13 holds everywhere but in an emergency (A03)."""
    plan = example(name)
    if any(one.answer == "yes" for one in plan.emergency):
        return
    clear = any(one.value == "assessed clear" for one in plan.values)
    drugs = {"prednisone", "methylprednisolone", "mycophenolate", "sirolimus"}
    offered = {one.treatment for one in plan.options if one.level is Level.OFFERED and one.step}
    assert clear or not offered & drugs


@pytest.mark.statement("R45")
def test_a_breakthrough_on_the_taper_leads_to_a_second_agent():
    """Anna, week 5 of prednisone, all answered: mycophenolate first (A09), 1200 mg/m2 (R21)."""
    plan = example("confirmed-second-agent")
    assert stages(plan) == {"oral-steroid"}
    assert plan.missing == ()
    first = only([one for one in options(plan, "mycophenolate") if one.alternative == 1])
    assert first.level is Level.OFFERED
    assert plan.summary == first.text
    # Mosteller: root of (29.5 x 134 / 3600) = root of 1.09806 = 1.048 m2; x 1200 = 1257.6
    assert first.amount is not None
    assert (first.amount.low_mg_per_day, first.amount.high_mg_per_day) == ("1257.6", "1257.6")
    assert "2 doses of 628.8 mg" in first.amount.text
    second = only(options(plan, "sirolimus"))
    assert (second.level, second.alternative) == (Level.OFFERED, 2)
    assert second.amount is not None
    assert second.amount.high_mg_per_day == "2.62"  # 2.5 x 1.048
    assert "2.6 mL" in str(second.amount.product)
    assert not plan.emergency


@pytest.mark.hazard("H12")
@pytest.mark.statement("R13")
def test_a_first_cytopenia_is_asked_about_before_it_is_treated():
    """Ben, platelets 19 and 12 with bleeding: entry is met (A01), red flags are not known (R13)."""
    plan = example("first-cytopenia")
    assert stages(plan) == {"start"}
    drug = [one for one in options(plan, "prednisone") if one.step and "bridge" in one.step]
    assert only(drug).level is Level.CANNOT_TELL
    asked = {one.concept for one in plan.missing}
    assert {"lymphoma-gate", "fever"} <= asked
    assert "major-bleeding" not in asked  # it was answered
    assert not any(one.level is Level.OFFERED and one.treatment for one in plan.options)
    assert plan.emergency
    assert all(one.answer == "unknown" for one in plan.emergency)


def test_answers_turn_the_first_cytopenia_into_advice():
    """Ben, afebrile, with a spleen and no red flags: prednisone 1 to 2 mg/kg (F01) of 18.2 kg."""
    plan = example(
        "first-cytopenia", "fever=no", "asplenia=no", "infection=no", "lymphoma-gate=assessed-clear"
    )
    drug = [one for one in options(plan, "prednisone") if one.step and "bridge" in one.step]
    one = only(drug)
    assert one.level is Level.OFFERED
    assert one.amount is not None
    assert (one.amount.low_mg_per_day, one.amount.high_mg_per_day) == ("18.2", "36.4")


def test_a_red_flag_withholds_immunosuppression():
    """Ben with a red flag: no steroid before the work-up."""
    plan = example(
        "first-cytopenia", "fever=no", "asplenia=no", "infection=no", "lymphoma-gate=red-flag"
    )
    drug = [one for one in options(plan, "prednisone") if one.step and "bridge" in one.step]
    assert only(drug).level is Level.WITHHELD
    assert plan.summary.startswith("Withheld")


def test_failed_mycophenolate_without_hypersplenism_leads_to_sirolimus():
    """Carla, week 13 (A10), no hypersplenism (A12): the figure has no way on, we have."""
    plan = example("mycophenolate-failure")
    assert stages(plan) == {"mycophenolate"}
    drug = only(options(plan, "sirolimus"))
    assert drug.level is Level.OFFERED
    assert plan.summary == drug.text
    assert drug.amount is not None
    # root of (36 x 144 / 3600) = 1.2 m2; x 2.5 = 3
    assert drug.amount.high_mg_per_day == "3"
    figure = plan.differences[0]
    assert figure.gap
    assert figure.differs


@pytest.mark.statement("R17")
def test_an_emergency_comes_first_whatever_is_missing():
    """David, hemoglobin 4.6, preliminary: one value is enough (A03), no gate costs time."""
    plan = example("emergency")
    assert plan.summary.startswith("Emergency.")
    assert [one.answer for one in plan.emergency] == ["yes"]
    first = plan.options[0]
    assert (first.kind, first.level) == ("Refer", Level.OFFERED)
    pulse = only(options(plan, "methylprednisolone"))
    assert pulse.level is Level.OFFERED
    assert pulse.amount is not None
    # 5 to 30 mg/kg (R17, M03) of 22.4 kg
    assert (pulse.amount.low_mg_per_day, pulse.amount.high_mg_per_day) == ("112", "672")
    globulin = only(options(plan, "immunoglobulin"))
    assert globulin.amount is not None
    # A23: 1 g/kg of 22.4 kg a day, at most 2 g/kg in all; never the 4 g/kg of one reading of R19
    assert globulin.amount.high_mg_per_day == "22400"
    assert "in all at most 2 g/kg x 22.4 kg = 44.8 g" in globulin.amount.arithmetic
    steps = {one.step for one in plan.options if one.step and one.level is not Level.CANNOT_TELL}
    assert len(steps) == 1


def test_local_codes_are_read_by_name_and_the_rest_is_listed():
    """Emil: German names, g/L; an unknown test and an unknown drug are not guessed."""
    plan = example("local-codes")
    values = {one.feature: one.value for one in plan.values}
    assert values["Case.hemoglobin"] == "10.4 g/dL"
    assert values["Case.platelets"] == "33,000/uL"
    assert values["Case.height"] == "140 cm"
    assert "sirolimus" in stages(plan)
    assert not plan.position.certain  # the unknown drug may have begun another stage
    assert len(plan.unread) == 2
    assert any("Sonderprobe 9" in one for one in plan.unread)
    assert any("Hausmischung 3" in one for one in plan.unread)
    assert not any(one.level is Level.OFFERED and one.treatment for one in plan.options)


def test_infusions_count_as_treatment_though_nobody_ordered_them():
    """Fatima: what was given moves her where a guideline begins with it, and nothing is offered.

    One dose of methylprednisolone before the first infusion was no treatment (A125, A135).
    """
    plan = example("administrations-only")
    assert stages(plan) == {"start"}
    (figure,) = (one for one in plan.differences if one.guideline == "rao-2015-figure")
    assert figure.stages == ("Rituximab",)
    assert not any(one.level is Level.OFFERED and one.treatment for one in plan.options)
    never(plan, "rituximab")
    assert {"lymphoma-gate", "pregnancy-possible"} <= {one.concept for one in plan.missing}


@pytest.mark.hazard("H21")
def test_a_percentage_of_neutrophils_is_no_count():
    """George: 14 % of 1.9 would be 266 per µL; nobody multiplied, so it is asked for."""
    plan = example("percent-neutrophils")
    values = {one.feature: one.value for one in plan.values}
    assert values["Case.neutrophils"].startswith("unknown")
    assert "neutrophils" in {one.concept for one in plan.missing}
    assert any("percent" in one for one in plan.unread)
    counted = next(one for one in plan.history if "neutrophil" in one.text.lower())
    assert counted.last == "2026-11-19"
    assert (counted.days_yes, counted.days_no) == (0, 1)
    assert "neutrophil" in plan.summary


@pytest.mark.statement("R39")
def test_after_both_agents_comes_the_centre():
    """Hana, 37 weeks of sirolimus at good troughs (A13): referral, and both agents (A14)."""
    plan = example("sirolimus-failure")
    assert stages(plan) == {"sirolimus"}
    referral = next(one for one in plan.options if one.kind == "Refer")
    assert referral.level is Level.OFFERED
    assert "ALPS centre" in plan.summary
    assert only(options(plan, "mycophenolate")).alternative == 2
    never(plan, "rituximab")


@pytest.mark.hazard("H12")
def test_of_a_name_and_a_birth_date_nothing_follows():
    """Ida: everything is missing, and the plan says so."""
    plan = example("empty")
    assert plan.summary.startswith("ALPS, confirmed or probable, or a related disorder")
    assert "nothing that could show it is on record" in plan.summary
    assert plan.position.scope == "unknown"
    assert not any(one.level is Level.OFFERED for one in plan.options)
    assert all(one.amount is None or one.amount.not_computed for one in plan.options)
    assert "alps" in {one.concept for one in plan.missing}
    assert plan.unread == ()


def test_a_stranger_without_cytopenia_gets_no_advice():
    """Walter: a foreign bundle, normal counts half a year ago, no diagnosis."""
    plan = example("synthea-like")
    assert plan.summary.startswith("ALPS, confirmed or probable, or a related disorder")
    assert ": not on record. No cytopenia" in plan.summary
    assert not any(one.level is Level.OFFERED for one in plan.options)
    assert all(one.text.startswith("As long as it is open") for one in plan.must_not)


def unasked(name: str) -> Plan:
    """The plan of an example without the answers to the questions."""
    told = bundle(name)
    told["entry"] = [
        one for one in told["entry"] if one["resource"]["resourceType"] != "QuestionnaireResponse"
    ]
    return planned(json.dumps(told).encode())


@pytest.mark.statement("A03")
@pytest.mark.statement("A18")
def test_a_known_danger_comes_first_though_nobody_asked_the_rest():
    """Jürgen, 39.2 °C without a spleen; nobody spoke of bleeding or of red flags."""
    plan = unasked("asplenic-fever")
    assert plan.summary.startswith("Emergency. Bring in the emergency team.")
    assert "parenteral antibiotic before anything else" in plan.summary
    first = plan.options[0]
    assert (first.kind, first.level) == ("Refer", Level.OFFERED)
    assert first.text in plan.summary
    assert {one.answer for one in plan.emergency} == {"yes", "unknown"}


@pytest.mark.statement("A03")
def test_an_emergency_stays_first_when_nobody_took_a_temperature():
    """David, hemoglobin 4.6, unasked: the pulse is offered, and fever is asked about."""
    plan = unasked("emergency")
    assert plan.summary.startswith("Emergency. Bring in the emergency team, and an ALPS centre")
    assert only(options(plan, "methylprednisolone")).level is Level.OFFERED
    assert "fever" in {one.concept for one in plan.missing}


@pytest.mark.statement("E037")
@pytest.mark.statement("A136")
def test_clarithromycin_on_the_list_holds_sirolimus():
    """Emma, ten days of it for her throat: hold and measure, and no other agent for that."""
    plan = example("sirolimus-with-clarithromycin")
    assert plan.options[0].text.startswith("Bring in an ALPS centre, and whoever prescribed")
    assert plan.options[0].level is Level.OFFERED
    assert "sirolimus" in {label for ban in plan.must_not for label in ban.treatments}
    assert plan.summary == plan.options[0].text
    assert not options(plan, "mycophenolate")


def test_other_guidelines_that_speak_beside_their_steps_are_no_gap():
    """Carla: the paper's text and Medscape name agents without an order; the figure is silent."""
    found = {one.guideline: one for one in example("mycophenolate-failure").differences}
    assert "hydroxychloroquine (offered)" in found["rao-2015"].options
    assert "methotrexate (offered)" in found["medscape-2019"].options
    assert [one.guideline for one in found.values() if one.gap] == ["rao-2015-figure"]
    for one in found.values():
        assert len(set(one.options)) == len(one.options)
        assert one.differs
