"""A site's code map: what it may say, what it is refused for, and what it can never do."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.bundles import (
    ANALYTES,
    FERRATA,
    LOINC,
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
    request,
)

from ferrata.exchange.code_map import CodeMap
from ferrata.exchange.code_map_file import MAX_BYTES, MOST_CODES, CodeMapError, read_code_map
from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.guideline.errors import SiteError
from ferrata.guideline.events import Observation
from ferrata.guideline.values import Reason
from ferrata.record.events import events_of
from ferrata.record.model import Record

OURS = "urn:oid:2.999.17.4"
LOCAL = """
# codes of our laboratory
[[code]]
system = "urn:oid:2.999.17.4"
code = "NEUT"
concept = "neutrophils"
unit = "10*9/L"

[[code]]
system = "local"
code = "Thrombos"
concept = "platelets"
unit = "10*9/L"

[[code]]
system = "http://loinc.org"
code = "777-3"
concept = "platelets"
unit = "10*9/L"

[[code]]
system = "local"
code = "Milzschwellung"
concept = "hypersplenism"

[[code]]
system = "urn:oid:2.999.17.9"
code = "M-17"
concept = "sirolimus"

[[code]]
system = "local"
code = "Fieber?"
concept = "fever"

[[answer]]
system = "local"
code = "nö"
means = "no"
"""


def a_map(text: str = LOCAL) -> CodeMap:
    """A code map."""
    return read_code_map(text.encode(), name="codes.toml")


def mapped(*resources: Resource, text: str = LOCAL) -> Record:
    """The record of these resources, read with a code map."""
    return read_fhir(bundle(*resources), received=RECEIVED, code_map=a_map(text))


def results(record: Record, concept: str) -> tuple[Observation, ...]:
    """The results of one analyte."""
    return events_of(record, ANALYTES).observations.get(concept, ())


def neutrophils(code: str = "NEUT", **fields: Any) -> Resource:
    """A result of our laboratory's own code."""
    quantity = {"valueQuantity": {"value": 2.6, "unit": "10*9/L"}}
    return observation(coded(OURS, code, "Neutrophile"), **{**quantity, **fields})


def test_the_hash_is_that_of_the_file() -> None:
    """Anybody can check it with sha256sum."""
    assert a_map().hash == sha256(LOCAL.encode()).hexdigest()
    assert a_map().title == f"site code map {a_map().hash[:8]} (7 codes)"


# What it does


def test_a_local_code_becomes_a_value_that_names_the_map() -> None:
    """Without the map the result is unread; with it, the value says what it was read through."""
    without = read_fhir(bundle(neutrophils()), received=RECEIVED)
    (found,) = results(mapped(neutrophils()), "neutrophils")
    assert [one.concept for one in without.observations] in ([None], ["neutrophils"])
    assert found.low == 2600
    assert found.source == f"Observation/o by site code map {a_map().hash[:8]}"


@pytest.mark.parametrize(
    "value",
    [
        {"valueQuantity": {"value": 38}},
        {"valueString": "38"},
        {"valueInteger": 38},
    ],
    ids=["quantity", "words", "integer"],
)
def test_a_number_without_a_unit_gets_the_one_that_the_site_declares(value: Resource) -> None:
    """And the entry says that the unit is the site's."""
    entry = mapped(observation({"text": "Thrombos"}, **value)).observations[0]
    (found,) = results(mapped(observation({"text": "Thrombos"}, **value)), "platelets")
    assert found.low == 38_000
    assert any("the unit is the site's: 10*9/L" in (one.display or "") for one in entry.codings)


def test_a_unit_that_was_sent_stands() -> None:
    """The declared one is for numbers without."""
    (found,) = results(
        mapped(neutrophils(valueQuantity={"value": 800, "unit": "/uL"})), "neutrophils"
    )
    assert found.low == 800


