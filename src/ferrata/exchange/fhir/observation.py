"""Observations: measurements, panels, and what clinicians say of signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from ferrata.alps import codes
from ferrata.exchange.fhir import concepts
from ferrata.exchange.fhir.concepts import (
    Unknown,
    concept_of,
    keys_of,
    names_of,
    result_of_test,
)
from ferrata.exchange.fhir.dosage import amount_in_words, name_of
from ferrata.exchange.fhir.elements import (
    Element,
    Malformed,
    as_written,
    boolean,
    child,
    children,
    codings,
    first_code,
    note,
    number,
    period,
    string,
)
from ferrata.guideline.events import NO
from ferrata.guideline.values import Reason
from ferrata.record.dates import when_of
from ferrata.record.measurements import unit_for
from ferrata.record.model import AssertionEntry, Coding, ObservationEntry, Unread
from ferrata.record.numbers import range_in_words, result_of
from ferrata.record.ucum import unit_of

PERCENT = "percent, not an absolute count"
NOT_A_TROUGH = "when it was drawn is not said, so it is no trough for certain"

NO_MOMENT = "a timing that names no moment; the entry counts as undated"
OTHER_KIND = "a value of this kind is kept in words and not read"

Found: TypeAlias = "ObservationEntry | AssertionEntry | Unread"


def read_observation(name: str, resource: Element) -> Iterator[Found]:
    """Give the entries of an Observation: its own value and one for each component.

    A panel without a value of its own gives only its components; members are read where they
    stand. A component has the time and status of its panel.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    if resource.get("focus"):
        raise Malformed("it has a focus: it is about somebody or something else")
    kept = as_written(resource)
    common = _Common(
        name if "reference" not in kept else kept["reference"] or name,
        kept["status"] if "status" in kept else string(resource, "status"),
        kept["date"] if "date" in kept else observed_on(resource),
        "\n".join(filter(None, (note(resource), *_beside(resource)))) or None,
    )
    if "effectiveTiming" in resource and common.date is None:
        yield Unread(common.reference, "effectiveTiming", NO_MOMENT)
    components = children(resource, "component")
    grouped = components or resource.get("hasMember")
    if not grouped or "dataAbsentReason" in resource or _has_value(resource):
        yield from _read(common, common.reference, resource)
    for position, component in enumerate(components):
        yield from _read(common, f"{common.reference}#component[{position}]", component)


@dataclass(frozen=True, slots=True)
class _Common:
    """What a panel shares with its components."""

    reference: str
    status: str | None
    date: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class _Result:
    """An Observation or a component of one, with its code taken apart."""

    common: _Common
    reference: str
    element: Element
    codings: tuple[Coding, ...]
    text: str | None


def observed_on(resource: Element) -> str | None:
    """Return when something was observed, else when it was issued; as written.

    A timing counts by its events, from the first to the last, or by its bounds; another one has no
    time that can be told.
    """
    timing = child(resource, "effectiveTiming")
    if timing is not None:
        return _events(timing)
    return (
        string(resource, "effectiveDateTime")
        or string(resource, "effectiveInstant")
        or period(child(resource, "effectivePeriod"))
        or string(resource, "issued")
    )


def _events(timing: Element) -> str | None:
    found = timing.get("event")
    if isinstance(found, list) and found:
        dates = [one for one in found if isinstance(one, str) and when_of(one) is not None]
        if len(dates) < len(found):
            return None
        dates.sort(key=when_of)  # pyright: ignore[reportArgumentType, reportCallIssue]
        return dates[0] if len(dates) == 1 else f"{dates[0]}/{dates[-1]}"
    repeat = child(timing, "repeat")
    return period(child(repeat, "boundsPeriod")) if repeat else None


def _beside(element: Element) -> Iterator[str]:
    """What a laboratory says beside the value, in words; nobody computes with it."""
    for field in ("interpretation", "method", "bodySite"):
        found = element.get(field)
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, dict) and name_of(one):
                yield f"{_BESIDE[field]}: {name_of(one)}"
    found = element.get("referenceRange")
    for one in found if isinstance(found, list) else []:
        if isinstance(one, dict):
            words = string(one, "text") or amount_in_words(
                {key: bound for key, bound in one.items() if key in {"low", "high"}}
            )
            if words:
                yield f"reference range: {words}"


_NOT_READ = frozenset({"valueRatio", "valueSampledData", "valuePeriod", "valueAttachment"})
_BESIDE = {"interpretation": "interpretation", "method": "method", "bodySite": "body site"}


def _read(common: _Common, reference: str, element: Element) -> Iterator[Found]:
    code = child(element, "code")
    coded, text = codings(code), string(code, "text") if code else None
    result = _Result(common, reference, element, coded, text)
    said, (concept, unusable, why) = _meaning(coded, text)
    if said is not None:
        yield _said(result, said)
        return
    if concept is Unknown.UNIDENTIFIED:
        yield Unread(reference, _label(result), "what was measured has no known code or name")
    entry = _measurement(result, concept, unusable)
    counted = entry.concept is not None and entry.concept not in concepts.SHARES
    if counted and why is None and _in_percent(entry):
        why = PERCENT
    if entry.concept is not None and why is None and not _NOT_READ.isdisjoint(element):
        why = OTHER_KIND
    if why is not None:
        shown = " ".join(filter(None, (entry.value, entry.unit or entry.unit_code)))
        yield Unread(reference, shown or entry.value_text or "", why)
    yield entry


