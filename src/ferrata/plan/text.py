"""A plan as text for a terminal or a note: nothing in it that is not in the plan."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ferrata.plan.model import Level, Missing, Option, Plan, Reason

WIDTH = 100

_MARKS = {
    Level.OFFERED: "OFFERED",
    Level.CONDITIONAL: "ON CONDITION",
    Level.CANNOT_TELL: "CANNOT TELL YET",
    Level.WITHHELD: "WITHHELD",
    Level.CONTRAINDICATED: "CONTRAINDICATED",
}
_SIGNS = {"yes": "yes", "no": "no ", "unknown": "?  "}


def text(plan: Plan) -> str:
    """Return `plan` as text, at most 100 columns wide; numbers are never cut."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield from _wrapped(plan.notice)
    yield ""
    who = ", ".join(one for one in (plan.patient.label, plan.patient.age, plan.patient.sex) if one)
    yield f"{who}  [Patient/{plan.patient.id}]   on {plan.on}"
    spoke = plan.guideline
    yield f"{spoke.title}, version {spoke.version} ({spoke.hash[:12]}), {spoke.review}"
    yield ""
    certain = [one for one in plan.emergency if one.answer == "yes"]
    if certain:
        yield "!" * WIDTH
        yield from _wrapped("EMERGENCY: act at once. " + _reason_text(certain[0]), "!! ")
        yield "!" * WIDTH
    elif plan.emergency:
        yield from _wrapped("Emergency not excluded: " + "; ".join(plan.emergency[0].values), "!  ")
    yield from _heading("In one line")
    yield from _wrapped(plan.summary, "  ")
    yield from _heading("Where the patient stands")
    yield from _position(plan)
    yield from _heading("What the plan rests on")
    yield from _values(plan)
    yield from _heading("Options, best first")
    if not plan.options:
        yield "  none"
    for number, one in enumerate(plan.options, start=1):
        yield from _option(number, one)
    yield from _heading("Must not")
    for banned in plan.must_not:
        yield from _wrapped(f"{', '.join(banned.treatments)}: {banned.text}", "  ✗ ", "    ")
        yield f"    {' '.join(banned.warrants)}"
    if not plan.must_not:
        yield "  nothing is known to be excluded; see what is missing"
    yield from _heading("Missing, and what it could change")
    for item in plan.missing:
        yield from _missing(item)
    if not plan.missing:
        yield "  nothing that could change the advice"
    yield from _heading("Where guidelines differ")
    for other in plan.differences:
        verdict = "differs" if other.differs else "agrees"
        yield f"  {other.title} [{other.guideline}]: {verdict}"
        yield from _wrapped("stands at: " + " or ".join(other.stages), "    ")
        said = "; ".join(other.options) or "says nothing"
        yield from _wrapped("a gap: it says nothing here" if other.gap else said, "    ")
    yield from _heading("Warrants")
    for warrant in plan.warrants:
        origin = warrant.source if warrant.kind == "statement" else f"assumption, {warrant.review}"
        yield from _wrapped(f"{warrant.id:5} {warrant.text} [{origin}]", "  ", "        ")
    if plan.unread:
        yield from _heading("In the record and not used")
        for line in plan.unread:
            yield from _wrapped(line, "  ")
    yield ""
    yield f"{plan.software}; guideline {spoke.id} {spoke.version}, SHA-256 {spoke.hash}"
    site = ", ".join(f"{key} {value}" for key, value in plan.site.items())
    yield from _wrapped(f"site settings {plan.site_hash[:12]}: {site}")


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


def _position(plan: Plan) -> Iterator[str]:
    position = plan.position
    if position.scope != "yes":
        word = "not known" if position.scope == "unknown" else "not met"
        yield f"  ! the diagnosis this guideline is for is {word}"
    if not position.certain:
        yield "  ! the record allows several stages; say which with an answer to `stage`"
    for stage in position.stages:
        since = f", since {stage.since}" if stage.since else ""
        yield from _wrapped(f"{stage.title} [{stage.stage}]{since}", "  ")
        for reason in stage.because:
            yield from _wrapped(reason, "    - ", "      ")
    if position.gap:
        yield "  ! the guideline has no way on for such a patient: a gap"


def _values(plan: Plan) -> Iterator[str]:
    width = max((len(value.label) for value in plan.values), default=0)
    for value in plan.values:
        age = "" if value.age_days is None else f", {value.age_days} d ago"
        dated = f"  ({value.date}{age})" if value.date else ""
        yield f"  {value.label:<{width}}  {value.value}{dated}"
    if not plan.values:
        yield "  no value of the case is on record"


def _option(number: int, one: Option) -> Iterator[str]:
    place = f" (choice {one.alternative})" if one.alternative > 1 else ""
    yield from _wrapped(f"{number}. [{_MARKS[one.level]}]{place} {one.text}", "  ", "     ")
    if one.amount is not None:
        yield from _wrapped("dose: " + one.amount.text, "     ", "           ")
        for line in one.amount.arithmetic:
            yield f"           {line}"
        if one.amount.not_computed:
            yield from _wrapped("not computed: " + one.amount.not_computed, "           ")
    if one.until:
        yield f"     judge again by {one.until}"
    for sign, reasons in (("+", one.reasons_for), ("-", one.reasons_against)):
        for reason in reasons:
            yield from _wrapped(f"{sign} {_reason_text(reason)}", "     ", "       ")
    yield f"     {' '.join(one.warrants)}"


def _reason_text(reason: Reason) -> str:
    values = f" ({'; '.join(reason.values)})" if reason.values else ""
    return f"{_SIGNS[reason.answer].strip()}: {reason.text}{values}"


def _missing(item: Missing) -> Iterator[str]:
    seen = f", last seen {item.last_seen}" if item.last_seen else ""
    yield from _wrapped(f"{item.label} ({item.why}{seen})  [{item.concept}]", "  ? ", "    ")
    quiet: list[str] = []
    for change in item.changes:
        if change.effects:
            yield from _wrapped(f"{change.answer}: {_few(change.effects)}", "      ", "        ")
        else:
            quiet.append(change.answer)
    if quiet:
        yield from _wrapped(f"{'; '.join(quiet)}: changes nothing alone", "      ", "        ")


def _few(effects: Iterable[str]) -> str:
    listed = list(effects)
    shown = "; ".join(listed[:3])
    return shown + (f"; and {len(listed) - 3} more" if len(listed) > 3 else "")
