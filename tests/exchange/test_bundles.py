"""What a bundle has to be, and which bundles nobody may answer from."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.exchange.bundles import (
    LOINC,
    PATIENT,
    RECEIVED,
    SNOMED,
    Resource,
    bundle,
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

from ferrata.exchange.fhir import read_fhir
from ferrata.guideline.errors import RecordError, Refusal

NOT_READ: dict[str, tuple[bytes, str]] = {
    "no FHIR": (b'{"a": 1}', "no resourceType"),
    "a Ferrata record": (b'{"schema_version": "1.0"}', "a Ferrata record"),
    "a single resource": (json.dumps(platelets()).encode(), "a FHIR Observation, not a Bundle"),
    "no patient": (bundle(platelets(), patient=None), "has no Patient"),
    "history": (bundle(type="history"), "type 'history'"),
    "a response": (bundle(type="transaction-response"), "type 'transaction-response'"),
    "no type": (bundle(type=None), "type None"),
    "a type that is a list": (bundle(type=["collection"]), "type ['collection']"),
    "entry no list": (bundle(entry={"a": 1}), "entry is not a list"),
    "too many": (
        b'{"resourceType": "Bundle", "type": "collection", "entry": [' + b"{}," * 50_000 + b"{}]}",
        "50,001 entries",
    ),
    "no JSON": (b"<Bundle/>", "not JSON"),
    "birth as a number": (
        bundle(patient={"resourceType": "Patient", "id": "1", "birthDate": 2018}),
        "birthDate is a number",
    ),
}


@pytest.mark.parametrize(("content", "part"), NOT_READ.values(), ids=NOT_READ.keys())
def test_what_is_no_record_of_one_patient_is_an_error(content: bytes, part: str) -> None:
    """It says what it is instead, and what to do."""
    with pytest.raises(RecordError) as caught:
        read_fhir(content, received=RECEIVED)
    assert part in str(caught.value)
    assert "\n  do:  " in str(caught.value)


VERSIONS: dict[str, tuple[Resource, str]] = {
    "MedicationOrder": ({"resourceType": "MedicationOrder"}, "DSTU2"),
    "DiagnosticOrder": ({"resourceType": "DiagnosticOrder"}, "DSTU2"),
    "Observation.comments": (platelets(comments="clumped"), "DSTU2"),
    "Observation.comment": (platelets(comment="clumped"), "STU3"),
    "Observation.related": (platelets(related=[]), "DSTU2 or STU3"),
    "Observation.context": (platelets(context=subject("Encounter/1")), "STU3"),
    "Condition.clinicalStatus as a code": (
        condition(coded(SNOMED, "58381000"), clinicalStatus="active"),
        "DSTU2 or STU3",
    ),
    "Condition.verificationStatus as a code": (
        condition(coded(SNOMED, "58381000"), verificationStatus="confirmed"),
        "DSTU2 or STU3",
    ),
    "Condition.dateRecorded": (condition(coded(SNOMED, "1"), dateRecorded="2020"), "DSTU2"),
    "Condition.assertedDate": (condition(coded(SNOMED, "1"), assertedDate="2020"), "STU3"),
    "MedicationRequest.context": (
        request(by_text("x"), context=subject("Encounter/1")), "STU3",
    ),
    "MedicationStatement.taken": ({"resourceType": "MedicationStatement", "taken": "y"}, "STU3"),
    "MedicationStatement.wasNotTaken": (
        {"resourceType": "MedicationStatement", "wasNotTaken": False}, "DSTU2",
    ),
    "Procedure.notDone": ({"resourceType": "Procedure", "notDone": False}, "STU3"),
    "profile STU3": (
        platelets(meta={"profile": ["http://hl7.org/fhir/STU3/StructureDefinition/x"]}), "STU3",
    ),
    "profile DSTU2": (
        platelets(meta={"profile": ["http://hl7.org/fhir/DSTU2/observation.html"]}), "DSTU2",
    ),
    "MedicationRequest.requester.agent": (
        request(by_text("x"), requester={"agent": subject("Practitioner/1")}), "STU3",
    ),
    "a dose beside doseAndRate": (
        request(by_text("x"), dosageInstruction=[{"doseQuantity": {"value": 5}}]),
        "DSTU2 or STU3",
    ),
    "MedicationDispense.notDone": (
        {"resourceType": "MedicationDispense", "notDone": False}, "STU3",
    ),
    "Medication.isBrand": ({"resourceType": "Medication", "isBrand": True}, "DSTU2 or STU3"),
    "Immunization.date": ({"resourceType": "Immunization", "date": "2020"}, "DSTU2 or STU3"),
    "DiagnosticReport.codedDiagnosis": (
        {"resourceType": "DiagnosticReport", "codedDiagnosis": []}, "DSTU2 or STU3",
    ),
    "DiagnosticReport.context": (
        {"resourceType": "DiagnosticReport", "context": subject("Encounter/1")}, "STU3",
    ),
    "Encounter.reason": ({"resourceType": "Encounter", "reason": []}, "DSTU2 or STU3"),
    "Condition.abatementBoolean": (
        condition(coded(SNOMED, "1"), abatementBoolean=True), "DSTU2 or STU3",
    ),
    "R5": (request({"medication": {"concept": {"text": "x"}}}), "R5"),
}  # fmt: skip


@pytest.mark.parametrize(("resource", "version"), VERSIONS.values(), ids=VERSIONS.keys())
def test_another_version_of_fhir_is_recognised_by_its_shapes(
    resource: Resource, version: str
) -> None:
    """Read as R4, a part of it would be lost; the message names the version and the sign."""
    with pytest.raises(RecordError, match=f"FHIR {version}") as caught:
        read(resource)
    assert "export FHIR R4" in str(caught.value)


def test_another_version_is_recognised_in_patient_and_bundle() -> None:
    """An animal, or the version in so many words."""
    with pytest.raises(RecordError, match=r"Patient\.animal"):
        read(patient={**PATIENT, "animal": {}})
    with pytest.raises(RecordError, match=r"FHIR DSTU2 \(1\.0\)[\s\S]*family as a list"):
        read(patient={**PATIENT, "animal": {}, "name": [{"family": ["Example"]}]})
    for version, name in {"1.0.2": "DSTU2", "3.0.1": "STU3", "5.0.0": "R5"}.items():
        with pytest.raises(RecordError, match=name):
            read(fhirVersion=version)
    assert read(fhirVersion="4.0.1")


ANOTHER: dict[str, Resource] = {
    "another id": platelets(subject=subject("Patient/2")),
    "another server": platelets(subject=subject("https://b.org/fhir/Patient/1")),
    "a group": platelets(subject=subject("Group/1")),
    "a contained patient": platelets(
        subject=subject("#p"), contained=[{"resourceType": "Patient", "id": "p"}]
    ),
    "another uuid": platelets(subject=subject("urn:uuid:2")),
    "another identifier": platelets(subject={"identifier": {"system": "urn:mrn", "value": "8"}}),
    "a search for another": platelets(subject=subject("Patient?identifier=urn:mrn|8")),
    "out of scope": {"resourceType": "Claim", "patient": subject("Patient/2")},
    "a contained result": {
        "resourceType": "DiagnosticReport",
        "subject": subject(),
        "contained": [platelets(subject=subject("Patient/2"))],
    },
}


def entries(*resources: Resource, url: str) -> list[Resource]:
    """A patient with a full URL and an identifier, and resources."""
    patient = {**PATIENT, "identifier": [{"system": "urn:mrn", "value": "7"}]}
    return [{"fullUrl": url, "resource": patient}, *({"resource": one} for one in resources)]


@pytest.mark.hazard("H13")
@pytest.mark.parametrize("resource", ANOTHER.values(), ids=ANOTHER.keys())
def test_a_bundle_about_somebody_else_as_well_is_refused(resource: Resource) -> None:
    """Advice from two people's records is advice for neither."""
    with pytest.raises(Refusal, match="is about"):
        read(entry=entries(resource, url="https://a.org/fhir/Patient/1"))


