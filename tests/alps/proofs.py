"""The verdicts on the guidelines, proved once, and what the table says that they must be."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from ferrata.alps.guidelines import GUIDELINES
from ferrata.cli.proving import DOSES
from ferrata.guideline.conditions import Condition
from ferrata.guideline.features import HasValues
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import Answer
from ferrata.interpret.evaluate import judge
from ferrata.interpret.prove import Outcome, Theorem, Verdict, prove

TABLE = Path(__file__).with_name("theorems.toml")
BY_ID = {one.id: one for one in GUIDELINES}


@dataclass(frozen=True)
class Failing:
    """The subjects of one theorem that are known not to hold, how that ends, and why."""

    outcome: Outcome
    statements: tuple[str, ...]
    why: dict[str, str]


def answer(condition: Condition, facts: HasValues, site: Site) -> Answer:
    """Return the evaluator's answer."""
    return judge(condition, facts, site).answer


@cache
def verdicts(guideline: str) -> tuple[Verdict, ...]:
    """Return every verdict on the guideline called `guideline`."""
    return prove(BY_ID[guideline], answer, doses=DOSES)


def verdicts_on(guideline: Guideline) -> tuple[Verdict, ...]:
    """Return every verdict on a guideline that is not among those that ship."""
    return prove(guideline, answer, doses=DOSES)


@cache
def failing(guideline: str) -> dict[Theorem, Failing]:
    """Return what the table says does not hold, by theorem."""
    table = cast(
        "dict[str, dict[str, dict[str, object]]]",
        tomllib.loads(TABLE.read_text(encoding="utf-8")),
    )
    found: dict[Theorem, Failing] = {}
    for name, row in table[guideline].items():
        statements = tuple(cast("list[str]", row["statements"]))
        why = {key: str(text) for key, text in row.items() if key not in {"outcome", "statements"}}
        found[Theorem(name)] = Failing(Outcome(row["outcome"]), statements, why)
    return found
