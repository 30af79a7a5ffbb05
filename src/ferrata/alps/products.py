"""What doses are given as: an example list of common products, which a site replaces (A250)."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.concepts import Drug
from ferrata.alps.sources import warrant
from ferrata.guideline.doses import Form, Product
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.units import Quantity, between, mg, mL, ug

_WHOLE = Decimal(1)
_WHOLE_BY_LABEL = (Drug.SIROLIMUS, Drug.MYCOPHENOLATE, Drug.HYDROXYCHLOROQUINE)
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_BY_MOUTH = between("0.2", 30, mL)
_UNDER_THE_SKIN = between("0.05", 1, mL)
_INTO_A_VEIN = between("0.2", 2000, mL)


def _piece(
    treatment: Treatment,
    form: Form,
    strength: Quantity,
    *more: Warrant,
    least_surface: Decimal | None = None,
) -> Product:
    return Product(
        id=f"{treatment.id}-{strength.value}",
        treatment=treatment,
        name=f"{treatment.label} {strength} {form.value}",
        form=form,
        strength=strength,
        step=_WHOLE,
        warrant=(*warrant("A250", "A252"), *more),
        least_surface=least_surface,
        whole=treatment in _WHOLE_BY_LABEL,
    )


def _by_mouth(treatment: Treatment, id: str, name: str, strength: Quantity) -> Product:
    return Product(
        id=id,
        treatment=treatment,
        name=f"{treatment.label} {name}",
        form=Form.LIQUID,
        strength=strength,
        step=_TENTH,
        warrant=warrant("A250", "A253"),
        volumes=_BY_MOUTH,
    )


def _vial(
    treatment: Treatment, id: str, strength: Quantity, contains: int, step: Decimal = _TENTH
) -> Product:
    return Product(
        id=id,
        treatment=treatment,
        name=treatment.label,
        form=Form.INJECTION,
        strength=strength,
        step=step,
        warrant=warrant("A250", "A253"),
        volumes=_INTO_A_VEIN,
        contains=Decimal(contains),
    )


PREDNISONE = (
    *(
        _piece(Drug.PREDNISONE, Form.TABLET, Decimal(one) * mg)
        for one in ("1", "2.5", "5", "10", "20", "50")
    ),
    _by_mouth(Drug.PREDNISONE, "prednisone-solution", "oral solution", 1 * mg / mL),
)

METHYLPREDNISOLONE = (
    _vial(Drug.METHYLPREDNISOLONE, "methylprednisolone-40", 40 * mg / mL, 1),
    _vial(Drug.METHYLPREDNISOLONE, "methylprednisolone-125", Decimal("62.5") * mg / mL, 2),
    _vial(Drug.METHYLPREDNISOLONE, "methylprednisolone-500", 125 * mg / mL, 4),
    _vial(Drug.METHYLPREDNISOLONE, "methylprednisolone-1000", 125 * mg / mL, 8),
)

MYCOPHENOLATE = (
    _piece(
        Drug.MYCOPHENOLATE,
        Form.CAPSULE,
        250 * mg,
        *warrant("E041"),
        least_surface=Decimal("1.25"),
    ),
    _piece(
        Drug.MYCOPHENOLATE,
        Form.TABLET,
        500 * mg,
        *warrant("E041"),
        least_surface=Decimal("1.5"),
    ),
    _by_mouth(Drug.MYCOPHENOLATE, "mycophenolate-suspension", "oral suspension", 200 * mg / mL),
)

SIROLIMUS = (
    *(_piece(Drug.SIROLIMUS, Form.TABLET, Decimal(one) * mg) for one in ("0.5", "1", "2")),
    _by_mouth(Drug.SIROLIMUS, "sirolimus-solution", "oral solution", 1 * mg / mL),
)

HYDROXYCHLOROQUINE = (_piece(Drug.HYDROXYCHLOROQUINE, Form.TABLET, 200 * mg),)

FILGRASTIM = (
    Product(
        id="filgrastim-300",
        treatment=Drug.FILGRASTIM,
        name=Drug.FILGRASTIM.label,
        form=Form.INJECTION,
        strength=300 * ug / mL,
        step=_HUNDREDTH,
        warrant=warrant("A250", "A253"),
        volumes=_UNDER_THE_SKIN,
        contains=Decimal(1),
    ),
)

RITUXIMAB = tuple(
    _vial(Drug.RITUXIMAB, f"rituximab-{10 * one}", 10 * mg / mL, one, _WHOLE) for one in (10, 50)
)

IMMUNOGLOBULIN = tuple(
    _vial(Drug.IMMUNOGLOBULIN, f"immunoglobulin-{one // 10}g", 100 * mg / mL, one, _WHOLE)
    for one in (50, 100, 200)
)

PRODUCTS = (
    *PREDNISONE,
    *METHYLPREDNISOLONE,
    *MYCOPHENOLATE,
    *SIROLIMUS,
    *HYDROXYCHLOROQUINE,
    *FILGRASTIM,
    *RITUXIMAB,
    *IMMUNOGLOBULIN,
)
"""Every product of the example list, by treatment."""
