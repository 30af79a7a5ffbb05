"""Every gate asks: without the answer that it needs nothing is offered (H19, H27, H28)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.plan.children import bundle, options, planned

from ferrata.plan import Level, Plan
from ferrata.plan.model import Option

DRUGS = ("mycophenolate", "sirolimus", "prednisone")


def anna(born: str = "2017-05-14", **answers: str) -> Plan:
    """The plan of a girl on a taper of whom all is answered; `answers` replace, "" takes away."""
    told = bundle("confirmed-second-agent")
    resources: list[dict[str, Any]] = [one["resource"] for one in told["entry"]]
    for one in resources:
        if one["resourceType"] == "Patient":
            one["birthDate"] = born
        if one["resourceType"] == "QuestionnaireResponse":
            for item in list(one["item"]):
                answer = answers.get(item["linkId"].replace("-", "_"))
                if answer == "":
                    one["item"].remove(item)
                elif answer is not None:
                    item["answer"][0]["valueCoding"]["code"] = answer
    return planned(json.dumps(told).encode())


def given(plan: Plan, drug: str) -> Option:
    """How far a drug is advised that Anna of nine is offered."""
    (one,) = options(plan, drug)
    return one


def test_when_all_is_answered_all_three_are_offered() -> None:
    """So that what is missing below is what withholds."""
    assert [given(anna(), one).level for one in DRUGS] == [Level.OFFERED] * 3


@pytest.mark.hazard("H19")
@pytest.mark.hazard("H28")
@pytest.mark.parametrize(
    ("concept", "drug", "level", "asked"),
    [
        # R13: red flags before any immunosuppression, steroids included.
        ("lymphoma-gate", "prednisone", Level.CONDITIONAL, "Lymphoma"),
        ("lymphoma-gate", "mycophenolate", Level.CONDITIONAL, "Lymphoma"),
        ("lymphoma-gate", "sirolimus", Level.CONDITIONAL, "Lymphoma"),
        # R30: levels, proteinuria.
        ("level-monitoring", "sirolimus", Level.CANNOT_TELL, "levels"),
        ("heavy-proteinuria", "sirolimus", Level.CANNOT_TELL, "proteinuria"),
        # A275: the list of medicines; no steroid waits for it.
        ("unlisted-medicine", "sirolimus", Level.CONDITIONAL, "medicine"),
        ("unlisted-medicine", "mycophenolate", Level.CONDITIONAL, "medicine"),
    ],
)
def test_without_the_answer_that_a_gate_needs_nothing_is_offered(
    concept: str, drug: str, level: Level, asked: str
) -> None:
    """Nobody said anything: it is asked for beside the drug, and the drug is not offered."""
    one = given(anna(**{concept.replace("-", "_"): ""}), drug)
    assert one.level.rank <= level.rank
    assert any(asked.lower() in label.lower() for label in one.ask), one.ask


@pytest.mark.hazard("H19")
@pytest.mark.parametrize("drug", ["mycophenolate", "sirolimus"])
@pytest.mark.parametrize(
    ("answer", "level"),
    [("no", Level.OFFERED), ("", Level.CANNOT_TELL), ("yes", Level.CONTRAINDICATED)],
)
def test_from_ten_years_on_pregnancy_is_asked_about(drug: str, answer: str, level: Level) -> None:
    """E042, A09: a girl of ten years and a day; of nine years nobody asks."""
    found = anna("2016-11-19", pregnancy_possible=answer)
    levels = {one.level for one in options(found, drug)} or {Level.CONTRAINDICATED}
    assert max(levels, key=lambda one: one.rank) is level
    assert given(anna(pregnancy_possible=""), drug).level is Level.OFFERED


@pytest.mark.hazard("H28")
@pytest.mark.parametrize(
    ("answer", "level"),
    [
        ("assessed-clear", Level.OFFERED),
        ("excluded-by-work-up", Level.OFFERED),
        ("not-assessed", Level.CONDITIONAL),
        ("red-flag", Level.WITHHELD),
    ],
)
@pytest.mark.parametrize("drug", DRUGS)
def test_the_lymphoma_gate_has_four_states(drug: str, answer: str, level: Level) -> None:
    """Assessed clear, excluded by work-up, not assessed, red flag."""
    assert given(anna(lymphoma_gate=answer), drug).level is level


@pytest.mark.hazard("H27")
@pytest.mark.parametrize(
    ("born", "drug", "computed"),
    [
        # A17: nothing below three months (90 days), sirolimus not below one year (365 days).
        ("2026-08-23", "prednisone", False),
        ("2026-08-22", "prednisone", True),
        ("2025-11-21", "sirolimus", False),
        ("2025-11-20", "sirolimus", True),
        # Whoever's birth date is not known may be younger.
        ("", "sirolimus", False),
    ],
)
def test_outside_the_ages_of_the_evidence_no_amount_is_computed(
    born: str, drug: str, computed: bool
) -> None:
    """On the last day and the first, of a child of 9 kg and 70 cm."""
    told = bundle("confirmed-second-agent")
    for entry in told["entry"]:
        one: dict[str, Any] = entry["resource"]
        if one["resourceType"] == "Patient":
            one.pop("birthDate")
            if born:
                one["birthDate"] = born
        if one.get("valueQuantity", {}).get("unit") in {"kg", "cm"}:
            small = {"kg": 5.5, "cm": 59} if born > "2026" else {"kg": 9, "cm": 74}
            one["valueQuantity"]["value"] = small[one["valueQuantity"]["unit"]]
        if one["resourceType"] in {"Observation", "MedicationRequest"}:
            for field in ("effectiveDateTime", "authoredOn"):
                if one.get(field, "9") < "2026-11-15" and "valueQuantity" in one:
                    one["status"] = "entered-in-error"
    amounts = [one.amount for one in options(planned(json.dumps(told).encode()), drug)]
    assert any(one is not None and one.not_computed is None for one in amounts) is computed
