"""Where a rule comes from: a numbered statement of a source, or a declared assumption."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ferrata.guideline.errors import WarrantMissing

UNREVIEWED = "not clinically reviewed"


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its key (R, M, P …), citation and year."""

    id: str
    citation: str
    year: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One paraphrased statement of a source, with the lines it stands on.

    `out_of_scope` says why no rule encodes it; empty where one should.
    """

    id: str
    source: str
    text: str
    lines: str = ""
    out_of_scope: str = ""

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Assumption:
    """A rule that no source states: what it says, why, and how well it is supported."""

    id: str
    text: str
    rationale: str
    review: str = UNREVIEWED

    def __str__(self) -> str:
        return self.id


Warrant: TypeAlias = Statement | Assumption


def read_statements(text: str) -> tuple[Statement, ...]:
    """Return the statements of a TOML text: a table per id with `source`, `lines` and `text`."""
    return tuple(
        Statement(key, row["source"], row["text"], row["lines"], row.get("out_of_scope", ""))
        for key, row in tomllib.loads(text).items()
    )


def read_assumptions(text: str) -> tuple[Assumption, ...]:
    """Return the assumptions of a TOML text: a table per id with `text`, `rationale`, `review`."""
    return tuple(
        Assumption(key, row["text"], row["rationale"], row.get("review", UNREVIEWED))
        for key, row in tomllib.loads(text).items()
    )


class Warrants:
    """The statements and assumptions that rules may name, looked up by id."""

    def __init__(self, entries: Iterable[Warrant]) -> None:
        self._by_id: Mapping[str, Warrant] = {entry.id: entry for entry in entries}

    def __call__(self, *ids: str) -> tuple[Warrant, ...]:
        """Return the warrants of `ids`, in that order.

        Raises:
            WarrantMissing: when an id names nothing.
        """
        unknown = [one for one in ids if one not in self._by_id]
        if unknown or not ids:
            raise WarrantMissing(
                f"no statement or assumption is called {', '.join(unknown)}"
                if unknown
                else "neither a statement nor an assumption is named",
                why="every rule rests on a numbered statement of a source or on an assumption",
                write=f"an id such as {next(iter(self._by_id), 'R47')}",
            )
        return tuple(self._by_id[one] for one in ids)

    def __iter__(self) -> Iterator[Warrant]:
        return iter(self._by_id.values())
