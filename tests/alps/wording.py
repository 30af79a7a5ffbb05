"""How rules are written in the documents: conditions with brackets, actions, tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.actions import (
    Action,
    Ask,
    Consider,
    Continue,
    Give,
    Monitor,
    Order,
    Refer,
)
from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Criterion,
    Is,
    Not,
    features_of,
)
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import plain
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.plan.words import condition_text

NOWHERE = Site(())
Rows = Iterable[tuple[str, ...]]

_COURSES = {
    one.__name__: one.treatment.id
    for guideline in GUIDELINES
    for one in guideline.vocabularies
    if issubclass(one, CourseFeatures) and one.treatment is not None
}


def spelled(
    condition: Condition, site: Site = NOWHERE, named: Mapping[Condition, str] | None = None
) -> str:
    """Return a condition in words, with brackets where "and" and "or" meet.

    `named` are conditions that have a name of their own. What is said of a course names its drug.
    """
    if named and condition in named:
        return named[condition]
    match condition:
        case AllOf((one,)) | AnyOf((one,)):
            return spelled(one, site, named)
        case AllOf(parts):
            return " and ".join(_bracketed(one, site, named) for one in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(one, site, named) for one in parts)
        case AtLeast(count, parts):
            return f"at least {count} of: {'; '.join(spelled(one, site, named) for one in parts)}"
        case Not(part):
            return f"not ({spelled(part, site, named)})"
        case Criterion():
            return condition_text(condition, site)
        case _:
            text = condition_text(condition, site)
            drugs = {_COURSES.get(one.vocabulary, "") for one in features_of(condition)} - {""}
            unsaid = sorted(one for one in drugs if one not in text.lower())
            return f"{text} ({', '.join(unsaid)})" if unsaid else text


def _bracketed(part: Condition, site: Site, named: Mapping[Condition, str] | None) -> str:
    text = spelled(part, site, named)
    if named and part in named:
        return text
    match part:
        case AllOf((_,)) | AnyOf((_,)) | Is(_, (_,)):
            return text
        case AllOf() | AnyOf() | AtLeast() | Is():
            return f"({text})"
        case _:
            return text


def action_text(action: Action) -> str:
    """Return what an action advises, with its dose."""
    match action:
        case Give(treatment, text):
            return f"give {treatment.label}{_amount(action)}. {text}"
        case Continue(treatment, text):
            return f"continue {treatment.label}. {text}"
        case Consider(treatment, text):
            return f"consider {treatment.label}. {text}"
        case Order(_, text):
            return f"order: {text}"
        case Ask(_, text):
            return f"ask: {text}"
        case Monitor(_, every, text):
            return f"every {plain(every.value)} days: {text}"
        case Refer(to, text):
            return f"bring in {to}: {text}"
        case _:
            assert_never(action)


def _amount(action: Give) -> str:
    dose = action.dose
    if dose is None:
        return ""
    low, high = plain(dose.low.value), plain(dose.high.value)
    amount = f": {low if low == high else f'{low} to {high}'} {dose.low.unit}"
    if dose.divided > 1:
        amount += f" in {dose.divided} doses"
    if dose.days is not None:
        amount += f", {plain(dose.days.low)} to {plain(dose.days.high)} days"
    if dose.cap is not None:
        amount += f", at most {plain(dose.cap.default)} {dose.cap.allowed.unit}"
    return amount


def table(header: tuple[str, ...], rows: Rows) -> str:
    """Return a Markdown table; empty when there is no row."""
    listed = tuple(rows)
    if not listed:
        return ""
    every = (header, tuple("---" for _ in header), *listed)
    return "\n" + "".join(f"| {' | '.join(map(cell, row))} |\n" for row in every)


def cell(text: str) -> str:
    """Return `text` so that it stays within one cell of a table."""
    return text.replace("|", "/").replace("\n", " ")


def ids(warrants: Iterable[Warrant | str]) -> str:
    """Return the ids of `warrants`, each once."""
    return " ".join(dict.fromkeys(str(one) for one in warrants))
