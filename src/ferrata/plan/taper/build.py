"""Put a plan together: the declared course, what was ordered, the products, what it replaces."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from ferrata.dosing.amount import NotComputed
from ferrata.dosing.portions import Portion
from ferrata.dosing.taper import Spread, Start, Stretch, Tapered, chosen, tapered
from ferrata.guideline.doses import Product
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.tapers import Taper, Topic
from ferrata.guideline.units import plain
from ferrata.plan.basis import version_of, warranted
from ferrata.plan.model import NOTICE
from ferrata.plan.taper.model import (
    TAPER_SCHEMA_VERSION,
    OlderPlan,
    Piece,
    Said,
    Supply,
    TaperPlan,
    TaperStep,
)
from ferrata.plan.taper.order import Order, refused, spread_of, start_of
from ferrata.plan.taper.replacing import check_replacement, days_given, flags, replaced_by
from ferrata.version import VERSION


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The products that may be given, and whether a clinician named them."""

    products: tuple[Product, ...]
    named: bool


def taper_plan(
    shape: Taper, order: Order, cabinet: Cabinet, guideline: Guideline, site: Site
) -> TaperPlan:
    """Return the plan of the course `shape` as ordered, in products of the cabinet.

    Products that a clinician named may all be combined; otherwise the fewest are chosen.

    Raises:
        Refusal: when the dose, the days, the products or the replaced plan forbid it.
    """
    start, arithmetic, unchecked = start_of(shape, order, site)
    made = _tapered(shape, order, start, cabinet)
    given = made.stretches[0].milligrams
    check_replacement(shape, order, given)
    steps = tuple(map(_step, made.stretches))
    replaces = replaced_by(order)
    restarts = (order.older.restarts if order.older else 0) + (order.breakthrough is not None)
    in_all = days_given(steps[0].first, steps[-1].last, replaces)
    used = {product: None for one in made.stretches for product, _ in one.portion.parts}
    warrants = (
        *shape.warrant,
        *(one for note in shape.notes for one in note.warrant),
        *(one for product in used for one in product.warrant),
        *(shape.dose.cap.warrant if shape.dose.cap else ()),
        *(shape.dependence.warrant if shape.dependence else ()),
    )
    return TaperPlan(
        schema_version=TAPER_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        id=plan_id(shape.id, order.for_whom, order.subject, steps, replaces),
        revision=order.older.revision + 1 if order.older else 0,
        course=shape.id,
        title=shape.title,
        treatment=shape.treatment.id,
        label=shape.treatment.label,
        for_whom=order.for_whom,
        subject=order.subject,
        made_on=order.on,
        breakthrough_on=order.breakthrough,
        first=steps[0].first,
        last=steps[-1].last,
        days=sum(one.days for one in steps),
        steps=steps,
        total_mg=_short(made.milligrams),
        supplies=tuple(_supplies(made)),
        arithmetic=(*arithmetic, *_given(start, given, order)),
        unchecked=unchecked,
        replaces=replaces,
        restarts=restarts,
        days_given=in_all,
        flags=flags(shape, order, in_all, restarts, given),
        notes=tuple(
            Said(
                topic=one.topic.value,
                text=one.text,
                warrants=tuple(warrant.id for warrant in one.warrant),
            )
            for topic in Topic
            for one in shape.notes
            if one.topic is topic
        ),
        settings={} if shape.dose.cap is None else {shape.dose.cap.id: plain(site[shape.dose.cap])},
        guideline=version_of(guideline),
        warrants=tuple(warranted(one) for one in {one.id: one for one in warrants}.values()),
    )


def plan_id(
    course: str,
    for_whom: str,
    subject: str,
    steps: tuple[TaperStep, ...],
    replaces: tuple[OlderPlan, ...],
) -> str:
    """Return the id of a plan: a hash of what is given on which days, for whom, instead of what.

    The day on which it was made is no part of it: made again, the same plan is the same.
    """
    content = [
        course,
        for_whom,
        subject,
        [
            [
                one.first.isoformat(),
                one.last.isoformat(),
                plain(one.mg_per_day),
                one.times,
                [[each.product, plain(each.count)] for each in one.each],
            ]
            for one in steps
        ],
        [
            [one.id, one.first.isoformat(), one.last.isoformat(), one.void_from.isoformat()]
            for one in replaces
        ],
    ]
    written = json.dumps(content, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _tapered(shape: Taper, order: Order, start: Start, cabinet: Cabinet) -> Tapered:
    spread = spread_of(shape, order)
    if not date.min.year + 1 < order.first.year < date.max.year - 1:
        raise refused(
            f"a course that begins on {order.first.isoformat()}",
            why="no calendar reaches that far",
            do="check the year",
        )
    made = _with(shape, start, order.first, spread, cabinet)
    if isinstance(made, NotComputed):
        raise refused(
            made.reason,
            why="every dose is one that products give, none falls too far, and none ends too early",
            do="change the dose, the days, or the products (--products)",
        )
    return made


def _with(
    shape: Taper, start: Start, first: date, spread: Spread, cabinet: Cabinet
) -> Tapered | NotComputed:
    if not cabinet.named:
        return chosen(shape, start, first, spread, cabinet.products)
    pieces = tuple(one for one in cabinet.products if one.form.counted)
    if pieces and len(pieces) < len(cabinet.products):
        return NotComputed("pieces and a liquid were named; a dose is made of one or the other")
    if not pieces and len(cabinet.products) > 1:
        return NotComputed("two liquids were named; a dose is measured from one")
    return tapered(shape, start, first, spread, cabinet.products)


def _short(value: Decimal) -> Decimal:
    """The same number without trailing zeros."""
    return Decimal(plain(value))


def _step(one: Stretch) -> TaperStep:
    return TaperStep(
        first=one.first,
        last=one.last,
        days=one.days,
        mg_per_day=_short(one.milligrams),
        times=one.times,
        each=tuple(_pieces(one.portion)),
    )


def _pieces(one: Portion) -> Iterator[Piece]:
    for product, count in one.parts:
        yield Piece(
            product=product.id,
            name=product.name,
            form=product.form.value,
            counted=product.form.counted,
            strength=str(product.strength),
            count=_short(count),
        )


def _supplies(made: Tapered) -> Iterator[Supply]:
    """What the course needs; a piece that is begun is counted whole."""
    counts: dict[Product, Decimal] = {}
    for one in made.stretches:
        for product, count in one.portion.parts:
            counts[product] = counts.get(product, Decimal(0)) + count * one.times * one.days
    for product, count in counts.items():
        whole = count.to_integral_value(ROUND_CEILING) if product.form.counted else count
        yield Supply(
            product=product.id,
            name=product.name,
            form=product.form.value,
            counted=product.form.counted,
            strength=str(product.strength),
            count=_short(whole),
        )


def _given(start: Start, given: Decimal, order: Order) -> Iterator[str]:
    """What the products make of a start that was reckoned by weight."""
    if start.low == start.high:
        return
    assert order.weight is not None
    rate = (given / order.weight).quantize(Decimal("0.01"))
    yield (
        f"given: {plain(given)} mg/d ({plain(rate)} mg/kg/d), the nearest of the products from "
        f"{plain(start.low)} to {plain(start.high)} mg/d"
    )
