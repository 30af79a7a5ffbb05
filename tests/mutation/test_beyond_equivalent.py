"""What is listed as equivalent is tried on every value near a limit: nothing differs."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest
from tests.care import described
from tests.mutation.beyond import reasons
from tests.mutation.model import Mutant
from tests.mutation.replacing import mutated
from tests.mutation.test_beyond import part

from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.guideline import Guideline

LISTED = [id for (name, id), one in reasons().items() if name == "follow-up" and one.equivalent]
LIMITS = {
    "hemoglobin": ("Case.hemoglobin", "0.1", (8, 10)),
    "neutrophils": ("Case.neutrophils", "1", (500, 1000, 1500)),
    "platelets": ("Case.platelets", "1", (25_000, 50_000, 75_000)),
    "alt": ("Care.alt", "1", (40, 120, 200, 800)),
    "ast": ("Care.ast", "1", (40, 120, 200, 800)),
    "bilirubin": ("Care.bilirubin", "0.1", ("1.2", "1.8", "3.6", 12)),
    "cholesterol": ("Care.cholesterol", "1", (200, 300, 400, 500)),
    "triglycerides": ("Care.triglycerides", "1", (150, 300, 500, 1000)),
}
SHARES = ("0.5", "0.85", "0.9", "0.95", "1", "1.05", "1.1", "1.15", "2")
"""Around a limit, among them beyond 10 % at both sides."""


def asked(mutant: Mutant) -> Iterator[tuple[str, str]]:
    """Yield what is asked of a mutant, and the facts: values at, beside and around each limit."""
    subject = mutant.bearer
    name = subject.removeprefix("Toxicity.")
    if name in LIMITS:
        of, step, limits = LIMITS[name]
        for limit in map(Decimal, limits):
            near = (
                limit - Decimal(step),
                limit + Decimal(step),
                *(limit * Decimal(s) for s in SHARES),
            )
            yield from ((subject, f"{of} {value.normalize():f}") for value in near)
        yield subject, f"{of} unknown"
    else:
        for start, share in product(
            ("0.4", "0.5", "1"),
            ("0.5", "1.45", "1.5", "1.51", "1.6", "1.65", "1.7", "2", "3", "3.1"),
        ):
            value = Decimal(start) * Decimal(share)
            yield (
                subject,
                f"Care.creatinine {value.normalize():f}, SirolimusCare.creatinine_start {start}",
            )


def answers(mutant: Mutant, guideline: Guideline) -> list[tuple[str, ...]]:
    """Return what a guideline answers to all that is asked."""
    return [described.answers(subject, facts, guideline) for subject, facts in asked(mutant)]


@pytest.mark.parametrize("id", LISTED)
def test_an_equivalent_mutant_answers_the_same(id: str) -> None:
    """At each limit, just beside it, and far from it."""
    mutant = next(one for one in part("follow-up").mutants if one.id == id)
    before = answers(mutant, RECONCILED)
    assert len(set(before)) > 1
    with mutated(mutant, (RECONCILED,)) as (changed,):
        assert answers(mutant, changed) == before
