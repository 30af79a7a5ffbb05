"""Orders, statements and administrations become courses by one declared rule."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.entries import events

from ferrata.guideline.events import DAY, TreatmentCourse, When
from ferrata.record.model import CourseEntry


def day(text: str) -> When:
    """The whole of one day."""
    return When.day(int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) // DAY)


END = day("2026-11-20").last


def request(reference: str = "M/1", /, **fields: str | bool | None) -> CourseEntry:
    """An order of prednisone."""
    base = {"concept": "prednisone", "status": "active", "intent": "order"}
    return CourseEntry(resource="MedicationRequest", reference=reference, **{**base, **fields})  # pyright: ignore[reportArgumentType]


def given_on(date: str, reference: str = "A", **fields: str | None) -> CourseEntry:
    """An administration of rituximab."""
    base: dict[str, str | None] = {"concept": "rituximab", "status": "completed", "start": date}
    return CourseEntry(
        resource="MedicationAdministration",
        reference=f"{reference}/{date}",
        **{**base, **fields},  # pyright: ignore[reportArgumentType]
    )


def courses(*entries: CourseEntry) -> tuple[TreatmentCourse, ...]:
    """The courses of these entries."""
    return events(*entries).courses


def test_an_active_order_goes_on_from_when_it_was_written() -> None:
    """Without a start of its own it begins with the order."""
    assert courses(request(date="2026-10-01")) == (
        TreatmentCourse("prednisone", day("2026-10-01"), None, "M/1"),
    )
    (found,) = courses(request(date="2026-10-01", start="2026-10-05", end="2027-01-01"))
    assert (found.start, found.end) == (day("2026-10-05"), None)


def test_an_active_order_whose_end_has_passed_may_go_on() -> None:
    """Nobody closed it; whether it is still taken cannot be told."""
    (found,) = courses(request(start="2026-08-01", end="2026-10-01"))
    assert found.end == When(day("2026-10-01").first, END)


@pytest.mark.parametrize("status", ["completed", "stopped", "on-hold"])
def test_an_order_that_is_over_ended_on_its_end(status: str) -> None:
    """If the end is named and has come; otherwise some time between start and receipt."""
    (named,) = courses(request(status=status, start="2026-08-01", end="2026-10-01"))
    assert named.end == day("2026-10-01")
    (unnamed,) = courses(request(status=status, start="2026-08-01"))
    assert unnamed.end == When(day("2026-08-01").first, END)
    (planned,) = courses(request(status=status, start="2026-08-01", end="2027-01-01"))
    assert planned.end == When(day("2026-08-01").first, END)
    (backwards,) = courses(request(status=status, start="2026-08-01", end="2026-07-01"))
    assert backwards.end == When(day("2026-08-01").first, END)


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    "fields",
    [
        {"status": "entered-in-error"},
        {"status": "cancelled"},
        {"status": "draft"},
        {"status": "not-taken"},
        {"status": "not-done"},
        {"status": "intended"},
        {"intent": "proposal"},
        {"intent": "plan"},
        {"intent": "option"},
        {"concept": None, "other": True},
    ],
)
def test_what_was_never_given_or_is_another_drug_is_no_course(
    fields: dict[str, str | bool | None],
) -> None:
    """Withdrawn, proposed, not taken."""
    assert not courses(request(date="2026-10-01", **fields))


@pytest.mark.hazard("H17")
@pytest.mark.parametrize("fields", [{"concept": None}, {"status": "unknown"}, {"status": None}])
def test_a_drug_or_status_that_cannot_be_told_is_a_course_of_something(
    fields: dict[str, str | bool | None],
) -> None:
    """An unknown drug is unknown, not none."""
    (found,) = courses(request(date="2026-10-01", **fields))
    assert found.treatment is None
    assert found.start == day("2026-10-01")


def test_orders_that_overlap_or_follow_each_other_are_one_course() -> None:
    """The next prescription begins no later than the day after."""
    first = request("M/1", status="completed", start="2026-06-01", end="2026-06-30")
    second = request("M/2", status="completed", start="2026-07-01", end="2026-07-31")
    later = request("M/3", start="2026-08-02")
    found = courses(later, second, first)
    assert [(one.start, one.end) for one in found] == [
        (day("2026-06-01"), day("2026-07-31")),
        (day("2026-08-02"), None),
    ]
    assert found[0].source == "M/1, M/2"


def test_another_ingredient_is_another_course() -> None:
    """However much they overlap."""
    found = courses(
        request(date="2026-06-01"), request("M/2", date="2026-06-01", concept="sirolimus")
    )
    assert {one.treatment for one in found} == {"prednisone", "sirolimus"}


def test_an_end_that_is_not_known_joins_nothing() -> None:
    """Only what overlaps for certain is one course."""
    found = courses(
        request("M/1", status="completed", date="2026-06-01"), request("M/2", date="2026-08-01")
    )
    assert len(found) == 2


def test_administrations_at_most_31_days_apart_are_one_course() -> None:
    """31 days are, 32 are not."""
    close = courses(given_on("2026-01-01T10:00:00Z"), given_on("2026-02-01T18:00:00Z"))
    assert len(close) == 1
    assert (close[0].start.first_day, close[0].end) == (
        day("2026-01-01").first_day,
        When(*([day("2026-02-01").first + 18 * 3600] * 2)),
    )
    assert len(courses(given_on("2026-01-01"), given_on("2026-02-02"))) == 2


def test_administrations_of_the_last_month_may_go_on() -> None:
    """The next one may be due."""
    (recent,) = courses(given_on("2026-10-20"))
    assert recent.end == When(day("2026-10-20").first, END)
    (past,) = courses(given_on("2026-10-19"))
    assert past.end == day("2026-10-19")


def test_a_running_infusion_goes_on() -> None:
    """In progress has no end."""
    (found,) = courses(given_on("2026-11-20", status="in-progress"))
    assert found.end is None


def test_an_order_and_its_administrations_are_one_course() -> None:
    """The order says that it goes on."""
    order = request("M/1", concept="rituximab", date="2026-10-01")
    (found,) = courses(given_on("2026-10-08"), order, given_on("2026-10-01"))
    assert found.end is None
    assert found.start == day("2026-10-01")


def test_a_course_without_any_date_began_some_time() -> None:
    """Between birth and receipt; it counts as given."""
    (found,) = courses(request(date=None))
    assert found.start == When(day("2018-02-03").first, END)


def test_many_entries_are_counted_in_the_source() -> None:
    """The first is named."""
    (found,) = courses(*(given_on(f"2026-10-0{i}") for i in range(1, 6)))
    assert found.source == "A/2026-10-01 and 4 more"


@given(st.permutations([
    request("M/1", status="completed", start="2026-06-01", end="2026-06-30"),
    request("M/2", status="completed", start="2026-06-15", end="2026-07-31"),
    request("M/3", start="2026-08-01"),
    request("M/4", status="stopped", date="2026-08"),
    request("M/5", concept=None, date="2026-06-01"),
    given_on("2026-10-01"),
    given_on("2026-10-15"),
    given_on("2026-03"),
]))  # fmt: skip
def test_the_order_of_entries_never_matters(entries: list[CourseEntry]) -> None:
    """A file may list them in any order."""
    assert courses(*entries) == courses(*sorted(entries, key=lambda one: one.reference))
