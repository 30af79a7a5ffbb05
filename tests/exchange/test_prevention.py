"""Immunizations, relatives, infections, pregnancy and procedures."""

import pytest
from tests.exchange.bundles import (
    FERRATA,
    LOINC,
    SNOMED,
    Resource,
    coded,
    condition,
    events,
    observation,
    read,
    subject,
)
from tests.exchange.test_conditions import procedure

from ferrata.alps.catalogue import SIGNS
from ferrata.alps.codes import CVX, ICD_10_CM
from ferrata.guideline.errors import RecordError, Refusal

KNOWN = {one.id for one in SIGNS}
ROLE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"


def vaccine(code: Resource, **fields: object) -> Resource:
    """A dose that was given in 2025."""
    return {
        "resourceType": "Immunization",
        "id": "i",
        "status": "completed",
        "vaccineCode": code,
        "patient": subject(),
        "occurrenceDateTime": "2025-10-02",
        **fields,
    }


def said(*resources: Resource) -> dict[str, list[str | None]]:
    """What a bundle asserts, without birth and sex."""
    found = events(*resources).assertions
    assert found.keys() <= KNOWN
    return {key: [one.value for one in rows] for key, rows in found.items() if key != "birth"}


VACCINES = {
    "33": ["pneumococcal-polysaccharide"],
    "133": ["pneumococcal-conjugate"],
    "215": ["pneumococcal-conjugate"],
    "216": ["pneumococcal-conjugate"],
    "152": ["pneumococcal-conjugate"],
    "114": ["meningococcal-acwy"],
    "136": ["meningococcal-acwy"],
    "147": ["meningococcal-acwy"],
    "203": ["meningococcal-acwy"],
    "108": ["meningococcal-acwy"],
    "103": [],  # C alone
    "162": ["meningococcal-b"],
    "163": ["meningococcal-b"],
    "164": ["meningococcal-b"],
    "316": ["meningococcal-acwy", "meningococcal-b"],
    "17": ["haemophilus-b"],
    "49": ["haemophilus-b"],
    "88": ["influenza"],
    "140": ["influenza"],
    "128": [],  # the pandemic of 2009
    "03": ["mmr"],
    "94": ["mmr", "varicella"],
    "21": ["varicella"],
    "121": [],  # zoster is another vaccine
    "08": ["hepatitis-b"],
    "110": ["hepatitis-b"],
    "146": ["haemophilus-b", "hepatitis-b"],
    "52": [],  # hepatitis A
    "998": [],  # no vaccine administered
}


@pytest.mark.parametrize(("code", "groups"), VACCINES.items())
def test_a_vaccine_is_against_what_its_code_says(code: str, groups: list[str]) -> None:
    """One against several diseases says yes to each; the code decides against the name."""
    resource = vaccine(coded(CVX, code, "varicella"))
    assert said(resource) == {f"immunized-{group}": ["yes"] for group in groups}


@pytest.mark.hazard("H12")
def test_a_vaccine_that_may_be_one_of_two_leaves_both_open() -> None:
    """Pneumococcal, unspecified: conjugate or polysaccharide."""
    both = ("immunized-pneumococcal-conjugate", "immunized-pneumococcal-polysaccharide")
    assert said(vaccine(coded(CVX, "109"))) == {sign: [None] for sign in both}


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(
    ("status", "values"),
    [
        ("completed", ["yes"]),
        ("not-done", None),
        ("entered-in-error", None),
        ("odd", [None]),
        (None, [None]),
    ],
)
def test_the_status_of_a_dose(status: str | None, values: list[str | None] | None) -> None:
    """Not done here does not say that it was never done; an unknown status leaves it open."""
    resource = vaccine(coded(CVX, "33"), status=status)
    if status is None:
        del resource["status"]
    assert said(resource).get("immunized-pneumococcal-polysaccharide") == values


def test_a_vaccine_by_name_and_when_it_was_given_in_words() -> None:
    """A local code has a name; "as a baby" has no date."""
    (found,) = events(vaccine({"text": "MMR"}, occurrenceDateTime="2019-05")).assertions[
        "immunized-mmr"
    ]
    assert found.when.last_day - found.when.first_day == 30
    resource = vaccine(coded(CVX, "03"), occurrenceString="as a baby")
    del resource["occurrenceDateTime"]
    (found,) = events(resource).assertions["immunized-mmr"]
    assert found.when.last_day - found.when.first_day > 2000
    assert [one.what for one in read(resource).unread] == ["as a baby"]


@pytest.mark.hazard("H34")
def test_a_dose_of_tomorrow_is_refused_unless_it_was_withdrawn() -> None:
    """A date is wrong, so none can be trusted."""
    with pytest.raises(Refusal, match="after the record was received"):
        read(vaccine(coded(CVX, "33"), occurrenceDateTime="2026-11-22"))
    read(vaccine(coded(CVX, "33"), occurrenceDateTime="2026-11-22", status="entered-in-error"))
    with pytest.raises(RecordError, match="STU3"):
        read(vaccine(coded(CVX, "33"), notGiven=False))


