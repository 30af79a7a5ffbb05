"""Courses of treatment: going on, ever begun, and how long ago.

A course whose drug cannot be read may be of any treatment: it never proves a course, and it never
lets one count as absent.
"""

from __future__ import annotations

from ferrata.guideline.derivations import EverTreated, OnTreatment
from ferrata.guideline.values import Reason
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    And,
    AsMeasured,
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
    because,
    first_reason,
    or_zero,
)
from ferrata.interpret.population.queries import (
    Scan,
)
from ferrata.interpret.population.reading import (
    compare,
    when,
)
from ferrata.interpret.population.said import NEVER_RECORDED, UNDATED, UNREADABLE, absent
from ferrata.interpret.population.tables import column
from ferrata.interpret.population.windows import ON, Start

TABLE = "course"
TREATMENT = column(TABLE, "treatment")
FIRST, LAST = column(TABLE, "start_first"), column(TABLE, "start_last")
FIRST_DAY, LAST_DAY = column(TABLE, "start_first_day"), column(TABLE, "start_last_day")
END_FIRST_DAY, END_LAST_DAY = column(TABLE, "end_first_day"), column(TABLE, "end_last_day")

BEGUN = compare(FIRST_DAY, "<=", ON)
SURELY_BEGUN = compare(LAST_DAY, "<=", ON)
ENDLESS = IsNull(END_LAST_DAY)


def _own(treatment: str) -> Scan:
    return Scan(TABLE, compare(TREATMENT, "=", treatment))


def _own_or_unreadable(treatment: str) -> Scan:
    return Scan(TABLE, Or((compare(TREATMENT, "=", treatment), IsNull(TREATMENT))))


def start(draft: Draft, treatment: str) -> Start:
    """Return when the newest course began: the one that began last, by its first second, then last.

    Its start is not certain when it may lie after the day asked about, or when another course may
    have begun on a later day.
    """
    scan = _own(treatment)
    first = draft.ask(scan, Greatest(FIRST, BEGUN))
    first_day = draft.ask(scan, Greatest(FIRST_DAY, BEGUN))
    newest = And((BEGUN, compare(FIRST, "=", first)))
    rival = compare(LAST_DAY, ">", first_day)
    last = draft.ask(scan, Greatest(LAST, newest))
    last_day = draft.ask(scan, Greatest(LAST_DAY, newest))
    earlier = draft.ask(scan, Count(And((BEGUN, compare(FIRST, "<", first), rival))))
    shorter = draft.ask(scan, Least(LAST, And((newest, rival))))
    why = first_reason(
        (IsNull(first), NEVER_RECORDED),
        (compare(last_day, ">", ON), UNDATED),
        (compare(earlier, ">", 0), UNDATED),
        (compare(shorter, "<", last), UNDATED),
        otherwise=NO_REASON,
    )
    return Start(first_day, last_day, draft.once(why))


def going_on(draft: Draft, how: OnTreatment, treatment: str) -> Single:
    """Return whether a course goes on; its last day, and what it lasts after, belong to it."""
    own = compare(TREATMENT, "=", treatment)
    since = Minus(ON, Literal(how.lasting)) if how.lasting else ON
    may_go_on = Or((ENDLESS, compare(END_LAST_DAY, ">=", since)))
    goes_on = And((SURELY_BEGUN, Or((ENDLESS, compare(END_FIRST_DAY, ">=", since)))))
    level = when(
        (And((own, goes_on)), Literal(4)),
        (And((own, may_go_on)), Literal(3)),
        (And((IsNull(TREATMENT), may_go_on)), Literal(2)),
        (own, Literal(1)),
        otherwise=Literal(0),
    )
    found = or_zero(draft.ask(_own_or_unreadable(treatment), Greatest(level, BEGUN)))
    none = absent(draft, treatment, how.silence)
    why = first_reason(
        (compare(found, "=", 3), UNDATED),
        (compare(found, "=", 2), UNREADABLE),
        (Or((compare(found, ">", 0), none)), NO_REASON),
        otherwise=NEVER_RECORDED,
    )
    return Single(why, compare(found, "=", 4))


def ever(draft: Draft, how: EverTreated, treatment: str) -> Single:
    """Return whether a course has begun."""
    own = compare(TREATMENT, "=", treatment)
    level = when((And((own, SURELY_BEGUN)), Literal(3)), (own, Literal(2)), otherwise=Literal(1))
    found = or_zero(draft.ask(_own_or_unreadable(treatment), Greatest(level, BEGUN)))
    none = absent(draft, treatment, how.silence)
    why = first_reason(
        (compare(found, "=", 2), UNDATED),
        (compare(found, "=", 1), UNREADABLE),
        (Or((compare(found, "=", 3), none)), NO_REASON),
        otherwise=NEVER_RECORDED,
    )
    return Single(why, compare(found, "=", 3))


def days_since_start(draft: Draft, treatment: str) -> Bounds:
    """Return the days since the newest course began."""
    began = start(draft, treatment)
    return _ago(began.why, began.first_day, began.last_day)


def days_since_end(draft: Draft, treatment: str) -> Bounds:
    """Return the days since the last course ended; unknown while one may go on."""
    scan = _own(treatment)
    ended = compare(END_LAST_DAY, "<", ON)
    level = when((ended, Literal(1)), otherwise=Literal(2))
    found = or_zero(draft.ask(scan, Greatest(level, BEGUN)))
    why = first_reason(
        (compare(found, "=", 0), NEVER_RECORDED),
        (compare(found, "=", 2), because(Reason.UNDETERMINED)),
        otherwise=NO_REASON,
    )
    first_day = draft.ask(scan, Greatest(END_FIRST_DAY, BEGUN))
    return _ago(why, first_day, draft.ask(scan, Greatest(END_LAST_DAY, BEGUN)))


def _ago(why: Expression, first_day: Expression, last_day: Expression) -> Bounds:
    return Bounds(why, AsMeasured(Minus(ON, last_day)), AsMeasured(Minus(ON, first_day)))
