"""A plan of a course as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.guideline.units import plain
from ferrata.plan.lines import harmless, heading, wrapped
from ferrata.plan.taper.model import TaperPlan
from ferrata.plan.taper.words import (
    amount_of,
    for_all,
    given_as,
    length,
    named,
    replaced,
    weekday,
)


def taper_text(made: TaperPlan) -> str:
    """Return `made` as text, at most 100 columns wide."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: TaperPlan) -> Iterator[str]:
    yield for_all(made).upper() if not made.for_whom else for_all(made)
    yield f"  {named(made)}, revision {made.revision}"
    for index, one in enumerate(made.replaces):
        how = "replaces" if index == 0 else "and earlier"
        yield f"  {how} {replaced(one)}: void from {one.void_from.isoformat()} on"
    if made.breakthrough_on is not None:
        yield f"  restart after a breakthrough on {made.breakthrough_on.isoformat()}"
    for one in made.flags:
        yield from wrapped(one, "! ", "  ")
    yield from heading("Doses")
    yield "  step  first day       last day        days  mg a day  each day"
    for number, one in enumerate(made.steps, 1):
        first, last = (f"{weekday(day)} {day}" for day in (one.first, one.last))
        yield from wrapped(
            f"{number:>4}  {first}  {last}  {one.days:>4}  {plain(one.mg_per_day):>8}  "
            + given_as(one),
            "  ",
            " " * 58,
        )
    yield f"  The last dose is on {weekday(made.last)} {made.last}; none after it."
    yield from wrapped(
        f"In all: {length(made.days)} ({made.days} days), {plain(made.total_mg)} mg.", "  "
    )
    if made.replaces:
        yield f"  With the replaced plans: {length(made.days_given)}, restarts: {made.restarts}."
        yield "  Steroids given outside these plans are not counted. [A270]"
    yield from heading("To prescribe for the whole course")
    for one in made.supplies:
        yield from wrapped(f"{amount_of(one)}  ({one.name})", "  - ", "    ")
    yield from heading("Arithmetic")
    for line in made.arithmetic:
        yield from wrapped(line, "  ", "    ")
    for line in made.unchecked:
        yield from wrapped(line, "  ! ", "    ")
    for key, value in made.settings.items():
        yield f"  setting {key} = {value} mg/d"
    topic = ""
    for one in made.notes:
        if one.topic != topic:
            yield from heading(topic := one.topic)
        yield from wrapped(f"{one.text} [{' '.join(one.warrants)}]", "  - ", "    ")
    yield from heading("What it rests on")
    yield from wrapped(", ".join(one.id for one in made.warrants), "  ")
    yield from wrapped(
        "Ids that begin with A are assumptions, not clinically reviewed; --json holds their texts.",
        "  ",
    )
    yield ""
    yield from wrapped(made.notice)
    spoke = made.guideline
    yield f"guideline {spoke.id} {spoke.version} ({spoke.hash[:12]}), {spoke.review}"
    yield made.software
