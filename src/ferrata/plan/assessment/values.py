"""Values in words, bounds as what they are: at least, at most, below."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from ferrata.guideline.features import Feature, Measurement
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import SMALLEST_STEP, Range, plain
from ferrata.guideline.values import Between, FeatureValue, Known
from ferrata.interpret.evaluate import Judgement
from ferrata.plan.model import Reason, Seen
from ferrata.plan.words import condition_text, seen, unit_text

_CENTS = Decimal("0.01")


def reasons(judgement: Judgement, site: Site) -> tuple[Reason, ...]:
    """Return the leaves that settle a judgement or leave it open, each once, with their values."""
    found: dict[str, Reason] = {}
    for because in judgement.because:
        text = condition_text(because.condition, site)
        found.setdefault(
            f"{text}|{because.answer.value}",
            Reason(
                text=text,
                answer=because.answer.value,
                values=tuple(_seen(feature, value) for feature, value in because.values),
            ),
        )
    return tuple(found.values())


def _seen(feature: Feature, value: FeatureValue) -> Seen:
    said = seen(feature, value)
    words = feature_text(feature, value)
    return (
        said if words is None else Seen(label=said.label, value=words, known=True, date=said.date)
    )


def feature_text(feature: Feature, value: FeatureValue) -> str | None:
    """Return a number or an interval in words; None for what is neither."""
    if not isinstance(feature, Measurement):
        return None
    unit = unit_text(feature)
    match value:
        case Known(Decimal() as number):
            return f"{_short(number)}{unit}"
        case Between(low, high):
            return f"{interval(low, high, feature.plausible)}{unit}"
        case _:
            return None


def interval(low: Decimal, high: Decimal, plausible: Range) -> str:
    """Return what is known of a number between two bounds."""
    if low == high:
        return _short(low)
    if low == plausible.low and high == plausible.high:
        return "anything"
    if high == plausible.high:
        return f"at least {_short(low)}"
    whole = high + SMALLEST_STEP
    below = whole == whole.to_integral_value() and high != high.to_integral_value()
    most = f"below {plain(whole)}" if below else f"at most {_short(high)}"
    return most if low == plausible.low else f"{_short(low)} to {most.removeprefix('at most ')}"


def _short(number: Decimal) -> str:
    """Two decimals are enough to read; they are cut, so that no threshold seems reached."""
    cut = number.quantize(_CENTS, rounding=ROUND_DOWN)
    return plain(number if cut == number else cut)
