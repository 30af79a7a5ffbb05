"""A clinician would agree: follow-up in cases written from the sources."""

from __future__ import annotations

import pytest
from tests.care.reading import Expected, Fact, Vignette, vignettes
from tests.care.records import followed, planned, record_of

from ferrata.alps.sources import warrant
from ferrata.plan import Plan
from ferrata.plan.care import Care
from ferrata.plan.model import Due, Option

ALL = vignettes()
CASES = [
    pytest.param(one, id=one.id, marks=[pytest.mark.statement(id) for id in one.statements])
    for one in ALL
]


def differences(vignette: Vignette, plan: Plan | Care) -> list[str]:
    """What a plan, or its follow-up alone, says otherwise than a vignette."""
    rows = [(one, said(plan, one)) for one in vignette.expected]
    return [
        f"{one.says} {one.about}: expected {one.expected}, found {found}"
        for one, found in rows
        if found != one.expected
    ]


def said(plan: Plan | Care, expected: Expected) -> str:
    """What the plan says of what a row is about, in the words of the row."""
    match expected.says:
        case "due":
            return _due(plan, expected)
        case "toxicity":
            found = [one for one in plan.toxicity if one.feature == expected.about]
            return f"grade {found[0].grade}" if found else "absent"
        case "question":
            found = [one for one in plan.questions if one.concept == expected.about]
            titles = found[0].decides if found else ("absent",)
            return expected.expected if expected.expected in titles else "; ".join(titles)
        case "alert":
            return _advised(plan.alerts, expected)
        case "prevention":
            return _advised(plan.prevention, expected)
        case _:
            return _advised(plan.manifestations, expected)


def _due(plan: Plan | Care, expected: Expected) -> str:
    found = next((one for one in plan.monitoring if one.concept == expected.about), None)
    if found is None:
        return "absent"
    words = found.status.value
    if found.status is Due.OVERDUE:
        words += f" by {found.days}"
    if "last" in expected.expected:
        words += f", last {found.last}"
    elif "," in expected.expected:
        words += f", {found.due}"
    return words


def _advised(options: tuple[Option, ...], expected: Expected) -> str:
    found = [one for one in options if expected.about.lower() in one.text.lower()]
    return found[0].level.value if found else "absent"


@pytest.mark.parametrize("vignette", CASES)
def test_a_clinician_would_agree(vignette: Vignette) -> None:
    """Each row of the table is what the plan says."""
    found = differences(vignette, planned(vignette.facts))
    assert not found, "\n".join([f"{vignette.where} {vignette.title}", *found])


@pytest.mark.parametrize("vignette", ALL, ids=lambda one: one.id)
def test_follow_up_alone_says_the_same(vignette: Vignette) -> None:
    """What mutants are tried on is what the plan says of follow-up."""
    assert not differences(vignette, followed(vignette.facts))


@pytest.mark.parametrize("vignette", ALL, ids=lambda one: one.id)
def test_every_vignette_rests_on_what_is_written_down(vignette: Vignette) -> None:
    """The ids are statements or assumptions, and some rule of follow-up names each vignette's."""
    assert warrant(*vignette.statements)


def test_a_fact_that_no_record_can_hold_is_refused() -> None:
    """A spelling mistake is an error, not a patient without the fact."""
    for wrong in (Fact("2026-11-20", "platlets", "9 /uL"), Fact("2026-11-20", "asplenia", "maybe")):
        with pytest.raises(ValueError, match="no record says"):
            record_of([wrong])
