"""Vignettes of follow-up, read from Markdown. What is not understood is an error, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).with_name("vignettes.md")
NOT_SAID = "not said"
SAYS = frozenset({"due", "alert", "toxicity", "prevention", "manifestation", "question"})
_HEADING = re.compile(r"## (Background )?([A-Z]+[0-9]*) (\S.*)")


class Misread(ValueError):
    """A line that nobody understands."""


@dataclass(frozen=True)
class Fact:
    """One thing that a record says."""

    date: str
    what: str
    value: str


@dataclass(frozen=True)
class Expected:
    """One thing that the plan is to say."""

    says: str
    about: str
    expected: str


@dataclass
class Vignette:
    """A patient, and the follow-up that the sources call for."""

    id: str
    title: str
    where: str
    background: bool
    keys: dict[str, str] = field(default_factory=dict[str, str])
    tables: list[list[tuple[str, ...]]] = field(default_factory=list[list[tuple[str, ...]]])
    facts: tuple[Fact, ...] = ()
    expected: tuple[Expected, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        return tuple(self.keys["statements"].split())


def vignettes() -> tuple[Vignette, ...]:
    """Return every vignette, in reading order."""
    sections = {one.id: one for one in _sections()}
    for one in sections.values():
        one.facts = tuple(_facts(one, sections).values())
        if not one.background:
            one.expected = tuple(_expected(one))
    return tuple(one for one in sections.values() if not one.background)


def _sections() -> Iterator[Vignette]:
    section: Vignette | None = None
    table = False
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("## "):
            if section is not None:
                yield section
            heading = _HEADING.fullmatch(line)
            if heading is None:
                raise Misread(f"{number}: {line}")
            section = Vignette(heading[2], heading[3], f"{FILE.name}:{number}", bool(heading[1]))
        elif section is None:
            continue
        elif line.startswith("|"):
            if not table:
                section.tables.append([])
            section.tables[-1].append(tuple(x.strip() for x in line.strip("|").split("|")))
        elif line.startswith("- "):
            key, colon, value = line[2:].partition(": ")
            if key not in {"like", "statements"} or not colon:
                raise Misread(f"{number}: {line}")
            section.keys[key] = value.strip()
        elif line:
            raise Misread(f"{number}: {line}")
        table = line.startswith("|")
    if section is not None:
        yield section


def _facts(section: Vignette, sections: dict[str, Vignette]) -> dict[tuple[str, str], Fact]:
    """A row replaces what another section says of the same thing on the same date."""
    like = section.keys.get("like")
    facts = {} if like is None else _facts(sections[like], sections)
    header, _, *rows = section.tables[0]
    if header != ("date", "what", "value"):
        raise Misread(f"{section.where}: the first table is no table of facts")
    for dates, things, value in rows:
        for date in _listed(dates):
            for what in _listed(things):
                if value == NOT_SAID:
                    if facts.pop((date, what), None) is None:
                        raise Misread(f"{section.where}: takes away {what} of {date}")
                else:
                    facts[date, what] = Fact(date, what, value)
    return facts


def _expected(section: Vignette) -> Iterator[Expected]:
    header, _, *rows = section.tables[1]
    if header != ("says", "about", "expected") or not rows or not section.statements:
        raise Misread(f"{section.where}: the second table says what is expected")
    for says, about, expected in rows:
        if says not in SAYS:
            raise Misread(f"{section.where}: {says} is none of {', '.join(sorted(SAYS))}")
        yield Expected(says, about, expected)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(",") if one.strip())
