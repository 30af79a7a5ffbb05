"""A record to FHIR R4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ferrata.exchange.fhir.elements import AS_WRITTEN
from ferrata.exchange.fhir.written import is_fhir, resource_of
from ferrata.record.model import Patient, Record

_ID = re.compile(r"[A-Za-z0-9.-]{1,64}")
_OF_A_PATIENT = frozenset({"AllergyIntolerance", "Immunization", "FamilyMemberHistory"})
"""They call whom they are about `patient`, not `subject`."""

_GENDERS = frozenset({"male", "female", "other", "unknown"})


def write_fhir(record: Record) -> bytes:
    """Return `record` as a FHIR R4 Bundle of type collection, JSON in UTF-8.

    Reading it again gives the same entries. What FHIR cannot hold (a status that it lacks, a date
    that no calendar has, the name of the entry in its source) stands in an extension. What was
    unread or ignored is not written, because nothing of it was understood.
    """
    subject = record.patient.id if _ID.fullmatch(record.patient.id) else "patient"
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": f"{record.received}T00:00:00Z",
        "entry": [
            {
                "fullUrl": f"https://ferrata.health/record/{resource['resourceType']}/{resource['id']}"
            }
            | {"resource": resource}
            for resource in (_patient(record.patient, subject), *_resources(record, subject))
        ],
    }
    return msgspec.json.format(msgspec.json.encode(bundle), indent=1)


def _patient(patient: Patient, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = {"resourceType": "Patient", "id": id_}
    kept: dict[str, str | None] = {}
    if patient.id != id_:
        kept["id"] = patient.id
    if patient.label:
        found["name"] = [{"text": patient.label}]
    if patient.sex in _GENDERS:
        found["gender"] = patient.sex
    elif patient.sex:
        kept["sex"] = patient.sex
    if patient.birth_date and is_fhir(patient.birth_date) and "T" not in patient.birth_date:
        found["birthDate"] = patient.birth_date
    elif patient.birth_date:
        kept["birth_date"] = patient.birth_date
    if kept:
        found["extension"] = extensions(kept.items())
    return found


def _resources(record: Record, subject: str) -> Iterator[dict[str, Any]]:
    entries = (
        *record.observations,
        *record.assertions,
        *record.courses,
        *record.reviews,
        *record.variants,
        *record.phases,
    )
    written: set[bytes] = set()
    for position, entry in enumerate(entries, start=1):
        kind, content, kept = resource_of(entry)
        body: dict[str, Any] = {
            "extension": extensions(kept.items()),
            "patient" if kind in _OF_A_PATIENT else "subject": {"reference": f"Patient/{subject}"},
            **content,
        }
        # One transfusion of red cells is two entries, and stays one resource.
        once = msgspec.json.encode((kind, body))
        if once not in written:
            written.add(once)
            yield {"resourceType": kind, "id": f"entry-{position}", **body}


def extensions(kept: Iterable[tuple[str, str | None]]) -> list[dict[str, Any]]:
    """Return our extension for each field that FHIR cannot hold, with its text as written."""
    return [
        {
            "url": AS_WRITTEN,
            "extension": [
                {"url": "field", "valueString": field},
                *([{"url": "text", "valueString": text}] if text else []),
            ],
        }
        for field, text in kept
    ]
