"""What the status of an entry means for the events it gives.

An entry whose status is missing, unknown to FHIR, or `unknown`, may be a mistake that somebody has
already withdrawn, so it is recorded but unreadable; it is neither used nor taken for absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Use(Enum):
    """Used, of no consequence, or recorded but unreadable."""

    USED = "used"
    NO_EVENT = "no event"
    UNREADABLE = "unreadable"


_WITHDRAWN = "entered-in-error cancelled not-done not-taken"


def _uses(used: str, no_event: str = "") -> dict[str | None, Use]:
    found: dict[str | None, Use] = {}
    for words, use in ((used, Use.USED), (f"{_WITHDRAWN} {no_event}", Use.NO_EVENT)):
        for word in words.split():
            found[word] = use
    return found


# `registered`: a result that does not exist yet must not hide the one before it.
RESULTS: Mapping[str | None, Use] = _uses("final amended corrected preliminary", "registered")
"""Observations. A preliminary count is used: waiting for its confirmation could cost a life."""

ANSWERS: Mapping[str | None, Use] = {**RESULTS, "completed": Use.USED}
"""Also of questionnaires; one that is in progress or stopped is unreadable."""

CONDITIONS: Mapping[str | None, Use] = {
    **_uses("active recurrence relapse inactive remission resolved"),
    None: Use.USED,
}
"""Clinical status of conditions; a condition without one was put on the record and is used."""

PROCEDURES: Mapping[str | None, Use] = _uses("completed", "preparation")
"""Also doses of vaccines. What was not done here may have been done elsewhere."""

FAMILY: Mapping[str | None, Use] = _uses("completed partial", "health-unknown")
"""Histories of relatives. A partial one says what it says of the conditions that it lists."""

MEDICATIONS: Mapping[str | None, Use] = _uses(
    "active completed stopped on-hold in-progress", "draft intended"
)
"""A cancelled request was withdrawn before anything was given."""

DISPENSES: Mapping[str | None, Use] = _uses("completed", "preparation in-progress on-hold declined")
"""Completed: it was handed over. What was only prepared or declined was not."""

NO_ORDER = frozenset({"proposal", "plan", "option"})
"""Intents of requests that nobody has authorised; they give no event."""

LISTS: Mapping[str | None, Use] = {"current": Use.USED}
"""A retired list speaks for no time that could be named."""
