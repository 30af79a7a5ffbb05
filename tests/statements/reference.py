"""Pages of docs/reference: conflicts.md, coverage.md and assumptions.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.alps.wording import table

from ferrata.alps.conflicts import CONFLICTS
from ferrata.alps.content import CONTENT
from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.sources import ASSUMPTIONS, SOURCES, STATEMENTS
from ferrata.guideline.evidence import Source
from ferrata.plan.coverage import ENCODED, OPEN, OUT_OF_SCOPE, Coverage, Covered, coverage
from ferrata.plan.disagreements import disagreements
from ferrata.plan.disagreements.model import Disagreement, Said

_CONFLICTS = """\
# Where the sources disagree

<!-- Written by scripts/docs from src/ferrata/alps/conflicts. Change it there, run scripts/docs. -->

What each source says of a matter on which they cannot all be followed, what the reconciled
guideline does, and why. Where a guideline encodes a claim, its rules stand beside it.
`ferrata disagreements RECORD` shows which conflicts are at work for one patient.
"""
_COVERAGE = """\
# Coverage: every statement of the sources

<!-- Written by scripts/docs from src/ferrata/alps. Change the content there, run scripts/docs. -->

Each numbered statement, where it is encoded (the part, and the entries of it that cite the
statement), or why it is out of scope. **Open** is one that is neither. `ferrata coverage` prints
the same.
"""
_ASSUMPTIONS = """\
# Assumptions

<!-- Written by scripts/docs from src/ferrata/alps. Change it there, run scripts/docs. -->

What no source states and a rule still needs: what it says, why, and how well it is supported.
*Unverified* is what was remembered or read only in a secondary page: it may warn, and no dose rests
on it.
"""
_MOST = 4


def conflicts_page() -> str:
    """Return docs/reference/conflicts.md."""
    made = disagreements(CONFLICTS, GUIDELINES)
    parts = [_CONFLICTS, "\n"]
    parts += [f"- [{one.id}](#{one.id.lower()}) {one.title}\n" for one in made.conflicts]
    parts += [part for one in made.conflicts for part in _conflict(one)]
    return "".join(parts)


def _conflict(one: Disagreement) -> Iterator[str]:
    yield f'\n<a id="{one.id.lower()}"></a>\n\n## {one.id} {one.title}\n'
    rows = [_said(claim) for claim in one.claims]
    who, *rest = _said(one.resolution)
    yield table(("who", "says", "read in", "encoded by"), [*rows, (f"**{who}**", *rest)])
    yield f"\nWhy: {one.because}.\n"
    if one.one_sided:
        yield f"\nA single side: {one.one_sided}.\n"


def _said(claim: Said) -> tuple[str, ...]:
    places = "; ".join(
        one.id if one.where.startswith("assumption") else f"{one.id} {one.where}"
        for one in claim.cited
    )
    rules = f"`{claim.guideline}`: {', '.join(claim.rules)}" if claim.guideline else ""
    return claim.who, claim.says, places, rules


def coverage_page() -> str:
    """Return docs/reference/coverage.md."""
    made = coverage(STATEMENTS, CONTENT)
    parts = [_COVERAGE, _counts(made)]
    parts += [part for source in SOURCES for part in _source(source, made)]
    return "".join(parts)


def assumptions_page() -> str:
    """Return docs/reference/assumptions.md, in the order of the numbers."""
    rows = sorted(ASSUMPTIONS, key=lambda one: (one.id[0], int(re.sub(r"\D", "", one.id)), one.id))
    reviews = Counter(one.review for one in rows)
    counted = "; ".join(f"{number} {review}" for review, number in reviews.most_common())
    return "".join(
        [
            _ASSUMPTIONS,
            f"\n{len(rows)} assumptions: {counted}.\n",
            table(
                ("id", "says", "why", "review"),
                ((one.id, one.text, one.rationale, one.review) for one in rows),
            ),
        ]
    )


def _counts(made: Coverage) -> str:
    return table(
        ("source", "statements", ENCODED, OUT_OF_SCOPE, OPEN),
        (
            (
                source.id,
                str(len(rows)),
                *(str(sum(one.state == state for one in rows)) for state in _STATES),
            )
            for source in SOURCES
            for rows in [[one for one in made.statements if one.source == source.id]]
        ),
    )


_STATES = (ENCODED, OUT_OF_SCOPE, OPEN)


def _source(source: Source, made: Coverage) -> Iterator[str]:
    yield f"\n## {source.id}\n\n{source.citation}\n"
    yield table(
        ("id", "says", "stands in", "encoded in, or why not"),
        (
            (one.id, one.text, one.lines, _where(one))
            for one in made.statements
            if one.source == source.id
        ),
    )


def _where(one: Covered) -> str:
    if one.state == OUT_OF_SCOPE:
        return f"out of scope: {one.reason}"
    if one.state == OPEN:
        return "**open**"
    return "<br>".join(f"{part}: {_few(part, entries)}" for part, entries in one.where.items())


def _few(part: str, entries: tuple[str, ...]) -> str:
    listed = [one for one in entries if not part.endswith(f" {one}")]
    more = len(listed) - _MOST
    text = ", ".join(listed[:_MOST]) + (f" and {more} more" if more > 0 else "")
    return text or "its remarks"
