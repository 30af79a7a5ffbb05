"""Doses within bounds: proved where the code keeps what is declared, and refused where it does not.

A mistake is put into the code that computes, into the declaration, or into the products; the
theorem has to find each of them.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.prove.itp import ENTRY, RULES, STEROID, Case, because, guideline

from ferrata.dosing.offered import offered
from ferrata.guideline.actions import Consider, Give
from ferrata.guideline.doses import Dose, Form, Product, Repeat, Route
from ferrata.guideline.features import Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Parameter, parameter
from ferrata.guideline.units import Range, between, day, kg, m2, mg, mL, percent, plain, week
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret.prove import Compute, Formulary, Outcome, Theorem, Verdict
from ferrata.interpret.prove.bounds import Bounds
from ferrata.interpret.prove.doses import dose_verdicts, refused
from ferrata.interpret.prove.portions import gaps, masses, segments
from ferrata.interpret.prove.solver import Bool, Logic, Model, Real, Undecided

CAP = parameter("cap", "Most", 60 * mg / day, between(20, 80, mg / day), because)
STOP = parameter("stop", "Hard stop", 70 * mg / day, between(65, 80, mg / day), because)
OFF = parameter("off", "Rounding", 10 * percent, between(0, 15, percent), because)


class Body(CaseFeatures):
    weight = Measurement("Body weight", kg, between(2, 150, kg))


def tablet(strength: str, step: str = "1", least_surface: str | None = None) -> Product:
    return Product(
        f"tablet-{strength}",
        STEROID,
        f"tablet {strength} mg",
        Form.TABLET,
        Decimal(strength) * mg,
        Decimal(step),
        because,
        least_surface=None if least_surface is None else Decimal(least_surface),
    )


TABLETS = (tablet("1"), tablet("5"), tablet("20"))
SYRUP = Product(
    "syrup",
    STEROID,
    "syrup",
    Form.LIQUID,
    3 * mg / mL,
    Decimal("0.1"),
    because,
    volumes=between("0.2", 20, mL),
)
DRIP = Product("drip", STEROID, "drip", Form.INJECTION, 40 * mg / mL, Decimal("0.1"), because)
RANGE = Dose(1 * mg / kg / day, 2 * mg / kg / day, Route.ORAL, cap=CAP)
POINT = Dose(
    60 * mg / m2 / day, 60 * mg / m2 / day, Route.ORAL, divided=2, cap=CAP, stop=STOP, tolerance=OFF
)


def giving(dose: Dose, *more: Dose) -> Guideline:
    """A guideline whose first step gives these."""
    step = replace(
        ENTRY,
        do=tuple(Give(STEROID, "give", because, one) for one in (dose, *more)),
    )
    return replace(guideline(step, *(one for one in RULES if one is not ENTRY)), weight=Body.weight)


def verdicts(
    dose: Dose, products: tuple[Product, ...], compute: Compute = offered, timeout: float = 10
) -> tuple[Verdict, ...]:
    held = Formulary(products, 10, Range(Decimal("0.15"), Decimal("2.6"), m2))
    return tuple(dose_verdicts(giving(dose), held, compute, timeout))


def only(*made: Verdict) -> Verdict:
    (one,) = made
    assert one.theorem is Theorem.DOSE
    return one


# ---------------------------------------------------------------- what is declared well is proved


@pytest.mark.hazard("H05")
@pytest.mark.parametrize(
    ("dose", "products", "refused_sizes"),
    [
        # 1 mg is the smallest tablet: nothing for bodies under 0.5 kg, and none of those is here.
        (RANGE, TABLETS, "for no size"),
        # 20 mL x 3 mg/mL = 60 mg: enough for every cap up to 60 mg.
        (RANGE, (SYRUP,), "for no size"),
        # 60 mg/m2 in two doses of 5 mg: 10/66 to 10/54 m2; of 10 mg: 20/66 to 20/54 m2.
        (POINT, (tablet("5"),), "0.185185 to 0.30303"),
        # 20 mg twice is 40 mg a day: 40/66 to 40/54 m2; 40 mg twice is above every cap.
        (POINT, (tablet("20"),), "0.15 to 0.606061, 0.740741 to 2.6 m2"),
        (POINT, (SYRUP,), "for no size"),
        # A flat dose knows no sizes.
        (Dose(20 * mg / day, 40 * mg / day, Route.ORAL), TABLETS, "one size is never refused"),
        # A single dose, twice to three times a week, by vein.
        (
            Dose(1 * mg / kg, 2 * mg / kg, Route.INTRAVENOUS, repeat=Repeat(2, 3, week)),
            (DRIP,),
            "for no size",
        ),
        # At least 20 mg a day, in pieces of 20 mg, up to 2 mg/kg: from 10 kg on.
        (replace(RANGE, least=20 * mg / day), (tablet("20"),), "2 to 10 kg"),
        # Ten vials of 2 mL hold 800 mg: less than 9 mg/kg above 88.9 kg.
        (
            Dose(10 * mg / kg / day, 10 * mg / kg / day, Route.INTRAVENOUS, tolerance=OFF),
            (replace(DRIP, contains=Decimal(2)),),
            "88.888889 to 150 kg",
        ),
        # A hard stop without a cap: 2 mg/kg is more than 70 mg above 35 kg.
        (replace(RANGE, cap=None, stop=STOP), TABLETS, "35 to 150 kg"),
    ],
)
def test_a_dose_stays_within_its_bounds(
    dose: Dose, products: tuple[Product, ...], refused_sizes: str
):
    """For every body and every allowed site; what is refused at the defaults is worked by hand."""
    found = only(*verdicts(dose, products))
    assert found.outcome is Outcome.PROVED, found
    assert refused_sizes in found.detail


def test_each_way_to_give_a_dose_is_proved_alone():
    """All tablets together, each liquid by itself; what does not suit the route is left out."""
    found = verdicts(RANGE, (*TABLETS, SYRUP, DRIP))
    assert [one.subject.partition(" as ")[2] for one in found] == [
        "tablet-1, tablet-5, tablet-20",
        "syrup",
    ]


def test_the_same_amount_is_proved_once():
    """How long it is given does not change how much; a Consider counts like a Give."""
    longer = replace(RANGE, days=between(7, 7, day), then="taper")
    made = giving(RANGE, longer)
    considered = replace(ENTRY, do=(Consider(STEROID, "think", because, RANGE),))
    held = Formulary(TABLETS, 10, between("0.15", "2.6", m2))
    assert len(tuple(dose_verdicts(made, held, offered, 10))) == 1
    other = replace(
        guideline(considered, *(one for one in RULES if one is not ENTRY)), weight=Body.weight
    )
    assert len(tuple(dose_verdicts(other, held, offered, 10))) == 1


def test_a_product_is_for_bodies_above_its_least_surface():
    """Below it there is nothing: 250 mg from 1.25 m2 on."""
    dose = Dose(600 * mg / m2 / day, 600 * mg / m2 / day, Route.ORAL, tolerance=OFF)
    products = (tablet("250", least_surface="1.25"), tablet("500", least_surface="1.5"))
    found = only(*verdicts(dose, products))
    assert found.outcome is Outcome.PROVED
    assert "0.15 to 1.25" in found.detail


# ---------------------------------------------------------------- what is wrong is found


def breaking(change: Fraction) -> Compute:
    """Code that is off by a factor."""

    def compute(
        dose: Dose, products: tuple[Product, ...], size: Decimal, site: Mapping[Parameter, Decimal]
    ) -> tuple[Fraction, ...]:
        return tuple(one * change for one in offered(dose, products, size, site))

    return compute


@pytest.mark.hazard("H05")
@pytest.mark.parametrize(
    "factor", [Fraction(2), Fraction(10), Fraction(1, 2), Fraction(1001, 1000)]
)
def test_code_that_gives_something_else_than_declared_is_not_proved(factor: Fraction):
    """Twofold, tenfold, half, and a little more."""
    found = only(*verdicts(POINT, (SYRUP,), breaking(factor)))
    assert found.outcome is Outcome.NOT_PROVED
    assert "where the declaration gives" in found.detail


def test_code_that_refuses_what_is_declared_is_not_proved():
    """Nothing at all is no safe answer."""

    def nothing(*_: object) -> tuple[Fraction, ...]:
        return ()

    found = only(*verdicts(RANGE, (SYRUP,), nothing))
    assert found.outcome is Outcome.NOT_PROVED
    assert "the code gives nothing where the declaration gives" in found.detail


def test_code_that_forgets_the_cap_is_not_proved():
    """A body for whom the cap bites is among those that are replayed."""

    def uncapped(
        dose: Dose, products: tuple[Product, ...], size: Decimal, site: Mapping[Parameter, Decimal]
    ) -> tuple[Fraction, ...]:
        return offered(replace(dose, cap=None), products, size, site)

    assert only(*verdicts(RANGE, TABLETS, uncapped)).outcome is Outcome.NOT_PROVED


def test_a_dose_that_no_product_gives_is_not_proved():
    """None of the route, or none that fits anybody."""
    assert "no product" in only(*verdicts(RANGE, (DRIP,))).detail
    found = only(*verdicts(POINT, (tablet("200"),)))
    assert found.outcome is Outcome.NOT_PROVED
    assert found.detail.startswith("vacuous")


def test_without_time_nothing_is_proved():
    """The solver gives up, and that is said."""
    found = only(*verdicts(RANGE, TABLETS, timeout=0))
    assert found.outcome is Outcome.NOT_PROVED
    assert "gave up" in found.detail


class _Careless(Bounds):
    """An encoding in which the portion may pass a bound: what a wrong declaration would be."""

    def _fits(self, mass: Real) -> Bool:
        return self._logic.below(self._logic.fraction(Fraction(0)), mass)


@pytest.mark.parametrize("agrees", [True, False])
def test_a_counterexample_is_replayed_before_it_is_shown(
    monkeypatch: pytest.MonkeyPatch, agrees: bool
):
    """If the code gives the same, it is a counterexample; if not, the encoding is to blame."""
    monkeypatch.setattr("ferrata.interpret.prove.doses.Bounds", _Careless)
    seen: list[Decimal] = []

    class Whatever(tuple[Fraction, ...]):
        """Offers every portion there is."""

        __slots__ = ()

        def __contains__(self, value: object) -> bool:
            return agrees

    def compute(_: Dose, __: tuple[Product, ...], size: Decimal, ___: object) -> Whatever:
        seen.append(size)
        return Whatever()

    found = only(*verdicts(RANGE, TABLETS, compute))
    assert seen
    if agrees:
        assert found.outcome is Outcome.COUNTEREXAMPLE
        assert found.detail.startswith("above the ")
        assert f"at {plain(seen[0])} kg" in found.detail
    else:
        assert found.outcome is Outcome.NOT_PROVED


# ---------------------------------------------------------------- the arithmetic of products


def test_the_masses_of_pieces_are_all_sums_of_so_many():
    """Against a plain enumeration."""
    products = (tablet("1"), tablet("2.5"), tablet("5", "0.5"))
    parts = [Fraction(1), Fraction(5, 2), Fraction(5, 2), Fraction(5)]
    sums = {Fraction(0)}
    for _ in range(3):
        sums |= {one + part for one in sums for part in parts}
    assert masses(products, 3) == tuple(sorted(sums - {0}))


@pytest.mark.parametrize(
    ("covered", "left"),
    [
        ([], [(0, 10)]),
        ([(0, 10)], []),
        ([(2, 4)], [(0, 2), (4, 10)]),
        ([(3, 5), (0, 4), (6, 20)], [(5, 6)]),
        ([(7, 6)], [(0, 10)]),
        ([(12, 15)], [(0, 10), (15, 10)][:1]),
    ],
)
def test_gaps_are_what_is_not_covered(covered: list[tuple[int, int]], left: list[tuple[int, int]]):
    """Also with intervals that overlap, are empty or lie beside."""
    found = gaps(Fraction(0), Fraction(10), [(Fraction(a), Fraction(b)) for a, b in covered])
    assert [tuple(map(int, one)) for one in found] == left


@pytest.mark.parametrize("dose", [RANGE, POINT, replace(RANGE, least=20 * mg / day)])
@pytest.mark.parametrize("products", [TABLETS, (SYRUP,), (tablet("20"),)])
def test_what_is_refused_is_what_the_code_refuses(dose: Dose, products: tuple[Product, ...]):
    """On a grid of bodies at the default settings, borders left out."""
    low, high = (
        (Fraction(2), Fraction(150)) if dose is not POINT else (Fraction("0.15"), Fraction("2.6"))
    )
    left = refused(dose, products, (low, high), 10)
    site = {one: one.default for one in (CAP, STOP, OFF)}
    for step in range(1, 400):
        size = Decimal(str(round(float(low + (high - low) * step / 400), 3)))
        if any(abs(Fraction(size) - border) < Fraction(1, 500) for one in left for border in one):
            continue
        expected = any(start < Fraction(size) < end for start, end in left)
        assert (not offered(dose, products, size, site)) == expected, size


def test_an_encoding_of_nobody_has_no_model():
    """Bodies of one size are one segment, and a solver that gives up says so."""
    (one,) = segments(RANGE, TABLETS, Fraction(10), Fraction(10))
    assert one.last
    bounds = Bounds(Logic(), RANGE, one, 10)
    assert bounds.always
    assert Case.platelets.label  # the guideline around it is whole
    assert not isinstance(Undecided("x"), Model)
