"""Lines of a page: 100 columns in a note, fewer on a narrow terminal, no number cut."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from ferrata.languages import say, tell
from ferrata.plan.model import Level, Reason, Seen

WIDTH = 100
"""The columns of a page, in a file or a note; a line is no easier to read on a wider one."""

MOST_VALUES = 6
"""A reason shows so many values in text; the JSON holds them all."""

_DRIVING = dict.fromkeys(
    (
        *(*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
        *range(0xD800, 0xE000),
    ),
    "\ufffd",
)
"""Controls and overrides of direction that a name or a note in a record may hold.

Surrogates too: a command line that is not UTF-8 holds them, and nothing can be written with them.
"""


_COLUMNS: ContextVar[int] = ContextVar("columns", default=WIDTH)
_NARROWEST = 40


def columns() -> int:
    """Return how many columns a page has now: :data:`WIDTH`, unless a terminal is narrower."""
    return _COLUMNS.get()


@contextmanager
def printed_on(width: int) -> Generator[None, None, None]:
    """Print pages on a terminal of `width` columns within."""
    token = _COLUMNS.set(max(_NARROWEST, min(WIDTH, width)))
    try:
        yield
    finally:
        _COLUMNS.reset(token)


def harmless(line: str) -> str:
    """Return `line` without characters that drive a terminal or turn the reading direction."""
    return line.translate(_DRIVING)


def heading(title: str) -> Iterator[str]:
    """Return an empty line and a heading."""
    yield ""
    yield title.upper()


_TIE = "\x1f"
"""Stands for a space that no line may end at; `harmless` leaves none in a text."""

_MEASURED = re.compile(
    r"(?<=[0-9]) (?=(?:x [0-9]|"
    r"(?:mg|g|kg|micrograms|ng|mL|cm|m2|%|tablets?|capsules?|vials?|days?|weeks?|months?)(?!\w)))"
)
"""The space between a number and its unit (H31)."""


def tied(text: str) -> str:
    """Return `text` with each number tied to its unit, for a wrapping that :func:`untied` ends."""
    return _MEASURED.sub(_TIE, text)


def untied(line: str) -> str:
    """Return a wrapped line with its spaces back."""
    return line.replace(_TIE, " ")


def wrapped(text: str, indent: str = "", then: str | None = None) -> Iterator[str]:
    """Return `text` in lines; the first begins with `indent`, the others with `then`.

    A number stays on one line with its unit (H31).
    """
    lines = textwrap.wrap(
        tied(text),
        columns(),
        initial_indent=indent,
        subsequent_indent=indent if then is None else then,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from map(untied, lines)


def few(parts: Iterable[str], most: int) -> str:
    """Return at most `most` of `parts`, and how many more there are."""
    listed = list(parts)
    shown = "; ".join(listed[:most])
    more = len(listed) - most
    return shown + (say("frame.more", "; and {number} more", number=more) if more > 0 else "")


def level_text(level: Level) -> str:
    """Return how far something is advised, in capitals, as it stands before the advice."""
    match level:
        case Level.OFFERED:
            return say("level.offered", "OFFERED")
        case Level.CONDITIONAL:
            return say("level.conditional", "ON CONDITION")
        case Level.CANNOT_TELL:
            return say("level.cannot-tell", "CANNOT TELL YET")
        case Level.WITHHELD:
            return say("level.withheld", "WITHHELD")
        case Level.CONTRAINDICATED:
            return say("level.contraindicated", "CONTRAINDICATED")


def unmet(reason: Reason) -> str:
    """Return a reason in words; that it is not met, or not known, stands first."""
    said = tell("text", reason.text)
    match reason.answer:
        case "no":
            return say("reason.not-met", "not met: {reason}", reason=said)
        case "unknown":
            return say("reason.not-known", "not known: {reason}", reason=said)
        case _:
            return said


def value_said(value: str) -> str:
    """Return a value; yes and no are words, everything else stays as it is."""
    match value:
        case "yes":
            return say("value.yes", "yes")
        case "no":
            return say("value.no", "no")
        case _:
            return value


def label_said(label: str) -> str:
    """Return the label of a feature."""
    return tell("label", label)


def values_text(reason: Reason) -> str:
    """Return the values behind a reason; while it is unknown, only what it waits for."""
    values = reason.values
    if reason.answer == "unknown":
        return few([label_said(one.label) for one in values if not one.known], MOST_VALUES)
    return few(map(seen_text, values), MOST_VALUES)


def seen_text(one: Seen) -> str:
    """Return a value with its label and date."""
    return f"{label_said(one.label)}: {value_said(one.value)}" + (
        f", {one.date}" if one.date else ""
    )
