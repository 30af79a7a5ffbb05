"""amounts.toml: each dose, cap and interval of the guideline against the sources' figures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from ferrata.guideline.actions import Action, Consider, Give, Monitor
from ferrata.guideline.doses import Dose
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Recommendation, Step
from ferrata.guideline.units import Quantity, day, plain

TABLE = Path(__file__).with_name("amounts.toml")
GUIDELINE = "reconciled"


@dataclass(frozen=True)
class Written:
    """A row: what it is about, and what the sources say."""

    id: str
    kind: str
    statements: tuple[str, ...]
    says: dict[str, str]


@cache
def written() -> tuple[Written, ...]:
    """Return every row of the table."""
    table = cast(
        "dict[str, dict[str, dict[str, object]]]",
        tomllib.loads(TABLE.read_text(encoding="utf-8")),
    )
    return tuple(
        Written(
            id=name,
            kind=kind,
            statements=tuple(cast("list[str]", row["statements"])),
            says={k: str(v) for k, v in row.items() if k != "statements"},
        )
        for kind, rows in table.items()
        for name, row in rows.items()
    )


def wrong(row: Written, guidelines: tuple[Guideline, ...]) -> str:
    """Return what the guideline says otherwise than `row`; empty when it says the same."""
    guideline = next(one for one in guidelines if one.id == GUIDELINE)
    if row.kind == "cap":
        found = {one.id: one for one in guideline.parameters}.get(row.id)
        if found is None:
            return f"{row.id} is no parameter of a site"
        unit = found.allowed.unit
        seen = {"default": str(Quantity(found.default, unit))}
        seen["least"] = str(Quantity(found.allowed.low, unit))
        seen["most"] = str(Quantity(found.allowed.high, unit))
        return _differing(row, seen)
    actions = [one for one in _actions(guideline) if one.text.startswith(row.says["text"])]
    if not actions:
        return f"nothing says {row.says['text']!r}"
    seen = ({"text": row.says["text"], **_seen(one)} for one in actions)
    return next((said for one in seen if (said := _differing(row, one))), "")


def _differing(row: Written, seen: dict[str, str]) -> str:
    found = [f"{k} {seen.get(k)}, not {v}" for k, v in row.says.items() if seen.get(k) != v]
    return "; ".join(found)


def _actions(guideline: Guideline) -> Iterator[Action]:
    for one in guideline.rules:
        if isinstance(one, Step | Recommendation):
            yield from one.do


def _seen(action: Action) -> dict[str, str]:
    match action:
        case (
            Give(treatment=treatment, dose=Dose() as dose)
            | Consider(treatment=treatment, dose=Dose() as dose)
        ):
            unit, repeat = dose.low.unit, dose.repeat
            return {
                "treatment": treatment.id,
                "amount": f"{plain(dose.low.value)}-{plain(dose.high.value)} {unit}",
                "route": dose.route.value,
                "times": str(dose.divided)
                if repeat is None
                else f"{repeat.low}-{repeat.high}/{repeat.per}, {repeat.total or 'no'} in all",
                "stop": "" if dose.stop is None else dose.stop.id,
                "least": "" if dose.least is None else str(dose.least),
                "in_all": "" if dose.in_all is None else str(dose.in_all),
                "rounding": "" if dose.tolerance is None else dose.tolerance.id,
                "cap": "" if dose.cap is None else dose.cap.id,
                "days": ""
                if dose.days is None
                else f"{plain(dose.days.low)}-{plain(dose.days.high)}",
            }
        case Give(treatment=treatment):
            return {"treatment": treatment.id, "amount": "no dose"}
        case Monitor(every=every):
            return {"every": str(every.to(day))}
        case _:
            return {}
