"""What the doctor found, as data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from ferrata.plan.lines import columns, harmless, heading, wrapped
from ferrata.plan.model import GuidelineVersion

DOCTOR_SCHEMA_VERSION = "1.0"

OK: Final = "ok"
WARN: Final = "warn"
FAIL: Final = "fail"
Status: TypeAlias = Literal["ok", "warn", "fail"]


class Check(Struct, frozen=True, kw_only=True):
    """One thing looked at: how it stands, what was found, and what to do unless it is ok."""

    id: str
    group: str
    title: str
    status: Status
    found: str
    advice: str = ""


class Examination(Struct, frozen=True, kw_only=True):
    """Everything looked at; `status` is that of the worst."""

    schema_version: str
    software: str
    notice: str
    on: str
    status: Status
    checks: tuple[Check, ...]
    guidelines: tuple[GuidelineVersion, ...]


_MARKS = {OK: "ok", WARN: "warn", FAIL: "FAIL"}
_TITLES = 24


def examination_text(made: Examination) -> str:
    """Return `made` as text."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def _lines(made: Examination) -> Iterator[str]:
    yield from wrapped(made.notice)
    for group in dict.fromkeys(one.group for one in made.checks):
        yield from heading(group)
        for one in made.checks:
            if one.group == group:
                yield from _check(one)
    yield from heading("Result")
    counts = [sum(one.status == each for one in made.checks) for each in (OK, WARN, FAIL)]
    yield from wrapped(
        f"{_MARKS[made.status]:<6}{counts[0]} ok, {counts[1]} to look at, {counts[2]} to mend", "  "
    )
    yield ""
    yield from wrapped(f"{made.software}, on {made.on}")


def _check(one: Check) -> Iterator[str]:
    first = min(_TITLES, columns() // 3)
    then = " " * (first + 10)
    yield from wrapped(f"{_MARKS[one.status]:<6}{one.title:<{first}}  {one.found}", "  ", then)
    if one.advice:
        yield from wrapped(f"→ {one.advice}", then, then + "  ")
