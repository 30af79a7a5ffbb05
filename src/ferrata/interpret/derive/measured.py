"""Latest, lowest, highest value of an analyte in a window; days with a value beyond a threshold."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import DaysWith, Measured, Pick
from ferrata.guideline.events import Observation
from ferrata.guideline.units import Range, quantise
from ferrata.guideline.values import FeatureValue, Reason, Unknown, number
from ferrata.interpret.derive.windows import Span, contenders, newest


def nothing(rows: Sequence[Observation], window: Span, possible: Sequence[Observation]) -> Unknown:
    """Say why no row is certainly inside: only perhaps inside, too old, or never recorded."""
    if possible:
        row = newest(possible)
        return Unknown(Reason.UNDATED, row and row.when.last_day, row.source if row else "")
    old = newest(row for row in rows if window.before(row.when))
    if old is None:
        return Unknown(Reason.NEVER_RECORDED)
    return Unknown(Reason.STALE, old.when.last_day, old.source)


def measured(how: Measured, rows: Sequence[Observation], window: Span) -> FeatureValue:
    """Return the value that `how` picks from the `rows` of its analyte."""
    possible = [row for row in rows if window.perhaps(row.when)]
    certain = [row for row in possible if window.certainly(row.when)]
    if not certain:
        return nothing(rows, window, possible)
    if how.pick is Pick.LATEST:
        return _latest(contenders(certain, possible))
    return _extreme(how.pick, how.analyte.plausible, certain, possible)


def _latest(rows: Sequence[Observation]) -> FeatureValue:
    """The hull of every row that can be the latest; unknown when one of them has no value."""
    unusable = newest(row for row in rows if row.unusable is not None)
    if unusable is not None and unusable.unusable is not None:
        return Unknown(unusable.unusable, unusable.when.last_day, unusable.source)
    last = newest(rows)
    assert last is not None
    return number(
        min(row.low for row in rows if row.low is not None),
        max(row.high for row in rows if row.high is not None),
        last.when.last_day,
        last.source,
    )


def _extreme(
    pick: Pick,
    plausible: Range,
    certain: Sequence[Observation],
    possible: Sequence[Observation],
) -> FeatureValue:
    """The lowest or highest value. A row without a value can be anything plausible."""
    if all(row.unusable is not None for row in certain):
        row = newest(certain)
        assert row is not None
        assert row.unusable is not None
        return Unknown(row.unusable, row.when.last_day, row.source)

    def low(row: Observation) -> Decimal:
        return plausible.low if row.low is None else row.low

    def high(row: Observation) -> Decimal:
        return plausible.high if row.high is None else row.high

    if pick is Pick.LOWEST:
        least, most = min(map(low, possible)), min(map(high, certain))
        found = min(certain, key=lambda row: (high(row), -row.when.last, row.source))
    else:
        least, most = max(map(low, certain)), max(map(high, possible))
        found = max(certain, key=lambda row: (low(row), row.when.last, row.source))
    return number(least, most, found.when.last_day, found.source)


def days_with(
    how: DaysWith, rows: Sequence[Observation], window: Span, plausible: Range
) -> FeatureValue:
    """Return on how many days a value was beyond the threshold; `plausible` bounds the count."""
    possible = [row for row in rows if window.perhaps(row.when)]
    sure = {
        row.when.first_day
        for row in possible
        if _exact(row) and window.certainly(row.when) and _matches(row, how, always=True)
    }
    maybe = [row for row in possible if _matches(row, how, always=False)]
    days = {row.when.first_day for row in maybe if _exact(row)}
    most = len(days) + sum(not _exact(row) for row in maybe)
    last = newest(possible)
    if how.silence is None and last is None:
        return Unknown(Reason.NEVER_RECORDED)
    return number(
        quantise(Decimal(len(sure))),
        plausible.high if how.silence is None else quantise(Decimal(most)),
        last and last.when.last_day,
        last.source if last else "",
    )


def _exact(row: Observation) -> bool:
    return row.when.first_day == row.when.last_day


def _matches(row: Observation, how: DaysWith, *, always: bool) -> bool:
    if row.low is None or row.high is None:
        return not always
    low, high, threshold = row.low, row.high, how.threshold
    match how.operator:
        case Operator.LT:
            return high < threshold if always else low < threshold
        case Operator.LE:
            return high <= threshold if always else low <= threshold
        case Operator.GT:
            return low > threshold if always else high > threshold
        case Operator.GE:
            return low >= threshold if always else high >= threshold
        case _:
            assert_never(how.operator)
