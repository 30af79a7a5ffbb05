"""A handout as a sheet: a draft for the clinician, or released for the family."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ferrata.guideline.evidence import Assumption, Source, Warrant
from ferrata.guideline.handout import Handout
from ferrata.plan.model import NOTICE, Warranted
from ferrata.plan.text import harmless
from ferrata.version import VERSION

DRAFT = "DRAFT for a clinician to release. Not yet for patients or families."
CLOSING = (
    "This sheet does not take the place of your team. It is not for emergencies: then call your "
    "hospital's emergency line at once."
)
_WIDTH = 80


SHEET_SCHEMA_VERSION = "1.0"


class SheetParagraph(Struct, frozen=True, kw_only=True):
    """A paragraph, its heading (empty when it has none) and the ids it rests on."""

    heading: str
    text: str
    rests_on: tuple[str, ...]


class Release(Struct, frozen=True, kw_only=True):
    """Who gives a handout to a family, and on which day (ISO 8601)."""

    by: str
    on: str


class Sheet(Struct, frozen=True, kw_only=True):
    """A handout for printing; without `released` it is a draft."""

    topic: str
    title: str
    readers: str
    paragraphs: tuple[SheetParagraph, ...]
    closing: str
    released: Release | None
    warrants: tuple[Warranted, ...]
    notice: str
    schema_version: str
    software: str
    text_hash: str


def release(by: str, on: date) -> Release:
    """Return the release of a handout by a named clinician.

    Raises:
        ValueError: when nobody is named.
    """
    name = harmless(" ".join(by.split()))
    if not name:
        raise ValueError("a release names the clinician who answers for the text")
    return Release(by=name, on=on.isoformat())


def sheet(
    handout: Handout, sources: Iterable[Source], readers: str, released: Release | None = None
) -> Sheet:
    """Return the sheet of `handout`; `readers` says for whom it is written.

    The hash is that of the words a family reads, so that a printed sheet tells its version.
    """
    named = {one.id: one for one in sources}
    warrants = {one.id: one for part in handout.paragraphs for one in part.warrant}
    words = [handout.title, readers, *(f"{one.heading}\n{one.text}" for one in handout.paragraphs)]
    return Sheet(
        schema_version=SHEET_SCHEMA_VERSION,
        topic=handout.id,
        title=handout.title,
        readers=readers,
        paragraphs=tuple(
            SheetParagraph(
                heading=one.heading, text=one.text, rests_on=tuple(w.id for w in one.warrant)
            )
            for one in handout.paragraphs
        ),
        closing=CLOSING,
        released=released,
        warrants=tuple(_warranted(warrants[key], named) for key in sorted(warrants)),
        notice=NOTICE,
        software=f"ferrata {VERSION}",
        text_hash=hashlib.sha256("\n\n".join([*words, CLOSING]).encode()).hexdigest(),
    )


def _warranted(one: Warrant, sources: dict[str, Source]) -> Warranted:
    if isinstance(one, Assumption):
        return Warranted(
            id=one.id,
            kind="assumption",
            text=one.text,
            source="",
            rationale=one.rationale,
            review=one.review,
        )
    return Warranted(
        id=one.id, kind="statement", text=one.text, source=sources[one.source].citation
    )


def sheet_text(made: Sheet) -> str:
    """Return a sheet as text, at most 80 columns: a family sees no ids, a clinician all of them."""
    return "\n".join(harmless(line) for line in _lines(made)) + "\n"


def _lines(made: Sheet) -> Iterator[str]:
    if made.released is None:
        yield from (DRAFT, *_wrapped(made.notice), "")
    yield from (made.title, "=" * len(made.title), "", *_wrapped(made.readers))
    for part in made.paragraphs:
        yield ""
        if part.heading:
            yield from (part.heading, "-" * len(part.heading))
        yield from _wrapped(part.text)
        if made.released is None:
            yield f"    [{' '.join(part.rests_on)}]"
    yield from ("", *_wrapped(made.closing), "")
    version = f"{made.software}, text {made.text_hash[:12]}"
    if made.released is not None:
        yield from _wrapped(f"Released by {made.released.by} on {made.released.on}. {version}.")
        return
    yield from ("What it rests on", "----------------")
    for one in made.warrants:
        origin = one.source if one.kind == "statement" else f"assumption, {one.review}"
        yield from _wrapped(f"{one.id}  {one.text} [{origin}]", "      ")
    yield from ("", *_wrapped(f"{DRAFT} {version}."))


def _wrapped(text: str, then: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )
