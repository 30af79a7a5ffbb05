"""`ferrata dose` holds weight and height against age and date before it computes anything."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.cli.commands import example, resources

from ferrata.cli.dosing import Asked, Typed, dose_of
from ferrata.plan.dose.model import Dosed

ON = date(2026, 11, 20)


def amounts(made: Dosed) -> list[str]:
    """What is given at once, in each regimen that was computed."""
    return [one.per_dose.high for one in made.regimens if one.per_dose is not None]


def typed(weight: str, height: str | None, age: str) -> Dosed:
    """The doses of mycophenolate for a girl."""
    body = Typed(weight=weight, height=height, age=age, sex="female")
    return dose_of("mycophenolate", body, Asked(), on=ON, today=ON)


@pytest.mark.hazard("H02")
@pytest.mark.hazard("H08")
@pytest.mark.parametrize("age", ["6mo", "18mo", "3y", "6y", "9y", "12y", "15y"])
def test_a_usual_body_gives_an_amount(age: str) -> None:
    """So that it is the slip that withholds it below."""
    kg, cm = USUAL[age]
    made = typed(f"{kg}kg", f"{cm}cm", age)
    assert not made.refused, made.refused
    assert amounts(made)


# Near the median of girls, WHO 2006 and CDC 2000.
USUAL = {
    "6mo": (7.3, 66),
    "18mo": (10.2, 81),
    "3y": (13.9, 94),
    "6y": (20.2, 115),
    "9y": (29, 133),
    "12y": (41.5, 151),
    "15y": (52, 162),
}


@pytest.mark.hazard("H02")
@pytest.mark.hazard("H08")
@pytest.mark.hazard("H09")
@pytest.mark.parametrize("age", USUAL)
@pytest.mark.parametrize(
    "slip", ["pounds", "swapped", "meters", "tenfold", "a tenth", "years for months"]
)
def test_a_size_that_such_a_body_does_not_have_gives_no_amount(age: str, slip: str) -> None:
    """It is refused, or asked about until somebody confirms it, and says to measure again."""
    kg, cm = USUAL[age]
    match slip:
        case "pounds":
            made = typed(f"{kg * 2.2:.1f}kg", f"{cm}cm", age)
        case "swapped":
            made = typed(f"{cm}kg", f"{kg}cm", age)
        case "meters":
            made = typed(f"{kg}kg", f"{cm / 100}cm", age)
        case "tenfold":
            made = typed(f"{kg * 10:.1f}kg", f"{cm}cm", age)
        case "a tenth":
            made = typed(f"{kg / 10:.2f}kg", f"{cm}cm", age)
        case _:
            other = f"{age[:-2]}y" if age.endswith("mo") else f"{int(age[:-1])}mo"
            made = typed(f"{kg}kg", f"{cm}cm", other)
    assert not amounts(made)
    assert any("measure again" in one for one in made.refused), made.refused


@pytest.mark.hazard("H10")
@pytest.mark.parametrize(
    ("days", "computed"), [(0, True), (29, True), (30, True), (31, False), (400, False)]
)
def test_an_old_weight_gives_no_amount(days: int, computed: bool, tmp_path: Path) -> None:
    """A263, A110: 30 days, as long as nobody says that no steroids are taken."""
    told = example("confirmed-second-agent")
    when = (ON - timedelta(days=days)).isoformat()
    for one in resources(told, "Observation"):
        if one.get("valueQuantity", {}).get("unit") == "kg":
            one["effectiveDateTime"] = when
    path = tmp_path / "record.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    made = dose_of("prednisone", Typed(), Asked(record=path), on=ON, today=ON)
    assert bool(amounts(made)) is computed
    assert bool(made.refused) is not computed


@pytest.mark.hazard("H10")
@pytest.mark.parametrize(("days", "computed"), [(14, True), (15, False)])
def test_the_weight_of_an_infant_speaks_for_two_weeks(
    days: int, computed: bool, tmp_path: Path
) -> None:
    """A263: below one year a body grows out of its weight in a fortnight."""
    told = example("confirmed-second-agent")
    for one in resources(told, "Patient"):
        one["birthDate"] = "2026-05-20"
    told["entry"] = [
        one
        for one in told["entry"]
        if one["resource"].get("effectiveDateTime", "2026-11") > "2026-10"
    ]
    for one in resources(told, "Observation"):
        unit = one.get("valueQuantity", {}).get("unit")
        if unit in {"kg", "cm"}:
            one["valueQuantity"]["value"] = {"kg": 7.3, "cm": 66}[unit]
        if unit == "kg":
            one["effectiveDateTime"] = (ON - timedelta(days=days)).isoformat()
    path = tmp_path / "record.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    made = dose_of("prednisone", Typed(), Asked(record=path), on=ON, today=ON)
    assert bool(amounts(made)) is computed
