"""One example's whole plan, the others in a table, and what to type next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ferrata.alps.tapers import TAPERS
from ferrata.cli.planning import planned
from ferrata.guideline.errors import RecordError
from ferrata.plan import Plan
from ferrata.plan.lines import columns
from ferrata.plan.text import text

SHOWN = "confirmed-second-agent"
ON = date(2026, 11, 20)
"""The day of the examples: each tells a story that leads up to it."""


def examples() -> dict[str, Path]:
    """Return the examples by name: beside an installed package, or in the checkout.

    Raises:
        RecordError: when there are none.
    """
    here = Path(__file__).parent.parent
    for folder in (here / "examples", here.parent.parent / "examples"):
        found = {path.stem: path for path in sorted(folder.glob("*.json"))}
        if found:
            return found
    raise RecordError("the examples are not installed; run this from a checkout of the project")


def demonstration() -> str:
    """Return the demonstration as text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    plans = {
        name: planned(path, guideline="reconciled", on=ON, today=ON, tell=False)
        for name, path in examples().items()
    }
    yield text(plans[SHOWN])
    yield "THE OTHER EXAMPLES, EACH IN ONE LINE"
    yield from _table({name: plan for name, plan in plans.items() if name != SHOWN})
    yield ""
    dosed = plans[SHOWN].options[0].treatment
    tapered = next(iter(TAPERS.values())).treatment.id
    yield "WHAT TO TYPE NEXT"
    for command, what in (
        (f"./ferrata plan examples/first-cytopenia.json --on {ON}", "a plan that asks first"),
        (
            f"./ferrata plan examples/first-cytopenia.json --on {ON} --answer fever=no",
            "the same child, one answer later",
        ),
        (f"./ferrata plan examples/emergency.json --on {ON} --json", "the plan as JSON"),
        (f"./ferrata diagnose examples/definite-alps-fas.json --on {ON}", "who has ALPS, and why"),
        (f"./ferrata summary examples/asplenic-fever.json --on {ON}", "one page to hand over"),
        (
            f"./ferrata audit examples/administrations-only.json --on {ON}",
            "what was done, beside what each guideline would have advised",
        ),
        (
            f"./ferrata dose {dosed} --weight 18.4kg --height 108cm --age 6y",
            "a dose line by line, as tablets and milliliters",
        ),
        (
            f"./ferrata taper {tapered} --start {ON} --dose 40mg",
            "the dose of every day; --html and --ics make calendars of it",
        ),
        (
            f"./ferrata interactions examples/{SHOWN}.json --on {ON}",
            "what the medicines do to each other",
        ),
        (
            "./ferrata inspect examples/first-cytopenia.json",
            "what of a record was understood, and what was not",
        ),
        ("./ferrata drugs", "every treatment; ferrata drug NAME is its monograph"),
        ("./ferrata handout", "texts in plain words, for a family"),
        ("./ferrata disagreements", "where the sources disagree, and what is done about it"),
        ("./ferrata doctor", "whether this installation is sound"),
        ("./ferrata prove", "the guideline, proved"),
        ("./ferrata prove rao-2015-figure", "the literal figure, and where it fails"),
    ):
        yield f"  {command}"
        yield f"      {what}"


def _table(plans: dict[str, Plan]) -> Iterator[str]:
    width = max(map(len, plans)) + 2
    for name, plan in plans.items():
        stages = " or ".join(stage.stage for stage in plan.position.stages)
        said = textwrap.wrap(
            f"[{stages}] {plan.summary}", columns() - width - 2, break_on_hyphens=False
        )
        yield f"  {name:<{width}}{said[0]}"
        for rest in said[1:]:
            yield " " * (width + 2) + rest
