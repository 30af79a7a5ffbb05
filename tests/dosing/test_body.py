"""Body surface: each formula by its name, worked by hand and against a second arithmetic."""

from decimal import Decimal, localcontext
from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferrata.dosing.body import (
    SURFACE,
    Formula,
    changed_much,
    outside_surface,
    surface,
    surface_line,
)
from ferrata.guideline.units import plain

BODIES = (st.decimals("0.3", "300", places=3), st.decimals("20", "250", places=1))


@pytest.mark.parametrize(
    ("weight", "height", "expected"),
    [
        ("36", "100", "1"),  # root of 1
        ("81", "180", "2.012"),  # root of 4.05
        ("18.4", "108", "0.743"),  # root of 0.552
        ("20", "110", "0.782"),  # root of 0.61111
        ("3.5", "50", "0.22"),  # root of 0.048611
    ],
)
def test_mosteller_is_the_root_of_weight_times_height_over_3600(
    weight: str, height: str, expected: str
):
    """Mosteller 1987, each value worked by hand from its root."""
    assert surface(Decimal(weight), Decimal(height), Formula.MOSTELLER) == Decimal(expected)


@pytest.mark.parametrize(
    ("weight", "height", "expected"),
    [
        # 0.024265 x weight^0.5378 x height^0.3964 by tables of logarithms:
        # log10 0.024265 = -1.615020; 0.5378 and 0.3964 times the logarithms of the two.
        ("1", "1", "0.024"),
        ("100", "100", "1.792"),  # -1.615020 + 1.0756 + 0.7928 = 0.253380
        ("10", "100", "0.519"),  # -1.615020 + 0.5378 + 0.7928 = -0.284420
        ("20", "110", "0.783"),  # -1.615020 + 0.699694 + 0.809208 = -0.106118
        ("3.5", "50", "0.224"),  # -1.615020 + 0.292600 + 0.673472 = -0.648948
    ],
)
def test_haycock_is_a_product_of_powers(weight: str, height: str, expected: str):
    """Haycock, Schwartz and Wisotsky 1978, with four-place exponents as published."""
    assert surface(Decimal(weight), Decimal(height), Formula.HAYCOCK) == Decimal(expected)


@given(*BODIES)
def test_mosteller_is_exact_to_half_a_thousandth(weight: Decimal, height: Decimal):
    """Against whole-number roots, which no rounding of decimals can disturb."""
    exact = Fraction(weight) * Fraction(height) / 3600
    near = Fraction(isqrt(int(exact * 10**12)), 10**6)
    found = Fraction(surface(weight, height, Formula.MOSTELLER))
    assert abs(found - near) <= Fraction(1, 2000) + Fraction(1, 10**6)


@given(*BODIES)
def test_haycock_is_exact_to_half_a_thousandth(weight: Decimal, height: Decimal):
    """Against floating point, which is right to a dozen digits."""
    near = 0.024265 * float(weight) ** 0.5378 * float(height) ** 0.3964
    assert abs(float(surface(weight, height, Formula.HAYCOCK)) - near) <= 0.0005 + 1e-9


@given(*BODIES)
def test_the_caller_s_decimal_context_changes_nothing(weight: Decimal, height: Decimal):
    """Precision set elsewhere in a program never reaches a dose."""
    usual = [surface(weight, height, one) for one in Formula]
    with localcontext(prec=9):
        assert [surface(weight, height, one) for one in Formula] == usual


@pytest.mark.parametrize("formula", Formula)
def test_the_line_names_its_formula_and_shows_the_result(formula: Formula):
    """A reader can check it."""
    line = surface_line(Decimal("18.4"), Decimal(108), formula)
    assert line.startswith(f"body surface ({formula.value}) = ")
    assert "18.4 kg" in line
    assert "108 cm" in line
    found = plain(surface(Decimal("18.4"), Decimal(108), formula))
    assert line.endswith(f" ≈ {found} m2")


def test_an_exact_root_is_equal():
    """What is not rounded is not called so."""
    line = surface_line(Decimal(36), Decimal(100), Formula.MOSTELLER)
    assert line == "body surface (Mosteller) = root of 36 kg x 100 cm / 3600 = 1 m2"


@pytest.mark.hazard("H04")
@pytest.mark.parametrize("formula", Formula)
@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity", "0", "-1"])
def test_what_is_no_number_has_no_surface(number: str, formula: Formula):
    """On either side."""
    with pytest.raises(ValueError, match="weight in kg"):
        surface(Decimal(number), Decimal(100), formula)
    with pytest.raises(ValueError, match="height in cm"):
        surface(Decimal(20), Decimal(number), formula)


@pytest.mark.hazard("H08")
@pytest.mark.parametrize(
    ("m2", "outside"),
    [("0.149", True), ("0.15", False), ("2.6", False), ("2.601", True)],
)
def test_doses_are_computed_from_0_15_to_2_6_square_meters(m2: str, outside: bool):
    """The bounds of the proof, both included."""
    assert list(map(plain, SURFACE)) == ["0.15", "2.6"]
    assert outside_surface(Decimal(m2)) is outside


@pytest.mark.parametrize(
    ("before", "now", "much"),
    [
        ("1", "1.099", False),
        ("1", "1.1", True),
        ("1", "0.901", False),
        ("1", "0.9", True),
        ("0.5", "0.55", True),
        ("0.5", "0.549", False),
        ("0.5", "0.5", False),
    ],
)
def test_a_tenth_more_or_less_surface_asks_for_a_new_dose(before: str, now: str, much: bool):
    """A264: the share is of the surface that the dose was reckoned from."""
    assert changed_much(Decimal(before), Decimal(now)) is much


@pytest.mark.parametrize("number", ["0", "-1", "NaN", "Infinity"])
def test_there_is_no_change_from_or_to_no_surface(number: str):
    """A share of nothing is nothing."""
    with pytest.raises(ValueError, match="above 0"):
        changed_much(Decimal(number), Decimal(1))
    with pytest.raises(ValueError, match="above 0"):
        changed_much(Decimal(1), Decimal(number))
