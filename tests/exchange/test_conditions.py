"""Conditions, procedures, questionnaires and lists."""

import json
from dataclasses import replace

import pytest
from tests.exchange.bundles import (
    FERRATA,
    LOINC,
    SNOMED,
    Resource,
    coded,
    condition,
    events,
    read,
    subject,
)

from ferrata.alps.codes import ABSENT
from ferrata.exchange.fhir.answers import QUESTIONNAIRE

ICD = "http://hl7.org/fhir/sid/icd-10-cm"
CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"

CODES = [
    (SNOMED, "702444009", "alps"),
    (ICD, "D89.82", "alps"),
    (ICD, "D8982", "alps"),
    ("urn:oid:2.16.840.1.113883.6.90", "D89.82", "alps"),
    ("http://www.orpha.net", "3261", "alps"),
    (SNOMED, "58381000", "hypersplenism"),
    (ICD, "D73.1", "hypersplenism"),
    (SNOMED, "707147002", "asplenia"),
    (ICD, "Z90.81", "asplenia"),
    (FERRATA, "hemolysis", "hemolysis"),
]


@pytest.mark.parametrize(("system", "code", "concept"), CODES)
def test_a_code_means_one_sign(system: str, code: str, concept: str) -> None:
    """SNOMED CT, ICD-10-CM with and without its point, Orphanet and our own."""
    assert read(condition(coded(system, code))).assertions[0].concept == concept


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(
    ("code", "concept"),
    [
        ("16294009", "splenomegaly"),
        ("413603009", "autoimmune-hemolytic-anemia"),
        ("165517008", None),
    ],
)
def test_a_neighbouring_condition_is_not_the_sign(code: str, concept: str | None) -> None:
    """A large spleen is not hypersplenism, whatever its name says; a neutropenia may be another."""
    entry = read(condition(coded(SNOMED, code, "Hypersplenism"))).assertions[0]
    assert entry.concept == concept


VERIFIED = {
    "confirmed": ["yes"], "refuted": ["no"], "provisional": [None], "differential": [None],
    "unconfirmed": [None], "entered-in-error": [], "nonsense": [None],
}  # fmt: skip


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(("status", "values"), VERIFIED.items())
def test_verification_decides_what_a_condition_says(status: str, values: list[str | None]) -> None:
    """A suspicion is neither yes nor no."""
    resource = condition(coded(SNOMED, "702444009"), verificationStatus=coded(VERIFICATION, status))
    found = events(resource).assertions.get("alps", ())
    assert [one.value for one in found] == values


def test_abatement_ends_what_onset_began() -> None:
    """Yes in 2024, no in 2025."""
    resource = condition(
        coded(SNOMED, "58381000"),
        clinicalStatus=coded(CLINICAL, "resolved"),
        abatementDateTime="2025-03-01",
    )
    found = events(resource).assertions["hypersplenism"]
    assert [one.value for one in found] == ["yes", "no"]
    assert found[0].when.last < found[1].when.first


def test_onset_in_words_or_as_an_age_leaves_the_recorded_date() -> None:
    """It was there at the latest when it was written down."""
    code = coded(SNOMED, "702444009")
    for onset in ({"onsetAge": {"value": 3}}, {"onsetString": "as a toddler"}):
        resource = condition(code, recordedDate="2024-05-06", **onset)
        del resource["onsetDateTime"]
        (found,) = events(resource).assertions["alps"]
        assert found.when.first_day == found.when.last_day


def procedure(code: Resource, **fields: object) -> Resource:
    """A completed Procedure."""
    return {
        "resourceType": "Procedure",
        "id": "p",
        "status": "completed",
        "code": code,
        "subject": subject(),
        "performedDateTime": "2020-10",
        **fields,
    }


def test_a_splenectomy_leaves_no_spleen() -> None:
    """From when it was done, as exactly as that is known."""
    for code in (coded(SNOMED, "234319005"), {"text": "Splenectomy"}):
        (found,) = events(procedure(code)).assertions["asplenia"]
        assert found.value == "yes"
        assert found.when.last_day - found.when.first_day == 30


