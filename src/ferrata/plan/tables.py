"""A table of short words: side by side where the page is wide enough, one below the other else."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ferrata.plan.lines import columns, wrapped

_GAP = 2
_LEAST = 12
"""A first column that is narrower than this cannot be read."""


def table(
    heads: Sequence[str],
    rows: Sequence[tuple[str, Sequence[str]]],
    *,
    column: int,
    right: bool = False,
    corner: str = "",
    indent: str = "  ",
) -> Iterator[str]:
    """Return the lines of a table; a cell is never cut.

    Args:
        heads: what stands above each column but the first; they break at hyphens.
        rows: the first cell of each row, which may be wrapped, and the others.
        column: how wide the other columns are where there is room.
        right: whether the other cells end, rather than begin, below each other.
        corner: what stands above the first column.
        indent: what each line begins with.
    """
    cells = [cell for _, row in rows for cell in row]
    needed = max(map(len, [*cells, *(part for one in heads for part in one.split("-"))]), default=0)
    least = max(_LEAST, min(max((len(first) for first, _ in rows), default=0), columns() // 4))
    room = columns() - len(indent)
    width = min(column, (room - least) // max(1, len(heads)))
    if width <= needed:
        yield from _below(heads, rows, indent)
        return
    first = room - width * len(heads)
    if corner:
        first = min(first, max(len(one) for one, _ in rows) + 1)
    split = [textwrap.wrap(head, width - 1) for head in heads]
    for number, parts in enumerate(zip_longest(*split, fillvalue="")):
        yield _row(indent, corner if number == 0 else "", first, parts, width, right=right)
    for said, row in rows:
        *above, last = textwrap.wrap(said, first - (1 if corner else _GAP)) or [""]
        yield from (f"{indent}{one}" for one in above)
        yield _row(indent, last, first, row, width, right=right)


def _row(
    indent: str, first: str, span: int, cells: Sequence[str], width: int, *, right: bool
) -> str:
    written = "".join(f"{one:>{width}}" if right else f"{one:<{width}}" for one in cells)
    return f"{indent}{first:<{span}}{written}".rstrip()


def _below(
    heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], indent: str
) -> Iterator[str]:
    for said, row in rows:
        listed = "; ".join(f"{head} {cell}" for head, cell in zip(heads, row, strict=True))
        yield from wrapped(f"{' '.join(said.split())}: {listed}", indent, indent + "  ")
