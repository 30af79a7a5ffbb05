"""Text for patients and families: paragraphs in plain words, each with its warrants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ferrata.guideline.errors import GuidelineError, Where
from ferrata.guideline.evidence import Warrant, Warrants


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the heading it stands under (perhaps none) and what it rests on."""

    text: str
    warrant: tuple[Warrant, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """One topic for families: its id, the group it is listed under, title and paragraphs."""

    id: str
    group: str
    title: str
    paragraphs: tuple[Paragraph, ...]


_IDS = re.compile(r"^(?P<text>.*\S)\s+\[(?P<ids>[A-Z]\d+[a-z]?(?: [A-Z]\d+[a-z]?)*)\]$")


def read_handout(id: str, group: str, markdown: str, warrants: Warrants) -> Handout:
    """Return the handout of a Markdown text.

    The first block is the title (``# …``); ``## …`` is a heading; every other block is a paragraph
    that ends with the ids it rests on: ``A cut can bleed for long. [A240 A04]``.

    Raises:
        GuidelineError: when the title, the text or the ids of a paragraph are missing.
        WarrantMissing: when an id names nothing.
    """
    title, heading, paragraphs = "", "", list[Paragraph]()
    for line, block in _blocks(markdown):
        if block.startswith("# ") and not title:
            title = block[2:]
        elif block.startswith("## "):
            heading = block[3:]
        elif (found := _IDS.match(block)) is not None:
            named = warrants(*found["ids"].split())
            paragraphs.append(Paragraph(found["text"], named, heading))
            heading = ""
        else:
            raise GuidelineError(
                f"a paragraph of the handout {id!r} does not say what it rests on",
                why="a clinician releases the text and has to see where each paragraph comes from",
                write="the ids at its end: A cut can bleed for long. [A240]",
                where=Where(f"{id}.md", line),
            )
    if not title or not paragraphs or heading:
        raise GuidelineError(
            f"the handout {id!r} lacks a title, a paragraph, or one below its last heading",
            why="a family would get a sheet with a hole in it",
            write="# Title, a blank line, and a paragraph with its ids",
            where=Where(f"{id}.md", 1),
        )
    return Handout(id, group, title, tuple(paragraphs))


def _blocks(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the number of the first line of each block and its words on one line."""
    held: list[str] = []
    for number, line in enumerate([*markdown.splitlines(), ""], start=1):
        if line.strip():
            held.append(line.strip())
        elif held:
            yield number - len(held), " ".join(held)
            held = []
