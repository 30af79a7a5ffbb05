"""The border: what each entry becomes, and that nothing is dropped in silence."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.entries import ANALYTES, Entry, events, record

from ferrata.guideline.errors import RecordError, Refusal
from ferrata.guideline.events import DAY, Assertion, Review, When
from ferrata.guideline.values import Reason
from ferrata.record.events import events_of
from ferrata.record.model import (
    SCHEMA_VERSION,
    AssertionEntry,
    CourseEntry,
    ObservationEntry,
    Patient,
    Record,
    ReviewEntry,
)


def day(text: str) -> When:
    """The whole of one day."""
    number = int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) // DAY
    return When.day(number)


END = day("2026-11-20").last
BIRTH = day("2018-02-03").first


def platelets(reference: str = "Observation/1", **fields: str | Reason | None) -> ObservationEntry:
    """A final platelet count of 38 x 10^9/L, unless `fields` say otherwise."""
    base = {"status": "final", "date": "2026-11-19", "value": "38", "unit": "10*9/L"}
    return ObservationEntry(reference=reference, concept="platelets", **{**base, **fields})  # pyright: ignore[reportArgumentType]


def condition(**fields: str | None) -> tuple[Assertion, ...]:
    """What a condition asserts of ALPS."""
    base: dict[str, str | None] = {"status": "active", "date": "2024-03-01", "value": "yes"}
    entry = AssertionEntry(
        resource="Condition",
        reference="Condition/1",
        concept="alps",
        **{**base, **fields},  # pyright: ignore[reportArgumentType]
    )
    return events(entry).assertions.get("alps", ())


@pytest.mark.hazard("H12")
def test_a_result_that_cannot_be_used_is_an_event_that_says_why() -> None:
    """Unreadable and never measured lead to different advice."""
    found = events(
        platelets("Observation/1", value=None, value_text="clumped"),
        platelets("Observation/2", unit=None),
        platelets("Observation/3", value="38000000"),
        platelets("Observation/4", value=None, absent="error"),
    ).observations["platelets"]
    assert [(one.source, one.unusable) for one in found] == [
        ("Observation/1", Reason.UNREADABLE),
        ("Observation/2", Reason.WRONG_UNIT),
        ("Observation/3", Reason.IMPLAUSIBLE),
        ("Observation/4", Reason.UNREADABLE),
    ]


@pytest.mark.hazard("H09")
def test_birth_and_sex_are_what_the_patient_says() -> None:
    """A date of birth is as exact as it was written; another sex than two is not guessed."""
    found = events_of(record(birth_date="2020-02-29", sex="female"), ANALYTES).assertions
    assert [(one.when, one.value) for one in found["birth"]] == [(day("2020-02-29"), "yes")]
    assert [one.value for one in found["sex"]] == ["female"]
    year = events_of(record(birth_date="2020", sex="other"), ANALYTES).assertions
    assert year["birth"][0].when == When(day("2020-01-01").first, day("2020-12-31").last)
    assert [one.value for one in year["sex"]] == [None]
    assert not events_of(record(birth_date=None), ANALYTES).assertions
    assert not events_of(record(birth_date="soon"), ANALYTES).assertions


@pytest.mark.hazard("H12")
@pytest.mark.parametrize("date", [None, "", "2026-02-30", "yesterday"])
def test_what_has_no_date_may_have_happened_any_time_until_receipt(date: str | None) -> None:
    """From birth to the end of the day of receipt."""
    (found,) = events(platelets(date=date)).observations["platelets"]
    assert found.when == When(BIRTH, END)
    assert found.low == 38_000


def test_nothing_reaches_beyond_the_day_of_receipt() -> None:
    """This year's results are from the part of the year that is over."""
    (found,) = events(platelets(date="2026")).observations["platelets"]
    assert found.when == When(day("2026-01-01").first, END)


@pytest.mark.hazard("H21")
def test_a_percentage_beside_a_count_of_the_same_time_is_no_second_result() -> None:
    """A differential reports both; the count is the result, the percentage hides nothing."""
    percent = platelets("Observation/2", unit="%", unusable=Reason.WRONG_UNIT)
    (both,) = events(platelets(), percent).observations["platelets"]
    assert both.source == "Observation/1"
    (alone,) = events(percent).observations["platelets"]
    assert alone.unusable is Reason.WRONG_UNIT
    found = events(platelets(date="2026-11-18"), percent).observations["platelets"]
    assert [one.unusable for one in found] == [None, Reason.WRONG_UNIT]


