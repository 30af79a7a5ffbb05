"""Milligrams: exact, within every bound, never zero, and never without a body to reckon by."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ferrata.dosing.amount import Amount, Body, Limits, NotComputed, amount, limits
from ferrata.dosing.body import SURFACE, Formula, surface
from ferrata.dosing.written import days, number, times, written
from ferrata.guideline.doses import Basis, Dose, Repeat, Route
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.parameters import Site, parameter
from ferrata.guideline.units import Quantity, between, day, g, kg, m2, mg, percent, plain, ug, week

UNKNOWN = "unknown: never recorded"


def dose(low: Quantity, high: Quantity | None = None, *, divided: int = 1) -> Dose:
    """A dose by mouth; the limits are an argument of their own."""
    return Dose(low, high or low, Route.ORAL, divided=divided)


def limit(cap: str | None = None, stop: str | None = None, tolerance: str = "0") -> Limits:
    """Limits as a site sets them."""
    return Limits(
        None if cap is None else Decimal(cap),
        None if stop is None else Decimal(stop),
        Decimal(tolerance),
    )


def body(weight: str | Decimal = "20", height: str | Decimal = "110") -> Body:
    """A body that is known."""
    return Body(Decimal(weight), Decimal(height))


def computed(what: Dose, weight: str = "20", height: str = "110", cap: str | None = None) -> Amount:
    """The amount for a body, which must be computable."""
    found = amount(what, body(weight, height), limit(cap))
    assert isinstance(found, Amount), found
    return found


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
        (dose(Decimal("2.5") * mg / m2 / day), "29.5", "134", "4", "2.62", "2.62"),
        (dose(Decimal("2.5") * mg / m2 / day), "81", "180", "4", "4", "4"),
        (dose(20 * mg / day, 40 * mg / day), "70", "170", "40", "20", "40"),
        (dose(20 * mg / day, 40 * mg / day), "70", "170", "30", "20", "30"),
        (dose(1 * g / kg / day), "3", "50", None, "3000", "3000"),
        (dose(100 * ug / kg / day), "25", "120", None, "2.5", "2.5"),
        (dose(100 * ug / kg / day), "0.5", "30", None, "0.05", "0.05"),
    ],
)
@pytest.mark.hazard("H05")
@pytest.mark.hazard("H06")
def test_an_amount_is_what_a_calculator_says(  # noqa: PLR0917
    what: Dose, weight: str, height: str, cap: str | None, low: str, high: str
):
    """Per kilogram, per square metre and whole; in milligrams, whatever unit the dose is in."""
    found = computed(what, weight, height, cap)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.hazard("H05")
def test_a_cap_that_bites_is_said_with_the_amount_without_it():
    """And one that does not bite is said too."""
    what = dose(1 * mg / kg / day, 2 * mg / kg / day)
    capped = computed(what, "40", "150", "60")
    assert capped.capped
    assert capped.uncapped == 80
    assert capped.arithmetic == (
        "1 mg/kg/d x 40 kg = 40 mg/d",
        "2 mg/kg/d x 40 kg = 80 mg/d",
        "at most 60 mg/d (cap): bites, without it 80 mg/d",
    )
    free = computed(what, "30", "150", "60")
    assert not free.capped
    assert free.arithmetic[1:] == (
        "2 mg/kg/d x 30 kg = 60 mg/d",
        "at most 60 mg/d (cap): does not bite",
    )


@pytest.mark.hazard("H05")
def test_above_the_hard_stop_nothing_is_computed():
    """A cap lowers and shows it, a stop refuses; the stop itself is allowed."""
    what = dose(Decimal("2.5") * mg / m2 / day)
    refused = amount(what, body("81", "180"), limit(stop="5"))  # 2.5 x 2.012 = 5.03
    assert isinstance(refused, NotComputed)
    assert "5.03 mg is more than 5 mg/d" in refused.reason
    assert refused.arithmetic[-1] == "2.5 mg/m2/d x 2.012 m2 = 5.03 mg/d"
    assert isinstance(amount(what, body("80", "180"), limit(stop="5")), Amount)  # 2.5 x 2
    both = amount(what, body("81", "180"), limit(cap="4", stop="5"))
    assert isinstance(both, Amount)
    assert both.high == 4


@pytest.mark.hazard("H05")
def test_a_least_dose_is_not_given_to_whom_it_is_too_much():
    """5 mg/kg, from 200 mg on: 200 at 40 kg, nothing below, a range above."""
    what = replace(dose(5 * mg / kg / day), least=200 * mg / day)
    below = amount(what, body("39.9"), limit(cap="400", tolerance="0.1"))
    assert isinstance(below, NotComputed)
    assert "200 mg a day is more than 5 mg/kg/d allows: 199.5 mg" in below.reason
    at = amount(what, body("40"), limit(cap="400", tolerance="0.1"))
    assert isinstance(at, Amount)
    assert at.within == (200, 200)
    above = amount(what, body("45"), limit(cap="400", tolerance="0.1"))
    assert isinstance(above, Amount)
    assert above.within == (200, 225)


@pytest.mark.hazard("H07")
def test_the_dose_of_a_day_and_each_of_its_parts_are_told_apart():
    """1200 mg/m2 a day is 600 in each of two doses, not 1200."""
    found = computed(dose(1200 * mg / m2 / day, divided=2), "36", "144")
    assert found.low == found.high == 1440
    assert found.per_dose == (720, 720)
    assert found.arithmetic[-1] == "1440 mg/d in 2 doses: 720 mg per dose"


@pytest.mark.hazard("H07")
def test_a_single_dose_is_no_dose_of_a_day():
    """1 to 2 micrograms/kg two or three times a week: nothing is said of a day."""
    what = Dose(1 * ug / kg, 2 * ug / kg, Route.SUBCUTANEOUS, repeat=Repeat(2, 3, week))
    found = computed(what, "18.4")
    assert found.single
    assert (found.low, found.high) == (Decimal("0.0184"), Decimal("0.0368"))
    assert found.arithmetic == (
        "1 micrograms/kg x 18.4 kg = 18.4 micrograms",
        "2 micrograms/kg x 18.4 kg = 36.8 micrograms",
    )
    assert times(what) == "2 to 3 times a week"


def test_a_course_is_bounded_in_all():
    """2 g/kg of 18.4 kg; four doses of 375 mg/m2."""
    globulin = Dose(
        1 * g / kg / day,
        1 * g / kg / day,
        Route.INTRAVENOUS,
        days=between(1, 2, day),
        in_all=2 * g / kg,
    )
    found = computed(globulin, "18.4")
    assert found.in_all == 36_800
    assert found.arithmetic[-1] == "in all at most 2 g/kg x 18.4 kg = 36.8 g"
    weekly = Dose(375 * mg / m2, 375 * mg / m2, Route.INTRAVENOUS, repeat=Repeat(1, 1, week, 4))
    assert computed(weekly, "25", "144").in_all == 1500


@pytest.mark.parametrize(
    ("milligrams", "said"),
    [
        (Decimal("1.8575"), "1.8575 mg"),
        (Fraction(1, 3), "≈0.3333 mg"),
        (Fraction(2, 3), "≈0.6667 mg"),
        (Fraction(5, 2), "2.5 mg"),
        (Decimal(36_800), "36800 mg"),
    ],
)
def test_a_number_that_does_not_end_is_marked(milligrams: Decimal | Fraction, said: str):
    """What is shown without the mark multiplies out."""
    assert written(milligrams, mg) == said


@pytest.mark.hazard("H06")
def test_micrograms_are_always_written_out():
    """0.0184 mg is 18.4 micrograms, in no shorter word."""
    assert written(Decimal("0.0184"), ug) == "18.4 micrograms"
    assert number(Decimal(18_400), g) == "18.4"


def test_the_limits_of_a_dose_are_those_of_the_site():
    """Cap, stop and tolerance, each by its parameter; the tolerance as a share."""
    by = (Assumption("X1", "text", "reason"),)
    cap = parameter("cap", "Cap", 60 * mg / day, between(20, 80, mg / day), by)
    stop = parameter("stop", "Stop", 70 * mg / day, between(60, 90, mg / day), by)
    share = parameter("share", "Share", 10 * percent, between(0, 15, percent), by)
    what = Dose(
        1 * mg / kg / day, 2 * mg / kg / day, Route.ORAL, cap=cap, stop=stop, tolerance=share
    )
    site = Site((cap, stop, share), {"cap": 40 * mg / day, "share": 5 * percent})
    assert limits(what, site) == limit("40", "70", "0.05")
    assert limits(dose(1 * mg / kg / day), site) == Limits()


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
    found = amount(what, Body(weight, height), limit("100"))
    assert found == NotComputed(f"{named}: {UNKNOWN}")
    assert Body(weight, height).surface is None


@pytest.mark.hazard("H04")
@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "0", "-20", "0.0004"])
@pytest.mark.parametrize("which", ["weight", "height"])
def test_no_number_that_is_none_gives_an_amount(value: str, which: str):
    """Not a number, infinite, zero, negative, or nothing after rounding to a gram or millimeter."""
    sizes = {"weight": Decimal(20), "height": Decimal(110), which: Decimal(value)}
    found = amount(
        dose(1200 * mg / m2 / day), Body(sizes["weight"], sizes["height"]), limit("2000")
    )
    assert isinstance(found, NotComputed)
    assert "is no measurement" in found.reason


@pytest.mark.hazard("H08")
@pytest.mark.parametrize(
    ("weight", "height"), [("2.2", "36"), ("0.3", "20"), ("20", "1.1"), ("125", "200")]
)
def test_a_surface_that_no_body_has_gives_no_number(weight: str, height: str):
    """Outside 0.15 to 2.6 m2 the dose is refused, with the surface and what to check."""
    found = amount(dose(1200 * mg / m2 / day), body(weight, height), limit("2000"))
    assert isinstance(found, NotComputed)
    assert "check weight and height" in found.reason


def test_a_dose_by_weight_needs_no_height():
    """Nothing is asked for that is not used."""
    found = amount(dose(2 * mg / kg / day), Body(Decimal(10), UNKNOWN), limit())
    assert isinstance(found, Amount)
    assert found.high == 20


def test_a_dose_for_the_whole_body_needs_neither():
    """A flat dose is a flat dose."""
    found = amount(dose(20 * mg / day), Body(UNKNOWN, UNKNOWN), limit())
    assert isinstance(found, Amount)
    assert (found.low, found.high) == (20, 20)


def test_a_body_is_reckoned_to_a_gram_and_a_millimeter():
    """What is shown is what is multiplied."""
    exact = Body(Decimal("18.14369480"), Decimal("108.04"))
    assert (exact.weight, exact.height) == (Decimal("18.144"), Decimal("108.0"))


def test_the_arithmetic_names_the_formula_of_the_surface():
    """A reader can do the sum again, by either formula."""
    for formula in Formula:
        what = amount(
            dose(1200 * mg / m2 / day),
            Body(Decimal("29.5"), Decimal(134), formula),
            limit(),
        )
        assert isinstance(what, Amount)
        assert f"({formula.value})" in what.arithmetic[0]
        m2s = plain(surface(Decimal("29.5"), Decimal(134), formula))
        assert what.arithmetic[1].startswith(f"1200 mg/m2/d x {m2s} m2 = ")


# ---------------------------------------------------------------- for every body

WEIGHTS = st.decimals("0.3", "300", places=3)
HEIGHTS = st.decimals("20", "250", places=1)
CAPS = st.none() | st.decimals("0.1", "5000", places=8)
RATES = st.decimals("0.0001", "3000", places=4)
UNITS = st.sampled_from([mg / kg / day, mg / m2 / day, mg / day, ug / kg / day, g / kg / day])


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    """A dose on any basis, in any unit, with any two bounds."""
    low, high = sorted((draw(RATES), draw(RATES)))
    if draw(st.booleans()):
        low = high
    unit = draw(UNITS)
    return Dose(
        Quantity(low, unit), Quantity(high, unit), Route.ORAL, divided=draw(st.integers(1, 4))
    )


@st.composite
def limited(draw: st.DrawFn) -> Limits:
    """Any limits of a site."""
    return Limits(draw(CAPS), draw(CAPS), draw(st.decimals("0", "0.15", places=4)))


def exact(what: Dose, bound: Quantity, weight: Decimal, height: Decimal) -> Fraction:
    """The bound in milligrams a day, as a fraction."""
    size = {
        Basis.WEIGHT: weight,
        Basis.SURFACE: surface(weight, height, Formula.MOSTELLER),
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


@pytest.mark.hazard("H04")
@pytest.mark.hazard("H05")
@given(doses(), WEIGHTS, HEIGHTS, limited())
@example(dose(Decimal("2.5") * mg / m2 / day), Decimal("29.5"), Decimal(134), limit("4"))
@example(dose(1 * mg / kg / day), Decimal("0.3"), Decimal(20), limit("0.1"))
def test_no_amount_crosses_a_bound(what: Dose, weight: Decimal, height: Decimal, site: Limits):
    """For every body and site: exact, at most cap and stop, and not zero; or refused."""
    found = amount(what, Body(weight, height), site)
    least = exact(what, what.low, weight, height)
    most = exact(what, what.high, weight, height)
    if isinstance(found, NotComputed):
        m2s = surface(weight, height, Formula.MOSTELLER)
        outside = what.basis is Basis.SURFACE and not SURFACE[0] <= m2s <= SURFACE[1]
        top = most if site.cap is None else min(most, Fraction(site.cap))
        assert outside or (site.stop is not None and top > site.stop)
        return
    cap = most if site.cap is None else Fraction(site.cap)
    assert Fraction(found.high) == min(most, cap)
    assert Fraction(found.low) == min(least, cap)
    assert 0 < found.low <= found.high
    assert found.capped == (most > cap)
    low, high = found.within
    assert 0 < low <= high
    top = min(one for one in (site.cap, site.stop, Decimal("Infinity")) if one is not None)
    assert high * found.divided <= top
    share = Fraction(site.tolerance)
    if found.low < found.high:
        assert (low, high) == found.per_dose
    else:
        assert low * found.divided == Fraction(found.low) * (1 - share)
        assert high * found.divided <= Fraction(found.high) * (1 + share)


@pytest.mark.hazard("H07")
@given(doses(), WEIGHTS, HEIGHTS, limited())
def test_the_parts_of_a_day_are_the_day(what: Dose, weight: Decimal, height: Decimal, site: Limits):
    """What is given at once times how often is the day's amount, exactly."""
    found = amount(what, Body(weight, height), site)
    assume(isinstance(found, Amount))
    assert isinstance(found, Amount)
    assert tuple(one * found.divided for one in found.per_dose) == (found.low, found.high)


