"""Observations: numbers, words, panels, signs, and percentages that are no counts."""

from decimal import Decimal

import pytest
from tests.exchange.bundles import (
    FERRATA,
    LOINC,
    SNOMED,
    Resource,
    coded,
    events,
    observation,
    platelets,
    read,
)

from ferrata.exchange.fhir.observation import NOT_A_TROUGH, PERCENT
from ferrata.guideline.values import Reason

UCUM = "http://unitsofmeasure.org"


def count(*resources: Resource) -> list[tuple[Decimal | None, Decimal | None, Reason | None]]:
    """The platelet counts of these resources."""
    found = events(*resources).observations.get("platelets", ())
    return [(one.low, one.high, one.unusable) for one in found]


def test_a_quantity_is_read_as_written() -> None:
    """Digits, unit, code, date and comment stay; the event is in the analyte's unit."""
    quantity = {
        "value": 38.50,
        "comparator": "<",
        "unit": "K/uL",
        "system": UCUM,
        "code": "10*3/uL",
    }
    resource = platelets(note=[{"text": "EDTA"}, {"text": "repeat"}], valueQuantity=quantity)
    (entry,) = read(resource).observations
    assert entry.reference == "Observation/o"
    assert (entry.value, entry.comparator, entry.unit, entry.unit_code) == (
        "38.5", "<", "K/uL", "10*3/uL",
    )  # fmt: skip
    assert (entry.date, entry.note) == ("2026-11-19T08:10:00+01:00", "EDTA\nrepeat")
    assert (entry.codings[0].system, entry.codings[0].code) == (LOINC, "777-3")
    assert count(resource) == [(Decimal(0), Decimal("38499.99999999"), None)]


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"valueString": "38 10*9/L"}, (Decimal(38_000), Decimal(38_000), None)),
        ({"valueString": "<5 x10^9/L"}, (Decimal(0), Decimal("4999.99999999"), None)),
        ({"valueString": "<5"}, (None, None, Reason.WRONG_UNIT)),
        ({"valueInteger": 38}, (None, None, Reason.WRONG_UNIT)),
        ({"valueString": "clumped"}, (None, None, Reason.UNREADABLE)),
        ({"valueString": "38,5 10*9/L"}, (None, None, Reason.UNREADABLE)),
        ({"valueCodeableConcept": {"text": "low"}}, (None, None, Reason.UNREADABLE)),
        ({"valueRange": {"low": {"value": 3}}}, (None, None, Reason.WRONG_UNIT)),
        ({"valueQuantity": {"unit": "10*9/L"}}, (None, None, Reason.UNREADABLE)),
        ({"dataAbsentReason": {"text": "lost"}}, (None, None, Reason.UNREADABLE)),
        ({}, (None, None, Reason.UNREADABLE)),
        ({"valueQuantity": {"value": 38}}, (None, None, Reason.WRONG_UNIT)),
        ({"valueQuantity": {"value": 38, "unit": "%"}}, (None, None, Reason.WRONG_UNIT)),
    ],
)
def test_a_value_is_read_or_says_why_not(
    value: Resource, expected: tuple[Decimal | None, Decimal | None, Reason | None]
) -> None:
    """Nothing that was recorded disappears."""
    assert count(observation(coded(LOINC, "777-3"), **value)) == [expected]


@pytest.mark.parametrize(
    ("time", "written"),
    [
        ({"effectiveDateTime": "2026-11"}, "2026-11"),
        ({"effectiveInstant": "2026-11-19T08:00:00Z"}, "2026-11-19T08:00:00Z"),
        (
            {"effectivePeriod": {"start": "2026-11-18", "end": "2026-11-19"}},
            "2026-11-18/2026-11-19",
        ),
        ({"effectivePeriod": {"start": "2026-11-18"}}, "2026-11-18/"),
        ({"issued": "2026-11-19T09:00:00Z"}, "2026-11-19T09:00:00Z"),
        ({}, None),
    ],
)
def test_every_kind_of_time_is_kept_as_written(time: Resource, written: str | None) -> None:
    """When it was measured; when it was issued if nothing else is said."""
    resource = {**platelets(), **time}
    if "effectiveDateTime" not in time:
        del resource["effectiveDateTime"]
    assert read(resource).observations[0].date == written


