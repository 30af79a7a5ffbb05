"""Which statements of the sources are encoded, where, and which are out of scope and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ferrata.guideline.citations import citations
from ferrata.guideline.evidence import Source, Statement
from ferrata.plan.lines import wrapped
from ferrata.plan.model import NOTICE
from ferrata.version import VERSION

COVERAGE_SCHEMA_VERSION = "1.0"

ENCODED, OUT_OF_SCOPE, OPEN = "encoded", "out of scope", "open"


class Covered(Struct, frozen=True, kw_only=True):
    """One statement: encoded (`where`: entries by part), out of scope (why), or open."""

    id: str
    source: str
    lines: str
    text: str
    state: str
    where: dict[str, tuple[str, ...]]
    reason: str


class Coverage(Struct, frozen=True, kw_only=True):
    """Every statement of every source."""

    schema_version: str
    software: str
    notice: str
    statements: tuple[Covered, ...]


def coverage(statements: Iterable[Statement], content: Mapping[str, object]) -> Coverage:
    """Return where each of `statements` is cited in `content`, declared values by name.

    A statement that is cited is encoded, whatever it says of its scope.
    """
    where: defaultdict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for name, value in content.items():
        for one in citations(value):
            entry = next((part for part in one.path if part != name), name)
            where[one.warrant.id][name][entry] = None
    return Coverage(
        schema_version=COVERAGE_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        statements=tuple(
            Covered(
                id=one.id,
                source=one.source,
                lines=one.lines,
                text=one.text,
                state=ENCODED if where[one.id] else OUT_OF_SCOPE if one.out_of_scope else OPEN,
                where={part: tuple(entries) for part, entries in where[one.id].items()},
                reason=one.out_of_scope,
            )
            for one in statements
        ),
    )


_MOST_PLACES = 3


def coverage_text(made: Coverage, sources: Iterable[Source]) -> str:
    """Return `made` as text, at most 100 columns wide."""
    return "\n".join(_lines(made, tuple(sources))) + "\n"


def _lines(made: Coverage, sources: tuple[Source, ...]) -> Iterator[str]:
    yield from wrapped(made.notice)
    yield ""
    yield f"{'source':8}{'statements':>12}{ENCODED:>10}{OUT_OF_SCOPE:>14}{OPEN:>6}"
    for source in sources:
        rows = [one for one in made.statements if one.source == source.id]
        counts = [
            sum(one.state == state for one in rows) for state in (ENCODED, OUT_OF_SCOPE, OPEN)
        ]
        yield f"{source.id:8}{len(rows):>12}{counts[0]:>10}{counts[1]:>14}{counts[2]:>6}"
    for source in sources:
        yield ""
        yield from wrapped(f"{source.id}: {source.citation}")
        for one in made.statements:
            if one.source == source.id:
                yield from _row(one)
    yield ""
    yield made.software


def _row(one: Covered) -> Iterator[str]:
    mark = {ENCODED: "+", OUT_OF_SCOPE: "-", OPEN: "!"}[one.state]
    said = f"{mark} {one.id:5} {one.text} [{one.lines}]"
    yield from wrapped(said, "  ", "          ")
    if one.state == OUT_OF_SCOPE:
        yield from wrapped(f"out of scope: {one.reason}", "          ")
    for part, entries in one.where.items():
        more = len(entries) - _MOST_PLACES
        listed = ", ".join(entries[:_MOST_PLACES]) + (f" and {more} more" if more > 0 else "")
        yield from wrapped(f"{part}: {listed}", "          ", "            ")
