"""What a reader of a file must hold to, for every file. Each returns what was read."""

from __future__ import annotations

import atexit
import json
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from zlib import crc32

from tests.exchange.bundles import ANALYTES
from tests.fuzz import seeds
from tests.taper.plans import ON

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.alps.interactions import TABLE
from ferrata.dosing.portions import combinations, nearest
from ferrata.exchange.calendar import calendar_file
from ferrata.exchange.calendar_page import calendar_page
from ferrata.exchange.code_map import CodeMap
from ferrata.exchange.code_map_file import read_code_map
from ferrata.exchange.fhir import read_fhir, write_fhir
from ferrata.exchange.inspection import check_map, inspect_fhir
from ferrata.exchange.inspection.text import inspection_text
from ferrata.guideline.errors import RecordError, Refusal
from ferrata.guideline.parameters import Site
from ferrata.languages import read, say, speaking, spoken
from ferrata.plan import plan
from ferrata.plan.assessment.assess import assess
from ferrata.plan.assessment.text import assessment_text
from ferrata.plan.dose.site import read_site
from ferrata.plan.interactions.build import medicines_of
from ferrata.plan.json import as_json, read_plan, write_plan
from ferrata.plan.taper import read_taper, taper_note, taper_text
from ferrata.plan.text import text
from ferrata.record.events import events_of
from ferrata.record.files import read_record, write_record
from ferrata.record.model import Record
from ferrata.record.strict_json import MAX_DEPTH, Json, read_json

PLANNED = 150
"""Of so many inputs one is planned with, if its record can be read: a plan takes a while."""


def sampled(data: bytes, every: int) -> bool:
    """Whether this input is one of the `every`-th: by its content, so that a find comes again."""
    return crc32(data) % every == 0


def plain_json(data: bytes) -> object:
    """Read twice it is the same, not too deep; written again and read, it is still the same."""
    found = read_json(data)
    assert read_json(data) == found
    assert read_json(_written(found, 1).encode()) == found
    return found


def _written(found: Json, depth: int) -> str:
    """JSON with every digit, by a writer of our own."""
    assert depth <= MAX_DEPTH or not isinstance(found, dict | list)
    match found:
        case dict():
            pairs = (f"{json.dumps(k)}:{_written(v, depth + 1)}" for k, v in found.items())
            return "{" + ",".join(pairs) + "}"
        case list():
            return "[" + ",".join(_written(one, depth + 1) for one in found) + "]"
        case Decimal():
            return str(found)
        case _:
            return json.dumps(found)


def record(data: bytes) -> object:
    """A record that was read is written and read without loss, and gives events or a refusal."""
    found = read_record(data)
    written = write_record(found)
    assert read_record(written) == found
    assert write_record(read_record(written)) == written
    _used(found, data)
    return found


def bundle(data: bytes) -> object:
    """A bundle gives the same record each time, which is kept without loss and can be used."""
    found = read_fhir(data, received=ON)
    again = read_fhir(data, received=ON)
    assert again == found, "read twice, two records"
    kept = write_record(found)
    assert read_record(kept) == found, "the record is not the same after it was kept"
    if sampled(data, 5):
        with suppress(Refusal, RecordError):
            read_fhir(write_fhir(found), received=ON)
    if sampled(data, 7):
        read_fhir(data, received=ON, code_map=_code_map())
    _used(found, data)
    return found


def inspected(data: bytes) -> object:
    """Each part of a bundle has one fate; what is shown can be shown as text and as JSON."""
    codes = _code_map() if sampled(data, 3) else None
    found = inspect_fhir(data, received=ON, code_map=codes)
    assert sum(found.fates.values()) == found.total == len(found.pieces)
    as_json(found)
    assert inspection_text(found)
    return found


@cache
def _code_map() -> CodeMap:
    return read_code_map(seeds.code_maps()[0])


def _used(found: Record, data: bytes) -> None:
    """Whoever uses a record that was read may refuse; nothing else may happen."""
    with suppress(Refusal, RecordError):
        events_of(found, ANALYTES)
        if sampled(data, PLANNED):
            made = plan(found, RECONCILED, RECONCILED.site(), ON, compare=GUIDELINES[1:])
            assert read_plan(write_plan(made)) == made
            assert text(made)
            assessed = assess(found, DIAGNOSIS, ON)
            as_json(assessed)
            assert assessment_text(assessed)
            as_json(medicines_of(found, TABLE, ON))


def code_map(data: bytes) -> object:
    """A map that is read can be listed and used."""
    found = read_code_map(data)
    as_json(check_map(found))
    if sampled(data, 20):
        for one in _mapped():
            read_fhir(one, received=ON, code_map=found)
    return found


@cache
def _mapped() -> tuple[bytes, ...]:
    return ((seeds.EXAMPLES / "local-codes.json").read_bytes(),)


def site(data: bytes) -> object:
    """What a site holds has a size; what it set lies in the range that was proved."""
    found = read_site(data, RECONCILED)
    for one in found.products:
        assert one.strength.value > 0
        assert one.step > 0
        assert one.step_mass > 0
    for treatment in {one.treatment for one in found.products}:
        own = (one for one in found.products if one.treatment == treatment)
        for together in combinations(own):
            given = nearest(Fraction(5), Fraction(4), Fraction(6), together)
            assert given is None or 4 <= given.milligrams <= 6
    in_force = Site(RECONCILED.parameters, found.settings)
    assert found.hash(in_force) == read_site(data, RECONCILED).hash(in_force)
    return found


def taper(data: bytes) -> object:
    """A plan of a course that is read can be written in every form, and read again."""
    found = read_taper(data)
    assert read_taper(as_json(found)) == found
    assert sum(1 for _ in found.daily()) == sum(one.days for one in found.steps)
    assert calendar_file(found)
    assert calendar_page(found)
    assert taper_text(found)
    assert taper_note(found).isascii()
    return found


def kept_plan(data: bytes) -> object:
    """A plan that is read is written as it was read."""
    found = read_plan(data)
    assert read_plan(write_plan(found)) == found
    return found


@cache
def _folder() -> Path:
    folder = mkdtemp(prefix="ferrata-fuzz-")
    atexit.register(rmtree, folder, ignore_errors=True)
    return Path(folder)


_PHRASES = (("value", "{number} of {all}"), ("value", "yes"), ("one", "many"), ("", ""))


def catalogue(data: bytes) -> object:
    """A catalogue, however damaged, never takes a value out of a phrase, nor executes anything."""
    path = _folder() / "de.mo"
    path.write_bytes(data)
    found = read(path, "de")
    with speaking(found):
        assert spoken() is found
        for id, english in _PHRASES:
            said = say(id, english, number=38, all=40)
            assert "{number}" in said or "38" in said or "number" not in english
    return found
