"""transitions.toml and recommendations.toml: where each rule stands, leads to, and what it does.

A name with ``*`` stands for one rule at each stage of the row, called after the stage.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from ferrata.guideline.actions import Action, Ask, Monitor, Order, Refer
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Caution, Gate, Recommendation, Step, Transition
from ferrata.guideline.units import day

TRANSITIONS = Path(__file__).with_name("transitions.toml")
RECOMMENDATIONS = Path(__file__).with_name("recommendations.toml")
GUIDELINE = "reconciled"


@dataclass(frozen=True)
class Written:
    """A row: a rule, and all that it has to say beside its condition, field by field."""

    id: str
    kind: str
    statements: tuple[str, ...]
    says: tuple[tuple[str, str], ...]


@cache
def written() -> tuple[Written, ...]:
    """Return a row for each rule of the two tables."""
    return (*_transitions(), *_beside())


def _read(path: Path) -> dict[str, dict[str, object]]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return cast("dict[str, dict[str, object]]", table)


def _names(value: object) -> tuple[str, ...]:
    return tuple(cast("list[str]", value))


def _transitions() -> Iterator[Written]:
    for name, row in _read(TRANSITIONS).items():
        for stage in _names(row["at"]):
            until = str(row["until"]) if "until" in row else ""
            to = (stage,) if until else _names(row["to"])
            says = {
                "at": stage,
                "to": ", ".join(to),
                "until": until,
                "order": str(row.get("order", 5)),
            }
            id = name.replace("*", stage)
            yield Written(id, "transition", _names(row["statements"]), tuple(says.items()))


def _beside() -> Iterator[Written]:
    kinds = cast("dict[str, dict[str, dict[str, object]]]", _read(RECOMMENDATIONS))
    for kind, rows in kinds.items():
        for id, row in rows.items():
            says = {"do": ", ".join(_names(row["do"])), "at": ", ".join(_names(row.get("at", [])))}
            if "order" in row:
                says["order"] = str(row["order"])
            if kind == "step":
                says["brief"] = str(row.get("brief", ""))
                says["begun by"] = ", ".join(_names(row.get("begun_by", [])))
                says["final"] = "yes" if row.get("final") else "no"
            yield Written(id, kind, _names(row["statements"]), tuple(says.items()))


def wrong(row: Written, guidelines: tuple[Guideline, ...]) -> str:
    """Return what the guideline says otherwise than `row`; empty when it says the same."""
    guideline = next(one for one in guidelines if one.id == GUIDELINE)
    seen = next((_seen(one) for one in guideline.rules if one.id == row.id), None)
    if seen is None:
        return f"there is no rule {row.id}"
    found = [f"{k}: {seen.get(k)}, not {v}" for k, v in row.says if seen.get(k) != v]
    return "; ".join(found)


def _seen(rule: object) -> dict[str, str]:
    match rule:
        case Transition():
            return {
                "at": rule.at.value,
                "to": ", ".join(one.value for one in rule.to),
                "until": "" if rule.until is None else str(rule.until.to(day)),
                "order": str(rule.priority),
            }
        case Step(do=do):
            return {
                "at": rule.stage.value,
                "do": ", ".join(map(_action, do)),
                "begun by": ", ".join(one.id for one in rule.begun_by),
                "final": "yes" if rule.final else "no",
                "brief": "" if rule.brief is None else str(rule.brief.to(day)),
            }
        case Recommendation(at=at, do=do):
            return {
                "order": str(rule.priority),
                "at": ", ".join(one.value for one in at),
                "do": ", ".join(map(_action, do)),
            }
        case Gate(treatments=treatments):
            return {"do": ", ".join(one.id for one in treatments), "at": ""}
        case Caution(avoid=avoid):
            return {"do": ", ".join(one.id for one in avoid.treatments), "at": ""}
        case _:
            return {}


def _action(action: Action) -> str:
    """Return an action as the table writes it: what is done, and with what or to whom."""
    word = type(action).__name__.lower()
    match action:
        case Monitor(feature=feature, every=every):
            return f"{word} {feature.path} every {every.to(day)}"
        case Order(feature=feature) | Ask(feature=feature):
            return f"{word} {feature.path}"
        case Refer(to=to):
            return f"{word} {to.replace(',', '')}"
        case _:
            return f"{word} {action.treatment.id}"
