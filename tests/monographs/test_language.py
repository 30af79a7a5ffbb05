"""The language of monographs: support, intervals, and the mistakes it refuses."""

from decimal import Decimal

import pytest

from ferrata.guideline.errors import RuleError, WarrantMissing
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Assumption, Statement
from ferrata.guideline.monograph import (
    Ages,
    Certainty,
    Interaction,
    Monograph,
    Outcome,
    Remark,
    Section,
    Support,
    saying,
    support,
    wilson,
)

SOURCED = Statement("R21", "R", "stated")
ASSUMED = Assumption("A23", "assumed", "why")
REMEMBERED = Assumption("E040u", "remembered", "why", "unverified: from memory")
TEA = Treatment("tea", "tea")

INTERVALS = [
    (60, 64, 93.8, 85.0, 97.5),
    (44, 64, 68.8, 56.6, 78.8),
    (10, 14, 71.4, 45.4, 88.3),
    (16, 26, 61.5, 42.5, 77.6),
    (2, 4, 50.0, 15.0, 85.0),
    (7, 20, 35.0, 18.1, 56.7),
    (6, 66, 9.1, 4.2, 18.4),
    (27, 66, 40.9, 29.9, 53.0),
    (12, 12, 100.0, 75.8, 100.0),
    (0, 3, 0.0, 0.0, 56.1),
]
"""The fact base gives the first eight (A4, findings 6), rounded to whole percent for most."""


@pytest.mark.parametrize(("count", "of", "share", "low", "high"), INTERVALS)
def test_the_wilson_interval_is_that_of_the_fact_base(
    count: int, of: int, share: float, low: float, high: float
):
    """Computed from counts, never typed in; it stays within 0 and 100."""
    found = Outcome("x", "d", "p", (SOURCED,), count=count, of=of)
    assert [round(one, 1) for one in wilson(count, of)] == [low, high]
    assert found.interval == wilson(count, of)
    assert found.text == f"{count}/{of} ({share} %, 95 % interval {low} to {high})"
    assert 0 <= low <= share <= high <= 100


@pytest.mark.parametrize(("count", "of"), [(1, 0), (-1, 4), (5, 4)])
def test_a_share_that_cannot_be_is_refused(count: int, of: int):
    """More than there were, fewer than none, or some of nobody."""
    with pytest.raises(RuleError, match="is no share"):
        wilson(count, of)
    with pytest.raises(RuleError, match="is no share"):
        Outcome("x", "d", "p", (SOURCED,), count=count, of=of)


def test_a_figure_without_a_group_has_no_interval():
    """A count or a percentage alone is quoted as such."""
    share = Outcome("x", "d", "p", (SOURCED,), percent=Decimal(80))
    count = Outcome("x", "d", "p", (SOURCED,), count=7)
    assert share.interval is None
    assert count.interval is None
    assert share.text == "80 % (the size of the group is not stated: no interval)"
    assert count.text == "7 (of how many is not stated: no share)"


def test_an_outcome_is_a_count_or_a_share():
    """Never both, since one would contradict the other some day; never neither."""
    with pytest.raises(RuleError, match="neither count nor share"):
        Outcome("x", "d", "p", (SOURCED,))
    with pytest.raises(RuleError, match="both count and share"):
        Outcome("x", "d", "p", (SOURCED,), count=1, of=2, percent=Decimal(50))


SUPPORTS = [
    ((SOURCED,), Support.SOURCE),
    ((SOURCED, ASSUMED), Support.SOURCE),
    ((ASSUMED,), Support.ASSUMPTION),
    ((SOURCED, REMEMBERED), Support.UNVERIFIED),
    ((REMEMBERED, ASSUMED), Support.UNVERIFIED),
]


@pytest.mark.parametrize(("warrants", "said"), SUPPORTS)
def test_one_unverified_fact_makes_a_remark_unverified(
    warrants: tuple[Statement | Assumption, ...], said: Support
):
    """A source beside it does not lend it weight."""
    assert support(warrants) is said
    assert Remark(Section.WATCH, "x", warrants).support is said
    assert Outcome("x", "d", "p", warrants, count=1).support is said


def test_an_unverified_fact_never_yields_a_dose():
    """Neither remembered nor read second-hand, whatever stands beside it."""
    with pytest.raises(RuleError, match="never yields a dose"):
        Remark(Section.DOSE, "50 mg a day", (SOURCED, REMEMBERED))
    assert Remark(Section.DOSE, "x", (SOURCED,)).support is Support.SOURCE


@pytest.mark.parametrize(
    ("certainty", "warrant", "fits"),
    [
        (Certainty.LABEL, SOURCED, True),
        (Certainty.SOURCE, SOURCED, True),
        (Certainty.ASSUMPTION, ASSUMED, True),
        (Certainty.MEMORY, REMEMBERED, True),
        (Certainty.MEMORY, SOURCED, False),
        (Certainty.LABEL, REMEMBERED, False),
        (Certainty.SOURCE, ASSUMED, False),
        (Certainty.ASSUMPTION, SOURCED, False),
    ],
)
def test_an_interaction_is_as_certain_as_its_warrants(
    certainty: Certainty, warrant: Statement | Assumption, fits: bool
):
    """It cannot claim a label where somebody only remembered."""
    if fits:
        found = Interaction((TEA,), "x", certainty, (warrant,))
        assert found.support is support((warrant,))
    else:
        with pytest.raises(RuleError, match="amount to"):
            Interaction((TEA,), "x", certainty, (warrant,))


def test_everything_said_has_a_warrant():
    """Entries, interactions, outcomes and ages alike."""
    for made in (
        lambda: Remark(Section.WATCH, "x", ()),
        lambda: Interaction((TEA,), "x", Certainty.LABEL, ()),
        lambda: Outcome("x", "d", "p", (), count=1),
        lambda: Ages(Decimal(1), Decimal(2), ()),
    ):
        with pytest.raises(WarrantMissing):
            made()


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-1, 4)])
def test_ages_have_an_order(low: int, high: int):
    """From birth on, the lower one first."""
    assert Ages(Decimal(0), Decimal(0), (SOURCED,)).high == 0
    with pytest.raises(RuleError, match="range of ages"):
        Ages(Decimal(low), Decimal(high), (SOURCED,))


def test_a_statement_is_found_where_it_is_said():
    """In remarks, interactions and outcomes, of every monograph."""
    remark = Remark(Section.WATCH, "x", (SOURCED,))
    interaction = Interaction((TEA,), "y", Certainty.MEMORY, (REMEMBERED,))
    outcome = Outcome("z", "d", "p", (SOURCED, ASSUMED), count=1)
    made = Monograph(
        treatment=TEA,
        title="Tea",
        remarks=(remark,),
        interactions=(interaction,),
        outcomes=(outcome,),
    )
    assert made.id == "tea"
    assert made.of(Section.WATCH) == (remark,)
    assert made.of(Section.DOSE) == ()
    assert tuple(made) == (remark, interaction, outcome)
    assert list(saying([made], "R21")) == [(made, remark), (made, outcome)]
    assert list(saying([made], "E040u")) == [(made, interaction)]
    assert list(saying([made], "R99")) == []
