"""What is mutated beyond the pathway: how mutants of each part end, and why some survive."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from tests.mutation.killing import By, Fate
from tests.mutation.model import Mutant
from tests.mutation.report import counted, sample

TABLE = Path(__file__).with_name("beyond.toml")
ENOUGH = 0.99


@dataclass(frozen=True)
class Part:
    """A part of the content: its mutants, and what becomes of each."""

    name: str
    mutants: tuple[Mutant, ...]
    fate: Callable[[Mutant], Fate]

    def chosen(self, size: int) -> tuple[Mutant, ...]:
        """Return a fixed sample."""
        return sample(self.mutants, size)


@dataclass(frozen=True)
class Reason:
    """Why some mutants live: `equivalent` when nobody could ever tell them from the original."""

    why: str
    equivalent: bool


@cache
def reasons() -> dict[tuple[str, str], Reason]:
    """Return the reason of every listed survivor, by part and mutant."""
    table = cast(
        "dict[str, dict[str, dict[str, object]]]",
        tomllib.loads(TABLE.read_text(encoding="utf-8")),
    )
    return {
        (part, id): Reason(str(row["why"]), bool(row.get("equivalent")))
        for part, groups in table.items()
        for row in groups.values()
        for id in cast("list[str]", row["mutants"])
    }


def rate(part: str, fates: Iterable[Fate]) -> float:
    """Return the share killed of what the language accepts and somebody could tell apart."""
    told = [one for one in fates if one.by is not By.LANGUAGE and not _equivalent(part, one)]
    return sum(one.by.killed for one in told) / len(told) if told else 1.0


def _equivalent(part: str, fate: Fate) -> bool:
    reason = reasons().get((part, fate.mutant.id))
    return fate.by is By.EQUIVALENT or (reason is not None and reason.equivalent)


def unexplained(part: str, fates: Iterable[Fate]) -> list[str]:
    """Return the survivors without a reason, and the listed mutants that are none."""
    listed = reasons().keys()
    return [
        f"{one.mutant.id} ({one.mutant.text}): {one.by}, {one.test}"
        for one in fates
        if (one.by is By.NOBODY) != ((part, one.mutant.id) in listed)
    ]


def lines(part: str, fates: Sequence[Fate]) -> Iterator[str]:
    """Yield the report of a part: totals, a line per operator and one per test, then survivors."""
    yield f"{part}: {len(fates)} mutants: {counted(fates)}; killed {100 * rate(part, fates):.2f} %"
    for operator, number in Counter(one.mutant.operator for one in fates).most_common():
        group = [one for one in fates if one.mutant.operator == operator]
        yield f"  {operator}: {number} ({counted(group)})"
    tests = Counter(one.test.partition(" ")[0] for one in fates if one.by.killed)
    for test, number in tests.most_common():
        yield f"  killed by {test}: {number}"
    for one in fates:
        if one.by is By.NOBODY:
            reason = reasons().get((part, one.mutant.id))
            yield f"  survived: {one.mutant.id}: {reason.why if reason else 'unlisted'}"
