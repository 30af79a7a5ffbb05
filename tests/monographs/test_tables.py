"""Interactions and outcomes, each against a table that was written by hand."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.monographs.expected import ALL, BY_ID, missing

from ferrata.guideline.monograph import Interaction, Monograph, Outcome

HERE = Path(__file__).parent


def table(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


INTERACTIONS, OUTCOMES = table("interactions"), table("outcomes")


def known(one: Interaction) -> tuple[str, str, tuple[str, ...]]:
    return one.warrant[0].id, one.certainty.value, tuple(who.id for who in one.with_)


def figure(one: Outcome) -> str:
    if one.count is None:
        return f"{one.percent} %"
    return f"{one.count}/{'?' if one.of is None else one.of}"


@pytest.mark.parametrize(
    ("drug", "row"),
    [
        pytest.param(
            drug,
            row,
            id=f"{row['id']} {drug} {row['with'][0]}",
            marks=(pytest.mark.statement(row["id"]), pytest.mark.hazard("H17")),
        )
        for drug, rows in INTERACTIONS.items()
        for row in rows
    ],
)
def test_an_interaction_is_with_exactly_these(drug: str, row: dict[str, Any]):
    """The ingredients, how it is known and the advice are those of the table."""
    key = row["id"], row["known"], tuple(row["with"])
    found = [one for one in BY_ID[drug].interactions if known(one) == key]
    assert len(found) == 1, [known(one) for one in BY_ID[drug].interactions]
    assert not missing(found[0].text, tuple(row["says"]))


@pytest.mark.parametrize("monograph", ALL, ids=lambda one: one.id)
def test_no_interaction_is_beyond_the_table(monograph: Monograph):
    """What the table does not have, nobody expected."""
    assert len(monograph.interactions) == len(INTERACTIONS.get(monograph.id, ()))


@pytest.mark.parametrize("monograph", ALL, ids=lambda one: one.id)
def test_outcomes_are_exactly_those_of_the_table(monograph: Monograph):
    """Counts, groups, names and whether they are unwanted, in the table's order."""
    made = [(one.warrant[0].id, figure(one), one.name, one.adverse) for one in monograph.outcomes]
    rows = OUTCOMES.get(monograph.id, ())
    assert made == [(row["id"], row["figure"], row["name"], row["adverse"]) for row in rows]


@pytest.mark.statement("R24")
@pytest.mark.statement("R25")
@pytest.mark.statement("M08")
@pytest.mark.statement("R33")
@pytest.mark.statement("E031")
@pytest.mark.statement("E032")
def test_figures_with_different_definitions_stay_apart():
    """C08, C09: no two figures of a monograph share name, definition and population."""
    for monograph in ALL:
        keys = [(one.name, one.definition, one.population) for one in monograph.outcomes]
        assert len(set(keys)) == len(keys)
    for drug in ("mycophenolate", "sirolimus"):
        shares = [one for one in BY_ID[drug].outcomes if not one.adverse]
        assert len({(one.definition, one.population) for one in shares}) >= 4