def test_a_site_may_declare_the_unit_of_a_standard_code() -> None:
    """A laboratory that sends LOINC without units; results with units are as without a map."""
    bare = observation(coded(LOINC, "777-3"), valueQuantity={"value": 38})
    whole = observation(coded(LOINC, "777-3"), valueQuantity={"value": 38, "unit": "10*9/L"})
    (found,) = results(mapped(bare), "platelets")
    (same,) = results(mapped(whole), "platelets")
    assert found.low == same.low == 38_000
    assert "site code map" in found.source
    assert "site code map" not in same.source


@pytest.mark.parametrize("name", ["thrombos", "  THROMBOS ", "Thrombos"])
def test_a_name_is_found_whatever_its_case_and_spaces(name: str) -> None:
    """As our own names are."""
    assert results(mapped(observation({"text": name}, valueString="38")), "platelets")


def test_components_contained_results_problems_drugs_and_answers_are_mapped() -> None:
    """Everywhere a code may stand."""
    record = mapped(
        observation(
            coded(OURS, "PANEL"),
            id="p",
            component=[{"code": coded(OURS, "NEUT"), "valueQuantity": {"value": 2}}],
        ),
        {
            "resourceType": "DiagnosticReport",
            "id": "r",
            "contained": [
                neutrophils(id="in", valueQuantity={"value": 3}, effectiveDateTime="2026-11-01")
            ],
        },
        condition({"text": "Milzschwellung"}),
        request(by_code("urn:oid:2.999.17.9", "M-17")),
        observation({"text": "Fieber?"}, id="f", valueString="nö"),
    )
    assert sorted(one.low or 0 for one in results(record, "neutrophils")) == [2000, 3000]
    said = {one.concept: one.value for one in record.assertions}
    assert said == {"hypersplenism": "yes", "fever": "no"}
    assert [one.concept for one in record.courses] == ["sirolimus"]
    assert not record.unread
    every = (*record.observations, *record.assertions, *record.courses)
    assert all("by site code map" in one.reference for one in every if one.concept)


def test_a_mapped_record_survives_being_written_and_read() -> None:
    """Its values still name the map, though it is not at hand any more."""
    record = mapped(neutrophils())
    again = read_fhir(write_fhir(record), received=RECEIVED)
    assert again.observations == record.observations


# What it can never do


@pytest.mark.hazard("H21")
def test_a_percentage_is_no_count_whatever_the_map_says() -> None:
    """41 % under a code that the site took for a count stays unusable."""
    text = LOCAL.replace('"NEUT"', '"NEUT%"')
    record = mapped(neutrophils("NEUT%", valueQuantity={"value": 41, "unit": "%"}), text=text)
    assert [one.unusable for one in results(record, "neutrophils")] == [Reason.WRONG_UNIT]


@pytest.mark.parametrize("status", ["entered-in-error", "cancelled", "registered"])
def test_a_withdrawn_result_stays_withdrawn(status: str) -> None:
    """A map says what a code means, not whether it happened."""
    assert not results(mapped(neutrophils(status=status)), "neutrophils")


def test_an_implausible_result_stays_implausible() -> None:
    """900 times 10^9 per litre is no count of neutrophils, declared or not."""
    found = results(mapped(neutrophils(valueQuantity={"value": 900_000})), "neutrophils")
    assert [one.unusable for one in found] == [Reason.IMPLAUSIBLE]


def test_a_standard_code_decides_whatever_local_code_stands_beside_it() -> None:
    """A glucose by LOINC is no count of neutrophils."""
    code = {"coding": [*coded(LOINC, "2345-7")["coding"], *coded(OURS, "NEUT")["coding"]]}
    record = mapped(observation(code, valueQuantity={"value": 90, "unit": "mg/dL"}))
    assert not results(record, "neutrophils")
    drug = {
        "coding": [
            {"system": RXNORM, "code": "83367", "display": "atorvastatin"},
            {"system": "urn:oid:2.999.17.9", "code": "M-17"},
        ]
    }
    (course,) = mapped(request({"medicationCodeableConcept": drug})).courses
    assert (course.concept, course.other) == (None, True)


