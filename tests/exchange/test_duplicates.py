"""One result counts once, however often and by whomever it was sent; a contradiction is told."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.bundles import (
    ANALYTES,
    LOINC,
    PATIENT,
    RECEIVED,
    Resource,
    bundle,
    by_text,
    coded,
    events,
    observation,
    platelets,
    read,
    request,
)
from tests.exchange.resources import conditions, courses, observations, procedures
from tests.exchange.test_round_trip import same_entries

from ferrata.exchange.fhir import read_fhir
from ferrata.record.events import events_of

NUMBER: Resource = {"identifier": [{"system": "urn:lab", "value": "20261119-0042"}]}


def counts(*resources: Resource, **fields: object) -> list[Decimal | None]:
    """The platelet counts, in thousands per microlitre."""
    found = events(*resources, **fields).observations.get("platelets", ())
    return [one.low / 1000 if one.low is not None else None for one in found]


def why(*resources: Resource) -> list[str]:
    """Why something of these resources was not used."""
    return [one.why for one in read(*resources).unread]


VERSIONS: dict[str, tuple[Resource, Resource]] = {
    # what the older one has, and what the newer one has
    "a higher version": ({"meta": {"versionId": "9"}}, {"meta": {"versionId": "10"}}),
    "a later update": (
        {"meta": {"lastUpdated": "2026-11-19T09:00:00+01:00"}},
        {"meta": {"lastUpdated": "2026-11-19T08:30:00Z"}},
    ),
    "final after preliminary": ({"status": "preliminary"}, {"status": "final"}),
    "amended after final": ({"status": "final"}, {"status": "amended"}),
    "corrected after preliminary": ({"status": "preliminary"}, {"status": "corrected"}),
    "updated and amended": (
        {"status": "final", "meta": {"lastUpdated": "2026-11-19T08:00:00Z"}},
        {"status": "amended", "meta": {"lastUpdated": "2026-11-19T10:00:00Z"}},
    ),
}


@pytest.mark.hazard("H14")
@pytest.mark.hazard("H22")
@pytest.mark.parametrize(("older", "newer"), VERSIONS.values(), ids=VERSIONS.keys())
def test_the_newest_version_replaces_the_others(older: Resource, newer: Resource) -> None:
    """Under one id, in either order; the older one is listed with its value."""
    pair = [platelets(9, **older), platelets(38, **newer)]
    for order in (pair, pair[::-1]):
        assert counts(*order) == [Decimal(38)]
        (line,) = read(*order).unread
        assert line.what == "9 10*9/L"
        assert "older version" in line.why


@pytest.mark.hazard("H14")
@pytest.mark.hazard("H22")
@pytest.mark.parametrize(
    ("older", "newer"),
    [pair for name, pair in VERSIONS.items() if name != "a higher version"],
    ids=[name for name in VERSIONS if name != "a higher version"],
)
def test_so_it_does_under_another_id_with_the_same_laboratory_number(
    older: Resource, newer: Resource
) -> None:
    """Interfaces give each message a new id."""
    pair = [platelets(9, id="a", **NUMBER, **older), platelets(38, id="b", **NUMBER, **newer)]
    for order in (pair, pair[::-1]):
        assert counts(*order) == [Decimal(38)]


@pytest.mark.hazard("H22")
@pytest.mark.parametrize("status", ["entered-in-error", "cancelled"])
def test_a_withdrawal_takes_the_result_with_it(status: str) -> None:
    """Under one id, or one laboratory number."""
    gone = {"status": status}
    assert counts(platelets(38), platelets(38, **gone)) == []
    assert counts(platelets(38, id="a", **NUMBER), platelets(38, id="b", **NUMBER, **gone)) == []


def test_a_number_of_a_whole_order_does_not_make_its_results_one() -> None:
    """Hemoglobin and platelets of one tube, and counts of two times, share their number."""
    hemoglobin = observation(
        coded(LOINC, "718-7"), id="h", valueQuantity={"value": 9, "unit": "g/dL"}, **NUMBER
    )
    first = platelets(9, id="a", status="preliminary", **NUMBER)
    later = platelets(38, id="b", effectiveDateTime="2026-11-19T20:00:00+01:00", **NUMBER)
    found = events(hemoglobin, first, later)
    assert len(found.observations["hemoglobin"]) == 1
    assert len(found.observations["platelets"]) == 2
    bare: Resource = {"identifier": [{"value": "42"}]}
    assert (
        len(counts(platelets(9, id="a", status="preliminary", **bare), platelets(8, **bare))) == 2
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"meta": {"versionId": "a"}}, {"meta": {"versionId": "b"}}),
        ({"meta": {"lastUpdated": "soon"}}, {"meta": {"lastUpdated": "later"}}),
        # Updated later, and less final: an import that was repeated.
        (
            {"status": "amended", "meta": {"lastUpdated": "2026-11-19T08:00:00Z"}},
            {"status": "preliminary", "meta": {"lastUpdated": "2026-11-20T08:00:00Z"}},
        ),
    ],
)
def test_versions_that_nobody_can_put_in_order_both_count(one: Resource, other: Resource) -> None:
    """And each says that there is another one, unless one of them was amended."""
    found = read(platelets(9, **one), platelets(38, **other))
    assert len(found.unread) == (1 if one.get("status") == "amended" else 2)
    assert all("same time" in line.why for line in found.unread)


@pytest.mark.hazard("H14")
def test_two_values_of_one_moment_are_a_conflict_and_both_are_possible() -> None:
    """Never averaged, never the first of the file."""
    pair = [platelets(9, id="a"), platelets(38, id="b")]
    assert counts(*pair) == counts(*pair[::-1]) == [Decimal(9), Decimal(38)]
    lines = read(*pair).unread
    assert {(one.where, one.what) for one in lines} == {
        ("Observation/a", "9 10*9/L"),
        ("Observation/b", "38 10*9/L"),
    }
    assert "stands in Observation/b" in lines[0].why
    assert len(why(platelets(9, id="a"), platelets(38, id="b"), platelets(90, id="c"))) == 3


@pytest.mark.hazard("H14")
@pytest.mark.parametrize(
    "other",
    [
        {"valueQuantity": {"value": 9000, "unit": "/uL"}},
        {"effectiveDateTime": "2026-11-19T07:10:00Z"},
        {"status": "preliminary"},
        {"status": "amended"},
    ],
    ids=["in another unit", "on another clock", "preliminary", "amended"],
)
def test_the_same_value_of_the_same_moment_is_one_result(other: Resource) -> None:
    """Whatever its id, unit, clock or status; and there is nothing to tell."""
    pair = [platelets(9, id="a"), platelets(9, **{"id": "b", **other})]
    assert counts(*pair) == [Decimal(9)]
    assert not read(*pair).unread
    assert counts(*pair, *pair) == [Decimal(9)]


@pytest.mark.parametrize(
    "other",
    [
        {"effectiveDateTime": "2026-11-19T08:10:01+01:00"},
        {"effectiveDateTime": "2026-11-19"},
        {"specimen": {"reference": "Specimen/2"}},
        {"status": "cancelled"},
    ],
    ids=["a second later", "some time that day", "another tube", "cancelled"],
)
def test_what_is_not_the_same_moment_is_no_conflict(other: Resource) -> None:
    """Two counts of one day may both be right."""
    tube: Resource = {"specimen": {"reference": "Specimen/1"}}
    second: Resource = {**platelets(), "id": "b", **tube, **other}
    assert not why(platelets(9, id="a", **tube), second)


@pytest.mark.hazard("H22")
@pytest.mark.parametrize("status", ["preliminary", "final"])
def test_an_amended_value_of_the_same_moment_replaces_the_first_one(status: str) -> None:
    """Also without a common number; not where the tube was another one."""
    first, amended = platelets(9, id="a", status=status), platelets(38, id="b", status="amended")
    assert counts(first, amended) == counts(amended, first) == [Decimal(38)]
    assert why(first, amended) == ["an amended result of the same time replaces it"]
    elsewhere = {**first, "specimen": {"reference": "Specimen/1"}}
    other = {**amended, "specimen": {"reference": "Specimen/2"}}
    assert counts(elsewhere, other) == [Decimal(9), Decimal(38)]
    assert len(why(first, amended, platelets(90, id="c", status="corrected"))) == 3


def test_a_newer_order_replaces_the_older_one() -> None:
    """Stopped in the newer version: it does not go on in the older one."""
    older = request(by_text("prednisone"), meta={"versionId": "1"})
    newer = request(by_text("prednisone"), status="stopped", meta={"versionId": "2"})
    (course,) = events(older, newer).courses
    assert course.end is not None


@pytest.mark.hazard("H13")
def test_a_newer_version_of_the_patient_is_the_same_patient() -> None:
    """Of one server and id, with versions; otherwise there are two, and nothing is read."""
    newer: Resource = {**PATIENT, "meta": {"versionId": "2"}, "gender": "female"}
    content: list[Resource] = [
        {"resource": {**PATIENT, "meta": {"versionId": "1"}}},
        {"resource": newer},
    ]
    assert read(entry=content).patient.sex == "female"


SOME = st.lists(st.one_of(observations, conditions, procedures, courses), max_size=5)


@pytest.mark.hazard("H14")
@given(SOME)
def test_importing_twice_changes_nothing(resources: list[Resource]) -> None:
    """The same resources again, under the same and other places of the bundle."""
    named: list[Resource] = [{**one, "id": f"r{n}"} for n, one in enumerate(resources)]
    once, twice = read(*named), read(*named, *named[::-1])
    assert same_entries(once, twice)
    assert once.unread == twice.unread
    urls: list[Any] = [{"resource": PATIENT}]
    urls += [{"resource": one, "fullUrl": f"urn:uuid:place-{n}"} for n, one in enumerate(named * 2)]
    again = read_fhir(
        json.dumps({"resourceType": "Bundle", "type": "collection", "entry": urls}).encode(),
        received=RECEIVED,
    )
    assert same_entries(once, again)


@pytest.mark.hazard("H14")
@given(st.lists(st.tuples(st.integers(1, 60), st.integers(10, 28)), min_size=1, max_size=6))
def test_a_second_export_under_other_ids_adds_no_result(results: list[tuple[int, int]]) -> None:
    """Each value of each time once."""
    first = [
        platelets(value, id=f"a{n}", effectiveDateTime=f"2026-10-{day}T08:00:00Z")
        for n, (value, day) in enumerate(results)
    ]
    second = [{**one, "id": f"b{n}"} for n, one in enumerate(first)]
    once = events_of(read_fhir(bundle(*first), received=RECEIVED), ANALYTES)
    both = events_of(read_fhir(bundle(*first, *second), received=RECEIVED), ANALYTES)
    assert len(once.observations["platelets"]) == len(set(results))
    assert once == both