@pytest.mark.hazard("H13")
@pytest.mark.parametrize(
    "about",
    [
        subject("Patient/1"),
        subject("Patient/1/_history/3"),
        subject("https://a.org/fhir/Patient/1"),
        subject("Patient?identifier=urn:mrn|7"),
        {"identifier": {"system": "urn:mrn", "value": "7"}},
        {"display": "the patient"},
    ],
)
def test_every_way_to_name_the_patient_is_understood(about: Resource) -> None:
    """Relative, absolute, with a version, by search, by identifier."""
    content = entries(platelets(subject=about), url="https://a.org/fhir/Patient/1")
    assert "platelets" in events(entry=content).observations


@pytest.mark.hazard("H13")
def test_a_subject_that_cannot_be_told_is_not_read() -> None:
    """An identifier of a kind that the patient does not have."""
    about = {"identifier": {"system": "urn:other", "value": "7"}}
    content = entries(platelets(subject=about), url="https://a.org/fhir/Patient/1")
    record = read(entry=content)
    assert not record.observations
    assert "identifier" in record.unread[0].why


@pytest.mark.hazard("H13")
def test_two_patients_are_refused_and_the_same_one_twice_is_not() -> None:
    """A search may return the patient with each page."""
    with pytest.raises(Refusal, match="Patient/1 and Patient/2"):
        read({"resourceType": "Patient", "id": "2"})
    assert read(PATIENT).patient.id == "1"


