"""Small FHIR bundles to write tests with."""

import json
from datetime import date
from typing import Any

from ferrata.alps.concepts import Lab
from ferrata.exchange.fhir import read_fhir
from ferrata.guideline.events import Analyte, Events
from ferrata.record.events import events_of
from ferrata.record.model import Record

RECEIVED = date(2026, 11, 20)
ANALYTES = {one.id: one for one in vars(Lab).values() if isinstance(one, Analyte)}

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
ATC = "http://www.whocc.no/atc"
FERRATA = "https://ferrata.health/CodeSystem/concept"

Resource = dict[str, Any]

PATIENT: Resource = {"resourceType": "Patient", "id": "1", "birthDate": "2018-02-03"}


def bundle(*resources: Resource, patient: Resource | None = PATIENT, **fields: object) -> bytes:
    """A collection of these resources and the patient."""
    everything = [*([patient] if patient is not None else []), *resources]
    content = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": one} for one in everything],
        **fields,
    }
    return json.dumps(content).encode()


def read(*resources: Resource, **fields: object) -> Record:
    """The record of a bundle of these resources, received on 2026-11-20."""
    return read_fhir(bundle(*resources, **fields), received=RECEIVED)  # pyright: ignore[reportArgumentType]


def events(*resources: Resource, **fields: object) -> Events:
    """The events of a bundle of these resources."""
    return events_of(read(*resources, **fields), ANALYTES)


def coded(system: str, code: str, display: str | None = None, text: str | None = None) -> Resource:
    """A CodeableConcept."""
    coding = {"system": system, "code": code, **({"display": display} if display else {})}
    return {"coding": [coding], **({"text": text} if text else {})}


def subject(reference: str = "Patient/1") -> Resource:
    """A reference to the patient."""
    return {"reference": reference}


def observation(code: Resource, **fields: object) -> Resource:
    """A final Observation of the day before receipt."""
    return {
        "resourceType": "Observation",
        "id": "o",
        "status": "final",
        "code": code,
        "subject": subject(),
        "effectiveDateTime": "2026-11-19T08:10:00+01:00",
        **fields,
    }


def platelets(value: object = 38, unit: str = "10*9/L", **fields: object) -> Resource:
    """A platelet count."""
    quantity = {"value": value, "unit": unit}
    return observation(coded(LOINC, "777-3"), **{"valueQuantity": quantity, **fields})


def condition(code: Resource, **fields: object) -> Resource:
    """An active, confirmed Condition since 2024."""
    return {
        "resourceType": "Condition",
        "id": "c",
        "clinicalStatus": coded(
            "http://terminology.hl7.org/CodeSystem/condition-clinical", "active"
        ),
        "verificationStatus": coded(
            "http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed"
        ),
        "code": code,
        "subject": subject(),
        "onsetDateTime": "2024",
        **fields,
    }


def request(medication: Resource, **fields: object) -> Resource:
    """An active MedicationRequest of October 2026."""
    return {
        "resourceType": "MedicationRequest",
        "id": "m",
        "status": "active",
        "intent": "order",
        **medication,
        "subject": subject(),
        "authoredOn": "2026-10-01",
        **fields,
    }


def by_code(system: str, code: str, display: str | None = None) -> Resource:
    """A medication named by a code."""
    return {"medicationCodeableConcept": coded(system, code, display)}


def by_text(text: str) -> Resource:
    """A medication named in words."""
    return {"medicationCodeableConcept": {"text": text}}
