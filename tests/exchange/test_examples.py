"""The examples are valid, are read without error, and say what their stories say."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import jsonschema
import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.bundles import ANALYTES
from tests.exchange.test_round_trip import same_entries

from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.guideline.errors import RecordError, Refusal
from ferrata.guideline.events import Events
from ferrata.guideline.units import plain
from ferrata.guideline.values import Reason
from ferrata.record.events import events_of
from ferrata.record.files import read_record, record_schema, write_record
from ferrata.record.model import Record

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted(EXAMPLES.glob("*.json"))
STORIES = {
    "confirmed-second-agent",
    "first-cytopenia",
    "mycophenolate-failure",
    "emergency",
    "local-codes",
    "administrations-only",
    "percent-neutrophils",
    "sirolimus-failure",
    "empty",
    "synthea-like",
    "neutropenia-on-the-taper",
    "response-on-mycophenolate",
    "asplenic-fever",
    "pregnancy-possible-on-sirolimus",
    "infant-biallelic-fas",
    "weaning-from-sirolimus",
    "evans-work-up-pending",
    "definite-alps-fas",
    "somatic-fas",
    "ctla4-not-alps",
    "normal-on-sirolimus",
    "sirolimus-with-clarithromycin",
    "overdue-on-mycophenolate",
    "low-igg-after-rituximab",
}


def example(name: str) -> Record:
    """The record of an example, received on the day of its bundle."""
    path = EXAMPLES / f"{name}.json"
    received = date.fromisoformat(json.loads(path.read_bytes())["timestamp"][:10])
    return read_fhir(path, received=received)


def story(name: str) -> Events:
    """The events of an example."""
    return events_of(example(name), ANALYTES)


def latest(events: Events, analyte: str) -> str | Reason:
    """The last value of an analyte, in its own unit."""
    last = events.observations[analyte][-1]
    if last.low is None:
        assert last.unusable is not None
        return last.unusable
    return plain(last.low)


def taken(events: Events) -> dict[str | None, bool]:
    """The drugs that were given, and whether they still are."""
    return {one.treatment: one.end is None for one in events.courses}


def test_every_story_is_there_and_in_the_table() -> None:
    """The table of the README names each file once."""
    assert {path.stem for path in FILES} == STORIES
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for name in STORIES:
        assert readme.count(f"`{name}.json`") == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_example_is_valid_r4_before_and_after(path: Path) -> None:
    """As an independent reader sees it; and both ways it says the same."""
    Bundle.model_validate_json(path.read_bytes())
    record = example(path.stem)
    content = write_fhir(record)
    Bundle.model_validate_json(content)
    assert same_entries(read_fhir(content, received=date.fromisoformat(record.received)), record)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_example_is_lossless_as_our_own_json(path: Path) -> None:
    """And fits the schema that is checked in."""
    record = example(path.stem)
    content = write_record(record)
    assert read_record(content) == record
    jsonschema.validate(json.loads(content), record_schema())


def test_the_second_agent_is_needed_when_platelets_fall_during_the_taper() -> None:
    """9, 61, 112, 96, 38 on prednisone since four weeks."""
    events = story("confirmed-second-agent")
    counts = [plain(one.low or Decimal(0)) for one in events.observations["platelets"]]
    assert counts == ["9000", "61000", "112000", "96000", "38000"]
    assert taken(events) == {"prednisone": True}
    assert [one.value for one in events.assertions["alps"]] == ["yes"]
    assert [one.value for one in events.assertions["lymphoma-gate"]] == ["assessed-clear"]
    assert {"rituximab", "sirolimus", "mycophenolate"} <= events.reviews.keys()


def test_the_first_cytopenia_is_untreated_and_bleeds() -> None:
    """Platelets 12, bleeding yes, major bleeding no, no drug ever."""
    events = story("first-cytopenia")
    assert latest(events, "platelets") == "12000"
    assert [one.value for one in events.assertions["bleeding"]] == ["yes"]
    assert [one.value for one in events.assertions["major-bleeding"]] == ["no"]
    assert not events.courses
    assert "prednisone" in events.reviews


def test_mycophenolate_fails_without_hypersplenism() -> None:
    """13 weeks on it, platelets never above 33; the figure has no arrow from here."""
    events = story("mycophenolate-failure")
    (course,) = (one for one in events.courses if one.treatment == "mycophenolate")
    assert course.end is None
    on = [one for one in events.observations["platelets"] if one.when.first > course.start.last]
    assert max(one.high or 0 for one in on) == 33_000
    assert (on[-1].when.first_day - course.start.first_day) // 7 >= 12
    assert [one.value for one in events.assertions["hypersplenism"]] == ["no"]


def test_the_emergency_is_a_preliminary_hemoglobin_of_4_6() -> None:
    """With hemolysis and symptoms."""
    events = story("emergency")
    assert latest(events, "hemoglobin") == "4.6"
    assert example("emergency").observations[-4].status == "preliminary"
    for sign in ("hemolysis", "anemia-symptoms"):
        assert [one.value for one in events.assertions[sign]] == ["yes"]


def test_local_codes_are_read_by_name_and_the_rest_is_listed() -> None:
    """g/L and 10^9/L are converted; what has no known name is not guessed."""
    events = story("local-codes")
    assert latest(events, "hemoglobin") == "10.4"
    assert latest(events, "platelets") == "33000"
    assert latest(events, "neutrophils") == "1900"
    assert latest(events, "height") == "140"
    assert taken(events) == {"sirolimus": True, None: True}
    unread = [one.what for one in example("local-codes").unread]
    assert unread == ["Sonderprobe 9", "Hausmischung 3"]


def test_administrations_alone_make_a_course() -> None:
    """Four infusions a week apart are one; the premix is told by its ingredients."""
    events = story("administrations-only")
    assert [one.treatment for one in events.courses] == ["methylprednisolone", "rituximab"]
    rituximab = events.courses[1]
    assert rituximab.source.endswith("3 more")
    assert rituximab.end is not None
    assert all(one.dosage for one in example("administrations-only").courses)


@pytest.mark.hazard("H21")
def test_percent_neutrophils_are_unknown_not_low() -> None:
    """14 % is no count; the older absolute count stands."""
    events = story("percent-neutrophils")
    assert latest(events, "neutrophils") is Reason.WRONG_UNIT
    assert [one.unusable for one in events.observations["neutrophils"]] == [None, Reason.WRONG_UNIT]


def test_sirolimus_fails_at_a_good_level() -> None:
    """After mycophenolate, with troughs of 6 to 9."""
    events = story("sirolimus-failure")
    assert taken(events) == {"prednisone": False, "mycophenolate": False, "sirolimus": True}
    assert latest(events, "sirolimus-trough") == "8.7"
    assert latest(events, "platelets") == "21000"


def test_an_empty_record_says_only_who_it_is() -> None:
    """Birth and sex."""
    events = story("empty")
    assert not events.observations
    assert not events.courses
    assert events.assertions.keys() == {"birth", "sex"}


def test_a_bundle_in_syntheas_shape_is_read() -> None:
    """Transactions, URNs, claims; other drugs are no courses."""
    record = example("synthea-like")
    assert not record.unread
    assert all(one.other for one in record.courses)
    assert {"Claim", "ExplanationOfBenefit", "Provenance"} <= record.ignored.keys()
    assert latest(story("synthea-like"), "platelets") == "271940"


@pytest.mark.parametrize("name", sorted(STORIES))
def test_the_order_of_entries_never_changes_the_events(name: str) -> None:
    """A server may send them in any order."""
    content = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    content["entry"].reverse()
    backwards = read_fhir(json.dumps(content).encode(), received=date(2026, 11, 20))
    assert events_of(backwards, ANALYTES) == story(name)


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path to everything in a piece of JSON."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(cast("list[object]", value)):
            yield from places(inner, (*path, index))


@given(
    st.sampled_from(sorted(STORIES)),
    st.lists(
        st.tuples(
            st.integers(0, 10**6),
            st.sampled_from([None, True, 0, -1, "", "x", "2026-11-19", [], {}, [None], [{}], "%"]),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_a_damaged_bundle_is_read_in_part_or_refused(
    name: str, damage: list[tuple[int, object]]
) -> None:
    """Whatever is replaced by whatever, nothing but our own errors comes out."""
    content = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    for number, instead in damage:
        paths = list(places(content))
        *inner, last = paths[number % len(paths)]
        holder = content
        for step in inner:
            holder = holder[step]
        holder[last] = instead
    try:
        record = read_fhir(json.dumps(content).encode(), received=date(2026, 11, 20))
        events_of(record, ANALYTES)
    except (RecordError, Refusal):
        return
    assert same_entries(read_fhir(write_fhir(record), received=date(2026, 11, 20)), record)


def test_reading_is_fast() -> None:
    """A chart of 50 kB in a few milliseconds of processor time; the bound is ten times that."""
    content = (EXAMPLES / "sirolimus-failure.json").read_bytes()
    used: list[float] = []
    for _ in range(10):
        started = time.process_time()
        read_fhir(content, received=date(2026, 11, 20))
        used.append(time.process_time() - started)
    assert min(used) < 0.04


def test_reading_needs_no_heavy_import() -> None:
    """No models, no validators, no data frames are loaded."""
    code = "import sys, ferrata.exchange.fhir; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {
        "fhir.resources",
        "pydantic",
        "jsonschema",
        "duckdb",
        "z3",
        "numpy",
        "pint",
    }
