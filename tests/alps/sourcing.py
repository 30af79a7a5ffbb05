"""What rules rest on: their warrants, the figures in them, and the lines of the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.actions import Give
from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Criterion,
    Is,
    IsKnown,
    Not,
    Relate,
)
from ferrata.guideline.evidence import Assumption, Statement, Warrant
from ferrata.guideline.features import Finding
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import (
    AnyRule,
    Caution,
    Gate,
    Invariant,
    Recommendation,
    Setting,
    Step,
    Transition,
)

ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
FILES = {"M": "medscape-2019.txt", "R": "rao-2015.txt", "P": "overview.txt"}

_DIGITS = re.compile(r"(?<![A-Za-z\d.,])\d+(?:[.,]\d+)*")  # not those of A0 or m2
_SPOKEN = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven"} | {
    "8": "eight",
    "24": "twenty-four",
    "1": "one",
}
_ANY_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LINES = re.compile(r"(\d+)(?:-(\d+))?")


def criteria(condition: Condition) -> Iterator[Criterion]:
    """Yield every named criterion in `condition`."""
    match condition:
        case Criterion():
            yield condition
            yield from criteria(condition.condition)
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            for part in parts:
                yield from criteria(part)
        case Not(part):
            yield from criteria(part)
        case Compare() | Relate() | Is() | IsKnown() | Finding():
            pass
        case _:
            assert_never(condition)


def conditions_of(rule: AnyRule) -> tuple[Condition, ...]:
    """Return the conditions that a rule asks."""
    match rule:
        case Transition() | Recommendation():
            return (rule.when,)
        case Gate():
            return (rule.needs,)
        case Caution():
            return (rule.avoid.when,)
        case Invariant():
            return (rule.condition,)
        case Step() | Setting():
            return ()
        case _:
            assert_never(rule)


def warrants_of(rule: AnyRule) -> tuple[Warrant, ...]:
    """Return every warrant of a rule, of its actions, its caution, parameter and criteria."""
    found = [*rule.warrant]
    if isinstance(rule, Step | Recommendation):
        found += [one for action in rule.do for one in action.warrant]
    if isinstance(rule, Caution):
        found += rule.avoid.warrant
    if isinstance(rule, Setting):
        found += rule.parameter.warrant
    for condition in conditions_of(rule):
        found += [one for named in criteria(condition) for one in named.warrant]
    return tuple(dict.fromkeys(found))


def used(guidelines: tuple[Guideline, ...] = GUIDELINES) -> tuple[Warrant, ...]:
    """Return every warrant that some rule rests on, each once, by id."""
    found = {one.id: one for each in guidelines for rule in each.rules for one in warrants_of(rule)}
    return tuple(found[key] for key in sorted(found))


def statements_used() -> tuple[Statement, ...]:
    """Return the statements among them."""
    return tuple(one for one in used() if isinstance(one, Statement))


def assumptions_used() -> tuple[Assumption, ...]:
    """Return the assumptions among them."""
    return tuple(one for one in used() if isinstance(one, Assumption))


def gives() -> Iterator[tuple[str, Give]]:
    """Yield every advice to give a drug, with the guideline and rule that gives it."""
    for guideline in GUIDELINES:
        for rule in (*guideline.steps, *guideline.recommendations):
            for action in rule.do:
                if isinstance(action, Give):
                    yield f"{guideline.id} {rule.id}", action


def figures(text: str) -> tuple[str, ...]:
    """Return the numbers in a text, commas of thousands left out."""
    return tuple(found.replace(",", "") for found in _DIGITS.findall(text))


def cited(statement: Statement) -> str:
    """Return the lines of the source that a statement cites."""
    lines = (SOURCES / FILES[statement.source]).read_text(encoding="utf-8").splitlines()
    picked: list[str] = []
    for first, last in _LINES.findall(statement.lines):
        picked += lines[int(first) - 1 : int(last or first)]
    return " ".join(picked)


def stands_in(figure: str, text: str) -> bool:
    """Whether a number stands in a text, in digits or spoken."""
    if figure in (one.replace(",", "") for one in _ANY_DIGITS.findall(text)):
        return True
    word = _SPOKEN.get(figure)
    return word is not None and re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None
