"""Equivalents: computed from what a label states, refused from what is only remembered."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from ferrata.alps.equivalents import EQUIVALENTS
from ferrata.alps.sources import warrant
from ferrata.cli.converting import equivalent_to
from ferrata.dosing.equivalent import Converted, NotConverted, converted
from ferrata.guideline.equivalents import Equivalents
from ferrata.guideline.errors import Refusal, RuleError, WarrantMissing
from ferrata.guideline.events import Treatment
from ferrata.guideline.monograph import Certainty

TABLE: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("equivalents.toml").read_text(encoding="utf-8")
)
TEA, MATE = Treatment("tea", "tea"), Treatment("mate", "mate")
STEROIDS = EQUIVALENTS[0]


@pytest.mark.statement("E090")
@pytest.mark.parametrize(("name", "amount", "into", "expected"), TABLE["same"])
def test_an_amount_is_converted_by_the_table_of_the_label(
    name: str, amount: str, into: str, expected: str
) -> None:
    """With a line of arithmetic that ends in it, its certainty and its warrant."""
    made = equivalent_to(name, amount, into)
    assert made.amount == expected
    assert made.arithmetic.endswith(f"= {expected}")
    assert made.certainty == "label"
    assert [one.id for one in made.warrants] == ["E090"]


@pytest.mark.parametrize(("name", "amount", "into", "says"), TABLE["refused"])
def test_what_is_only_remembered_gives_no_amount(
    name: str, amount: str, into: str, says: str
) -> None:
    """It is shown as text, with its warrant, and the way out."""
    with pytest.raises(Refusal) as refused:
        equivalent_to(name, amount, into)
    assert says in str(refused.value)
    assert "never yields a dose" in str(refused.value)


@pytest.mark.parametrize(
    "amount", ["0mg", "-5mg", "5", "5 mL", "1,000mg", "1_0mg", "5e3mg", "inf mg"]
)
def test_an_amount_is_read_strictly(amount: str) -> None:
    """Digits with at most one point, and mg or g."""
    with pytest.raises(typer.BadParameter, match="no amount"):
        equivalent_to("prednisone", amount, "prednisolone")


def test_a_substance_that_nobody_knows_is_named() -> None:
    """With those that are known."""
    with pytest.raises(typer.BadParameter, match=r"'tea'.*prednisolone"):
        equivalent_to("tea", "5mg", "prednisone")


IDS = [one.id for one in STEROIDS.members]


@given(st.decimals("0.01", 10_000, places=2), st.sampled_from(list(permutations(IDS, 3))))
def test_there_and_back_is_the_same_amount(amount: Decimal, way: tuple[str, str, str]) -> None:
    """Exactly, and by any way round."""
    one, other, third = way
    direct = converted(amount, one, third, EQUIVALENTS)
    there = converted(amount, one, other, EQUIVALENTS)
    assert isinstance(direct, Converted)
    assert isinstance(there, Converted)
    ratio = direct.milligrams / there.milligrams
    low, high = STEROIDS.amount(other), STEROIDS.amount(third)
    assert low is not None
    assert high is not None
    assert ratio == Fraction(high) / Fraction(low)


@pytest.mark.parametrize("amount", ["0", "-1", "NaN", "Infinity"])
def test_no_amount_above_zero_gives_none(amount: str) -> None:
    """Whoever calls it."""
    found = converted(Decimal(amount), "prednisone", "prednisolone", EQUIVALENTS)
    assert isinstance(found, NotConverted)


def test_a_set_with_amounts_rests_on_a_label_or_a_source() -> None:
    """What was assumed or remembered cannot have any."""
    for certainty, id in ((Certainty.ASSUMPTION, "A275"), (Certainty.MEMORY, "A281")):
        given = {"id": "x", "title": "x", "members": (TEA, MATE), "text": "x"}
        assert not Equivalents(**given, certainty=certainty, warrant=warrant(id)).computed  # type: ignore[arg-type]
        with pytest.raises(RuleError, match="have amounts and are known from"):
            Equivalents(
                id="x",
                title="x",
                members=(TEA, MATE),
                text="x",
                certainty=certainty,
                warrant=warrant(id),
                amounts=(Decimal(1), Decimal(2)),
            )


def test_a_set_refuses_nonsense() -> None:
    """No warrant, another certainty than its warrants give, an amount too few, an amount of 0."""
    with pytest.raises(WarrantMissing):
        Equivalents(
            id="x", title="x", members=(TEA,), text="", certainty=Certainty.LABEL, warrant=()
        )
    with pytest.raises(RuleError, match="said to be known from: label"):
        Equivalents(
            id="x",
            title="x",
            members=(TEA,),
            text="",
            certainty=Certainty.LABEL,
            warrant=warrant("A281"),
        )
    for amounts in ((Decimal(1),), (Decimal(1), Decimal(0))):
        with pytest.raises(RuleError, match="one amount above zero"):
            Equivalents(
                id="x",
                title="x",
                members=(TEA, MATE),
                text="",
                certainty=Certainty.LABEL,
                warrant=warrant("E090"),
                amounts=amounts,
            )
