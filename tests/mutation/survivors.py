"""survivors.toml: the mutants that nobody notices, each with a reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

TABLE = Path(__file__).with_name("survivors.toml")


@dataclass(frozen=True)
class Reason:
    """Why some mutants live: `equivalent` when nobody could ever tell them from the original."""

    name: str
    why: str
    equivalent: bool


@cache
def listed() -> dict[str, Reason]:
    """Return the reason of every listed mutant, by id.

    Raises:
        ValueError: when a mutant is listed twice.
    """
    table = cast(
        "dict[str, dict[str, dict[str, object]]]",
        tomllib.loads(TABLE.read_text(encoding="utf-8")),
    )
    found: dict[str, Reason] = {}
    for kind, groups in table.items():
        for name, row in groups.items():
            reason = Reason(name, str(row["why"]), kind == "equivalent")
            for id in cast("list[str]", row["mutants"]):
                if id in found:
                    raise ValueError(f"{id} is listed under {found[id].name} and {name}")
                found[id] = reason
    return found
