"""The advice of guidelines for one patient, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from ferrata.guideline.actions import Refer, treatment_of
from ferrata.guideline.guideline import Guideline
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import replay
from ferrata.plan.advise import Advice, Bench, advise
from ferrata.plan.disagreements.model import Advised, Line, Row
from ferrata.plan.model import Level
from ferrata.plan.options import option
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import Record

_OFFERED = (Level.OFFERED, Level.CONDITIONAL)


def advised(record: Record, guideline: Guideline, on: date) -> Advised:
    """Return what `guideline` advises to the patient of `record`, which it replays for itself."""
    events, site = events_of(record, anatomy(guideline).analytes), guideline.site()
    day = day_number(on)
    positions = replay(guideline, events, day, site)
    bench = Bench(guideline, Derived(events, day, guideline.vocabularies, site))
    found = advise(bench, positions)
    return Advised(
        guideline=guideline.id,
        stages=tuple(guideline.step(one.stage).title for one in positions),
        lines=_merged(_line(bench, one, on) for one in found.advice if _treats(one)),
        rules=tuple(
            dict.fromkeys(id for one in found.advice if one.level in _OFFERED for id in _rules(one))
        ),
        gap=found.gap,
    )


def side_by_side(advice: Iterable[Advised]) -> tuple[Row, ...]:
    """Return one row for each thing that some guideline advises, the best advised first."""
    rows: dict[str, dict[str, Level]] = {}
    for each in advice:
        for line in each.lines:
            levels = rows.setdefault(line.what, {})
            held = levels.get(each.guideline)
            if held is None or held.rank < line.level.rank:
                levels[each.guideline] = line.level
    return tuple(
        Row(what=what, levels=levels)
        for what, levels in sorted(
            rows.items(), key=lambda row: -max(level.rank for level in row[1].values())
        )
    )


def _rules(advice: Advice) -> tuple[str, ...]:
    """The rule that applies, and the step it leads to or stays at."""
    step = () if advice.step is None else (advice.step.id,)
    return advice.candidate.rule.id, *step


def _treats(advice: Advice) -> bool:
    """Whether it treats, refers or waits: what only asks or measures is no matter of dispute."""
    action = advice.action
    return action is None or isinstance(action, Refer) or treatment_of(action) is not None


def _line(bench: Bench, advice: Advice, on: date) -> Line:
    made = option(bench, advice, on)
    treatment = None if advice.action is None else treatment_of(advice.action)
    if treatment is not None:
        what = treatment.label
    elif isinstance(advice.action, Refer):
        what = f"bring in {advice.action.to}"
    else:
        what = "go on as before"
    return Line(
        level=made.level,
        what=what,
        text=made.text,
        rules=_rules(advice),
        amount=None if made.amount is None or made.amount.not_computed else made.amount.text,
        alternative=made.alternative,
    )


def _merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Two steps that advise the same, just as far, are one line with the rules of both."""
    found: dict[tuple[Level, str, str | None], Line] = {}
    for one in lines:
        key = one.level, one.text, one.amount
        held = found.get(key, one)
        rules = tuple(dict.fromkeys((*held.rules, *one.rules)))
        found[key] = msgspec.structs.replace(held, rules=rules)
    return tuple(found.values())
