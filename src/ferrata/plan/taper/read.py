"""An earlier plan from its JSON: whole, unchanged, and of this version."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import msgspec

from ferrata.guideline.errors import RecordError
from ferrata.plan.taper.build import plan_id
from ferrata.plan.taper.model import TAPER_SCHEMA_VERSION, TaperPlan
from ferrata.plan.taper.replacing import MOST_PLANS
from ferrata.record.messages import cannot_read
from ferrata.record.strict_json import read_json

_LONGEST = 400
"""Days of a course, at most: more were not written by this program."""


def read_taper(source: bytes | Path) -> TaperPlan:
    """Return the plan that ``ferrata taper --json`` wrote.

    Raises:
        RecordError: when it is not JSON, not a plan of this version, or not as it was written.
    """
    where = str(source) if isinstance(source, Path) else "input"
    content = read_json(source)
    version = content.get("schema_version")
    if version != TAPER_SCHEMA_VERSION or "steps" not in content:
        raise cannot_read(
            "not a plan that ferrata taper wrote"
            if "steps" not in content
            else f"schema version {version!r}, where {TAPER_SCHEMA_VERSION} is read",
            where=where,
            why="the older plan is voided by its id and its days",
            do="give the file that ferrata taper --json wrote",
        )
    try:
        found = msgspec.convert(content, TaperPlan)
    except (msgspec.ValidationError, ArithmeticError) as error:
        raise _changed(where, str(error)) from None
    wrong = _wrong(found)
    if wrong is not None:
        raise _changed(where, wrong)
    return found


def _changed(where: str, what: str) -> RecordError:
    return cannot_read(
        what,
        where=where,
        why="a plan that was changed by hand would void other days than those in the calendar",
        do="give the file as ferrata taper --json wrote it",
    )


def _wrong(found: TaperPlan) -> str | None:
    """What shows that the plan is not as it was written."""
    numbers = [
        found.total_mg,
        *(one.count for one in found.supplies),
        *(one.mg_per_day for one in found.steps),
        *(each.count for one in found.steps for each in one.each),
    ]
    if not found.steps or not all(
        one.is_finite() and 0 < one < Decimal(10) ** 7 for one in numbers
    ):
        return "a dose that is no amount"
    if not 0 < (found.last - found.first).days + 1 <= _LONGEST:
        return "a course of no length, or longer than any"
    if (found.steps[0].first, found.steps[-1].last) != (found.first, found.last):
        return "the first or last day is not that of the steps"
    for one in found.steps:
        if (one.last - one.first).days + 1 != one.days or one.days < 1:
            return f"a step from {one.first} to {one.last} of {one.days} days"
    for one, then in pairwise(found.steps):
        if then.first - one.last != timedelta(days=1):
            return f"a gap or an overlap after {one.last}"
    if len(found.replaces) > MOST_PLANS or found.revision < len(found.replaces):
        return "more replaced plans than revisions"
    if not 0 <= found.restarts <= found.revision:
        return "more restarts than revisions"
    if any(not 0 <= (one.last - one.first).days < _LONGEST for one in found.replaces):
        return "a replaced plan of no length, or longer than any"
    if found.id != plan_id(
        found.course, found.for_whom, found.subject, found.steps, found.replaces
    ):
        return "the id does not fit the doses and days"
    return None
