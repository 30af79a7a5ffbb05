"""Every condition of the diagnosis at both sides of its limits, row by row."""

import pytest
from tests.diagnosis import records
from tests.diagnosis.tables import Row, answer, answer_to_record, recorded, rows

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


@pytest.mark.parametrize(
    "recorded",
    [
        pytest.param(one, id=str(one), marks=[pytest.mark.statement(id) for id in one.statements])
        for one in recorded()
    ],
)
def test_a_record_is_read_as_it_was_written(recorded: Row) -> None:
    """Which of several values counts, in which window, and what falsifies it."""
    assert warrant(*recorded.statements)
    assert answer_to_record(recorded, records.DIAGNOSIS) == recorded.answer
