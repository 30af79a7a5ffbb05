"""The body that a plan's doses are reckoned from, held against its age first (A260 to A263)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ferrata.dosing.amount import Body
from ferrata.dosing.growth import BodyCheck, Level, body_checks, stale, stale_height
from ferrata.guideline.derivations import Measured
from ferrata.guideline.events import DAY
from ferrata.guideline.features import Feature, Measurement
from ferrata.guideline.values import Between, Known
from ferrata.plan.advise import Bench
from ferrata.plan.words import value_text

_Age = tuple[int, int]
_Earlier = tuple[tuple[int, Decimal], ...]


def body_of(bench: Bench) -> Body:
    """Return weight and height, or why each gives no dose: unknown, too old, or hardly a body's.

    What is only asked about gives no dose here either: nobody can confirm it in a plan.
    """
    guideline, facts = bench.guideline, bench.facts
    weight, height = _value(bench, guideline.weight), _value(bench, guideline.height)
    age = _age(bench)
    doubts = tuple(_doubts(bench, weight, height, age))
    if doubts:
        return Body("; ".join(doubts), "; ".join(doubts))
    for feature, speaks in ((guideline.weight, stale), (guideline.height, _stale_height)):
        found = None if feature is None else facts.value(feature)
        if isinstance(found, Known) and found.day is not None:
            old = speaks(facts.on - found.day, age, on_steroids=None)
            weight = old if old and feature is guideline.weight else weight
            height = old if old and feature is guideline.height else height
    return Body(weight, height)


def _doubts(
    bench: Bench, weight: Decimal | str, height: Decimal | str, age: _Age | None
) -> Iterator[str]:
    """What a clinician would ask about weight and height before giving a dose."""
    sex = _named(bench, "sex")
    recorded = None if sex is None else bench.facts.value(sex)
    for one in _checks(
        weight if isinstance(weight, Decimal) else None,
        height if isinstance(height, Decimal) else None,
        age,
        str(recorded.value) if isinstance(recorded, Known) else None,
        tuple(_earlier(bench)),
    ):
        if one.level is not Level.FINE:
            hint = f"; {one.hint}" if one.hint else ""
            yield f"{one.text}{hint}: measure again [{' '.join(one.warrants)}]"


@lru_cache(maxsize=64)
def _checks(
    weight: Decimal | None,
    height: Decimal | None,
    age: _Age | None,
    sex: str | None,
    earlier: _Earlier,
) -> tuple[BodyCheck, ...]:
    return body_checks(weight_kg=weight, height_cm=height, age_days=age, sex=sex, earlier=earlier)


def _value(bench: Bench, feature: Measurement | None) -> Decimal | str:
    if feature is None:
        return "not part of this guideline"
    value = bench.facts.value(feature)
    if isinstance(value, Known) and isinstance(value.value, Decimal):
        return value.value
    return value_text(feature, value)


def _age(bench: Bench) -> _Age | None:
    feature = _named(bench, "age")
    match None if feature is None else bench.facts.value(feature):
        case Known(Decimal() as days):
            return int(days), int(days)
        case Between(low, high):
            return int(low), int(high)
        case _:
            return None


def _named(bench: Bench, name: str) -> Feature | None:
    case = bench.guideline.vocabularies[0]
    return next((one for one in case.features if one.name == name), None)


def _stale_height(days: int, age: _Age | None, *, on_steroids: bool | None) -> str | None:
    del on_steroids  # a height does not change with them within its time
    return stale_height(days, age)


def _earlier(bench: Bench) -> Iterator[tuple[int, Decimal]]:
    """The weights on record before the one that counts: how many days before it, and kg."""
    feature = bench.guideline.weight
    found = None if feature is None else bench.facts.value(feature)
    if feature is None or not isinstance(feature.derived, Measured):
        return
    if not isinstance(found, Known) or found.day is None:
        return
    for one in bench.facts.events.observations.get(feature.derived.analyte.id, ()):
        before = found.day - one.when.last // DAY
        if before > 0 and one.low is not None and one.low == one.high and one.low > 0:
            yield before, one.low
