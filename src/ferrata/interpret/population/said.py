"""What somebody said of a sign or a question: the newest word, or whether it was ever said."""

from __future__ import annotations

from ferrata.guideline.derivations import (
    REVIEW_LASTS,
    Asserted,
    DaysSince,
    EverAsserted,
    Stated,
    within,
)
from ferrata.guideline.events import NO, YES
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.values import Reason
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    ALWAYS,
    NEVER,
    And,
    AsMeasured,
    Column,
    Count,
    Expression,
    Greatest,
    IsNull,
    Least,
    Literal,
    Minus,
    Or,
)
from ferrata.interpret.population.formulas import (
    NO_REASON,
    Bounds,
    Single,
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
from ferrata.interpret.population.windows import ON, Span, about, newest, span

TABLE = "assertion"
VALUE, FIRST, LAST = (column(TABLE, name) for name in ("value", "first", "last"))
FIRST_DAY, LAST_DAY = column(TABLE, "first_day"), column(TABLE, "last_day")

NEVER_RECORDED, UNDATED = because(Reason.NEVER_RECORDED), because(Reason.UNDATED)
UNREADABLE, CONFLICTING = because(Reason.UNREADABLE), because(Reason.CONFLICTING)


def stated(draft: Draft, how: Stated, laid: Span, start_why: Expression | None) -> Single:
    """Return the newest answer to a question."""
    inside = Inside.of(draft, TABLE, how.question.id, laid)
    word, doubts = _word(draft, how.question.id, inside)
    why = first_reason(*doubts, *inside.nothing(), otherwise=NO_REASON)
    return Single(after(start_why, why), word)


def asserted(draft: Draft, how: Asserted, laid: Span, start_why: Expression | None) -> Single:
    """Return whether a sign is present by the newest word, a review, or declared silence."""
    inside = Inside.of(draft, TABLE, how.sign.id, laid)
    word, doubts = _word(draft, how.sign.id, inside)
    undated, *silent = inside.nothing()
    silence = _reviewed(draft, how.sign.id, laid) if how.silence is None else ALWAYS
    why = first_reason(*doubts, undated, (silence, NO_REASON), *silent, otherwise=NO_REASON)
    value = when((inside.reaches(3), compare(word, "=", YES)), otherwise=NEVER)
    return Single(after(start_why, why), value)


def _word(
    draft: Draft, concept: str, inside: Inside
) -> tuple[Column, tuple[tuple[Expression, Expression], ...]]:
    """The newest word, and the reasons for which it is none: unreadable, or one of several."""
    scan = about(TABLE, concept)
    unread = draft.ask(scan, Count(And((inside.contender, IsNull(VALUE)))))
    least = draft.ask(scan, Least(VALUE, inside.contender))
    most = draft.ask(scan, Greatest(VALUE, inside.contender))
    certain = inside.reaches(3)
    return least, (
        (And((certain, compare(unread, ">", 0))), UNREADABLE),
        (And((certain, compare(least, "<>", most))), CONFLICTING),
    )


def _reviewed(draft: Draft, concept: str, laid: Span) -> Expression:
    reviews = draft.ask(about("review", concept), Count(laid.certainly("review")))
    return compare(or_zero(reviews), ">", 0)


def absent(draft: Draft, concept: str, silence: Assumption | None) -> Expression:
    """Whether a recent review or declared silence says that there is nothing."""
    recent = span(within(REVIEW_LASTS), None)
    assert recent is not None
    return _reviewed(draft, concept, recent) if silence is None else ALWAYS


def ever_asserted(draft: Draft, how: EverAsserted) -> Single:
    """Return whether a sign was asserted at least once until the day asked about."""
    scan = about(TABLE, how.sign.id)
    begun, over = compare(FIRST_DAY, "<=", ON), compare(LAST_DAY, "<=", ON)
    said_yes = compare(VALUE, "=", YES)
    doubtful = Or((IsNull(VALUE), said_yes))
    level = when(
        (And((said_yes, over)), Literal(3)),
        (doubtful, Literal(2)),
        (over, Literal(1)),
        otherwise=Literal(0),
    )
    found = or_zero(draft.ask(scan, Greatest(level, begun)))
    reason = when((IsNull(VALUE), UNREADABLE), otherwise=UNDATED)
    tie = when((IsNull(VALUE), Literal(1)), otherwise=Literal(0))
    word = newest(TABLE, reason, begun, tie)
    why_doubtful = draft.ask(about(TABLE, how.sign.id, doubtful), word)
    none = absent(draft, how.sign.id, how.silence)
    why = first_reason(
        (compare(found, "=", 2), why_doubtful),
        (Or((compare(found, ">", 0), none)), NO_REASON),
        otherwise=NEVER_RECORDED,
    )
    return Single(why, compare(found, "=", 3))


def days_since(draft: Draft, how: DaysSince) -> Bounds:
    """Return the days since a sign was last asserted."""
    scan = about(TABLE, how.sign.id)
    past = And((compare(FIRST_DAY, "<=", ON), Or((IsNull(VALUE), compare(VALUE, "<>", NO)))))
    certain = And((past, compare(LAST_DAY, "<=", ON)))
    level = when((certain, Literal(2)), (past, Literal(1)), otherwise=Literal(0))
    found = or_zero(draft.ask(scan, Greatest(level, ALWAYS)))
    floor = draft.ask(scan, Greatest(FIRST, certain))
    contender = And((past, compare(LAST, ">=", floor)))
    unread = draft.ask(scan, Count(And((contender, IsNull(VALUE)))))
    last_day = draft.ask(scan, Greatest(LAST_DAY, contender))
    first_day = draft.ask(scan, Greatest(FIRST_DAY, certain))
    why = first_reason(
        (compare(found, "=", 0), NEVER_RECORDED),
        (compare(found, "=", 1), UNDATED),
        (compare(unread, ">", 0), UNREADABLE),
        otherwise=NO_REASON,
    )
    until = when((compare(last_day, "<", ON), last_day), otherwise=ON)
    return Bounds(why, AsMeasured(Minus(ON, until)), AsMeasured(Minus(ON, first_day)))
