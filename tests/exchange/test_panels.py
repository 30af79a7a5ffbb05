"""Panels, reports and values of every kind: nothing that was recorded is lost in silence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.exchange.bundles import (
    LOINC,
    SNOMED,
    Resource,
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

from ferrata.exchange.fhir.observation import NO_MOMENT, OTHER_KIND
from ferrata.exchange.fhir.read import CONTAINED
from ferrata.exchange.fhir.report import IN_WORDS, NOT_HERE
from ferrata.guideline.values import Reason


def report(**fields: object) -> Resource:
    """A final report of a blood count."""
    base: Resource = {"resourceType": "DiagnosticReport", "id": "r", "status": "final"}
    return {**base, "code": {"text": "Blood count"}, "subject": subject(), **fields}


def panel(**fields: object) -> Resource:
    """A panel without a value of its own."""
    return observation(coded(LOINC, "58410-2"), **{"id": "panel", **fields})


@pytest.mark.parametrize(
    ("pointer", "shown"),
    [
        ({"reference": "Observation/9"}, "Observation/9"),
        ({"reference": "#in"}, "#in"),
        ({"reference": "urn:uuid:9", "display": "Platelets"}, "Platelets"),
        ({"identifier": {"system": "urn:lab", "value": "42"}}, "42"),
        ({}, "a result"),
    ],
)
def test_a_result_that_is_not_in_the_bundle_is_named(pointer: Resource, shown: str) -> None:
    """Of a report and of a panel; those that are here are read where they stand."""
    here = {"reference": "Observation/o"}
    for holder in (report(result=[here, pointer]), panel(hasMember=[here, pointer])):
        record = read(holder, platelets())
        assert [(one.what, one.why) for one in record.unread] == [(shown, NOT_HERE)]
        assert len(record.observations) == 1


def test_a_report_whose_results_are_all_here_has_nothing_else_to_say() -> None:
    """It is counted among what gives no entry of its own."""
    record = read(report(result=[{"reference": "Observation/o"}]), platelets())
    assert not record.unread
    assert record.ignored == {"DiagnosticReport": 1}


IN_OTHER_FORMS: list[tuple[Resource, str]] = [
    ({"conclusion": "No blasts."}, "No blasts."),
    ({"conclusionCode": [coded(SNOMED, "1", "Normal")]}, "Normal"),
    ({"presentedForm": [{"title": "Marrow", "data": "AA=="}]}, "Marrow"),
    ({"presentedForm": [{"contentType": "application/pdf"}]}, "application/pdf"),
    ({"presentedForm": [{}]}, "a file"),
]


@pytest.mark.parametrize(("said", "shown"), IN_OTHER_FORMS)
def test_a_report_in_words_or_as_a_file_is_listed(said: Resource, shown: str) -> None:
    """Nobody can compute with it, and somebody has to read it."""
    record = read(report(**said))
    assert [(one.what, one.why) for one in record.unread] == [(f"Blood count: {shown}", IN_WORDS)]
    assert not record.ignored
    assert not read(report(**{**said, "status": "entered-in-error"})).unread


def test_of_what_is_contained_results_are_read_and_the_rest_is_named() -> None:
    """A drug that an order contains is supporting; an order in a report is not."""
    inside = [
        platelets(),
        {**request(by_text("sirolimus")), "id": "rx"},
        condition(coded(SNOMED, "702444009"), id="c"),
        {"resourceType": "Practitioner", "id": "who"},
        {"resourceType": "Specimen", "id": "tube"},
    ]
    record = read(report(contained=inside, result=[{"reference": "#o"}]))
    assert [one.concept for one in record.observations] == ["platelets"]
    assert {(one.where, one.why) for one in record.unread} == {
        ("DiagnosticReport/r#rx", CONTAINED),
        ("DiagnosticReport/r#c", CONTAINED),
    }


def test_one_bad_contained_result_does_not_hide_the_next() -> None:
    """It is listed by itself."""
    bad = platelets(id="bad", valueQuantity="38")
    record = read(report(contained=[bad, platelets(id="good")]))
    assert [one.reference for one in record.observations] == ["DiagnosticReport/r#good"]
    assert [one.where for one in record.unread] == ["DiagnosticReport/r#bad"]


def quantity(value: object, unit: str = "10*9/L") -> Resource:
    """A Quantity."""
    return {"value": value, "unit": unit}


@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ({"low": quantity(30), "high": quantity(50)}, 30_000, 50_000),
        ({"low": quantity(30), "high": quantity(30)}, 30_000, 30_000),
        ({"high": quantity(50)}, 0, 50_000),
    ],
)
def test_a_range_is_an_interval(value: Resource, low: int, high: int) -> None:
    """With the words kept; both ends included."""
    resource = platelets(valueQuantity=None, valueRange=value)
    del resource["valueQuantity"]
    (found,) = events(resource).observations["platelets"]
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert read(resource).observations[0].value_text


@pytest.mark.parametrize(
    "value",
    [
        {"low": quantity(50), "high": quantity(30)},
        {"low": quantity(30), "high": quantity(50, "g/L")},
        {"low": quantity(30, ""), "high": quantity(50, "")},
        {},
    ],
    ids=["backwards", "of two units", "without a unit", "of nothing"],
)
def test_a_range_that_says_nothing_is_unusable(value: Resource) -> None:
    """Recorded, and no number."""
    resource = platelets(valueRange=value)
    del resource["valueQuantity"]
    (found,) = events(resource).observations["platelets"]
    assert found.unusable in {Reason.UNREADABLE, Reason.WRONG_UNIT}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (
            {"valueRatio": {"numerator": {"value": 1}, "denominator": {"value": 40}}},
            "ratio of 1 per 40",
        ),
        ({"valueSampledData": {"data": "1 2 3"}}, "sampled data: 1 2 3"),
        ({"valuePeriod": {"start": "2026-01-01"}}, "2026-01-01/"),
        ({"valuePeriod": {}}, "a value of another kind"),
    ],
)
def test_a_value_of_another_kind_is_kept_in_words_and_listed(value: Resource, words: str) -> None:
    """As a result it is unreadable, so it hides older ones and is never absent."""
    resource = {**platelets(), **value}
    del resource["valueQuantity"]
    record = read(resource)
    assert record.observations[0].value_text == words
    assert [(one.what, one.why) for one in record.unread] == [(words, OTHER_KIND)]
    assert events(resource).observations["platelets"][0].unusable is Reason.UNREADABLE


def test_what_the_laboratory_says_beside_the_value_is_kept_in_words() -> None:
    """Interpretation, range of reference, method, site: of a result and of a component."""
    beside: Resource = {
        "interpretation": [coded("urn:x", "L", "Low")],
        "referenceRange": [{"low": quantity(150), "high": quantity(400)}, {"text": "adults"}],
        "method": {"text": "optical"},
    }
    expected = "interpretation: Low\nmethod: optical\nreference range: 150 10*9/L to 400 10*9/L\n"
    expected += "reference range: adults"
    assert read(platelets(**beside)).observations[0].note == expected
    count = {"code": coded(LOINC, "777-3"), "valueQuantity": quantity(38), **beside}
    whole = panel(component=[count], note=[{"text": "EDTA"}])
    assert read(whole).observations[0].note == f"EDTA\n{expected}"


@pytest.mark.parametrize(
    ("timing", "date"),
    [
        ({"event": ["2026-11-18T08:00:00Z"]}, "2026-11-18T08:00:00Z"),
        ({"event": ["2026-11-19", "2026-11-17", "2026-11-18"]}, "2026-11-17/2026-11-19"),
        ({"repeat": {"boundsPeriod": {"start": "2026-11-17"}}}, "2026-11-17/"),
        ({"event": ["2026-11-19", "soon"]}, None),
        ({"repeat": {"frequency": 3}}, None),
        ({"code": {"text": "BID"}}, None),
    ],
)
def test_a_timing_is_its_events_or_its_bounds(timing: Resource, date: str | None) -> None:
    """Without either it is undated, and says so; when it was issued is another thing."""
    resource = platelets(effectiveTiming=timing, issued="2026-11-20T08:00:00Z")
    del resource["effectiveDateTime"]
    record = read(resource)
    assert record.observations[0].date == date
    assert [one.why for one in record.unread] == ([] if date else [NO_MOMENT])
