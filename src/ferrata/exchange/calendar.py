"""A plan of a course as an iCalendar file (RFC 5545): one all-day event for each day.

Written here rather than through a library: all-day events need neither time zones nor recurrence,
and nine properties are shorter than the import of a library that knows them all. The tests read
every file back with two of those libraries.

A family imports a file; nobody receives an invitation. So the older plan is cancelled in the file
of the newer one: its days from the change on come again with the same UID, a higher SEQUENCE,
STATUS:CANCELLED, and a title that says so where a program ignores the status. Its earlier days are
left alone, because they were given.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from ferrata.guideline.units import plain
from ferrata.plan.lines import harmless
from ferrata.plan.taper.model import OlderPlan, TaperPlan, TaperStep
from ferrata.plan.taper.words import dose_of, given_as, named, replaced
from ferrata.version import VERSION

_OCTETS = 75
"""A line of an iCalendar file, without its end, at most."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_TOPICS = frozenset(
    {"How to give it", "Never stop suddenly", "Stress doses", "A missed or vomited dose"}
)


def calendar_file(made: TaperPlan) -> bytes:
    """Return the plan as an iCalendar file, with the cancelled days of the plans it replaces."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Ferrata//Ferrata {VERSION}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for one in made.replaces for line in _cancelled(made, one)),
        *(
            line
            for number, one in enumerate(made.daily(), 1)
            for line in _given(made, number, *one)
        ),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def event_uid(plan: str, day: date) -> str:
    """Return the UID of the event of `day` in the plan with id `plan`: a hash that names nobody."""
    return str(uuid5(NAMESPACE_URL, f"https://ferrata.health/taper/{plan}/{day.isoformat()}"))


def _cancelled(made: TaperPlan, older: OlderPlan) -> Iterator[str]:
    """Yield the events of an older plan from the day on which it is void."""
    for offset in range((older.last - older.void_from).days + 1):
        day = older.void_from + timedelta(days=offset)
        yield from _event(
            made,
            event_uid(older.id, day),
            day,
            status="CANCELLED",
            title=f"CANCELLED, do not give: older {made.label} plan",
            text=f"The {replaced(older)} is void from {older.void_from.isoformat()} on.\n"
            f"It is replaced by the {named(made)}.",
        )


def _given(made: TaperPlan, number: int, day: date, step: TaperStep) -> Iterator[str]:
    """Yield the event of a day on which a dose is given."""
    who = f"{made.for_whom}: " if made.for_whom else ""
    text = [
        f"Day {number} of {made.days}: {dose_of(step)} a day, as {given_as(step)}.",
        *(["This is the last dose."] if day == made.last else []),
        f"{named(made).capitalize()}.",
        *(f"Replaces the {replaced(one)}." for one in made.replaces[:1]),
        "Two plans on one day: the newer one counts. Ask the team.",
        *(f"{one.topic}: {one.text}" for one in made.notes if one.topic in _TOPICS),
        made.notice,
    ]
    yield from _event(
        made,
        event_uid(made.id, day),
        day,
        status="CONFIRMED",
        title=f"{who}{made.label} {plain(step.mg_per_day)} mg: {given_as(step)}",
        text="\n".join(text),
    )


def _event(
    made: TaperPlan, uid: str, day: date, *, status: str, title: str, text: str
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{made.made_on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SEQUENCE:{made.revision}"
    yield f"STATUS:{status}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield f"SUMMARY:{_text(title)}"
    yield f"DESCRIPTION:{_text(text)}"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Escape a text; a control character, which RFC 5545 forbids, is replaced."""
    return "\n".join(map(harmless, value.split("\n"))).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Return a line in parts of at most 75 octets, never inside a character."""
    parts: list[bytes] = []
    held = b""
    for letter in line:
        octets = letter.encode()
        if len(held) + len(octets) > _OCTETS:
            parts.append(held)
            held = b" "
        held += octets
    return b"\r\n".join((*parts, held)) + b"\r\n"
