"""Who notices a mutant: the language, a vignette, a table, a theorem. The cheap ones go first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from tests.mutation.contexts import Difference, written
from tests.mutation.equivalence import same_values, shown_equivalent, touches
from tests.mutation.model import Mutant
from tests.mutation.proving import refuted
from tests.mutation.replacing import mutated
from tests.mutation.tables import Row, rows
from tests.mutation.touching import Told, forbidden, matters, told
from tests.vignettes.model import Vignette
from tests.vignettes.running import differences

from ferrata.guideline.errors import FerrataError, GuidelineError
from ferrata.guideline.guideline import Guideline
from ferrata.plan import plan
from ferrata.record.model import Record


class By(StrEnum):
    """What became of a mutant."""

    LANGUAGE = "refused by the language"
    VIGNETTE = "vignette"
    TABLE = "table"
    THEOREM = "theorem"
    EQUIVALENT = "shown equivalent"
    NOBODY = "survived"

    @property
    def killed(self) -> bool:
        """Whether somebody noticed."""
        return self in {By.LANGUAGE, By.VIGNETTE, By.TABLE, By.THEOREM}


@dataclass(frozen=True)
class Fate:
    """What became of one mutant, and which test said so, with its first words."""

    mutant: Mutant
    by: By
    test: str = ""
    said: str = ""


def disagreement(vignette: Vignette, record: Record, world: dict[str, Guideline]) -> str:
    """Return the first difference between a vignette and the plan of a mutated guideline."""
    guideline = world[vignette.guideline]
    try:
        made = plan(record, guideline, guideline.site(), vignette.on)
    except (FerrataError, LookupError, ValueError, TypeError, RecursionError) as error:
        return f"no plan: {type(error).__name__}"
    return next(iter((*differences(vignette, made), *forbidden(vignette, made))), "")


@dataclass
class Court:
    """Tries mutants of `guidelines`; remembers which vignettes have killed most."""

    guidelines: tuple[Guideline, ...]
    theorems: bool = True
    kills: Counter[str] = field(default_factory=Counter[str])

    def fate(self, mutant: Mutant) -> Fate:
        """Return what becomes of `mutant`."""
        for read in (written, rows, told):
            read()  # while no mutant is in force
        try:
            with mutated(mutant, self.guidelines) as changed:
                return self._tried(mutant, {one.id: one for one in changed})
        except GuidelineError as error:
            return Fate(mutant, By.LANGUAGE, type(error).__name__, str(error).partition("\n")[0])

    def _tried(self, mutant: Mutant, world: dict[str, Guideline]) -> Fate:
        for each in (self._tabled, self._told):
            fate = each(mutant, world)
            if fate is not None:
                return fate
        return self._proved(mutant, world) if self.theorems else Fate(mutant, By.NOBODY)

    def _told(self, mutant: Mutant, world: dict[str, Guideline]) -> Fate | None:
        if mutant.kind == "Invariant" or mutant.operator == "allowed":
            return None  # neither has a word in a plan
        difference = Difference(mutant)
        for one in self._ordered(mutant, world):
            vignette = one.vignette
            if vignette.missing is None and not difference.seen_by(one.days):
                continue
            said = disagreement(vignette, one.record, world)
            if said:
                self.kills[vignette.id] += 1
                return Fate(mutant, By.VIGNETTE, vignette.id, said)
        return None

    def _tabled(self, mutant: Mutant, world: dict[str, Guideline]) -> Fate | None:
        for row in by_relevance(mutant, rows()):
            said = row.check(tuple(world.values()))
            if said:
                return Fate(mutant, By.TABLE, row.id, said)
        return None

    def _proved(self, mutant: Mutant, world: dict[str, Guideline]) -> Fate:
        same = None if mutant.kind == "Invariant" else self._same(world)
        if same is not None:  # then no theorem tells it either
            return Fate(mutant, By.EQUIVALENT, "prover", same)
        for original in self.guidelines:
            said = refuted(original, world[original.id])
            if said:
                return Fate(mutant, By.THEOREM, original.id, said)
        same = self._same(world) if mutant.kind == "Invariant" else None
        if same is not None:
            return Fate(mutant, By.EQUIVALENT, "prover", same)
        return Fate(mutant, By.NOBODY)

    def _same(self, world: dict[str, Guideline]) -> str | None:
        """Return why nobody tells the mutant in force from the original; None when some may."""
        same = same_values(written())
        if same is not None:
            return same
        touched = [one for one in self.guidelines if touches(one, world[one.id])]
        shown = [shown_equivalent(one, world[one.id]) for one in touched]
        reasons = [one for one in shown if one is not None]
        told = touched and len(reasons) == len(touched)
        return "; ".join(dict.fromkeys(reasons)) if told else None

    def _ordered(self, mutant: Mutant, world: dict[str, Guideline]) -> Iterable[Told]:
        own, around = set(mutant.statements), set(mutant.around)

        def rank(one: Told) -> tuple[int, int, int]:
            named = set(one.vignette.statements)
            return -len(named & own), -len(named & around), -self.kills[one.vignette.id]

        here = (one for one in told() if one.vignette.guideline in world)
        return sorted((one for one in here if matters(mutant, one)), key=rank)


def by_relevance(mutant: Mutant, found: Iterable[Row]) -> list[Row]:
    """Return rows with those first that name a statement of the mutant."""
    named = set(mutant.around)
    return sorted(found, key=lambda row: -len(named & set(row.statements)))
