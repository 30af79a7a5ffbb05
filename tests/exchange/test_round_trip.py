"""Out as FHIR R4 and in again: the same entries, and a bundle that others accept."""

import json
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.bundles import (
    ATC,
    FERRATA,
    LOINC,
    PATIENT,
    RECEIVED,
    RXNORM,
    SNOMED,
    Resource,
    coded,
    read,
    subject,
)

from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.record.model import Record


def same_entries(one: Record, other: Record) -> bool:
    """Whether two records hold the same patient and the same entries."""
    return all(
        getattr(one, field) == getattr(other, field)
        for field in ("patient", "observations", "assertions", "courses", "reviews")
    )


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Resource]:
    """An object with some of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
dates = st.sampled_from(
    ["2020", "2026-10", "2026-11-19", "2026-11-19T08:10:00+01:00", "2026-02-30", "19.11.2026"]
)
periods = maybe(start=dates, end=dates)
codes = st.sampled_from(
    [
        coded(LOINC, "777-3"),
        coded(LOINC, "770-8"),
        coded(LOINC, "29247-4"),
        coded(LOINC, "2345-7"),
        coded(SNOMED, "702444009"),
        coded(FERRATA, "bleeding"),
        coded(FERRATA, "lymphoma-gate"),
        {"text": "Platelets"},
        {"text": "splenectomy"},
        {"coding": [{"display": "only shown"}]},
        {"coding": [{"system": LOINC, "code": "777-3"}, {"system": "urn:x", "code": "PLT"}]},
        {},
    ]
)
drugs = st.sampled_from(
    [
        {"medicationCodeableConcept": coded(RXNORM, "8640")},
        {"medicationCodeableConcept": coded(RXNORM, "312615", "predniSONE 20 MG Oral Tablet")},
        {"medicationCodeableConcept": coded(ATC, "C09AA03")},
        {"medicationCodeableConcept": {"text": "premix"}},
        {"medicationReference": {"reference": "Medication/7", "display": "sirolimus"}},
        {
            "contained": [
                {
                    "resourceType": "Medication",
                    "id": "m",
                    "code": {"text": "premix"},
                    "ingredient": [
                        {"itemCodeableConcept": coded(RXNORM, "35302")},
                        {"itemCodeableConcept": coded(ATC, "L01FA01")},
                    ],
                }
            ],
            "medicationReference": {"reference": "#m"},
        },
        {
            "contained": [
                {
                    "resourceType": "Medication",
                    "id": "m",
                    "code": coded("urn:x", "9"),
                    "ingredient": [{"itemCodeableConcept": coded(ATC, "C09AA03")}],
                }
            ],
            "medicationReference": {"reference": "#m"},
        },
        {},
    ]
)
status = st.sampled_from(
    [
        "final",
        "preliminary",
        "entered-in-error",
        "active",
        "completed",
        "stopped",
        "unknown",
        "done",
        "current",
        "retired",
        "not-done",
    ]
)
values = st.one_of(
    st.decimals(0, 10**6, places=2).map(
        lambda d: {"valueQuantity": {"value": float(d), "unit": "%"}}
    ),
    maybe(value=st.integers(0, 500), unit=text, comparator=st.sampled_from("<>")).map(
        lambda quantity: {"valueQuantity": quantity}
    ),
    text.map(lambda words: {"valueString": words}),
    st.booleans().map(lambda yes: {"valueBoolean": yes}),
    maybe(valueCodeableConcept=codes),
    st.just({"valueRatio": {}}),
    st.just({"dataAbsentReason": {"coding": [{"code": "error"}]}}),
    st.just({}),
)
notes = st.lists(maybe(text=text), max_size=2)


def merged(*parts: Resource) -> Resource:
    """One object of several."""
    return {name: value for part in parts for name, value in part.items()}


observations = st.builds(
    merged,
    st.just({"resourceType": "Observation", "subject": subject()}),
    maybe(
        id=text,
        status=status,
        code=codes,
        effectiveDateTime=dates,
        effectivePeriod=periods,
        issued=dates,
        note=notes,
        component=st.lists(st.builds(merged, maybe(code=codes), values), max_size=2),
    ),
    values,
)
status_concepts = st.sampled_from(
    [{"coding": [{"code": word}]} for word in ("active", "resolved", "confirmed", "refuted", "x")]
    + [{"text": "provisional"}]
)
conditions = st.builds(
    merged,
    st.just({"resourceType": "Condition", "subject": subject()}),
    maybe(
        id=text,
        clinicalStatus=status_concepts,
        verificationStatus=status_concepts,
        code=codes,
        onsetDateTime=dates,
        onsetPeriod=periods,
        onsetString=text,
        recordedDate=dates,
        abatementDateTime=dates,
        abatementString=text,
        note=notes,
    ),
)
procedures = st.builds(
    merged,
    st.just({"resourceType": "Procedure", "subject": subject()}),
    maybe(id=text, status=status, code=codes, performedDateTime=dates, performedPeriod=periods),
)
timing = periods.map(
    lambda bounds: [{"text": "daily", "timing": {"repeat": {"boundsPeriod": bounds}}}]
)
courses = st.builds(
    merged,
    st.sampled_from(["MedicationRequest", "MedicationStatement", "MedicationAdministration"]).map(
        lambda kind: {"resourceType": kind, "subject": subject()}
    ),
    drugs,
    maybe(
        id=text,
        status=status,
        intent=st.sampled_from(["order", "plan"]),
        authoredOn=dates,
        dateAsserted=dates,
        effectiveDateTime=dates,
        effectivePeriod=periods,
        note=notes,
        dosageInstruction=timing,
    ),
)
answers = st.builds(
    merged,
    st.just(
        {
            "resourceType": "QuestionnaireResponse",
            "questionnaire": "https://ferrata.health/Questionnaire/answers",
            "subject": subject(),
        }
    ),
    maybe(
        id=text,
        status=status,
        authored=dates,
        item=st.lists(
            maybe(
                linkId=st.sampled_from(["bleeding", "lymphoma-gate", "nonsense"]),
                text=text,
                answer=st.lists(
                    st.one_of(
                        st.booleans().map(lambda yes: {"valueBoolean": yes}),
                        text.map(lambda words: {"valueString": words}),
                        st.just({"valueCoding": {"system": FERRATA, "code": "yes"}}),
                        st.just({}),
                    ),
                    max_size=2,
                ),
            ),
            max_size=3,
        ),
    ),
)
lists = st.builds(
    merged,
    st.just({"resourceType": "List", "subject": subject()}),
    maybe(
        id=text,
        status=status,
        date=dates,
        code=st.sampled_from([coded(LOINC, "10160-0"), coded(FERRATA, "sirolimus")]),
        emptyReason=st.sampled_from([{"coding": [{"code": "nilknown"}]}, {"text": "withheld"}]),
    ),
)
patients = st.builds(
    merged,
    st.just({"resourceType": "Patient", "id": "1"}),
    maybe(
        birthDate=st.sampled_from(["2018", "2018-02", "2018-02-30", "soon"]),
        gender=st.sampled_from(["female", "other", "x"]),
        name=st.lists(maybe(text=text, family=text, given=st.lists(text)), max_size=1),
    ),
)


@given(
    st.lists(st.one_of(observations, conditions, procedures, courses, answers, lists), max_size=5),
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
            "Claim",
        ]
    ),
)
def test_no_shape_of_a_resource_can_stop_the_reading(body: object, kind: str) -> None:
    """Malformed elements end in `unread`, never in a crash."""
    resource = {**(body if isinstance(body, dict) else {"code": body}), "resourceType": kind}
    resource.pop("subject", None)
    record = read(resource)
    found = (record.observations, record.assertions, record.courses, record.reviews, record.unread)
    assert any(found) or record.ignored


def test_what_is_written_is_valid_r4() -> None:
    """An independent reader of FHIR accepts it, also where the entry had no status."""
    record = read(
        {"resourceType": "Observation", "code": {}, "subject": subject()},
        {"resourceType": "MedicationAdministration", "subject": subject()},
        {"resourceType": "MedicationRequest", "status": "done", "subject": subject()},
        {"resourceType": "List", "code": coded(FERRATA, "sirolimus"), "date": "soon"},
        {"resourceType": "Procedure", "code": {"text": "splenectomy"}},
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
