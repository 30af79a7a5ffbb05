"""Whether the weight and height that a plan reckons from are fresh and those of such a body."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from ferrata.dosing.growth import BodyCheck, Level, body_checks, stale, stale_height
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.values import Between, Known
from ferrata.interpret.derive import Derived

_checked = lru_cache(maxsize=64)(body_checks)


def doubts(guideline: Guideline, facts: Derived) -> tuple[str | None, tuple[str, ...]]:
    """Return why weight or height gives no dose, and what is asked about them.

    Nothing is judged under a guideline that does not say which feature is the age.
    """
    if guideline.age is None:
        return None, ()
    age = None
    match facts.value(guideline.age):
        case Known(Decimal() as days):
            age = int(days), int(days)
        case Between(low, high):
            age = int(low), int(high)
        case _:
            pass
    sex = None if guideline.sex is None else facts.value(guideline.sex)
    weight, weighed = _known(guideline.weight, facts)
    height, measured = _known(guideline.height, facts)
    old = (
        None if weighed is None else stale(weighed, age, on_steroids=None),
        None if measured is None else stale_height(measured, age),
    )
    for reason in old:
        if reason is not None:
            return reason, ()
    checks = _checked(
        weight_kg=weight,
        height_cm=height,
        age_days=age,
        sex=str(sex.value) if isinstance(sex, Known) else None,
    )
    hint = next((f"; {one.hint}" for one in checks if one.hint), "")
    refused = next((one for one in checks if one.level is Level.REFUSE), None)
    asked = tuple(_said(one, hint) for one in checks if one.level is Level.ASK)
    return (None if refused is None else _said(refused, hint)), asked


def _known(feature: Feature | None, facts: Derived) -> tuple[Decimal | None, int | None]:
    """A measure, and how many days old it is."""
    found = None if feature is None else facts.value(feature)
    if not isinstance(found, Known) or not isinstance(found.value, Decimal):
        return None, None
    return found.value, None if found.day is None else facts.on - found.day


def _said(one: BodyCheck, hint: str) -> str:
    return f"measure again: {one.text}{hint} [{' '.join(one.warrants)}]"
