"""Lines of a page for a terminal or a note: at most 100 columns, no number cut."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ferrata.plan.model import Reason

WIDTH = 100
MOST_VALUES = 6
"""A reason shows so many values in text; the JSON holds them all."""

_DRIVING = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
"""Controls and overrides of direction that a name or a note in a record may hold."""


def harmless(line: str) -> str:
    """Return `line` without characters that drive a terminal or turn the reading direction."""
    return line.translate(_DRIVING)


def heading(title: str) -> Iterator[str]:
    """Return an empty line and a heading."""
    yield ""
    yield title.upper()


def wrapped(text: str, indent: str = "", then: str | None = None) -> Iterator[str]:
    """Return `text` in lines; the first begins with `indent`, the others with `then`."""
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if then is None else then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def few(parts: Iterable[str], most: int) -> str:
    """Return at most `most` of `parts`, and how many more there are."""
    listed = list(parts)
    shown = "; ".join(listed[:most])
    return shown + (f"; and {len(listed) - most} more" if len(listed) > most else "")


def values_text(reason: Reason) -> str:
    """Return the values behind a reason; while it is unknown, only what it waits for."""
    values = reason.values
    if reason.answer == "unknown":
        return few([one.label for one in values if not one.known], MOST_VALUES)
    said = [f"{one.label}: {one.value}" + (f", {one.date}" if one.date else "") for one in values]
    return few(said, MOST_VALUES)
