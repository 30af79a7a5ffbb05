"""Advice as options of the plan: text, amount, reasons for and against."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import assert_never

from msgspec.structs import replace

from ferrata.dosing.amount import Body, amount, limits
from ferrata.guideline.actions import (
    Action,
    Ask,
    Consider,
    Continue,
    Give,
    Monitor,
    Order,
    Refer,
    dose_of,
    treatment_of,
)
from ferrata.guideline.conditions import Criterion
from ferrata.guideline.events import Treatment
from ferrata.guideline.features import Measurement
from ferrata.guideline.pathway import Transition
from ferrata.guideline.units import day, plain
from ferrata.guideline.values import Answer, Known
from ferrata.plan.advise import Advice, Bench
from ferrata.plan.dose.sized import doubts
from ferrata.plan.dose.words import computed, declared
from ferrata.plan.model import Amount, Level, Option, Reason
from ferrata.plan.words import condition_text, titled, value_text


def option(bench: Bench, advice: Advice, on: date) -> Option:
    """Return `advice` as an option of the plan."""
    site, rule = bench.facts.site, advice.candidate.rule
    action, step = advice.action, advice.step
    because = rule.because if isinstance(rule, Transition) else rule.title
    reasons_for = [titled(because, advice.candidate.judgement, site, _ids(rule.warrant))]
    reasons_against: list[Reason] = []
    for urgent, said in advice.candidate.unless:
        reasons_against.append(titled(f"unless {urgent.because}", said, site, _ids(urgent.warrant)))
    for caution, said in advice.cautions:
        reasons_against.append(titled(caution.avoid.text, said, site, _ids(caution.warrant)))
    for gate, said in advice.gates:
        side = reasons_for if said.answer is Answer.YES else reasons_against
        side.append(titled(gate.title, said, site, _ids(gate.warrant)))
    treatment = None if action is None else treatment_of(action)
    scope = bench(bench.guideline.scope)
    if scope.answer is Answer.UNKNOWN:
        reasons_against.append(
            titled("outside the evidence unless this is confirmed", scope, site, _scope_ids(bench))
        )
    until = None
    if isinstance(rule, Transition) and rule.until is not None and action is None:
        until = (on + timedelta(days=int(rule.until.to(day)))).isoformat()
    return Option(
        id=advice.id,
        level=advice.level,
        kind="Stay" if action is None else type(action).__name__,
        text=f"Go on with: {step.title}" if action is None and step else _text(action),
        stage=step.stage.value if step else None,
        step=step.title if step else None,
        treatment=treatment.id if treatment else None,
        amount=_amount(bench, action) if advice.level is not Level.CONTRAINDICATED else None,
        until=until,
        alternative=advice.alternative,
        reasons_for=tuple(reasons_for),
        reasons_against=tuple(reasons_against),
        ask=tuple(
            dict.fromkeys(
                value.label
                for one in (*reasons_for, *reasons_against)
                if one.answer == Answer.UNKNOWN.value
                for value in one.values
                if not value.known
            )
        ),
        warrants=tuple(
            dict.fromkeys((*_ids(rule.warrant), *(_ids(action.warrant) if action else ())))
        ),
    )


def _scope_ids(bench: Bench) -> tuple[str, ...]:
    scope = bench.guideline.scope
    return _ids(scope.warrant) if isinstance(scope, Criterion) else ()


def _ids(warrants: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(str(one) for one in warrants)


def _text(action: Action | None) -> str:
    match action:
        case None:
            return ""
        case Give(treatment, text) | Continue(treatment, text) | Consider(treatment, text):
            return _named(treatment, text)
        case Refer(to, text):
            return f"Bring in {to}. {text}"
        case Monitor(_, every, text):
            return f"{text}, every {plain(every.value)} days"
        case Order(_, text) | Ask(_, text):
            return text
        case _:
            assert_never(action)


def _named(treatment: Treatment, text: str) -> str:
    words = text.lower()
    if any(word in words for word in treatment.label.lower().split()):
        return text
    return f"{treatment.label}: {text}"


def _amount(bench: Bench, action: Action | None) -> Amount | None:
    if action is None:
        return None
    dose, site = dose_of(action), bench.facts.site
    if dose is None:
        return (
            Amount(text="no source states a dose: see the label", not_computed="no sourced dose")
            if isinstance(action, Give)
            else None
        )
    basis = declared(dose)
    for allowed in (bench.guideline.amounts, dose.only):
        if allowed is not None and (said := bench(allowed)).answer is not Answer.YES:
            word = "is not met" if said.answer is Answer.NO else "is not known"
            return Amount(text=basis, not_computed=f"{condition_text(allowed, site)} {word}")
    refused, asked = doubts(bench.guideline, bench.facts)
    if refused is not None:
        return Amount(text=basis, not_computed=refused)
    body = Body(_body(bench, bench.guideline.weight), _body(bench, bench.guideline.height))
    products = [one for one in bench.guideline.products if one.treatment == treatment_of(action)]
    made = computed(dose, amount(dose, body, limits(dose, site)), products, body.surface)
    return replace(made, arithmetic=(*asked, *made.arithmetic))


def _body(bench: Bench, feature: Measurement | None) -> Decimal | str:
    if feature is None:
        return "not part of this guideline"
    value = bench.facts.value(feature)
    if isinstance(value, Known) and isinstance(value.value, Decimal):
        return value.value
    return value_text(feature, value)
