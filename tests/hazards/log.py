"""The hazard log, and the faults that show that its tests can fail."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TESTS = HERE.parent

STILL_OPEN = frozenset({"H16", "H26", "H29", "H32", "H33"})
"""Hazards that may have no fault yet: levels, pages, the store. This set may only shrink."""


@dataclass(frozen=True, slots=True)
class Hazard:
    """One line of the log."""

    id: str
    hazard: str
    severity: int
    control: str
    open: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A control taken away: `target` ("module:name") is replaced by what `broken` makes of it.

    `test` is the test that must then fail, by file and name; it carries the mark of `hazard`.
    """

    hazard: str
    name: str
    what: str
    target: str
    broken: Callable[[Any], Any]
    test: str


def hazards() -> tuple[Hazard, ...]:
    """Return the log."""
    rows = tomllib.loads((HERE / "hazards.toml").read_text(encoding="utf-8"))
    return tuple(
        Hazard(key, row["hazard"], row["severity"], row["control"], row.get("open", ""))
        for key, row in rows.items()
    )


_MARK = re.compile(r'hazard\(\s*"(H[0-9]{2})"')


@cache
def marked() -> dict[str, list[str]]:
    """Return the test modules that carry each hazard's mark, once per mark."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for id in _MARK.findall(path.read_text(encoding="utf-8")):
            found.setdefault(id, []).append(path.relative_to(TESTS).as_posix())
    return found
