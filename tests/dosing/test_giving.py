"""What products give: never outside the bounds, never nothing; or refused with what would fit."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.alps.products import (
    FILGRASTIM,
    HYDROXYCHLOROQUINE,
    IMMUNOGLOBULIN,
    MYCOPHENOLATE,
    PREDNISONE,
    PRODUCTS,
    SIROLIMUS,
)
from ferrata.dosing.amount import Amount, Body, amount, limits
from ferrata.dosing.giving import given as give
from ferrata.dosing.giving import off_text, portion_text, strengths
from ferrata.dosing.portions import (
    MOST_PIECES,
    combinations,
    highest,
    lowest,
    nearest,
    portion,
    simplest,
)
from ferrata.guideline.actions import dose_of, treatment_of
from ferrata.guideline.doses import Dose, Form, Product
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import Quantity, between, mg, mL

TABLETS = SIROLIMUS[:3]
SOLUTION = SIROLIMUS[3:]


def declared() -> tuple[tuple[str, Dose], ...]:
    """Every dose that any guideline declares, with its treatment's id."""
    found = {
        (treatment.id, dose): None
        for guideline in GUIDELINES
        for rule in (*guideline.steps, *guideline.recommendations)
        for action in rule.do
        if (dose := dose_of(action)) is not None and (treatment := treatment_of(action)) is not None
    }
    return tuple(found)


DOSES = declared()


# ---------------------------------------------------------------- pieces


def brute(products: tuple[Product, ...], most: int) -> dict[Decimal, tuple[Product, ...]]:
    """Every amount with its fewest pieces, strongest first, by trying all."""
    ordered = sorted(products, key=lambda one: -one.step_mass)
    found: dict[Decimal, tuple[Product, ...]] = {}
    for count in range(1, most + 1):
        for used in combinations_with_replacement(ordered, count):
            found.setdefault(sum((one.step_mass for one in used), Decimal(0)), used)
    return found


@pytest.mark.parametrize(
    "products", [TABLETS, MYCOPHENOLATE[:2], HYDROXYCHLOROQUINE, PREDNISONE[2:6]]
)
def test_pieces_make_what_trying_all_makes(products: tuple[Product, ...]):
    """The same amounts, each with the fewest pieces, the strongest first."""
    for milligrams, used in brute(products, MOST_PIECES).items():
        made = portion(milligrams, products)
        assert made is not None
        assert made.milligrams == milligrams
        assert [one for one, count in made.parts for _ in range(int(count))] == list(used)


@given(st.fractions(0, 25), st.fractions(0, 25), st.fractions(0, 25))
def test_nearest_is_nearest(target: Fraction, one: Fraction, other: Fraction):
    """Of all that pieces make in the bounds, the lower of two as near."""
    low, high = sorted((one, other))
    made = nearest(target, low, high, TABLETS)
    inside = [Fraction(each) for each in brute_amounts() if low <= each <= high]
    if not inside:
        assert made is None
        return
    assert made is not None
    assert Fraction(made.milligrams) == min(inside, key=lambda each: (abs(each - target), each))
    ends = lowest(low, high, TABLETS), highest(low, high, TABLETS)
    assert [None if each is None else each.milligrams for each in ends] == [
        min(inside),
        max(inside),
    ]


_AMOUNTS = tuple(brute(TABLETS, MOST_PIECES))


def brute_amounts() -> tuple[Decimal, ...]:
    """All that tablets of 0.5, 1 and 2 mg make."""
    return _AMOUNTS


@given(st.fractions(0, 60), st.fractions(0, 60), st.fractions(0, 60))
def test_a_liquid_is_measured_in_whole_steps_between_its_volumes(
    target: Fraction, one: Fraction, other: Fraction
):
    """1 mg/mL from 0.2 to 30 mL in tenths."""
    low, high = sorted((one, other))
    made = nearest(target, low, high, SOLUTION)
    tenths = [Fraction(each, 10) for each in range(2, 301) if low <= Fraction(each, 10) <= high]
    if not tenths:
        assert made is None
        return
    assert made is not None
    assert Fraction(made.milligrams) == min(tenths, key=lambda each: (abs(each - target), each))
    assert portion(made.milligrams, SOLUTION) == made


