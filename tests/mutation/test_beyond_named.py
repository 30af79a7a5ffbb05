"""For each id beyond the pathway, mutating what carries it fails a test that names the id."""

import tomllib
from pathlib import Path
from typing import cast

import pytest
from tests.mutation.beyond_naming import carried, guards
from tests.mutation.test_beyond import part

TABLE = Path(__file__).with_name("beyond_unnamed.toml")


def unnamed(name: str) -> dict[str, str]:
    """Return the ids of a part that no test guards, each with the reason."""
    table = cast("dict[str, dict[str, str]]", tomllib.loads(TABLE.read_text(encoding="utf-8")))
    return table.get(name, {})


@pytest.mark.parametrize("name", ["monographs", "conflicts"])
def test_each_id_of_declared_data_is_guarded_by_a_test_that_names_it(name: str) -> None:
    """The list of those without may only shrink: whoever guards one takes it off."""
    held = part(name)
    assert set(carried(held)) - guards(held).keys() == unnamed(name).keys()


@pytest.mark.full
@pytest.mark.parametrize("name", ["follow-up", "diagnosis"])
def test_each_id_is_guarded_by_a_test_that_names_it(name: str) -> None:
    """The same for rules, which take longer to try."""
    held = part(name)
    assert set(carried(held)) - guards(held).keys() == unnamed(name).keys()
