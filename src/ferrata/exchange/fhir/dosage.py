"""Dosages in words: what was written, and beside it what stands in elements. Never an amount.

A sentence such as "1-2 tabs BD" is kept as it is and nobody computes with it. Doses are computed
from the guideline; what a record says of them is for a person to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ferrata.exchange.fhir.elements import (
    Element,
    Malformed,
    boolean,
    child,
    children,
    codings,
    period,
    string,
)
from ferrata.record.dates import when_of
from ferrata.record.strict_json import Json

_DAYS = {"d": 1, "day": 1, "days": 1, "wk": 7, "week": 7, "weeks": 7}
_FIELDS = {"MedicationAdministration": "dosage", "MedicationStatement": "dosage"}


@dataclass(frozen=True, slots=True)
class Dosage:
    """What the dosages of a resource say: words, whether all are for when needed, and the times.

    `days` is for how many days the one dosage is, as digits.
    """

    words: str | None
    as_needed: bool
    start: str | None
    end: str | None
    days: str | None


def dosage_of(kind: str, resource: Element) -> Dosage:
    """Return what the dosages of a request, statement, administration or dispense say.

    Several of them, such as the steps of a taper, reach from the first start to the last end, and
    have no end as soon as one has none.

    Raises:
        Malformed: when there is a dosage of another shape than FHIR's.
    """
    field = _FIELDS.get(kind, "dosageInstruction")
    if kind == "MedicationAdministration":
        one = child(resource, field)
        dosages = [one] if one else []
    else:
        dosages = children(resource, field)
    several = len(dosages) > 1
    repeats = [_repeat(one) for one in dosages]
    bounds = [period(child(one, "boundsPeriod")) for one in repeats]
    sides = [(one or "/").split("/") for one in bounds]
    starts, ends = [side[0] for side in sides], [side[-1] for side in sides]
    return Dosage(
        "\n".join(filter(None, [*(_line(one, several) for one in dosages), _supplied(resource)]))
        or None,
        kind != "MedicationAdministration" and bool(dosages) and all(map(_as_needed, dosages)),
        min((one for one in starts if one), key=_first, default=None),
        max(ends, key=_last) if ends and all(ends) else None,
        days_in(child(repeats[0], "boundsDuration")) if len(repeats) == 1 else None,
    )


def days_in(duration: Element | None) -> str | None:
    """Return a duration in days, as digits; None where it is in another unit."""
    if duration is None:
        return None
    value = duration.get("value")
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)) or value != int(value):
        return None
    units = (string(duration, "code") or string(duration, "unit") or "d").lower()
    return str(int(value) * _DAYS[units]) if units in _DAYS and 0 < value < 10_000 else None


def _first(text: str) -> tuple[int, str]:
    when = when_of(text)
    return (when.first if when else 0), text


def _last(text: str) -> tuple[int, str]:
    when = when_of(text)
    return (when.last if when else 0), text


def _repeat(dosage: Element) -> Element:
    timing = child(dosage, "timing")
    return (child(timing, "repeat") if timing else None) or {}


def _as_needed(dosage: Element) -> bool:
    return bool(boolean(dosage, "asNeededBoolean")) or "asNeededCodeableConcept" in dosage


def _line(dosage: Element, several: bool) -> str:
    text = string(dosage, "text") or ""
    needed = ["as needed"] if several and dosage.get("asNeededBoolean") is True else []
    try:
        structured = "; ".join([*_parts(dosage), *needed])
    except Malformed:
        structured = "in a form that is not FHIR's"
    return " ".join(filter(None, (text, f"[{structured}]" if structured else "")))


def _supplied(resource: Element) -> str:
    """What was handed over, in words; the number of days is kept beside it where it is one."""
    if resource.get("resourceType") != "MedicationDispense":
        return ""
    supply = child(resource, "daysSupply")
    words = [amount_in_words(child(resource, "quantity"))]
    if days_in(supply) is None and supply:
        words.append(f"for {amount_in_words(supply)}")
    return f"[handed over: {'; '.join(filter(None, words))}]" if any(words) else ""


def _parts(dosage: Element) -> Iterator[str]:
    """What stands in elements, in words; the period and "when needed" are kept beside them."""
    for one in [dosage, *children(dosage, "doseAndRate")]:
        for name, words in (("dose", "{}"), ("rate", "at {}")):
            for field in (name, f"{name}Quantity", f"{name}Range", f"{name}Ratio"):
                amount = amount_in_words(child(one, field))
                if amount:
                    yield words.format(amount)
    timing = child(dosage, "timing")
    if timing is not None:
        yield from _times(timing)
    needed = child(dosage, "asNeededCodeableConcept")
    if needed is not None:
        yield f"as needed for {name_of(needed)}"
    for field in ("route", "site", "method"):
        named = name_of(child(dosage, field))
        if named:
            yield named
    most = amount_in_words(child(dosage, "maxDosePerPeriod"))
    if most:
        yield f"at most {most}"
    for one in children(dosage, "additionalInstruction"):
        yield name_of(one)
    told = string(dosage, "patientInstruction")
    if told:
        yield told


def _times(timing: Element) -> Iterator[str]:
    named = name_of(child(timing, "code"))
    if named:
        yield named
    events = timing.get("event")
    if isinstance(events, list) and events:
        yield "on " + ", ".join(str(one) for one in events)
    repeat = child(timing, "repeat") or {}
    if "frequency" in repeat or "period" in repeat:
        often = _to(repeat.get("frequency", 1), repeat.get("frequencyMax"))
        every = _to(repeat.get("period", 1), repeat.get("periodMax"))
        yield f"{often} times per {every} {repeat.get('periodUnit', '')}".rstrip()
    for field, words in (("dayOfWeek", "on"), ("timeOfDay", "at"), ("when", "at")):
        found = repeat.get(field)
        if isinstance(found, list) and found:
            yield f"{words} {', '.join(str(one) for one in found)}"
    if "count" in repeat:
        yield f"{_to(repeat['count'], repeat.get('countMax'))} times in all"
    for field in ("boundsDuration", "boundsRange"):
        bounds = child(repeat, field)
        if bounds is not None and not days_in(bounds if field == "boundsDuration" else None):
            yield f"for {amount_in_words(bounds)}"


def _to(low: Json, high: Json) -> str:
    return f"{low}" if high is None else f"{low} to {high}"


def amount_in_words(element: Element | None) -> str:
    """Return a Quantity, Range or Ratio in words, empty when there is none."""
    if element is None:
        return ""
    if "numerator" in element or "denominator" in element:
        over = (amount_in_words(child(element, one)) for one in ("numerator", "denominator"))
        return " per ".join(over)
    if "low" in element or "high" in element:
        low, high = (amount_in_words(child(element, one)) for one in ("low", "high"))
        return f"{low} to {high}".strip()
    value = element.get("value")
    written = "" if value is None else str(value)
    parts = (string(element, "comparator"), written, string(element, "unit"))
    shown = " ".join(one for one in parts if one)
    return shown if string(element, "unit") else f"{shown} {string(element, 'code') or ''}".rstrip()


def name_of(concept: Element | None) -> str:
    """Return a CodeableConcept in words, empty when there is none."""
    if concept is None:
        return ""
    shown = (word for one in codings(concept) for word in (one.display, one.code) if word)
    return string(concept, "text") or next(shown, "")
