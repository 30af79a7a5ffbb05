"""Dates mean intervals of local seconds, as exact as they were written."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferrata.guideline.events import DAY, When
from ferrata.record.dates import lies_after, period_of, when_of


def second(year: int, month: int, day: int, *clock: int) -> int:
    """Seconds since 1970-01-01 of a local time: hour, minute and second may be left out."""
    hour, minute, sec = (*clock, 0, 0, 0)[:3]
    return int(datetime(year, month, day, hour, minute, sec, tzinfo=UTC).timestamp())


READ = {
    "2020": (second(2020, 1, 1), second(2020, 12, 31, 23, 59, 59)),
    "2020-10": (second(2020, 10, 1), second(2020, 10, 31, 23, 59, 59)),
    "2020-12": (second(2020, 12, 1), second(2020, 12, 31, 23, 59, 59)),
    "2020-02": (second(2020, 2, 1), second(2020, 2, 29, 23, 59, 59)),
    "2020-02-29": (second(2020, 2, 29), second(2020, 2, 29, 23, 59, 59)),
    "2000-02-29": (second(2000, 2, 29), second(2000, 2, 29, 23, 59, 59)),
    "1969-12-31": (-DAY, -1),
    "2020-10-03T10:22:05Z": (second(2020, 10, 3, 10, 22, 5),) * 2,
    "2020-10-03T10:22:05.999+02:00": (second(2020, 10, 3, 10, 22, 5),) * 2,
    "2020-10-03T10:22:05-11:30": (second(2020, 10, 3, 10, 22, 5),) * 2,
    "2020-10-03T10:22": (second(2020, 10, 3, 10, 22), second(2020, 10, 3, 10, 22, 59)),
    "2016-12-31T23:59:60Z": (second(2016, 12, 31, 23, 59, 59),) * 2,
}

NONSENSE = (
    "",
    " ",
    "2019-02-29",
    "1900-02-29",
    "2020-13",
    "2020-00-01",
    "2020-04-31",
    "20-10-03",
    "2020-1-3",
    "03.10.2020",
    "10/03/2020",
    "2020-10-03T",
    "2020-10-03 10:22:05",
    "2020-10-03T24:00:00Z",
    "2020-10-03T10:60:00Z",
    "2020-10-03T10:22:61Z",
    "2020-10-03T10:22:05+15:00",
    "0000-01-01",
    "0020-10-03",
    "2020-10-03\n",
    "\uff12\uff10\uff12\uff10",
    "+2020",
    "2020-10-03T10:22:05+2:00",
    "now",
)


@pytest.mark.parametrize(("text", "expected"), READ.items(), ids=READ.keys())
def test_a_date_is_as_exact_as_it_was_written(text: str, expected: tuple[int, int]) -> None:
    """A year is a year of seconds; an instant counts as its own wall clock shows it."""
    assert when_of(text) == When(*expected)


@pytest.mark.hazard("H09")
@pytest.mark.parametrize("text", NONSENSE)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    """It is refused rather than moved to a neighbouring day."""
    assert when_of(text) is None


@given(st.dates(min_value=datetime(1000, 1, 1).date()))  # noqa: DTZ001
def test_every_day_lasts_a_day(day: object) -> None:
    """Each date of the calendar is 86,400 seconds, within its month and its year."""
    text = str(day)
    found, month, year = when_of(text), when_of(text[:7]), when_of(text[:4])
    assert found is not None
    assert month is not None
    assert year is not None
    assert found.last - found.first == DAY - 1
    assert year.first <= month.first <= found.first <= found.last <= month.last <= year.last


def test_a_period_reaches_from_its_start_to_its_end() -> None:
    """An open side reaches to the end that is given; a period backwards is nonsense."""
    end = second(2026, 11, 20, 23, 59, 59)
    assert period_of("2020-10-03/2020-10", end=end) == When(
        second(2020, 10, 3), second(2020, 10, 31, 23, 59, 59)
    )
    assert period_of("2020-10-03/", end=end) == When(second(2020, 10, 3), end)
    left_open = period_of("/2020-10-03", end=end)
    assert left_open is not None
    assert left_open.last == second(2020, 10, 3, 23, 59, 59)
    for text in (None, "", "/", "2020-10-04/2020-10-03", "2020-10-03/soon", "soon/2020-10-03"):
        assert period_of(text, end=end) is None


@pytest.mark.hazard("H34")
@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2026-11-20", False),
        ("2026-11-21", True),
        ("2026-11", False),
        ("2026-12", True),
        ("2027", True),
        ("2026-11-20T23:59:59+01:00", False),
        # 21:00 in New York on the day of receipt, and half past midnight in Auckland.
        ("2026-11-21T02:00:00Z", False),
        ("2026-11-21T00:30:00+13:00", False),
        ("2026-11-21T13:00:00Z", True),
        ("2026-11-23T00:30:00+13:00", True),
        ("2026-11-21T02:00:00", True),
        ("nonsense", False),
    ],
)
def test_the_future_begins_when_the_day_has_ended_everywhere(text: str, after: bool) -> None:
    """An instant in another time zone is no future date as long as it can be today somewhere."""
    day = second(2026, 11, 20) // DAY
    assert lies_after(text, day) is after


@pytest.mark.hazard("H15")
def test_the_hour_on_the_clock_counts_not_the_offset() -> None:
    """08:10 is 08:10 in any zone, so both sides of a change of clocks keep their days."""
    summer, winter = when_of("2026-10-24T08:10:00+02:00"), when_of("2026-10-25T08:10:00+01:00")
    assert summer is not None
    assert winter is not None
    assert winter.first - summer.first == DAY
