"""What somebody said of a sign or a question: the newest word, or whether it was ever said."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ferrata.guideline.derivations import REVIEW_LASTS, within
from ferrata.guideline.events import YES, Assertion, Review
from ferrata.guideline.evidence import Assumption
from ferrata.guideline.units import quantise
from ferrata.guideline.values import FeatureValue, Known, Reason, Unknown, number
from ferrata.interpret.derive.windows import Span, contenders, newest, span


def said(rows: Sequence[Assertion], window: Span) -> Known | Unknown | None:
    """Return the newest word in `window` as text; None when nothing was said in it."""
    possible = [row for row in rows if window.perhaps(row.when)]
    certain = [row for row in possible if window.certainly(row.when)]
    last = newest(possible)
    if last is None:
        return None
    if not certain:
        return Unknown(Reason.UNDATED, last.when.last_day, last.source)
    rivals = contenders(certain, possible)
    words = {row.value for row in rivals}
    last = newest(rivals)
    assert last is not None
    if None in words:
        return Unknown(Reason.UNREADABLE, last.when.last_day, last.source)
    if len(words) > 1:
        return Unknown(Reason.CONFLICTING, last.when.last_day, last.source)
    return Known(words.pop() or "", last.when.last_day, last.source)


def stated(rows: Sequence[Assertion], window: Span) -> FeatureValue:
    """Return the newest answer to a question."""
    return said(rows, window) or _silent(rows, window)


def asserted(
    rows: Sequence[Assertion],
    reviews: Sequence[Review],
    window: Span,
    silence: Assumption | None,
) -> FeatureValue:
    """Return whether a sign is present by the newest word, a review, or declared silence."""
    word = said(rows, window)
    if isinstance(word, Known):
        return Known(word.value == YES, word.day, word.source)
    if word is not None:
        return word
    review = newest(one for one in reviews if window.certainly(one.when))
    if review is not None:
        return Known(False, review.when.last_day, review.source)
    return Known(False) if silence else _silent(rows, window)


def ever_asserted(
    rows: Sequence[Assertion], reviews: Sequence[Review], on: int, silence: Assumption | None
) -> FeatureValue:
    """Return whether a sign was asserted at least once until day `on`."""
    past = [row for row in rows if row.when.first_day <= on]
    sure = newest(row for row in past if row.value == YES and row.when.last_day <= on)
    if sure is not None:
        return Known(True, sure.when.last_day, sure.source)
    doubtful = newest(row for row in past if row.value is None or row.value == YES)
    if doubtful is not None:
        reason = Reason.UNREADABLE if doubtful.value is None else Reason.UNDATED
        return Unknown(reason, doubtful.when.last_day, doubtful.source)
    refuted = newest(row for row in past if row.when.last_day <= on)
    if refuted is not None:
        return Known(False, refuted.when.last_day, refuted.source)
    return absent(reviews, on, silence)


def days_since(rows: Sequence[Assertion], on: int) -> FeatureValue:
    """Return the days since a sign was last asserted."""
    past = [row for row in rows if row.when.first_day <= on and row.value != "no"]
    certain = [row for row in past if row.when.last_day <= on]
    last = newest(past)
    if last is None:
        return Unknown(Reason.NEVER_RECORDED)
    if not certain:
        return Unknown(Reason.UNDATED, last.when.last_day, last.source)
    rivals = contenders(certain, past)
    last = newest(rivals)
    assert last is not None
    if any(row.value is None for row in rivals):
        return Unknown(Reason.UNREADABLE, last.when.last_day, last.source)
    return number(
        quantise(Decimal(on - min(on, max(row.when.last_day for row in rivals)))),
        quantise(Decimal(on - max(row.when.first_day for row in certain))),
        last.when.last_day,
        last.source,
    )


def absent(reviews: Sequence[Review], on: int, silence: Assumption | None) -> FeatureValue:
    """Return no where a recent review or declared silence says so, else unknown."""
    recent = span(within(REVIEW_LASTS), on, None)
    assert recent is not None
    review = newest(one for one in reviews if recent.certainly(one.when))
    if review is not None:
        return Known(False, review.when.last_day, review.source)
    return Known(False) if silence else Unknown(Reason.NEVER_RECORDED)


def _silent(rows: Sequence[Assertion], window: Span) -> Unknown:
    old = newest(row for row in rows if window.before(row.when))
    if old is None:
        return Unknown(Reason.NEVER_RECORDED)
    return Unknown(Reason.STALE, old.when.last_day, old.source)
