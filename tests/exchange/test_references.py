"""References lead to one resource or to none; nothing that refers to itself ever hangs."""

from __future__ import annotations

import time
from typing import Any

import pytest
from tests.exchange.bundles import (
    ATC,
    LOINC,
    PATIENT,
    RXNORM,
    Resource,
    by_text,
    coded,
    events,
    observation,
    platelets,
    read,
    request,
    subject,
)

from ferrata.guideline.errors import Refusal

A, B = "https://a.org/fhir", "https://b.org/fhir"


def medication(code: str, id_: str = "m") -> Resource:
    """A Medication by its ATC code."""
    return {"resourceType": "Medication", "id": id_, "code": coded(ATC, code)}


def ordered(reference: str, **fields: object) -> Resource:
    """An order by reference."""
    return request({"medicationReference": {"reference": reference}}, **fields)


@pytest.mark.hazard("H17")
def test_a_relative_reference_is_of_its_own_server() -> None:
    """Two servers use the same id for two drugs."""
    entries: list[Resource] = [
        {"resource": PATIENT},
        {"fullUrl": f"{A}/Medication/m", "resource": medication("L04AH01")},
        {"fullUrl": f"{B}/Medication/m", "resource": medication("L01FA01")},
        {"fullUrl": f"{B}/MedicationRequest/1", "resource": ordered("Medication/m", id="1")},
        {"fullUrl": f"{A}/MedicationRequest/2", "resource": ordered("Medication/m", id="2")},
        {"fullUrl": "urn:uuid:3", "resource": ordered(f"{A}/Medication/m", id="3")},
        {"resource": ordered("Medication/m", id="4")},
    ]
    for order in (entries, [entries[0], *entries[:0:-1]]):
        found = {one.reference[-1]: one.concept for one in read(entry=order).courses}
        assert found == {"1": "rituximab", "2": "sirolimus", "3": "sirolimus", "4": None}


@pytest.mark.parametrize("name", ["urn:uuid:5", "urn:oid:2.16.1.5"])
def test_a_urn_leads_to_the_entry_that_has_it(name: str) -> None:
    """As systems without servers write them."""
    entries: list[Resource] = [
        {"resource": PATIENT},
        {"fullUrl": name, "resource": medication("L04AH01")},
        {"resource": ordered(name)},
    ]
    assert [one.concept for one in read(entry=entries).courses] == ["sirolimus"]


def test_a_drug_that_is_elsewhere_is_told_by_its_display_only() -> None:
    """A logical reference names it, and no more."""
    logical = {"identifier": {"system": "urn:x", "value": "7"}, "display": "sirolimus"}
    assert [one.concept for one in read(request({"medicationReference": logical})).courses] == [
        "sirolimus"
    ]
    bare = {"identifier": {"system": "urn:x", "value": "7"}}
    record = read(request({"medicationReference": bare}))
    assert [one.concept for one in record.courses] == [None]
    assert len(record.unread) == 1


CYCLES: dict[str, list[Resource]] = {
    "a drug that contains itself": [
        request(
            {"medicationReference": {"reference": "#m"}},
            contained=[
                {"resourceType": "Medication", "id": "m", "ingredient": [
                    {"itemReference": {"reference": "#m"}}
                ]}
            ],
        )
    ],
    "two drugs made of each other": [
        ordered("Medication/1"),
        *(
            {"resourceType": "Medication", "id": one, "ingredient": [
                {"itemReference": {"reference": f"Medication/{other}"}}
            ]}
            for one, other in (("1", "2"), ("2", "1"))
        ),
    ],
    "orders that rest on and replace each other": [
        request(by_text("sirolimus"), id="1", basedOn=[subject("MedicationRequest/2")],
                priorPrescription=subject("MedicationRequest/2")),
        request(by_text("sirolimus"), id="2", basedOn=[subject("MedicationRequest/1")],
                priorPrescription=subject("MedicationRequest/1")),
    ],
    "an order that replaces itself": [
        request(by_text("sirolimus"), priorPrescription=subject("MedicationRequest/m"))
    ],
    "a panel that is its own member": [
        observation(coded(LOINC, "58410-2"), hasMember=[subject("Observation/o")])
    ],
    "a result that is derived from itself": [
        observation(coded(LOINC, "69548-6"), derivedFrom=[subject("Observation/o")])
    ],
}  # fmt: skip


@pytest.mark.parametrize("resources", CYCLES.values(), ids=CYCLES.keys())
def test_a_circle_of_references_ends(resources: list[Resource]) -> None:
    """It is read once, and says what it can."""
    assert events(*resources).assertions
    assert read(*resources)


@pytest.mark.hazard("H13")
def test_an_entry_without_a_subject_is_the_patients_unless_somebody_else_is_named() -> None:
    """One patient, and nobody else anywhere in the bundle (A289)."""
    bare = platelets()
    del bare["subject"]
    assert "platelets" in events(bare).observations
    with pytest.raises(Refusal, match="is about"):
        read(bare, platelets(id="other", subject=subject("Patient/2")))
    device = platelets(subject={"type": "Device", "display": "analyzer"})
    record = read(device)
    assert not record.observations
    assert "Device" in record.unread[0].why


