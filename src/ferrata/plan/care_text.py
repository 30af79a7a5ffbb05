"""The follow-up of a plan as text: what is due first, dangers always, the rest in few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ferrata.plan.lines import few, heading, wrapped
from ferrata.plan.model import Due, Level, Look, Option, Plan, Question, Seen, Toxicity

MOST_DECIDED = 3
"""A question on which so much depends has a line of its own, which names so many."""

MOST_SEEN = 3
"""A line of follow-up shows so many values; the JSON holds them all."""

_MARKS = {
    Level.CONDITIONAL: "on condition: ",
    Level.CANNOT_TELL: "cannot tell yet: ",
    Level.WITHHELD: "withheld: ",
    Level.CONTRAINDICATED: "contraindicated: ",
}


def care_lines(plan: Plan) -> Iterator[str]:
    """Return the sections on monitoring, prevention and manifestations; none without any."""
    monitored = (*plan.toxicity, *plan.alerts, *plan.monitoring)
    if not (monitored or plan.prevention or plan.manifestations):
        return
    yield from heading("Monitoring, what is due first")
    for toxicity in plan.toxicity:
        yield from _toxicity(toxicity)
    yield from _advised(one for one in plan.alerts if one.kind == "Refer")
    yield from look_lines(plan.monitoring)
    yield from _advised(one for one in plan.alerts if one.kind != "Refer")
    for title, options in (
        ("Prevention", plan.prevention),
        ("Other manifestations", plan.manifestations),
    ):
        if options:
            yield from heading(title)
            yield from _advised(options)


def question_lines(questions: tuple[Question, ...]) -> Iterator[str]:
    """Return what to ask so that more follow-up can be told, dangers first and never left out."""
    if not questions:
        return
    yield from heading("Follow-up that waits for an answer")
    asked = [one for one in questions if one.kind == "ask"]
    for one in asked:
        if len(one.decides) >= MOST_DECIDED:
            how = f"[--answer {one.concept}={'|'.join(one.answers)}]"
            decides = few(one.decides, MOST_DECIDED)
            yield from wrapped(f"{one.label}  {how}: {decides}", "  ? ", "    ")
    rest = "; ".join(
        f"{one.label} [{one.concept}]" for one in asked if len(one.decides) < MOST_DECIDED
    )
    if rest:
        yield from wrapped(f"not on record, to answer with --answer: {rest}", "  ? ", "    ")
    for kind, words in (
        ("measure", "no usable value on record"),
        ("treatment", "not on record whether given; a reviewed list of medication says so"),
    ):
        labels = "; ".join(one.label for one in questions if one.kind == kind)
        if labels:
            yield from wrapped(f"{words}: {labels}", "  ? ", "    ")


def look_lines(looks: Iterable[Look]) -> Iterator[str]:
    """Return what is due with its reasons, and in one line what is due later."""
    listed = list(looks)
    pressing = [one for one in listed if one.status is not Due.LATER]
    for (mark, why), group in groupby(pressing, key=lambda one: (_mark(one), _why(one))):
        same = list(group)
        what = "; ".join(f"{one.text}{_when(one)}" for one in same)
        ids = dict.fromkeys(id for one in same for id in one.warrants)
        yield from wrapped(f"{mark}: {what} ({why}) {_ids(ids)}", "  ◷ ", "    ")
    later = [f"{one.due} {one.text}{_unreadable(one)}" for one in listed if one.status is Due.LATER]
    if later:
        yield from wrapped("not yet due: " + "; ".join(later), "    ")
    if not listed:
        yield "  nothing is known to be due"


def _why(one: Look) -> str:
    return "; ".join(dict.fromkeys(reason.text for reason in one.reasons))


def _mark(one: Look) -> str:
    exact = "/" not in (one.last or "")
    if one.status is Due.OVERDUE:
        return f"OVERDUE by {'' if exact else 'up to '}{one.days} days"
    return one.status.value.upper()


def _when(one: Look) -> str:
    if one.last is None:
        return _unreadable(one)
    found = f" ({one.last_value})" if one.last_value else ""
    return f"; last {one.last}{found}, due {one.due}{_unreadable(one)}"


def _unreadable(one: Look) -> str:
    return f"; one of {one.unreadable} could not be read" if one.unreadable else ""


def _toxicity(one: Toxicity) -> Iterator[str]:
    values = "; ".join(map(_seen, one.values))
    yield from wrapped(f"grade {one.grade} - {one.label}: {values}", "  ! ", "    ")


def marked(option: Option) -> str:
    """Return what `option` advises, with its level unless it is offered."""
    return _MARKS.get(option.level, "") + option.text


def _advised(options: Iterable[Option]) -> Iterator[str]:
    for one in options:
        reason = one.reasons_for[0]
        seen = few((_seen(value) for value in reason.values if value.known), MOST_SEEN)
        why = reason.text + (f" - {seen}" if seen else "")
        sign = "  ! " if one.kind == "Refer" else "  • "
        yield from wrapped(f"{marked(one)} ({why}) {_ids(one.warrants)}", sign, "    ")
        for reason in one.reasons_against:
            word = {"yes": "", "no": "not met: ", "unknown": "not known: "}[reason.answer]
            yield from wrapped(f"- {word}{reason.text}", "    ", "      ")


def _seen(value: Seen) -> str:
    return f"{value.label}: {value.value}" + (f", {value.date}" if value.date else "")


def _ids(warrants: Iterable[str]) -> str:
    return f"[{' '.join(warrants)}]"