def test_a_date_that_no_calendar_has_is_named() -> None:
    """The value counts as undated."""
    record = read(platelets(effectiveDateTime="2026-02-30"))
    assert [(one.where, one.what) for one in record.unread] == [("Observation/o", "2026-02-30")]
    assert record.observations


CODES = {
    "718-7": "hemoglobin", "59260-0": "hemoglobin", "751-8": "neutrophils",
    "26499-4": "neutrophils", "777-3": "platelets", "26515-7": "platelets",
    "115766-8": "sirolimus-trough", "29463-7": "weight", "8302-2": "height",
    "8310-5": "temperature",
}  # fmt: skip


@pytest.mark.hazard("H21")
@pytest.mark.parametrize(("code", "concept"), CODES.items())
def test_a_code_means_one_analyte(code: str, concept: str) -> None:
    """Whatever is displayed beside it, and however its system is spelled."""
    for system in (LOINC, "urn:oid:2.16.840.1.113883.6.1"):
        (entry,) = read(observation(coded(system, code, "Glucose"))).observations
        assert entry.concept == concept


@pytest.mark.hazard("H21")
def test_a_code_of_something_else_is_believed_against_its_name() -> None:
    """Glycated hemoglobin that somebody labels "Hemoglobin" is not hemoglobin."""
    record = read(observation(coded(LOINC, "4549-2", "Hemoglobin", "Hemoglobin")))
    assert record.observations[0].concept is None
    assert not record.unread


@pytest.mark.parametrize("name", ["Platelets", "PLT", "platelet  count", "Thrombozyten"])
def test_a_name_in_full_is_understood_without_a_standard_code(name: str) -> None:
    """As text, as the display of a local code, or as the local code itself."""
    codes: list[Resource] = [
        {"text": name},
        coded("urn:oid:2.999.1", "17", name),
        coded("urn:oid:2.999.1", name),
    ]
    for code in codes:
        assert read(observation(code)).observations[0].concept == "platelets"


@pytest.mark.hazard("H21")
@pytest.mark.parametrize("name", ["Platelets, giant", "mean platelet volume", "X9", "hemoglobin F"])
def test_a_name_that_is_not_known_is_listed_not_guessed(name: str) -> None:
    """The entry is kept without a concept."""
    record = read(observation({"text": name}))
    assert [one.concept for one in record.observations] == [None]
    assert [(one.where, one.what) for one in record.unread] == [("Observation/o", name)]


@pytest.mark.hazard("H21")
@pytest.mark.parametrize("unit", ["%", "10*3/uL", ""])
def test_percent_neutrophils_are_never_a_count(unit: str) -> None:
    """Not even beside leukocytes of the same time, and whatever unit is written."""
    leukocytes = observation(
        coded(LOINC, "6690-2"), id="w", valueQuantity={"value": 2.0, "unit": "10*9/L"}
    )
    percent = observation(coded(LOINC, "770-8"), valueQuantity={"value": 14, "unit": unit})
    record = read(leukocytes, percent)
    assert ("Observation/o", PERCENT) in [(one.where, one.why) for one in record.unread]
    (found,) = events(leukocytes, percent).observations["neutrophils"]
    assert found.unusable is Reason.WRONG_UNIT


@pytest.mark.hazard("H21")
def test_neutrophils_by_name_in_percent_are_no_count_either() -> None:
    """The unit tells."""
    by_name = observation({"text": "Neutrophils"}, valueQuantity={"value": 14, "unit": "%"})
    in_words = observation({"text": "Neutrophils"}, id="p", valueString="14 %")
    record = read(by_name, in_words)
    assert [one.why for one in record.unread] == [PERCENT, PERCENT]
    found = events(by_name, in_words).observations["neutrophils"]
    assert {one.unusable for one in found} == {Reason.WRONG_UNIT}


