"""Alarms are few, so that the one that matters is seen; and it says all that is wrong (H30)."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.care.records import planned
from tests.plan.panel import Visit, endangered, stable

from ferrata.plan import Plan
from ferrata.plan.text import text

BUDGET = 0.1
"""Critical alarms in a visit of somebody stable, on average, at most."""


def alarms(plan: Plan) -> list[str]:
    """What interrupts a reader: the banner of an emergency, and somebody to be called."""
    found = ["emergency"] if banners(plan) else []
    return found + [one.text for one in plan.alerts if one.kind == "Refer"]


def banners(plan: Plan) -> list[str]:
    """Each banner of a danger on the page, in one line."""
    said = text(plan)
    rule = "!" * 100
    return [" ".join(one.replace("!!", "").split()) for one in said.split(rule)[1::2]]


def within_budget(visits: int) -> None:
    """Assert that so many visits of stable patients raise few alarms."""
    raised = Counter(one for visit in stable(visits) for one in alarms(planned(visit.facts)))
    share = raised.total() / visits
    assert share <= BUDGET, f"{share:.3f} alarms a visit of {visits}: {raised.most_common()}"
    assert not raised["emergency"], f"{raised['emergency']} false emergencies in {visits} visits"


def on_one_card(visit: Visit) -> None:
    """Assert that there is one banner, first on the page, and that it names each danger."""
    plan = planned(visit.facts)
    found = banners(plan)
    assert len(found) == 1, f"{visit.name}: {len(found)} banners"
    missing = [one for one in visit.dangers if one not in found[0]]
    assert not missing, f"{visit.name}: {missing} not in {found[0]}"
    assert plan.summary.startswith("Emergency.")


@pytest.mark.hazard("H30")
def test_stable_patients_raise_hardly_an_alarm() -> None:
    """Sixty visits; the thousand are of the full tier."""
    within_budget(60)


@pytest.mark.hazard("H30")
@pytest.mark.parametrize("visit", list(endangered(40)), ids=lambda one: one.name)
def test_every_danger_stands_on_the_one_card(visit: Visit) -> None:
    """Two dangers are one banner with both, never the first of them."""
    on_one_card(visit)


@pytest.mark.full
@pytest.mark.hazard("H30")
def test_a_thousand_visits_stay_within_the_budget() -> None:
    """Alarm fatigue is measured, not felt."""
    within_budget(1000)


@pytest.mark.full
@pytest.mark.hazard("H30")
def test_none_of_two_hundred_in_danger_is_missed() -> None:
    """Each of them has exactly one banner, and it is complete."""
    for visit in endangered(200):
        on_one_card(visit)
