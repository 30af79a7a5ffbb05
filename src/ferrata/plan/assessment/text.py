"""An assessment as text and as JSON: nothing in either that is not in the value."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

import msgspec

from ferrata.guideline.values import Reason as Unsaid
from ferrata.plan.assessment.model import (
    ASSESSMENT_SCHEMA_VERSION,
    Assessed,
    ItemAnswer,
    KindAnswer,
    Needed,
    SetAnswer,
)
from ferrata.plan.text import WIDTH, harmless

_MOST = 4
"""An item shows so many values in text; the JSON holds them all."""


def write_assessment(made: Assessed) -> bytes:
    """Return `made` as indented JSON, UTF-8."""
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def read_assessment(source: bytes) -> Assessed:
    """Return the assessment that :func:`write_assessment` wrote."""
    return msgspec.json.decode(source, type=Assessed)


def assessment_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what :func:`write_assessment` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://ferrata.health/schema/assessment-{ASSESSMENT_SCHEMA_VERSION}.json",
        **msgspec.json.schema(Assessed),
        "title": "Ferrata assessment",
    }


def assessment_text(made: Assessed) -> str:
    """Return `made` as text, at most 100 columns wide; numbers are never cut."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: Assessed) -> Iterator[str]:
    yield from _wrapped(made.notice)
    yield ""
    who = ", ".join(one for one in (made.patient.label, made.patient.age, made.patient.sex) if one)
    yield from _wrapped(f"{who}  [Patient/{made.patient.id}]   on {made.on}")
    spoke = made.assessment
    yield from _wrapped(f"{spoke.title} {spoke.version} ({spoke.hash[:12]}), {spoke.review}")
    yield from _heading("Conclusion")
    yield from _wrapped(made.summary, "  ")
    if not made.overruled_by:
        for one in made.criteria.conclusions:
            if one.id == made.criteria.reached:
                yield from _wrapped(f"{one.text} [{' '.join(one.warrants)}]", "  ")
        for one in made.kinds:
            if one.answer == "yes":
                yield from _kind(one, "")
    for one in (*made.exclusions, *made.alerts):
        yield from _kind(one, "! ")
    yield from _heading(made.criteria.title)
    for item in made.criteria.items:
        yield from _item(item)
    if made.missing:
        yield from _heading("Missing, and what it would make of the conclusion")
        alone = [one for one in made.missing if any(change.effects for change in one.changes)]
        for one in alone:
            yield from _needed(one)
        others = [_asked(one) for one in made.missing if one not in alone]
        if others:
            yield from _wrapped(f"not by itself: {'; '.join(others)}", "  ? ", "    ")
    if made.next:
        yield from _heading("Next, in this order")
        for number, step in enumerate(made.next, start=1):
            if step.certain:
                said = f"{number}. {step.text} ({step.because}) [{' '.join(step.warrants)}]"
                yield from _wrapped(said, "  ", "     ")
        later = [one.text for one in made.next if not one.certain and one.kind == "Order"]
        if later:
            yield from _wrapped(f"later, as the answers come: {'; '.join(later)}", "  ", "     ")
    if made.flags:
        yield from _heading("Flags")
        for one in made.flags:
            ids = f" [{' '.join(one.warrants)}]" if one.warrants else ""
            said = f"{one.label} {one.value}, {one.date}: {one.text}{ids}"
            yield from _wrapped(said, "  ! ", "    ")
    yield from _heading("Copies of the criteria, and other definitions")
    yield from _copies(made)
    if made.unread:
        yield from _heading("In the record and not used")
        for line in made.unread:
            yield from _wrapped(line, "  ")
    yield ""
    yield f"{made.software}; {spoke.id} {spoke.version}, SHA-256 {spoke.hash}"


def _heading(title: str) -> Iterator[str]:
    yield ""
    yield title.upper()


def _wrapped(text: str, indent: str = "", then: str | None = None) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if then is None else then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _kind(one: KindAnswer, mark: str) -> Iterator[str]:
    former = f" (formerly {one.former})" if one.former else ""
    beside = f" {one.beside}." if one.beside else ""
    ids = " ".join(one.warrants)
    yield from _wrapped(f"{mark}{one.title}{former}: {one.text}{beside} [{ids}]", "  ", "    ")


def _item(item: ItemAnswer) -> Iterator[str]:
    values = _values(item)
    said = f"{item.id}: {item.title}" + (f" ({values})" if values else "")
    note = f"; {item.note}" if item.note and item.answer == "no" else ""
    line = f"{said}{note} [{' '.join(item.warrants)}]"
    yield from _wrapped(line, f"  {item.answer:<8} ", " " * 11)


def _values(item: ItemAnswer) -> str:
    """The values that settle an item; while it is open, what is not known in short."""
    seen = {
        one.label: f"{one.label} open"
        if not one.known and one.value.endswith(Unsaid.NEVER_RECORDED.value)
        else f"{one.label}: {one.value}" + (f", {one.date}" if one.date else "")
        for reason in item.reasons
        for one in reason.values
    }
    listed = list(seen.values())
    more = f"; and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
    return "; ".join(listed[:_MOST]) + more


def _needed(one: Needed) -> Iterator[str]:
    how = f"--answer {one.concept}={'|'.join(one.answers)}" if one.answers else "measure it"
    seen = f", last seen {one.last_seen}" if one.last_seen else ""
    effects = "; ".join(
        f"{change.answer}: {', '.join(change.effects)}" for change in one.changes if change.effects
    )
    yield from _wrapped(f"{one.label} ({one.why}{seen}) [{how}] → {effects}", "  ? ", "    ")


def _asked(one: Needed) -> str:
    """A missing item in short: what ``--answer`` calls it, or what is to be measured."""
    return f"{one.concept}={'|'.join(one.answers)}" if one.answers else one.label


def _copies(made: Assessed) -> Iterator[str]:
    agreeing: list[str] = []
    for one in made.copies:
        other = _verdict(one) != _verdict(made.criteria)
        if not one.differs and not other:
            agreeing.append(one.title)
            continue
        items = {item.id: item.answer for item in one.items}
        listed = ", ".join(f"{id} {items[id]}" for id in one.differs)
        verdict = one.says if other else "the same conclusion"
        yield from _wrapped(f"{one.title} differs ({listed}): {verdict}", "  ", "    ")
    if agreeing:
        yield from _wrapped(f"the same: {', '.join(agreeing)}", "  ", "    ")
    for one in made.others:
        yield from _wrapped(f"{one.title}: {one.says}", "  ", "    ")


def _verdict(one: SetAnswer) -> tuple[str, str | None]:
    return one.result, one.reached
