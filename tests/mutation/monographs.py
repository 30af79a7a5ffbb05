"""What can go wrong in a monograph, and who notices: remarks, interactions, outcomes, ages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from tests.monographs import expected, test_ages, test_content, test_statements, test_tables
from tests.mutation.beyond import Part
from tests.mutation.checks import Check, checks, exchanged
from tests.mutation.killing import By, Fate
from tests.mutation.model import DROP, Change, Mutant, named

from ferrata.alps.monographs import EVERY, MONOGRAPHS
from ferrata.guideline.errors import GuidelineError
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.monograph import (
    Ages,
    Certainty,
    Interaction,
    Monograph,
    Outcome,
    Remark,
    Said,
)

_MODULES = (expected, test_tables, test_statements, test_content, test_ages)
_Put = Callable[[object], Monograph]


@cache
def part() -> Part:
    """Return every mutant of every monograph."""
    return Part("monographs", tuple(_mutants()), fate)


def _mutants() -> Iterator[Mutant]:
    for monograph in (*MONOGRAPHS, EVERY):
        for name in ("remarks", "interactions", "outcomes"):
            said = cast("tuple[Said, ...]", getattr(monograph, name))
            for number, one in enumerate(said):

                def put(
                    new: object,
                    monograph: Monograph = monograph,
                    name: str = name,
                    said: tuple[Said, ...] = said,
                    number: int = number,
                ) -> Monograph:
                    middle = () if new is DROP else (new,)
                    return replace(
                        monograph, **{name: (*said[:number], *middle, *said[number + 1 :])}
                    )

                for change in _changes(one):
                    text = expected.words_of(one)
                    yield _mutant(monograph, f"{name}/{number}", text, one.warrant, change, put)
        ages = monograph.ages
        if ages is not None:

            def aged(new: object, monograph: Monograph = monograph) -> Monograph:
                return replace(monograph, ages=None if new is DROP else cast("Ages", new))

            for change in _ages(ages):
                yield _mutant(monograph, "ages", "ages", ages.warrant, change, aged)


def _mutant(  # noqa: PLR0917
    monograph: Monograph,
    path: str,
    text: str,
    warrants: tuple[Warrant, ...],
    change: Change,
    put: _Put,
) -> Mutant:
    ids = named(warrants)

    def make() -> object:
        return put(change.make())

    return Mutant(
        bearer=monograph.id,
        path=path,
        operator=change.operator,
        detail=change.detail,
        kind=path.partition("/")[0],
        text=text,
        statements=ids,
        around=ids,
        target=monograph,
        make=make,
    )


def _changes(said: Said) -> Iterator[Change]:
    yield Change("dropped", lambda: DROP)
    yield from _warrants(said)
    match said:
        case Remark(text=text):
            yield from _figures(text, lambda new: replace(said, text=new))
        case Interaction():
            yield from _figures(said.text, lambda new: replace(said, text=new))
            for number, one in enumerate(said.with_):
                rest = (*said.with_[:number], *said.with_[number + 1 :])
                yield Change("ingredient dropped", lambda r=rest: replace(said, with_=r), one.id)
            for level in Certainty:
                if level is not said.certainty:
                    yield Change("level", lambda c=level: replace(said, certainty=c), level.value)
        case Outcome():
            yield from _outcome(said)


def _outcome(said: Outcome) -> Iterator[Change]:
    for name in ("count", "of", "percent"):
        number = getattr(said, name)
        if number is not None:
            for word, step in (("up", 1), ("down", -1)):
                new = number + step
                yield Change(name, lambda n=new, name=name: replace(said, **{name: n}), word)
    if said.of is not None:
        yield Change("group not stated", lambda: replace(said, of=None))
    yield Change("harm flag", lambda: replace(said, adverse=not said.adverse))
    yield from _figures(said.definition, lambda new: replace(said, definition=new))


def _warrants(said: Said | Ages) -> Iterator[Change]:
    for number, one in enumerate(said.warrant):
        rest = (*said.warrant[:number], *said.warrant[number + 1 :])
        yield Change("warrant dropped", lambda r=rest: replace(said, warrant=r), one.id)


def _ages(ages: Ages) -> Iterator[Change]:
    yield Change("dropped", lambda: DROP)
    yield from _warrants(ages)
    for name in ("low", "high"):
        for word, step in (("up", 1), ("down", -1)):
            new = getattr(ages, name) + step
            yield Change(name, lambda n=new, name=name: replace(ages, **{name: n}), word)


def _figures(text: str, put: Callable[[str], object]) -> Iterator[Change]:
    """Yield every figure of a text made another: 10 becomes 11, 2.5 becomes 3.5."""
    hidden = [one.span() for one in expected._NAMES.finditer(text)]  # pyright: ignore[reportPrivateUsage]
    for found in expected.FIGURE.finditer(text):
        if any(begin <= found.start() < end for begin, end in hidden):
            continue  # the name of a study or analyte, not a figure
        new = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), found[0], count=1)
        changed = text[: found.start()] + new + text[found.end() :]
        yield Change("figure", lambda c=changed: put(c), f"{found[0]} at {found.start()}")


@dataclass(frozen=True)
class _Asked:
    check: Check
    monograph: str | None


@cache
def _checks() -> tuple[_Asked, ...]:
    found = [one for module in _MODULES[1:] for one in checks(module)]
    return tuple(_Asked(one, _about(one)) for one in found)


def _about(check: Check) -> str | None:
    """The monograph that a call is about; None for any."""
    for one in check.arguments.values():
        if isinstance(one, Monograph):
            return one.id
        if isinstance(one, expected.Expected):
            return one.drug
        if isinstance(one, str) and one in expected.BY_ID:
            return one
    return None


def killers(mutant: Mutant, *, naming: str = "") -> Iterator[tuple[Check, str]]:
    """Yield the tests that fail under a mutant; with `naming` those alone that name that id.

    Raises:
        GuidelineError: where the language refuses the mutant.
    """
    new = cast("Monograph", mutant.make())
    every = tuple(new if one is mutant.target else one for one in expected.ALL)
    names: dict[str, object] = {
        "ALL": every,
        "BY_ID": {one.id: one for one in every},
        "EVERY": every[-1],
        "MONOGRAPHS": every[:-1],
    }
    asked = [one.check for one in _checks() if one.monograph in {None, new.id}]
    ordered = sorted(asked, key=lambda one: not set(one.statements) & set(mutant.statements))
    with exchanged({k: v for k, v in names.items() if k != "MONOGRAPHS"}, _MODULES):
        for check in ordered:
            if naming and naming not in check.statements:
                continue
            said = check.said({id(mutant.target): new})
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
