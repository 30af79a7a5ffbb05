"""Who notices a mutant of the diagnosis: its vignettes, and its tables at every cut-off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from functools import cache
from unittest.mock import patch

from tests.diagnosis import (
    records,
    test_criteria,
    test_kinds,
    test_readings,
    test_sides,
    test_tables,
    test_vignettes,
)
from tests.diagnosis.reading import Vignette
from tests.mutation.checks import Check, checks
from tests.mutation.model import Mutant

from ferrata.guideline.assessment import Assessment
from ferrata.plan.assessment import assess

_FORMAT = {
    "test_every_vignette_rests_on_statements_that_exist",
    "test_most_vignettes_are_one_half_of_a_contrast",
    "test_a_difference_is_seen",
    "test_what_is_not_understood_is_an_error",
    "test_a_fact_that_no_record_can_hold_is_refused",
}


@cache
def asked() -> tuple[Check, ...]:
    """Return every call of every test of what the diagnosis says."""
    tables = (test_tables, test_criteria, test_kinds, test_readings, test_sides)
    found = [one for module in tables for one in checks(module)]
    for one in checks(test_vignettes, without=_FORMAT):
        vignette = one.arguments["vignette"]
        assert isinstance(vignette, Vignette)
        found.append(
            Check(
                f"{one.function.__name__} {vignette.id}",
                one.statements,
                one.function,
                one.arguments,
            )
        )
    return tuple(found)


def _nothing(_: object) -> tuple[()]:
    return ()


_QUICK = patch.object(assess, "needed", _nothing)


def _asks_what_is_missing(check: Check) -> bool:
    """Whether a test looks at the questions, which take longest to find."""
    vignette = check.arguments.get("vignette")
    if isinstance(vignette, Vignette):
        return bool({"missing", "not missing"} & vignette.keys.keys())
    return "asked_for" in check.function.__name__


def killers(
    mutant: Mutant, changed: Assessment, *, naming: str = ""
) -> Iterator[tuple[Check, str]]:
    """Yield the tests that fail under a mutant; with `naming` those alone that name that id."""
    own = set(mutant.around)
    order = sorted(
        asked(),
        key=lambda one: (-len(own & set(one.statements)), "row" not in one.arguments),
    )
    with patch.object(records, "DIAGNOSIS", changed), patch.object(assess, "_warrants", _nothing):
        for check in order:
            if naming and naming not in check.statements:
                continue
            with nullcontext() if _asks_what_is_missing(check) else _QUICK:
                said = check.said({})
            if said:
                yield check, said
