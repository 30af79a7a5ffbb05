"""A mutant: one change to the content of a guideline, with a name that stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ferrata.guideline.evidence import Warrant


class Drop:
    """Stands where a member of a tuple is taken away."""


DROP = Drop()


@dataclass(frozen=True)
class Change:
    """What becomes of one node: `make` gives the new one, or raises where the language refuses."""

    operator: str
    make: Callable[[], object]
    detail: str = ""


@dataclass(frozen=True)
class Mutant:
    """One change: `target` becomes what `make` gives, everywhere it is used.

    `bearer` is the rule, criterion or feature that it stands in and `kind` the bearer's kind;
    `statements` are the ids that the innermost bearer of a warrant names, `around` those of
    everything the target is used by.
    """

    bearer: str
    path: str
    operator: str
    detail: str
    kind: str
    text: str
    statements: tuple[str, ...]
    around: tuple[str, ...]
    target: object
    make: Callable[[], object]

    @property
    def id(self) -> str:
        """The mutant's name: bearer, path and operator."""
        place = f"{self.bearer}/{self.path}" if self.path else self.bearer
        return f"{place}: {self.operator}{' ' + self.detail if self.detail else ''}"


def named(*warrants: Iterable[Warrant]) -> tuple[str, ...]:
    """Return the ids of `warrants`, each once, in order."""
    return tuple(dict.fromkeys(one.id for group in warrants for one in group))
