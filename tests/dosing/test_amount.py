"""Milligrams a day: within every bound, never zero, and never without a body to reckon by."""

from decimal import Decimal
from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ferrata.dosing.amount import SURFACE, Amount, NotComputed, amount, days, mosteller
from ferrata.guideline.doses import Basis, Dose, Route
from ferrata.guideline.units import Quantity, between, day, g, kg, m2, mg, plain, ug

TENTH = Fraction(1, 10)
UNKNOWN = "unknown: never recorded"


def dose(low: Quantity, high: Quantity | None = None, *, divided: int = 1) -> Dose:
    """A dose by mouth; the cap is an argument of its own."""
    return Dose(low, high or low, Route.ORAL, divided=divided)


def computed(what: Dose, weight: str = "20", height: str = "110", cap: str | None = None) -> Amount:
    """The amount for a body, which must be computable."""
    found = amount(
        what,
        weight_kg=Decimal(weight),
        height_cm=Decimal(height),
        cap=None if cap is None else Decimal(cap),
    )
    assert isinstance(found, Amount), found
    return found


# ---------------------------------------------------------------- body surface


@pytest.mark.parametrize(
    ("weight", "height", "surface"),
    [
        ("36", "100", "1"),  # root of 1
        ("36", "144", "1.2"),  # root of 1.44
        ("81", "180", "2.012"),  # root of 4.05
        ("70", "170", "1.818"),  # root of 3.3056
        ("29.5", "134", "1.048"),  # root of 1.09806
        ("20", "110", "0.782"),  # root of 0.61111
        ("10", "75", "0.456"),  # root of 0.20833
        ("3.5", "50", "0.22"),  # root of 0.048611
        ("2.25", "36", "0.15"),  # root of 0.0225
    ],
)
def test_body_surface_is_the_root_of_weight_times_height_over_3600(
    weight: str, height: str, surface: str
):
    """Mosteller 1987, each value worked by hand from its root."""
    assert mosteller(Decimal(weight), Decimal(height)) == Decimal(surface)


@given(
    st.decimals("0.3", "300", places=3),
    st.decimals("20", "250", places=1),
)
def test_body_surface_is_exact_to_half_a_thousandth(weight: Decimal, height: Decimal):
    """Against whole-number roots, which no rounding of decimals can disturb."""
    found = mosteller(weight, height)
    assert found == found.quantize(Decimal("0.001"))
    exact = Fraction(weight) * Fraction(height) / 3600
    scaled = isqrt(int(exact * 10**12))  # the root in millionths, cut
    assert abs(Fraction(found) - Fraction(scaled, 10**6)) <= Fraction(1, 2000) + Fraction(1, 10**6)


@pytest.mark.hazard("H08")
@pytest.mark.parametrize(
    ("weight", "height"),
    [
        ("2.2", "36"),  # root of 0.022 = 0.148
        ("0.3", "20"),
        ("20", "1.1"),  # metres taken for centimetres
        ("300", "250"),
        ("125", "200"),  # root of 6.94 = 2.635
        ("7000", "170"),  # grams
    ],
)
def test_a_surface_that_no_body_has_gives_no_number(weight: str, height: str):
    """Outside 0.15 to 2.6 m2 the dose is refused, with the surface and what to check."""
    found = amount(
        dose(1200 * mg / m2 / day),
        weight_kg=Decimal(weight),
        height_cm=Decimal(height),
        cap=Decimal(2000),
    )
    assert isinstance(found, NotComputed)
    assert "check weight and height" in found.reason
    assert plain(mosteller(Decimal(weight), Decimal(height))) in found.reason


def test_the_bounds_of_the_surface_are_those_that_were_proved():
    """The prover takes 0.15 to 2.6 m2 for all bodies."""
    assert list(map(plain, SURFACE)) == ["0.15", "2.6"]
    assert computed(dose(100 * mg / m2 / day), "2.25", "36").low == 15
    assert computed(dose(100 * mg / m2 / day), "169", "144").high == 260


# ---------------------------------------------------------------- worked by hand


