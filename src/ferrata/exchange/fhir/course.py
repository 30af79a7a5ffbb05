"""MedicationRequest, MedicationStatement and MedicationAdministration."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from ferrata.exchange.fhir.bundle import Bundle
from ferrata.exchange.fhir.elements import (
    Element,
    Malformed,
    as_written,
    boolean,
    child,
    children,
    note,
    period,
    string,
)
from ferrata.exchange.fhir.medication import medication_of
from ferrata.record.model import CourseEntry, CourseResource


def read_course(name: str, resource: Element, bundle: Bundle) -> list[CourseEntry]:
    """Return an entry for each of our ingredients in the drug, or one for the drug as it is.

    Raises:
        Malformed: when an element has another shape than FHIR's, or the order forbids the drug.
    """
    if boolean(resource, "doNotPerform"):
        raise Malformed("it forbids the drug; that is no course of treatment")
    kind = cast("CourseResource", resource["resourceType"])
    drug = medication_of(resource, bundle)
    kept = as_written(resource)
    start, end = _times(kind, resource)
    entry = CourseEntry(
        resource=kind,
        reference=kept.get("reference") or name,
        status=kept["status"] if "status" in kept else string(resource, "status"),
        date=kept.get("date") or _written(kind, resource),
        codings=drug.codings,
        text=drug.text,
        note=note(resource),
        other=drug.other or kept.get("other") == "true",
        intent=kept.get("intent", _intent(kind, resource)),
        start=kept.get("start", start),
        end=kept.get("end", end),
        dosage=_dosage(kind, resource),
    )
    if not drug.concepts:
        return [entry]
    return [replace(entry, concept=concept) for concept in drug.concepts]


def _intent(kind: str, resource: Element) -> str | None:
    return string(resource, "intent") if kind == "MedicationRequest" else None


def _written(kind: str, resource: Element) -> str | None:
    """When it was ordered or stated; an administration has only the time it was given."""
    match kind:
        case "MedicationRequest":
            return string(resource, "authoredOn")
        case "MedicationStatement":
            return string(resource, "dateAsserted")
        case _:
            return None


def _times(kind: str, resource: Element) -> tuple[str | None, str | None]:
    if kind == "MedicationRequest":
        found = _planned(resource)
    else:
        moment = string(resource, "effectiveDateTime")
        found = moment or period(child(resource, "effectivePeriod"))
    if found is None or "/" not in found:
        return found, None
    start, _, end = found.partition("/")
    return start or None, end or None


def _planned(resource: Element) -> str | None:
    for dosage in children(resource, "dosageInstruction"):
        timing = child(dosage, "timing")
        repeat = child(timing, "repeat") if timing else None
        bounds = period(child(repeat, "boundsPeriod")) if repeat else None
        if bounds is not None:
            return bounds
    supply = child(resource, "dispenseRequest")
    return period(child(supply, "validityPeriod")) if supply else None


def _dosage(kind: str, resource: Element) -> str | None:
    """The dosage in words, as written and unread."""
    if kind == "MedicationAdministration":
        dosage = child(resource, "dosage")
        return string(dosage, "text") if dosage else None
    field = "dosageInstruction" if kind == "MedicationRequest" else "dosage"
    lines = [string(one, "text") for one in children(resource, field)]
    return "\n".join(line for line in lines if line) or None
