"""Which pairs of treatments interact, and by what names and codes a record says them.

One table: the interactions of the monographs, turned so that either partner finds them. It holds
what was declared and no more, so that what it does not have is *not listed*, never *none*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ferrata.guideline.errors import RuleError, WarrantMissing, author_line
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.monograph import Certainty, Handling, Interaction, Monograph


@dataclass(frozen=True, slots=True)
class Lasting:
    """For how many days a treatment still matters after it was stopped.

    Raises:
        RuleError: when the number of days is not positive.
    """

    treatment: Treatment
    days: int
    warrant: tuple[Warrant, ...]

    def __post_init__(self) -> None:
        if self.days < 1:
            raise RuleError(
                f"{self.treatment.label} matters for {self.days} days after it was stopped",
                why="what ends with its last day needs no row",
                write="Lasting(ITRACONAZOLE, 28, warrant(...))",
                where=author_line(),
            )
        if not self.warrant:
            raise WarrantMissing(
                f"how long {self.treatment.label} matters has no warrant",
                why="every rule rests on a numbered statement of a source or on an assumption",
                write='warrant("A278")',
                where=author_line(),
            )


@dataclass(frozen=True, slots=True)
class Pair:
    """An interaction of `treatment` that names `other`."""

    treatment: Treatment
    other: Treatment
    interaction: Interaction

    @property
    def order(self) -> tuple[int, int]:
        """What must be avoided stands first; of equals, what is known best."""
        return _HANDLING[self.interaction.do], _CERTAINTY[self.interaction.certainty]


_HANDLING = {one: place for place, one in enumerate(Handling)}
_CERTAINTY = {one: place for place, one in enumerate(Certainty)}


@dataclass(frozen=True, kw_only=True)
class Names:
    """By what a record names a treatment.

    `codes` by system and code; `groups`: a system, how a code of the group begins, and its id;
    `words`: names in lower case, each with the ids it means; `others`: names of medicines that are
    known and in no pair; `spellings`: other addresses of a code system.
    """

    codes: Mapping[tuple[str, str], str]
    groups: tuple[tuple[str, str, str], ...]
    words: Mapping[str, tuple[str, ...]]
    others: frozenset[str]
    spellings: Mapping[str, str]


@dataclass(frozen=True)
class InteractionTable:
    """The interactions of `monographs`, how long each partner lasts, and the names of all."""

    monographs: tuple[Monograph, ...]
    lasting: tuple[Lasting, ...]
    names: Names

    @cached_property
    def treatments(self) -> Mapping[str, Treatment]:
        """Every treatment with a monograph, by id."""
        return {one.id: one.treatment for one in self.monographs}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The label of every treatment and every partner, by id."""
        return {
            one.id: one.label for pair in self.pairs for one in (pair.other, pair.treatment)
        } | {id: one.label for id, one in self.treatments.items()}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every interaction, once for each ingredient or group that it names."""
        return tuple(
            Pair(monograph.treatment, other, interaction)
            for monograph in self.monographs
            for interaction in monograph.interactions
            for other in interaction.with_
        )

    @cached_property
    def size(self) -> int:
        """How many pairs it holds, each counted once whoever names it."""
        return len({frozenset((one.treatment.id, one.other.id)) for one in self.pairs})

    @cached_property
    def _by_pair(self) -> Mapping[frozenset[str], tuple[Pair, ...]]:
        found: defaultdict[frozenset[str], list[Pair]] = defaultdict(list)
        for one in self.pairs:
            found[frozenset((one.treatment.id, one.other.id))].append(one)
        return {key: tuple(sorted(pairs, key=lambda p: p.order)) for key, pairs in found.items()}

    def between(self, one: str, others: Iterable[str]) -> Iterator[Pair]:
        """Yield what is listed between `one` and any of `others`, by ids, what to avoid first."""
        found = {
            pair: None
            for other in others
            for pair in self._by_pair.get(frozenset((one, other)), ())
        }
        yield from sorted(found, key=lambda pair: pair.order)

    def lasts(self, ids: Iterable[str]) -> Lasting | None:
        """Return the longest time for which any of `ids` still matters after its end."""
        asked = set(ids)
        rows = [one for one in self.lasting if one.treatment.id in asked]
        return max(rows, key=lambda one: one.days, default=None)
