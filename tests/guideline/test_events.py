"""Events are grouped by concept; the order in which they come never matters."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies.events import single_events

from ferrata.guideline.events import (
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    TreatmentCourse,
    When,
)
from ferrata.guideline.values import Reason

DAY = When.day(3)
EVENTS: tuple[Event, ...] = (
    Observation("a", DAY, Decimal(1), Decimal(2), None, "1"),
    Observation("a", DAY, None, None, Reason.UNREADABLE, "1"),
    Assertion("s", DAY, "yes"),
    Assertion("s", DAY, None),
    TreatmentCourse("t", DAY, None, "2"),
    TreatmentCourse("t", DAY, DAY, "2"),
)


def test_a_day_is_all_its_seconds() -> None:
    """From midnight to the second before the next."""
    assert When(3 * 86_400, 4 * 86_400 - 1) == DAY
    assert (DAY.first_day, DAY.last_day) == (3, 3)
    assert When.day(-1).first_day == When.day(-1).last_day == -1


def test_events_are_grouped_by_what_they_are_about() -> None:
    """Observations by analyte, assertions and reviews by sign or question, courses together."""
    review = Review("s", DAY)
    events = Events.of((*EVENTS, review))
    assert set(events.observations) == {"a"}
    assert set(events.assertions) == set(events.reviews) == {"s"}
    assert events.reviews["s"] == (review,)
    assert set(events.courses) == set(EVENTS[4:])


def test_the_same_event_twice_counts_once() -> None:
    """A file that was imported twice changes nothing."""
    assert Events.of((*EVENTS, *EVENTS)) == Events.of(EVENTS)


def test_the_order_of_events_does_not_matter() -> None:
    """Even of those that differ in nothing but what they say."""
    assert {str(Events.of(order)) for order in permutations(EVENTS)} == {str(Events.of(EVENTS))}


@given(st.data(), st.lists(single_events(), max_size=8))
def test_the_order_of_any_events_does_not_matter(data: st.DataObject, events: list[Event]) -> None:
    """Whatever they are about."""
    assert Events.of(data.draw(st.permutations(events))) == Events.of(events)


@pytest.mark.parametrize(
    ("low", "high", "reason"),
    [
        (None, None, None),
        (Decimal(1), None, None),
        (None, Decimal(1), Reason.UNREADABLE),
        (Decimal(1), Decimal(1), Reason.UNREADABLE),
    ],
)
def test_an_observation_has_both_bounds_or_a_reason(
    low: Decimal | None, high: Decimal | None, reason: Reason | None
) -> None:
    """Never half of one and never both."""
    with pytest.raises(ValueError, match="give both bounds, or why not"):
        Observation("a", DAY, low, high, reason)