def relative(*conditions: Resource, role: str = "MTH", **fields: object) -> Resource:
    """What a relative has, asked in 2024."""
    return {
        "resourceType": "FamilyMemberHistory",
        "id": "f",
        "status": "completed",
        "patient": subject(),
        "date": "2024-05-06",
        "relationship": coded(ROLE, role),
        "condition": [{"code": one} for one in conditions],
        **fields,
    }


ALPS = coded(SNOMED, "702444009")
FAMILY: list[tuple[str, Resource, dict[str, list[str | None]]]] = [
    ("by code", relative(ALPS), {"family-alps": ["yes"]}),
    ("by ICD-10-CM", relative(coded(ICD_10_CM, "D89.82")), {"family-alps": ["yes"]}),
    ("by name", relative({"text": "ALPS"}), {"family-alps": ["yes"]}),
    ("lymphoproliferation", relative(coded("http://human-phenotype-ontology.org", "HP:0002730")),
     {"family-lymphoproliferation": ["yes"]}),
    ("our own", relative(coded(FERRATA, "family-lymphoproliferation")),
     {"family-lymphoproliferation": ["yes"]}),
    ("another disease", relative(coded(SNOMED, "38341003")), {}),
    ("a large spleen alone", relative(coded(SNOMED, "16294009")), {}),
    ("no condition", relative(), {}),
    ("several", relative(coded(SNOMED, "38341003"), ALPS), {"family-alps": ["yes"]}),
    ("the husband", relative(ALPS, role="HUSB"), {}),
    ("by adoption", relative(ALPS, relationship={"text": "Adoptive mother"}), {}),
    ("withdrawn", relative(ALPS, status="entered-in-error"), {}),
    ("partial", relative(ALPS, status="partial"), {"family-alps": ["yes"]}),
    ("health unknown", relative(ALPS, status="health-unknown"), {}),
    ("odd status", relative(ALPS, status="odd"), {"family-alps": [None]}),
]  # fmt: skip


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(
    ("resource", "expected"), [row[1:] for row in FAMILY], ids=[row[0] for row in FAMILY]
)
def test_what_a_relative_has_says_what_runs_in_the_family(
    resource: Resource, expected: dict[str, list[str | None]]
) -> None:
    """Never that the patient has it, and never no."""
    assert said(resource) == expected
    assert (
        read(resource).assertions[0].relationship_text or read(resource).assertions[0].relationship
    )


def test_an_empty_family_history_reviews_it() -> None:
    """As a list, with the reason."""
    nil = coded("http://terminology.hl7.org/CodeSystem/list-empty-reason", "nilknown")
    listed = {
        "resourceType": "List", "id": "l", "status": "current", "mode": "snapshot",
        "code": coded(LOINC, "10157-6"), "subject": subject(), "date": "2026-11-20",
        "emptyReason": nil,
    }  # fmt: skip
    assert events(listed).reviews.keys() == {"family-alps", "family-lymphoproliferation"}


INFECTIONS = [
    (coded(SNOMED, "91302008"), "sepsis"),
    (coded(ICD_10_CM, "A41.9"), "sepsis"),
    (coded(SNOMED, "66071002"), "hepatitis-b"),
    (coded(ICD_10_CM, "B18.1"), "hepatitis-b"),
    (coded(ICD_10_CM, "B34.3"), "parvovirus"),
    (coded(ICD_10_CM, "B25.9"), "cytomegalovirus"),
    (coded(ICD_10_CM, "B27.00"), "epstein-barr-virus"),
    ({"text": "EBV infection"}, "epstein-barr-virus"),
    (coded(ICD_10_CM, "B27.10"), "cytomegalovirus"),  # mononucleosis by cytomegalovirus
]


@pytest.mark.parametrize(("code", "sign"), INFECTIONS)
def test_an_infection_is_of_its_kind(code: Resource, sign: str) -> None:
    """As a condition; refuted it says no."""
    assert said(condition(code)) == {sign: ["yes"]}
    refuted = coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "refuted")
    assert said(condition(code, verificationStatus=refuted)) == {sign: ["no"]}


