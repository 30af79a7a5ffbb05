"""Allergies by drug and by class, and what says that there is none."""

import pytest
from tests.exchange.bundles import (
    ATC,
    FERRATA,
    LOINC,
    RXNORM,
    SNOMED,
    Resource,
    coded,
    events,
    read,
    subject,
)

from ferrata.alps.catalogue import SIGNS
from ferrata.guideline.errors import RecordError

CLINICAL = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"
VERIFICATION = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"
ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
ALL = {one.id for one in SIGNS if one.id.startswith("allergy-")}


def allergy(code: Resource, **fields: object) -> Resource:
    """An active, confirmed allergy, recorded in 2025."""
    return {
        "resourceType": "AllergyIntolerance",
        "id": "a",
        "clinicalStatus": coded(CLINICAL, "active"),
        "verificationStatus": coded(VERIFICATION, "confirmed"),
        "code": code,
        "patient": subject(),
        "recordedDate": "2025-03-01",
        **fields,
    }


def said(*resources: Resource) -> dict[str, list[str | None]]:
    """What a bundle says of allergies."""
    return {
        sign: [one.value for one in rows]
        for sign, rows in events(*resources).assertions.items()
        if sign.startswith("allergy-")
    }


DRUGS: list[tuple[Resource, str | None]] = [
    (coded(RXNORM, "35302", "sirolimus"), "allergy-sirolimus"),
    (coded(ATC, "L04AA06"), "allergy-mycophenolate"),
    ({"text": "Sirolimus"}, "allergy-sirolimus"),
    (coded(RXNORM, "8638", "prednisolone"), "allergy-prednisone"),
    (coded(RXNORM, "723", "amoxicillin"), "allergy-penicillin-v"),
    (coded(RXNORM, "7980", "penicillin G"), "allergy-penicillin-v"),
    (coded(SNOMED, "91936005", "Allergy to penicillin"), "allergy-penicillin-v"),
    ({"text": "Penicillin"}, "allergy-penicillin-v"),
    ({"text": "sulfa drugs"}, "allergy-cotrimoxazole"),
    (coded(RXNORM, "10180", "sulfamethoxazole"), "allergy-cotrimoxazole"),
    (coded(FERRATA, "allergy-rituximab"), "allergy-rituximab"),
    (coded(ATC, "C09AA03", "lisinopril"), None),
    (coded(SNOMED, "91935009", "Allergy to peanut"), None),
]


@pytest.mark.hazard("H19")
@pytest.mark.parametrize(("code", "sign"), DRUGS)
def test_an_allergy_is_to_a_drug_of_ours_or_to_something_else(
    code: Resource, sign: str | None
) -> None:
    """By ingredient or by class; the whole class of penicillins is one."""
    assert said(allergy(code)) == ({sign: ["yes"]} if sign else {})
    assert len(read(allergy(code)).assertions) == 1


STATUSES: list[tuple[dict[str, object], list[str | None]]] = [
    ({}, ["yes"]),
    ({"verificationStatus": None}, ["yes"]),
    ({"verificationStatus": coded(VERIFICATION, "unconfirmed")}, [None]),
    ({"verificationStatus": coded(VERIFICATION, "refuted")}, ["no"]),
    ({"verificationStatus": coded(VERIFICATION, "entered-in-error")}, []),
    ({"clinicalStatus": coded(CLINICAL, "resolved")}, ["yes", "no"]),
    ({"clinicalStatus": coded(CLINICAL, "inactive")}, ["yes", None]),
    ({"clinicalStatus": coded(CLINICAL, "odd")}, [None]),
]


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(("fields", "values"), STATUSES)
def test_verification_and_status_decide(
    fields: dict[str, object], values: list[str | None]
) -> None:
    """An unconfirmed allergy leaves the drug in doubt; one that is only inactive is not gone."""
    resource = allergy(coded(RXNORM, "35302"), **fields)
    resource = {key: value for key, value in resource.items() if value is not None}
    assert said(resource).get("allergy-sirolimus", []) == values


NONE_KNOWN = [
    coded(SNOMED, "716186003", "No known allergy"),
    coded(SNOMED, "409137002", "No known drug allergy"),
    coded(ABSENT, "no-known-allergies"),
    coded(ABSENT, "no-known-medication-allergies"),
    {"text": "NKDA"},
    {"text": "No known allergies"},
]


@pytest.mark.hazard("H12")
@pytest.mark.parametrize("code", NONE_KNOWN)
def test_no_known_allergy_reviews_all_of_them(code: Resource) -> None:
    """On the day it was recorded; it is no allergy itself."""
    found = events(allergy(code))
    assert {sign for sign in found.reviews if sign in ALL} == ALL
    assert said(allergy(code)) == {}
    assert not read(allergy(code)).unread


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(
    ("code", "fields"),
    [
        (coded(ABSENT, "no-allergy-info"), {}),
        (coded(SNOMED, "429625007", "No known food allergy"), {}),
        (NONE_KNOWN[0], {"verificationStatus": coded(VERIFICATION, "unconfirmed")}),
        (NONE_KNOWN[0], {"verificationStatus": coded(VERIFICATION, "refuted")}),
        (NONE_KNOWN[0], {"verificationStatus": coded(VERIFICATION, "entered-in-error")}),
        (NONE_KNOWN[0], {"clinicalStatus": coded(CLINICAL, "inactive")}),
    ],
)
def test_not_asked_food_or_withdrawn_reviews_nothing(
    code: Resource, fields: dict[str, object]
) -> None:
    """Nor does it say yes."""
    found = events(allergy(code, **fields))
    assert not ALL & found.reviews.keys()
    assert said(allergy(code, **fields)) == {}


@pytest.mark.hazard("H19")
def test_an_allergy_stands_against_no_known_allergies() -> None:
    """Both are kept: what is recorded is not refuted by a review."""
    both = (allergy(NONE_KNOWN[0], id="n"), allergy(coded(RXNORM, "35302")))
    assert said(*both) == {"allergy-sirolimus": ["yes"]}
    assert "allergy-sirolimus" in events(*both).reviews


@pytest.mark.hazard("H19")
def test_a_drug_that_cannot_be_identified_is_listed() -> None:
    """Unless it says that it is food or dust."""
    record = read(allergy({"text": "the pink pills"}))
    assert [one.what for one in record.unread] == ["the pink pills"]
    assert [one.concept for one in record.assertions] == [None]
    assert not read(allergy({"text": "cat hair"}, category=["environment"])).unread


def test_allergies_of_older_versions_are_refused() -> None:
    """STU3 has a plain code for the status, DSTU2 a substance."""
    for fields in ({"clinicalStatus": "active"}, {"substance": {"text": "sirolimus"}}):
        with pytest.raises(RecordError, match="this is FHIR"):
            read(allergy(coded(RXNORM, "35302"), **fields))


def test_an_empty_list_of_allergies_reviews_them() -> None:
    """Only with the reason that nothing is known of."""
    nil = coded("http://terminology.hl7.org/CodeSystem/list-empty-reason", "nilknown")
    listed: Resource = {
        "resourceType": "List", "id": "l", "status": "current", "mode": "snapshot",
        "code": coded(LOINC, "48765-2"), "subject": subject(), "date": "2026-11-20",
    }  # fmt: skip
    assert events({**listed, "emptyReason": nil}).reviews.keys() == ALL
    assert not events(listed).reviews
