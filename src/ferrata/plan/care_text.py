"""The follow-up of a plan as text: what is due first, dangers always, the rest in few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ferrata.languages import say, tell
from ferrata.plan.lines import few, heading, label_said, unmet, value_said, wrapped
from ferrata.plan.model import Due, Level, Look, Option, Plan, Question, Seen, Toxicity

MOST_DECIDED = 3
"""A question on which so much depends has a line of its own, which names so many."""

MOST_SEEN = 3
"""A line of follow-up shows so many values; the JSON holds them all."""


def care_lines(plan: Plan) -> Iterator[str]:
    """Return the sections on monitoring, prevention and manifestations; none without any."""
    monitored = (*plan.toxicity, *plan.alerts, *plan.monitoring)
    if not (monitored or plan.prevention or plan.manifestations):
        return
    yield from heading(say("plan.monitoring", "Monitoring, what is due first"))
    for toxicity in plan.toxicity:
        yield from _toxicity(toxicity)
    yield from _advised(one for one in plan.alerts if one.kind == "Refer")
    yield from look_lines(plan.monitoring)
    yield from _advised(one for one in plan.alerts if one.kind != "Refer")
    for title, options in (
        (say("plan.prevention", "Prevention"), plan.prevention),
        (say("plan.manifestations", "Other manifestations"), plan.manifestations),
    ):
        if options:
            yield from heading(title)
            yield from _advised(options)


def question_lines(questions: tuple[Question, ...]) -> Iterator[str]:
    """Return what to ask so that more follow-up can be told, dangers first and never left out."""
    if not questions:
        return
    yield from heading(say("plan.questions", "Follow-up that waits for an answer"))
    asked = [one for one in questions if one.kind == "ask"]
    for one in asked:
        if len(one.decides) >= MOST_DECIDED:
            how = f"[--answer {one.concept}={'|'.join(one.answers)}]"
            decides = few(one.decides, MOST_DECIDED)
            yield from wrapped(f"{label_said(one.label)}  {how}: {decides}", "  ? ", "    ")
    rest = "; ".join(
        f"{label_said(one.label)} [{one.concept}]"
        for one in asked
        if len(one.decides) < MOST_DECIDED
    )
    if rest:
        said = say(
            "questions.ask",
            "not on record, to answer with {option}: {labels}",
            option="--answer",
            labels=rest,
        )
        yield from wrapped(said, "  ? ", "    ")
    measured = _labels(questions, "measure")
    if measured:
        said = say("questions.measure", "no usable value on record: {labels}", labels=measured)
        yield from wrapped(said, "  ? ", "    ")
    treatments = _labels(questions, "treatment")
    if treatments:
        said = say(
            "questions.treatment",
            "not on record whether given; a reviewed list of medication says so: {labels}",
            labels=treatments,
        )
        yield from wrapped(said, "  ? ", "    ")


def _labels(questions: tuple[Question, ...], kind: str) -> str:
    return "; ".join(label_said(one.label) for one in questions if one.kind == kind)


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
        said = say("due.later", "not yet due: {looks}", looks="; ".join(later))
        yield from wrapped(said, "    ")
    if not listed:
        yield from wrapped(say("due.nothing", "nothing is known to be due"), "  ")


def _why(one: Look) -> str:
    return "; ".join(dict.fromkeys(tell("text", reason.text) for reason in one.reasons))


def _mark(one: Look) -> str:
    match one.status:
        case Due.OVERDUE if "/" in (one.last or ""):
            return say("due.overdue-at-most", "OVERDUE by up to {days} days", days=one.days)
        case Due.OVERDUE:
            return say("due.overdue", "OVERDUE by {days} days", days=one.days)
        case Due.NEVER:
            return say("due.never", "NEVER DONE")
        case Due.TODAY:
            return say("due.today", "DUE TODAY")
        case Due.LATER:
            return say("due.not-yet", "NOT YET DUE")


def _when(one: Look) -> str:
    if one.last is None:
        return _unreadable(one)
    found = f" ({one.last_value})" if one.last_value else ""
    said = say("due.last", "; last {last}, due {due}", last=f"{one.last}{found}", due=one.due)
    return said + _unreadable(one)


def _unreadable(one: Look) -> str:
    if not one.unreadable:
        return ""
    return say("due.unreadable", "; one of {day} could not be read", day=one.unreadable)


def _toxicity(one: Toxicity) -> Iterator[str]:
    values = "; ".join(map(_seen, one.values))
    said = say(
        "toxicity.grade",
        "grade {grade} - {label}: {values}",
        grade=one.grade,
        label=label_said(one.label),
        values=values,
    )
    yield from wrapped(said, "  ! ", "    ")


def marked(option: Option) -> str:
    """Return what `option` advises, with its level unless it is offered."""
    said = tell("text", option.text)
    match option.level:
        case Level.OFFERED:
            return said
        case Level.CONDITIONAL:
            return say("care.conditional", "on condition: {advice}", advice=said)
        case Level.CANNOT_TELL:
            return say("care.cannot-tell", "cannot tell yet: {advice}", advice=said)
        case Level.WITHHELD:
            return say("care.withheld", "withheld: {advice}", advice=said)
        case Level.CONTRAINDICATED:
            return say("care.contraindicated", "contraindicated: {advice}", advice=said)


def _advised(options: Iterable[Option]) -> Iterator[str]:
    for one in options:
        reason = one.reasons_for[0]
        seen = few((_seen(value) for value in reason.values if value.known), MOST_SEEN)
        why = tell("text", reason.text) + (f" - {seen}" if seen else "")
        sign = "  ! " if one.kind == "Refer" else "  • "
        yield from wrapped(f"{marked(one)} ({why}) {_ids(one.warrants)}", sign, "    ")
        for reason in one.reasons_against:
            yield from wrapped(f"- {unmet(reason)}", "    ", "      ")


def _seen(value: Seen) -> str:
    said = f"{label_said(value.label)}: {value_said(value.value)}"
    return said + (f", {value.date}" if value.date else "")


def _ids(warrants: Iterable[str]) -> str:
    return f"[{' '.join(warrants)}]"