@pytest.mark.hazard("H16")
def test_a_sirolimus_level_is_a_trough_only_if_it_says_so() -> None:
    """LOINC 29247-4 is a level at any time."""
    value = {"value": 8.5, "unit": "ng/mL"}
    untimed = observation(coded(LOINC, "29247-4"), valueQuantity=value)
    assert [one.why for one in read(untimed).unread] == [NOT_A_TROUGH]
    assert events(untimed).observations["sirolimus-trough"][0].unusable is Reason.UNREADABLE
    said = observation(coded(LOINC, "29247-4", text="Sirolimus trough"), valueQuantity=value)
    assert events(said).observations["sirolimus-trough"][0].low == Decimal("8.5")


def test_a_panel_gives_its_components() -> None:
    """Each has the time and the status of the panel; the panel itself is no result."""
    component = {"code": coded(LOINC, "777-3"), "valueQuantity": {"value": 38, "unit": "10*9/L"}}
    panel = observation(coded(LOINC, "58410-2"), component=[component], status="preliminary")
    (entry,) = read(panel).observations
    assert (entry.reference, entry.status) == ("Observation/o#component[0]", "preliminary")
    assert entry.date == "2026-11-19T08:10:00+01:00"
    assert count(panel) == [(Decimal(38_000), Decimal(38_000), None)]


def test_members_are_read_where_they_stand() -> None:
    """In the bundle, or contained in a panel or a report."""
    panel = observation(coded(LOINC, "58410-2"), id="panel", hasMember=[{"reference": "#o"}])
    assert not read(panel).observations
    assert len(count(panel, platelets())) == 1
    assert len(count({**panel, "contained": [platelets()]})) == 1
    assert len(count({"resourceType": "DiagnosticReport", "contained": [platelets()]})) == 1


ANSWERS: list[tuple[Resource, str | None]] = [
    ({"valueBoolean": True}, "yes"),
    ({"valueBoolean": False}, "no"),
    ({"valueString": "Yes"}, "yes"),
    ({"valueString": "no"}, "no"),
    ({"valueString": "rather not"}, None),
    ({"valueCodeableConcept": coded(FERRATA, "yes")}, "yes"),
    ({"valueCodeableConcept": coded(FERRATA, "no")}, "no"),
    ({"valueCodeableConcept": coded(FERRATA, "perhaps")}, None),
    ({"valueCodeableConcept": coded(SNOMED, "373066001")}, "yes"),
    ({"valueCodeableConcept": coded(SNOMED, "2667000")}, "no"),
    ({"valueCodeableConcept": coded(SNOMED, "261665006", "Unknown", "no")}, None),
    ({"valueCodeableConcept": {"coding": [
        {"system": FERRATA, "code": "yes"}, {"system": FERRATA, "code": "no"},
    ]}}, None),
    ({"valueInteger": 1}, None),
    ({}, None),
]  # fmt: skip


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(("value", "answer"), ANSWERS)
def test_a_sign_is_said_to_be_present_or_absent_or_neither(
    value: Resource, answer: str | None
) -> None:
    """Silence and vague words are no denial."""
    found = events(observation(coded(FERRATA, "bleeding"), **value)).assertions["bleeding"]
    assert [one.value for one in found] == [answer]


def test_a_question_takes_its_own_options_only() -> None:
    """Yes is no state of the lymphoma gate; a stage is what the guideline says."""
    for code, answer in {"assessed-clear": "assessed-clear", "yes": None, "clear": None}.items():
        resource = observation(
            coded(FERRATA, "lymphoma-gate"), valueCodeableConcept=coded(FERRATA, code)
        )
        found = events(resource).assertions["lymphoma-gate"]
        assert [one.value for one in found] == [answer]
    stage = observation(coded(FERRATA, "stage"), valueCodeableConcept=coded(FERRATA, "sirolimus"))
    assert [one.value for one in events(stage).assertions["stage"]] == ["sirolimus"]
