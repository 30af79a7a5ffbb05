"""The amounts of a plan rest on a weight that is fresh and that such a body has."""

import json
from typing import Any

import pytest
from tests.plan.children import bundle, options, planned

from ferrata.plan import Plan
from ferrata.plan.model import Option


def weighed(kg: float, day: str = "2026-11-18") -> Plan:
    """The plan of a boy of seven with Hb 4.6, with another weight."""
    changed = bundle("emergency")
    entries: list[dict[str, Any]] = changed["entry"]
    for one in entries:
        resource = one["resource"]
        codes = [each["code"] for each in resource.get("code", {}).get("coding", [])]
        if "29463-7" in codes:
            resource["valueQuantity"]["value"] = kg
            resource["effectiveDateTime"] = day
    return planned(json.dumps(changed).encode())


def pulse(plan: Plan) -> Option:
    """Its high-dose methylprednisolone."""
    return options(plan, "methylprednisolone")[0]


def test_a_weight_that_such_a_child_has_is_reckoned_with_in_silence() -> None:
    """22.4 kg: 5 to 30 mg/kg are 112 to 672 mg, and nothing is asked."""
    amount = pulse(weighed(22.4)).amount
    assert amount is not None
    assert (amount.low_mg_per_dose, amount.high_mg_per_dose) == ("112", "672")
    assert amount.arithmetic[0] == "5 mg/kg/d x 22.4 kg = 112 mg/d"
    assert "per dose" in str(amount.product)


@pytest.mark.hazard("H02")
@pytest.mark.hazard("H03")
@pytest.mark.parametrize("kg", [224, 2.24])
def test_a_weight_that_no_child_has_gives_no_amount(kg: float) -> None:
    """A slip of the point; the drug is still advised (A03)."""
    option = pulse(weighed(kg))
    assert option.amount is not None
    assert option.amount.low_mg_per_day is None
    assert "measure again" in str(option.amount.not_computed)
    assert "22.4 kg" in str(option.amount.not_computed)  # what may have been meant


@pytest.mark.hazard("H02")
def test_a_weight_in_pounds_is_asked_about() -> None:
    """22.4 kg are 49.4 lb."""
    amount = pulse(weighed(49.4)).amount
    assert amount is not None
    said = " ".join((*amount.arithmetic, str(amount.not_computed)))
    assert "measure again: " in said
    assert "22.4 kg" in said


@pytest.mark.hazard("H10")
@pytest.mark.parametrize(("day", "computed"), [("2026-10-21", True), ("2026-10-20", False)])
def test_a_weight_speaks_for_thirty_days(day: str, computed: bool) -> None:
    """And gives no amount on the day after."""
    amount = pulse(weighed(22.4, day)).amount
    assert amount is not None
    assert (amount.not_computed is None) is computed
