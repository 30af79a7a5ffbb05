"""A plan as text for a terminal or a note: nothing in it that is not in the plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ferrata.plan.care_text import care_lines, question_lines
from ferrata.plan.lines import (
    MOST_VALUES,
    WIDTH,
    few,
    harmless,
    heading,
    values_text,
    wrapped,
)
from ferrata.plan.model import Level, Missing, Option, Plan, Reason

__all__ = ["MOST_VALUES", "WIDTH", "harmless", "text"]

_MARKS = {
    Level.OFFERED: "OFFERED",
    Level.CONDITIONAL: "ON CONDITION",
    Level.CANNOT_TELL: "CANNOT TELL YET",
    Level.WITHHELD: "WITHHELD",
    Level.CONTRAINDICATED: "CONTRAINDICATED",
}


def text(plan: Plan) -> str:
    """Return `plan` as text, at most 100 columns wide; numbers are never cut."""
    return "\n".join(map(harmless, _lines(plan))) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield from wrapped(plan.notice)
    yield ""
    who = ", ".join(one for one in (plan.patient.label, plan.patient.age, plan.patient.sex) if one)
    yield from wrapped(f"{who}  [Patient/{plan.patient.id}]   on {plan.on}")
    spoke = plan.guideline
    yield from wrapped(f"{spoke.title} {spoke.version} ({spoke.hash[:12]}), {spoke.review}")
    yield ""
    yield from _emergency(plan)
    yield from heading("In one line")
    yield from wrapped(plan.summary, "  ")
    yield from heading("Where the patient stands")
    yield from _position(plan)
    yield from heading("Options, best first")
    yield from _options(plan.options)
    yield from heading("Must not")
    for banned in plan.must_not:
        ids = " ".join(banned.warrants)
        said = f"{', '.join(banned.treatments)}: {banned.text} [{ids}]"
        yield from wrapped(said, "  ✗ ", "    ")
    if not plan.must_not:
        yield "  nothing is known to be excluded; see what is missing"
    yield from care_lines(plan)
    yield from heading("Missing, and what it could change")
    for item in plan.missing:
        yield from _missing(item)
    if not plan.missing:
        yield "  nothing that could change the advice"
    yield from question_lines(plan.questions)
    yield from heading("Where guidelines differ")
    for other in plan.differences:
        verdict = "differs" if other.differs else "agrees"
        yield f"  {other.title} [{other.guideline}]: {verdict}"
        yield from wrapped("stands at: " + " or ".join(other.stages), "    ")
        said = "; ".join(other.options) or "says nothing"
        yield from wrapped("a gap: it says nothing here" if other.gap else said, "    ")
    yield from heading("What the plan rests on")
    yield from _values(plan)
    yield from heading("Warrants")
    for warrant in plan.warrants:
        origin = warrant.source if warrant.kind == "statement" else f"assumption, {warrant.review}"
        yield from wrapped(f"{warrant.id:5} {warrant.text} [{origin}]", "  ", "        ")
    if plan.unread:
        yield from heading("In the record and not used")
        for line in plan.unread:
            yield from wrapped(line, "  ")
    yield ""
    yield f"{plan.software}; guideline {spoke.id} {spoke.version}, SHA-256 {spoke.hash}"
    site = ", ".join(f"{key} {value}" for key, value in plan.site.items())
    yield from wrapped(f"site settings {plan.site_hash[:12]}: {site}")


def _emergency(plan: Plan) -> Iterator[str]:
    certain = [one for one in plan.emergency if one.answer == "yes"]
    if certain:
        yield "!" * WIDTH
        yield from wrapped(f"EMERGENCY: act at once. {values_text(certain[0])}", "!! ")
        yield "!" * WIDTH
    elif plan.emergency:
        unknown = dict.fromkeys(
            value.label for one in plan.emergency for value in one.values if not value.known
        )
        yield from wrapped(f"Emergency not excluded. Not known: {'; '.join(unknown)}.", "! ", "! ")


def _position(plan: Plan) -> Iterator[str]:
    position = plan.position
    if position.scope != "yes":
        word = "not on record" if position.scope == "unknown" else "refuted"
        yield f"  ! the diagnosis this guideline is for is {word}: see ferrata diagnose"
    if not position.certain:
        yield "  ! the record allows several stages: say which with --answer stage=…"
    for stage in position.stages:
        since = f", since {stage.since}" if stage.since else ""
        yield from wrapped(f"{stage.title} [{stage.stage}]{since}", "  ", "    ")
        for reason in stage.because:
            yield from wrapped(reason, "    - ", "      ")
    if position.gap:
        yield "  ! the guideline has no way on for such a patient: a gap"


def _values(plan: Plan) -> Iterator[str]:
    width = min(50, max((len(value.label) for value in plan.values), default=0))
    for value in plan.values:
        age = {None: "", 0: ", today", 1: ", yesterday"}.get(
            value.age_days, f", {value.age_days} days ago"
        )
        dated = f"  ({value.date}{age})" if value.date else ""
        yield from wrapped(f"{value.label:<{width}}  {value.value}{dated}", "  ", "      ")
    for one in plan.history:
        days = one.days_yes + one.days_no
        span = f", {one.first} to {one.last}" if one.first else ""
        yield f"  {one.text}: on {one.days_yes} of {days} days with a count{span}"


def _options(options: tuple[Option, ...]) -> Iterator[str]:
    if not options:
        yield "  none"

    def way(one: Option) -> tuple[object, ...]:
        reason = one.reasons_for[0].text if one.reasons_for else ""
        return one.level, one.step, one.alternative, reason, one.kind == "Stay"

    for number, (_, grouped) in enumerate(groupby(options, key=way), start=1):
        yield from _way(number, list(grouped))


def _way(number: int, ways: list[Option]) -> Iterator[str]:
    first = ways[0]
    title = first.text if first.until else first.step or first.reasons_for[0].text
    place = f", choice {first.alternative}" if first.alternative > 1 else ""
    yield from wrapped(f"{number}. {_MARKS[first.level]}{place}: {title}", "  ", "     ")
    shown: set[str] = set()
    for one in ways:
        if not one.until:
            yield from wrapped(one.text, "     • ", "       ")
        yield from _amount(one)
        for sign, reasons in (("+", one.reasons_for), ("-", one.reasons_against)):
            for reason in reasons:
                line = f"{sign} {_reason_text(reason)}"
                if line not in shown and one.step is not None:
                    shown.add(line)
                    yield from wrapped(line, "       ", "         ")
        if one.until:
            yield f"       judge again by {one.until}"
    ids = dict.fromkeys(id for one in ways for id in one.warrants)
    yield from wrapped(f"[{' '.join(ids)}]", "       ")


def _amount(one: Option) -> Iterator[str]:
    if one.amount is None:
        return
    yield from wrapped("dose: " + one.amount.text, "         ", "           ")
    for line in one.amount.arithmetic:
        yield f"           {line}"
    if one.amount.not_computed:
        yield from wrapped("not computed: " + one.amount.not_computed, "           ")


def _reason_text(reason: Reason) -> str:
    word = {"yes": "", "no": "not met: ", "unknown": "not known: "}[reason.answer]
    values = values_text(reason)
    return f"{word}{reason.text}" + (f" ({values})" if values else "")


def _missing(item: Missing) -> Iterator[str]:
    seen = f", last seen {item.last_seen}" if item.last_seen else ""
    how = f"--answer {item.concept}={'|'.join(item.answers)}" if item.answers else "measure it"
    yield from wrapped(f"{item.label} ({item.why}{seen})  [{how}]", "  ? ", "    ")
    quiet: list[str] = []
    for change in item.changes:
        if change.effects:
            yield from wrapped(f"{change.answer}: {few(change.effects, 3)}", "      ", "        ")
        else:
            quiet.append(change.answer)
    if quiet:
        yield from wrapped(f"{'; '.join(quiet)}: changes nothing alone", "      ", "        ")
