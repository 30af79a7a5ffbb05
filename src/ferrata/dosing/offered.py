"""What the code offers to a body of a given size: for proofs, which know sizes and no patients."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from ferrata.dosing.amount import Body, Limits, NotComputed, amount
from ferrata.dosing.body import Formula
from ferrata.dosing.giving import given
from ferrata.guideline.doses import Basis, Dose, Product
from ferrata.guideline.parameters import Parameter

_HEIGHT = Decimal(100)
_GRAM = Decimal("0.001")


def offered(
    dose: Dose, products: tuple[Product, ...], size: Decimal, settings: Mapping[Parameter, Decimal]
) -> tuple[Fraction, ...]:
    """Return the milligrams of one dose that `products` offer; none where it is refused.

    `size` is in kg or, where the dose is per m2, in m2 to 0.001: a body of that surface is 100 cm
    high, whatever that looks like. `settings` are what the site sets; another limit is no limit.
    """
    cap, stop, off = (
        None if one is None else settings.get(one) for one in (dose.cap, dose.stop, dose.tolerance)
    )
    surface = size if dose.basis is Basis.SURFACE else None
    # Mosteller: the surface is the root of weight x height / 3600.
    weight = size if surface is None else (surface * surface * 3600 / _HEIGHT).quantize(_GRAM)
    found = amount(
        dose,
        Body(weight, _HEIGHT, Formula.MOSTELLER),
        Limits(cap, stop, (off or Decimal(0)) / 100),
    )
    if isinstance(found, NotComputed):
        return ()
    made = given(dose, found, products, surface)
    return tuple(Fraction(one.milligrams) for way in made for one in way.portions)