def test_a_part_of_a_piece_is_given_only_where_the_product_has_one():
    """Half of a tablet with a score, and no half of sirolimus."""
    scored = replace(PREDNISONE[2], step=Decimal("0.5"))
    half = portion(Decimal("2.5"), (scored,))
    assert half is not None
    assert portion_text(half) == "0.5 x 5 mg tablet"
    assert portion(Decimal("7.5"), (scored,)) is not None
    assert portion(Decimal("0.25"), TABLETS) is None
    assert portion(Decimal("1.75"), TABLETS) is None


def test_pieces_are_combined_and_liquids_are_not():
    """One bottle a dose."""
    stronger = replace(PREDNISONE[6], id="stronger", strength=5 * mg / mL)
    made = list(combinations((*PREDNISONE, stronger)))
    assert made == [PREDNISONE[:6], PREDNISONE[6:7], (stronger,)]


def test_the_simplest_portion_of_a_range_has_the_fewest_pieces():
    """20 mg is one tablet, 18.5 mg are four."""
    made = simplest(Fraction("18.4"), Fraction("36.8"), PREDNISONE[:6])
    assert made is not None
    assert portion_text(made) == "1 x 20 mg tablet"
    assert simplest(Fraction(1), Fraction(2), SOLUTION) is None


# ---------------------------------------------------------------- every dose, body, site


@st.composite
def sites(draw: st.DrawFn) -> Site:
    """A site with each parameter anywhere in its allowed range."""
    set_ = {
        one.id: Quantity(
            draw(st.decimals(one.allowed.low, one.allowed.high, places=2)), one.allowed.unit
        )
        for one in RECONCILED.parameters
    }
    return Site(RECONCILED.parameters, set_)


def check(dose: Dose, found: Amount, site: Site, products: tuple[Product, ...], m2: Decimal | None):
    """Every portion within the bounds, or a refusal with a reason."""
    limit = limits(dose, site)
    for row in give(dose, found, products, m2):
        assert bool(row.portions) != (row.refused is not None)
        for one in (*row.portions, *(() if row.simplest is None else (row.simplest,))):
            each = Fraction(one.milligrams)
            assert each > 0
            low, high = found.per_dose
            if found.low == found.high and dose.least is None:
                share = Fraction(limit.tolerance)
                low, high = low * (1 - share), high * (1 + share)
            assert low <= each <= high
            for top in (limit.cap, limit.stop):
                assert top is None or each * found.divided <= top
            pieces = sum(count for product, count in one.parts if product.form.counted)
            assert pieces <= MOST_PIECES
            total = sum(
                Fraction(product.step_mass) / Fraction(product.step) * Fraction(count)
                for product, count in one.parts
            )
            assert total == each
            for product, count in one.parts:
                assert count % product.step == 0
                assert product.form.suits(dose.route)
                assert product.least_surface is None or (
                    m2 is not None and m2 >= product.least_surface
                )
                assert product.volumes is None or count in product.volumes


@pytest.mark.hazard("H05")
@pytest.mark.hazard("H07")
@settings(max_examples=300)
@given(
    st.sampled_from(DOSES),
    st.decimals("2.2", "150", places=3),
    st.decimals("36", "215", places=1),
    sites(),
)
def test_rounding_to_products_never_crosses_a_bound(
    which: tuple[str, Dose], weight: Decimal, height: Decimal, site: Site
):
    """Every declared dose, body and site value: in bounds, under the cap, not zero; or refused."""
    id, dose = which
    body = Body(weight, height)
    found = amount(dose, body, limits(dose, site))
    if isinstance(found, Amount):
        products = tuple(one for one in PRODUCTS if one.treatment.id == id)
        check(dose, found, site, products, body.surface)


