"""Drugs: which one is meant, and when it was taken."""

import pytest
from tests.exchange.bundles import (
    ATC,
    FERRATA,
    PATIENT,
    RXNORM,
    SNOMED,
    Resource,
    by_code,
    by_text,
    coded,
    events,
    read,
    request,
    subject,
)

from ferrata.guideline.events import DAY


def drug(medication: Resource) -> str | None:
    """Our concept; "other" for a known other drug; None if nobody can tell."""
    (entry,) = read(request(medication)).courses
    assert not (entry.concept and entry.other)
    return "other" if entry.other else entry.concept


OURS = [
    (RXNORM, "8640", None, "prednisone"),
    (ATC, "H02AB07", None, "prednisone"),
    (ATC, "H02AB06", None, "prednisone"),  # prednisolone
    (RXNORM, "6902", None, "methylprednisolone"),
    (RXNORM, "68149", None, "mycophenolate"),
    (RXNORM, "7145", None, "mycophenolate"),
    (ATC, "L04AA06", None, "mycophenolate"),
    (RXNORM, "35302", None, "sirolimus"),
    (ATC, "L04AH01", None, "sirolimus"),
    (ATC, "L04AA10", None, "sirolimus"),  # until 2023
    (ATC, "L01FA01", None, "rituximab"),
    (ATC, "L01XC02", None, "rituximab"),  # until 2021
    ("urn:oid:2.16.840.1.113883.6.73", "L01FA01", None, "rituximab"),
    (ATC, "J06BA02", None, "immunoglobulin"),
    (RXNORM, "68442", None, "filgrastim"),
    (ATC, "J06BB01", None, "anti-d"),
    (FERRATA, "sirolimus", None, "sirolimus"),
    # Products: RxNorm and SNOMED CT spell the ingredient out.
    (RXNORM, "312615", "predniSONE 20 MG Oral Tablet", "prednisone"),
    (RXNORM, "1", "sirolimus 1 MG Oral Tablet [Rapamune]", "sirolimus"),
    (RXNORM, "1", "mycophenolate mofetil 200 MG/ML Oral Suspension", "mycophenolate"),
    (RXNORM, "1", "1 ML filgrastim 0.3 MG/ML Prefilled Syringe [Neupogen]", "filgrastim"),
    (RXNORM, "1", "50 ML rituximab 10 MG/ML Injection", "rituximab"),
    (RXNORM, "1", "Rapamune", "sirolimus"),
    (SNOMED, "1", "Product containing sirolimus (medicinal product)", "sirolimus"),
    (SNOMED, "1", "Product containing precisely sirolimus 1 milligram/1 each", "sirolimus"),
    (SNOMED, "1", "Prednisone (substance)", "prednisone"),
]


@pytest.mark.hazard("H21")
@pytest.mark.parametrize(("system", "code", "display", "concept"), OURS)
def test_a_code_of_ours_is_recognised(
    system: str, code: str, display: str | None, concept: str
) -> None:
    """Ingredients by code, old and new; products by the name that their system builds."""
    assert drug(by_code(system, code, display)) == concept


@pytest.mark.parametrize("name", ["Sirolimus", "RAPAMUNE", "rapamycin", "sirolimus 1 mg tablet"])
def test_a_name_is_recognised_in_full(name: str) -> None:
    """Free text without any code."""
    assert drug(by_text(name)) == "sirolimus"


OTHERS = [
    (RXNORM, "314076", "lisinopril 10 MG Oral Tablet"),
    (RXNORM, "18631", "azithromycin"),
    (ATC, "C09AA03", None),
    (ATC, "S01XA23", None),  # sirolimus for the eye
    (SNOMED, "1", "Product containing lisinopril (medicinal product)"),
    ("urn:oid:2.999.1", "7", "Paracetamol"),
]


@pytest.mark.hazard("H17")
@pytest.mark.parametrize(("system", "code", "display"), OTHERS)
def test_a_drug_that_is_known_and_not_ours_is_another_drug(
    system: str, code: str, display: str | None
) -> None:
    """It is kept with its code and is no course of any of ours."""
    resource = request(by_code(system, code, display))
    (entry,) = read(resource).courses
    assert (entry.concept, entry.other, entry.codings[0].code) == (None, True, code)
    assert not events(resource).courses
    assert not read(resource).unread


UNKNOWN: dict[str, Resource] = {
    "nothing": {},
    "empty": {"medicationCodeableConcept": {}},
    "a local code": by_code("urn:oid:2.999.1", "MED-7", "house premix"),
    "a name nobody knows": by_text("Hausmischung 3"),
    "RxNorm without a name": by_code(RXNORM, "312615"),
    "an ATC group": by_code(ATC, "H02AB"),
    "an ATC code against its name": by_code(ATC, "C09AA03", "sirolimus"),
    "a name of ours among others": by_text("sirolimus or placebo, study drug"),
    "a product with a name of ours in it": by_code(RXNORM, "1", "kit with rituximab and saline"),
    "two of ours for one drug": {
        "medicationCodeableConcept": {
            "coding": [{"system": RXNORM, "code": "8640"}, {"system": RXNORM, "code": "35302"}]
        }
    },
    "a reference that leads nowhere": {"medicationReference": {"reference": "Medication/9"}},
}


