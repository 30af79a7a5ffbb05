"""Whatever clocks a record was written on, an older result never passes for the latest."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.entries import events

from ferrata.guideline.events import DAY, Observation
from ferrata.interpret.derive.windows import contenders
from ferrata.record.clocks import Clocks
from ferrata.record.dates import when_of
from ferrata.record.model import ObservationEntry


def count(value: int, date: str) -> ObservationEntry:
    """A final platelet count."""
    return ObservationEntry(
        reference=f"Observation/{value}",
        concept="platelets",
        status="final",
        date=date,
        value=str(value),
        unit="10*9/L",
    )


def latest(*entries: ObservationEntry) -> set[int]:
    """The counts that can be the latest."""
    rows: tuple[Observation, ...] = events(*entries).observations["platelets"]
    return {int(one.low or 0) // 1000 for one in contenders(rows, rows)}


@pytest.mark.hazard("H15")
@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        # The same clock: the order is clear.
        ("2026-11-19T08:00:00+01:00", "2026-11-19T09:00:00+01:00", {38}),
        # Other clocks, one order: clear, too.
        ("2026-11-19T08:00:00+01:00", "2026-11-19T09:00:00Z", {38}),
        # 09:00 in Berlin was before 08:30 UTC.
        ("2026-11-19T09:00:00+01:00", "2026-11-19T08:30:00Z", {90, 38}),
        # One instant on two clocks.
        ("2026-11-19T09:00:00+01:00", "2026-11-19T08:00:00Z", {90, 38}),
        # The night on which clocks go back: 02:50 in summer, 02:10 in winter, 20 minutes later.
        ("2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00", {90, 38}),
        # A day apart on paper: half past midnight in Auckland, noon before in UTC.
        ("2026-11-19T00:30:00+13:00", "2026-11-18T12:00:00Z", {90, 38}),
        # What has no offset is compared as it was written.
        ("2026-11-19T08:00:00", "2026-11-19T08:30:00Z", {38}),
        ("2026-11-18", "2026-11-19T00:30:00Z", {38}),
        ("2026-11-19", "2026-11-19T00:30:00Z", {90, 38}),
    ],
)
def test_the_later_of_two_results_can_always_be_the_latest(
    older: str, newer: str, expected: set[int]
) -> None:
    """By true time; where the clocks show another order, both can be."""
    assert latest(count(90, older), count(38, newer)) == expected
    assert latest(count(38, newer), count(90, older)) == expected


def written(seconds: int, minutes: int) -> str:
    """An instant some seconds into three days, on a clock so many minutes ahead of UTC."""
    instant = datetime(2026, 11, 10, tzinfo=UTC) + timedelta(seconds=seconds)
    return instant.astimezone(timezone(timedelta(minutes=minutes))).isoformat()


INSTANTS = st.builds(
    written,
    st.integers(0, 3 * DAY),
    st.sampled_from([-720, -300, -240, 0, 60, 120, 330, 570, 780, 840]),
)


@pytest.mark.hazard("H15")
@given(st.lists(INSTANTS, min_size=1, max_size=8))
def test_the_truly_latest_is_among_the_latest_and_times_keep_their_clock(dates: list[str]) -> None:
    """Whatever the mixture of offsets; and each time still holds what its own clock showed."""
    entries = [count(number + 1, date) for number, date in enumerate(dates)]
    newest = max(entries, key=lambda one: datetime.fromisoformat(one.date or ""))
    last = datetime.fromisoformat(newest.date or "")
    found = latest(*entries)
    same = [one for one in entries if datetime.fromisoformat(one.date or "") == last]
    assert found >= {int(one.value or 0) for one in same}
    for row in events(*entries).observations["platelets"]:
        (entry,) = (one for one in entries if one.reference == row.source)
        local = when_of(entry.date or "")
        assert local is not None
        assert row.when.first == local.first
        assert local.last <= row.when.last <= local.last + 26 * 3600


@given(st.lists(st.integers(0, 3 * DAY), min_size=1, max_size=8))
def test_on_one_clock_nothing_is_widened(seconds: list[int]) -> None:
    """A record of one place is read as before."""
    start = datetime(2026, 11, 10, tzinfo=timezone(timedelta(hours=1)))
    dates = [(start + timedelta(seconds=one)).isoformat() for one in seconds]
    limits = when_of("2026")
    assert limits is not None
    clocks = Clocks(limits, dates)
    assert [clocks.when(one) for one in dates] == [when_of(one) for one in dates]


@pytest.mark.hazard("H14")
@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        # Sent by two systems under two numbers, in two units, on two clocks.
        (
            ("38", "10*9/L", "2026-11-19T08:10:00+01:00"),
            ("38000", "/uL", "2026-11-19T07:10:00Z"),
            1,
        ),
        (("38", "10*9/L", "2026-11-19"), ("38", "10*9/L", "2026-11-19"), 1),
        # Another value, another second, another day; a month may hold two.
        (("38", "10*9/L", "2026-11-19T08:10:00Z"), ("39", "10*9/L", "2026-11-19T08:10:00Z"), 2),
        (("38", "10*9/L", "2026-11-19T08:10:00Z"), ("38", "10*9/L", "2026-11-19T08:10:01Z"), 2),
        (("38", "10*9/L", "2026-11-18"), ("38", "10*9/L", "2026-11-19"), 2),
        (("38", "10*9/L", "2026-10"), ("38", "10*9/L", "2026-10"), 2),
    ],
)
def test_one_result_from_two_systems_counts_once(
    first: tuple[str, str, str], second: tuple[str, str, str], together: int
) -> None:
    """By analyte, time and value; what is not exact to the day may have happened twice."""
    entries = [
        ObservationEntry(
            reference=f"Observation/{number}",
            concept="platelets",
            status="final",
            value=value,
            unit=unit,
            date=date,
        )
        for number, (value, unit, date) in enumerate((first, second))
    ]
    for order in (entries, entries[::-1]):
        assert len(events(*order).observations["platelets"]) == together
    assert events(*entries) == events(*entries[::-1])
