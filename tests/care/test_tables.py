"""What the sources and assumptions say of follow-up in figures, row by row."""

import pytest
from tests.care.tables import Row, rows

from ferrata.alps.care.rules import CARE
from ferrata.alps.guidelines import RECONCILED
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Monitor


@pytest.mark.hazard("H11")
@pytest.mark.parametrize(
    "row",
    [
        pytest.param(one, id=one.id, marks=[pytest.mark.statement(id) for id in one.statements])
        for one in rows()
    ],
)
def test_follow_up_says_what_the_row_says(row: Row) -> None:
    """Schedules in days, grades at their limits, rules at their boundaries, entries in time."""
    assert warrant(*row.statements)
    assert not row.wrong(RECONCILED)


def test_every_rule_that_watches_has_a_schedule() -> None:
    """Nothing is looked at again and again without a row that says how often, and nothing else."""
    watching = {one.id for one in CARE if any(isinstance(a, Monitor) for a in one.do)}
    names = {one.id.removeprefix("schedules.toml ") for one in rows() if "schedules" in one.id}
    assert names == watching
