"""What in a FHIR record says that the list of medicines was gone through (A275)."""

import json
from typing import Any

import pytest
from tests.interactions.records import ON, ago, unlisted

from ferrata.exchange.fhir import read_fhir
from ferrata.guideline.values import Known
from ferrata.record.model import FERRATA

LOINC = "http://loinc.org"
MEDICATIONS = {"coding": [{"system": LOINC, "code": "10160-0"}]}
OURS = {"coding": [{"system": FERRATA, "code": "unlisted-medicine"}]}
NOTHING = {"coding": [{"code": "nilknown"}]}
TAKEN: dict[str, Any] = {
    "resourceType": "MedicationStatement",
    "id": "m1",
    "status": "active",
    "subject": {"reference": "Patient/p1"},
    "effectiveDateTime": ago(10),
    "medicationCodeableConcept": {"text": "ibuprofen"},
}


def confirmed(resource: dict[str, Any]) -> object:
    """Whether the list counts as gone through: yes, no, or None for unknown."""
    patient = {"resourceType": "Patient", "id": "p1", "birthDate": "2016-05-01"}
    if resource["resourceType"] == "List":
        resource = {"subject": {"reference": "Patient/p1"}, **resource}
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": one} for one in (patient, TAKEN, {"id": "x", **resource})],
    }
    value = unlisted(read_fhir(json.dumps(bundle).encode(), received=ON))
    return not value.value if isinstance(value, Known) else None


def listed(**given: Any) -> dict[str, Any]:
    return {
        "resourceType": "List",
        "status": "current",
        "mode": "snapshot",
        "date": ago(3),
        "code": OURS,
        **given,
    }


@pytest.mark.hazard("H17")
@pytest.mark.statement("A275")
@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        pytest.param(listed(), True, id="a list that says that it was gone through"),
        pytest.param(listed(date=ago(30)), True, id="thirty days ago"),
        pytest.param(listed(date=ago(31)), None, id="thirty-one days ago"),
        pytest.param(listed(status="retired"), None, id="a retired list"),
        pytest.param(listed(status="entered-in-error"), None, id="withdrawn"),
        pytest.param(
            listed(code=MEDICATIONS, emptyReason=NOTHING), True, id="medications: nothing known of"
        ),
        pytest.param(
            listed(code=MEDICATIONS, entry=[{"item": {"reference": "MedicationStatement/m1"}}]),
            None,
            id="a list of medications that nobody says to be complete",
        ),
        pytest.param(
            listed(code=MEDICATIONS, emptyReason={"coding": [{"code": "notasked"}]}),
            None,
            id="medications: not asked",
        ),
        pytest.param(
            {
                "resourceType": "Composition",
                "status": "final",
                "date": ago(3),
                "type": {"text": "summary"},
                "title": "summary",
                "author": [{"display": "a doctor"}],
                "subject": {"reference": "Patient/p1"},
                "section": [{"code": MEDICATIONS, "emptyReason": NOTHING}],
            },
            True,
            id="a section of a document: nothing known of",
        ),
        pytest.param(
            {
                "resourceType": "QuestionnaireResponse",
                "status": "completed",
                "authored": ago(3),
                "subject": {"reference": "Patient/p1"},
                "questionnaire": "https://ferrata.health/Questionnaire/visit",
                "item": [{"linkId": "unlisted-medicine", "answer": [{"valueBoolean": True}]}],
            },
            False,
            id="asked: something else is taken",
        ),
    ],
)
def test_what_confirms_a_list(resource: dict[str, Any], expected: object) -> None:
    """A word about the list as a whole does; entries alone, and silence, do not."""
    assert confirmed(resource) is expected
