"""Literal tables: what a spec test reads, and what the manual prints."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.spec.words import GRADE, HEMOGLOBIN, INFUSION, PLATELETS, REFERENCE, TABLET

from ferrata.guideline import units
from ferrata.guideline.events import (
    DAY,
    Assertion,
    Event,
    Observation,
    Review,
    TreatmentCourse,
    When,
)
from ferrata.guideline.features import Choice, Feature, Finding
from ferrata.guideline.units import Quantity, Unit, plain, quantise
from ferrata.guideline.values import Answer, Between, FeatureValue, Known, Reason, Unknown

_EPOCH = date(1970, 1, 1).toordinal()
_ANALYTES = {one.id for one in (HEMOGLOBIN, PLATELETS, REFERENCE)}
_TREATMENTS = {one.id for one in (TABLET, INFUSION)}
_UNITS = {
    str(one): one
    for one in (
        *(value for value in vars(units).values() if isinstance(value, Unit)),
        *(units.g / units.dL, units.g / units.L, units.mmol / units.L, units.mg / units.dL),
    )
}


@dataclass(frozen=True)
class Table:
    """A header and its rows, as text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __iter__(self) -> Iterator[dict[str, str]]:
        return (dict(zip(self.header, row, strict=True)) for row in self.rows)


def table(text: str) -> Table:
    """Read a table whose cells are divided by `|`, under a header and a line of dashes."""
    lines = [line.strip() for line in text.strip().splitlines()]
    cells = [tuple(cell.strip() for cell in line.split("|")) for line in lines]
    header, dashes, *rows = cells
    assert all(set(cell) == {"-"} for cell in dashes), f"no line of dashes under {header}"
    assert all(len(row) == len(header) for row in rows), f"a row of another length under {header}"
    return Table(header, tuple(rows))


def day_of(text: str) -> int:
    """Read a whole day as days since 1970-01-01."""
    return date.fromisoformat(text).toordinal() - _EPOCH


def when_of(text: str) -> When:
    """Read a date as exact as it is written: a year, a month, a day or a minute."""
    if " " in text:
        written, clock = text.split(" ")
        hour, minute = clock.split(":")
        first = day_of(written) * DAY + int(hour) * 3600 + int(minute) * 60
        return When(first, first + 59)
    parts = text.split("-")
    if len(parts) == 3:
        return When.day(day_of(text))
    year, month = parts[0], parts[1] if len(parts) == 2 else None
    last_month = month or "12"
    last = monthrange(int(year), int(last_month))[1]
    first_day, last_day = f"{year}-{month or '01'}-01", f"{year}-{last_month}-{last}"
    return When(When.day(day_of(first_day)).first, When.day(day_of(last_day)).last)


def events_of(events: Table) -> Iterator[Event]:
    """Read events: what it is about, when, and what it says. The source is the row's number."""
    for number, row in enumerate(events, 1):
        yield _event(row["about"], row["date"], row["says"], str(number))


def _event(about: str, dated: str, says: str, source: str) -> Event:
    if about.startswith("review of "):
        return Review(about.removeprefix("review of "), when_of(dated), source)
    if about in _TREATMENTS or about == "an unreadable drug":
        start, _, end = dated.partition(" to ")
        return TreatmentCourse(
            about if about in _TREATMENTS else None,
            when_of(start.removeprefix("from ")),
            when_of(end) if end else None,
            source,
        )
    if about not in _ANALYTES:
        value = None if says == "unreadable" else says
        return Assertion(about, when_of(dated), value, source)
    if not says[0].isdigit():
        return Observation(about, when_of(dated), None, None, Reason(says), source)
    low, high = _numbers(says)
    return Observation(about, when_of(dated), low, high, None, source)


def _numbers(text: str) -> tuple[Decimal, Decimal]:
    low, _, high = text.partition(" to ")
    return quantise(Decimal(low)), quantise(Decimal(high or low))


def value_of(feature: Feature, text: str) -> FeatureValue:
    """Read the value of a feature: a number, an interval, yes, no, an option, or unknown."""
    if text == "unknown":
        return Unknown(Reason.NEVER_RECORDED)
    if isinstance(feature, Finding):
        return Known({"yes": True, "no": False}[text])
    if isinstance(feature, Choice):
        assert text in {option.value for option in GRADE.options}, text
        return Known(text)
    low, high = _numbers(text)
    return Known(low) if low == high else Between(low, high)


def text_of(value: FeatureValue) -> str:
    """Return a value as a table of the manual shows it."""
    match value:
        case Known(bool() as so):
            return "yes" if so else "no"
        case Known(Decimal() as number):
            return plain(number)
        case Known(option):
            return str(option)
        case Between(low, high):
            return f"{plain(low)} to {plain(high)}"
        case Unknown(reason):
            return f"unknown: {reason.value}"


def answer_of(text: str) -> Answer:
    """Read an answer."""
    return Answer(text)


def quantity_of(text: str) -> Quantity:
    """Read a number and a UCUM code: `12.5 g/dL`, `50000/uL`."""
    digits = next((i for i, letter in enumerate(text) if letter not in "0123456789."), len(text))
    return Quantity(Decimal(text[:digits]), _UNITS[text[digits:].strip()])
