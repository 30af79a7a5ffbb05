"""Values and conditions in words."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Criterion,
    Is,
    IsKnown,
    Not,
    Relate,
)
from ferrata.guideline.features import Feature, Measurement
from ferrata.guideline.parameters import Parameter, Site
from ferrata.guideline.units import plain
from ferrata.guideline.values import Between, FeatureValue, Known, Unknown
from ferrata.interpret.evaluate import Because, Judgement
from ferrata.plan.model import Reason, Seen

_EPOCH = date(1970, 1, 1)


def day_text(day: int | None) -> str | None:
    """Return day `day` since 1970-01-01 as an ISO date."""
    return None if day is None else (_EPOCH + timedelta(days=day)).isoformat()


def unit_text(feature: Feature) -> str:
    """Return the unit of a measurement as it follows a number: " g/dL", "/uL", "" for a count."""
    if not isinstance(feature, Measurement) or feature.unit.code == "1":
        return ""
    code = feature.unit.code
    return code if code.startswith("/") else f" {_DAYS.get(code, code)}"


_DAYS = {"d": "days"}


def value_text(feature: Feature, value: FeatureValue) -> str:
    """Return `value` in words, without its date."""
    match value:
        case Known(known):
            if isinstance(known, Decimal):
                if unit_text(feature) == " days" and known >= 730:
                    return f"{known * 400 / 146_097:.1f} years"
                return f"{_grouped(plain(known))}{unit_text(feature)}"
            if isinstance(known, str):
                return known.replace("-", " ")
            return "yes" if known else "no"
        case Between(low, high):
            return f"{_grouped(plain(low))} to {_grouped(plain(high))}{unit_text(feature)}"
        case Unknown(reason):
            return f"unknown: {reason}"


def _grouped(number: str) -> str:
    whole, _, rest = number.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    spaced = f"{int(digits):,}" if len(digits) > 4 else digits
    return sign + spaced + (f".{rest}" if rest else "")


def seen(feature: Feature, value: FeatureValue) -> Seen:
    """Return what a reason shows of a value."""
    unknown = isinstance(value, Unknown)
    return Seen(
        label=feature.label,
        value=value_text(feature, value),
        known=not unknown,
        date=day_text(value.last_day if unknown else value.day),
    )


def condition_text(condition: Condition, site: Site) -> str:
    """Return a condition in words: short for a criterion, spelled out for the rest."""
    match condition:
        case Criterion(title, _, _):
            return title
        case Compare(feature, operator, threshold):
            number = site[threshold] if isinstance(threshold, Parameter) else threshold
            return f"{feature.label} {operator} {_grouped(plain(number))}{unit_text(feature)}"
        case Relate(left, operator, factor, right, offset):
            line = right.label if factor == 1 else f"{plain(factor)} x {right.label}"
            if offset:
                line += f" {'+' if offset > 0 else '-'} {plain(abs(offset))}{unit_text(right)}"
            return f"{left.label} {operator} {line}"
        case Is(feature, options):
            return f"{feature.label}: {' or '.join(one.replace('-', ' ') for one in options)}"
        case IsKnown(feature):
            return f"{feature.label} is known"
        case AllOf(parts):
            return " and ".join(_bracketed(part, site) for part in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(part, site) for part in parts)
        case AtLeast(count, parts):
            listed = "; ".join(condition_text(part, site) for part in parts)
            return f"at least {count} of: {listed}"
        case Not(part):
            return f"not ({condition_text(part, site)})"
        case finding:
            return finding.label


def _bracketed(part: Condition, site: Site) -> str:
    """A part of a list in words, in brackets if it holds an "and" or an "or" of its own."""
    text = condition_text(part, site)
    several = isinstance(part, AllOf | AnyOf) and len(part.parts) > 1
    return f"({text})" if several or (isinstance(part, Is) and len(part.options) > 1) else text


def reasons(judgement: Judgement, site: Site) -> tuple[Reason, ...]:
    """Return the leaves that settle a judgement, each once, with the values they saw."""
    found: dict[str, Reason] = {}
    for because in judgement.because:
        reason = _leaf(because, site)
        found.setdefault(f"{reason.text}|{reason.answer}", reason)
    return tuple(found.values())


def _leaf(because: Because, site: Site) -> Reason:
    return Reason(
        text=condition_text(because.condition, site),
        answer=because.answer.value,
        values=tuple(seen(feature, value) for feature, value in because.values),
    )


def titled(title: str, judgement: Judgement, site: Site, warrants: tuple[str, ...]) -> Reason:
    """Return a reason with a title of its own over the values that settle it."""
    values = {one.label: one for reason in reasons(judgement, site) for one in reason.values}
    return Reason(
        text=title,
        answer=judgement.answer.value,
        values=tuple(values.values()),
        warrants=warrants,
    )


def age_text(days: FeatureValue) -> str:
    """Return an age in years, or months below two years."""
    if not isinstance(days, Known):
        return "age unknown"
    number = int(cast("int", days.value))
    years = number * 400 // 146_097
    if years >= 2:
        return f"{years} years"
    return f"{number * 4800 // 146_097} months"
