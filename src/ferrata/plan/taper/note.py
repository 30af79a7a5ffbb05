"""A plan of a course as a note: plain ASCII, at most 80 columns, no number cut."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from ferrata.guideline.units import plain
from ferrata.plan.lines import harmless, tied, untied
from ferrata.plan.taper.model import TaperPlan
from ferrata.plan.taper.words import (
    amount_of,
    dose_of,
    each_dose,
    for_all,
    length,
    replaced,
    weekday,
)

WIDTH = 80
_LETTERS = str.maketrans({"≥": ">=", "≤": "<=", "×": "x", "–": "-", "—": "-", "≈": "~", "’": "'"})
_IN_NOTES = frozenset(
    {"How to give it", "Never stop suddenly", "Stress doses", "A missed or vomited dose"}
)


def taper_note(made: TaperPlan) -> str:
    """Return `made` as text to paste into a note."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(made))


def ascii_only(text: str) -> str:
    """Return `text` in ASCII: letters without their marks, "?" for what has no like."""
    split = unicodedata.normalize("NFKD", harmless(text).translate(_LETTERS))
    bare = "".join(one for one in split if not unicodedata.combining(one))
    return bare.encode("ascii", "replace").decode()


def narrow(text: str, indent: str = "", then: str = "") -> Iterator[str]:
    """Yield `text` in ASCII lines of at most 80 columns; no number is parted from its unit."""
    for line in textwrap.wrap(
        tied(ascii_only(text)),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        yield untied(line)


def _lines(made: TaperPlan) -> Iterator[str]:
    yield from narrow(for_all(made).capitalize() if not made.for_whom else for_all(made))
    yield f"Made {made.made_on} (id {made.id}, revision {made.revision})"
    for one in made.replaces[:1]:
        yield from narrow(f"Replaces {replaced(one)}, void from {one.void_from} on", "", "  ")
    if made.breakthrough_on is not None:
        yield f"Restart after a breakthrough on {made.breakthrough_on}"
    for one in made.flags:
        yield from narrow(f"! {one}", "", "  ")
    yield ""
    for one in made.steps:
        yield from narrow(
            f"{weekday(one.first)} {one.first} - {weekday(one.last)} {one.last}: "
            f"{dose_of(one)} a day = {each_dose(one)}",
            "",
            "    ",
        )
    yield f"Last dose {weekday(made.last)} {made.last}."
    yield from narrow(
        f"In all {length(made.days)}, {plain(made.total_mg)} mg: "
        + "; ".join(amount_of(one) for one in made.supplies),
        "",
        "  ",
    )
    for one in made.unchecked:
        yield from narrow(f"! {one}", "", "  ")
    yield ""
    for one in made.notes:
        if one.topic in _IN_NOTES:
            yield from narrow(f"{one.topic}: {one.text}", "", "  ")
    yield ""
    yield from narrow(made.notice)
    spoke = made.guideline
    yield from narrow(
        f"{made.software}, guideline {spoke.id} {spoke.version} ({spoke.hash[:12]}), {spoke.review}"
    )
