"""Assessments: criteria that clinicians count up to a conclusion, such as a diagnosis.

A criteria set has items and ordered conclusions, the strongest first; each conclusion names how
many of which items it needs. Published copies of a set are amendments of it by item id. Around
the sets stand what a record's values can be falsified by, classes, exclusions and what to do next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ferrata.guideline.actions import Ask, Order
from ferrata.guideline.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    IsKnown,
    all_of,
    any_of,
    at_least,
    walk,
)
from ferrata.guideline.errors import NotMonotone, RuleError
from ferrata.guideline.events import Analyte, Sign, Treatment
from ferrata.guideline.pathway import Recommendation, Rule, check_monotone
from ferrata.guideline.units import Quantity
from ferrata.guideline.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Rule):
    """One thing that a criteria set asks. `note` says what its answer does not mean."""

    title: str
    condition: Condition
    note: str = ""

    def __post_init__(self) -> None:
        super(Item, self).__post_init__()
        check_monotone(self.condition, self)


@dataclass(frozen=True, slots=True)
class Among:
    """At least `count` of `items`, by id."""

    count: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion(Rule):
    """What holds when every one of `needs` does; `text` says what follows from it."""

    title: str
    needs: tuple[Among, ...]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """Items and the conclusions they lead to, the strongest conclusion first.

    `scope` says to whom the set applies; everybody when None. `base` and `because` tell of which
    set it is an amendment, and why; both are empty for a set that stands by itself.

    Raises:
        RuleError: when ids clash, there is no conclusion, or one counts items that are not there.
    """

    id: str
    title: str
    version: str
    items: tuple[Item, ...]
    conclusions: tuple[Conclusion, ...]
    scope: Item | None = None
    base: str = ""
    because: str = ""

    def __post_init__(self) -> None:
        scope = () if self.scope is None else (self.scope,)
        _check_ids(self.id, (*scope, *self.items, *self.conclusions))
        if not self.conclusions:
            raise RuleError(
                f"{self.id} has no conclusion",
                why="criteria are counted up to something",
                write="Conclusion(..., needs=(Among(1, (item, ...)),))",
            )
        present = {item.id for item in self.items}
        for conclusion in self.conclusions:
            for among in conclusion.needs:
                absent = sorted(set(among.items) - present)
                if absent or not 1 <= among.count <= len(set(among.items)):
                    raise RuleError(
                        f"{conclusion.id} of {self.id} counts {among.count} of {among.items}",
                        why=f"there is no {', '.join(absent)}"
                        if absent
                        else "it would hold for everybody, or for nobody",
                        write=f"1 to {len(set(among.items))} of {', '.join(sorted(present))}",
                        where=conclusion.where,
                    )

    def item(self, id: str) -> Item:
        """Return the item called `id`."""
        return next(one for one in self.items if one.id == id)

    def conclusion(self, id: str) -> Conclusion:
        """Return the conclusion called `id`."""
        return next(one for one in self.conclusions if one.id == id)

    def condition(self, conclusion: str) -> AllOf:
        """Return what must hold for a conclusion, as one condition."""
        return all_of(*(self._among(one) for one in self.conclusion(conclusion).needs))

    def _among(self, among: Among) -> AllOf | AnyOf | AtLeast:
        parts = tuple(self.item(id).condition for id in among.items)
        if among.count == len(parts):
            return all_of(*parts)
        return any_of(*parts) if among.count == 1 else at_least(among.count, *parts)

    def amend(
        self, *, id: str, title: str, because: str, replace_: Iterable[Item] = ()
    ) -> CriteriaSet:
        """Return this set with items replaced (same id).

        Raises:
            RuleError: when an item to replace does not exist.
        """
        swapped = {item.id: item for item in replace_}
        present = {item.id for item in self.items}
        for missing in sorted(swapped.keys() - present):
            raise RuleError(
                f"{id} changes item {missing}, which {self.id} does not have",
                why="an amendment that misses its item would change nothing, unseen",
                write=f"one of {', '.join(sorted(present))}",
            )
        return replace(
            self,
            id=id,
            title=title,
            base=self.id,
            because=because,
            items=tuple(swapped.get(item.id, item) for item in self.items),
        )


class Falsifies(StrEnum):
    """What a circumstance does to a value that is looked at for being high or present."""

    LOWERS = "lowers"
    RAISES = "raises"
    REPLACES = "replaces"


@dataclass(frozen=True, slots=True, kw_only=True)
class FalsifiedBy(Rule):
    """Values of `concepts` drawn under a circumstance say less than they seem to.

    The circumstance is a course of one of `treatments`, from the day after it began until `lasts`
    after it ended (None: for good), or any day after the first assertion of one of `after`. What
    lowers a value leaves it a lower bound: high counts, normal does not count as no. What raises
    one leaves it an upper bound, what replaces one leaves nothing of it.
    """

    title: str
    concepts: tuple[Analyte | Sign, ...]
    how: Falsifies
    treatments: tuple[Treatment, ...] = ()
    after: tuple[Sign, ...] = ()
    lasts: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForAge(Rule):
    """A result as a multiple of the limit for the age at which it was drawn, as analyte `into`.

    `limits` are pairs of the age from which a limit holds and the limit, youngest first. With
    `near`, only results within `apart` of one of those analytes count. A yes to `said` is a
    result above the limit, a no one that is not.
    """

    title: str
    analyte: Analyte
    into: Analyte
    birth: Sign
    limits: tuple[tuple[Quantity, Quantity], ...]
    near: tuple[Analyte, ...] = ()
    apart: Quantity | None = None
    said: Sign | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied(Rule):
    """Each of `by` is a kind of `sign`: a yes to it is a yes to the sign. A no says nothing."""

    sign: Sign
    by: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Rule):
    """A yes to `sign` on so many days is at least so many of `analyte`; only no is none.

    More can follow, so that a number from one on is a lower bound.
    """

    sign: Sign
    analyte: Analyte


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested(Rule):
    """Shares of the same cells: each of `shares` is at most the next one.

    Where one was never measured, the next larger one bounds it from above, else the next smaller
    one from below.
    """

    shares: tuple[Analyte, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Rule):
    """A class of those in whom the criteria are met, or a kind of those in whom they are not.

    `former` is its older name, `beside` what another vocabulary calls it, `text` what follows.
    """

    title: str
    when: Condition
    former: str = ""
    beside: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        super(Kind, self).__post_init__()
        check_monotone(self.when, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that is asked to reach a conclusion, and what to do with it.

    `criteria` conclude; `copies` are published copies of them, compared; `others` are other
    definitions, shown beside. `kinds` are classes; `exclusions` are other diseases, which overrule
    the conclusion when `overruled` holds; `alerts` hold or not. `next` is in the order to follow.

    Raises:
        RuleError: when two rules have one id.
        NotMonotone: when advice that does more than order or ask depends on known().
    """

    id: str
    title: str
    version: str
    vocabularies: tuple[type[Vocabulary], ...]
    criteria: CriteriaSet
    copies: tuple[CriteriaSet, ...] = ()
    others: tuple[CriteriaSet, ...] = ()
    kinds: tuple[Kind, ...] = ()
    exclusions: tuple[Kind, ...] = ()
    overruled: Condition
    alerts: tuple[Kind, ...] = ()
    next: tuple[Recommendation, ...] = ()
    falsified: tuple[FalsifiedBy, ...] = ()
    for_age: tuple[ForAge, ...] = ()
    implied: tuple[Implied, ...] = ()
    tallies: tuple[Tally, ...] = ()
    nested: tuple[Nested, ...] = ()
    shown: tuple[Analyte | Sign, ...] = ()
    review: str = "not clinically reviewed"

    def __post_init__(self) -> None:
        _check_ids(self.id, self.rules)
        for one in self.next:
            asks_known = any(isinstance(node, IsKnown) for node in walk(one.when))
            if asks_known and not all(isinstance(action, Order | Ask) for action in one.do):
                raise NotMonotone(
                    f"recommendation {one.id} asks known() and does more than order or ask",
                    why="forgetting a fact could then turn advice on",
                    write="known() only where every action is an Order or an Ask",
                    where=one.where,
                )

    @property
    def sets(self) -> tuple[CriteriaSet, ...]:
        """Every criteria set, the one that concludes first."""
        return (self.criteria, *self.copies, *self.others)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule outside the criteria sets."""
        return (
            *self.kinds,
            *self.exclusions,
            *self.alerts,
            *self.next,
            *self.falsified,
            *self.for_age,
            *self.implied,
            *self.tallies,
            *self.nested,
        )

    @property
    def conditions(self) -> Iterator[Condition]:
        """Every condition that is judged."""
        for one in self.sets:
            if one.scope is not None:
                yield one.scope.condition
            yield from (item.condition for item in one.items)
            yield from (one.condition(conclusion.id) for conclusion in one.conclusions)
        yield self.overruled
        yield from (one.when for one in (*self.kinds, *self.exclusions, *self.alerts, *self.next))


def _check_ids(id: str, rules: Iterable[Rule]) -> None:
    twice = sorted(key for key, count in Counter(rule.id for rule in rules).items() if count > 1)
    if twice:
        raise RuleError(
            f"two rules of {id} are called {', '.join(twice)}",
            why="amendments, reports and documents name rules by id",
            write="another id",
        )
