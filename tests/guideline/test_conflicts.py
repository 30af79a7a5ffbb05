"""A conflict has two sides, each with where it can be read."""

import pytest

from ferrata.guideline.conflicts import Claim, Conflict
from ferrata.guideline.errors import RuleError, WarrantMissing
from ferrata.guideline.evidence import Statement
from ferrata.guideline.units import day

SAID = (Statement("R01", "R", "one thing"),)


def claim(**more: object) -> Claim:
    """A claim with a warrant, changed."""
    return Claim(**{"who": "A", "says": "one thing", "warrant": SAID, **more})  # type: ignore[arg-type]


def conflict(*claims: Claim, one_sided: str = "") -> Conflict:
    """A conflict between `claims`."""
    return Conflict(
        id="C1",
        title="Which",
        claims=claims,
        resolution=claim(who="B"),
        because="so",
        one_sided=one_sided,
    )


def test_a_conflict_of_two_claims_or_of_one_with_a_reason_stands() -> None:
    """What rules encode is found without asking each claim."""
    encoded = claim(guideline="g", rules=("B1",), figures=(7 * day,), quoted=("seven",))
    assert conflict(encoded, claim()).encoded == (encoded,)
    assert conflict(claim(), one_sided="the other one is lost").encoded == ()


def test_a_claim_says_where_it_can_be_read() -> None:
    """No warrant, no claim."""
    with pytest.raises(WarrantMissing, match="the claim of A has no warrant"):
        claim(warrant=())


@pytest.mark.parametrize("half", [{"guideline": "g"}, {"rules": ("B1",)}])
def test_rules_are_looked_up_in_their_guideline(half: dict[str, object]) -> None:
    """One without the other names nothing."""
    with pytest.raises(RuleError, match="names a guideline or rules, and not both"):
        claim(**half)


@pytest.mark.parametrize("loose", [{"figures": (7 * day,)}, {"quoted": ("seven",)}])
def test_figures_are_held_against_rules(loose: dict[str, object]) -> None:
    """Without rules nothing would keep them true."""
    with pytest.raises(RuleError, match="has figures that no rule states"):
        claim(**loose)


def test_one_side_alone_says_why() -> None:
    """And a reason is not kept when the other side has come."""
    with pytest.raises(RuleError, match="has 1 claims and no word why"):
        conflict(claim())
    with pytest.raises(RuleError, match="has 2 claims and says that one side is missing"):
        conflict(claim(), claim(), one_sided="lost")
