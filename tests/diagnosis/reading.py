"""Diagnosis vignettes read from Markdown. Whatever is not understood is an error, with its line.

A section is ``## D1 Title``, a story, a list of ``- key: value`` and a table of facts. ``- like:
D1`` starts from the facts of another section: a row replaces what is said of the same thing on the
same date, and ``not said`` takes it away. A cell that names several things stands for as many rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.diagnosis.records import Fact

FILE = Path(__file__).with_name("vignettes.md")
KEYS = frozenset(
    {
        *("like", "statements", "conclusion", "kinds", "not called ALPS", "alerts"),
        *("missing", "not missing", "first next", "next", "not next", "flags"),
        *("copies that differ", "esid", "esid nested", "criteria"),
    }
)
NEEDED = ("statements", "conclusion")
_HEADING = re.compile(r"## ([A-Z][0-9]+) (\S.*)")


class Misread(ValueError):
    """A vignette file that says something nobody understands."""


@dataclass
class Vignette:
    """One case, and what the sources say of it."""

    where: str
    id: str
    title: str
    keys: dict[str, str] = field(default_factory=dict[str, str])
    rows: list[tuple[str, ...]] = field(default_factory=list[tuple[str, ...]])
    facts: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def listed(self, key: str) -> tuple[str, ...]:
        """Return the parts of a key's value; empty for ``none`` and where it is not given."""
        text = self.keys.get(key, "none")
        return () if text == "none" else tuple(one.strip() for one in text.split(","))

    @property
    def table(self) -> tuple[Fact, ...]:
        """The facts as rows."""
        return tuple((when, what, value) for (when, what), value in self.facts.items())


def vignettes(text: str | None = None) -> dict[str, Vignette]:
    """Return the vignettes by id, in reading order."""
    found: dict[str, Vignette] = {}
    for one in _sections(FILE.read_text(encoding="utf-8") if text is None else text):
        if one.id in found:
            raise Misread(f"{one.where}: {one.id} stands twice")
        missing = [key for key in NEEDED if key not in one.keys]
        if missing:
            raise Misread(f"{one.where}: {one.id} does not say {', '.join(missing)}")
        like = one.keys.get("like")
        if like is not None and like not in found:
            raise Misread(f"{one.where}: nothing above is called {like}")
        one.facts = {} if like is None else dict(found[like].facts)
        for when, things, value in one.rows[2:]:
            for what in (part.strip() for part in things.split(",")):
                if value != "not said":
                    one.facts[when, what] = value
                elif one.facts.pop((when, what), None) is None:
                    raise Misread(f"{one.where}: {one.id} takes away {what} of {when}")
        found[one.id] = one
    return found


def _sections(text: str) -> Iterator[Vignette]:
    section: Vignette | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{FILE.name}:{number}"
        if line.startswith("## "):
            if section is not None:
                yield section
            heading = _HEADING.fullmatch(line)
            if heading is None:
                raise Misread(f"{where}: a heading that is no vignette: {line}")
            section = Vignette(where, heading[1], heading[2])
        elif section is None:
            continue
        elif line.startswith("|"):
            section.rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
        elif line.startswith("- "):
            key, colon, value = line[2:].partition(": ")
            if key not in KEYS or not colon:
                raise Misread(f"{where}: {key!r} is none of {', '.join(sorted(KEYS))}")
            section.keys[key] = value.strip()
    if section is not None:
        yield section