def test_two_local_codes_that_disagree_mean_nothing() -> None:
    """As two standard ones do."""
    code = {"coding": coded(OURS, "NEUT")["coding"], "text": "Thrombos"}
    record = mapped(observation(code, valueQuantity={"value": 38}))
    assert [one.concept for one in record.observations] == [None]


def test_a_drug_is_no_result_and_an_analyte_no_problem() -> None:
    """A concept counts where it can stand."""
    record = mapped(
        observation(coded("urn:oid:2.999.17.9", "M-17"), valueQuantity={"value": 5}),
        condition(coded(OURS, "NEUT")),
        request(by_text("Thrombos")),
    )
    every = (*record.observations, *record.assertions, *record.courses)
    assert [one.concept for one in every] == [None, None, None]


def test_other_records_are_as_without_a_map() -> None:
    """A map that finds nothing changes nothing."""
    resources = (observation(coded(LOINC, "718-7"), valueQuantity={"value": 11, "unit": "g/dL"}),)
    assert mapped(*resources) == read_fhir(bundle(*resources), received=RECEIVED)


@pytest.mark.parametrize(
    "resource",
    [
        {"resourceType": "Observation", "id": "x", "code": "oops"},
        {"resourceType": "Observation", "id": "x", "code": {"coding": "oops"}},
        {"resourceType": "Observation", "id": "x", "code": {"coding": [1, {"code": 2}]}},
        {"resourceType": "Observation", "id": "x", "component": {"code": 1}},
        {"resourceType": "FamilyMemberHistory", "id": "x", "condition": "oops"},
        {"resourceType": "Condition", "id": "x", "contained": 7},
    ],
)
def test_resources_of_another_shape_are_left_to_the_reader(resource: Resource) -> None:
    """Which says what is wrong with them."""
    unread = mapped(resource).unread
    assert unread == read_fhir(bundle(resource), received=RECEIVED).unread


# What it is refused for


def entry(**fields: str) -> str:
    """One entry of a map."""
    return "[[code]]\n" + "".join(f'{name} = "{text}"\n' for name, text in fields.items())


