"""What the sources say of follow-up in figures: schedules, grades, boundaries and windows.

schedules.toml has what each rule watches and how often, grades.toml the value at each side of a
grade's limit, boundaries.toml when a rule holds, and windows.toml how long an entry speaks.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from tests.care import entries
from tests.care.described import answers

from ferrata.guideline.actions import Monitor
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import AnyRule, Recommendation
from ferrata.guideline.units import day
from ferrata.guideline.values import Option
from ferrata.interpret.counterfactual import concept_of

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """One row: its name, its ids, and what a guideline says otherwise (empty: the same)."""

    id: str
    statements: tuple[str, ...]
    wrong: Callable[[Guideline], str]


@cache
def rows() -> tuple[Row, ...]:
    """Return every row of every table."""
    return (*_schedules(), *_grades(), *_boundaries(), *_windows())


def _table(name: str) -> dict[str, dict[str, object]]:
    text = (HERE / f"{name}.toml").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, object]]", tomllib.loads(text))


def _ids(row: dict[str, object]) -> tuple[str, ...]:
    return tuple(cast("list[str]", row["statements"]))


def _schedules() -> Iterator[Row]:
    for rule, row in _table("schedules").items():
        expected = Counter(
            (concept, days) for concept, days in cast("dict[str, int]", row["watch"]).items()
        )

        stages = cast("list[str]", row.get("stages", []))

        def wrong(
            guideline: Guideline,
            rule: str = rule,
            expected: Counter[tuple[str, int]] = expected,
            stages: list[str] = stages,
        ) -> str:
            found = Counter(_watched(guideline, rule))
            at = [stage.value for one in guideline.rules if one.id == rule for stage in _at(one)]
            same = (found, at) == (expected, stages)
            return "" if same else f"{rule} watches {dict(found)} at {at}"

        yield Row(f"schedules.toml {rule}", _ids(row), wrong)


def _at(rule: AnyRule) -> tuple[Option, ...]:
    return rule.at if isinstance(rule, Recommendation) else ()


def _watched(guideline: Guideline, rule: str) -> Iterator[tuple[str, int]]:
    for one in guideline.rules:
        if one.id == rule and isinstance(one, Recommendation):
            for action in one.do:
                concept = concept_of(action.feature) if isinstance(action, Monitor) else None
                if isinstance(action, Monitor) and concept is not None:
                    yield concept.id, int(action.every.to(day))


def _grades() -> Iterator[Row]:
    for feature, row in _table("grades").items():
        ids, of = _ids(row), str(row["of"])
        for answer, values in row.items():
            if answer.startswith("grade"):
                for value in cast("list[str]", values):
                    facts = ", ".join(
                        f"{one} {number}"
                        for one, number in zip(of.split(), value.split(), strict=True)
                    )
                    yield _criterion("grades", feature, ids, "", facts, answer)


def _boundaries() -> Iterator[Row]:
    for subject, row in _table("boundaries").items():
        for answer in ("yes", "no", "unknown"):
            for facts in cast("list[str]", row.get(answer, [])):
                otherwise = str(row["otherwise"])
                yield _criterion("boundaries", subject, _ids(row), otherwise, facts, answer)


def _criterion(  # noqa: PLR0917
    table: str, subject: str, ids: tuple[str, ...], otherwise: str, changed: str, answer: str
) -> Row:
    facts = ", ".join((*_unchanged(otherwise, changed), changed))

    def wrong(guideline: Guideline) -> str:
        found = answers(subject, facts, guideline)
        return "" if set(found) == {answer} else f"{found}, not {answer}"

    return Row(f"{table}.toml {subject}: {changed or 'as described'} -> {answer}", ids, wrong)


def _unchanged(otherwise: str, changed: str) -> Iterator[str]:
    names = {one.split()[0] for one in changed.split(",") if one.strip()}
    for one in otherwise.split(","):
        if one.strip() and one.split()[0] not in names:
            yield one.strip()


def _windows() -> Iterator[Row]:
    for feature, row in _table("windows").items():
        window = entries.Window(
            feature=feature,
            speaks=tuple(cast("list[int]", row["speaks"])),
            silent=tuple(cast("list[int]", row["silent"])),
            begun=cast("int | None", row.get("begun")),
            value=str(row.get("value", "")),
            beside=str(row.get("beside", "")),
            latest=row.get("pick") == "latest",
        )

        def wrong(guideline: Guideline, window: entries.Window = window) -> str:
            return entries.wrong(window, guideline)

        yield Row(f"windows.toml {feature}", _ids(row), wrong)
