"""One entry of a record as a FHIR R4 resource."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ferrata.alps import codes
from ferrata.alps.codes import FERRATA
from ferrata.exchange.fhir.answers import QUESTIONNAIRE
from ferrata.exchange.fhir.medication import named
from ferrata.record.dates import when_of
from ferrata.record.model import (
    AssertionEntry,
    Coding,
    CourseEntry,
    ObservationEntry,
    Part,
    PhaseEntry,
    ReviewEntry,
    VariantEntry,
)

_Content = dict[str, Any]
_Kept = dict[str, str | None]

_INSTANT = re.compile(
    r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"
    r"(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?"
)
_JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DIGITS = re.compile(r"[1-9][0-9]{0,4}")
_TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"
_ABSENT = [
    {"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"}
]

_RESULTS = "registered preliminary final amended corrected cancelled entered-in-error unknown"
_STATUSES: dict[str, tuple[str, frozenset[str]]] = {
    kind: (codes.split()[-1], frozenset(codes.split()))
    for kind, codes in {
        "Observation": _RESULTS,
        "Procedure": "preparation in-progress not-done on-hold stopped completed entered-in-error "
        "unknown",
        "QuestionnaireResponse": "in-progress completed amended entered-in-error stopped",
        "Immunization": "not-done completed entered-in-error",
        "FamilyMemberHistory": "partial completed entered-in-error health-unknown",
        "List": "current entered-in-error retired",
        "MedicationRequest": "active on-hold cancelled completed entered-in-error stopped draft "
        "unknown",
        "MedicationStatement": "active completed entered-in-error intended stopped on-hold "
        "not-taken unknown",
        "MedicationDispense": "preparation in-progress cancelled on-hold completed "
        "entered-in-error stopped declined unknown",
        "MedicationAdministration": "in-progress not-done on-hold completed entered-in-error "
        "stopped unknown",
    }.items()
}
"""The statuses of each resource; the last one stands in where the entry's own is none of them."""


def resource_of(
    entry: ObservationEntry
    | AssertionEntry
    | CourseEntry
    | ReviewEntry
    | VariantEntry
    | PhaseEntry,
) -> tuple[str, _Content, _Kept]:
    """Return the type of resource, its elements, and what they cannot hold, by field."""
    kept: _Kept = {"reference": entry.reference}
    match entry:
        case ObservationEntry():
            kind, content = "Observation", _measurement(entry)
        case AssertionEntry():
            kind, content = entry.resource, _assertion(entry, kept)
        case CourseEntry():
            kind, content = entry.resource, _course(entry, kept)
        case ReviewEntry():
            kind, content = "List", _review(entry)
        case VariantEntry():
            kind, content = "Observation", _variant(entry)
        case PhaseEntry():
            kind, content = "Observation", _phase(entry)
    if kind in _STATUSES:
        stand_in, allowed = _STATUSES[kind]
        content["status"] = entry.status if entry.status in allowed else stand_in
        if entry.status not in allowed:
            kept["status"] = entry.status
    if entry.note and kind != "QuestionnaireResponse":
        content["note"] = [{"text": entry.note}]
    _date(content, kept, _DATES[kind], entry.date)
    return kind, content, kept


_DATES = {
    "Observation": "effective",
    "Condition": "onset",
    "Procedure": "performed",
    "AllergyIntolerance": "onset",
    "Immunization": "=occurrenceDateTime",
    "FamilyMemberHistory": "=date",
    "QuestionnaireResponse": "=authored",
    "List": "=date",
    "MedicationRequest": "=authoredOn",
    "MedicationStatement": "=dateAsserted",
    "MedicationAdministration": "=",
    "MedicationDispense": "=whenPrepared",
}
"""Where the date stands: a choice of dateTime and Period, or one element."""


def _date(content: _Content, kept: _Kept, name: str, text: str | None, field: str = "date") -> None:
    if not text:
        return
    start, slash, end = text.partition("/")
    valid = all(is_fhir(side) for side in (start, end) if side) and (start or end)
    if not valid or name == "=" or (slash and name.startswith("=")):
        kept[field] = text
    elif slash:
        content[f"{name}Period"] = _period(start, end)
    elif name.startswith("="):
        content[name[1:]] = text
    else:
        content[f"{name}DateTime"] = text


