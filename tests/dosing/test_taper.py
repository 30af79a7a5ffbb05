"""A taper: each day one dose that real products give, falling evenly, to the declared end."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ferrata.alps.concepts import Drug
from ferrata.alps.products import PREDNISONE as REAL
from ferrata.alps.sources import warrant
from ferrata.alps.tapers import OVERLAP, PREDNISONE, PULSE, WEANING
from ferrata.dosing.amount import NotComputed
from ferrata.dosing.portions import portion
from ferrata.dosing.taper import Spread, Start, Tapered, chosen, tapered
from ferrata.guideline.doses import Form, Product
from ferrata.guideline.tapers import Taper
from ferrata.guideline.units import mg, mL

TABLE = tomllib.loads(
    (Path(__file__).parents[1] / "taper" / "tapers.toml").read_text(encoding="utf-8")
)
PRODUCTS = {
    name: Product(
        id=name,
        treatment=Drug.PREDNISONE,
        name=f"{name} {row['form']}",
        form=Form(row["form"]),
        strength=Decimal(row["strength"]) * (mg if Form(row["form"]).counted else mg / mL),
        step=Decimal(row["step"]),
        warrant=warrant("A250"),
    )
    for name, row in TABLE["products"].items()
}
FIRST = date(2026, 11, 21)


def spread(row: dict[str, Any]) -> Spread:
    """The days of a row: seven in full dose and seven a step unless it says otherwise."""
    return Spread(row.get("full", 7), row.get("every", 7), 7 * row["weeks"])


def of(row: dict[str, Any]) -> Tapered | NotComputed:
    """The taper of a row of the table."""
    together = tuple(PRODUCTS[one] for one in row["products"])
    return tapered(PREDNISONE, Start.ordered(Decimal(row["start"])), FIRST, spread(row), together)


def laid(made: Tapered) -> list[tuple[Decimal, int]]:
    """Milligrams a day and days of each step."""
    return [(one.milligrams, one.days) for one in made.stretches]


@pytest.mark.hazard("H24")
@pytest.mark.parametrize("row", TABLE["taper"], ids=lambda row: row["name"])
def test_a_taper_is_what_was_worked_by_hand(row: dict[str, Any]):
    """Steps, days, and milligrams in all."""
    made = of(row)
    assert isinstance(made, Tapered), made
    assert laid(made) == [(Decimal(dose), days) for dose, days in row["steps"]]
    assert made.milligrams == Decimal(row["total"])
    assert sum(one.days for one in made.stretches) == 7 * row["weeks"]


@pytest.mark.hazard("H24")
@pytest.mark.hazard("H25")
@pytest.mark.parametrize("row", TABLE["refused"], ids=lambda row: row["name"])
def test_what_products_or_ranges_forbid_is_refused_with_what_would_do(row: dict[str, Any]):
    """Never a taper that nobody can give, ends too early, or falls too far."""
    made = of(row)
    assert isinstance(made, NotComputed), laid(made)
    for word in row["says"]:
        assert word in made.reason, made.reason


@pytest.mark.hazard("H24")
@pytest.mark.parametrize(
    ("first", "weeks", "last"),
    [
        (date(2026, 11, 21), 10, date(2027, 1, 29)),  # over the end of a year
        (date(2028, 1, 15), 8, date(2028, 3, 10)),  # with 29 February
        (date(2027, 1, 15), 8, date(2027, 3, 11)),  # without
        (date(2026, 9, 5), 12, date(2026, 11, 27)),  # over the end of summer time
        (date(2027, 12, 31), 8, date(2028, 2, 24)),
    ],
)
def test_the_last_day_is_what_a_calendar_says(first: date, weeks: int, last: date):
    """The first day counts as day 1."""
    made = tapered(
        PREDNISONE,
        Start.ordered(Decimal(40)),
        first,
        Spread(7, 7, 7 * weeks),
        (PRODUCTS["five"],),
    )
    assert isinstance(made, Tapered)
    assert made.stretches[0].first == first
    assert made.stretches[-1].last == last


def test_a_day_in_each_of_two_years():
    """A step that lies over New Year has both days."""
    made = tapered(
        PREDNISONE,
        Start.ordered(Decimal(40)),
        FIRST,
        Spread(7, 7, 70),
        (PRODUCTS["five"],),
    )
    assert isinstance(made, Tapered)
    doses = {day: one.milligrams for day, one in made.daily()}
    assert (doses[date(2026, 12, 31)], doses[date(2027, 1, 1)]) == (20, 20)
    assert len(doses) == 70


@pytest.mark.parametrize(
    ("weight_low", "aim", "high", "products", "dose"),
    [
        ("18.4", "36.8", "36.8", ["five"], "35"),  # 37.5 would pass 2 mg/kg
        ("18.4", "18.4", "36.8", ["five"], "20"),  # 17.5 would be below 1 mg/kg
        ("18.4", "27.6", "36.8", ["five"], "27.5"),
        ("18.4", "36.8", "36.8", ["liquid"], "36.5"),
    ],
)
@pytest.mark.hazard("H05")
def test_a_start_by_weight_is_rounded_within_its_bounds(
    weight_low: str, aim: str, high: str, products: list[str], dose: str
):
    """For 18.4 kg: from 1 to 2 mg/kg, never outside."""
    begin = Start(Decimal(weight_low), Decimal(aim), Decimal(high))
    made = tapered(
        PREDNISONE, begin, FIRST, Spread(7, 7, 70), tuple(PRODUCTS[one] for one in products)
    )
    assert isinstance(made, Tapered), made
    assert made.stretches[0].milligrams == Decimal(dose)


# ---------------------------------------------------------------- the products nobody named


@pytest.mark.parametrize(
    ("start", "used"),
    [
        # 5 mg tablets alone: 40 35 30 30 25 20 15 10 10 5, falls of 5 mg where equal ones are 4
        ("40", {"prednisone-5"}),
        # equal falls are 2 mg: those of 5 mg tablets are too large, those of 2.5 mg tablets are not
        ("20", {"prednisone-2.5"}),
        # 18 x 1 mg are too many pieces; 5 and 1 mg: 18 16 14 13 11 9 7 5 4 2, 39 pieces
        ("18", {"prednisone-1", "prednisone-5"}),
        # doses in steps of 5 mg would fall from 20 to 10 where equal falls are 6 mg; in steps of
        # 2.5 mg 45 pieces of 10 and 2.5 mg, 48 of 20 and 2.5 mg
        ("60", {"prednisone-2.5", "prednisone-10"}),
    ],
)
def test_the_fewest_strengths_that_fall_evenly_are_chosen(start: str, used: set[str]):
    """Worked out from the strengths of the example list; two at most, no liquid where pieces do."""
    made = chosen(PREDNISONE, Start.ordered(Decimal(start)), FIRST, Spread(7, 7, 70), REAL)
    assert isinstance(made, Tapered), made
    found = {product.id for one in made.stretches for product, _ in one.portion.parts}
    assert found == used


def test_a_small_child_gets_the_liquid():
    """3.7 mg are no tablets."""
    made = chosen(PREDNISONE, Start.ordered(Decimal("3.7")), FIRST, Spread(7, 7, 70), REAL)
    assert isinstance(made, Tapered), made
    found = {product.form for one in made.stretches for product, _ in one.portion.parts}
    assert found == {Form.LIQUID}


def test_no_product_makes_no_taper():
    """Said in words."""
    made = chosen(PREDNISONE, Start.ordered(Decimal(40)), FIRST, Spread(7, 7, 70), ())
    assert made == NotComputed("no product is named")


# ---------------------------------------------------------------- other courses that end


def test_weaning_is_a_quarter_every_three_months():
    """1,000 mg a day of mycophenolate suspension: 750, 500, 250, 91 days each, in two doses."""
    suspension = Product(
        id="suspension",
        treatment=Drug.MYCOPHENOLATE,
        name="suspension",
        form=Form.LIQUID,
        strength=200 * mg / mL,
        step=Decimal("0.1"),
        warrant=warrant("A250"),
    )
    by_drug = {one.treatment: one for one in WEANING}
    shape = by_drug[Drug.MYCOPHENOLATE]
    made = tapered(shape, Start.ordered(Decimal(1000)), FIRST, Spread(0, 91, 273), (suspension,))
    assert isinstance(made, Tapered), made
    # 375 mg are 1.875 mL: 1.9; 250 mg are 1.25 mL, the lower of two as near: 1.2; 0.625 mL: 0.6
    assert laid(made) == [(760, 91), (480, 91), (240, 91)]
    assert {one.times for one in made.stretches} == {2}


@pytest.mark.parametrize(
    ("shape", "days", "allowed"),
    [
        (PULSE, 1, True),
        (PULSE, 5, True),
        (PULSE, 6, False),
        (OVERLAP, 27, False),
        (OVERLAP, 28, True),
        (OVERLAP, 56, True),
        (OVERLAP, 57, False),
    ],
    ids=str,
)
def test_a_course_without_falls_ends_in_its_window(shape: Taper, days: int, allowed: bool):
    """A pulse lasts at most 5 days; mycophenolate goes on for 4 to 8 weeks beside sirolimus."""
    tablet = Product(
        id="tablet",
        treatment=shape.treatment,
        name="tablet",
        form=Form.TABLET,
        strength=50 * mg,
        step=Decimal(1),
        warrant=warrant("A250"),
    )
    made = tapered(shape, Start.ordered(Decimal(100)), FIRST, Spread(days, 0, days), (tablet,))
    assert isinstance(made, Tapered) is allowed
    if isinstance(made, Tapered):
        assert laid(made) == [(100, days)]


# ---------------------------------------------------------------- for every taper

TABLETS = st.lists(
    st.sampled_from([one for one in REAL if one.form.counted]), min_size=1, max_size=3, unique=True
).map(tuple)
LIQUIDS = st.sampled_from([one for one in REAL if not one.form.counted]).map(lambda one: (one,))
SCORED = st.lists(
    st.sampled_from([one for one in PRODUCTS.values() if one.form.counted]),
    min_size=1,
    max_size=2,
    unique=True,
).map(tuple)
DATES = st.dates(date(2024, 1, 1), date(2100, 12, 31))


@pytest.mark.hazard("H24")
@pytest.mark.hazard("H25")
@given(
    milligrams=st.integers(1, 160).map(lambda n: Decimal(n) / 2),
    first=DATES,
    days=st.integers(40, 95),
    full=st.integers(5, 30),
    every=st.integers(2, 8),
    products=TABLETS | LIQUIDS | SCORED,
)
def test_every_taper_keeps_its_invariants(  # noqa: PLR0917
    milligrams: Decimal,
    first: date,
    days: int,
    full: int,
    every: int,
    products: tuple[Product, ...],
):
    """One dose a day, made of real pieces, never rising, from the full dose to the declared end."""
    begin = Start.ordered(milligrams)
    made = tapered(PREDNISONE, begin, first, Spread(full, every, days), products)
    declared = 50 <= days <= 84 and 7 <= full <= 28 and 3 <= every <= 7 and full + every <= days
    if isinstance(made, NotComputed):
        assert made.reason
        return
    assert declared
    daily = list(made.daily())
    # no gap, no overlap: each day from the first to the last exactly once
    assert [day for day, _ in daily] == [first + timedelta(days=one) for one in range(days)]
    doses = [one.milligrams for _, one in daily]
    # exactly what pieces give
    for one in made.stretches:
        assert one.first <= one.last
        assert portion(one.portion.milligrams, products) is not None
        parts = sum(
            count * product.step_mass / product.step for product, count in one.portion.parts
        )
        assert parts * one.times == one.milligrams
        assert all(not count % product.step for product, count in one.portion.parts)
    # in full dose first, for the days that were asked, never more afterwards
    assert doses[:full] == [milligrams] * full
    assert all(above >= below for above, below in pairwise(doses))
    assert all(above.milligrams > below.milligrams for above, below in pairwise(made.stretches))
    # the last dose is a dose, and the fall to nothing is no larger than any fall may be
    assert doses[-1] > 0
    assert all(above - below <= milligrams / 4 for above, below in pairwise([*doses, Decimal(0)]))
    assert doses[-1] <= milligrams / 4
    assert made.milligrams == sum(doses)
    # the same once more
    assert tapered(PREDNISONE, begin, first, Spread(full, every, days), products) == made


@pytest.mark.hazard("H24")
@settings(max_examples=settings().max_examples // 4)  # each tries two dozen sets of products
@given(
    milligrams=st.integers(8, 30).map(Decimal),
    weeks=st.integers(8, 12),
    every=st.integers(3, 7),
)
def test_what_is_chosen_for_somebody_falls_evenly(milligrams: Decimal, weeks: int, every: int):
    """The example list holds what doses from 8 to 30 mg need: no fall above 1.5 equal ones.

    Above 30 mg a solution of 1 mg/mL is more than one dose may measure, and two strengths of pieces
    are sometimes too few: 50 mg in 19 falls.
    """
    made = chosen(PREDNISONE, Start.ordered(milligrams), FIRST, Spread(7, every, 7 * weeks), REAL)
    assert isinstance(made, Tapered), made
    equal = Fraction(milligrams) / ((7 * weeks - 7) // every + 1)
    doses = [*(one.milligrams for one in made.stretches), Decimal(0)]
    assert all(Fraction(above - below) <= equal * 3 / 2 for above, below in pairwise(doses))
    assert len({product for one in made.stretches for product, _ in one.portion.parts}) <= 2
