"""Old content and a wrong clock are announced on every output."""

import json
from datetime import date, timedelta
from typing import Any, cast

import pytest
from tests.cli.commands import EXAMPLES, ON, ferrata

from ferrata.plan.basis import age_in_months, noticed
from ferrata.plan.model import NOTICE, GuidelineVersion
from ferrata.version import RELEASED

GOOD = str(EXAMPLES / "emergency.json")
SAYS_VERSIONS = [
    ("plan", GOOD, "--on", ON),
    ("diagnose", GOOD, "--on", ON),
    ("audit", GOOD, "--on", ON),
    ("disagreements",),
    ("drugs",),
    ("drug", "sirolimus"),
    ("summary", GOOD, "--on", ON),
]


def version(number: str) -> GuidelineVersion:
    return GuidelineVersion(id="some", title="", version=number, hash="", review="")


AGES = [
    ("2026.11.0", date(2026, 11, 30), 0),
    ("2026.11.0", date(2027, 10, 31), 11),
    ("2026.11.0", date(2027, 11, 1), 12),
    ("2026.1.3", date(2028, 2, 29), 25),
    ("2026.13.0", date(2028, 2, 29), None),
    ("ispid.org.in", date(2028, 2, 29), None),
]


@pytest.mark.hazard("H36")
@pytest.mark.parametrize(("number", "on", "months"), AGES)
def test_the_age_of_content_is_counted_in_calendar_months(
    number: str, on: date, months: int | None
):
    """From the month that its version names."""
    assert age_in_months(number, on) == months
    old = months is not None and months >= 12
    said = noticed(NOTICE, on, [version(number)])
    assert ("OLD CONTENT" in said) is old
    assert noticed(said, on, [version(number)]) == said


@pytest.mark.hazard("H36")
@pytest.mark.parametrize("arguments", SAYS_VERSIONS, ids=lambda one: one[0])
def test_every_output_that_names_a_version_says_that_it_is_old(arguments: tuple[str, ...]):
    """As text and in the notice of the JSON, from twelve months on."""
    young = ferrata(*arguments, FERRATA_TODAY="2027-10-31")
    old = ferrata(*arguments, FERRATA_TODAY="2027-11-01")
    assert (young.code, old.code) == (0, 0)
    assert "OLD CONTENT" not in young.out
    assert "OLD CONTENT: on 2027-11-01" in " ".join(old.out.split())
    said: Any = json.loads(ferrata(*arguments, "--json", FERRATA_TODAY="2027-11-01").out)
    first = cast("dict[str, str]", said[0] if isinstance(said, list) else said)
    assert "OLD CONTENT" in first["notice"]


@pytest.mark.hazard("H34")
@pytest.mark.parametrize(("days", "wrong"), [(-365, True), (-1, True), (0, False), (365, False)])
def test_a_clock_before_the_release_is_announced_in_the_notice(days: int, wrong: bool):
    """A year before and after, and a day; a day that was only asked about is no clock."""
    on = date.fromisoformat(RELEASED) + timedelta(days=days)
    assert ("WRONG CLOCK" in noticed(NOTICE, on, (), clock=True)) is wrong
    assert "WRONG CLOCK" not in noticed(NOTICE, on, ())


@pytest.mark.hazard("H34")
@pytest.mark.parametrize("arguments", [*SAYS_VERSIONS, ("coverage",), ("handout",)], ids=str)
def test_every_output_says_that_the_clock_is_wrong(arguments: tuple[str, ...]):
    """It shows a day before this version was made."""
    said = ferrata(*arguments, FERRATA_TODAY="2026-11-19")
    assert said.code == 0
    assert "WRONG CLOCK: this computer says 2026-11-19" in " ".join(said.out.split())
    assert "WRONG CLOCK" not in ferrata(*arguments).out


@pytest.mark.hazard("H36")
def test_a_plan_for_a_later_day_says_that_its_content_is_old_then():
    """The day asked about counts as well as the clock."""
    ran = ferrata("plan", GOOD, "--on", "2028-01-01")
    assert "OLD CONTENT: on 2028-01-01" in " ".join(ran.out.split())