def _label(result: _Result) -> str:
    names = (name for one in result.codings for name in (one.display, one.code) if name)
    return result.text or next(names, "")


@lru_cache(maxsize=1024)
def _meaning(
    coded: tuple[Coding, ...], text: str | None
) -> tuple[str | None, tuple[str | Unknown, Reason | None, str | None]]:
    """The sign or question that is answered, or what is measured."""
    said = concept_of(coded, text, concepts.OBSERVED, codes.FINDING_NAMES, concepts.SAID)
    return said if isinstance(said, str) else None, _measured(coded, text)


def _measured(
    coded: tuple[Coding, ...], text: str | None
) -> tuple[str | Unknown, Reason | None, str | None]:
    """The analyte, and what is known against its values: a percentage, a level at any time."""
    keys = keys_of(coded)
    for key in keys:
        if key in concepts.PERCENTAGES:
            return concepts.PERCENTAGES[key], Reason.WRONG_UNIT, PERCENT
    for key in keys:
        if key in concepts.UNTIMED and not any(k in concepts.MEASUREMENTS for k in keys):
            concept = concepts.UNTIMED[key]
            named = (codes.MEASUREMENT_NAMES.get(name) for name in names_of((), text))
            if concept in named:
                return concept, None, None
            return concept, Reason.UNREADABLE, NOT_A_TROUGH
    found = concept_of(
        coded, text, concepts.MEASUREMENTS, codes.MEASUREMENT_NAMES, concepts.ANALYTES
    )
    return found, None, None


def _measurement(
    result: _Result, concept: str | Unknown, unusable: Reason | None
) -> ObservationEntry:
    quantity = child(result.element, "valueQuantity") or {}
    beside = () if result.element.get("resourceType") else _beside(result.element)
    return ObservationEntry(
        reference=result.reference,
        status=result.common.status,
        date=result.common.date,
        codings=result.codings,
        text=result.text,
        note="\n".join(filter(None, (result.common.note, *beside))) or None,
        concept=concept if isinstance(concept, str) else None,
        value=number(quantity, "value"),
        comparator=string(quantity, "comparator"),
        unit=string(quantity, "unit"),
        unit_system=string(quantity, "system"),
        unit_code=string(quantity, "code"),
        value_text=words_of(result.element),
        absent=first_code(child(result.element, "dataAbsentReason")),
        unusable=unusable,
    )


def words_of(element: Element) -> str | None:
    """Return a value that is not a quantity, in words."""
    concept = child(element, "valueCodeableConcept")
    if concept is not None:
        shown = (one.display for one in codings(concept) if one.display)
        return string(concept, "text") or next(shown, None) or first_code(concept)
    if "valueBoolean" in element:
        return "true" if boolean(element, "valueBoolean") else "false"
    if "valueInteger" in element:
        return number(element, "valueInteger")
    for name in ("valueString", "valueDateTime", "valueTime"):
        words = string(element, name)
        if words:
            return words
    if "valueQuantity" in element:
        return None
    return _in_other_words(element) if _has_value(element) else None


def _in_other_words(element: Element) -> str:
    """A range, ratio, period or series in words; only a range is read as a number."""
    span = child(element, "valueRange")
    if span is not None:
        low, high = child(span, "low") or {}, child(span, "high") or {}
        written = range_in_words(
            *(number(one, "value") for one in (low, high)),
            *(string(one, "unit") or string(one, "code") for one in (low, high)),
        )
        return written if number(low, "value") or number(high, "value") else "a range"
    ratio = child(element, "valueRatio")
    if ratio is not None:
        return f"ratio of {amount_in_words(ratio) or 'nothing'}"
    sampled = child(element, "valueSampledData")
    if sampled is not None:
        return f"sampled data: {(string(sampled, 'data') or 'none')[:200]}"
    return period(child(element, "valuePeriod")) or "a value of another kind"


def _has_value(element: Element) -> bool:
    return any(key.startswith("value") for key in element)


def _in_percent(entry: ObservationEntry) -> bool:
    if entry.value is not None:
        unit = unit_for(entry)
    else:
        result = result_of(entry.value_text or "")
        unit = unit_of(result.unit or "") if result else None
    return unit is not None and unit.code == "%"


def _said(result: _Result, concept: str) -> AssertionEntry:
    answer = child(result.element, "valueCodeableConcept")
    answers = codings(answer)
    words = string(answer, "text") if answer else words_of(result.element)
    value = result_of_test(concept, result.codings, answers, words)
    one_sided = value == NO and any(key in codes.ONE_SIDED for key in keys_of(result.codings))
    return AssertionEntry(
        resource="Observation",
        reference=result.reference,
        status=result.common.status,
        date=result.common.date,
        codings=result.codings,
        text=result.text,
        note=result.common.note,
        concept=None if one_sided else concept,
        value=value,
        answers=answers,
        answer_text=words,
    )
