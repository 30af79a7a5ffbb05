"""What the International Patient Summary writes where there is nothing: "no known medications"."""

from __future__ import annotations

from ferrata.alps.codes import NOTHING_KNOWN
from ferrata.exchange.fhir.concepts import keys_of
from ferrata.exchange.fhir.condition import when_written
from ferrata.exchange.fhir.elements import Element, child, codings, first_code, note, string
from ferrata.record.model import ReviewEntry

_CODES = {
    "Condition": "code",
    "Procedure": "code",
    "Immunization": "vaccineCode",
    "MedicationStatement": "medicationCodeableConcept",
    "MedicationRequest": "medicationCodeableConcept",
}
_DATES = {
    "Condition": "onset",
    "Procedure": "performed",
    "Immunization": "occurrence",
    "MedicationStatement": "effective",
}
_WRITTEN = ("recordedDate", "dateAsserted", "authoredOn", "recorded")
_IN_FORCE = frozenset({"active", "completed", None})


def read_absent(name: str, resource: Element) -> ReviewEntry | None:
    """Return the review that a resource is whose code says that there is nothing of its kind.

    "No information" is a review of nothing. None for every other resource.

    Raises:
        Malformed: when an element has another shape than FHIR's.
    """
    kind = string(resource, "resourceType") or ""
    code = child(resource, _CODES[kind]) if kind in _CODES else None
    coded = codings(code)
    key = next((key for key in keys_of(coded) if key in NOTHING_KNOWN), None)
    if key is None or code is None:
        return None
    if kind == "Condition":
        status = first_code(child(resource, "clinicalStatus"))
        verification = first_code(child(resource, "verificationStatus"))
        status = status if verification in (None, "confirmed") else verification
    else:
        status = string(resource, "status")
    written = (string(resource, field) for field in _WRITTEN)
    concepts = NOTHING_KNOWN[key]
    return ReviewEntry(
        reference=name,
        status="current" if status in _IN_FORCE else status,
        date=(when_written(resource, _DATES[kind]) if kind in _DATES else None)
        or next((one for one in written if one), None),
        codings=coded,
        text=string(code, "text"),
        note=note(resource),
        concepts=concepts,
        empty_reason="nilknown" if concepts else "unavailable",
    )
