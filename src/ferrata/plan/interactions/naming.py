"""Which treatments the codes and the words of an entry name, and what of it nobody knows.

A name counts wherever it stands as whole words, in any of an entry's names, and codes count beside
it: one partner too many costs a look. A part of a product's name that no table knows is kept, so
that nobody takes it for checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ferrata.guideline.interactions import Names
from ferrata.record.model import Coding

_PARTS = re.compile(r"\s*[/+;,]\s*|\s+(?:and|with|und|et|y)\s+")
_WORDS = re.compile(r"[\s,;()\[\]+/]+")
_LONGEST = 6
"""Words of the longest name that is looked for."""
_MOST = 500
"""Characters of a name that are read; a longer one is kept as not checked."""
_UNITS = frozenset({"ml", "l", "day", "d", "h", "hr", "dose", "kg", "m2", "week", "mg", "actuat"})


@dataclass(frozen=True, slots=True)
class Named:
    """The ids that were named, and the parts of the name that no table knows."""

    concepts: tuple[str, ...]
    unknown: tuple[str, ...]


def named(
    codings: tuple[Coding, ...], text: str | None, names: Names, concepts: Iterable[str] = ()
) -> Named:
    """Return what an entry names; `concepts` are the ids that its reader found already."""
    found = dict.fromkeys((*concepts, *(id for one in codings for id in _by_code(one, names))))
    written = tuple(
        dict.fromkeys(_plain(one) for one in (text, *(c.display for c in codings)) if one)
    )
    for one in written:
        found.update(dict.fromkeys(_ids(one, names)))
    left = {one: tuple(_unknown(one, names)) for one in written}
    if found:
        # A brand beside a code that is known says nothing new; another ingredient does.
        parts = [part for one, parts in left.items() if parts != (one,) for part in parts]
        return Named(tuple(found), tuple(dict.fromkeys(parts)))
    if any(not parts for parts in left.values()):
        return Named((), ())
    code = next((one.code for one in codings if one.code), None)
    return Named((), (written[0] if written else code or "a medicine without a name",))


def _by_code(one: Coding, names: Names) -> Iterator[str]:
    system, code = names.spellings.get(one.system or "", one.system or ""), one.code or ""
    found = names.codes.get((system, code))
    if found is not None:
        yield found
    for group, begins, id in names.groups:
        if system == group and code.startswith(begins):
            yield id


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _ids(text: str, names: Names) -> Iterator[str]:
    """The ids that words of `text` name, the longest names first, each word once."""
    whole = names.words.get(text)
    if whole is not None:
        yield from whole
        return
    words = _words(text)
    left = set(range(len(words)))
    for length in range(min(len(words), _LONGEST), 0, -1):
        for start in range(len(words) - length + 1):
            places = set(range(start, start + length))
            ids = names.words.get(" ".join(words[start : start + length]))
            if ids is not None and places <= left:
                left -= places
                yield from ids


def _words(text: str) -> list[str]:
    return [one for one in _WORDS.split(text[:_MOST]) if one]


def _unknown(text: str, names: Names) -> Iterator[str]:
    """The parts of a name that no table knows; the name itself when it has one part only."""
    if text in names.words:
        return
    if len(text) > _MOST:
        yield text[:_MOST]
        return
    parts = [one for one in _PARTS.split(text) if any(map(str.isalpha, one)) and not _unit(one)]
    for one in parts or [text]:
        if not any(True for _ in _ids(one, names)) and not _holds(one, names.others):
            yield text if len(parts) < 2 else one


def _holds(text: str, names: frozenset[str]) -> bool:
    words = _words(text)
    return any(
        " ".join(words[start : start + length]) in names
        for length in (1, 2, 3)
        for start in range(len(words) - length + 1)
    )


def _unit(part: str) -> bool:
    return part.strip("0123456789. ") in _UNITS
