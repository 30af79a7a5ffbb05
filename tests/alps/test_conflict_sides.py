"""conflicts.toml: each side of each conflict, by its statements, words and figures."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from ferrata.alps.conflicts import CONFLICTS
from ferrata.guideline.conflicts import Claim, Conflict


@dataclass(frozen=True)
class Side:
    """A row: who speaks in a conflict, by which statements, with which words and figures."""

    conflict: str
    who: str
    ids: frozenset[str]
    says: tuple[str, ...]
    figures: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.conflict} {self.who} {' '.join(sorted(self.ids))}"


def _table() -> tuple[Side, ...]:
    text = Path(__file__).with_name("conflicts.toml").read_text(encoding="utf-8")
    table = cast("dict[str, dict[str, list[dict[str, object]]]]", tomllib.loads(text))
    return tuple(
        Side(
            conflict=conflict,
            who=str(row["who"]),
            ids=frozenset(cast("list[str]", row["ids"])),
            says=tuple(cast("list[str]", row["says"])),
            figures=tuple(cast("list[str]", row.get("figures", []))),
        )
        for conflict, held in table.items()
        for row in held["sides"]
    )


SIDES = _table()
ROWS = [
    pytest.param(one, id=str(one), marks=[pytest.mark.statement(id) for id in sorted(one.ids)])
    for one in SIDES
]


def said_in(conflict: str) -> tuple[Claim, ...]:
    """Return every claim of a conflict, what is done about it last."""
    found: Conflict = next(one for one in CONFLICTS if one.id == conflict)
    return (*found.claims, found.resolution)


@pytest.mark.parametrize("side", ROWS)
def test_a_side_is_shown_with_its_statements_words_and_figures(side: Side) -> None:
    """One claim of that source rests on exactly these ids and has exactly these figures."""
    found = [
        one
        for one in said_in(side.conflict)
        if (one.who, {w.id for w in one.warrant}) == (side.who, side.ids)
    ]
    assert len(found) == 1
    (claim,) = found
    assert [one for one in side.says if one not in claim.says] == []
    assert Counter(map(str, claim.figures)) == Counter(side.figures)


@pytest.mark.parametrize("conflict", sorted({one.conflict for one in SIDES}))
def test_nobody_speaks_beyond_the_register(conflict: str) -> None:
    """The claims of a conflict are those of the table; its last side is what is done about it."""
    rows = [one for one in SIDES if one.conflict == conflict]
    assert [one.who for one in said_in(conflict)] == [one.who for one in rows]
