"""Units are exact: no float ever decides a comparison."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferrata.guideline.errors import UnitError
from ferrata.guideline.units import (
    L,
    Quantity,
    Unit,
    between,
    cm,
    day,
    dL,
    exact,
    g,
    hour,
    inch,
    kg,
    m,
    mg,
    mmol,
    mol,
    ng,
    one,
    per_L,
    per_uL,
    percent,
    plain,
    pound,
    quantise,
    spelled,
    uL,
    week,
)


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (125 * g / L, g / dL, Fraction(25, 2)),
        (1 * week, day, Fraction(7)),
        (36 * hour, day, Fraction(3, 2)),
        (1 * pound, kg, Fraction("0.45359237")),
        (1 * inch, cm, Fraction("2.54")),
        (1 * ng, g, Fraction(1, 10**9)),
        (50 * percent, one, Fraction(1, 2)),
        (1 * per_uL, per_L, Fraction(10**6)),
        (Decimal("0.1") * mg, g, Fraction(1, 10_000)),
        (0.1 * mg, g, Fraction(1, 10_000)),
        (kg * 3, g, Fraction(3000)),
    ],
    ids=str,
)
def test_a_quantity_converts_exactly(quantity: Quantity, unit: Unit, expected: Fraction) -> None:
    """The result is a fraction; 0.1 is the tenth that its author wrote."""
    assert quantity.to(unit) == expected


def test_a_product_of_units_has_the_product_of_their_dimensions() -> None:
    """Dimensions that cancel vanish."""
    area = m * m
    assert area.dimension == (("length", 2),)
    assert area.code == "m.m"
    assert (per_uL * uL).dimension == one.dimension
    assert (1 * (per_uL * uL)).to(one) == 1


def test_a_molar_mass_joins_mass_and_amount() -> None:
    """Both directions, for the one substance it belongs to."""
    hemoglobin = 16_114 * g / mol
    grams = (1 * mmol / L).to(g / L, molar_mass=hemoglobin)
    assert grams == Fraction("16.114")
    assert Quantity(Decimal("16.114"), g / L).to(mmol / L, molar_mass=hemoglobin) == 1


def test_a_molar_mass_joins_nothing_else() -> None:
    """A length stays a length."""
    with pytest.raises(UnitError, match="1 m cannot be read in g"):
        (1 * m).to(g, molar_mass=16_114 * g / mol)


def test_a_unit_is_shown_by_its_code_and_spelled_as_in_python() -> None:
    """UCUM for machines, names of this module for authors."""
    assert str(g / dL) == "g/dL"
    assert str(mg / kg / day) == "mg/kg/d"
    assert spelled(mg / kg / day) == "mg / kg / day"
    assert spelled(per_uL) == "per_uL"
    assert spelled(Unit("[foo]", (), Fraction(1))) == "[foo]"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (Decimal("8.00"), "8"),
        (Decimal("0.50"), "0.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal(0), "0"),
    ],
)
def test_a_number_is_shown_as_a_person_writes_it(written: Decimal, shown: str) -> None:
    """No exponent, no trailing zeros."""
    assert plain(written) == shown


@pytest.mark.parametrize("nonsense", [True, float("nan"), float("inf"), "-Infinity"])
def test_what_is_no_finite_number_is_refused(nonsense: float | str) -> None:
    """NaN is below and above nothing."""
    with pytest.raises(UnitError, match="is not a number that can be measured"):
        exact(nonsense)


def test_more_than_ten_digits_before_the_point_do_not_fit() -> None:
    """A number that would not fit into decimal(18, 8) is refused, not cut."""
    assert quantise(Decimal("9999999999.99999999")) == Decimal("9999999999.99999999")
    with pytest.raises(OverflowError, match="more than ten digits"):
        quantise(Decimal(10**10))


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_quantising_moves_a_number_by_half_a_step_at_most(value: Fraction) -> None:
    """And quantising twice is quantising once."""
    result = quantise(value)
    assert abs(Fraction(result) - value) <= Fraction(1, 2 * 10**8)
    assert quantise(result) == result
    assert result.as_tuple().exponent == -8


def test_a_range_holds_both_its_ends() -> None:
    """Closed on both sides."""
    allowed = between(1, "2.5", g / dL)
    assert Decimal(1) in allowed
    assert Decimal("2.5") in allowed
    assert Decimal("2.50000001") not in allowed
    assert str(allowed) == "1 to 2.5 g/dL"
    assert str(between(0, 5, per_uL)) == "0 to 5/uL"
