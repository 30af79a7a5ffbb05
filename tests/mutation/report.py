"""What became of the mutants, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from tests.mutation.killing import By, Fate
from tests.mutation.model import Mutant
from tests.mutation.survivors import listed


def sample(mutants: Sequence[Mutant], size: int) -> tuple[Mutant, ...]:
    """Return `size` mutants, the same ones as long as they are there; in reading order."""
    order = sorted(mutants, key=lambda one: sha256(one.id.encode()).digest())
    chosen = {one.id for one in order[:size]}
    return tuple(one for one in mutants if one.id in chosen)


def rate(fates: Iterable[Fate]) -> float:
    """Return the share killed of what the language accepts and somebody could tell apart."""
    told = [one for one in fates if _counts(one)]
    return sum(one.by.killed for one in told) / len(told) if told else 1.0


def _counts(fate: Fate) -> bool:
    if fate.by in {By.LANGUAGE, By.EQUIVALENT}:
        return False
    reason = listed().get(fate.mutant.id)
    return fate.by.killed or reason is None or not reason.equivalent


def unlisted(fates: Iterable[Fate]) -> list[str]:
    """Return the survivors that no reason is given for."""
    return [
        f"{one.mutant.id} ({one.mutant.text})"
        for one in fates
        if one.by is By.NOBODY and one.mutant.id not in listed()
    ]


def listed_in_vain(fates: Iterable[Fate]) -> list[str]:
    """Return the mutants that are listed as survivors and are none."""
    return [
        f"{one.mutant.id}: {one.by}, {one.test}"
        for one in fates
        if one.by is not By.NOBODY and one.mutant.id in listed()
    ]


def counted(fates: Iterable[Fate]) -> str:
    """Return how many ended how."""
    ends = Counter(one.by for one in fates)
    return ", ".join(f"{ends[by]} {by}" for by in By if ends[by])


def operator(fate: Fate) -> str:
    """Return what was done."""
    return fate.mutant.operator


def kind(fate: Fate) -> str:
    """Return what kind of rule it was done to."""
    return fate.mutant.kind


def lines(fates: Sequence[Fate]) -> Iterator[str]:
    """Yield the report: totals, then a line per operator and per kind of rule, then survivors."""
    yield f"{len(fates)} mutants: {counted(fates)}"
    yield f"killed of those accepted and not equivalent: {100 * rate(fates):.2f} %"
    for title, named in (("by operator", operator), ("by kind", kind)):
        yield f"{title}:"
        groups: dict[str, list[Fate]] = {}
        for one in fates:
            groups.setdefault(named(one), []).append(one)
        for name, group in sorted(groups.items(), key=lambda item: -len(item[1])):
            yield f"  {name}: {len(group)} ({counted(group)})"
    yield "survivors:"
    for one in fates:
        if one.by is By.NOBODY:
            reason = listed().get(one.mutant.id)
            yield f"  {one.mutant.id} ({one.mutant.text}): {reason.why if reason else 'unlisted'}"