def test_what_nobody_asks_about_gives_no_event() -> None:
    """Entries without a concept, or with one that the guideline lacks, stay in the record."""
    entry = ObservationEntry(reference="Observation/1", status="final", value="5")
    glucose = ObservationEntry(reference="Observation/2", status="final", concept="glucose")
    assert not events(entry, glucose).observations


@pytest.mark.hazard("H14")
def test_the_same_entry_twice_counts_once() -> None:
    """An import that is repeated changes nothing."""
    course = CourseEntry(
        resource="MedicationRequest", reference="M/1", concept="sirolimus", status="active"
    )
    once = events(platelets(), course)
    twice = events(platelets(), course, platelets(), course)
    assert once == twice


def test_a_condition_is_asserted_from_its_onset() -> None:
    """Active, recurring or relapsing."""
    for status in ("active", "recurrence", "relapse", None):
        (found,) = condition(status=status)
        assert (found.when, found.value) == (day("2024-03-01"), "yes")


def test_a_condition_without_onset_is_asserted_when_it_was_recorded() -> None:
    """At least then it was there."""
    (found,) = condition(date=None, recorded="2024-05-06")
    assert found.when == day("2024-05-06")


def test_a_condition_that_has_abated_is_asserted_and_later_denied() -> None:
    """Yes at onset, no at abatement."""
    since, until = condition(status="resolved", until="2025-01-02")
    assert (since.when, since.value) == (day("2024-03-01"), "yes")
    assert (until.when, until.value) == (day("2025-01-02"), "no")


@pytest.mark.parametrize(
    ("status", "value"), [("resolved", "no"), ("inactive", None), ("remission", None)]
)
def test_a_condition_that_is_over_at_no_date_is_over_as_of_receipt(
    status: str, value: str | None
) -> None:
    """Resolved means gone; inactive and in remission do not say so."""
    since, now = condition(status=status)
    assert since.value == "yes"
    assert (now.when, now.value) == (When(END, END), value)


def test_a_refutation_holds_from_when_it_was_written_down() -> None:
    """Refuted in May is no, from May on."""
    (found,) = condition(value="no", verification="refuted", recorded="2024-05-06")
    assert (found.when, found.value) == (day("2024-05-06"), "no")


@pytest.mark.hazard("H22")
def test_a_condition_entered_in_error_gives_no_event() -> None:
    """It stays in the record only."""
    assert not condition(verification="entered-in-error")


@pytest.mark.hazard("H12")
def test_an_assertion_that_cannot_be_read_is_no_denial() -> None:
    """Provisional, of an unknown status, or with words that leave it open."""
    assert [one.value for one in condition(value=None)] == [None]
    assert [one.value for one in condition(status="maybe")] == [None]


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    ("resource", "status", "values"),
    [
        ("Procedure", "completed", ["yes"]),
        ("Procedure", "not-done", []),
        ("Procedure", "preparation", []),
        ("Procedure", "entered-in-error", []),
        ("Procedure", "in-progress", [None]),
        ("Procedure", "unknown", [None]),
        ("Procedure", None, [None]),
        ("Observation", "final", ["yes"]),
        ("Observation", "preliminary", ["yes"]),
        ("Observation", "cancelled", []),
        ("Observation", "unknown", [None]),
        ("QuestionnaireResponse", "completed", ["yes"]),
        ("QuestionnaireResponse", "amended", ["yes"]),
        ("QuestionnaireResponse", "in-progress", [None]),
        ("QuestionnaireResponse", "stopped", [None]),
        ("QuestionnaireResponse", "entered-in-error", []),
    ],
)
def test_a_status_decides_whether_an_assertion_counts(
    resource: str, status: str | None, values: list[str | None]
) -> None:
    """Withdrawn gives nothing; unclear is unreadable."""
    entry = AssertionEntry(
        resource=resource,  # pyright: ignore[reportArgumentType]
        reference="x/1",
        concept="asplenia",
        value="yes",
        status=status,
        date="2020-10",
    )
    found = events(entry).assertions.get("asplenia", ())
    assert [one.value for one in found] == values


