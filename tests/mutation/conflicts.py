"""What can go wrong in a conflict, and who notices: its claims, their figures and warrants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import cast

from tests.alps import test_conflict_sides, test_conflicts
from tests.mutation.beyond import Part
from tests.mutation.checks import Check, checks, exchanged
from tests.mutation.killing import By, Fate
from tests.mutation.model import DROP, Change, Mutant, named

from ferrata.alps.conflicts import CONFLICTS
from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.errors import GuidelineError
from ferrata.guideline.units import Quantity

_MODULES = (test_conflict_sides, test_conflicts)
_READ_OUTSIDE = {"test_every_statement_that_the_fact_base_calls_conflicting_stands_in_its_conflict"}
"""A test that asks the fact base itself, which does not lie in the repository."""
_FIGURE = re.compile(r"(?<![A-Za-z\d.,])\d+(?:[.,]\d+)*")


@cache
def part() -> Part:
    """Return every mutant of every conflict."""
    return Part("conflicts", tuple(_mutants()), fate)


def _mutants() -> Iterator[Mutant]:
    for conflict in CONFLICTS:
        ids = named(*(one.warrant for one in (*conflict.claims, conflict.resolution)))
        yield _mutant(conflict, "", ids, conflict.title, Change("dropped", lambda: DROP))
        for number, claim in enumerate(conflict.claims):

            def put(new: object, conflict: Conflict = conflict, number: int = number) -> object:
                middle = () if new is DROP else (cast("Claim", new),)
                rest = conflict.claims
                return replace(conflict, claims=(*rest[:number], *middle, *rest[number + 1 :]))

            drop = Change("claim dropped", lambda put=put: put(DROP))
            yield _mutant(conflict, f"claims/{number}", named(claim.warrant), claim.says, drop)
            yield from _claim(conflict, f"claims/{number}", claim, put)
        for number, other in enumerate(conflict.claims[1:], start=1):
            if conflict.claims[number - 1].warrant != other.warrant:
                yield _swapped(conflict, number, conflict.claims[number - 1], other)

        def decide(new: object, conflict: Conflict = conflict) -> object:
            return replace(conflict, resolution=cast("Claim", new))

        yield from _claim(conflict, "resolution", conflict.resolution, decide)


def _claim(
    conflict: Conflict, path: str, claim: Claim, put: Callable[[object], object]
) -> Iterator[Mutant]:
    for change in _changes(claim):

        def make(change: Change = change) -> object:
            return put(change.make())

        made = Change(change.operator, make, change.detail)
        yield _mutant(conflict, path, named(claim.warrant), claim.says, made)


def _swapped(conflict: Conflict, number: int, one: Claim, other: Claim) -> Mutant:
    def make() -> object:
        claims = list(conflict.claims)
        claims[number - 1] = replace(one, warrant=other.warrant)
        claims[number] = replace(other, warrant=one.warrant)
        return replace(conflict, claims=tuple(claims))

    ids = named(one.warrant, other.warrant)
    change = Change("warrants swapped", make)
    return _mutant(conflict, f"claims/{number - 1}", ids, one.says, change)


def _changes(claim: Claim) -> Iterator[Change]:
    for number, one in enumerate(claim.figures):
        before, after = claim.figures[:number], claim.figures[number + 1 :]
        less = (*before, *after)
        yield Change("figure dropped", lambda f=less: replace(claim, figures=f), f"{one}")
        for name, factor in (("x2", Decimal(2)), ("10 % up", Decimal("1.1"))):
            new = Quantity(one.value * factor, one.unit)

            def make(
                new: Quantity = new,
                before: tuple[Quantity, ...] = before,
                after: tuple[Quantity, ...] = after,
            ) -> object:
                return replace(claim, figures=(*before, new, *after))

            yield Change("figure", make, f"{one} {name}")
    for found in _FIGURE.finditer(claim.says):
        other = str((int(found[0][0]) + 1) % 10) + found[0][1:]
        says = claim.says[: found.start()] + other + claim.says[found.end() :]
        yield Change(
            "figure in words",
            lambda s=says: replace(claim, says=s),
            f"{found[0]} at {found.start()}",
        )
    for number, one in enumerate(claim.warrant):
        rest = (*claim.warrant[:number], *claim.warrant[number + 1 :])
        yield Change("warrant dropped", lambda r=rest: replace(claim, warrant=r), one.id)
    for number, quote in enumerate(claim.quoted):
        if re.search(r"\d", quote):
            other = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), quote, count=1)
            quoted = (*claim.quoted[:number], other, *claim.quoted[number + 1 :])
            yield Change("quoted figure", lambda q=quoted: replace(claim, quoted=q), quote)


def _mutant(
    conflict: Conflict, path: str, ids: tuple[str, ...], text: str, change: Change
) -> Mutant:
    return Mutant(
        bearer=conflict.id,
        path=path,
        operator=change.operator,
        detail=change.detail,
        kind="Conflict",
        text=text,
        statements=ids,
        around=ids,
        target=conflict,
        make=change.make,
    )


@cache
def _checks() -> tuple[Check, ...]:
    return tuple(one for module in _MODULES for one in checks(module, without=_READ_OUTSIDE))


def killers(mutant: Mutant, *, naming: str = "") -> Iterator[tuple[Check, str]]:
    """Yield the tests that fail under a mutant; with `naming` those alone that name that id.

    Raises:
        GuidelineError: where the language refuses the mutant.
    """
    old, new = cast("Conflict", mutant.target), mutant.make()
    swaps: dict[int, object] = {id(old): new}
    if isinstance(new, Conflict):
        if len(new.claims) == len(old.claims):
            pairs = zip(old.claims, new.claims, strict=True)
            swaps |= {id(one): other for one, other in pairs if one is not other}
        else:
            swaps |= {id(one): DROP for one in old.claims if one not in new.claims}
        swaps[id(old.resolution)] = new.resolution
    every = tuple(
        one for each in CONFLICTS if isinstance(one := swaps.get(id(each), each), Conflict)
    )
    with exchanged({"CONFLICTS": every}, _MODULES):
        for check in sorted(
            _checks(), key=lambda one: -len(set(one.statements) & set(mutant.statements))
        ):
            if naming and naming not in check.statements:
                continue
            said = check.said(swaps)
            if said:
                yield check, said


def fate(mutant: Mutant) -> Fate:
    """Return what becomes of a mutant."""
    try:
        for check, said in killers(mutant):
            return Fate(mutant, By.TABLE, check.id, said)
    except GuidelineError as error:
        return Fate(mutant, By.LANGUAGE, type(error).__name__, str(error).partition("\n")[0])
    return Fate(mutant, By.NOBODY)
