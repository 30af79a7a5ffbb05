"""What the parts of a bundle say together: by concept, by unit, by code, by reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ferrata.alps import catalogue
from ferrata.exchange.code_map import through_map
from ferrata.exchange.fhir.conflicts import CONFLICT
from ferrata.exchange.fhir.elements import Element
from ferrata.exchange.inspection.fates import ASKED, ELSEWHERE
from ferrata.exchange.inspection.model import (
    Counted,
    Fate,
    Ignored,
    NotUnderstood,
    Understood,
    Unused,
    Withdrawn,
)
from ferrata.exchange.inspection.parts import Part
from ferrata.guideline.events import (
    Analyte,
    Assertion,
    Event,
    Observation,
)
from ferrata.guideline.units import SMALLEST_STEP, plain
from ferrata.record.dates import when_of
from ferrata.record.model import (
    AssertionEntry,
    Coding,
    CourseEntry,
    Entry,
    ObservationEntry,
    PhaseEntry,
    Unread,
    VariantEntry,
)

LABELS = {
    one.id: one.label
    for one in (
        *catalogue.ANALYTES,
        *catalogue.SIGNS,
        *catalogue.QUESTIONS,
        *catalogue.TREATMENTS,
    )
}
_KINDS = ("measurement", "finding", "treatment", "review", "gene")


@dataclass(slots=True)
class _Concept:
    """What is on record of one concept."""

    kind: str
    count: int = 0
    days: list[str] = field(default_factory=list[str])
    undated: int = 0
    lowest: tuple[Decimal, str] | None = None
    highest: tuple[Decimal, str] | None = None
    said: Counter[str] = field(default_factory=Counter[str])
    by_map: int = 0


def understood(parts: Iterable[Part]) -> tuple[Understood, ...]:
    """Return a row for each concept that a part says something about."""
    found: dict[tuple[str, str], _Concept] = {}
    for part in parts:
        if part.fate is not Fate.UNDERSTOOD:
            continue
        for entry in part.entries:
            for kind, concept in _concepts(entry):
                row = found.setdefault((kind, concept), _Concept(kind))
                row.count += 1
                row.by_map += through_map(entry)
                _date(row, entry)
                for event in part.events:
                    if event.source == entry.reference:
                        _values(row, concept, event)
    ordered = sorted(found, key=lambda key: (_KINDS.index(key[0]), key[1]))
    return tuple(_row(concept, found[kind, concept]) for kind, concept in ordered)


def _concepts(entry: Entry) -> Iterator[tuple[str, str]]:
    match entry:
        case ObservationEntry(concept=str(concept)):
            yield "measurement", concept
        case AssertionEntry(concept=str(concept)):
            yield "finding", concept
        case CourseEntry(concept=str(concept)):
            yield "treatment", concept
        case VariantEntry():
            yield "gene", entry.gene or "a gene that is not named"
        case PhaseEntry():
            yield "gene", "phase of two variants"
        case _:
            name = entry.text or next((one.display or one.code for one in entry.codings), None)
            yield "review", name or "a list"


def _date(row: _Concept, entry: Entry) -> None:
    dates = [entry.date]
    if isinstance(entry, CourseEntry):
        dates = [entry.start or entry.date, entry.end]
    elif isinstance(entry, AssertionEntry):
        dates = [entry.date or entry.recorded, entry.until]
    sides = [side for text in dates if text for side in text.split("/")]
    days = [side[:10] for side in sides if when_of(side) is not None]
    row.days += days
    row.undated += not days


def _values(row: _Concept, concept: str, event: Event) -> None:
    match event:
        case Observation(low=Decimal() as low, high=Decimal() as high):
            analyte = ASKED[concept]
            first, last = side_texts(low, high, analyte)
            row.lowest = min(row.lowest or first, first)
            row.highest = max(row.highest or last, last)
        case Assertion(about=about, value=value) if about == concept:
            row.said[value or "left open"] += 1
        case _:
            pass


def side_texts(
    low: Decimal, high: Decimal, analyte: Analyte
) -> tuple[tuple[Decimal, str], tuple[Decimal, str]]:
    """Return the ends of a result; below or above a bound they are that bound with its sign."""
    if low == high:
        return (low, plain(low)), (high, plain(high))
    if low == analyte.plausible.low:
        edge = high + SMALLEST_STEP
        shown = f"<{plain(edge)}" if len(plain(edge)) < len(plain(high)) else f"<={plain(high)}"
        return (high, shown), (high, shown)
    if high == analyte.plausible.high:
        edge = low - SMALLEST_STEP
        shown = f">{plain(edge)}" if len(plain(edge)) < len(plain(low)) else f">={plain(low)}"
        return (low, shown), (low, shown)
    return (low, plain(low)), (high, plain(high))


def _row(concept: str, row: _Concept) -> Understood:
    analyte = ASKED.get(concept) if row.kind == "measurement" else None
    return Understood(
        concept=concept,
        label=LABELS.get(concept, concept),
        kind=row.kind,
        count=row.count,
        first=min(row.days, default=None),
        last=max(row.days, default=None),
        undated=row.undated,
        low=row.lowest[1] if row.lowest else None,
        high=row.highest[1] if row.highest else None,
        unit=analyte.unit.code if analyte else None,
        said=dict(sorted(row.said.items())),
        by_map=row.by_map,
    )


def ignored(parts: Iterable[Part]) -> tuple[Ignored, ...]:
    """Return what is outside what is asked, by type and code, the most frequent first."""
    kinds: defaultdict[str, Counter[tuple[str | None, str | None]]] = defaultdict(Counter)
    shown: dict[tuple[str | None, str | None], str] = {}
    for part in parts:
        if part.fate is Fate.IGNORED:
            coding = _first_coding(part)
            key = coding.system, coding.code
            kinds[part.kind][key] += 1
            shown.setdefault(key, coding.display or "")
    return tuple(
        Ignored(
            kind=kind,
            count=kinds[kind].total(),
            codes=tuple(
                Counted(count=count, display=shown[key], system=key[0], code=key[1])
                for key, count in sorted(
                    kinds[kind].items(), key=lambda one: (-one[1], one[0][1] or "")
                )
                if key != (None, None)
            ),
        )
        for kind in sorted(kinds, key=lambda kind: (-kinds[kind].total(), kind))
    )


_CODES = ("code", "vaccineCode", "medicationCodeableConcept", "type", "category")


def _first_coding(part: Part) -> Coding:
    """The code that says best what a part is about; a name in words counts as one."""
    for entry in part.entries:
        text = entry.text
        for one in entry.codings:
            if one.code:
                return Coding(one.system, one.code, one.display or text)
        if text:
            return Coding(None, text, text)
    return _raw_coding(part.element)


def _raw_coding(element: Element) -> Coding:
    for name in _CODES:
        held = element.get(name)
        concepts = held if isinstance(held, list) else [held]
        for concept in concepts:
            if not isinstance(concept, dict):
                continue
            codings = concept.get("coding")
            text = concept.get("text")
            for one in codings if isinstance(codings, list) else ():
                code = one.get("code") if isinstance(one, dict) else None
                if isinstance(one, dict) and isinstance(code, str):
                    system, display = one.get("system"), one.get("display")
                    return Coding(
                        system if isinstance(system, str) else None,
                        code,
                        display
                        if isinstance(display, str)
                        else (text if isinstance(text, str) else None),
                    )
            if isinstance(text, str):
                return Coding(None, text, text)
    return Coding()


def not_understood(parts: Iterable[Part], others: Iterable[Unused]) -> tuple[NotUnderstood, ...]:
    """Return what could not be used by reason, the most frequent first.

    `others` concern the bundle as a whole: pages that are missing.
    """
    found: _Reasons = defaultdict(dict)
    for part in parts:
        if part.fate is Fate.NOT_UNDERSTOOD:
            _note(part.unread, found)
            if not part.unread:
                found[part.why][Unused(where=part.name, what=what(part))] = None
        elif part.fate is not Fate.MERGED and part.fate is not Fate.UNDERSTOOD:
            _note(part.unread, found)
    for one in others:
        found["the bundle is not whole"][one] = None
    return _by_reason(found)


def doubts(parts: Iterable[Part]) -> tuple[NotUnderstood, ...]:
    """Return what is used and in doubt, by reason: contradicted, or without a readable date."""
    found: _Reasons = defaultdict(dict)
    for part in parts:
        if part.fate is Fate.UNDERSTOOD:
            _note(part.unread, found)
    return _by_reason(found)


_Reasons = defaultdict[str, dict[Unused, None]]


def _note(unread: Iterable[Unread], found: _Reasons) -> None:
    for one in unread:
        why, said = _general(one)
        found[why][Unused(where=one.where, what=said)] = None


def _by_reason(found: _Reasons) -> tuple[NotUnderstood, ...]:
    return tuple(
        NotUnderstood(why=why, items=tuple(found[why]))
        for why in sorted(found, key=lambda why: (-len(found[why]), why))
    )


def _general(one: Unread) -> tuple[str, str]:
    """The reason without the names in it, by which others of its kind are found."""
    match = ELSEWHERE.fullmatch(one.why)
    if match is None:
        return one.why, one.what
    return CONFLICT.format("another entry"), f"{one.what} (another in {match[1]})"


def what(part: Part) -> str:
    """Return what was written in a part, in one line."""
    for entry in part.entries:
        match entry:
            case ObservationEntry():
                said = (
                    entry.concept or name_of(entry),
                    entry.comparator,
                    entry.value or entry.value_text,
                    entry.unit or entry.unit_code,
                )
                return " ".join(one for one in said if one)
            case AssertionEntry():
                return " ".join(one for one in (name_of(entry), entry.answer_text) if one)
            case _:
                return name_of(entry)
    coding = _raw_coding(part.element)
    return coding.display or coding.code or ""


def name_of(entry: Entry) -> str:
    """Return what an entry is called in its source; empty where it has no name."""
    shown = (one.display or one.code for one in entry.codings)
    return entry.text or next((one for one in shown if one), "") or ""


def withdrawn(parts: Iterable[Part]) -> tuple[Withdrawn, ...]:
    """Return what gave nothing because of its status, by type and status."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for part in parts:
        if part.fate is Fate.WITHDRAWN:
            found[part.kind, part.why].append(part.name)
    return tuple(
        Withdrawn(kind=kind, status=status, names=tuple(names))
        for (kind, status), names in sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    )


def courses(parts: Iterable[Part]) -> Iterator[tuple[Part, CourseEntry]]:
    """Yield the orders, statements and administrations, one for each part."""
    for part in parts:
        entry = next((one for one in part.entries if isinstance(one, CourseEntry)), None)
        if entry is not None:
            yield part, entry


def counted(names: Iterable[str]) -> tuple[Counted, ...]:
    """Return how often each name occurs, the most frequent first."""
    found = Counter(names)
    return tuple(
        Counted(count=found[name], display=name)
        for name in sorted(found, key=lambda name: (-found[name], name))
    )


def drug_name(entry: CourseEntry) -> str:
    """Return how an order names its drug."""
    return name_of(entry) or "a drug without a name"
