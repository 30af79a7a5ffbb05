"""Nothing is lost in silence: every part of a bundle has one fate, and the tables say it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange import resources as made
from tests.exchange.bundles import (
    FERRATA,
    LOINC,
    PATIENT,
    RECEIVED,
    RXNORM,
    SNOMED,
    Resource,
    bundle,
    by_code,
    by_text,
    coded,
    condition,
    observation,
    platelets,
    request,
    subject,
)

from ferrata.exchange.code_map_file import read_code_map
from ferrata.exchange.fhir import read_fhir
from ferrata.exchange.inspection import Fate, Inspection, inspect_fhir
from ferrata.exchange.inspection.text import inspection_text
from ferrata.guideline.errors import RecordError, Refusal

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.json"))
OURS = "urn:oid:2.999.17.4"


def inspected(*resources: Resource) -> Inspection:
    """What is made of a patient with these resources."""
    return inspect_fhir(bundle(*resources), received=RECEIVED)


def fate(resource: Resource, place: int = 1) -> Fate:
    """The fate of one resource of a bundle."""
    fates = {one.place: one.fate for one in inspected(resource).pieces}
    return fates[f"Bundle.entry[{place}].resource"]


# The invariant


def places(content: Any) -> Iterator[str]:
    """Every entry, component and contained resource of a bundle, found without the inspection."""
    for number, entry in enumerate(content["entry"]):
        place = f"Bundle.entry[{number}]"
        resource = cast("Any", entry).get("resource") if isinstance(entry, dict) else None
        if isinstance(resource, dict):
            yield from _within(f"{place}.resource", cast("Any", resource))
        else:
            yield place


def _within(place: str, resource: Any) -> Iterator[str]:
    yield place
    held: Any = resource.get("component") if resource.get("resourceType") == "Observation" else []
    if isinstance(held, list):
        yield from (f"{place}.component[{n}]" for n in range(len(cast("list[Any]", held))))
    held = resource.get("contained")
    for number, one in enumerate(cast("list[Any]", held) if isinstance(held, list) else ()):
        inner = f"{place}.contained[{number}]"
        if isinstance(one, dict):
            yield from _within(inner, cast("Any", one))
        else:
            yield inner


def assert_nothing_is_lost(content: dict[str, Any], found: Inspection) -> None:
    """Every part once, the fates add up, and all that was unread is told."""
    assert sorted(one.place for one in found.pieces) == sorted(places(content))
    assert sum(found.fates.values()) == found.total == len(found.pieces)
    for fate_ in Fate:
        assert found.fates[fate_] == sum(one.fate is fate_ for one in found.pieces)
    told = "\n".join(
        f"{group.why} {one.where} {one.what}"
        for group in (*found.not_understood, *found.doubts)
        for one in group.items
    )
    replaced = {one.where for one in found.merged}
    record = read_fhir(json.dumps(content).encode(), received=date.fromisoformat(found.received))
    for one in record.unread:
        assert one.where in replaced or (f" {one.where} " in told and one.what in told)
    ignored = sum(one.fate is Fate.IGNORED for one in found.pieces)
    assert sum(row.count for row in found.ignored) == ignored
    assert sum(len(row.names) for row in found.withdrawn) == found.fates[Fate.WITHDRAWN]
    assert len(found.merged) == found.fates[Fate.MERGED]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_part_of_every_example_has_one_fate(path: Path) -> None:
    """And what is understood is most of it."""
    found = inspect_fhir(path, received=RECEIVED)
    assert_nothing_is_lost(json.loads(path.read_bytes()), found)
    assert inspection_text(found)


anything: st.SearchStrategy[Resource] = st.one_of(
    made.observations,
    made.conditions,
    made.procedures,
    made.courses,
    made.answers,
    made.lists,
    made.allergies,
    made.vaccines,
    made.relatives,
    made.genetic,
    made.compositions,
    st.sampled_from(
        [
            {"resourceType": "Encounter", "id": "e"},
            {"resourceType": "Medication", "id": "7", "code": {"text": "sirolimus"}},
            {"resourceType": "MedicationDispense", "id": "d", "subject": subject()},
            {"resourceType": "Observation", "code": 7},
            {"resourceType": 7},
            {"id": "without a type"},
        ]
    ),
)


def _holding(inner: list[Resource], kind: str) -> Resource:
    return {"resourceType": kind, "id": "h", "subject": subject(), "contained": inner}


def _entry(resource: Resource) -> Resource:
    return {"resource": resource}


holding = st.builds(
    _holding,
    st.lists(
        st.one_of(
            made.observations,
            made.conditions,
            st.sampled_from([{"resourceType": "Practitioner", "id": "p"}, {"id": "?"}]),
        ),
        max_size=3,
    ),
    st.sampled_from(["DiagnosticReport", "Observation", "Encounter"]),
)
entries: st.SearchStrategy[list[Any]] = st.lists(
    st.one_of(
        anything.map(_entry),
        holding.map(_entry),
        st.sampled_from([{}, 7, None, {"resource": 3}, {"fullUrl": "urn:uuid:1"}]),
    ),
    max_size=5,
)


@given(entries)
def test_every_part_of_any_bundle_has_one_fate(some: list[Any]) -> None:
    """Sensible or not: resources, components, contained ones, and what is no resource at all."""
    content = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": PATIENT}, *some],
    }
    source = json.dumps(content).encode()
    try:
        found = inspect_fhir(source, received=RECEIVED)
    except (RecordError, Refusal):
        with pytest.raises((RecordError, Refusal)):
            read_fhir(source, received=RECEIVED)
        return
    assert_nothing_is_lost(content, found)
    assert "\x1b" not in inspection_text(found)


# The fates


@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        (platelets(), Fate.UNDERSTOOD),
        (platelets(status="entered-in-error"), Fate.WITHDRAWN),
        (platelets(status="registered"), Fate.WITHDRAWN),
        (platelets(status="unheard-of"), Fate.NOT_UNDERSTOOD),
        (platelets(unit="drops"), Fate.NOT_UNDERSTOOD),
        (platelets(9_000_000), Fate.NOT_UNDERSTOOD),
        (platelets("many"), Fate.NOT_UNDERSTOOD),
        (platelets(effectiveDateTime="2026-02-30"), Fate.UNDERSTOOD),
        (observation({"text": "Sonderprobe"}), Fate.NOT_UNDERSTOOD),
        (observation(coded(LOINC, "19926-5", "FEV1/FVC")), Fate.IGNORED),
        (observation(coded(FERRATA, "fever"), valueString="no"), Fate.UNDERSTOOD),
        (observation(coded(FERRATA, "fever"), valueString="perhaps"), Fate.NOT_UNDERSTOOD),
        (condition(coded(SNOMED, "702444009")), Fate.UNDERSTOOD),
        (condition(coded(SNOMED, "195662009")), Fate.IGNORED),
        (condition({"text": "Milzschwellung"}), Fate.NOT_UNDERSTOOD),
        (condition({}), Fate.NOT_UNDERSTOOD),
        (
            condition(
                coded(SNOMED, "702444009"),
                verificationStatus={"coding": [{"code": "entered-in-error"}]},
            ),
            Fate.WITHDRAWN,
        ),
        (request(by_code(RXNORM, "8640")), Fate.UNDERSTOOD),
        (request(by_code(RXNORM, "8640"), status="draft"), Fate.WITHDRAWN),
        (request(by_code(RXNORM, "8640"), intent="plan"), Fate.WITHDRAWN),
        (request(by_code(RXNORM, "8640"), status="unknown"), Fate.NOT_UNDERSTOOD),
        (request(by_code(RXNORM, "849574", "Naproxen 220 MG Oral Tablet")), Fate.IGNORED),
        (request(by_text("premix 3")), Fate.NOT_UNDERSTOOD),
        ({"resourceType": "Encounter", "id": "e"}, Fate.IGNORED),
        ({"resourceType": "Medication", "id": "m"}, Fate.SUPPORTING),
        ({"resourceType": "Observation", "id": "m", "code": "oops"}, Fate.NOT_UNDERSTOOD),
        (
            {"resourceType": "Observation", "id": "p", "code": {},
             "hasMember": [{"reference": "Observation/p"}]},
            Fate.SUPPORTING,
        ),
    ],
)  # fmt: skip
def test_what_becomes_of_a_resource(resource: Resource, expected: Fate) -> None:
    """By what it says, its status and whether it can be read."""
    assert fate({"subject": subject(), **resource}) is expected


def test_components_and_contained_resources_have_fates_of_their_own() -> None:
    """A panel supports its components; a contained problem is not read, and that is said."""
    found = inspected(
        observation(
            coded(LOINC, "85354-9"),
            id="p",
            component=[
                {"code": coded(LOINC, "777-3"), "valueQuantity": {"value": 38, "unit": "10*9/L"}},
                {"code": coded(LOINC, "777-3"), "valueQuantity": {"value": 38, "unit": "drops"}},
                {"code": coded(LOINC, "8462-4"), "valueQuantity": {"value": 70}},
            ],
        ),
        {
            "resourceType": "DiagnosticReport",
            "id": "r",
            "contained": [
                platelets(40, id="in", effectiveDateTime="2026-11-01"),
                {"resourceType": "Condition", "id": "c", "code": {"text": "splenomegaly"}},
                {"resourceType": "Practitioner", "id": "p"},
            ],
        },
    )
    fates = {one.place.removeprefix("Bundle."): one.fate for one in found.pieces}
    assert fates == {
        "entry[0].resource": Fate.SUPPORTING,
        "entry[1].resource": Fate.SUPPORTING,
        "entry[1].resource.component[0]": Fate.UNDERSTOOD,
        "entry[1].resource.component[1]": Fate.NOT_UNDERSTOOD,
        "entry[1].resource.component[2]": Fate.IGNORED,
        "entry[2].resource": Fate.IGNORED,
        "entry[2].resource.contained[0]": Fate.UNDERSTOOD,
        "entry[2].resource.contained[1]": Fate.NOT_UNDERSTOOD,
        "entry[2].resource.contained[2]": Fate.IGNORED,
    }


# The tables


def test_a_concept_has_its_count_dates_and_range_in_our_unit() -> None:
    """Bounds keep their signs."""
    (row,) = inspected(
        platelets(38, id="a", effectiveDateTime="2026-11-01"),
        platelets(112_000, "/uL", id="b", effectiveDateTime="2026-11-03"),
        platelets(5, id="c", effectiveDateTime="2026-11-02", valueQuantity={
            "value": 5, "unit": "10*9/L", "comparator": "<"}),
    ).understood  # fmt: skip
    assert (row.concept, row.kind, row.count) == ("platelets", "measurement", 3)
    assert (row.first, row.last) == ("2026-11-01", "2026-11-03")
    assert (row.low, row.high, row.unit) == ("<5000", "112000", "/uL")


@pytest.mark.parametrize(
    ("code", "quantity", "factor", "example", "molar"),
    [
        ("777-3", {"value": 38, "unit": "10*9/L"}, "1000", "38 10*9/L = 38000/uL", False),
        ("718-7", {"value": 118, "unit": "g/L"}, "0.1", "118 g/L = 11.8 g/dL", False),
        ("718-7", {"value": 11.8, "unit": "g/dL"}, "1", "11.8 g/dL = 11.8 g/dL", False),
        ("718-7", {"value": 7, "unit": "mmol/L"}, None, None, True),
    ],
)
def test_a_conversion_shows_unit_factor_and_an_example(
    code: str, quantity: Resource, factor: str | None, example: str | None, molar: bool
) -> None:
    """One that goes through a molar mass says so."""
    (row,) = inspected(observation(coded(LOINC, code), valueQuantity=quantity)).converted
    assert row.written == quantity["unit"]
    assert (row.molar_mass is not None) is molar
    if factor is not None:
        assert (row.factor, row.example) == (factor, example)


def test_unknown_codes_come_as_entries_for_a_code_map_that_work() -> None:
    """Filled in and read again, the results are understood."""
    resources = (
        observation(coded(OURS, 'N"E\\U\u200bT', "Granulo"), id="n", valueQuantity={"value": 2}),
        observation(
            {"text": "Thrombos"},
            id="t",
            effectiveDateTime="2026-11-18",
            valueQuantity={"value": 38},
        ),
        platelets(id="u", valueQuantity={"value": 41}, effectiveDateTime="2026-11-01"),
        request(by_text("Hausmischung 3")),
    )
    found = inspected(*resources)
    assert len(found.unmapped) == 4
    filled = "\n".join(one.entry for one in found.unmapped)
    for name, concept in (("Granulo", "neutrophils"), ("Thrombos", "platelets")):
        filled = _fill(filled, name, concept)
    filled = _fill(filled, "Hausmischung", "sirolimus").replace('unit = "?"', 'unit = "10*9/L"')
    code_map = read_code_map(filled.encode())
    again = inspect_fhir(bundle(*resources), received=RECEIVED, code_map=code_map)
    assert not again.not_understood
    assert {(one.concept, one.by_map) for one in again.understood} == {
        ("neutrophils", 1),
        ("platelets", 2),
        ("sirolimus", 1),
    }
    assert again.code_map is not None
    assert (again.code_map.codes, again.code_map.values) == (4, 4)
    assert [one.declared for one in again.converted] == [True, True]


def _fill(text: str, name: str, concept: str) -> str:
    before, after = text.split(f"# {name}", 1)
    return f"{before}# {name}" + after.replace('concept = "?"', f'concept = "{concept}"', 1)


def test_drugs_and_dosages_are_counted_by_name() -> None:
    """Other drugs, unknown ones, and dosages in words."""
    found = inspected(
        request(by_code(RXNORM, "849574", "Naproxen 220 MG Oral Tablet"), id="a"),
        request(by_code(RXNORM, "849574", "Naproxen 220 MG Oral Tablet"), id="b"),
        request(by_text("premix 3"), id="c", dosageInstruction=[{"text": "1-0-0"}]),
    )
    assert [(one.display, one.count) for one in found.other_drugs] == [
        ("Naproxen 220 MG Oral Tablet", 2)
    ]
    assert [(one.display, one.count) for one in found.unknown_drugs] == [("premix 3", 1)]
    assert [(one.display, one.count) for one in found.dosages] == [("1-0-0", 1)]


def test_the_same_entry_twice_counts_once() -> None:
    """A bundle that holds one resource twice says so."""
    found = inspected(platelets(), platelets(41, id="second", effectiveDateTime="2026-11-18"))
    assert found.fates[Fate.UNDERSTOOD] == 2
    twice = inspected(platelets(id="a"), platelets(id="b"))
    assert (twice.fates[Fate.UNDERSTOOD], twice.fates[Fate.MERGED]) == (1, 1)


def test_what_is_used_with_a_doubt_is_understood_and_the_doubt_is_told() -> None:
    """Two values of one moment are both possible; a date that no calendar has is no date."""
    found = inspected(
        platelets(38, id="a"), platelets(41, id="b"), platelets(id="c", effectiveDateTime="soon")
    )
    assert found.fates[Fate.UNDERSTOOD] == 3
    assert not found.not_understood
    told = {(group.why, one.where) for group in found.doubts for one in group.items}
    conflict = "another value of the same time stands in another entry; both are kept as possible"
    assert told == {
        (conflict, "Observation/a"),
        (conflict, "Observation/b"),
        ("not a date; the entry counts as undated", "Observation/c"),
    }
    (row,) = found.understood
    assert (row.count, row.undated) == (3, 1)
    assert "WITH A DOUBT" in inspection_text(found)


def test_an_older_version_is_merged_with_all_that_it_holds() -> None:
    """Its components and contained resources go with it, and each is told."""

    def panel(version: str, value: int) -> Resource:
        quantity = {"value": value, "unit": "10*9/L"}
        return observation(
            coded(LOINC, "58410-2"),
            id="p",
            meta={"versionId": version},
            component=[{"code": coded(LOINC, "777-3"), "valueQuantity": quantity}],
            contained=[{"resourceType": "Practitioner", "id": "x"}],
        )

    found = inspected(panel("1", 38), panel("2", 41))
    older = [one.fate for one in found.pieces if one.place.startswith("Bundle.entry[1]")]
    newer = [one.fate for one in found.pieces if one.place.startswith("Bundle.entry[2]")]
    assert older == [Fate.MERGED] * 3
    assert newer == [Fate.SUPPORTING, Fate.UNDERSTOOD, Fate.IGNORED]
    assert len(found.merged) == 3


def test_a_page_of_a_search_says_that_others_are_missing() -> None:
    """It concerns no entry, and is told all the same."""
    source = bundle(platelets(), link=[{"relation": "next", "url": "http://x"}])
    found = inspect_fhir(source, received=RECEIVED)
    (group,) = found.not_understood
    assert "other pages" in group.items[0].what


# The text


def test_the_text_shows_the_first_eight_and_says_how_many_more() -> None:
    """JSON holds all."""
    found = inspected(*(observation({"text": f"Sonderprobe {n}"}, id=f"s{n}") for n in range(20)))
    text = inspection_text(found)
    assert text.count("Observation/s") == 8
    assert "and 12 more" in text
    assert len(found.not_understood[0].items) == 20


def test_the_text_cannot_drive_a_terminal() -> None:
    """Names come from outside."""
    found = inspected(observation({"text": "a\x1b[2Jb\u202ec"}), request(by_text("d\x9be")))
    assert not {"\x1b", "\u202e", "\x9b"} & set(inspection_text(found))


def test_no_line_is_wider_than_the_page() -> None:
    """Except where one word is."""
    for path in EXAMPLES:
        for line in inspection_text(inspect_fhir(path, received=RECEIVED)).splitlines():
            assert len(line) <= 100 or " " not in line.strip()[:100], line
