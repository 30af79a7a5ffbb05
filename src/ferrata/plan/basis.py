"""What every output rests on: which content spoke, how old it is, and the warrants it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ferrata.guideline.assessment import Assessment
from ferrata.guideline.canonical import content_hash
from ferrata.guideline.evidence import Assumption, Statement, Warrant
from ferrata.guideline.guideline import Guideline
from ferrata.plan.model import GuidelineVersion, Warranted
from ferrata.version import RELEASED

STALE_MONTHS = 12
"""Content of so many months or more is announced as old on every output."""

_CALENDAR = re.compile(r"(20[0-9]{2})\.(0?[1-9]|1[0-2])\.[0-9]+")
_HASHES: dict[int, tuple[Guideline | Assessment, str]] = {}


def version_of(content: Guideline | Assessment) -> GuidelineVersion:
    """Return which content spoke; its hash is kept, since content never changes."""
    held = _HASHES.get(id(content))
    if held is None:
        held = _HASHES[id(content)] = content, content_hash(content)
    return GuidelineVersion(
        id=content.id,
        title=content.title,
        version=content.version,
        hash=held[1],
        review=content.review,
    )


def warranted(warrant: Warrant) -> Warranted:
    """Return a statement or an assumption as it is shown."""
    match warrant:
        case Statement(id, source, text, lines):
            return Warranted(id=id, kind="statement", text=text, source=f"{source} {lines}".strip())
        case Assumption(id, text, rationale, review):
            return Warranted(
                id=id,
                kind="assumption",
                text=text,
                source="Ferrata",
                rationale=rationale,
                review=review,
            )


def content_month(version: str) -> date | None:
    """Return the first day of the month of a version such as 2026.11.0; None for another kind."""
    found = _CALENDAR.fullmatch(version)
    return None if found is None else date(int(found[1]), int(found[2]), 1)


def age_in_months(version: str, on: date) -> int | None:
    """Return how many calendar months `on` is after the month of `version`; None if it has none."""
    made = content_month(version)
    return None if made is None else (on.year - made.year) * 12 + on.month - made.month


def noticed(
    notice: str, on: date, spoke: Iterable[GuidelineVersion], *, clock: bool = False
) -> str:
    """Return `notice`, followed by what has to be said of the content and of the clock on day `on`.

    Content of :data:`STALE_MONTHS` or more is old. With `clock` the day is that of the computer's
    clock, which cannot be before this version was made. What the notice says already is not said
    again.
    """
    old = {
        f"{one.id} {one.version}": months
        for one in spoke
        if (months := age_in_months(one.version, on)) is not None and months >= STALE_MONTHS
    }
    said = [notice]
    if old and not all(one in notice for one in old):
        said.append(
            f"OLD CONTENT: on {on} {', '.join(old)} is {max(old.values())} months old; "
            "look for a newer version before you rely on it."
        )
    if clock and on < date.fromisoformat(RELEASED):
        said.append(
            f"WRONG CLOCK: this computer says {on}, before this version was made ({RELEASED}); "
            "ages, intervals and due days may be wrong."
        )
    return " ".join(said)
