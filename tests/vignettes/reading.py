"""Vignettes read from their Markdown files. Whatever is not understood is an error, with its line.

A section is a background or a vignette::

    ## Background QUIET A six-year-old boy
    ## N1 One low count is repeated, not treated

Then a story, a list of ``- key: value``, a table of facts (date, what, value) and, for a vignette,
a table of expected advice (advice, level, dose). ``- like: QUIET`` starts from the facts of another
section: a row replaces what is said of the same thing on the same date, and the value ``not said``
takes it away. A cell that names several dates or things stands for as many rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path

from tests.vignettes.model import Advised, Fact, Vignette

FOLDER = Path(__file__).parent
NOT_SAID = "not said"
ON = date(2026, 11, 20)
KEYS = frozenset(
    {
        *("like", "guideline", "statements", "stage", "emergency", "gap", "until"),
        *("must not", "allowed", "missing", "on", "not yet"),
    }
)
_HEADING = re.compile(r"## (Background )?([A-Z]+[0-9]*) (\S.*)")
_CHOICE = re.compile(r"(.*?) \(choice ([0-9])\)")


class Misread(ValueError):
    """A vignette file that says something nobody understands."""


@dataclass
class _Section:
    where: str
    background: bool
    id: str
    title: str
    story: list[str] = field(default_factory=list[str])
    keys: dict[str, str] = field(default_factory=dict[str, str])
    tables: list[list[tuple[str, ...]]] = field(default_factory=list[list[tuple[str, ...]]])


def vignettes() -> tuple[Vignette, ...]:
    """Return every vignette of the folder, in reading order."""
    sections: dict[str, _Section] = {}
    for path in files():
        for section in _sections(path):
            if section.id in sections:
                raise Misread(f"{section.where}: {section.id} stands twice")
            sections[section.id] = section
    return tuple(_vignette(one, sections) for one in sections.values() if not one.background)


def files() -> tuple[Path, ...]:
    """Return the vignette files in reading order."""
    return tuple(sorted(FOLDER.glob("[0-9]*-*.md"), key=lambda path: int(path.name.split("-")[0])))


def _sections(path: Path) -> Iterator[_Section]:
    section: _Section | None = None
    table = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path.name}:{number}"
        if line.startswith("## "):
            if section is not None:
                yield section
            heading = _HEADING.fullmatch(line)
            if heading is None:
                raise Misread(f"{where}: a heading that is no vignette and no background: {line}")
            section = _Section(where, bool(heading[1]), heading[2], heading[3])
        elif section is None:
            continue
        elif line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
            if not table:
                section.tables.append([])
            section.tables[-1].append(cells)
        elif line.startswith("- "):
            key, colon, value = line[2:].partition(": ")
            if key not in KEYS or not colon:
                raise Misread(f"{where}: {key!r} is none of {', '.join(sorted(KEYS))}")
            section.keys[key] = value.strip()
        elif line:
            section.story.append(line)
        table = line.startswith("|")
    if section is not None:
        yield section


def _vignette(section: _Section, sections: dict[str, _Section]) -> Vignette:
    keys = section.keys
    facts = _facts(section, sections)
    advice = section.tables[-1]
    if len(section.tables) != 2 or advice[0] != ("advice", "level", "dose"):
        raise Misread(f"{section.where}: {section.id} needs a table of facts and one of advice")
    missing = keys.get("missing")
    return Vignette(
        id=section.id,
        title=section.title,
        story="\n".join(section.story),
        where=section.where,
        facts=tuple(facts.values()),
        expected=tuple(_advised(row) for row in advice[2:]),
        statements=tuple(keys["statements"].split()),
        guideline=keys.get("guideline", "reconciled"),
        on=date.fromisoformat(keys["on"]) if "on" in keys else ON,
        stage=keys["stage"],
        emergency=keys.get("emergency", ""),
        gap=keys.get("gap", "no"),
        until=keys.get("until", ""),
        must_not=_listed(keys.get("must not", "")),
        allowed=_listed(keys.get("allowed", "")),
        not_yet=keys.get("not yet", ""),
        missing=None if missing is None else () if missing == "none" else _listed(missing),
    )


def _advised(row: tuple[str, ...]) -> Advised:
    advice, level, dose = row
    choice = _CHOICE.fullmatch(advice)
    if choice is None:
        return Advised(advice, level, dose)
    return Advised(choice[1], level, dose, int(choice[2]))


def _facts(section: _Section, sections: dict[str, _Section]) -> dict[tuple[str, str], Fact]:
    like = section.keys.get("like")
    if like is not None and like not in sections:
        raise Misread(f"{section.where}: nothing is called {like}")
    facts = {} if like is None else _facts(sections[like], sections)
    header, _, *rows = section.tables[0]
    if header != ("date", "what", "value"):
        raise Misread(f"{section.where}: the first table of {section.id} is no table of facts")
    for dates, things, value in rows:
        for when, what in product(_listed(dates), _listed(things)):
            if value == NOT_SAID:
                if facts.pop((when, what), None) is None:
                    raise Misread(f"{section.where}: {section.id} takes away {what} of {when}")
            else:
                facts[when, what] = Fact(when, what, value)
    return facts


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(",") if one.strip())
