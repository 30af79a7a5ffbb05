"""The fate of each part of a bundle: nothing is subtracted, every part is visited.

A part is an entry of the bundle, a component of an Observation, or a contained resource. Its fate
follows from what it gave when it was read (`exchange.fhir.trace`), and from what the record makes
of that: an entry is asked alone for its events, as `record.events` gives them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from msgspec.structs import replace

from ferrata.alps import codes
from ferrata.alps.catalogue import ANALYTES
from ferrata.exchange.fhir.concepts import keys_of
from ferrata.exchange.fhir.conflicts import AMENDED, CONFLICT
from ferrata.exchange.fhir.elements import Element
from ferrata.exchange.fhir.trace import AnyEntry, Trace
from ferrata.exchange.inspection.model import Fate
from ferrata.exchange.inspection.parts import Part, every_part
from ferrata.exchange.standard_codes import STANDARD
from ferrata.guideline.events import Event, Events, Observation
from ferrata.guideline.values import Reason
from ferrata.record.events import events_of
from ferrata.record.measurements import why_unusable
from ferrata.record.model import (
    AssertionEntry,
    Coding,
    CourseEntry,
    ObservationEntry,
    PhaseEntry,
    Record,
    ReviewEntry,
    Unread,
    VariantEntry,
)
from ferrata.record.numbers import interval_of, result_of
from ferrata.record.statuses import RESULTS, Use
from ferrata.record.strict_json import Json

ASKED = {one.id: one for one in ANALYTES}
"""Every analyte, by id."""

SUPPORTING = frozenset({"Medication", "Patient", "Substance"})
_READ = frozenset(
    {
        "AllergyIntolerance",
        "Composition",
        "Condition",
        "FamilyMemberHistory",
        "Immunization",
        "List",
        "MedicationAdministration",
        "MedicationDispense",
        "MedicationRequest",
        "MedicationStatement",
        "Observation",
        "Procedure",
        "QuestionnaireResponse",
    }
)
_RANK = (Fate.NOT_UNDERSTOOD, Fate.UNDERSTOOD, Fate.WITHDRAWN, Fate.MERGED, Fate.IGNORED)
"""A part that gave several things has the first of their fates."""

UNDATED = "counts as undated"
"""What the reason says of an entry that is used though its date cannot be read."""

ELSEWHERE = re.compile(re.escape(CONFLICT).replace(r"\{\}", "(.+)"))
"""The reason of an entry that is used though another one contradicts it; the group names it."""

OLDER = "an older version"
"""How the reason begins why an older version of a resource is not read."""

LOCAL_ONLY = "neither a standard code nor a name that is known"
NO_UNIT = "a number without a unit"
OPEN_ANSWER = "the answer is none that is known"


def parts_of(trace: Trace, suffix: str = "") -> list[Part]:
    """Return every part of the bundle of `trace`, each with its fate.

    `suffix` is what a code map adds to the references of a record.
    """
    assert trace.record is not None
    parts = list(every_part(trace))
    judge = _Judge.of(trace.record, parts, suffix)
    for part in parts:
        part.fate, part.why = judge(part)
    return parts


@dataclass(slots=True)
class _Judge:
    """What the whole record makes of its entries."""

    record: Record
    suffix: str
    sources: frozenset[str]
    kept: frozenset[str]
    later: dict[str, list[Unread]]

    @classmethod
    def of(cls, record: Record, parts: Iterable[Part], suffix: str) -> _Judge:
        whole = events_of(record, ASKED)
        sources = frozenset(one.source for rows in whole.observations.values() for one in rows)
        told = {one for part in parts for one in part.unread}
        later: defaultdict[str, list[Unread]] = defaultdict(list)
        for one in record.unread:
            plain = replace(one, where=one.where.removesuffix(suffix)) if suffix else one
            if plain not in told:
                later[plain.where].append(plain)
        kept = frozenset(
            one.reference
            for entries in (
                record.observations + record.assertions + record.courses,
                record.reviews + record.variants + record.phases,
            )
            for one in entries
        )
        return cls(record, suffix, sources, kept, later)

    def __call__(self, part: Part) -> tuple[Fate, str]:
        """Return the fate of `part` and why, and note its events and what is unread of it."""
        for reference in dict.fromkeys(one.reference for one in part.entries):
            part.unread += self.later.get(reference, [])
        found = [self._of_entry(part, one) for one in part.entries]
        if part.unread and all(_is_doubt(one.why) for one in part.unread):
            fates = {one for one, _ in found}
            if Fate.UNDERSTOOD in fates and Fate.NOT_UNDERSTOOD not in fates:
                return Fate.UNDERSTOOD, part.unread[0].why
        if part.unread and all(_is_replaced(one.why) for one in part.unread):
            return Fate.MERGED, part.unread[0].why
        if part.unread:
            return Fate.NOT_UNDERSTOOD, part.unread[0].why
        for fate in _RANK:
            for one, why in found:
                if one is fate:
                    return fate, why
        return _without_entry(part)

    def _of_entry(self, part: Part, entry: AnyEntry) -> tuple[Fate, str]:
        if self.kept.isdisjoint((entry.reference, f"{entry.reference}{self.suffix}")):
            return Fate.NOT_UNDERSTOOD, "it was read and not kept"
        events = self._events(entry)
        part.events += events
        match entry:
            case ObservationEntry():
                return self._observation(entry, events)
            case AssertionEntry():
                return _assertion(entry, events)
            case CourseEntry():
                return _course(entry, events)
            case ReviewEntry():
                if not entry.concepts:
                    return Fate.IGNORED, "it reviews nothing that is asked about"
                return (Fate.UNDERSTOOD, "") if events else _withdrawn(entry.status)
            case VariantEntry() | PhaseEntry():
                use = RESULTS.get(entry.status, Use.UNREADABLE)
                if use is Use.NO_EVENT:
                    return _withdrawn(entry.status)
                if use is Use.UNREADABLE:
                    return Fate.NOT_UNDERSTOOD, _status(entry.status)
                if isinstance(entry, PhaseEntry) and entry.value is None:
                    return Fate.NOT_UNDERSTOOD, OPEN_ANSWER
                return Fate.UNDERSTOOD, ""
            case _:
                assert_never(entry)

    def _events(self, entry: AnyEntry) -> list[Event]:
        """The events of one entry, as if it stood alone."""
        alone = replace(
            self.record,
            patient=replace(self.record.patient, sex=None),
            observations=(entry,) if isinstance(entry, ObservationEntry) else (),
            assertions=(entry,) if isinstance(entry, AssertionEntry) else (),
            courses=(entry,) if isinstance(entry, CourseEntry) else (),
            reviews=(entry,) if isinstance(entry, ReviewEntry) else (),
            variants=(entry,) if isinstance(entry, VariantEntry) else (),
            phases=(entry,) if isinstance(entry, PhaseEntry) else (),
            unread=(),
            ignored={},
        )
        return [one for one in _flat(events_of(alone, ASKED)) if one.source == entry.reference]

    def _observation(self, entry: ObservationEntry, events: list[Event]) -> tuple[Fate, str]:
        if entry.concept is None:
            return Fate.IGNORED, "measures something that is not asked about"
        if not events:
            return _withdrawn(entry.status)
        event = events[0]
        assert isinstance(event, Observation)
        if event.unusable is not None:
            if RESULTS.get(entry.status, Use.UNREADABLE) is Use.UNREADABLE:
                return Fate.NOT_UNDERSTOOD, _status(entry.status)
            if entry.absent:
                return Fate.NOT_UNDERSTOOD, f"no result: {entry.absent}"
            if event.unusable is Reason.WRONG_UNIT and not has_unit(entry):
                return Fate.NOT_UNDERSTOOD, NO_UNIT
            why = why_unusable(entry, ASKED[entry.concept])
            return Fate.NOT_UNDERSTOOD, why or event.unusable.value
        if self.sources.isdisjoint((entry.reference, f"{entry.reference}{self.suffix}")):
            return Fate.MERGED, "the same result is on record elsewhere"
        return Fate.UNDERSTOOD, ""


def has_unit(entry: ObservationEntry) -> bool:
    """Return whether a result says its unit, in words or as a code."""
    if entry.unit or entry.unit_code:
        return True
    result = result_of(entry.value_text or "") or interval_of(entry.value_text or "")
    return result is not None and result.unit is not None


def _flat(events: Events) -> Iterator[Event]:
    for rows in (events.observations, events.assertions, events.reviews):
        for found in rows.values():
            yield from found
    yield from events.courses


def _assertion(entry: AssertionEntry, events: list[Event]) -> tuple[Fate, str]:
    if entry.concept is None:
        if entry.verification == "entered-in-error" or entry.status == "entered-in-error":
            return _withdrawn("entered-in-error")
        if not (entry.codings or entry.text) and entry.resource != "FamilyMemberHistory":
            return Fate.NOT_UNDERSTOOD, "it has neither a code nor a name"
        known = is_standard(entry.codings) or entry.resource == "AllergyIntolerance"
        if known or not (entry.codings or entry.text):
            return Fate.IGNORED, "about something that is not asked about"
        return Fate.NOT_UNDERSTOOD, LOCAL_ONLY
    if not events:
        return _withdrawn(
            entry.verification if entry.verification == "entered-in-error" else entry.status
        )
    said = {getattr(one, "value", None) for one in events}
    if entry.value is not None and said == {None}:
        return Fate.NOT_UNDERSTOOD, _status(entry.status)
    if entry.value is None and (entry.answers or entry.answer_text):
        return Fate.NOT_UNDERSTOOD, OPEN_ANSWER
    return Fate.UNDERSTOOD, ""


def _course(entry: CourseEntry, events: list[Event]) -> tuple[Fate, str]:
    if entry.other:
        return Fate.IGNORED, "a drug of another kind"
    if not events:
        return _withdrawn(entry.intent if entry.status == "active" else entry.status)
    if all(getattr(one, "treatment", None) is None for one in events):
        return Fate.NOT_UNDERSTOOD, _status(entry.status)
    return Fate.UNDERSTOOD, ""


def _is_doubt(why: str) -> bool:
    """Whether what is unread leaves the entry in use, with a doubt."""
    return UNDATED in why or ELSEWHERE.fullmatch(why) is not None


def _is_replaced(why: str) -> bool:
    """Whether what is unread is so because a newer version stands in the same bundle."""
    return why == AMENDED or why.startswith(OLDER)


def _without_entry(part: Part) -> tuple[Fate, str]:
    """The fate of a part that gave nothing."""
    holder = part.holder
    if holder is not None and holder.fate is Fate.MERGED:
        return Fate.MERGED, holder.why
    if part.component and holder is not None:
        return _silent_component(part, holder)
    if part.ignored:
        return Fate.IGNORED, "of a type that no guideline asks about"
    if part.kind in SUPPORTING:
        return Fate.SUPPORTING, "read where others refer to it"
    if part.kind == "Observation" and (
        part.element.get("component") or part.element.get("hasMember")
    ):
        return Fate.SUPPORTING, "a panel: its results stand in its parts"
    if part.kind == "QuestionnaireResponse":
        return Fate.IGNORED, "nothing in it is answered"
    if holder is not None and part.kind not in _READ and part.element:
        return Fate.IGNORED, "of a type that no guideline asks about"
    if holder is not None and part.kind != "Observation" and part.element:
        return Fate.NOT_UNDERSTOOD, f"a {part.kind} inside another resource is not read"
    return Fate.NOT_UNDERSTOOD, "nothing could be read from it"


def _silent_component(part: Part, holder: Part) -> tuple[Fate, str]:
    for entry in holder.entries:
        if isinstance(entry, VariantEntry):
            known = any(key in _LINES for key in keys_of(_codings(part.element)))
            return (Fate.UNDERSTOOD, "") if known else (Fate.IGNORED, "a line nobody asks about")
        if isinstance(entry, PhaseEntry):
            return Fate.IGNORED, "a line nobody asks about"
    if holder.unread:
        return Fate.NOT_UNDERSTOOD, holder.unread[0].why
    return Fate.NOT_UNDERSTOOD, "nothing could be read from it"


_LINES = frozenset((row.system, row.code) for row in codes.PARTS)


def _codings(element: Element) -> tuple[Coding, ...]:
    code = element.get("code")
    held: Json = code.get("coding") if isinstance(code, dict) else None
    return tuple(
        Coding(_text(one.get("system")), _text(one.get("code")))
        for one in (held if isinstance(held, list) else ())
        if isinstance(one, dict)
    )


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None


def is_standard(codings: tuple[Coding, ...]) -> bool:
    """Return whether one of `codings` is of a system that means the same everywhere."""
    return any(system in STANDARD for system, _ in keys_of(codings))


def _withdrawn(status: str | None) -> tuple[Fate, str]:
    return Fate.WITHDRAWN, status or "no status"


def _status(status: str | None) -> str:
    said = f"the status {status!r}" if status else "it has no status: that"
    return f"{said} leaves open whether it stands"