def test_a_course_names_what_it_carries_out_and_replaces() -> None:
    """By the names that entries of the record have."""
    order = request(by_text("sirolimus"), id="rx")
    given: Resource = {
        "resourceType": "MedicationAdministration",
        "id": "a",
        "status": "completed",
        **by_text("sirolimus"),
        "effectiveDateTime": "2026-10-02",
        "request": {"reference": "MedicationRequest/rx/_history/1"},
        "partOf": [{"reference": "Procedure/9"}, {"display": "infusion"}],
        "subject": subject(),
    }
    dispensed: Resource = {
        "resourceType": "MedicationDispense",
        "id": "d",
        "status": "completed",
        **by_text("sirolimus"),
        "whenHandedOver": "2026-10-03",
        "daysSupply": {"value": 30},
        "authorizingPrescription": [{"reference": "#local"}, {"reference": "urn:uuid:7"}],
        "subject": subject(),
    }
    entries: list[Resource] = [
        {"resource": PATIENT},
        {"resource": order, "fullUrl": "urn:uuid:7"},
        {"resource": given},
        {"resource": dispensed},
        {"resource": request(by_text("sirolimus"), priorPrescription={"reference": "urn:uuid:7"})},
    ]
    record = read(entry=entries)
    rests = {one.reference: one.based_on for one in record.courses}
    assert rests["MedicationAdministration/a"] == ("MedicationRequest/rx", "Procedure/9")
    assert rests["MedicationDispense/d"] == ("MedicationDispense/d#local", "MedicationRequest/rx")
    assert record.courses[-1].replaces == "MedicationRequest/rx"
    (course,) = events(entry=entries).courses
    assert course.source.endswith("3 more")


def many(count: int) -> list[Resource]:
    """A record of that many entries, all of which refer to each other."""
    resources: list[Resource] = [{"resource": PATIENT}, {"resource": medication("L04AH01")}]
    for n in range(count // 4):
        day = f"20{10 + n % 16}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        resources += [
            {"resource": ordered("Medication/m", id=f"r{n}", authoredOn=day[: 4 + 3 * (n % 3)])},
            {
                "resource": {
                    "resourceType": "MedicationDispense",
                    "id": f"d{n}",
                    "status": "completed",
                    "medicationReference": {"reference": "Medication/m"},
                    "whenHandedOver": day,
                    "authorizingPrescription": [{"reference": f"MedicationRequest/r{n // 2}"}],
                }
            },
            {"resource": platelets(n % 900 + 1, id=f"o{n}", effectiveDateTime=f"{day}T08:00:00Z")},
            {
                "resource": {
                    "resourceType": "DiagnosticReport",
                    "id": f"p{n}",
                    "status": "final",
                    "result": [{"reference": f"Observation/o{n}"}] * 2,
                }
            },
        ]
    return resources


def asked() -> Resource:
    """A questionnaire of many questions that nobody answered."""
    items: list[Resource] = [{"linkId": "fever", "item": []}] * 50_000
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "https://ferrata.health/Questionnaire/answers",
        "status": "completed",
        "item": items,
    }


HOSTILE: dict[str, Any] = {
    "a record of 20,000 entries": lambda: many(20_000),
    "one drug of 50,000 contained parts": lambda: [
        {"resource": PATIENT},
        {
            "resource": request(
                {"medicationReference": {"reference": "#m"}},
                contained=[
                    {
                        "resourceType": "Medication",
                        "id": "m",
                        "ingredient": [
                            {"itemReference": {"reference": f"#s{n}"}} for n in range(50_000)
                        ],
                    },
                    *({"resourceType": "Substance", "id": f"s{n}"} for n in range(50_000)),
                ],
            )
        },
    ],
    "a drug's name of a million brackets": lambda: [
        {"resource": PATIENT},
        {"resource": request({"medicationCodeableConcept": coded(RXNORM, "1", "(" * 1_000_000)})},
    ],
    "20,000 versions of one resource": lambda: [
        {"resource": PATIENT},
        *(
            {"resource": platelets(n % 900 + 1, meta={"tag": [{"code": str(n)}]})}
            for n in range(20_000)
        ),
    ],
    "20,000 orders of a year with unknown ends": lambda: [
        {"resource": PATIENT},
        *(
            {
                "resource": request(
                    by_text("prednisone"),
                    id=str(n),
                    status="completed",
                    authoredOn=f"{1900 + n % 124}-01-01/{1900 + n % 124 + 1}-{n % 12 + 1:02}",
                )
            }
            for n in range(20_000)
        ),
    ],
    "20,000 pathogenic variants": lambda: [
        {"resource": PATIENT},
        *(
            {
                "resource": observation(
                    coded(LOINC, "69548-6"),
                    id=str(n),
                    valueCodeableConcept=coded(LOINC, "LA9633-4"),
                    component=[
                        {"code": coded(LOINC, "48018-6"), "valueCodeableConcept": {"text": "FAS"}},
                        {"code": coded(LOINC, "48004-6"), "valueString": f"c.{n}A>G"},
                        {
                            "code": coded(LOINC, "53037-8"),
                            "valueCodeableConcept": coded(LOINC, "LA6668-3"),
                        },
                    ],
                )
            }
            for n in range(5_000)
        ),
    ],
    "a questionnaire of 50,000 questions": lambda: [{"resource": PATIENT}, {"resource": asked()}],
}


@pytest.mark.full
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_large_record_takes_time_in_proportion_to_its_size(make: Any) -> None:
    """Seconds; anything that grew with the square would take minutes."""
    entries = make()
    started = time.process_time()
    assert events(entry=entries)
    assert time.process_time() - started < 60
