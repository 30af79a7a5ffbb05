"""Elapsed time is true time: across changes of clocks, between zones, and from day to day."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferrata.record.dates import Elapsed, elapsed, instant_of

HOUR = 3600

# 20:00 of one day to 08:00 of the next. Offsets: IANA time zone database, 2026.
NIGHTS = [
    # zone, the evening, its offset, the morning's offset, hours
    ("Europe/Berlin", "2026-03-28", "+01:00", "+02:00", 11),
    ("Europe/Berlin", "2026-10-24", "+02:00", "+01:00", 13),
    ("Europe/Berlin", "2026-06-15", "+02:00", "+02:00", 12),
    ("America/New_York", "2026-03-07", "-05:00", "-04:00", 11),
    ("America/New_York", "2026-10-31", "-04:00", "-05:00", 13),
    ("America/New_York", "2026-06-15", "-04:00", "-04:00", 12),
    ("Australia/Sydney", "2026-10-03", "+10:00", "+11:00", 11),
    ("Australia/Sydney", "2026-04-04", "+11:00", "+10:00", 13),
    ("Australia/Sydney", "2026-06-15", "+10:00", "+10:00", 12),
    ("Australia/Lord_Howe", "2026-10-03", "+10:30", "+11:00", 11.5),
    ("Australia/Lord_Howe", "2026-04-04", "+11:00", "+10:30", 12.5),
    ("Australia/Lord_Howe", "2026-06-15", "+10:30", "+10:30", 12),
]


@pytest.mark.hazard("H15")
@pytest.mark.parametrize(("zone", "evening", "before", "after", "hours"), NIGHTS)
def test_a_night_is_as_long_as_it_was(
    zone: str, evening: str, before: str, after: str, hours: float
) -> None:
    """20:00 to 08:00 is 11 hours in spring and 13 in autumn: by the offsets, or by the zone."""
    morning = str(datetime.fromisoformat(evening).date() + timedelta(days=1))
    true = Elapsed(int(hours * HOUR), int(hours * HOUR))
    assert elapsed(f"{evening}T20:00:00{before}", f"{morning}T08:00:00{after}") == true
    first, last = f"{evening}T20:00:00", f"{morning}T08:00:00"
    assert elapsed(first, last, zone=ZoneInfo(zone)) == true
    assert elapsed(f"{first}{before}", last, zone=ZoneInfo(zone)) == true
    unsure = elapsed(first, last)
    assert unsure is not None
    assert unsure.shortest <= true.shortest <= true.longest <= unsure.longest


@pytest.mark.hazard("H15")
@pytest.mark.parametrize(
    ("first", "last", "shortest", "longest"),
    [
        # Both with offsets: exact, wherever they were written.
        ("2026-11-19T08:00:00+01:00", "2026-11-19T08:00:00Z", HOUR, HOUR),
        ("2026-11-19T08:00:00Z", "2026-11-19T09:00:00+01:00", 0, 0),
        ("2026-11-19T23:30:00-05:00", "2026-11-20T04:30:00Z", 0, 0),
        ("2026-11-19T08:00:00Z", "2026-11-19T07:00:00Z", -HOUR, -HOUR),
        # A leap second counts as the second before it.
        ("2016-12-31T23:59:59Z", "2016-12-31T23:59:60Z", 0, 0),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", 1, 1),
        # Without seconds, anywhere in the minute.
        ("2026-11-19T08:00Z", "2026-11-19T09:00Z", HOUR - 59, HOUR + 59),
        # A date without a time is any second of its day; on one clock, changed by an hour at most.
        ("2026-11-18", "2026-11-20", 25 * HOUR - HOUR + 1 - HOUR, 72 * HOUR - 1 + HOUR),
        # One offset only: the other may have been written from UTC-12 to UTC+14.
        ("2026-11-19T08:00:00", "2026-11-19T20:00:00Z", 0, 26 * HOUR),
        ("2026-11-19T20:00:00Z", "2026-11-20T08:00:00", -2 * HOUR, 24 * HOUR),
    ],
)
def test_what_is_not_exact_is_an_interval(
    first: str, last: str, shortest: int, longest: int
) -> None:
    """Both ends included."""
    assert elapsed(first, last) == Elapsed(shortest, longest)


def test_an_hour_that_the_clock_shows_twice_is_either() -> None:
    """02:30 on the day in autumn; and an hour that no clock shows is not refused."""
    berlin = ZoneInfo("Europe/Berlin")
    assert elapsed("2026-10-25T00:00:00", "2026-10-25T02:30:00", zone=berlin) == Elapsed(
        int(2.5 * HOUR), int(3.5 * HOUR)
    )
    assert elapsed("2026-03-29T02:30:00", "2026-03-29T08:00:00", zone=berlin) is not None
    assert elapsed("2026-10-25", "2026-10-25", zone=berlin) == Elapsed(
        -25 * HOUR + 1, 25 * HOUR - 1
    )


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "2026-11-18/2026-11-19", "2026-1-1"])
def test_nonsense_and_periods_have_no_distance(text: str) -> None:
    """None, not zero."""
    assert elapsed(text, "2026-11-19") is None
    assert elapsed("2026-11-19", text) is None
    assert instant_of(text) is None


ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


@pytest.mark.hazard("H15")
@given(
    *[st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1))] * 2,  # noqa: DTZ001
    *[st.sampled_from(ZONES)] * 2,
)
def test_elapsed_is_what_the_clock_of_the_world_says(
    one: datetime, other: datetime, here: str, there: str
) -> None:
    """An independent computation, by the standard library's zones."""
    one, other = one.replace(microsecond=0), other.replace(microsecond=0)
    first = one.replace(tzinfo=UTC).astimezone(ZoneInfo(here))
    last = other.replace(tzinfo=UTC).astimezone(ZoneInfo(there))
    true = int((other - one).total_seconds())
    assert elapsed(first.isoformat(), last.isoformat()) == Elapsed(true, true)
    for written, read in ((first.date().isoformat(), last.isoformat()),):
        unsure = elapsed(written, read)
        assert unsure is not None
        assert unsure.shortest <= true <= unsure.longest
