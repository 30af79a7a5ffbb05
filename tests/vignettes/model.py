"""A vignette: a patient in a table, and what the sources say should be advised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Fact:
    """One row of a facts table about one thing."""

    date: str
    what: str
    value: str


@dataclass(frozen=True)
class Advised:
    """What is expected of the options that match `advice`: a treatment's id, or words of a text.

    `choice` is the place among alternatives, 0 when it does not matter. `level` is a level of the
    plan, ``absent``, or ``not offered`` (less than on condition).
    """

    advice: str
    level: str
    dose: str = ""
    choice: int = 0


@dataclass(frozen=True, kw_only=True)
class Vignette:
    """One case. `expected` and every other expectation were written from the sources.

    `not_yet` says why the plan differs and the sources were still thought right.
    """

    id: str
    title: str
    story: str
    where: str
    facts: tuple[Fact, ...]
    expected: tuple[Advised, ...]
    statements: tuple[str, ...]
    guideline: str
    on: date
    stage: str
    emergency: str = ""
    gap: str = "no"
    until: str = ""
    must_not: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    missing: tuple[str, ...] | None = None
    not_yet: str = ""
