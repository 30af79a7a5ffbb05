"""What a reader of a single text must hold to, for every text. Each returns what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser
from typing import TypeVar
from zoneinfo import ZoneInfo

import typer
from msgspec.structs import replace
from tests.exchange.bundles import ANALYTES
from tests.fuzz.odd import decoded
from tests.taper.plans import ON, planned

from ferrata.alps.guidelines import RECONCILED
from ferrata.alps.interactions import TABLE
from ferrata.alps.tapers import PULSE
from ferrata.cli.drugs import find_monograph, of_age
from ferrata.cli.planning import answered, find
from ferrata.cli.quantities import height_of, sex_of, weight_of
from ferrata.cli.root import day
from ferrata.exchange.calendar import calendar_file
from ferrata.exchange.calendar_page import calendar_page
from ferrata.languages import asked_for, available
from ferrata.plan.interactions.build import named_medicine
from ferrata.plan.json import as_json
from ferrata.plan.lines import harmless
from ferrata.plan.taper import TaperPlan
from ferrata.record.dates import elapsed, instant_of, lies_after, period_of, when_of
from ferrata.record.events import events_of
from ferrata.record.files import read_record, write_record
from ferrata.record.model import SCHEMA_VERSION, Patient, Record
from ferrata.record.numbers import COMPARATORS, hint_of, interval_of, number_of, result_of
from ferrata.record.ucum import refusal_of, unit_of

_DIGITS = frozenset("0123456789")
_ZONES = (ZoneInfo("Europe/Berlin"), timezone(timedelta(hours=-12)), timezone(timedelta(hours=14)))
_T = TypeVar("_T")
_DAY = 86_400
_TODAY = 20_778
"""Days from 1970-01-01 to 2026-11-21."""

RECORD = Record(
    schema_version=SCHEMA_VERSION,
    patient=Patient(id="1", birth_date="2018-02-03"),
    received=ON.isoformat(),
)


def spelled(text: str) -> Fraction | None:
    """The number that a text spells by the rule in words, found without an expression.

    ASCII digits with at most one point and a minus before; 1 to 12 digits before the point without
    a needless zero, 1 to 30 behind it.
    """
    bare = text.removeprefix("-")
    whole, point, rest = bare.partition(".")
    if not (0 < len(whole) <= 12 and set(whole) <= _DIGITS and (whole == "0" or whole[0] != "0")):
        return None
    if point and not (0 < len(rest) <= 30 and set(rest) <= _DIGITS):
        return None
    size = Fraction(int(whole + rest), 10 ** len(rest))
    return -size if text.startswith("-") else size


def number(data: bytes) -> object:
    """A number is exactly the digits that stand there, and nothing else is one."""
    text = decoded(data)
    found, meant = number_of(text), spelled(text)
    assert (found is None) == (meant is None), f"{text[:50]!r} gave {found}"
    assert found is None or Fraction(found) == meant, f"{text[:50]!r} gave {found}"
    return found


def result(data: bytes) -> object:
    """The digits, comparator and unit of a result all stand in its text; a hint is never empty."""
    text = decoded(data)
    found, between = result_of(text), interval_of(text)
    assert found is None or between is None, "both a number and an interval"
    if found is not None:
        assert format(found.number, "f") in text, f"{found.number} does not stand there"
        assert found.comparator in (None, *COMPARATORS), f"{found.comparator!r} is no comparator"
        assert found.unit is None or (found.unit and found.unit in text)
    if between is not None:
        assert between.low <= between.high
        assert format(between.low, "f") in text
        assert format(between.high, "f") in text
    assert hint_of(text)
    return found or between


def unit(data: bytes) -> object:
    """A unit has a size above zero, whatever surrounds it; without one there is a reason."""
    text = decoded(data)
    found = unit_of(text)
    assert refusal_of(text)
    if found is None:
        return None
    assert isinstance(found.size, Fraction)
    assert found.size > 0
    again = unit_of(f" {text} ")
    assert again is None or (again.size, again.dimension) == (found.size, found.dimension)
    return found


def dates(data: bytes) -> object:
    """Times run forward; what has elapsed one way has elapsed, negative, the other way."""
    first, _, last = decoded(data).partition("\n")
    when = when_of(first)
    assert when is None or when.first <= when.last
    instant = instant_of(first)
    assert instant is None or (when is not None and instant.first <= instant.last)
    period = period_of(first, end=_TODAY * _DAY)
    assert period is None or period.first <= period.last
    assert not lies_after(first, _TODAY + 1) or lies_after(first, _TODAY)
    for zone in (None, *_ZONES):
        there, back = elapsed(first, last, zone=zone), elapsed(last, first, zone=zone)
        assert (there is None) == (back is None)
        if there is not None and back is not None:
            assert there.shortest <= there.longest
            assert (there.shortest, there.longest) == (-back.longest, -back.shortest)
    return when or period


def answers(data: bytes) -> object:
    """An answer that is taken is an entry of the record, which stays one that can be read."""
    told = answered(RECORD, RECONCILED, ON, decoded(data).split("\n"))
    assert len(told.observations) + len(told.assertions) > 0
    assert read_record(write_record(told)) == told
    events_of(told, ANALYTES)
    return told


def quantities(data: bytes) -> object:
    """A weight, a height or an age is above zero, in one unit, and says how it was given."""
    text = decoded(data)
    found: list[object] = []
    for read in (weight_of, height_of):
        said = _said(read, text)
        if said is not None:
            amount, given = said
            assert amount > 0
            assert amount < Decimal(10) ** 14  # twelve digits of meters, in centimeters
            assert given
            found.append(amount)
    age = _said(of_age, text)
    if age is not None:
        assert 0 <= age.age.low <= age.age.high
        found.append(age.age.low)
    for each in (_said(sex_of, text), _said(day, text)):
        found += [] if each is None else [each]
    return found or None


def names(data: bytes) -> object:
    """A name that is typed is found, or the error says what there is; it can always be shown."""
    text = decoded(data)
    medicine = named_medicine(harmless(text), TABLE)
    as_json(medicine)
    assert medicine.concepts or medicine.not_identified or not text.strip()
    assert asked_for({"LANGUAGE": text, "LC_ALL": text}) in available()
    found = _said(find_monograph, text)
    return found if found is not None else _said(find, text)


def _said(read: Callable[[str], _T], text: str) -> _T | None:
    try:
        return read(text)
    except typer.BadParameter:
        return None


PLAN = planned(PULSE)
_EVENTS = calendar_file(PLAN).count(b"\r\nBEGIN:VEVENT\r\n")


def calendar(data: bytes) -> object:
    """No name or note leaves its property or its cell, whatever it holds."""
    text = decoded(data)
    said = tuple(replace(one, text=text) for one in PLAN.notes)
    made = replace(PLAN, for_whom=text, label=text, notes=said)
    titles = list(_titles(calendar_file(made)))
    assert len(titles) == _EVENTS
    shown = "\n".join(map(harmless, text.split("\n")))
    assert all(one.startswith(f"{shown}: {shown} " if text else " ") for one in titles)
    plain = replace(PLAN, for_whom="Zoe") if text else PLAN
    assert _tags(made) == _tags(plain), "the page has other elements than for a plain name"
    as_json(replace(PLAN, for_whom=shown))
    return made.for_whom or None


def _titles(content: bytes) -> Iterable[str]:
    """The titles of the events, by RFC 5545 and no library."""
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    assert all(len(one) <= 75 for one in physical), "a line of more than 75 octets"
    lines: list[bytes] = []
    for one in physical:
        if one.startswith(b" "):
            lines[-1] += one[1:]
        else:
            lines.append(one)
    for line in lines:
        name, colon, value = line.decode().partition(":")
        assert colon
        assert name.partition(";")[0].isupper()
        assert not {chr(one) for one in range(0x20)} & set(value), "a control character"
        if name == "SUMMARY":
            yield _unescaped(value)


def _unescaped(value: str) -> str:
    parts = iter(value)
    found = ""
    for one in parts:
        assert one not in ";,", "a comma or semicolon that parts values"
        following = next(parts) if one == "\\" else ""
        assert following in "\\;,nN", f"an escape of {following!r}"
        found += {"n": "\n", "N": "\n"}.get(following, following) if one == "\\" else one
    return found


class _Tags(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, len(attrs)))


def _tags(made: TaperPlan) -> set[tuple[str, int]]:
    reader = _Tags()
    reader.feed(calendar_page(made).decode())
    reader.close()
    return set(reader.found)
