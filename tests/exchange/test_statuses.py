"""The status of every resource that is read decides what a guideline sees: `statuses.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exchange.bundles import (
    FERRATA,
    LOINC,
    SNOMED,
    Resource,
    by_text,
    coded,
    condition,
    events,
    observation,
    platelets,
    read,
    request,
    subject,
)

from ferrata.alps.codes import CVX
from ferrata.guideline.events import Events
from ferrata.guideline.values import Reason

TABLE: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("statuses.toml").read_text(encoding="utf-8")
)
ROWS = [(kind, status, seen) for kind, rows in TABLE.items() for status, seen in rows.items()]

LYMPHOPROLIFERATION = coded(SNOMED, "702444009")
_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_NONE: Resource = {"coding": [{"code": "nilknown"}]}


def panel(**fields: object) -> Resource:
    """A panel with one component."""
    count = {"code": coded(LOINC, "777-3"), "valueQuantity": {"value": 38, "unit": "10*9/L"}}
    return observation(coded(LOINC, "58410-2"), **{"id": "p", "component": [count], **fields})


def drug(kind: str, **fields: object) -> Resource:
    """A resource about prednisone, from spring to summer where it is over."""
    base: Resource = {
        "resourceType": kind,
        "id": "m",
        **by_text("prednisone"),
        "subject": subject(),
    }
    return {**base, **fields}


def results(kind: str, **fields: object) -> list[Resource]:
    """A final platelet count, and what points at it."""
    pointer = {"result": [{"reference": "Observation/o"}]}
    if kind == "Observation":
        return [
            platelets(),
            observation(
                coded(LOINC, "58410-2"),
                **{"id": "p", "hasMember": pointer["result"], "status": None, **fields},
            ),
        ]
    return [platelets(), {"resourceType": kind, "id": "r", **pointer, **fields}]


MAKE: dict[str, Callable[[str | None], list[Resource]]] = {
    "Observation": lambda status: [platelets(status=status)],
    "component of a panel": lambda status: [panel(status=status)],
    "final member of a panel": lambda status: results("Observation", status=status),
    "final result of a report": lambda status: results("DiagnosticReport", status=status),
    "contained in a final report": lambda status: [
        {
            "resourceType": "DiagnosticReport",
            "id": "r",
            "status": "final",
            "contained": [platelets(status=status)],
            "result": [{"reference": "#o"}],
        }
    ],
    "Observation of a sign": lambda status: [
        observation(coded(FERRATA, "bleeding"), valueBoolean=True, status=status)
    ],
    "Condition, clinical": lambda status: [
        condition(LYMPHOPROLIFERATION, clinicalStatus=status and coded(_CLINICAL, status))
    ],
    "Condition, verification": lambda status: [
        condition(LYMPHOPROLIFERATION, verificationStatus=status and coded("urn:x", status))
    ],
    "AllergyIntolerance, clinical": lambda status: [
        {
            "resourceType": "AllergyIntolerance",
            "id": "a",
            "code": {"text": "sirolimus"},
            "clinicalStatus": status and coded("urn:x", status),
            "onsetDateTime": "2024",
            "patient": subject(),
        }
    ],
    "AllergyIntolerance, verification": lambda status: [
        {
            "resourceType": "AllergyIntolerance",
            "id": "a",
            "code": {"text": "sirolimus"},
            "verificationStatus": status and coded("urn:x", status),
            "onsetDateTime": "2024",
            "patient": subject(),
        }
    ],
    "Procedure": lambda status: [
        {
            "resourceType": "Procedure",
            "id": "p",
            "status": status,
            "code": {"text": "splenectomy"},
            "subject": subject(),
        }
    ],
    "Immunization": lambda status: [
        {
            "resourceType": "Immunization",
            "id": "i",
            "status": status,
            "vaccineCode": coded(CVX, "94"),
            "patient": subject(),
        }
    ],
    "FamilyMemberHistory": lambda status: [
        {
            "resourceType": "FamilyMemberHistory",
            "id": "f",
            "status": status,
            "relationship": {"text": "brother"},
            "condition": [{"code": LYMPHOPROLIFERATION}],
            "patient": subject(),
        }
    ],
    "QuestionnaireResponse": lambda status: [
        {
            "resourceType": "QuestionnaireResponse",
            "id": "q",
            "questionnaire": "https://ferrata.health/Questionnaire/answers",
            "status": status,
            "item": [{"linkId": "bleeding", "answer": [{"valueBoolean": True}]}],
            "subject": subject(),
        }
    ],
    "List without medications": lambda status: [
        {
            "resourceType": "List",
            "id": "l",
            "status": status,
            "code": coded(LOINC, "10160-0"),
            "emptyReason": _NONE,
            "subject": subject(),
        }
    ],
    "Composition without medications": lambda status: [
        {
            "resourceType": "Composition",
            "id": "c",
            "status": status,
            "section": [{"code": coded(LOINC, "10160-0"), "emptyReason": _NONE}],
            "subject": subject(),
        }
    ],
    "MedicationRequest": lambda status: [request(by_text("prednisone"), status=status)],
    "MedicationRequest, intent": lambda intent: [request(by_text("prednisone"), intent=intent)],
    "MedicationStatement": lambda status: [
        drug("MedicationStatement", status=status, effectiveDateTime="2026-03-01")
    ],
    "MedicationAdministration": lambda status: [
        drug("MedicationAdministration", status=status, effectiveDateTime="2026-03-01")
    ],
    "MedicationDispense": lambda status: [
        drug("MedicationDispense", status=status, whenHandedOver="2026-11-01")
    ],
}


def seen_in(found: Events) -> str:
    """What a guideline sees of the one thing that is on record, in the words of the table."""
    for row in (one for rows in found.observations.values() for one in rows):
        return "unreadable" if row.unusable is Reason.UNREADABLE else "used"
    for name, rows in found.assertions.items():
        if name not in {"birth", "sex"}:
            return rows[-1].value or "open"
    for course in found.courses:
        if course.treatment is None:
            return "unknown drug"
        if course.start.first_day != course.start.last_day:
            return "perhaps"
        return "going on" if course.end is None else "over"
    return "absent" if found.reviews else "nothing"


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    ("kind", "status", "seen"), ROWS, ids=[f"{kind}, {status}" for kind, status, _ in ROWS]
)
def test_a_status_decides_what_is_seen(kind: str, status: str, seen: str) -> None:
    """Withdrawn is nothing, unclear is never absent, preliminary counts."""
    resources = MAKE[kind](None if status == "missing" else status)
    given = [{key: one for key, one in each.items() if one is not None} for each in resources]
    assert seen_in(events(*given)) == seen


@pytest.mark.hazard("H22")
def test_the_table_is_about_everything_that_is_read() -> None:
    """Each kind of resource, and each status of R4 that it can have."""
    assert TABLE.keys() == MAKE.keys()
    results = "registered preliminary final amended corrected cancelled entered-in-error unknown"
    assert set(results.split()) <= TABLE["Observation"].keys()


@pytest.mark.hazard("H22")
@pytest.mark.parametrize("kind", ["DiagnosticReport", "Observation"])
@pytest.mark.parametrize("status", ["cancelled", "entered-in-error"])
def test_a_withdrawn_report_is_listed_beside_its_results(kind: str, status: str) -> None:
    """They count by their own status, and somebody has to look."""
    (line,) = read(*results(kind, status=status)).unread
    assert line.what == status
    assert "was withdrawn" in line.why
