"""Latest, lowest, highest value of an analyte in a window; days with a value beyond a threshold."""

from __future__ import annotations

from typing import assert_never

from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import DaysWith, Measured, Pick
from ferrata.guideline.units import Range
from ferrata.guideline.values import Reason
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    And,
    AsMeasured,
    Coalesce,
    Column,
    Count,
    CountDays,
    Expression,
    Greatest,
    IsNull,
    Least,
    Literal,
    Not,
    Or,
    Plus,
)
from ferrata.interpret.population.formulas import (
    NO_REASON,
    Bounds,
    after,
    because,
    first_reason,
    or_zero,
)
from ferrata.interpret.population.inside import Inside
from ferrata.interpret.population.reading import (
    compare,
    when,
)
from ferrata.interpret.population.tables import column
from ferrata.interpret.population.windows import Span, about, newest

TABLE = "observation"
LOW, HIGH, UNUSABLE = (column(TABLE, name) for name in ("low", "high", "unusable"))
FIRST_DAY, LAST_DAY = column(TABLE, "first_day"), column(TABLE, "last_day")


def measured(draft: Draft, how: Measured, laid: Span, start_why: Expression | None) -> Bounds:
    """Return the value that `how` picks."""
    inside = Inside.of(draft, TABLE, how.analyte.id, laid)
    if how.pick is Pick.LATEST:
        return _latest(draft, how.analyte.id, inside, start_why)
    return _extreme(draft, how, laid, inside, start_why)


def _unusable(draft: Draft, analyte: str, where: Expression) -> Column:
    """Why the newest row without a value has none; a scan of its own, because they are few."""
    scan = about(TABLE, analyte, Not(IsNull(UNUSABLE)))
    # Entries of one source at one time stand in the order of what they say; the first one counts.
    ranks = enumerate(sorted(Reason, reverse=True))
    tie = when(
        *((compare(UNUSABLE, "=", reason.value), Literal(rank)) for rank, reason in ranks),
        otherwise=Literal(-1),
    )
    return draft.ask(scan, newest(TABLE, UNUSABLE, where, tie))


def _latest(draft: Draft, analyte: str, inside: Inside, start_why: Expression | None) -> Bounds:
    """The hull of every row that can be the latest; unknown when one of them has no value."""
    scan = about(TABLE, analyte)
    bad = _unusable(draft, analyte, inside.contender)
    return Bounds(
        after(start_why, first_reason(*inside.nothing(), otherwise=bad)),
        draft.ask(scan, Least(LOW, inside.contender)),
        draft.ask(scan, Greatest(HIGH, inside.contender)),
    )


def _extreme(
    draft: Draft, how: Measured, laid: Span, inside: Inside, start_why: Expression | None
) -> Bounds:
    """The lowest or highest value. A row without a value can be anything plausible."""
    certainly, perhaps = laid.certainly(TABLE), laid.perhaps(TABLE)
    scan, plausible = about(TABLE, how.analyte.id), how.analyte.plausible
    bad = _unusable(draft, how.analyte.id, certainly)
    lowest, highest = Literal(plausible.low), Literal(plausible.high)
    if how.pick is Pick.LOWEST:
        least = draft.ask(scan, Least(Coalesce(LOW, lowest), perhaps))
        usable = draft.ask(scan, Least(HIGH, certainly))
        closer = compare(usable, "<", highest)
        low, high = least, when((Or((IsNull(bad), closer)), usable), otherwise=highest)
    else:
        most = draft.ask(scan, Greatest(Coalesce(HIGH, highest), perhaps))
        usable = draft.ask(scan, Greatest(LOW, certainly))
        closer = compare(usable, ">", lowest)
        low, high = when((Or((IsNull(bad), closer)), usable), otherwise=lowest), most
    why = first_reason(*inside.nothing(), (IsNull(usable), bad), otherwise=NO_REASON)
    return Bounds(after(start_why, why), low, high)


def days_with(
    draft: Draft, how: DaysWith, laid: Span, plausible: Range, start_why: Expression | None
) -> Bounds:
    """Return on how many days a value was beyond the threshold."""
    scan = about(TABLE, how.analyte.id)
    certainly, perhaps = laid.certainly(TABLE), laid.perhaps(TABLE)
    exact = compare(FIRST_DAY, "=", LAST_DAY)
    always, sometimes = _beyond(how.operator, Literal(how.threshold))
    sure = draft.ask(scan, CountDays(FIRST_DAY, And((certainly, exact, always))))
    low = AsMeasured(or_zero(sure))
    if how.silence is None:
        inside = Inside.of(draft, TABLE, how.analyte.id, laid)
        why = first_reason((inside.reaches(2), NO_REASON), otherwise=because(Reason.NEVER_RECORDED))
        return Bounds(after(start_why, why), low, Literal(plausible.high))
    days = draft.ask(scan, CountDays(FIRST_DAY, And((perhaps, exact, sometimes))))
    loose = draft.ask(scan, Count(And((perhaps, Not(exact), sometimes))))
    most = AsMeasured(Plus(or_zero(days), or_zero(loose)))
    return Bounds(after(start_why, NO_REASON), low, most)


def _beyond(operator: Operator, threshold: Literal) -> tuple[Expression, Expression]:
    """Whether a row is beyond the threshold whatever it means, and whether it can be."""
    match operator:
        case Operator.LT | Operator.LE:
            always, sometimes = HIGH, LOW
        case Operator.GT | Operator.GE:
            always, sometimes = LOW, HIGH
        case _:
            assert_never(operator)
    can = compare(sometimes, operator.value, threshold)
    # A row has both bounds or none.
    return compare(always, operator.value, threshold), Or((IsNull(LOW), can))
