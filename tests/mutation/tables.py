"""Tables written from the sources, row by row: what a mutant does to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.alps import test_effects as effects
from tests.mutation import premises
from tests.statements import amounts, criteria, pathway, windows

from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.guideline import Guideline

Check = Callable[[tuple[Guideline, ...]], str]


@dataclass(frozen=True)
class Row:
    """One row: its name, the ids that its test names, and what is wrong under some guidelines."""

    id: str
    statements: tuple[str, ...]
    check: Check


@cache
def rows() -> tuple[Row, ...]:
    """Return every row of every table that holds of the real guidelines."""
    every = (*_effects(), *_amounts(), *_pathway(), *_windows(), *_criteria(), *_invariants())
    return tuple(one for one in every if not one.check(GUIDELINES))


def _asserted(test: Callable[[], None]) -> Check:
    def check(_: tuple[Guideline, ...]) -> str:
        try:
            test()
        except AssertionError as error:
            return str(error).partition("\n")[0] or "an assertion failed"
        return ""

    return check


def _effects() -> tuple[Row, ...]:
    platelets = tuple(
        Row(
            f"test_effects platelets {' '.join(row)}",
            ("A04", "E029", "A109"),
            _asserted(lambda row=row: effects.test_platelets(*row)),
        )
        for row in effects.PLATELETS
    )
    hemoglobin = tuple(
        Row(
            f"test_effects hemoglobin {' '.join(row)}",
            ("A05", "A109"),
            _asserted(lambda row=row: effects.test_hemoglobin(*row)),
        )
        for row in effects.HEMOGLOBIN
    )
    neutrophils = tuple(
        Row(
            f"test_effects neutrophils {' '.join(row)}",
            ("A06", "A109"),
            _asserted(lambda row=row: effects.test_neutrophils(*row)),
        )
        for row in effects.NEUTROPHILS
    )
    return platelets + hemoglobin + neutrophils


def _amounts() -> tuple[Row, ...]:
    return tuple(
        Row(f"amounts.toml {one.id}", one.statements, lambda g, one=one: amounts.wrong(one, g))
        for one in amounts.written()
    )


def _pathway() -> tuple[Row, ...]:
    tables = {"transition": "transitions.toml"}
    return tuple(
        Row(
            f"{tables.get(one.kind, 'recommendations.toml')} {one.id}",
            one.statements,
            lambda g, one=one: pathway.wrong(one, g),
        )
        for one in pathway.written()
    )


def _windows() -> tuple[Row, ...]:
    return tuple(
        Row(f"windows.toml {one.feature}", one.statements, lambda _, one=one: windows.wrong(one))
        for one in windows.written()
    )


def _invariants() -> tuple[Row, ...]:
    return (Row("invariants hold of every history tried", ("A103",), premises.broken),)


def _criteria() -> tuple[Row, ...]:
    return tuple(
        Row(f"criteria.toml {one.id}", one.statements, lambda g, one=one: criteria.wrong(one, g))
        for one in criteria.written()
    )
