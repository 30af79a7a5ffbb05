"""Dosages are kept in words and never read as amounts; their times make the course."""

from __future__ import annotations

import pytest
from tests.exchange.bundles import RECEIVED, Resource, by_text, events, read, request, subject

from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.guideline.events import DAY
from ferrata.record.model import CourseEntry


def ordered(*dosages: Resource, **fields: object) -> CourseEntry:
    """An order of prednisone with these dosages."""
    (entry,) = read(
        request(by_text("prednisone"), dosageInstruction=list(dosages), **fields)
    ).courses
    return entry


WORDS: dict[str, tuple[Resource, str | None]] = {
    "free text": ({"text": "1-2 tabs BD"}, "1-2 tabs BD"),
    "nothing": ({}, None),
    "a dose and its times": (
        {
            "doseAndRate": [{"doseQuantity": {"value": 20, "unit": "mg"}}],
            "timing": {"repeat": {"frequency": 2, "period": 1, "periodUnit": "d"}},
            "route": {"text": "oral"},
        },
        "[20 mg; 2 times per 1 d; oral]",
    ),
    "text and elements": (
        {
            "text": "one in the morning",
            "doseAndRate": [{"doseQuantity": {"value": 5, "code": "mg"}}],
        },
        "one in the morning [5 mg]",
    ),
    "a range and a rate": (
        {
            "doseAndRate": [
                {
                    "doseRange": {
                        "low": {"value": 1, "unit": "g"},
                        "high": {"value": 2, "unit": "g"},
                    },
                    "rateRatio": {
                        "numerator": {"value": 100, "unit": "mL"},
                        "denominator": {"value": 1, "unit": "h"},
                    },
                }
            ]
        },
        "[1 g to 2 g; at 100 mL per 1 h]",
    ),
    "days of the week": (
        {"timing": {"repeat": {"dayOfWeek": ["mon", "thu"], "timeOfDay": ["08:00:00"]}}},
        "[on mon, thu; at 08:00:00]",
    ),
    "as needed for something": (
        {"asNeededCodeableConcept": {"text": "pain"}, "maxDosePerPeriod": {
            "numerator": {"value": 4, "unit": "g"}, "denominator": {"value": 1, "unit": "d"},
        }},
        "[as needed for pain; at most 4 g per 1 d]",
    ),
    "for some months": (
        {"timing": {"repeat": {"boundsDuration": {"value": 3, "unit": "mo"}}}},
        "[for 3 mo]",
    ),
    "in another shape": (
        {"text": "daily", "doseAndRate": "lots"},
        "daily [in a form that is not FHIR's]",
    ),
}  # fmt: skip


@pytest.mark.hazard("H03")
@pytest.mark.parametrize(("dosage", "words"), WORDS.values(), ids=WORDS.keys())
def test_a_dosage_is_kept_in_words(dosage: Resource, words: str | None) -> None:
    """As it was written, with what stands in elements in brackets; out and in again the same."""
    resource = request(by_text("prednisone"), dosageInstruction=[dosage])
    record = read(resource)
    assert record.courses[0].dosage == words
    again = read_fhir(write_fhir(record), received=RECEIVED)
    assert again.courses == record.courses
    (course,) = events(resource).courses
    assert course.treatment == "prednisone"


def bounds(start: str | None, end: str | None) -> Resource:
    """A step of a taper."""
    sides = {name: text for name, text in (("start", start), ("end", end)) if text}
    return {"timing": {"repeat": {"boundsPeriod": sides}}}


@pytest.mark.parametrize(
    ("steps", "start", "end"),
    [
        ([("2026-10-01", "2026-10-14"), ("2026-10-15", "2026-10-31")], "2026-10-01", "2026-10-31"),
        ([("2026-10-15", "2026-10-31"), ("2026-10-01", "2026-10-14")], "2026-10-01", "2026-10-31"),
        ([("2026-10-01", "2026-10-14"), ("2026-10-15", None)], "2026-10-01", None),
        ([("2026-10-01", "2026-10-14"), (None, None)], "2026-10-01", None),
    ],
)
def test_the_steps_of_a_taper_are_one_course(
    steps: list[tuple[str | None, str | None]], start: str, end: str | None
) -> None:
    """From the first to the last; without an end as soon as one has none."""
    entry = ordered(*(bounds(*step) for step in steps))
    assert (entry.start, entry.end) == (start, end)


@pytest.mark.parametrize(
    ("value", "unit", "days"),
    [(7, "d", "7"), (2, "wk", "14"), (7, "days", "7"), (1, "mo", None), (0, "d", None)],
)
def test_an_order_for_some_days_says_how_many(value: int, unit: str, days: str | None) -> None:
    """Months have no number of days."""
    duration = {"timing": {"repeat": {"boundsDuration": {"value": value, "unit": unit}}}}
    assert ordered(duration).days == days


@pytest.mark.parametrize(
    ("dosages", "expected"),
    [
        ([{"asNeededBoolean": True}], True),
        ([{"asNeededCodeableConcept": {"text": "pain"}}], True),
        ([{"asNeededBoolean": False}], False),
        ([{"asNeededBoolean": True}, {"text": "daily"}], False),
        ([], False),
    ],
)
def test_a_drug_is_for_when_it_is_needed_if_all_its_dosages_are(
    dosages: list[Resource], expected: bool
) -> None:
    """One that is taken regularly counts as taken."""
    assert ordered(*dosages).as_needed is expected


@pytest.mark.hazard("H17")
def test_a_dispense_is_read_with_its_supply() -> None:
    """Handed over, for so many days; it never counts as absent, and is never certain."""
    resource: Resource = {
        "resourceType": "MedicationDispense",
        "id": "d",
        "status": "completed",
        "subject": subject(),
        **by_text("sirolimus"),
        "whenPrepared": "2026-10-30",
        "whenHandedOver": "2026-11-01T10:00:00+01:00",
        "daysSupply": {"value": 30.0, "unit": "days"},
        "quantity": {"value": 60, "unit": "tablets"},
        "dosageInstruction": [{"text": "2 daily"}],
        "statusReasonCodeableConcept": {"text": "refill"},
    }
    (entry,) = read(resource).courses
    assert (entry.date, entry.start, entry.days) == (
        "2026-10-30", "2026-11-01T10:00:00+01:00", "30",
    )  # fmt: skip
    assert entry.dosage == "2 daily\n[handed over: 60 tablets]"
    assert entry.note == "status reason: refill"
    (course,) = events(resource).courses
    assert course.start.last_day - course.start.first_day == 20
    assert course.end is not None
    assert course.end.last // DAY - course.start.first // DAY == 19
