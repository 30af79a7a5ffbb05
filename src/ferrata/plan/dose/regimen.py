"""One regimen computed: amounts per dose and per day, and what products give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ferrata.dosing.amount import Amount, Body, NotComputed, amount, limits
from ferrata.dosing.giving import Given, given, off_by, off_text, portion_text, strengths, vials_of
from ferrata.dosing.portions import Portion
from ferrata.dosing.written import days, mass_unit, number, spelled, times, written
from ferrata.guideline.conditions import Condition
from ferrata.guideline.doses import Dose, Product
from ferrata.guideline.features import HasValues
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.pathway import Recommendation, Step
from ferrata.guideline.values import Answer
from ferrata.interpret.evaluate import judge
from ferrata.plan.dose.model import Limit, Portioned, Regimen, Row, Span
from ferrata.plan.dose.uses import Use
from ferrata.plan.monograph.roles import dose_text
from ferrata.plan.words import condition_text


@dataclass(frozen=True, slots=True)
class Bench:
    """What regimens are computed from: the body, what is known, the site and its products.

    `lead` is the guideline whose doses are advised; `known` are all products of the treatment.
    """

    lead: Guideline
    site: Site
    body: Body
    facts: tuple[HasValues, ...]
    held: tuple[Product, ...]
    known: tuple[Product, ...]


def regimen(use: Use, bench: Bench, withheld: str | None) -> Regimen:
    """Return the regimen of `use`; without amounts when `withheld` says why."""
    dose = use.dose
    ask, against = _conditions(use, bench)
    found = NotComputed(withheld or against or "")
    if not found.reason:
        found = amount(dose, bench.body, limits(dose, bench.site))
    made = found if isinstance(found, Amount) else None
    return Regimen(
        title=use.action.text,
        verb="gives" if type(use.action).__name__ == "Give" else "considers",
        guidelines=tuple(one.id for one in use.guidelines),
        advised=bench.lead in use.guidelines,
        rules=tuple(one.id for one in use.rules),
        titles=tuple(dict.fromkeys(one.title for one in use.rules)),
        when=tuple(dict.fromkeys(_when(one, bench.site) for one in use.rules)),
        declared=dose_text(dose, bench.site),
        basis=dose.basis.value,
        route=dose.route.value,
        times=times(dose),
        arithmetic=found.arithmetic,
        per_dose=None if made is None else _span(*made.per_dose, dose),
        per_day=None if made is None or made.single else _span(made.low, made.high, dose),
        in_all=None if made is None else _in_all(made, dose),
        cap=None if made is None else _cap(made, dose, bench.site),
        duration=days(dose.days) or None,
        then=dose.then or None,
        rows=() if made is None else tuple(_rows(dose, made, bench)),
        ask=ask,
        not_computed=found.reason if isinstance(found, NotComputed) else None,
        warrants=tuple(str(one) for one in use.action.warrant),
    )


def _conditions(use: Use, bench: Bench) -> tuple[tuple[str, ...], str | None]:
    """What must hold and is not known here, and what does not hold.

    The dose's own condition has to be known; that of the guideline may be asked.
    """
    only = use.dose.only
    if only is not None:
        answer, text = _judged(only, bench), condition_text(only, bench.site)
        if answer is Answer.NO:
            return (), f"{text}: is not met"
        if answer is Answer.UNKNOWN:
            return (), f"{text}: is not known here, ask"
    allowed = (one.amounts for one in use.guidelines if one.amounts is not None)
    unknown = (one for one in allowed if _judged(one, bench) is Answer.UNKNOWN)
    return tuple(dict.fromkeys(condition_text(one, bench.site) for one in unknown)), None


def _judged(condition: Condition, bench: Bench) -> Answer:
    """NO when it holds in none or not in some of the ways that the patient may be."""
    found = {judge(condition, one, bench.site).answer for one in bench.facts}
    if Answer.NO in found:
        return Answer.NO
    return Answer.YES if found == {Answer.YES} else Answer.UNKNOWN


def _when(rule: Step | Recommendation, site: Site) -> str:
    match rule:
        case Step(title=title):
            return f"at the step: {title}"
        case Recommendation(title=title, when=when):
            return f"{title}: {condition_text(when, site)}"


def _span(low: Fraction | Decimal, high: Fraction | Decimal, dose: Dose) -> Span:
    unit = mass_unit(dose.low.unit)
    return Span(low=number(low, unit), high=number(high, unit), unit=spelled(unit))


def _in_all(found: Amount, dose: Dose) -> str | None:
    several = dose.repeat is not None and dose.repeat.total != 1
    if found.in_all is None or (dose.in_all is None and not several):
        return None
    return f"at most {written(found.in_all, mass_unit(dose.low.unit))}"


def _cap(found: Amount, dose: Dose, site: Site) -> Limit | None:
    if dose.cap is None:
        return None
    unit = mass_unit(dose.low.unit)
    return Limit(
        text=dose.cap.label,
        value=number(site[dose.cap], unit),
        unit=f"{spelled(unit)}/d",
        bites=found.capped,
        without=number(found.uncapped, unit),
        warrants=tuple(str(one) for one in dose.cap.warrant),
    )


def _rows(dose: Dose, found: Amount, bench: Bench) -> Iterator[Row]:
    rows = given(dose, found, bench.held, bench.body.surface)
    fitting = [strengths(one.products) for one in rows if one.portions]
    if not fitting:
        others = given(dose, found, bench.known, bench.body.surface)
        fitting = [strengths(one.products) for one in others if one.portions]
    instead = " or ".join(fitting) or "another strength, or a liquid"
    for one in sorted(rows, key=lambda each: _off(each, found)):
        refused = None if one.refused is None else f"{one.refused}; fits: {instead}"
        yield Row(
            products=tuple(each.id for each in one.products),
            name=strengths(one.products),
            portions=tuple(_portioned(each, found, dose) for each in one.portions),
            simplest=None if one.simplest is None else _portioned(one.simplest, found, dose),
            refused=refused,
        )


def _off(row: Given, found: Amount) -> Fraction:
    """How far a row is from a single figure; what is refused comes last."""
    return abs(off_by(row.portions[0], found)) if row.portions else Fraction(10**9)


def _portioned(one: Portion, found: Amount, dose: Dose) -> Portioned:
    unit = mass_unit(dose.low.unit)
    off = None if found.aim is None else off_text(off_by(one, found))
    daily = None if found.single else number(one.milligrams * found.divided, unit)
    return Portioned(
        text=portion_text(one),
        per_dose=number(one.milligrams, unit),
        per_day=daily,
        unit=spelled(unit),
        off=off,
        vials=sum(vials_of(product, count) for product, count in one.parts),
    )
