"""For each encoded id, mutating its rule fails a test that names the id."""

import tomllib
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from tests.mutation.enumerating import mutants
from tests.statements.naming import Guard, carried, guards

from ferrata.alps.guidelines import GUIDELINES, RECONCILED

TABLE = Path(__file__).with_name("unnamed.toml")


def unnamed() -> dict[str, str]:
    """Return the ids that no test guards yet, each with what is missing."""
    return cast("dict[str, str]", tomllib.loads(TABLE.read_text(encoding="utf-8"))["unnamed"])


@cache
def found() -> dict[str, Guard]:
    """Return a guard of each id that has one."""
    return guards(mutants((RECONCILED,)), GUIDELINES)


def test_every_unnamed_id_is_carried_by_a_rule() -> None:
    """The list speaks of nothing that is gone, and says what is missing."""
    assert unnamed().keys() <= set(carried(mutants((RECONCILED,))))
    assert all(unnamed().values())


@pytest.mark.full
def test_each_encoded_id_is_guarded_by_a_test_that_names_it() -> None:
    """The list of those without may only shrink: whoever guards one takes it off."""
    without = set(carried(mutants((RECONCILED,)))) - found().keys()
    assert without == unnamed().keys()