REFUSED: dict[str, tuple[str, tuple[str, ...]]] = {
    "unknown concept": (
        entry(code="NEUT", concept="neutrophil"),
        (
            "codes.toml, code 1 (NEUT), line 1:",
            "no concept is called 'neutrophil'",
            "did you mean 'neutrophils'?",
            "docs/reference/code-map.md",
        ),
    ),
    "the question mark of a suggestion": (
        entry(code="NEUT", concept="?"),
        ("no concept is called '?'",),
    ),
    "unknown unit": (
        entry(code="NEUT", concept="neutrophils", unit="Gigapartikel"),
        ("'Gigapartikel' is no unit that is known", "thousandfold", 'unit = "/uL"'),
    ),
    "a percentage for a count": (
        entry(code="NEUT%", concept="neutrophils", unit="%"),
        ("neutrophils cannot be measured in %", "no absolute count", "remove the entry"),
    ),
    "another dimension": (
        entry(code="NEUT", concept="neutrophils", unit="g/dL"),
        ("neutrophils cannot be measured in g/dL", "different things", "/uL"),
    ),
    "a unit for what has none": (
        entry(code="Fieber", concept="fever", unit="Cel"),
        ("fever has a unit, Cel", "not measured as a number"),
    ),
    "a code twice": (
        entry(system=OURS, code="NEUT", concept="neutrophils")
        + entry(system=OURS, code="NEUT", concept="platelets"),
        (
            "code 2 (NEUT), line 5: NEUT of urn:oid:2.999.17.4 stands twice",
            "first in code 1 (NEUT), line 1",
        ),
    ),
    "a name twice, spelled otherwise": (
        entry(code="Thrombos", concept="platelets") + entry(code="THROMBOS ", concept="platelets"),
        ("stands twice",),
    ),
    "LOINC redefined": (
        entry(system=LOINC, code="777-3", concept="neutrophils"),
        ("777-3 of http://loinc.org means platelets, not neutrophils", "not contradict them"),
    ),
    "LOINC redefined under another spelling of its address": (
        entry(system="urn:oid:2.16.840.1.113883.6.1", code="777-3", concept="neutrophils"),
        ("means platelets, not neutrophils",),
    ),
    "a percentage of LOINC as a count": (
        entry(system=LOINC, code="770-8", concept="neutrophils"),
        ("means neutrophils in percent, not neutrophils",),
    ),
    "a drug redefined": (
        entry(system=RXNORM, code="35302", concept="prednisone"),
        ("means sirolimus, not prednisone",),
    ),
    "our own system": (entry(system=FERRATA, code="x", concept="fever"), ("Ferrata's own",)),
    "an unknown field": (
        entry(code="NEUT", concept="neutrophils", units="/uL"),
        ("there is no field 'units'", "did you mean 'unit'?"),
    ),
    "a missing field": (entry(code="NEUT"), ("concept is missing", 'concept = "…"')),
    "an empty code": (
        entry(code=" ", concept="fever"),
        ("code is not a text of 1 to 200 characters",),
    ),
    "a code as a number": (
        "[[code]]\ncode = 42\nconcept = 'fever'\n",
        ("0042 and 42 are two codes",),
    ),
    "a code of a thousand characters": (entry(code="x" * 1000, concept="fever"), ("1 to 200",)),
    "an unknown answer": (
        "[[answer]]\ncode = 'nö'\nmeans = 'nope'\n",
        ("answer 1 (nö), line 1: no answer is called 'nope'", "positive, negative, yes, no"),
    ),
    "a standard answer redefined": (
        f"[[answer]]\nsystem = '{SNOMED}'\ncode = '373066001'\nmeans = 'no'\n",
        ("373066001 of http://snomed.info/sct means yes, not no",),
    ),
    "another table": ("[codes]\nx = 1\n", ("'codes' stands at the top", "[[code]]")),
    "code as a table": ("[code]\nx = 1\n", ("code is no list",)),
    "code as a list of numbers": ("code = [1]\n", ("code 1: the entry is no table",)),
    "not TOML": ("[[code]\n", ("not TOML", "line 1", "[[code]]")),
    "a key twice": ("[[code]]\ncode = 'a'\ncode = 'b'\n", ("not TOML",)),
    "nested without end": ("x = " + "[" * 5000, ("not TOML", "nested too deeply")),
    "a number without end": ("x = " + "9" * 5000, ("not TOML",)),
    "too many entries": ("[[code]]\n" * (MOST_CODES + 1), ("code is more than 5,000 entries",)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_map_with_a_mistake_is_refused_with_what_where_why_and_what_to_do(name: str) -> None:
    """Before any record is read with it."""
    text, words = REFUSED[name]
    with pytest.raises(CodeMapError) as caught:
        read_code_map(text.encode(), name="codes.toml")
    message = str(caught.value)
    for word in ("codes.toml", "\n  why: ", "\n  do:  ", *words):
        assert word in message, message


def test_bytes_that_are_not_utf_8_are_refused() -> None:
    """A name in another encoding would be another name."""
    with pytest.raises(CodeMapError, match="byte 18 is not UTF-8"):
        read_code_map('[[code]]\ncode = "nö"'.encode("latin-1"))


def test_a_byte_order_mark_is_no_mistake() -> None:
    """Editors on Windows write one."""
    assert read_code_map(b"\xef\xbb\xbf" + LOCAL.encode()).codes == a_map().codes


def test_files_that_are_none_or_too_large_are_refused(tmp_path: Path) -> None:
    """A directory, a file that is missing, a link to itself, a device, more than a megabyte."""
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    for path, words in (
        (tmp_path, "no file"),
        (tmp_path / "none.toml", "No such file"),
        (loop, "symbolic links"),
        (Path("/dev/zero"), "no file"),
        (large, "larger than 1 MB"),
    ):
        with pytest.raises(SiteError, match=words):
            read_code_map(path)


def test_an_empty_map_is_sound() -> None:
    """It says nothing."""
    assert a_map("# nothing yet\n").codes == ()
