"""MedicationRequest, MedicationStatement, MedicationAdministration and MedicationDispense."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from ferrata.exchange.fhir.bundle import Bundle
from ferrata.exchange.fhir.dosage import Dosage, days_in, dosage_of, name_of
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

KINDS: dict[str, tuple[str, ...]] = {
    "MedicationRequest": ("basedOn",),
    "MedicationStatement": ("basedOn", "partOf"),
    "MedicationAdministration": ("request", "partOf"),
    "MedicationDispense": ("authorizingPrescription", "partOf"),
}
"""What is read, and the elements that say what each carries out."""


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
    dosage = dosage_of(kind, resource)
    start, end = _times(kind, resource, dosage)
    entry = CourseEntry(
        resource=kind,
        reference=kept.get("reference") or name,
        status=kept["status"] if "status" in kept else string(resource, "status"),
        date=kept.get("date") or _written(kind, resource),
        codings=drug.codings,
        text=drug.text,
        note="\n".join(filter(None, (note(resource), *_reasons(resource)))) or None,
        other=drug.other or kept.get("other") == "true",
        intent=kept.get("intent", _intent(kind, resource)),
        start=kept.get("start", start),
        end=kept.get("end", end),
        days=kept.get("days", _days(kind, resource, dosage)),
        dosage=dosage.words,
        as_needed=dosage.as_needed,
        based_on=_named(
            name, [one for field in KINDS[kind] for one in _any(resource, field)], bundle
        ),
        replaces=next(iter(_named(name, _any(resource, "priorPrescription"), bundle)), None),
    )
    if not drug.concepts:
        return [entry]
    return [replace(entry, concept=concept) for concept in drug.concepts]


def _intent(kind: str, resource: Element) -> str | None:
    return string(resource, "intent") if kind == "MedicationRequest" else None


def _reasons(resource: Element) -> list[str]:
    """Why it has its status, in words: the one element has four shapes."""
    found = (name for name in resource if name.startswith("statusReason"))
    said = (resource[name] for name in found)
    listed = (one for each in said for one in (each if isinstance(each, list) else [each]))
    names = (name_of(one) for one in listed if isinstance(one, dict))
    return [f"status reason: {one}" for one in names if one]


def _any(resource: Element, field: str) -> list[Element]:
    """The references in an element that is one in some resources and a list in others."""
    return (
        children(resource, field)
        if isinstance(resource.get(field), list)
        else _one(resource, field)
    )


def _one(resource: Element, field: str) -> list[Element]:
    found = child(resource, field)
    return [] if found is None else [found]


def _named(name: str, references: list[Element], bundle: Bundle) -> tuple[str, ...]:
    """The names of what `references` lead to, as entries of a record name each other."""
    found: dict[str, None] = {}
    for one in references:
        reference = string(one, "reference")
        if reference:
            local = f"{name}{reference}" if reference.startswith("#") else reference
            found[bundle.name_of(reference) or local] = None
    return tuple(found)


def _written(kind: str, resource: Element) -> str | None:
    """When it was ordered, stated or prepared; an administration has only when it was given."""
    match kind:
        case "MedicationRequest":
            return string(resource, "authoredOn")
        case "MedicationStatement":
            return string(resource, "dateAsserted")
        case "MedicationDispense":
            return string(resource, "whenPrepared")
        case _:
            return None


def _times(kind: str, resource: Element, dosage: Dosage) -> tuple[str | None, str | None]:
    if kind == "MedicationDispense":
        return string(resource, "whenHandedOver"), None
    if kind == "MedicationRequest":
        if dosage.start or dosage.end or dosage.days:
            return dosage.start, dosage.end
        supply = child(resource, "dispenseRequest")
        found = period(child(supply, "validityPeriod")) if supply else None
    else:
        moment = string(resource, "effectiveDateTime")
        found = moment or period(child(resource, "effectivePeriod"))
    if found is None or "/" not in found:
        return found, None
    start, _, end = found.partition("/")
    return start or None, end or None


def _days(kind: str, resource: Element, dosage: Dosage) -> str | None:
    """For how many days an order is, or what was handed over lasts."""
    if kind == "MedicationDispense":
        return days_in(child(resource, "daysSupply"))
    return dosage.days if kind == "MedicationRequest" else None
