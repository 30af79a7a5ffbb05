"""A plan as text for a terminal or a note: nothing in it that is not in the plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ferrata.languages import say, tell
from ferrata.plan.care_text import care_lines, question_lines
from ferrata.plan.lines import (
    MOST_VALUES,
    WIDTH,
    columns,
    few,
    harmless,
    heading,
    label_said,
    level_text,
    seen_text,
    unmet,
    value_said,
    values_text,
    wrapped,
)
from ferrata.plan.model import Difference, Missing, MustNot, Option, Plan, Reason, Warranted

__all__ = ["MOST_VALUES", "WIDTH", "harmless", "text"]


def text(plan: Plan) -> str:
    """Return `plan` as text, at most 100 columns wide; numbers are never cut."""
    return "\n".join(map(harmless, _lines(plan))) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield from wrapped(plan.notice)
    yield ""
    who = ", ".join(one for one in (plan.patient.label, plan.patient.age, plan.patient.sex) if one)
    dated = say("plan.on", "on {day}", day=plan.on)
    yield from wrapped(f"{who}  [Patient/{plan.patient.id}]   {dated}")
    spoke = plan.guideline
    said = tell("guideline", spoke.title)
    review = tell("review", spoke.review)
    yield from wrapped(f"{said} {spoke.version} ({spoke.hash[:12]}), {review}")
    yield ""
    yield from _emergency(plan)
    yield from heading(say("plan.summary", "In one line"))
    yield from wrapped(tell("text", plan.summary), "  ")
    yield from heading(say("plan.position", "Where the patient stands"))
    yield from _position(plan)
    yield from heading(say("plan.options", "Options, best first"))
    yield from _options(plan.options)
    yield from heading(say("plan.must-not", "Must not"))
    for banned in plan.must_not:
        yield from wrapped(_banned(banned), "  ✗ ", "    ")
    if not plan.must_not:
        nothing = say("must-not.none", "nothing is known to be excluded; see what is missing")
        yield from wrapped(nothing, "  ")
    yield from care_lines(plan)
    yield from heading(say("plan.missing", "Missing, and what it could change"))
    for item in plan.missing:
        yield from _missing(item)
    if not plan.missing:
        yield from wrapped(say("missing.none", "nothing that could change the advice"), "  ")
    yield from question_lines(plan.questions)
    yield from heading(say("plan.differences", "Where guidelines differ"))
    for other in plan.differences:
        yield from _difference(other)
    yield from heading(say("plan.values", "What the plan rests on"))
    yield from _values(plan)
    yield from heading(say("plan.warrants", "Warrants"))
    for warrant in plan.warrants:
        said = f"{warrant.id:5} {tell(warrant.id, warrant.text)} [{_origin(warrant)}]"
        yield from wrapped(said, "  ", "        ")
    if plan.unread:
        yield from heading(say("plan.unread", "In the record and not used"))
        for line in plan.unread:
            yield from wrapped(line, "  ")
    yield ""
    which = say("plan.guideline", "guideline {id} {version}", id=spoke.id, version=spoke.version)
    yield f"{plan.software}; {which}, SHA-256 {spoke.hash}"
    site = ", ".join(f"{key} {value}" for key, value in plan.site.items())
    said = say(
        "plan.site", "site settings {hash}: {settings}", hash=plan.site_hash[:12], settings=site
    )
    yield from wrapped(said)


def _banned(banned: MustNot) -> str:
    treatments = ", ".join(label_said(one) for one in banned.treatments)
    return f"{treatments}: {tell('text', banned.text)} [{' '.join(banned.warrants)}]"


def _origin(warrant: Warranted) -> str:
    if warrant.kind == "statement":
        return warrant.source
    review = tell("review", warrant.review)
    return say("warrant.assumption", "assumption, {review}", review=review)


def _difference(other: Difference) -> Iterator[str]:
    title = f"{tell('guideline', other.title)} [{other.guideline}]"
    if other.differs:
        said = say("difference.differs", "{guideline}: differs", guideline=title)
    else:
        said = say("difference.agrees", "{guideline}: agrees", guideline=title)
    yield from wrapped(said, "  ", "    ")
    stages = say("frame.or", " or ").join(tell("text", one) for one in other.stages)
    yield from wrapped(say("difference.stage", "stands at: {stages}", stages=stages), "    ")
    if other.gap:
        said = say("difference.gap", "a gap: it says nothing here")
    else:
        said = "; ".join(other.options) or say("difference.silent", "says nothing")
    yield from wrapped(said, "    ")


def _emergency(plan: Plan) -> Iterator[str]:
    certain = [one for one in plan.emergency if one.answer == "yes"]
    if certain:
        every = {each.label: each for one in certain for each in one.values}
        said = say(
            "emergency.certain",
            "EMERGENCY: act at once. {values}",
            values="; ".join(map(seen_text, every.values())),  # no danger is left out
        )
        yield "!" * columns()
        yield from wrapped(said, "!! ")
        yield "!" * columns()
    elif plan.emergency:
        unknown = dict.fromkeys(
            label_said(value.label)
            for one in plan.emergency
            for value in one.values
            if not value.known
        )
        said = say(
            "emergency.open",
            "Emergency not excluded. Not known: {labels}.",
            labels="; ".join(unknown),
        )
        yield from wrapped(said, "! ", "! ")


def _position(plan: Plan) -> Iterator[str]:
    position = plan.position
    if position.scope == "unknown":
        said = say(
            "position.scope-unknown",
            "the diagnosis this guideline is for is not on record: see {command}",
            command="ferrata diagnose",
        )
        yield from wrapped(said, "  ! ", "    ")
    elif position.scope != "yes":
        said = say(
            "position.scope-no",
            "the diagnosis this guideline is for is refuted: see {command}",
            command="ferrata diagnose",
        )
        yield from wrapped(said, "  ! ", "    ")
    if not position.certain:
        said = say(
            "position.several",
            "the record allows several stages: say which with {option}",
            option="--answer stage=…",
        )
        yield from wrapped(said, "  ! ", "    ")
    for stage in position.stages:
        said = f"{tell(f'stage.{stage.stage}', stage.title)} [{stage.stage}]"
        if stage.since:
            said = say("position.since", "{stage}, since {day}", stage=said, day=stage.since)
        yield from wrapped(said, "  ", "    ")
        for reason in stage.because:
            yield from wrapped(reason, "    - ", "      ")
    if position.gap:
        said = say("position.gap", "the guideline has no way on for such a patient: a gap")
        yield from wrapped(said, "  ! ", "    ")


def _values(plan: Plan) -> Iterator[str]:
    labels = [label_said(value.label) for value in plan.values]
    width = min(columns() // 2, max(map(len, labels), default=0))
    for label, value in zip(labels, plan.values, strict=True):
        dated = f"  ({value.date}{_ago(value.age_days)})" if value.date else ""
        waits = say("value.preliminary", ", preliminary") if value.preliminary else ""
        said = f"{label:<{width}}  {value_said(value.value)}{waits}{dated}"
        yield from wrapped(said, "  ", "      ")
    for one in plan.history:
        said = say(
            "history.days",
            "{what}: on {days} of {all} days with a count",
            what=one.text,
            days=one.days_yes,
            all=one.days_yes + one.days_no,
        )
        if one.first:
            said = say(
                "history.span",
                "{said}, {first} to {last}",
                said=said,
                first=one.first,
                last=one.last,
            )
        yield from wrapped(said, "  ", "    ")


def _ago(days: int | None) -> str:
    match days:
        case None:
            return ""
        case 0:
            return say("age.today", ", today")
        case 1:
            return say("age.yesterday", ", yesterday")
        case _:
            return say("age.days", ", {days} days ago", days=days)


def _options(options: tuple[Option, ...]) -> Iterator[str]:
    if not options:
        yield from wrapped(say("options.none", "none"), "  ")

    def way(one: Option) -> tuple[object, ...]:
        reason = one.reasons_for[0].text if one.reasons_for else ""
        return one.level, one.step, one.alternative, reason, one.kind == "Stay"

    for number, (_, grouped) in enumerate(groupby(options, key=way), start=1):
        yield from _way(number, list(grouped))


def _way(number: int, ways: list[Option]) -> Iterator[str]:
    first = ways[0]
    level = level_text(first.level)
    if first.alternative > 1:
        level = say(
            "option.choice", "{level}, choice {number}", level=level, number=first.alternative
        )
    yield from wrapped(f"{number}. {level}: {_title(first)}", "  ", "     ")
    shown: set[str] = set()
    for one in ways:
        if not one.until:
            yield from wrapped(tell("text", one.text), "     • ", "       ")
        yield from _amount(one)
        for sign, reasons in (("+", one.reasons_for), ("-", one.reasons_against)):
            for reason in reasons:
                line = f"{sign} {_reason_text(reason)}"
                if line not in shown and one.step is not None:
                    shown.add(line)
                    yield from wrapped(line, "       ", "         ")
        if one.until:
            yield "       " + say("option.until", "judge again by {day}", day=one.until)
    ids = dict.fromkeys(id for one in ways for id in one.warrants)
    yield from wrapped(f"[{' '.join(ids)}]", "       ")


def _title(one: Option) -> str:
    if one.step and not one.until:
        return tell(f"stage.{one.stage}", one.step)
    return tell("text", one.text if one.until else one.reasons_for[0].text)


def _amount(one: Option) -> Iterator[str]:
    if one.amount is None:
        return
    said = say("dose.text", "dose: {dose}", dose=tell("text", one.amount.text))
    yield from wrapped(said, "         ", "           ")
    for line in one.amount.arithmetic:
        yield from wrapped(line, "           ", "             ")
    if one.amount.not_computed:
        said = say("dose.not-computed", "not computed: {why}", why=one.amount.not_computed)
        yield from wrapped(said, "           ")


def _reason_text(reason: Reason) -> str:
    values = values_text(reason)
    return unmet(reason) + (f" ({values})" if values else "")


def _missing(item: Missing) -> Iterator[str]:
    why = tell("text", item.why)
    if item.last_seen:
        why = say("missing.seen", "{why}, last seen {day}", why=why, day=item.last_seen)
    if item.answers:
        how = f"--answer {item.concept}={'|'.join(item.answers)}"
    else:
        how = say("missing.measure", "measure it")
    yield from wrapped(f"{label_said(item.label)} ({why})  [{how}]", "  ? ", "    ")
    quiet: list[str] = []
    for change in item.changes:
        if change.effects:
            yield from wrapped(f"{change.answer}: {few(change.effects, 3)}", "      ", "        ")
        else:
            quiet.append(change.answer)
    if quiet:
        said = say("missing.quiet", "{answers}: changes nothing alone", answers="; ".join(quiet))
        yield from wrapped(said, "      ", "        ")