TESTS: list[tuple[str, Resource, str, list[str | None]]] = [
    ("82810-3", coded(LOINC, "LA15173-0"), "pregnant", ["yes"]),
    ("82810-3", coded(SNOMED, "77386006"), "pregnant", ["yes"]),
    ("82810-3", coded(LOINC, "LA26683-5"), "pregnant", ["no"]),
    ("82810-3", coded(SNOMED, "60001007"), "pregnant", ["no"]),
    ("82810-3", coded(LOINC, "LA4489-6"), "pregnant", [None]),
    ("2118-8", coded(LOINC, "LA6577-6"), "pregnancy-test-negative", ["yes"]),
    ("2118-8", coded(SNOMED, "260385009"), "pregnancy-test-negative", ["yes"]),
    ("2118-8", {"text": "Negative"}, "pregnancy-test-negative", ["yes"]),
    ("2118-8", coded(LOINC, "LA6576-8"), "pregnancy-test-negative", ["no"]),
    ("2118-8", coded(LOINC, "LA9633-4"), "pregnancy-test-negative", ["no"]),
    ("2118-8", {"text": "present"}, "pregnancy-test-negative", ["no"]),
    ("2118-8", {"text": "borderline"}, "pregnancy-test-negative", [None]),
    ("1007-4", coded(SNOMED, "10828004"), "direct-antiglobulin-test", ["yes"]),
    ("1007-4", coded(SNOMED, "260385009"), "direct-antiglobulin-test", ["no"]),
    ("1006-6", coded(SNOMED, "10828004"), "direct-antiglobulin-test", ["yes"]),
    ("1006-6", coded(SNOMED, "260385009"), "direct-antiglobulin-test", []),
    ("1004-1", {"text": "neg."}, "direct-antiglobulin-test", []),
    ("5196-1", {"text": "Positive"}, "hepatitis-b", ["yes"]),
    ("5196-1", {"text": "Negative"}, "hepatitis-b", []),
    ("13952-7", {"text": "Reactive"}, "hepatitis-b", ["yes"]),
    ("13952-7", {"text": "Non-reactive"}, "hepatitis-b", []),
]


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(("code", "answer", "sign", "values"), TESTS)
def test_a_coded_result_says_yes_or_no_of_its_sign(
    code: str, answer: Resource, sign: str, values: list[str | None]
) -> None:
    """What a pregnancy test finds refutes a negative one; one antibody is not all of them."""
    resource = observation(coded(LOINC, code), valueCodeableConcept=answer)
    assert said(resource).get(sign, []) == values
    assert len(read(resource).assertions) == 1


def test_our_own_code_asks_for_the_sign_itself() -> None:
    """Yes to "negative pregnancy test" is a negative test; "positive" to it could be either."""
    own = coded(FERRATA, "pregnancy-test-negative")
    for value, expected in (("yes", "yes"), ("no", "no"), ("positive", None)):
        resource = observation(own, valueCodeableConcept=coded(FERRATA, value))
        assert said(resource)["pregnancy-test-negative"] == [expected]
    resource = observation(own, valueString="negative")
    assert said(resource)["pregnancy-test-negative"] == [None]
    yes = observation(coded(FERRATA, "contraception"), valueBoolean=True)
    assert said(yes) == {"contraception": ["yes"]}


PROCEDURES = [
    (coded(SNOMED, "116863004"), {"transfusion", "transfusion-red-cells"}),
    (coded(SNOMED, "12719002"), {"transfusion", "transfusion-platelets"}),
    (coded(SNOMED, "116859006"), {"transfusion"}),
    ({"text": "Platelet transfusion"}, {"transfusion", "transfusion-platelets"}),
    (coded(SNOMED, "21911005"), {"lymph-node-biopsy"}),
    (coded(SNOMED, "49401003"), {"bone-marrow-examination"}),
    (coded(SNOMED, "234336002"), {"transplanted"}),
    ({"text": "Lymph node biopsy"}, {"lymph-node-biopsy"}),
    (coded(SNOMED, "80146002", "Splenectomy"), set[str]()),
]


@pytest.mark.parametrize(("code", "signs"), PROCEDURES)
def test_a_procedure_says_all_that_it_brings_about(code: Resource, signs: set[str]) -> None:
    """A transfusion of red cells is also a transfusion."""
    assert said(procedure(code)) == {sign: ["yes"] for sign in signs}


def test_codes_that_add_to_each_other_agree_and_others_say_nothing() -> None:
    """A blood product of red cells; but not red cells and platelets in one bag."""

    def both(*some: str) -> Resource:
        return {"coding": [{"system": SNOMED, "code": one} for one in some]}

    assert said(procedure(both("116859006", "116863004"))).keys() == {
        "transfusion", "transfusion-red-cells",
    }  # fmt: skip
    assert said(procedure(both("12719002", "116863004"))) == {}


SHARES = [
    (coded(LOINC, "80699-2"), "dnt-cd3-tcrab"),
    ({"text": "DNT, of CD3+ cells"}, "dnt-cd3"),
    ({"text": "double-negative T cells/lymphocytes"}, "dnt-lymphocytes"),
    ({"text": "DNT"}, "dnt-unspecified"),
]


@pytest.mark.hazard("H21")
@pytest.mark.parametrize(("code", "concept"), SHARES)
def test_a_share_of_double_negative_cells_keeps_its_denominator(
    code: Resource, concept: str
) -> None:
    """Of CD3+ TCRab+ cells, of CD3+ cells, of lymphocytes, or nobody knows of what."""
    quantity = {"value": 3.1, "unit": "%"}
    record = read(observation(code, valueQuantity=quantity))
    assert [one.concept for one in record.observations] == [concept]
    assert not record.unread
