"""Every condition of the diagnosis at both sides of its limits, row by row."""

import pytest
from tests.diagnosis import records
from tests.diagnosis.tables import Row, answer, rows

from ferrata.alps.sources import warrant


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(one, id=str(one), marks=[pytest.mark.statement(id) for id in one.statements])
        for one in rows()
    ],
)
def test_a_condition_answers_as_it_was_written(row: Row) -> None:
    """Items, conclusions, kinds, alerts and steps, each just within and just beyond."""
    assert warrant(*row.statements)
    assert answer(row, records.DIAGNOSIS) == row.answer
