"""What one guideline would have said of a decision on its day."""

from __future__ import annotations

from ferrata.guideline.actions import Consider, Continue, Give, Refer, treatment_of
from ferrata.guideline.events import Treatment
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Caution, Gate, Recommendation, Step
from ferrata.guideline.values import Answer
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import replay
from ferrata.plan.advise import Advice, Advised, Bench, advise
from ferrata.plan.audit.decisions import Act
from ferrata.plan.audit.model import Deviation, Then
from ferrata.plan.model import Level

_BY_LEVEL = {
    Level.OFFERED: Deviation.AS_ADVISED,
    Level.CONDITIONAL: Deviation.ON_CONDITION,
    Level.CANNOT_TELL: Deviation.CANNOT_TELL,
    Level.WITHHELD: Deviation.WITHHELD,
    Level.CONTRAINDICATED: Deviation.CONTRAINDICATED,
}


def beside(guideline: Guideline, act: Act) -> Then | None:
    """What `guideline` would have said; None for an end that it does not judge."""
    day, site = act.when.first_day, guideline.site()
    bench = Bench(guideline, Derived(act.known, day, guideline.vocabularies, site))
    positions = replay(guideline, act.known, day, site)
    advised = advise(bench, positions)
    barred = () if act.stops else _barred(bench, act.treatment)
    if act.stops:
        going_on = [one for one in advised.advice if _goes_on(one, act.treatment)]
        if not going_on:
            return None
        deviation = _of_a_stop(going_on)
    else:
        deviation = _of_a_start(bench, act.treatment, advised)
    if barred:
        deviation = Deviation.CONTRAINDICATED
    if not act.exact:
        barred, deviation = (), Deviation.CANNOT_TELL
    shut = _shut(bench, act.treatment) if deviation is Deviation.WITHHELD else ()
    rules = (*barred, *shut)
    return Then(
        guideline=guideline.id,
        deviation=deviation,
        weight=deviation.weight,
        stages=tuple(guideline.step(one.stage).title for one in positions),
        advised=_best(advised.advice),
        because=(
            *(() if act.exact else ("the day is not exactly known",)),
            *(() if act.course.treatment else ("the drug is not readable",)),
            *(one.avoid.text if isinstance(one, Caution) else one.title for one in rules),
        ),
        missing=tuple(dict.fromkeys(one.label for one in advised.asked))
        if deviation in {Deviation.CANNOT_TELL, Deviation.ON_CONDITION}
        else (),
        warrants=tuple(dict.fromkeys(str(one) for rule in rules for one in rule.warrant)),
    )


def _barred(bench: Bench, treatment: Treatment | None) -> tuple[Caution, ...]:
    """The cautions against `treatment` that certainly hold."""
    return tuple(
        one
        for one in bench.guideline.cautions
        if treatment in one.avoid.treatments
        and bench(one.avoid.when).answer is Answer.YES
        and bench(bench.guideline.scope).answer is not Answer.NO
    )


def _goes_on(one: Advice, treatment: Treatment | None) -> bool:
    """Whether the advice gives `treatment` without an end."""
    actions = one.step.do if one.action is None and one.step is not None else (one.action,)
    return any(
        isinstance(each, Continue)
        or (isinstance(each, Give) and each.dose is not None and each.dose.days is None)
        for each in actions
        if each is not None and treatment is not None and treatment_of(each) == treatment
    )


def _of_a_stop(going_on: list[Advice]) -> Deviation:
    levels = {one.level for one in going_on}
    if Level.CONTRAINDICATED in levels:
        return Deviation.AS_ADVISED
    return Deviation.OTHER if Level.OFFERED in levels else Deviation.CANNOT_TELL


def _of_a_start(bench: Bench, treatment: Treatment | None, advised: Advised) -> Deviation:
    scope = bench(bench.guideline.scope).answer
    if treatment is None or scope is Answer.UNKNOWN:
        return Deviation.CANNOT_TELL
    levels = [
        one.level
        for one in advised.advice
        if one.action is not None and treatment_of(one.action) == treatment
    ]
    if levels:
        return _BY_LEVEL[max(levels, key=lambda level: level.rank)]
    if scope is Answer.NO or advised.gap or treatment not in _treatments(bench.guideline):
        return Deviation.SILENT
    certain = any(one.level is Level.OFFERED for one in advised.advice)
    return Deviation.OTHER if certain else Deviation.CANNOT_TELL


def _treatments(guideline: Guideline) -> set[Treatment | None]:
    """Every treatment that a rule of the guideline speaks of."""
    found = {
        treatment_of(action)
        for rule in guideline.rules
        if isinstance(rule, Step | Recommendation)
        for action in rule.do
    }
    return found | {one for caution in guideline.cautions for one in caution.avoid.treatments}


def _shut(bench: Bench, treatment: Treatment | None) -> tuple[Gate, ...]:
    return tuple(
        one
        for one in bench.guideline.gates
        if treatment in one.treatments and bench(one.needs).answer is not Answer.YES
    )


_MOST_ADVISED = 4


def _best(advice: list[Advice]) -> tuple[str, ...]:
    """What was advised, best level first, each treatment or referral once."""
    said: dict[str, None] = {}
    for one in advice:
        if one.level.rank < Level.CANNOT_TELL.rank:
            continue
        match one.action:
            case Give(treatment) | Continue(treatment) | Consider(treatment):
                said.setdefault(f"{treatment.label} ({one.level.value})")
            case Refer(to):
                said.setdefault(f"referral to {to} ({one.level.value})")
            case None if one.step is not None:
                said.setdefault(f"go on: {one.step.title} ({one.level.value})")
            case _:
                pass
    return tuple(said)[:_MOST_ADVISED]
