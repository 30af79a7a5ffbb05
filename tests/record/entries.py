"""Small records to write tests with, and a strategy for all of them."""

from typing import get_args

from hypothesis import strategies as st
from msgspec import Struct

from ferrata.alps.concepts import Lab
from ferrata.guideline.events import Analyte, Events
from ferrata.guideline.values import Reason
from ferrata.record.events import events_of
from ferrata.record.model import (
    SCHEMA_VERSION,
    AssertionEntry,
    AssertionResource,
    Coding,
    CourseEntry,
    CourseResource,
    ObservationEntry,
    Part,
    Patient,
    PhaseEntry,
    Record,
    ReviewEntry,
    Unread,
    VariantEntry,
)

ANALYTES = {one.id: one for one in vars(Lab).values() if isinstance(one, Analyte)}
RECEIVED = "2026-11-20"

Entry = ObservationEntry | AssertionEntry | CourseEntry | ReviewEntry | VariantEntry | PhaseEntry


def record(
    *entries: Entry, birth_date: str | None = "2018-02-03", sex: str | None = None
) -> Record:
    """A record of these entries, received on 2026-11-20."""
    return Record(
        schema_version=SCHEMA_VERSION,
        patient=Patient(id="1", birth_date=birth_date, sex=sex),
        received=RECEIVED,
        observations=tuple(one for one in entries if isinstance(one, ObservationEntry)),
        assertions=tuple(one for one in entries if isinstance(one, AssertionEntry)),
        courses=tuple(one for one in entries if isinstance(one, CourseEntry)),
        reviews=tuple(one for one in entries if isinstance(one, ReviewEntry)),
        variants=tuple(one for one in entries if isinstance(one, VariantEntry)),
        phases=tuple(one for one in entries if isinstance(one, PhaseEntry)),
    )


def events(*entries: Entry) -> Events:
    """The events of these entries."""
    return events_of(record(*entries), ANALYTES)


_TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_CODINGS = st.lists(st.builds(Coding, _TEXT, _TEXT, _TEXT), max_size=2).map(tuple)
_STRING = _TEXT.map(lambda text: text or "x")


def _fields(kind: type[Struct]) -> dict[str, st.SearchStrategy[object]]:
    known: dict[str, st.SearchStrategy[object]] = {
        "reference": _STRING,
        "codings": _CODINGS,
        "answers": _CODINGS,
        "relationship": _CODINGS,
        "parts": st.lists(
            st.builds(Part, codings=_CODINGS, text=_TEXT, answers=_CODINGS, answer_text=_TEXT),
            max_size=2,
        ).map(tuple),
        "variants": st.lists(_STRING, max_size=2).map(tuple),
        "unusable": st.none() | st.sampled_from(Reason),
        "other": st.booleans(),
        "as_needed": st.booleans(),
        "based_on": st.lists(_STRING, max_size=2).map(tuple),
        "concepts": st.lists(_STRING, max_size=2).map(tuple),
        "resource": st.sampled_from(
            get_args(CourseResource if kind is CourseEntry else AssertionResource)
        ),
    }
    return {name: known.get(name, _TEXT) for name in kind.__struct_fields__}


def _several(kind: type[Struct]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.builds(kind, **_fields(kind)), max_size=3).map(tuple)


def records() -> st.SearchStrategy[Record]:
    """Any record at all, sensible or not."""
    return st.builds(
        Record,
        schema_version=st.just(SCHEMA_VERSION),
        patient=st.builds(Patient, id=_STRING, birth_date=_TEXT, sex=_TEXT, label=_STRING),
        received=_STRING,
        observations=_several(ObservationEntry),
        assertions=_several(AssertionEntry),
        courses=_several(CourseEntry),
        reviews=_several(ReviewEntry),
        variants=_several(VariantEntry),
        phases=_several(PhaseEntry),
        unread=st.lists(st.builds(Unread, _STRING, _STRING, _STRING), max_size=2).map(tuple),
        ignored=st.dictionaries(_STRING, st.integers(0, 10**6), max_size=2),
    )
