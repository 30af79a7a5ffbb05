"""Conditions, allergies, procedures, vaccines, relatives and answers to assertions."""

from __future__ import annotations

from collections.abc import Iterator

from ferrata.guideline.events import NO, YES, Assertion, When
from ferrata.record.clocks import Clocks
from ferrata.record.model import AssertionEntry
from ferrata.record.statuses import ANSWERS, CONDITIONS, FAMILY, PROCEDURES, Use

_OVER = frozenset({"resolved", "inactive", "remission"})
_LASTING = frozenset({"Condition", "AllergyIntolerance"})
"""What begins, and may end."""

_USES = {
    "Condition": CONDITIONS,
    "AllergyIntolerance": CONDITIONS,
    "FamilyMemberHistory": FAMILY,
    "Immunization": PROCEDURES,
    "Procedure": PROCEDURES,
}


def assertions_of(entry: AssertionEntry, clocks: Clocks) -> Iterator[Assertion]:
    """Give what `entry` says of its concept: nothing, one thing, or a beginning and an end."""
    if entry.concept is None or entry.verification == "entered-in-error":
        return
    use = _USES.get(entry.resource, ANSWERS).get(entry.status, Use.UNREADABLE)
    if use is Use.NO_EVENT:
        return
    value = entry.value if use is Use.USED else None
    since = _when(_dates(entry, value), clocks)
    yield Assertion(entry.concept, since, value, entry.reference)
    if entry.resource not in _LASTING or value != YES:
        return
    if entry.until:
        yield Assertion(entry.concept, _when((entry.until,), clocks), NO, entry.reference)
    elif entry.status in _OVER:
        # It is over as of the record, at a time that nobody wrote down. "Inactive" and
        # "remission" do not say that it is gone.
        today = When(clocks.last, clocks.last)
        gone = NO if entry.status == "resolved" else None
        yield Assertion(entry.concept, today, gone, entry.reference)


def _dates(entry: AssertionEntry, value: str | None) -> tuple[str | None, ...]:
    """The dates that may say when, the best first: a refutation holds from when it was written."""
    return (entry.recorded, entry.date) if value == NO else (entry.date, entry.recorded)


def _when(dates: tuple[str | None, ...], clocks: Clocks) -> When:
    found = (clocks.happened(text) for text in dates)
    return next((when for when in found if when is not None), clocks.limits)