@pytest.mark.hazard("H05")
@pytest.mark.parametrize("which", DOSES, ids=lambda one: f"{one[0]}-{one[1].low}")
def test_rounding_on_the_grid_of_surfaces(which: tuple[str, Dose]):
    """Each 0.01 m2 from 0.2 to 2.5 (at 144 cm, kg are 25 times its square), every product."""
    id, dose = which
    site = RECONCILED.site()
    products = tuple(one for one in PRODUCTS if one.treatment.id == id)
    computed = 0
    for hundredths in range(20, 251):
        m2 = Decimal(hundredths) / 100
        body = Body(25 * m2 * m2, Decimal(144))
        assert body.surface == m2
        found = amount(dose, body, limits(dose, site))
        if isinstance(found, Amount):
            computed += 1
            check(dose, found, site, products, m2)
    assert computed > 100


# ---------------------------------------------------------------- refusals say what would fit


def reasons(
    products: tuple[Product, ...], dose: Dose, weight: str, height: str = "144"
) -> list[str]:
    """Why products do not fit."""
    body = Body(Decimal(weight), Decimal(height))
    found = amount(dose, body, limits(dose, RECONCILED.site()))
    assert isinstance(found, Amount)
    return [str(one.refused) for one in give(dose, found, products, body.surface) if one.refused]


def dose_for(id: str) -> Dose:
    """The first dose of a treatment."""
    return next(dose for treatment, dose in DOSES if treatment == id)


def test_a_dose_below_the_smallest_piece_is_refused():
    """2.5 mg/m2 x 0.6 m2 = 1.5 mg; only tablets of 2 mg at hand."""
    assert reasons(TABLETS[2:], dose_for("sirolimus"), "9") == [
        "the smallest piece holds 2 mg: more than 1.35 to 1.65 mg"
    ]


def test_a_gap_between_pieces_names_both_sides():
    """Capsules of 250 mg around 835.2 mg."""
    assert reasons(MYCOPHENOLATE[:1], dose_for("mycophenolate"), "45", "155") == [
        "pieces give 750 mg and 1000 mg, nothing from 751.68 to 918.72 mg"
    ]


def test_too_many_pieces_are_refused():
    """60 mg as tablets of 2.5 mg would be 24."""
    dose = next(one for id, one in DOSES if id == "prednisone" and one.low == one.high)
    assert reasons(PREDNISONE[1:2], dose, "30") == ["more than 10 pieces for 54 to 60 mg"]


def test_a_surface_that_is_not_known_does_not_let_a_capsule_through():
    """E041 gives it from 1.25 m2 on."""
    dose = dose_for("mycophenolate")
    found = amount(dose, Body(Decimal(40), Decimal(150)), limits(dose, RECONCILED.site()))
    assert isinstance(found, Amount)
    rows = give(dose, found, MYCOPHENOLATE[:1], None)
    assert "the body surface is not known" in str(rows[0].refused)


def test_a_route_has_its_own_forms():
    """No vial by mouth and no tablet into a vein."""
    assert {one for one in Form if one.suits(dose_for("sirolimus").route)} == set(Form) - {
        Form.INJECTION
    }
    assert {one for one in Form if one.suits(dose_for("rituximab").route)} == {Form.INJECTION}
    injected = replace(SOLUTION[0], form=Form.INJECTION, volumes=between("0.1", 5, mL))
    assert reasons((injected,), dose_for("sirolimus"), "25") == []


@pytest.mark.parametrize(
    ("products", "text"),
    [
        (TABLETS, "0.5, 1, 2 mg tablets"),
        (MYCOPHENOLATE[:2], "250 mg capsule + 500 mg tablet"),
        (SOLUTION, "sirolimus oral solution 1 mg/mL"),
        (FILGRASTIM, "vial of 1 mL, 300 micrograms/mL"),
        (IMMUNOGLOBULIN[:1], "vial of 50 mL, 100 mg/mL"),
    ],
)
def test_products_in_words(products: tuple[Product, ...], text: str):
    """Strengths with their units; micrograms are written out."""
    assert strengths(products) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction("0.0767"), "+7.7 %"),
        (Fraction("-0.0133"), "-1.3 %"),
        (Fraction(0), "0.0 %"),
        (Fraction("-0.0004"), "0.0 %"),
    ],
)
def test_a_difference_in_words(share: Fraction, text: str):
    """With its sign, and none for what rounds to nothing."""
    assert off_text(share) == text
