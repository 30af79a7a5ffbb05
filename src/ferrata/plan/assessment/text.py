"""An assessment as text: nothing in it that is not in the value."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.guideline.values import Reason as Unsaid
from ferrata.plan.assessment.model import (
    Assessed,
    ItemAnswer,
    KindAnswer,
    Needed,
    SetAnswer,
)
from ferrata.plan.lines import harmless, heading, wrapped

_MOST = 4
"""An item shows so many values in text; the JSON holds them all."""


def assessment_text(made: Assessed) -> str:
    """Return `made` as text, at most 100 columns wide; numbers are never cut."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: Assessed) -> Iterator[str]:
    yield from wrapped(made.notice)
    yield ""
    who = ", ".join(one for one in (made.patient.label, made.patient.age, made.patient.sex) if one)
    yield from wrapped(f"{who}  [Patient/{made.patient.id}]   on {made.on}")
    spoke = made.assessment
    yield from wrapped(f"{spoke.title} {spoke.version} ({spoke.hash[:12]}), {spoke.review}")
    yield from heading("Conclusion")
    yield from wrapped(made.summary, "  ")
    if not made.overruled_by:
        for one in made.criteria.conclusions:
            if one.id == made.criteria.reached:
                yield from wrapped(f"{one.text} [{' '.join(one.warrants)}]", "  ")
        for one in made.kinds:
            if one.answer == "yes":
                yield from _kind(one, "")
    for one in (*made.exclusions, *made.alerts):
        yield from _kind(one, "! ")
    yield from heading(made.criteria.title)
    for item in made.criteria.items:
        yield from _item(item)
    if made.missing:
        yield from heading("Missing, and what it would make of the conclusion")
        alone = [one for one in made.missing if any(change.effects for change in one.changes)]
        for one in alone:
            yield from _needed(one)
        others = [_asked(one) for one in made.missing if one not in alone]
        if others:
            yield from wrapped(f"not by itself: {'; '.join(others)}", "  ? ", "    ")
    if made.next:
        yield from heading("Next, in this order")
        for number, step in enumerate(made.next, start=1):
            if step.certain:
                said = f"{number}. {step.text} ({step.because}) [{' '.join(step.warrants)}]"
                yield from wrapped(said, "  ", "     ")
        later = [one.text for one in made.next if not one.certain and one.kind == "Order"]
        if later:
            yield from wrapped(f"later, as the answers come: {'; '.join(later)}", "  ", "     ")
    if made.flags:
        yield from heading("Flags")
        for one in made.flags:
            ids = f" [{' '.join(one.warrants)}]" if one.warrants else ""
            said = f"{one.label} {one.value}, {one.date}: {one.text}{ids}"
            yield from wrapped(said, "  ! ", "    ")
    yield from heading("Copies of the criteria, and other definitions")
    yield from _copies(made)
    if made.unread:
        yield from heading("In the record and not used")
        for line in made.unread:
            yield from wrapped(line, "  ")
    yield ""
    yield f"{made.software}; {spoke.id} {spoke.version}, SHA-256 {spoke.hash}"


def _kind(one: KindAnswer, mark: str) -> Iterator[str]:
    former = f" (formerly {one.former})" if one.former else ""
    beside = f" {one.beside}." if one.beside else ""
    ids = " ".join(one.warrants)
    yield from wrapped(f"{mark}{one.title}{former}: {one.text}{beside} [{ids}]", "  ", "    ")


def _item(item: ItemAnswer) -> Iterator[str]:
    values = _values(item)
    said = f"{item.id}: {item.title}" + (f" ({values})" if values else "")
    note = f"; {item.note}" if item.note and item.answer == "no" else ""
    line = f"{said}{note} [{' '.join(item.warrants)}]"
    yield from wrapped(line, f"  {item.answer:<8} ", " " * 11)


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
    yield from wrapped(f"{one.label} ({one.why}{seen}) [{how}] → {effects}", "  ? ", "    ")


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
        yield from wrapped(f"{one.title} differs ({listed}): {verdict}", "  ", "    ")
    if agreeing:
        yield from wrapped(f"the same: {', '.join(agreeing)}", "  ", "    ")
    for one in made.others:
        yield from wrapped(f"{one.title}: {one.says}", "  ", "    ")


def _verdict(one: SetAnswer) -> tuple[str, str | None]:
    return one.result, one.reached