@given(doses(), WEIGHTS, WEIGHTS, HEIGHTS, CAPS)
def test_a_heavier_body_never_gets_less(
    what: Dose, one: Decimal, other: Decimal, height: Decimal, cap: Decimal | None
):
    """Of two bodies of one height; products are rounded afterwards."""
    light, heavy = (
        amount(what, Body(weight, height), Limits(cap)) for weight in sorted((one, other))
    )
    assume(isinstance(light, Amount) and isinstance(heavy, Amount))
    assert isinstance(light, Amount)
    assert isinstance(heavy, Amount)
    assert light.low <= heavy.low
    assert light.high <= heavy.high


@pytest.mark.hazard("H12")
@given(doses(), st.text(min_size=1))
def test_whatever_the_reason_an_unknown_weight_gives_no_amount(what: Dose, reason: str):
    """Unless the dose is for the whole body."""
    found = amount(what, Body(reason, Decimal(110)), limit())
    if what.basis is Basis.FLAT:
        assert isinstance(found, Amount)
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


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        (Repeat(1, 1, week, 4), "once a week, 4 times in all"),
        (Repeat(2, 3, week), "2 to 3 times a week"),
        (Repeat(1, 1, day, 1), "a single time"),
        (Repeat(2, 2, day), "2 times a day"),
    ],
)
def test_how_often_in_words(repeat: Repeat, words: str):
    """As a nurse reads it."""
    assert times(Dose(1 * mg / kg, 1 * mg / kg, Route.ORAL, repeat=repeat)) == words


@pytest.mark.parametrize(
    ("divided", "words"), [(1, "once a day"), (2, "twice a day"), (3, "3 times a day")]
)
def test_how_many_times_a_day_in_words(divided: int, words: str):
    """A day's dose in parts."""
    assert times(dose(1 * mg / kg / day, divided=divided)) == words
