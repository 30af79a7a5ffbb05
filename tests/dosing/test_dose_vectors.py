"""Doses against vectors made outside: by sh, bc and awk from the written rules (tests/vectors)."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.products import PRODUCTS
from ferrata.dosing.amount import Amount, Body, NotComputed, amount, limits
from ferrata.dosing.body import Formula
from ferrata.dosing.giving import given
from ferrata.guideline.doses import Basis, Dose
from ferrata.guideline.events import Treatment
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import plain
from ferrata.interpret.prove.doses import given as doses_of

VECTORS = Path(__file__).parents[1] / "vectors" / "doses.csv"
LEAST = 1_000

with VECTORS.open(encoding="utf-8", newline="") as _file:
    ROWS = tuple(csv.DictReader(_file))

SITE = Site(tuple({one.id: one for g in GUIDELINES for one in g.parameters}.values()))


def _declared() -> dict[str, tuple[Treatment, Dose]]:
    """Every dose of the guidelines, by drug, figures and unit as the vectors name it."""
    found: dict[str, tuple[Treatment, Dose]] = {}
    for guideline in GUIDELINES:
        for one in doses_of(guideline):
            low, high = plain(one.dose.low.value), plain(one.dose.high.value)
            figures = low if low == high else f"{low}-{high}"
            name = f"{one.treatment.id} {figures} {one.dose.low.unit}"
            found.setdefault(name, (one.treatment, one.dose))
    return found


DECLARED = _declared()
REGIMENS = tuple(dict.fromkeys(row["regimen"] for row in ROWS))


def computed(row: dict[str, str]) -> tuple[str, ...]:
    """Return what Ferrata says where the vector has figures."""
    treatment, dose = DECLARED[row["regimen"]]
    formula = Formula.HAYCOCK if row["formula"] == "haycock" else Formula.MOSTELLER
    body = Body(Decimal(row["weight_kg"]), Decimal(row["height_cm"]), formula)
    found = amount(dose, body, limits(dose, SITE))
    if isinstance(found, NotComputed):
        return ("refused", "", "", "", "")
    surface = body.surface if dose.basis is Basis.SURFACE else None
    held = [one for one in PRODUCTS if one.treatment == treatment]
    named = [
        one
        for one in held
        if (one.form.counted if " " in row["product"] else one.id == row["product"])
    ]
    (way, *others) = given(dose, found, named, surface)
    portions = [plain(Decimal(one.milligrams)) for one in way.portions]
    assert not portions or all(one.refused for one in others)
    smallest, largest = (portions[0], portions[-1]) if portions else ("refused", "refused")
    return (*_figures(found), smallest, largest)


def _figures(found: Amount) -> tuple[str, ...]:
    bites = "cap bites" if found.capped else ""
    return plain(Decimal(found.low)), plain(Decimal(found.high)), bites


def test_there_are_enough_and_none_twice():
    """At least a thousand, of every declared dose."""
    assert len({tuple(row.values()) for row in ROWS}) == len(ROWS) >= LEAST
    assert set(REGIMENS) == DECLARED.keys()


@pytest.mark.hazard("H05")
@pytest.mark.parametrize("regimen", REGIMENS)
def test_every_dose_is_what_was_worked_out_elsewhere(regimen: str):
    """Amount of a day or single dose, whether the cap bites, and what each product gives."""
    wrong = [
        (row, said)
        for row in ROWS
        if row["regimen"] == regimen
        and (said := computed(row))
        != (row["low_mg"], row["high_mg"], row["cap"], row["smallest_mg"], row["largest_mg"])
    ]
    assert not wrong, f"{len(wrong)} of {len(ROWS)} vectors differ, the first: {wrong[0]}"


@pytest.mark.parametrize(
    ("factor", "fits"), [(Fraction(1), True), (Fraction(101, 100), False), (Fraction(10), False)]
)
def test_a_vector_that_is_off_is_noticed(factor: Fraction, *, fits: bool):
    """The comparison can fail."""
    row = dict(next(one for one in ROWS if one["high_mg"]))
    high = Fraction(row["high_mg"]) * factor
    row["high_mg"] = plain(Decimal(high.numerator) / Decimal(high.denominator))
    assert (computed(row)[1] == row["high_mg"]) is fits
