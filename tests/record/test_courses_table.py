"""What entries of drugs become, as a table that a pharmacist can read: `courses.toml`."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.entries import events

from ferrata.guideline.events import DAY, TreatmentCourse, When
from ferrata.record.model import CourseEntry, CourseResource

ROWS = tomllib.loads(Path(__file__).with_name("courses.toml").read_text(encoding="utf-8"))["row"]
KINDS = {
    "order": "MedicationRequest",
    "said": "MedicationStatement",
    "given": "MedicationAdministration",
    "collected": "MedicationDispense",
}
FIELDS = {"on": "date", "from": "start", "to": "end", "for": "days", "intent": "intent"}


def entry_of(text: str) -> CourseEntry:
    """The entry that a line of the table describes."""
    kind, status, *words = text.split()
    fields: dict[str, Any] = {"reference": "M/1", "concept": "prednisone"}
    while words:
        word = words.pop(0)
        if word == "as-needed":
            fields["as_needed"] = True
            continue
        value = words.pop(0)
        match word:
            case "of":
                fields["concept"] = None if value == "?" else value
            case "id":
                fields["reference"] = value
            case "ties":
                fields["based_on"] = (value,)
            case "replaces":
                fields["replaces"] = value
            case _:
                fields[FIELDS[word]] = value
    return CourseEntry(resource=cast("CourseResource", KINDS[kind]), status=status, **fields)


def days(when: When | None) -> str:
    """A time in days, as the table writes it."""
    if when is None:
        return "on"
    first, last = (
        str(date(1970, 1, 1) + timedelta(days=second // DAY)) for second in (when.first, when.last)
    )
    return first if first == last else f"{first}~{last}"


def shown(course: TreatmentCourse) -> str:
    """A course as the table writes it."""
    return f"{course.treatment or '?'} {days(course.start)} {days(course.end)}"


@pytest.mark.hazard("H14")
@pytest.mark.hazard("H17")
@pytest.mark.parametrize("row", ROWS, ids=[one["says"] for one in ROWS])
def test_entries_become_the_courses_of_the_table(row: dict[str, Any]) -> None:
    """In whichever order they stand in the file, and sent twice."""
    entries = [entry_of(one) for one in row["entries"]]
    for order in (entries, entries[::-1], entries * 2):
        assert sorted(map(shown, events(*order).courses)) == sorted(row["courses"])


def test_the_table_has_every_kind_of_entry_and_at_least_forty_rows() -> None:
    """So that none is left out by mistake."""
    kinds = {entry_of(one).resource for row in ROWS for one in row["entries"]}
    assert kinds == set(get_args(CourseResource))
    assert len(ROWS) >= 40


SOME = st.builds(
    CourseEntry,
    resource=st.sampled_from(get_args(CourseResource)),
    reference=st.sampled_from(["M/1", "M/2", "M/3", "M/4", "M/5"]),
    concept=st.sampled_from(["prednisone", "sirolimus"]),
    status=st.sampled_from(["active", "completed", "stopped", "on-hold", "not-taken"]),
    start=st.dates(date(2026, 1, 1), date(2026, 11, 20)).map(str),
    end=st.none() | st.dates(date(2026, 1, 1), date(2026, 11, 20)).map(str),
    days=st.none() | st.sampled_from(["7", "30", "90"]),
    as_needed=st.booleans(),
    based_on=st.sampled_from([(), ("M/1",), ("M/2",)]),
    replaces=st.none() | st.sampled_from(["M/1", "M/2"]),
)


@pytest.mark.hazard("H17")
@given(st.lists(SOME, max_size=6), st.randoms())
def test_no_order_of_entries_matters_and_no_drug_is_hidden(entries: list[CourseEntry], any_: Any):
    """Every drug that may have been taken is a course; what only was collected is never certain."""
    found = events(*entries).courses
    mixed = list(entries)
    any_.shuffle(mixed)
    assert events(*mixed).courses == found
    taken = {one.concept for one in entries if one.status in {"active", "stopped"}}
    ready = {one.concept for one in entries if one.resource == "MedicationDispense"}
    assert {one.treatment for one in found} >= taken - ready
    for course in found:
        own = [one for one in entries if one.concept == course.treatment]
        if all(one.resource == "MedicationDispense" for one in own):
            assert course.start.last > course.start.first
            assert course.end is not None
