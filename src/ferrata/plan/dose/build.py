"""From a treatment and a body to its regimens: who must not have it, amounts, products."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ferrata.dosing.amount import Body
from ferrata.dosing.growth import BodyCheck, Level
from ferrata.guideline.actions import treatment_of
from ferrata.guideline.doses import Product
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.features import HasValues
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import plain
from ferrata.guideline.values import Answer
from ferrata.interpret.evaluate import judge
from ferrata.plan.basis import version_of, warranted
from ferrata.plan.dose.model import (
    DOSE_SCHEMA_VERSION,
    Bodily,
    Check,
    Dosed,
    Measure,
    Regimen,
)
from ferrata.plan.dose.regimen import Bench, regimen
from ferrata.plan.dose.site import SiteFile
from ferrata.plan.dose.uses import Use, uses
from ferrata.plan.model import NOTICE, Warranted
from ferrata.plan.monograph.model import SPECIALIST, Line
from ferrata.plan.monograph.roles import cautions
from ferrata.plan.words import condition_text
from ferrata.version import VERSION


@dataclass(frozen=True, slots=True)
class Patient:
    """For whom a dose is asked: the body, how it was given, and what else is known.

    `facts` are the ways the patient may be. `unsure` says why a measure or the age gives no dose.
    """

    body: Body
    measures: tuple[Measure, ...]
    age: str
    sex: str | None
    facts: tuple[HasValues, ...]
    checks: tuple[BodyCheck, ...]
    confirmed: bool
    unsure: tuple[str, ...]


def dosed(
    treatment: Treatment,
    patient: Patient,
    guidelines: tuple[Guideline, ...],
    site: SiteFile,
    on: date,
    *,
    products: tuple[str, ...] = (),
) -> Dosed:
    """Return the doses of `treatment` for `patient`; the first guideline's are advised.

    `products` are the ids that are at hand; without any, those of the site or of the guideline.
    """
    lead = guidelines[0]
    settings = Site(lead.parameters, site.settings)
    must_not = cautions(guidelines, treatment, patient.facts)
    found = uses(guidelines, treatment)
    named = any(
        treatment_of(action) == treatment
        for guideline in guidelines
        for rule in (*guideline.steps, *guideline.recommendations)
        for action in rule.do
    )
    refused = tuple(_refused(treatment, patient, lead, found, must_not, named=named))
    held = site.held(treatment, lead.products)
    if products:
        held = tuple(one for one in held if one.id in products)
    bench = Bench(
        lead,
        settings,
        patient.body,
        patient.facts,
        held,
        tuple(one for one in lead.products if one.treatment == treatment),
    )
    withheld = refused[0] if refused else None
    regimens = tuple(regimen(one, bench, withheld) for one in found)
    return Dosed(
        schema_version=DOSE_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        on=on.isoformat(),
        treatment=treatment.id,
        label=treatment.label,
        body=_body(patient),
        must_not=must_not,
        refused=refused or tuple(_nothing(regimens)),
        regimens=regimens,
        guidelines=tuple(map(version_of, guidelines)),
        site=settings.settings(),
        site_products=tuple(one.id for one in held),
        site_hash=site.hash(settings),
        warrants=tuple(_warrants(must_not, regimens, found, held, guidelines)),
    )


def _body(patient: Patient) -> Bodily:
    surface = patient.body.surface
    return Bodily(
        measures=patient.measures,
        age=patient.age,
        sex=patient.sex,
        formula=patient.body.formula.value,
        surface_m2=None if surface is None else plain(surface),
        checks=tuple(
            Check(level=one.level.value, text=one.text, hint=one.hint, warrants=one.warrants)
            for one in patient.checks
        ),
        confirmed=patient.confirmed,
    )


def _refused(
    treatment: Treatment,
    patient: Patient,
    lead: Guideline,
    found: tuple[Use, ...],
    must_not: tuple[Line, ...],
    *,
    named: bool,
) -> Iterator[str]:
    """Why no amount of `treatment` is given at all; `named` if any rule starts or continues it."""
    if not found and not named and must_not:
        yield f"not to be given: {must_not[0].text} [{' '.join(must_not[0].warrants)}]"
        return
    if not found:
        yield (
            f"{SPECIALIST}: no source that was read states a dose of {treatment.label}; "
            "see the label"
        )
        return
    for one in must_not:
        if one.holds == Answer.YES.value:
            yield f"must not be given here: {one.text} [{' '.join(one.warrants)}]"
    if lead.amounts is not None:
        site = lead.site()
        if Answer.NO in {judge(lead.amounts, one, site).answer for one in patient.facts}:
            yield f"nothing is computed: {condition_text(lead.amounts, site)} is not met"
    yield from patient.unsure
    for one in patient.checks:
        said = f"body size: {one.text}" + (f"; {one.hint}" if one.hint else "")
        if one.level is Level.REFUSE:
            yield f"{said}: no dose is computed, measure again"
        elif one.level is Level.ASK and not patient.confirmed:
            yield f"{said}: measure again, or confirm it with --confirm-size"


def _nothing(regimens: tuple[Regimen, ...]) -> Iterator[str]:
    """Why none of the regimens was computed, when none was."""
    if all(one.per_dose is None for one in regimens):
        yield from dict.fromkeys(one.not_computed for one in regimens if one.not_computed)


def _warrants(
    must_not: tuple[Line, ...],
    regimens: tuple[Regimen, ...],
    found: tuple[Use, ...],
    held: tuple[Product, ...],
    guidelines: tuple[Guideline, ...],
) -> Iterator[Warranted]:
    """Every statement and assumption that is named."""
    known: dict[str, Warrant] = {one.id: one for each in guidelines for one in each.warrants}
    for guideline in guidelines:
        known |= {one.id: one for rule in guideline.cautions for one in rule.avoid.warrant}
    named = {id for one in (*must_not, *regimens) for id in one.warrants}
    for use in found:
        parts = (use.dose.cap, use.dose.stop, use.dose.tolerance)
        named |= {one.id for part in parts if part is not None for one in part.warrant}
    known |= {one.id: one for product in held for one in product.warrant}
    named |= {one.id for product in held for one in product.warrant}
    yield from (warranted(known[id]) for id in sorted(named) if id in known)
