"""Where statements and assumptions are cited: a walk over any declared value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import cast

from ferrata.guideline.evidence import Assumption, Statement, Warrant
from ferrata.guideline.features import Feature


@dataclass(frozen=True, slots=True)
class Citation:
    """A warrant, and the path to what cites it: ids from the outside in."""

    warrant: Warrant
    path: tuple[str, ...]

    def __str__(self) -> str:
        return " / ".join(self.path)


def citations(value: object, path: tuple[str, ...] = ()) -> Iterator[Citation]:
    """Yield every citation inside `value`, a tree of tuples, mappings and frozen dataclasses.

    A dataclass with an `id` or, without one, a `title` adds it to the path. What a feature is
    derived from is not walked: a criterion cites for the features that it asks.
    """
    match value:
        case Statement() | Assumption():
            yield Citation(value, path)
        case Feature() | str():
            pass
        case tuple() | list() | frozenset():
            for one in cast("tuple[object, ...]", value):
                yield from citations(one, path)
        case Mapping():
            for one in cast("Mapping[object, object]", value).values():
                yield from citations(one, path)
        case _ if is_dataclass(value) and not isinstance(value, type):
            name = getattr(value, "id", None) or getattr(value, "title", None)
            inside = (*path, name) if isinstance(name, str) else path
            for field in fields(value):
                yield from citations(getattr(value, field.name), inside)
        case _:
            pass
