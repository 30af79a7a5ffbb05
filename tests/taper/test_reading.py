"""An earlier plan is read as it was written, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.taper.plans import planned, restarted

from ferrata.guideline.errors import RecordError
from ferrata.plan.json import as_json
from ferrata.plan.taper import TaperPlan, read_taper

FIRST = planned()


def test_a_plan_is_read_as_it_was_written():
    """Also one that replaces another."""
    for made in (FIRST, restarted(FIRST), planned(dose=Decimal("37.5"), for_whom="Anna")):
        assert read_taper(as_json(made)) == made


def altered(made: TaperPlan, before: str, after: str) -> bytes:
    """The JSON of a plan, changed by hand."""
    text = as_json(made).decode()
    assert before in text
    return text.replace(before, after, 1).encode()


@pytest.mark.hazard("H25")
@pytest.mark.hazard("H04")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"mg_per_day": "35"', '"mg_per_day": "36"'),
        ('"mg_per_day": "35"', '"mg_per_day": "NaN"'),
        ('"mg_per_day": "35"', '"mg_per_day": "-35"'),
        ('"total_mg": "1540"', '"total_mg": "Infinity"'),
        ('"last": "2027-01-29"', '"last": "2027-01-30"'),
        ('"last": "2027-01-29"', '"last": "9999-12-31"'),
        ('"first": "2026-11-28"', '"first": "2026-11-29"'),
        ('"days": 14', '"days": 15'),
        ('"count": "8"', '"count": "9"'),
        ('"revision": 0', '"revision": 0.5'),
        ('"schema_version": "1.0"', '"schema_version": "0.9"'),
        ('"steps": [', '"step": ['),
        ('"id": "', '"id": "f'),
    ],
)
def test_a_plan_that_was_changed_is_not_read(before: str, after: str):
    """It would void other days than those in the calendar."""
    with pytest.raises(RecordError):
        read_taper(altered(FIRST, before, after))


@pytest.mark.hazard("H25")
def test_what_a_plan_replaces_cannot_be_changed_either():
    """The day from which the older plan is void belongs to the id."""
    again = restarted(FIRST)
    for before, after in (
        ('"void_from": "2026-12-20"', '"void_from": "2026-12-27"'),
        ('"last": "2027-01-29"', '"last": "2027-01-28"'),
        ('"restarts": 1', '"restarts": 2'),
        ('"revision": 1', '"revision": 0'),
    ):
        with pytest.raises(RecordError):
            read_taper(altered(again, before, after))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"steps": 1, "schema_version": "1.0"}'])
def test_what_is_no_plan_is_not_read(content: bytes):
    """With what to do instead."""
    with pytest.raises(RecordError, match="do:"):
        read_taper(content)