@pytest.mark.hazard("H12")
def test_a_splenectomy_not_done_says_nothing_of_the_spleen() -> None:
    """It may have been removed elsewhere."""
    assert (
        "asplenia" not in events(procedure({"text": "Splenectomy"}, status="not-done")).assertions
    )


def test_a_transfusion_is_recorded() -> None:
    """With its period."""
    resource = procedure(
        coded(SNOMED, "116863004"),
        performedPeriod={"start": "2026-11-18T10:00:00Z", "end": "2026-11-18T13:00:00Z"},
    )
    del resource["performedDateTime"]
    (found,) = events(resource).assertions["transfusion"]
    assert found.when.last - found.when.first == 3 * 3600


def answers(*items: Resource, **fields: object) -> Resource:
    """A completed QuestionnaireResponse to our questionnaire."""
    return {
        "resourceType": "QuestionnaireResponse",
        "id": "q",
        "questionnaire": f"{QUESTIONNAIRE}answers",
        "status": "completed",
        "subject": subject(),
        "authored": "2026-11-20T09:00:00+01:00",
        "item": list(items),
        **fields,
    }


def item(concept: str, *given: Resource) -> Resource:
    """An item with its answers."""
    return {"linkId": concept, "answer": list(given)}


def test_a_questionnaire_answers_signs_and_questions() -> None:
    """In items and in items of items; one without an answer says nothing."""
    coding = {"valueCoding": {"system": FERRATA, "code": "red-flag"}}
    resource = answers(
        {"linkId": "group", "item": [item("fever", {"valueBoolean": False})]},
        item("lymphoma-gate", coding),
        item("bleeding", {"valueString": "yes"}),
        item("infection"),
    )
    found = events(resource).assertions
    assert [one.value for one in found["fever"]] == ["no"]
    assert [one.value for one in found["lymphoma-gate"]] == ["red-flag"]
    assert [one.value for one in found["bleeding"]] == ["yes"]
    assert "infection" not in found
    assert found["bleeding"][0].source == "QuestionnaireResponse/q#bleeding"


@pytest.mark.hazard("H12")
def test_two_answers_to_one_question_leave_it_open() -> None:
    """And a question that is none of ours is listed."""
    resource = answers(
        item("fever", {"valueBoolean": False}, {"valueBoolean": True}),
        item("favourite-colour", {"valueString": "blue"}),
    )
    assert [one.value for one in events(resource).assertions["fever"]] == [None]
    assert [one.what for one in read(resource).unread] == ["favourite-colour"]


def test_a_questionnaire_of_somebody_else_is_out_of_scope() -> None:
    """Its linkIds mean something else."""
    foreign = answers(item("fever", {"valueBoolean": True}), questionnaire="http://a.org/q")
    assert read(foreign).ignored == {"QuestionnaireResponse": 1}


def listed(code: Resource, **fields: object) -> Resource:
    """A current List."""
    return {
        "resourceType": "List",
        "id": "l",
        "status": "current",
        "mode": "snapshot",
        "code": code,
        "subject": subject(),
        "date": "2026-11-20",
        **fields,
    }


NIL_KNOWN = coded("http://terminology.hl7.org/CodeSystem/list-empty-reason", "nilknown")
NOT_ASKED = coded("http://terminology.hl7.org/CodeSystem/list-empty-reason", "notasked")


@pytest.mark.hazard("H12")
def test_an_empty_list_reviews_only_if_nothing_is_known_of() -> None:
    """Not asked, withheld, or simply empty say nothing."""
    medications = coded(LOINC, "10160-0")
    assert "rituximab" in events(listed(medications, emptyReason=NIL_KNOWN)).reviews
    assert not events(listed(medications, emptyReason=NOT_ASKED)).reviews
    assert not events(listed(medications)).reviews
    assert not events(listed(medications, emptyReason=NIL_KNOWN, status="retired")).reviews
    assert not events(
        listed(medications, emptyReason=NIL_KNOWN, entry=[{"item": subject("M/1")}])
    ).reviews