@pytest.mark.parametrize(
    ("what", "weight", "height", "cap", "low", "high"),
    [
        (dose(1 * mg / kg / day, 2 * mg / kg / day), "18.2", "109", None, "18.2", "36.4"),
        (dose(1 * mg / kg / day, 2 * mg / kg / day), "40", "150", "60", "40", "60"),
        (dose(1 * mg / kg / day, 2 * mg / kg / day), "70", "170", "60", "60", "60"),
        (dose(2 * mg / kg / day), "30", "130", "60", "60", "60"),
        (dose(1200 * mg / m2 / day), "29.5", "134", "2000", "1257.6", "1257.6"),
        (dose(1200 * mg / m2 / day), "81", "180", "2000", "2000", "2000"),
        (dose(Decimal("2.5") * mg / m2 / day), "36", "144", "4", "3", "3"),
        (dose(Decimal("2.5") * mg / m2 / day), "81", "180", "4", "4", "4"),
        (dose(20 * mg / day, 40 * mg / day), "70", "170", "40", "20", "40"),
        (dose(20 * mg / day, 40 * mg / day), "70", "170", "30", "20", "30"),
        (dose(1 * g / kg / day), "3", "50", None, "3000", "3000"),
        (dose(100 * ug / kg / day), "25", "120", None, "2.5", "2.5"),
    ],
)
@pytest.mark.hazard("H05")
def test_an_amount_is_what_a_calculator_says(  # noqa: PLR0917
    what: Dose, weight: str, height: str, cap: str | None, low: str, high: str
):
    """Per kilogram, per square metre and whole; in milligrams, whatever unit the dose is in."""
    found = computed(what, weight, height, cap)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.hazard("H05")
def test_a_cap_that_bites_is_said():
    """And one that does not is not."""
    what = dose(1 * mg / kg / day, 2 * mg / kg / day)
    capped = computed(what, "40", "150", "60")
    assert capped.capped
    assert capped.arithmetic == (
        "1 mg/kg/d x 40 kg = 40 mg/d",
        "2 mg/kg/d x 40 kg = 80 mg/d",
        "capped at 60 mg/d",
    )
    free = computed(what, "30", "150", "60")
    assert not free.capped
    assert free.arithmetic[-1] == "2 mg/kg/d x 30 kg = 60 mg/d"


@pytest.mark.hazard("H05")
def test_rounding_goes_inwards():
    """2.62 is at most 2.6; between 18.11 and 36.22 are 18.2 and 36.2."""
    assert computed(dose(Decimal("2.5") * mg / m2 / day), "29.5", "134").high == Decimal("2.6")
    found = computed(dose(1 * mg / kg / day, 2 * mg / kg / day), "18.11")
    assert (found.low, found.high) == (Decimal("18.2"), Decimal("36.2"))


@pytest.mark.hazard("H07")
def test_the_dose_of_a_day_and_each_of_its_parts_are_told_apart():
    """1200 mg/m2 a day is 600 in each of two doses, not 1200."""
    found = computed(dose(1200 * mg / m2 / day, divided=2), "36", "144")
    assert found.low == found.high == 1440
    assert found.per_dose == (720, 720)
    assert found.divided == 2


@pytest.mark.hazard("H05")
@pytest.mark.hazard("H07")
def test_the_parts_of_a_capped_day_do_not_pass_the_cap():
    """25.1 a day in two doses is 12.5 each: 12.6 twice would be 25.2."""
    found = computed(dose(2 * mg / kg / day, divided=2), "40", "150", "25.1")
    assert found.per_dose == (Decimal("12.5"), Decimal("12.5"))


def test_the_arithmetic_names_the_surface_and_where_it_comes_from():
    """A reader can do the sum again."""
    found = computed(dose(1200 * mg / m2 / day), "29.5", "134")
    assert found.arithmetic == (
        "body surface (Mosteller) = root of 29.5 kg x 134 cm / 3600 = 1.048 m2",
        "1200 mg/m2/d x 1.048 m2 = 1257.6 mg/d",
    )


# ---------------------------------------------------------------- what is not known


@pytest.mark.hazard("H12")
@pytest.mark.parametrize(
    ("what", "weight", "height", "named"),
    [
        (dose(2 * mg / kg / day), UNKNOWN, Decimal(110), "body weight"),
        (dose(2 * mg / kg / day), UNKNOWN, UNKNOWN, "body weight"),
        (dose(1200 * mg / m2 / day), UNKNOWN, Decimal(110), "body weight"),
        (dose(1200 * mg / m2 / day), Decimal(20), UNKNOWN, "body height"),
    ],
)
def test_an_unknown_body_never_gives_a_number(
    what: Dose, weight: Decimal | str, height: Decimal | str, named: str
):
    """The reason why it is unknown is passed on."""
    found = amount(what, weight_kg=weight, height_cm=height, cap=Decimal(100))
    assert found == NotComputed(f"{named}: {UNKNOWN}")


def test_a_dose_by_weight_needs_no_height():
    """Nothing is asked for that is not used."""
    found = amount(dose(2 * mg / kg / day), weight_kg=Decimal(10), height_cm=UNKNOWN, cap=None)
    assert isinstance(found, Amount)
    assert found.high == 20


def test_a_dose_for_the_whole_body_needs_neither():
    """A flat dose is a flat dose."""
    found = amount(dose(20 * mg / day), weight_kg=UNKNOWN, height_cm=UNKNOWN, cap=None)
    assert isinstance(found, Amount)
    assert (found.low, found.high) == (20, 20)


