"""Which FHIR a bundle is, by what it says and by shapes that R4 does not have."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ferrata.exchange.fhir.elements import Element
from ferrata.guideline.errors import RecordError
from ferrata.record.messages import cannot_read
from ferrata.record.strict_json import Json

DSTU2, STU3, R5 = "DSTU2 (1.0)", "STU3 (3.0)", "R5 (5.0)"
OLDER = "DSTU2 or STU3"

_VERSIONS = {"0.": "DSTU1", "1.": DSTU2, "3.": STU3, "5.": R5, "6.": "R6"}
_PROFILE = re.compile(r"(?:hl7\.org/fhir|nhs\.uk)/(DSTU2|1\.0|STU3|3\.0)/")

_TYPES = {
    "MedicationOrder": DSTU2,
    "DiagnosticOrder": DSTU2,
    "Conformance": DSTU2,
    "DeviceUseRequest": DSTU2,
    "Order": DSTU2,
    "ProcedureRequest": OLDER,
    "ReferralRequest": OLDER,
    "BodySite": OLDER,
    "DataElement": OLDER,
    "Sequence": STU3,
    "ServiceDefinition": STU3,
}
"""Resources that R4 no longer has."""

_FIELDS = {
    "Patient": {"animal": OLDER, "careProvider": DSTU2},
    "Observation": {
        "comments": DSTU2,
        "comment": STU3,
        "related": OLDER,
        "context": STU3,
        "valueAttachment": OLDER,
    },
    "Condition": {
        "dateRecorded": DSTU2,
        "assertedDate": STU3,
        "context": STU3,
        "abatementBoolean": OLDER,
    },
    "Procedure": {
        "notPerformed": DSTU2,
        "notDone": STU3,
        "notDoneReason": STU3,
        "context": STU3,
        "definition": STU3,
    },
    "DiagnosticReport": {"context": STU3, "codedDiagnosis": OLDER, "image": OLDER},
    "Encounter": {"incomingReferral": OLDER, "indication": DSTU2, "reason": OLDER},
    "Medication": {"isBrand": OLDER, "package": OLDER, "isOverTheCounter": STU3, "product": DSTU2},
    "MedicationRequest": {"context": STU3, "definition": STU3},
    "MedicationDispense": {"notDone": STU3, "notDoneReasonCodeableConcept": STU3},
    "CarePlan": {"context": STU3, "definition": STU3},
    "MedicationStatement": {"wasNotTaken": DSTU2, "taken": STU3, "notTaken": STU3},
    "MedicationAdministration": {"wasNotGiven": DSTU2, "notGiven": STU3, "prescription": OLDER},
    "AllergyIntolerance": {"substance": DSTU2, "assertedDate": STU3},
    "Immunization": {
        "wasNotGiven": DSTU2,
        "notGiven": STU3,
        "date": OLDER,
        "explanation": OLDER,
        "vaccinationProtocol": OLDER,
    },
    "FamilyMemberHistory": {"notDone": STU3, "definition": STU3},
    "QuestionnaireResponse": {"group": DSTU2, "parent": STU3, "context": STU3},
}
"""Elements that R4 has renamed or removed."""

_STRINGS = {
    "Condition": ("clinicalStatus", "verificationStatus"),
    "AllergyIntolerance": ("clinicalStatus", "verificationStatus"),
    "List": ("emptyReason",),
}
"""CodeableConcepts of R4 that were plain codes before."""

_DOSES = ("doseQuantity", "doseRange", "rateQuantity", "rateRange", "rateRatio")
"""Elements of a dosage that R4 has in `doseAndRate`."""

_DOSAGES = {"MedicationRequest": "dosageInstruction", "MedicationStatement": "dosage"}
_DOSAGES["MedicationDispense"] = "dosageInstruction"

_REFERENCED = {"MedicationRequest", "MedicationStatement", "MedicationAdministration"}


def check_version(bundle: Element, resources: Sequence[tuple[str, Element]], where: str) -> None:
    """Check that nothing in `bundle` is of another version than R4.

    Raises:
        RecordError: naming the version, the element that shows it, and what to do.
    """
    declared = bundle.get("fhirVersion")
    if isinstance(declared, str) and not declared.startswith("4."):
        version = next(
            (v for start, v in _VERSIONS.items() if declared.startswith(start)), declared
        )
        raise _wrong(version, "Bundle.fhirVersion", where)
    undecided: tuple[str, str] | None = None
    for place, resource in [("Bundle", bundle), *resources]:
        found = _version_of(resource)
        if found is not None:
            version, sign = found
            if version != OLDER:
                raise _wrong(version, f"{place}: {sign}", where)
            undecided = undecided or (place, sign)
    if undecided is not None:
        raise _wrong(OLDER, f"{undecided[0]}: {undecided[1]}", where)


def _version_of(resource: Element) -> tuple[str, str] | None:
    kind = resource.get("resourceType")
    if not isinstance(kind, str):
        return None
    if kind in _TYPES:
        return _TYPES[kind], f"resource {kind}"
    if kind == "Patient" and _has_family_names(resource):
        return DSTU2, "Patient.name.family as a list"
    fields = _FIELDS.get(kind)
    if fields is not None:
        for field, version in fields.items():
            if field in resource:
                return version, f"{kind}.{field}"
        for field in _STRINGS.get(kind, ()):
            if isinstance(resource.get(field), str):
                return OLDER, f"{kind}.{field} as a plain code"
        if kind in _REFERENCED and "medication" in resource:
            return R5, f"{kind}.medication"
        requester = resource.get("requester")
        if kind == "MedicationRequest" and isinstance(requester, dict) and "agent" in requester:
            return STU3, "MedicationRequest.requester.agent"
        for dosage in _listed(resource.get(_DOSAGES.get(kind, ""))):
            sign = next((one for one in _DOSES if one in dosage), None)
            if sign is not None:
                return OLDER, f"{kind}.{_DOSAGES[kind]}.{sign}"
    meta = resource.get("meta")
    profiles = meta.get("profile") if isinstance(meta, dict) else None
    if isinstance(profiles, list):
        for profile in profiles:
            old = _PROFILE.search(profile) if isinstance(profile, str) else None
            if old is not None:
                return DSTU2 if old[1] in {"DSTU2", "1.0"} else STU3, f"profile {profile}"
    return None


def _listed(found: Json) -> list[Element]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _has_family_names(patient: Element) -> bool:
    names = patient.get("name")
    return isinstance(names, list) and any(
        isinstance(name, dict) and isinstance(name.get("family"), list) for name in names
    )


def _wrong(version: str, sign: str, where: str) -> RecordError:
    return cannot_read(
        f"this is FHIR {version}",
        where=where,
        why=f"{sign}; elements have other names and meanings there, and some would be lost",
        do="export FHIR R4 (4.0.1), or convert the bundle first",
    )