def test_a_problem_list_reviews_what_problem_lists_hold() -> None:
    """Not the bleeding of the day."""
    found = events(listed(coded(LOINC, "11450-4"), emptyReason=NIL_KNOWN)).reviews
    assert {"alps", "hypersplenism", "asplenia"} <= found.keys()
    assert not {"bleeding", "fever", "rituximab"} & found.keys()


NOTHING: list[tuple[Resource, str]] = [
    (
        {
            "resourceType": "MedicationStatement",
            "status": "active",
            "medicationCodeableConcept": coded(ABSENT, "no-known-medications"),
            "effectiveDateTime": "2026-11-20",
        },
        "rituximab",
    ),
    (condition(coded(ABSENT, "no-known-problems")), "hypersplenism"),
    (procedure(coded(ABSENT, "no-known-procedures")), "transplanted"),
    (
        {
            "resourceType": "Immunization",
            "status": "completed",
            "vaccineCode": coded(ABSENT, "no-known-immunizations"),
            "occurrenceDateTime": "2026-11-20",
        },
        "immunized-mmr",
    ),
]


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(("resource", "concept"), NOTHING, ids=[row[1] for row in NOTHING])
def test_a_code_for_nothing_known_is_a_review_and_no_drug_problem_or_procedure(
    resource: Resource, concept: str
) -> None:
    """As the International Patient Summary writes; withdrawn, or not asked, it says nothing."""
    found = events(resource)
    assert concept in found.reviews
    assert not found.courses
    assert found.assertions.keys() <= {"birth"}
    assert not read(resource).unread
    as_text = json.dumps(resource)
    not_asked = as_text.replace("no-known-medications", "no-medication-info").replace(
        "no-known-problems", "no-problem-info"
    )
    not_asked = not_asked.replace("no-known-procedures", "no-procedure-info").replace(
        "no-known-immunizations", "no-immunization-info"
    )
    assert not events(json.loads(not_asked)).reviews
    if "status" in resource:
        assert not events({**resource, "status": "entered-in-error"}).reviews


def composition(*sections: Resource, **fields: object) -> Resource:
    """A final document."""
    return {
        "resourceType": "Composition",
        "id": "d",
        "status": "final",
        "type": coded(LOINC, "60591-5"),
        "subject": subject(),
        "date": "2026-11-20",
        "author": [{"display": "ward"}],
        "title": "Summary",
        "section": list(sections),
        **fields,
    }


@pytest.mark.hazard("H12")
def test_an_empty_section_of_a_document_reviews_what_such_sections_hold() -> None:
    """With the reason that nothing is known of, also inside another section; and only then."""
    empty = {"code": coded(LOINC, "48765-2"), "emptyReason": NIL_KNOWN}
    found = events(composition(empty)).reviews
    assert "allergy-sirolimus" in found
    assert found["allergy-sirolimus"][0].source == "Composition/d#section[0]"
    assert events(composition({"title": "History", "section": [empty]})).reviews == {
        sign: tuple(replace(one, source="Composition/d#section[0].section[0]") for one in rows)
        for sign, rows in found.items()
    }
    assert events(composition(empty, status="amended")).reviews == found
    for other in (
        composition({**empty, "emptyReason": NOT_ASKED}),
        composition({"code": coded(LOINC, "48765-2")}),
        composition({**empty, "entry": [subject("AllergyIntolerance/1")]}),
        composition(empty, status="entered-in-error"),
        composition(empty, status="preliminary"),
    ):
        assert not events(other).reviews
    assert read(composition({"title": "Text"})).ignored == {"Composition": 1}


def test_our_own_list_reviews_the_concepts_that_it_names() -> None:
    """What is not recorded of them did not happen; another list is out of scope."""
    own = {"coding": [{"system": FERRATA, "code": one} for one in ("sirolimus", "transfusion")]}
    assert events(listed(own)).reviews.keys() == {"sirolimus", "transfusion"}
    assert not events(listed(own, emptyReason=NOT_ASKED)).reviews
    assert read(listed(coded(LOINC, "18776-5"))).ignored == {"List": 1}