@pytest.mark.hazard("H13")
def test_a_result_about_something_else_than_the_subject_is_not_read() -> None:
    """The mother's or a fetus's result has a focus."""
    record = read(platelets(focus=[subject("RelatedPerson/1")]))
    assert not record.observations
    assert "focus" in record.unread[0].why


@pytest.mark.parametrize("kind", ["collection", "searchset", "document", "transaction", "batch"])
def test_every_type_of_bundle_with_resources_is_read(kind: str) -> None:
    """They differ in what a server does with them, not in what they say."""
    assert "platelets" in events(platelets(), type=kind).observations


def test_a_page_of_a_search_says_that_more_is_missing() -> None:
    """What stands on the next page was not read."""
    record = read(type="searchset", link=[{"relation": "next", "url": "x"}])
    assert "other pages" in record.unread[0].why


BROKEN: dict[str, object] = {
    "an entry that is a string": "x",
    "an entry without resource": {"fullUrl": "urn:uuid:3"},
    "a resource that is a list": {"resource": []},
    "no resourceType": {"resource": {"id": "1"}},
    "a value that is a string": {"resource": platelets(valueQuantity="38")},
    "a number that is a string": {"resource": platelets("38")},
    "a number that is true": {"resource": platelets(value=True)},
    "a code that is a string": {"resource": observation({"coding": "777-3"})},
    "a coding that is a string": {"resource": observation({"coding": ["777-3"]})},
    "a date that is a number": {"resource": platelets(effectiveDateTime=20261119)},
    "a subject that holds a list": {"resource": platelets(subject={"reference": ["Patient/1"]})},
    "a drug that is a string": {"resource": request({"medicationCodeableConcept": "sirolimus"})},
    "components that are an object": {"resource": platelets(component={})},
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_one_bad_entry_never_hides_the_others(broken: object) -> None:
    """It is listed with the reason; the rest is read."""
    good = platelets(id="good")
    record = read(entry=[{"resource": PATIENT}, broken, {"resource": good}])
    assert [one.reference for one in record.observations] == ["Observation/good"]
    assert len(record.unread) == 1
    assert record.unread[0].why


def test_what_is_out_of_scope_is_counted() -> None:
    """By type, not listed."""
    record = read(
        {"resourceType": "Encounter"}, {"resourceType": "Encounter"}, {"resourceType": "X"}
    )
    assert record.ignored == {"Encounter": 2, "X": 1}
    assert not record.unread


@pytest.mark.hazard("H34")
def test_a_result_of_tomorrow_is_refused_and_named() -> None:
    """A clock is wrong."""
    with pytest.raises(Refusal, match=r"Observation/late[\s\S]*2026-11-21"):
        read(platelets(id="late", effectiveDateTime="2026-11-21"))
    with pytest.raises(Refusal, match="Condition/c"):
        read(condition(coded(SNOMED, "1"), onsetDateTime="2027"))
    with pytest.raises(Refusal, match="MedicationRequest/m"):
        read(request(by_text("sirolimus"), authoredOn="2026-11-25"))


@pytest.mark.hazard("H09")
def test_a_patient_who_is_not_born_yet_is_refused() -> None:
    """Age decides doses."""
    with pytest.raises(Refusal, match="Patient/1"):
        read(patient={**PATIENT, "birthDate": "2026-11-21"})


def test_a_bundle_is_read_from_a_file(tmp_path: Path) -> None:
    """Errors name the file."""
    path = tmp_path / "child.json"
    path.write_bytes(bundle(platelets()))
    assert read_fhir(path, received=date(2026, 11, 20)).observations
    path.write_bytes(b"{")
    with pytest.raises(RecordError, match=r"child\.json, line 1"):
        read_fhir(path, received=RECEIVED)


def test_the_patient_is_what_the_patient_says() -> None:
    """Identity, name, sex and date of birth as written."""
    names: list[Resource] = [{"family": "Example", "given": ["Ada", "B."]}, {"text": "Other"}]
    found = read(patient={**PATIENT, "name": names, "gender": "female"}).patient
    assert (found.id, found.label, found.sex, found.birth_date) == (
        "1", "Ada B. Example", "female", "2018-02-03",
    )  # fmt: skip


@pytest.mark.hazard("H14")
def test_a_resource_that_comes_twice_counts_once() -> None:
    """And a different version of it counts as well: the conflict shows."""
    assert len(read(platelets(), platelets()).observations) == 1
    assert len(read(platelets(), platelets(39)).observations) == 2


def test_references_without_ids_name_the_place() -> None:
    """A message has to lead to the entry."""
    content: Resource = platelets()
    del content["id"]
    assert read(content).observations[0].reference == "Bundle.entry[1]"
    assert LOINC