def test_a_review_covers_its_concepts_while_its_list_is_current() -> None:
    """A retired list covers nothing."""
    entry = ReviewEntry(
        reference="List/1", status="current", date="2026-11-20", concepts=("sirolimus", "alps")
    )
    retired = ReviewEntry(reference="List/2", status="retired", concepts=("rituximab",))
    found = events(entry, retired).reviews
    assert found == {
        "sirolimus": (Review("sirolimus", day("2026-11-20"), "List/1"),),
        "alps": (Review("alps", day("2026-11-20"), "List/1"),),
    }


SPELLINGS = (("38", "10*9/L"), ("38", "K/uL"), ("38000", "/uL"), ("0.038", "10*12/L"))


@pytest.mark.hazard("H23")
@given(
    st.permutations(range(6)),
    st.lists(st.sampled_from(SPELLINGS), min_size=6, max_size=6),
)
def test_order_and_spelling_never_change_the_events(
    order: list[int], spelled: list[tuple[str, str]]
) -> None:
    """The same results, shuffled and in other units, are the same events."""

    def entries(spelling: list[tuple[str, str]]) -> list[Entry]:
        return [
            platelets(f"Observation/{i}", date=f"2026-11-1{i}", value=value, unit=unit)
            for i, (value, unit) in enumerate(spelling)
        ]

    shuffled = entries(spelled)
    assert events(*(shuffled[i] for i in order)) == events(*entries([SPELLINGS[0]] * 6))


FUTURE: list[Entry] = [
    platelets("Entry/1", date="2026-11-21"),
    ObservationEntry(reference="Entry/1", status="final", date="2027"),
    AssertionEntry(resource="Condition", reference="Entry/1", date="2026-11-21"),
    AssertionEntry(resource="Condition", reference="Entry/1", recorded="2026-11-21"),
    AssertionEntry(resource="Condition", reference="Entry/1", until="2026-12"),
    AssertionEntry(resource="Procedure", reference="Entry/1", date="2026-11-20/2026-11-22"),
    CourseEntry(resource="MedicationRequest", reference="Entry/1", date="2026-11-21"),
    CourseEntry(resource="MedicationAdministration", reference="Entry/1", start="2026-11-21"),
    ReviewEntry(reference="Entry/1", date="2026-11-21"),
]


@pytest.mark.hazard("H34")
@pytest.mark.parametrize("entry", FUTURE)
def test_what_happened_tomorrow_is_refused(entry: Entry) -> None:
    """A clock is wrong, so no date can be trusted; the message names the entry."""
    with pytest.raises(Refusal, match="Entry/1") as caught:
        events(entry)
    assert "after the record was received on 2026-11-20" in str(caught.value)


def test_a_plan_may_lie_ahead_and_an_error_anywhere() -> None:
    """Orders begin and end in the future; what was withdrawn does not matter."""
    order = CourseEntry(
        resource="MedicationRequest", reference="M/1", start="2026-12-01", end="2027-02-01"
    )
    assert events(order, platelets(date="2030", status="entered-in-error"))


@pytest.mark.hazard("H09")
@pytest.mark.parametrize("born", ["2026-11-21", "2027", "2026-12", "1895", "1026-11-20"])
def test_an_impossible_birth_is_refused(born: str) -> None:
    """Age decides doses."""
    with pytest.raises(Refusal, match="Patient/1"):
        events_of(record(birth_date=born), ANALYTES)


@pytest.mark.hazard("H09")
@pytest.mark.parametrize("born", ["2026-11-20", "2026-11", "2026", "1897"])
def test_a_birth_today_or_long_ago_is_possible(born: str) -> None:
    """Newborns and the oldest of all."""
    assert events_of(record(birth_date=born), ANALYTES).assertions["birth"]


@pytest.mark.parametrize("received", ["", "2026", "2026-11", "tomorrow"])
def test_the_day_of_receipt_is_a_day(received: str) -> None:
    """It bounds everything else."""
    bad = Record(schema_version=SCHEMA_VERSION, patient=Patient(id="1"), received=received)
    with pytest.raises(RecordError, match="received"):
        events_of(bad, ANALYTES)
