"""Out as FHIR R4 and in again: the same entries, and a bundle that others accept."""

import json

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.bundles import (
    FERRATA,
    LOINC,
    PATIENT,
    RECEIVED,
    Resource,
    coded,
    read,
    subject,
)
from tests.exchange.resources import (
    allergies,
    answers,
    compositions,
    conditions,
    courses,
    genetic,
    lists,
    observations,
    patients,
    procedures,
    relatives,
    vaccines,
)

from ferrata.alps.codes import CVX
from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.record.model import Record

FIELDS = ("patient", "observations", "assertions", "courses", "reviews", "variants", "phases")


def same_entries(one: Record, other: Record) -> bool:
    """Whether two records hold the same patient and the same entries."""
    return all(getattr(one, field) == getattr(other, field) for field in FIELDS)


@given(
    st.lists(
        st.one_of(
            observations,
            conditions,
            procedures,
            courses,
            answers,
            lists,
            allergies,
            vaccines,
            relatives,
            genetic,
            compositions,
        ),
        max_size=5,
    ),
    patients,
)
def test_out_and_in_again_gives_the_same_entries(resources: list[Resource], who: Resource) -> None:
    """Whatever was read: odd statuses, dates that no calendar has, drugs by ingredient."""
    once = read(*resources, patient=who)
    again = read_fhir(write_fhir(once), received=RECEIVED)
    assert again.patient == once.patient
    assert again.observations == once.observations
    assert again.assertions == once.assertions
    assert again.courses == once.courses
    assert again.reviews == once.reviews
    assert again.variants == once.variants
    assert again.phases == once.phases


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "code",
                        "coding",
                        "valueQuantity",
                        "component",
                        "medicationReference",
                        "item",
                        "contained",
                        "subject",
                        "extension",
                        "note",
                        "answer",
                        "text",
                        "reference",
                    ]
                ),
                inner,
                max_size=3,
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from(
        [
            "Observation",
            "Condition",
            "Procedure",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "QuestionnaireResponse",
            "List",
            "AllergyIntolerance",
            "Immunization",
            "FamilyMemberHistory",
            "Composition",
            "Claim",
        ]
    ),
)
def test_no_shape_of_a_resource_can_stop_the_reading(body: object, kind: str) -> None:
    """Malformed elements end in `unread`, never in a crash."""
    resource = {**(body if isinstance(body, dict) else {"code": body}), "resourceType": kind}
    resource.pop("subject", None)
    record = read(resource)
    found = (
        record.observations, record.assertions, record.courses, record.reviews, record.unread,
        record.variants, record.phases,
    )  # fmt: skip
    assert any(found) or record.ignored


def test_what_is_written_is_valid_r4() -> None:
    """An independent reader of FHIR accepts it, also where the entry had no status."""
    record = read(
        {"resourceType": "Observation", "code": {}, "subject": subject()},
        {"resourceType": "MedicationAdministration", "subject": subject()},
        {"resourceType": "MedicationRequest", "status": "done", "subject": subject()},
        {"resourceType": "List", "code": coded(FERRATA, "sirolimus"), "date": "soon"},
        {"resourceType": "Procedure", "code": {"text": "splenectomy"}},
        {"resourceType": "AllergyIntolerance", "code": {"text": "sirolimus"}, "patient": subject()},
        {"resourceType": "AllergyIntolerance", "code": {"text": "NKDA"}, "patient": subject()},
        {"resourceType": "Immunization", "vaccineCode": coded(CVX, "94"), "patient": subject()},
        {"resourceType": "FamilyMemberHistory", "patient": subject()},
        {"resourceType": "Observation", "code": coded(LOINC, "69548-6"), "subject": subject()},
        {
            "resourceType": "Observation",
            "code": coded(LOINC, "82120-7"),
            "derivedFrom": [{"reference": "Observation/1"}],
            "subject": subject(),
        },
        patient={**PATIENT, "birthDate": "2018-02-30", "gender": "x"},
    )
    content = write_fhir(record)
    Bundle.model_validate_json(content)
    assert same_entries(read_fhir(content, received=RECEIVED), record)


@pytest.mark.hazard("H03")
def test_digits_are_written_as_they_were_read() -> None:
    """7.20 stays 7.20 and no binary fraction creeps in."""
    resource = json.dumps(
        {
            "resourceType": "Bundle",
            "type": "collection",
            "entry": [
                {"resource": PATIENT},
                {
                    "resource": {
                        "resourceType": "Observation",
                        "status": "final",
                        "code": coded(LOINC, "718-7"),
                        "valueQuantity": {"value": "DIGITS", "unit": "g/dL"},
                    }
                },
            ],
        }
    )
    for digits in ("7.20", "0.1", "12345.678901", "0.00000001", "7"):
        content = resource.replace('"DIGITS"', digits).encode()
        record = read_fhir(content, received=RECEIVED)
        assert record.observations[0].value == digits
        assert f'"value": {digits}'.encode() in write_fhir(record)
