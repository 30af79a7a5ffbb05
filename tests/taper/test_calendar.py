"""The calendar file: one all-day event a day, read by two libraries, taken over by the next."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.taper.plans import AGAIN, ON, planned, restarted

from ferrata.alps.tapers import PREDNISONE, WEANING
from ferrata.exchange.calendar import calendar_file, event_uid
from ferrata.plan.taper import TaperPlan

FIRST = planned(PREDNISONE, "prednisone-5", "prednisone-1")
SECOND = restarted(FIRST)
NAME = "Zoë O'Neil; née, \\Müller\u202e" + "ß" * 20


def events(content: bytes) -> list[Any]:
    """The events, by the icalendar library."""
    calendar: Any = icalendar.Calendar.from_ical(content)
    return list(calendar.walk("VEVENT"))


def others(content: bytes) -> list[Any]:
    """The events, by the vobject library."""
    library: Any = vobject
    return list(library.readOne(content.decode()).vevent_list)


@dataclass
class Client:
    """A calendar program: an event replaces the one with its UID unless its sequence is lower."""

    held: dict[str, Any] = field(default_factory=dict[str, Any])

    def take(self, content: bytes) -> None:
        """Import a file."""
        for one in events(content):
            known = self.held.get(one["UID"])
            if known is None or one["SEQUENCE"] >= known["SEQUENCE"]:
                self.held[one["UID"]] = one

    def shown(self) -> dict[date, list[str]]:
        """What stands on each day: the titles of the events that are not cancelled."""
        days: dict[date, list[str]] = {}
        for one in self.held.values():
            if one["STATUS"] != "CANCELLED":
                days.setdefault(one.decoded("DTSTART"), []).append(str(one["SUMMARY"]))
        return days


def doses(made: TaperPlan, *, before: date | None = None) -> dict[date, str]:
    """The milligrams of each day of a plan, before a day if one is given."""
    return {
        day: f"{one.mg_per_day} mg" for day, one in made.daily() if before is None or day < before
    }


def milligrams(client: Client) -> dict[date, str]:
    """The milligrams in the one title of each day."""
    found: dict[date, str] = {}
    for day, titles in client.shown().items():
        assert len(titles) == 1, (day, titles)
        matched = re.search(r"[0-9.]+ mg", titles[0])
        assert matched
        found[day] = matched[0]
    return found


# ---------------------------------------------------------------- the format


@pytest.mark.hazard("H24")
@pytest.mark.parametrize("made", [FIRST, SECOND, planned(for_whom=NAME)], ids=["a", "b", "c"])
def test_a_file_is_as_rfc_5545_says(made: TaperPlan):
    """CRLF, at most 75 octets a line, no control character, whole characters on each line."""
    content = calendar_file(made)
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", line.decode())
    assert lines[:5] == [
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        lines[2],
        b"CALSCALE:GREGORIAN",
        b"METHOD:PUBLISH",
    ]
    assert lines[2].startswith(b"PRODID:")


@pytest.mark.hazard("H24")
def test_every_day_is_one_all_day_event_that_ends_the_next_day():
    """DTEND is exclusive; no time of day, so no time zone can move it."""
    found = events(calendar_file(FIRST))
    assert len(found) == 70
    for (day, step), one in zip(FIRST.daily(), found, strict=True):
        assert one.decoded("DTSTART") == day
        assert type(one.decoded("DTSTART")) is date
        assert one.decoded("DTEND") == day + timedelta(days=1)
        assert one["DTSTART"].params["VALUE"] == "DATE"
        assert one["STATUS"] == "CONFIRMED"
        assert one["TRANSP"] == "TRANSPARENT"
        assert one["SEQUENCE"] == 0
        assert f"prednisone {step.mg_per_day} mg: " in one["SUMMARY"]


def test_two_readers_agree_on_every_event():
    """icalendar and vobject share no code."""
    for made in (FIRST, SECOND, planned(for_whom=NAME), planned(WEANING[0], dose=Decimal(1000))):
        content = calendar_file(made)
        other = others(content)
        ours = events(content)
        assert len(ours) == len(other)
        for one, two in zip(ours, other, strict=True):
            assert str(one["UID"]) == two.uid.value
            assert one.decoded("DTSTART") == two.dtstart.value
            assert one.decoded("DTEND") == two.dtend.value
            assert str(one["SUMMARY"]) == two.summary.value
            assert str(one["DESCRIPTION"]) == two.description.value
            assert str(one["STATUS"]) == two.status.value
            assert one["SEQUENCE"] == int(two.sequence.value)


def test_a_name_is_shown_only_when_it_was_given_and_comes_back_whole():
    """Commas, semicolons, backslashes and letters of other alphabets; never in a UID."""
    made = planned(for_whom="Zoë; née, \\Müller")
    found = events(calendar_file(made))
    assert all(str(one["SUMMARY"]).startswith("Zoë; née, \\Müller: prednisone") for one in found)
    unfolded = calendar_file(made).decode().replace("\r\n ", "")
    assert "SUMMARY:Zoë\\; née\\, \\\\Müller: prednisone" in unfolded
    bare = calendar_file(FIRST).decode()
    assert "Zo" not in bare
    for one in (*found, *events(calendar_file(FIRST))):
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", str(one["UID"]))


def test_what_turns_the_reading_direction_is_taken_out():
    """A name cannot reverse the dose behind it."""
    assert "\u202e" not in calendar_file(planned(for_whom=NAME)).decode()


@pytest.mark.hazard("H34")
def test_the_time_of_the_file_is_the_day_that_was_given():
    """Nothing asks the clock; the same plan of the same day is the same file."""
    stamps = {one.decoded("DTSTAMP").date() for one in events(calendar_file(SECOND))}
    assert stamps == {AGAIN}
    assert calendar_file(SECOND) == calendar_file(restarted(FIRST))


@pytest.mark.hazard("H25")
def test_each_day_says_what_counts_on_it():
    """The plan and what it replaces, not to stop, stress doses, a missed dose, and the notice."""
    one = events(calendar_file(SECOND))[-1]
    said = str(one["DESCRIPTION"])
    for words in (
        "This is the last dose.",
        f"Plan of 2026-12-20 ({SECOND.id})",
        f"Replaces the plan of 2026-11-21 ({FIRST.id})",
        "the newer one counts",
        "Do not stop suddenly",
        "12 months after the last dose",
        "Never give two doses on one day",
        "Not a medical device",
    ):
        assert words in said


# ---------------------------------------------------------------- the older plan


@pytest.mark.hazard("H25")
def test_after_both_files_exactly_the_new_plan_remains():
    """Days of the older plan before the change are kept, later ones are gone, no day has two."""
    client = Client()
    client.take(calendar_file(FIRST))
    assert milligrams(client) == doses(FIRST)
    client.take(calendar_file(SECOND))
    assert milligrams(client) == {**doses(FIRST, before=AGAIN), **doses(SECOND)}
    client.take(calendar_file(SECOND))
    assert milligrams(client) == {**doses(FIRST, before=AGAIN), **doses(SECOND)}


@pytest.mark.hazard("H25")
def test_an_old_file_that_is_taken_again_brings_nothing_back():
    """Its sequence is lower than that of the cancellation."""
    client = Client()
    client.take(calendar_file(FIRST))
    client.take(calendar_file(SECOND))
    client.take(calendar_file(FIRST))
    assert milligrams(client) == {**doses(FIRST, before=AGAIN), **doses(SECOND)}


@pytest.mark.hazard("H25")
def test_a_cancelled_day_says_so_in_its_title():
    """For programs that do not heed the status."""
    cancelled = [one for one in events(calendar_file(SECOND)) if one["STATUS"] == "CANCELLED"]
    days = [one.decoded("DTSTART") for one in cancelled]
    assert days == [day for day, _ in FIRST.daily() if day >= AGAIN]
    for one in cancelled:
        assert str(one["SUMMARY"]).startswith("CANCELLED, do not give")
        assert str(one["UID"]) == event_uid(FIRST.id, one.decoded("DTSTART"))
        assert one["SEQUENCE"] == 1


@pytest.mark.hazard("H25")
def test_a_family_that_missed_a_file_is_still_rid_of_every_older_plan():
    """The newest file cancels all plans before it, not only the last."""
    third = planned(older=SECOND, first=AGAIN + timedelta(10), on=AGAIN, dose=Decimal(40))
    client = Client()
    client.take(calendar_file(FIRST))
    client.take(calendar_file(third))
    left = milligrams(client)
    assert left == {**doses(FIRST, before=AGAIN), **doses(third)}


@pytest.mark.hazard("H13")
def test_two_children_in_one_calendar_keep_their_own_days():
    """The same order for two: every event stays, each with its name."""
    client = Client()
    for name in ("Anna", "Ben"):
        client.take(calendar_file(planned(for_whom=name)))
    assert all(len(titles) == 2 for titles in client.shown().values())


@pytest.mark.hazard("H25")
@settings(max_examples=settings().max_examples // 10)  # the libraries read slowly
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from([20, 30, 40]), st.integers(50, 84)),
        min_size=1,
        max_size=3,
    ),
    st.integers(0, 3),
)
def test_over_any_chain_of_plans_every_day_shows_one_dose(
    chain: list[tuple[int, int, int]], missed: int
):
    """Whichever file of the chain a family missed: never two doses, and the newest plan whole."""
    made = [FIRST]
    for later, dose, days in chain:
        older = made[-1]
        made.append(
            planned(
                PREDNISONE,
                *("prednisone-5", "prednisone-1"),
                older=older,
                first=older.first + timedelta(days=min(later, older.days - 1)),
                dose=Decimal(dose),
                days=days,
            )
        )
    client = Client()
    for index, one in enumerate(made):
        if index != missed or one is made[-1]:
            client.take(calendar_file(one))
    left = milligrams(client)
    newest = made[-1]
    assert {day: left.get(day) for day, _ in newest.daily()} == doses(newest)
    assert all(day < newest.first for day in left.keys() - doses(newest).keys())


def test_the_uid_of_a_day_depends_on_plan_and_day_alone():
    """Stable for ever: a change here would leave old plans in calendars."""
    url = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8").bytes
    name = b"https://ferrata.health/taper/0123456789abcdef/2026-11-21"
    octets = bytearray(hashlib.sha1(url + name, usedforsecurity=False).digest()[:16])
    octets[6] = octets[6] & 0x0F | 0x50  # version 5, by RFC 4122
    octets[8] = octets[8] & 0x3F | 0x80
    assert event_uid("0123456789abcdef", ON) == str(UUID(bytes=bytes(octets)))
    assert event_uid("0123456789abcdef", AGAIN) != event_uid("0123456789abcdef", ON)
    assert event_uid("0123456789abcdee", ON) != event_uid("0123456789abcdef", ON)