def is_fhir(text: str) -> bool:
    """Return whether `text` is a date or instant as FHIR writes them."""
    return _INSTANT.fullmatch(text) is not None and when_of(text) is not None


def _period(start: str | None, end: str | None) -> _Content:
    return ({"start": start} if start else {}) | ({"end": end} if end else {})


def _concept(codings: tuple[Coding, ...], text: str | None) -> _Content:
    found: _Content = {"coding": [_coding(one) for one in codings]} if codings else {}
    if text:
        found["text"] = text
    return found or {"extension": _ABSENT}


def _coding(coding: Coding) -> _Content:
    found = {"system": coding.system, "code": coding.code, "display": coding.display}
    return {name: text for name, text in found.items() if text} or {"extension": _ABSENT}


def _measurement(entry: ObservationEntry) -> _Content:
    content: _Content = {"code": _concept(entry.codings, entry.text)}
    quantity: _Content = {
        name: text
        for name, text in {
            "comparator": entry.comparator,
            "unit": entry.unit,
            "system": entry.unit_system,
            "code": entry.unit_code,
        }.items()
        if text
    }
    if entry.value is not None and _JSON_NUMBER.fullmatch(entry.value):
        quantity["value"] = msgspec.Raw(entry.value.encode())
    if quantity:
        content["valueQuantity"] = quantity
    elif entry.value_text:
        content["valueString"] = entry.value_text
    if entry.absent:
        content["dataAbsentReason"] = _concept(
            (Coding(f"{_TERMINOLOGY}/data-absent-reason", entry.absent),), None
        )
    return content


def _assertion(entry: AssertionEntry, kept: _Kept) -> _Content:
    match entry.resource:
        case "QuestionnaireResponse":
            return _answered(entry)
        case "Condition":
            return _condition(entry, kept)
        case "AllergyIntolerance":
            return _lasting(entry, kept, "allergyintolerance")
        case "Procedure":
            return {"code": _concept(entry.codings, entry.text)}
        case "Immunization":
            return _immunization(entry, kept)
        case "FamilyMemberHistory":
            return _relative(entry)
        case "Observation":
            return _said(entry)


def _condition(entry: AssertionEntry, kept: _Kept) -> _Content:
    content = _lasting(entry, kept, "condition", "ver-status")
    _date(content, kept, "abatement", entry.until, "until")
    return content


def _lasting(
    entry: AssertionEntry, kept: _Kept, system: str, verified: str = "verification"
) -> _Content:
    content: _Content = {"code": _concept(entry.codings, entry.text)}
    if entry.status:
        status = Coding(f"{_TERMINOLOGY}/{system}-clinical", entry.status)
        content["clinicalStatus"] = _concept((status,), None)
    if entry.verification:
        status = Coding(f"{_TERMINOLOGY}/{system}-{verified}", entry.verification)
        content["verificationStatus"] = _concept((status,), None)
    _date(content, kept, "=recordedDate", entry.recorded, "recorded")
    return content


def _immunization(entry: AssertionEntry, kept: _Kept) -> _Content:
    content: _Content = {"vaccineCode": _concept(entry.codings, entry.text)}
    _date(content, kept, "=recorded", entry.recorded, "recorded")
    if not entry.date or not is_fhir(entry.date):
        content["occurrenceString"] = entry.date or "unknown"
        kept["date"] = entry.date
    return content


def _relative(entry: AssertionEntry) -> _Content:
    content: _Content = {
        "relationship": _concept(entry.relationship, entry.relationship_text),
    }
    if entry.codings or entry.text or entry.value:
        content["condition"] = [{"code": _concept(entry.codings, entry.text)}]
    return content


def _said(entry: AssertionEntry | VariantEntry | PhaseEntry) -> _Content:
    content: _Content = {"code": _concept(entry.codings, entry.text)}
    content.update(_answer(entry.answers, entry.answer_text))
    return content


def _answer(answers: tuple[Coding, ...], text: str | None) -> _Content:
    if answers:
        return {"valueCodeableConcept": _concept(answers, text)}
    return {"valueString": text} if text else {}


