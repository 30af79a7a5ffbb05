"""Plans for the tests: a child of 20 kg, and a breakthrough in week 5."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ferrata.alps.guidelines import RECONCILED
from ferrata.alps.products import PRODUCTS
from ferrata.alps.sources import warrant
from ferrata.alps.tapers import PREDNISONE
from ferrata.guideline.doses import Form, Product, Route
from ferrata.guideline.parameters import Site
from ferrata.guideline.tapers import Taper
from ferrata.guideline.units import Quantity, mg, mL
from ferrata.plan.taper import Cabinet, Order, TaperPlan, taper_plan

ON = date(2026, 11, 21)
ORDER = Order(first=ON, on=ON, dose=Decimal(40))
BREAKTHROUGH = date(2026, 12, 19)
AGAIN = date(2026, 12, 20)
STRONGER = Product(
    "prednisone-stronger",
    PREDNISONE.treatment,
    "a second liquid, made up for tests",
    Form.LIQUID,
    5 * mg / mL,
    Decimal("0.1"),
    warrant("A250"),
)


def held(shape: Taper, *ids: str) -> Cabinet:
    """The products of the example list, or those of them that are named."""
    own = tuple(
        one
        for one in (*PRODUCTS, STRONGER)
        if one.treatment == shape.treatment and one.form.suits(Route.ORAL)
    )
    chosen = (one for one in own if one.id in ids or (not ids and one is not STRONGER))
    return Cabinet(tuple(chosen), named=bool(ids))


def planned(
    shape: Taper = PREDNISONE,
    *products: str,
    settings: dict[str, Quantity] | None = None,
    **changed: Any,
) -> TaperPlan:
    """The plan of an order that differs from 40 mg on 21 November 2026 in what is named."""
    site = Site(RECONCILED.parameters, settings)
    return taper_plan(shape, replace(ORDER, **changed), held(shape, *products), RECONCILED, site)


def restarted(older: TaperPlan, **changed: Any) -> TaperPlan:
    """The plan after a breakthrough in week 5, in full dose from the next day."""
    given: dict[str, Any] = {"first": AGAIN, "on": AGAIN, "breakthrough": BREAKTHROUGH, **changed}
    return planned(older=older, **given)
