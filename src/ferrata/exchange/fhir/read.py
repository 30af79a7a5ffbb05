"""FHIR R4 to a record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ferrata.exchange.fhir.absent import read_absent
from ferrata.exchange.fhir.allergy import read_allergy
from ferrata.exchange.fhir.answers import is_ours, read_answers, read_composition, read_list
from ferrata.exchange.fhir.bundle import Bundle, Item, read_bundle
from ferrata.exchange.fhir.condition import read_condition, read_procedure
from ferrata.exchange.fhir.conflicts import AMENDED, conflicts
from ferrata.exchange.fhir.course import KINDS as COURSES
from ferrata.exchange.fhir.course import read_course
from ferrata.exchange.fhir.dosage import amount_in_words
from ferrata.exchange.fhir.elements import Element, Malformed, children
from ferrata.exchange.fhir.family import read_family
from ferrata.exchange.fhir.immunization import read_immunization
from ferrata.exchange.fhir.observation import read_observation
from ferrata.exchange.fhir.patient import Subject, read_patient
from ferrata.exchange.fhir.report import missing_results, read_report
from ferrata.exchange.fhir.trace import AnyEntry, Given, Trace
from ferrata.exchange.fhir.variant import is_phase, is_variant, read_phase, read_variant
from ferrata.record.dates import when_of
from ferrata.record.model import (
    SCHEMA_VERSION,
    AssertionEntry,
    CourseEntry,
    ObservationEntry,
    PhaseEntry,
    Record,
    ReviewEntry,
    Unread,
    VariantEntry,
)
from ferrata.record.safety import refuse_unsafe

if TYPE_CHECKING:
    from ferrata.exchange.code_map import CodeMap

_SUPPORTING = frozenset({"Medication", "Patient", "Substance"})
"""Read where another resource refers to them."""

_ALONE = frozenset(
    {"AllergyIntolerance", "Condition", "FamilyMemberHistory", "Immunization", "Procedure"}
)
CONTAINED = "it is contained in another resource, where only results are read"


@dataclass(slots=True)
class _Found:
    """What has been read; a dict keeps the order, and an entry that comes twice counts once."""

    entries: dict[AnyEntry, None] = field(default_factory=dict[AnyEntry, None])
    unread: dict[Unread, None] = field(default_factory=dict[Unread, None])
    ignored: dict[str, int] = field(default_factory=dict[str, int])
    trace: Trace = field(default_factory=Trace)
    now: Given | None = None
    specimens: dict[str, str] = field(default_factory=dict[str, str])

    def begin(self, item: Item) -> None:
        """What is added from here on comes from `item`."""
        self.now = self.trace.begin(item)

    def drawn(self, item: Item) -> None:
        """Remember from which specimen a result is; the record itself does not keep it."""
        specimen = item.resource.get("specimen")
        if isinstance(specimen, dict):
            self.specimens[item.name] = json.dumps(specimen, sort_keys=True, default=str)

    def add(self, found: Iterable[AnyEntry | Unread]) -> None:
        for one in found:
            if self.now is not None:
                self.now.found.append(one)
            if isinstance(one, Unread):
                self.unread[one] = None
            else:
                self.entries[one] = None


def read_fhir(
    source: bytes | Path,
    *,
    received: date,
    code_map: CodeMap | None = None,
    trace: Trace | None = None,
) -> Record:
    """Return the record of the one patient in a FHIR R4 Bundle, received on a day.

    Bundles of type collection, searchset, document, transaction, batch and message are read, up to
    20 MB. Numbers keep their digits, dates and units their spelling. `code_map` says what the
    site's own codes mean; `trace` is told what each resource gave.

    Raises:
        RecordError: when it is no JSON, no Bundle, of another version of FHIR, too large, or has no
            Patient.
        Refusal: when it is about more than one patient, the patient is not born yet, or something
            happened after `received`.
    """
    bundle = read_bundle(source)
    if code_map is not None:
        code_map.translate(item.resource for item in bundle.items)
    patient, subject = read_patient(bundle)
    found = _Found(trace=trace or Trace())
    found.trace.bundle = bundle
    found.add(bundle.unread)
    for item in bundle.items:
        found.begin(item)
        try:
            subject.check(item)
            older = bundle.replaced.get(id(item.resource))
            if older is None:
                _read(item, item.resource, bundle, subject, found)
            else:
                found.add([Unread(item.name, _shown(item.resource), older)])
        except Malformed as error:
            found.add([Unread(item.name, "", str(error))])
    found.now = None
    _settle(found)
    found.add(one for entry in found.entries for one in _nonsense(entry))
    entries = found.entries
    record = Record(
        schema_version=SCHEMA_VERSION,
        patient=patient,
        received=received.isoformat(),
        observations=tuple(one for one in entries if isinstance(one, ObservationEntry)),
        assertions=tuple(one for one in entries if isinstance(one, AssertionEntry)),
        courses=tuple(one for one in entries if isinstance(one, CourseEntry)),
        reviews=tuple(one for one in entries if isinstance(one, ReviewEntry)),
        variants=tuple(one for one in entries if isinstance(one, VariantEntry)),
        phases=tuple(one for one in entries if isinstance(one, PhaseEntry)),
        unread=tuple(found.unread),
        ignored=dict(sorted(found.ignored.items())),
    )
    if code_map is not None:
        record = code_map.named_in(record)
    refuse_unsafe(record)
    found.trace.record = record
    return record


def _read(item: Item, resource: Element, bundle: Bundle, subject: Subject, found: _Found) -> None:
    absent = read_absent(item.name, resource)
    if absent is not None:
        found.add([absent])
        return
    match item.kind:
        case "Observation" if is_variant(resource):
            found.add(read_variant(item, bundle))
        case "Observation" if is_phase(resource):
            found.add([read_phase(item.name, resource, bundle)])
        case "Observation":
            found.add(read_observation(item.name, resource))
            found.add(missing_results(item, bundle))
            found.drawn(item)
        case "DiagnosticReport":
            unread = list(read_report(item, bundle))
            found.add(unread)
            if not unread:
                _ignore(item.kind, found)
        case "Condition":
            found.add([read_condition(item.name, resource)])
        case "Procedure":
            found.add(read_procedure(item.name, resource))
        case "AllergyIntolerance":
            found.add(read_allergy(item.name, resource))
        case "Immunization":
            found.add(read_immunization(item.name, resource))
        case "FamilyMemberHistory":
            found.add(read_family(item.name, resource))
        case "Composition":
            reviews = list(read_composition(item.name, resource))
            found.add(reviews)
            if not reviews:
                _ignore(item.kind, found)
        case kind if kind in COURSES:
            courses = read_course(item.name, resource, bundle)
            found.add(courses)
            found.add(_unidentified(one) for one in courses if not (one.concept or one.other))
        case "QuestionnaireResponse" if is_ours(resource):
            found.add(read_answers(item.name, resource))
        case "List":
            review = read_list(item.name, resource)
            if review is None:
                _ignore(item.kind, found)
            else:
                found.add([review])
        case kind if kind in _SUPPORTING:
            return
        case kind:
            _ignore(kind, found)
    _read_contained(item, resource, bundle, subject, found)


def _read_contained(
    item: Item, resource: Element, bundle: Bundle, subject: Subject, found: _Found
) -> None:
    """Read the results that a resource, such as a report, holds in itself; name what else it does.

    What is contained only to be referred to, such as a drug or a person, is supporting.
    """
    if "contained" not in resource:
        return
    for one in children(resource, "contained"):
        kind = one.get("resourceType")
        inner = Item(str(kind), f"{item.name}#{one.get('id') or ''}", one)
        if not isinstance(kind, str):
            found.begin(inner)
            found.add([Unread(inner.name, "", "the contained resource has no resourceType")])
        elif kind in COURSES or kind in _ALONE:
            found.begin(inner)
            found.add([Unread(inner.name, "", CONTAINED)])
        elif kind == "Observation":
            found.begin(inner)
            try:
                subject.check(inner)
                _read(inner, one, bundle, subject, found)
            except Malformed as error:
                found.add([Unread(inner.name, "", str(error))])
    found.begin(item)


def _shown(resource: Element) -> str:
    quantity = resource.get("valueQuantity")
    return amount_in_words(quantity) if isinstance(quantity, dict) else ""


def _settle(found: _Found) -> None:
    """Tell results of one time that contradict each other; one that was amended goes."""
    results = [one for one in found.entries if isinstance(one, ObservationEntry)]
    for entry, unread in list(conflicts(results, found.specimens)):
        found.add([unread])
        if unread.why == AMENDED:
            found.entries.pop(entry, None)


def _unidentified(entry: CourseEntry) -> Unread:
    names = (name for one in entry.codings for name in (one.display, one.code) if name)
    what = entry.text or next(names, "")
    return Unread(entry.reference, what, "which drug this is cannot be told from codes or name")


def _ignore(kind: str, found: _Found) -> None:
    if found.now is not None:
        found.now.ignored = True
    found.ignored[kind] = found.ignored.get(kind, 0) + 1


def _nonsense(entry: AnyEntry) -> Iterable[Unread]:
    """Name the dates of an entry that no calendar has; the entry itself is kept as undated."""
    dates = [entry.date]
    if isinstance(entry, AssertionEntry):
        dates += [entry.recorded, entry.until]
    elif isinstance(entry, CourseEntry):
        dates += [entry.start, entry.end]
    for text in dates:
        if text and any(side and when_of(side) is None for side in text.split("/")):
            yield Unread(entry.reference, text, "not a date; the entry counts as undated")
