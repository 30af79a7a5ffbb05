"""From two names and an amount to the equivalent, or to a refusal that says what is known."""

from __future__ import annotations

import re
from decimal import Decimal

import typer

from ferrata.alps.equivalents import EQUIVALENT_NAMES, EQUIVALENTS
from ferrata.dosing.equivalent import NotConverted, converted
from ferrata.dosing.written import written
from ferrata.guideline.units import mg
from ferrata.plan.basis import warranted
from ferrata.plan.equivalence import EQUIVALENT_SCHEMA_VERSION, Equivalent
from ferrata.plan.model import NOTICE
from ferrata.record.messages import refuse
from ferrata.version import VERSION

_AMOUNT = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,4})?) ?(mg|g)")
_LABELS = {one.id: one.label for group in EQUIVALENTS for one in group.members}


def equivalent_to(name: str, amount: str, into: str) -> Equivalent:
    """Return how much of `into` stands for `amount` of `name`.

    Raises:
        Refusal: when no label and no source states it.
    """
    of, other = _substance(name), _substance(into)
    milligrams = _milligrams(amount)
    found = converted(milligrams, of, other, EQUIVALENTS)
    if isinstance(found, NotConverted):
        known = ""
        if found.by is not None:
            ids = " ".join(one.id for one in found.by.warrant)
            known = f" {found.by.support.value.upper()}: {found.by.text} [{ids}]"
        raise refuse(
            f"no amount is computed from {_LABELS[of]} to {_LABELS[other]}: {found.reason}.{known}",
            where="--as",
            why="what is only assumed, remembered or read second-hand never yields a dose",
            do="ask a pharmacist, with the labels of both products",
        )
    return Equivalent(
        schema_version=EQUIVALENT_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        of=_LABELS[of],
        into=_LABELS[other],
        amount=written(found.milligrams, mg),
        arithmetic=found.arithmetic,
        text=found.by.text,
        certainty=found.by.certainty.value,
        warrants=tuple(warranted(one) for one in found.by.warrant),
    )


def _substance(name: str) -> str:
    found = EQUIVALENT_NAMES.get(" ".join(name.lower().split()))
    if found is None:
        known = ", ".join(_LABELS)
        raise typer.BadParameter(f"no equivalent of {name!r} is known; there are: {known}")
    return found


def _milligrams(amount: str) -> Decimal:
    matched = _AMOUNT.fullmatch(amount.strip())
    if matched is None or not Decimal(matched[1]):
        raise typer.BadParameter(
            f"{amount!r} is no amount; write digits, at most one point, and mg or g: 20mg"
        )
    return Decimal(matched[1]) * (1000 if matched[2] == "g" else 1)
