"""The shared-care summary: one page for whoever takes over, put together from plan and record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ferrata.guideline.conditions import features_of
from ferrata.guideline.events import YES, Events, When
from ferrata.guideline.guideline import Guideline
from ferrata.interpret.counterfactual import anatomy
from ferrata.plan.care_text import look_lines, marked
from ferrata.plan.lines import harmless, heading, wrapped
from ferrata.plan.model import (
    GuidelineVersion,
    Look,
    MustNot,
    Option,
    Patient,
    Plan,
    Toxicity,
)
from ferrata.plan.words import day_text
from ferrata.record.events import events_of
from ferrata.record.model import Record

SUMMARY_SCHEMA_VERSION = "1.0"


class Given(Struct, frozen=True, kw_only=True):
    """A course of treatment, or a dose of a vaccine; `end` None while it goes on.

    A day that is not exact is written as two with a slash.
    """

    label: str
    start: str
    end: str | None = None


class SharedCare(Struct, frozen=True, kw_only=True):
    """What one clinician tells another about a patient."""

    schema_version: str
    software: str
    notice: str
    on: str
    patient: Patient
    guideline: GuidelineVersion
    diagnosis: tuple[str, ...]
    stands: tuple[str, ...]
    next_step: str
    current: tuple[Given, ...]
    earlier: tuple[Given, ...]
    must_not: tuple[MustNot, ...]
    act: tuple[Option, ...]
    advice: tuple[Option, ...]
    toxicity: tuple[Toxicity, ...]
    due: tuple[Look, ...]
    vaccines: tuple[Given, ...]
    open_questions: tuple[str, ...]
    unread: tuple[str, ...]


def shared_care(
    plan: Plan,
    record: Record,
    guideline: Guideline,
    *,
    treatments: Mapping[str, str],
    vaccines: Mapping[str, str],
) -> SharedCare:
    """Return the summary of `plan`, which was made of `record` by `guideline`.

    `treatments` and `vaccines` are labels by concept id.
    """
    events = events_of(record, anatomy(guideline).analytes)
    courses = _courses(events, treatments, plan.on)
    advice = (*plan.prevention, *plan.alerts, *plan.manifestations)
    return SharedCare(
        schema_version=SUMMARY_SCHEMA_VERSION,
        software=plan.software,
        notice=plan.notice,
        on=plan.on,
        patient=plan.patient,
        guideline=plan.guideline,
        diagnosis=tuple(_diagnosis(plan, guideline)),
        stands=tuple(
            f"{one.title}, since {one.since}" if one.since else one.title
            for one in plan.position.stages
        ),
        next_step=plan.summary,
        current=tuple(one for one in courses if one.end is None),
        earlier=tuple(one for one in courses if one.end is not None),
        must_not=plan.must_not,
        act=tuple(one for one in advice if one.kind == "Refer"),
        advice=tuple(one for one in advice if one.kind != "Refer"),
        toxicity=plan.toxicity,
        due=plan.monitoring,
        vaccines=tuple(_vaccines(events, vaccines, plan.on)),
        open_questions=tuple(
            dict.fromkeys(
                one.label for one in (*plan.missing, *plan.questions) if one.concept in _asked(plan)
            )
        ),
        unread=plan.unread,
    )


def _asked(plan: Plan) -> set[str]:
    """What somebody can answer; what must be measured is due, and treatments are listed."""
    asked = {one.concept for one in plan.questions if one.kind == "ask"}
    return asked | {one.concept for one in plan.missing if one.answers}


def _diagnosis(plan: Plan, guideline: Guideline) -> Iterator[str]:
    asked = {feature.path for feature in features_of(guideline.scope)}
    for value in plan.values:
        if value.feature in asked:
            yield f"{value.label}: {value.value}" + (f" ({value.date})" if value.date else "")


def _courses(events: Events, labels: Mapping[str, str], on: str) -> tuple[Given, ...]:
    found = [
        Given(
            label=labels.get(one.treatment or "", one.treatment or "a treatment nobody could read"),
            start=_days(one.start),
            end=None if one.end is None or _first(one.end) > on else _days(one.end),
        )
        for one in events.courses
        if _first(one.start) <= on
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.label)))


def _vaccines(events: Events, labels: Mapping[str, str], on: str) -> Iterator[Given]:
    for concept, label in labels.items():
        for one in events.assertions.get(concept, ()):
            if one.value == YES and _first(one.when) <= on:
                yield Given(label=label, start=_days(one.when))


def _first(when: When) -> str:
    return day_text(when.first_day) or ""


def _days(when: When) -> str:
    first, last = _first(when), day_text(when.last_day) or ""
    return first if first == last else f"{first}/{last}"


def summary_text(made: SharedCare) -> str:
    """Return the summary as text, at most 100 columns wide."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: SharedCare) -> Iterator[str]:
    who = ", ".join(one for one in (made.patient.label, made.patient.age, made.patient.sex) if one)
    yield from wrapped(f"Shared-care summary: {who}  [Patient/{made.patient.id}]   on {made.on}")
    yield from wrapped(made.notice)
    yield from heading("Diagnosis and where the patient stands")
    yield from _each(made.diagnosis or ("no diagnosis on record",))
    yield from _each(made.stands)
    yield from wrapped(f"next: {made.next_step}", "  ", "    ")
    yield from heading("Treatment")
    now = "; ".join(f"{one.label} since {one.start}" for one in made.current)
    yield from wrapped(f"now: {now or 'none on record'}", "  ", "    ")
    then = "; ".join(f"{one.label} {one.start} to {one.end}" for one in made.earlier)
    yield from wrapped(f"earlier: {then or 'none on record'}", "  ", "    ")
    if made.act:
        yield from heading("Act on this")
        yield from _each(map(marked, made.act), "  ! ")
    if made.must_not:
        yield from heading("Must not")
        yield from _each((f"{', '.join(b.treatments)}: {b.text}" for b in made.must_not), "  ✗ ")
    yield from heading("Follow-up, what is due first")
    yield from _each((f"grade {one.grade} - {one.label}" for one in made.toxicity), "  ! ")
    yield from look_lines(made.due)
    if made.advice:
        yield from heading("Keep in mind")
        yield from _each(map(marked, made.advice))
    yield from heading("Vaccines on record")
    doses = "; ".join(f"{one.label} {one.start}" for one in made.vaccines)
    yield from wrapped(doses or "none on record; that is not the same as none given", "  ")
    yield from heading("Not known, to be asked")
    yield from wrapped("; ".join(made.open_questions) or "nothing", "  ")
    if made.unread:
        yield from wrapped(f"{len(made.unread)} entries of the record were not used", "  ! ")
    yield ""
    spoke = made.guideline
    yield from wrapped(
        f"{made.software}; {spoke.title} {spoke.version} ({spoke.hash[:12]}), {spoke.review}"
    )


def _each(lines: Iterable[str], sign: str = "  • ") -> Iterator[str]:
    for line in lines:
        yield from wrapped(line, sign, "    ")
