"""No paragraph of the overview's statements can go unseen: a row that names the statement fails."""

from dataclasses import replace
from unittest.mock import patch

import pytest
from tests.handouts import test_handouts
from tests.handouts.test_handouts import TEACHES, WARNS, says

from ferrata.alps.handouts import HANDOUTS

ROWS = [(id, topic, said) for id, topic, said in TEACHES] + [
    (id, topic, said) for topic, id, said in WARNS
]


def without(topic: str, number: int) -> dict[str, object]:
    """Return the handouts without one paragraph of a topic."""
    held = HANDOUTS[topic]
    rest = (*held.paragraphs[:number], *held.paragraphs[number + 1 :])
    return {**HANDOUTS, topic: replace(held, paragraphs=rest)}


@pytest.mark.parametrize(
    ("id", "topic", "said"),
    [
        pytest.param(*row, id=f"{row[0]} {row[1]}", marks=pytest.mark.statement(row[0]))
        for row in ROWS
    ],
)
def test_a_paragraph_that_is_dropped_is_missed(id: str, topic: str, said: str) -> None:
    """The row that names the id fails without the one paragraph that carries it."""
    assert says(topic, id, said)
    missed: list[int] = []
    for number in range(len(HANDOUTS[topic].paragraphs)):
        with patch.object(test_handouts, "HANDOUTS", without(topic, number)):
            if not says(topic, id, said):
                missed.append(number)
    assert len(missed) == 1
    (number,) = missed
    assert id in {one.id for one in HANDOUTS[topic].paragraphs[number].warrant}