@pytest.mark.hazard("H17")
@pytest.mark.parametrize("medication", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_a_drug_that_nobody_can_tell_is_unknown_not_none(medication: Resource) -> None:
    """It is a course of something, and it is listed."""
    assert drug(medication) is None
    (found,) = events(request(medication)).courses
    assert found.treatment is None
    assert [one.where for one in read(request(medication)).unread] == ["MedicationRequest/m"]


RITUXIMAB: Resource = {"resourceType": "Medication", "id": "r", "code": coded(ATC, "L01FA01")}


@pytest.mark.parametrize(
    ("reference", "full_url"),
    [
        ("Medication/r", None),
        ("Medication/r/_history/2", None),
        ("urn:uuid:5", "urn:uuid:5"),
        ("https://a.org/fhir/Medication/r", "https://a.org/fhir/Medication/r"),
        ("https://a.org/fhir/Medication/r", None),
        ("Medication/r", "https://a.org/fhir/Medication/r"),
    ],
)
def test_a_reference_is_followed_in_the_bundle(reference: str, full_url: str | None) -> None:
    """By type and id, by URN, by address."""
    order = request({"medicationReference": {"reference": reference}})
    kept: Resource = {"resource": RITUXIMAB, **({"fullUrl": full_url} if full_url else {})}
    entries: list[Resource] = [{"resource": order}, kept, {"resource": PATIENT}]
    assert [one.concept for one in read(entry=entries).courses] == ["rituximab"]


def test_another_servers_medication_is_not_ours() -> None:
    """The same id elsewhere is another thing."""
    order = request({"medicationReference": {"reference": "https://b.org/fhir/Medication/r"}})
    kept: Resource = {"resource": RITUXIMAB, "fullUrl": "https://a.org/fhir/Medication/r"}
    entries: list[Resource] = [{"resource": order}, kept, {"resource": PATIENT}]
    assert [one.concept for one in read(entry=entries).courses] == [None]


def contained(medication: Resource) -> Resource:
    """A drug that is contained in the resource that names it."""
    inside = {"resourceType": "Medication", "id": "in", **medication}
    return {"contained": [inside], "medicationReference": {"reference": "#in"}}


def ingredients(*parts: Resource) -> Resource:
    """A contained product by its ingredients."""
    return contained({"code": {"text": "premix"}, "ingredient": list(parts)})


def test_a_product_is_told_by_its_ingredients() -> None:
    """A course for each that is ours; a premix with something unknown in it stays unknown."""
    ours: Resource = {"itemCodeableConcept": coded(RXNORM, "6902")}
    second: Resource = {"itemCodeableConcept": {"text": "rituximab"}}
    saline: Resource = {"itemCodeableConcept": {"text": "paracetamol"}}
    unknown: Resource = {"itemCodeableConcept": {"text": "powder"}}
    assert drug(contained({"code": coded(RXNORM, "35302")})) == "sirolimus"
    assert drug(ingredients(ours, saline)) == "methylprednisolone"
    assert drug(ingredients(saline)) == "other"
    assert drug(ingredients(ours, unknown)) is None
    both = read(request(ingredients(ours, second))).courses
    assert [one.concept for one in both] == ["methylprednisolone", "rituximab"]


def test_an_ingredient_is_followed_among_what_is_contained() -> None:
    """A contained product refers to a contained substance."""
    product: Resource = {
        "resourceType": "Medication",
        "id": "in",
        "ingredient": [{"itemReference": {"reference": "#s"}}],
    }
    substance: Resource = {"resourceType": "Substance", "id": "s", "code": coded(RXNORM, "35302")}
    both: Resource = {
        "contained": [product, substance],
        "medicationReference": {"reference": "#in"},
    }
    assert drug(both) == "sirolimus"


def test_an_order_is_read_with_its_times_and_words() -> None:
    """Bounds of the timing first, then the validity of the dispense; the dosage stays words."""
    bounds = {"repeat": {"boundsPeriod": {"start": "2026-10-02", "end": "2027-01-01"}}}
    supply = {"validityPeriod": {"start": "2026-10-03", "end": "2026-12-01"}}
    dosage = [{"text": "1 mg daily", "timing": bounds}]
    (both,) = read(
        request(by_text("sirolimus"), dosageInstruction=dosage, dispenseRequest=supply)
    ).courses
    assert (both.date, both.start, both.end) == ("2026-10-01", "2026-10-02", "2027-01-01")
    assert both.dosage == "1 mg daily"
    (only,) = read(request(by_text("sirolimus"), dispenseRequest=supply)).courses
    assert (only.start, only.end) == ("2026-10-03", "2026-12-01")


def test_a_statement_and_an_administration_are_read() -> None:
    """With a moment or a period."""
    statement: Resource = {
        "resourceType": "MedicationStatement",
        "id": "s",
        "status": "active",
        "subject": subject(),
        **by_text("sirolimus"),
        "effectivePeriod": {"start": "2026-03"},
        "dosage": [{"text": "as told"}],
    }
    given: Resource = {
        "resourceType": "MedicationAdministration",
        "id": "a",
        "status": "completed",
        "subject": subject(),
        **by_text("rituximab"),
        "effectiveDateTime": "2026-05-04T10:00:00Z",
        "dosage": {"text": "over 4 h"},
    }
    stated, administered = read(statement, given).courses
    assert (stated.start, stated.end, stated.dosage) == ("2026-03", None, "as told")
    assert (administered.start, administered.dosage) == ("2026-05-04T10:00:00Z", "over 4 h")
    rituximab, sirolimus = sorted(
        events(statement, given).courses, key=lambda one: str(one.treatment)
    )
    assert sirolimus.end is None
    assert rituximab.end is not None
    assert rituximab.end.last // DAY == rituximab.start.first // DAY


def test_an_order_not_to_give_a_drug_is_no_course() -> None:
    """It is listed instead."""
    record = read(request(by_text("sirolimus"), doNotPerform=True))
    assert not record.courses
    assert "forbids" in record.unread[0].why


def test_a_dispense_of_nothing_that_can_be_told_is_listed() -> None:
    """It is a course of something."""
    record = read({"resourceType": "MedicationDispense", "id": "d", "status": "completed"})
    assert [one.where for one in record.unread] == ["MedicationDispense/d"]