def test_what_rounds_to_nothing_is_refused():
    """Zero milligrams would read as: do not give it."""
    found = amount(
        dose(100 * ug / kg / day), weight_kg=Decimal("0.5"), height_cm=Decimal(30), cap=None
    )
    assert isinstance(found, NotComputed)
    assert "rounds to nothing" in found.reason


# ---------------------------------------------------------------- for every body

WEIGHTS = st.decimals("0.3", "300", places=8)
HEIGHTS = st.decimals("20", "250", places=8)
CAPS = st.none() | st.decimals("0.1", "5000", places=8)
RATES = st.decimals("0.0001", "3000", places=4)
UNITS = st.sampled_from([mg / kg / day, mg / m2 / day, mg / day, ug / kg / day, g / kg / day])


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """A dose on any basis, in any unit, with any two bounds."""
    low, high = sorted((draw(RATES), draw(RATES)))
    unit = draw(UNITS)
    return Dose(
        Quantity(low, unit), Quantity(high, unit), Route.ORAL, divided=draw(st.integers(1, 4))
    )


def exact(what: Dose, bound: Quantity, weight: Decimal, height: Decimal) -> Fraction:
    """The bound in milligrams a day, as a fraction."""
    size = {
        Basis.WEIGHT: weight,
        Basis.SURFACE: mosteller(weight, height),
        Basis.FLAT: Decimal(1),
    }[what.basis]
    factor = {
        "mg/kg/d": 1,
        "mg/m2/d": 1,
        "mg/d": 1,
        "ug/kg/d": Fraction(1, 1000),
        "g/kg/d": 1000,
    }[bound.unit.code]
    return Fraction(bound.value) * factor * Fraction(size)


@pytest.mark.hazard("H05")
@given(doses(), WEIGHTS, HEIGHTS, CAPS)
@example(dose(Decimal("2.5") * mg / m2 / day), Decimal("29.5"), Decimal(134), Decimal(4))
@example(dose(1 * mg / kg / day), Decimal("0.3"), Decimal(20), Decimal("0.1"))
def test_no_amount_crosses_a_bound(
    what: Dose, weight: Decimal, height: Decimal, cap: Decimal | None
):
    """For every body: in order, at most the cap and the upper bound, at least the lower; not 0."""
    found = amount(what, weight_kg=weight, height_cm=height, cap=cap)
    least = exact(what, what.low, weight, height)
    most = exact(what, what.high, weight, height)
    limit = most if cap is None else min(most, Fraction(cap))
    if isinstance(found, NotComputed):
        outside = not SURFACE[0] <= mosteller(weight, height) <= SURFACE[1]
        assert (what.basis is Basis.SURFACE and outside) or limit < TENTH * what.divided
        return
    low, high = Fraction(found.low), Fraction(found.high)
    assert 0 < low <= high <= limit
    assert limit - high < TENTH
    assert low >= min(least, limit) - TENTH
    if low < least:
        assert low == high  # both bounds lie between the same two tenths, or the cap bites
    assert found.capped == (cap is not None and most > Fraction(cap))


@pytest.mark.hazard("H07")
@given(doses(), WEIGHTS, HEIGHTS, CAPS)
def test_the_parts_of_a_day_never_add_up_to_more_than_the_day(
    what: Dose, weight: Decimal, height: Decimal, cap: Decimal | None
):
    """What is given at once times how often stays within the day's bound, and is not zero."""
    found = amount(what, weight_kg=weight, height_cm=height, cap=cap)
    assume(isinstance(found, Amount))
    assert isinstance(found, Amount)
    low, high = found.per_dose
    assert low > 0
    assert high * found.divided <= found.high
    assert low <= high


@pytest.mark.hazard("H12")
@given(doses(), st.text(min_size=1))
def test_whatever_the_reason_an_unknown_weight_gives_no_amount(what: Dose, reason: str):
    """Unless the dose is for the whole body."""
    found = amount(what, weight_kg=reason, height_cm=Decimal(110), cap=None)
    if what.basis is Basis.FLAT:
        assert not isinstance(found, NotComputed) or "rounds to nothing" in found.reason
    else:
        assert found == NotComputed(f"body weight: {reason}")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(1, 1, "1 day"), (7, 7, "7 days"), (3, 7, "3 to 7 days"), (0, 1, "0 to 1 days")],
)
def test_a_span_of_days_in_words(low: int, high: int, words: str):
    """One day, some days, from some to some."""
    assert days(between(low, high, day)) == words


def test_no_span_has_no_words():
    """A dose without an end says nothing about it."""
    assert not days(None)