def _variant(entry: VariantEntry) -> _Content:
    content = _said(entry)
    parts = entry.parts or tuple(
        Part(codings=(Coding(row.system, row.code),), answer_text=text)
        for row in codes.PARTS
        if (text := getattr(entry, row.concept))
    )
    if parts:
        content["component"] = [
            {"code": _concept(one.codings, one.text), **_answer(one.answers, one.answer_text)}
            for one in parts
        ]
    return content


def _phase(entry: PhaseEntry) -> _Content:
    content = _said(entry)
    if entry.variants:
        content["derivedFrom"] = [{"reference": one} for one in entry.variants]
    return content


def _answered(entry: AssertionEntry) -> _Content:
    answers: list[_Content] = [{"valueCoding": _coding(one)} for one in entry.answers]
    if entry.answer_text:
        answers += [{"valueString": line} for line in entry.answer_text.split("\n")]
    item: _Content = {"linkId": entry.concept, "answer": answers}
    if entry.text:
        item["text"] = entry.text
    return {"questionnaire": f"{QUESTIONNAIRE}answers", "item": [item]}


def _course(entry: CourseEntry, kept: _Kept) -> _Content:
    content = _drug(entry, kept) | _rests_on(entry)
    times: _Content = {}
    for field, text in {"start": entry.start, "end": entry.end}.items():
        if text and is_fhir(text):
            times[field] = text
        elif text:
            kept[field] = text
    dosage: _Content = {"text": entry.dosage} if entry.dosage else {}
    if entry.as_needed:
        dosage["asNeededBoolean"] = True
    days: _Content = {}
    if entry.days is not None and _DIGITS.fullmatch(entry.days):
        days = {"value": int(entry.days), "code": "d"}
    elif entry.days:
        kept["days"] = entry.days
    match entry.resource:
        case "MedicationRequest":
            content["intent"] = entry.intent or "order"
            if entry.intent is None:
                kept["intent"] = None
            if times or days:
                bounds = {"boundsPeriod": times} if times else {"boundsDuration": days}
                dosage["timing"] = {"repeat": bounds}
            if dosage:
                content["dosageInstruction"] = [dosage]
            return content
        case "MedicationDispense":
            content |= {"whenHandedOver": times["start"]} if "start" in times else {}
            content |= {"daysSupply": days} if days else {}
            content |= {"dosageInstruction": [dosage]} if dosage else {}
            return content
        case _:
            pass
    if "end" in times or not times:
        if times:
            content["effectivePeriod"] = times
        elif entry.resource == "MedicationAdministration":
            content["effectivePeriod"] = {"extension": _ABSENT}
    else:
        content["effectiveDateTime"] = times["start"]
    if dosage:
        content["dosage"] = dosage if entry.resource == "MedicationAdministration" else [dosage]
    return content


def _rests_on(entry: CourseEntry) -> _Content:
    """What an entry carries out and replaces, as references."""
    found = [{"reference": one} for one in entry.based_on]
    content: _Content = {}
    match entry.resource:
        case "MedicationAdministration" if found:
            content["request"] = found[0]
            if found[1:]:
                content["partOf"] = found[1:]
        case "MedicationDispense" if found:
            content["authorizingPrescription"] = found
        case _ if found:
            content["basedOn"] = found
        case _:
            pass
    if entry.replaces:
        content["priorPrescription"] = {"reference": entry.replaces}
    return content


def _drug(entry: CourseEntry, kept: _Kept) -> _Content:
    concept = _concept(entry.codings, entry.text)
    read = named(entry.codings, entry.text)
    if entry.concept and entry.concept not in read.concepts:
        # Its ingredients told what it is, so they have to be written too.
        ingredient = _concept((Coding(FERRATA, entry.concept),), None)
        medication: _Content = {
            "resourceType": "Medication",
            "id": "drug",
            "code": concept,
            "ingredient": [{"itemCodeableConcept": ingredient}],
        }
        return {"contained": [medication], "medicationReference": {"reference": "#drug"}}
    if entry.other and not read.other:
        kept["other"] = "true"
    return {"medicationCodeableConcept": concept}


def _review(entry: ReviewEntry) -> _Content:
    content: _Content = {"mode": "snapshot", "code": _concept(entry.codings, entry.text)}
    if entry.empty_reason:
        reason = Coding(f"{_TERMINOLOGY}/list-empty-reason", entry.empty_reason)
        content["emptyReason"] = _concept((reason,), None)
    return content
