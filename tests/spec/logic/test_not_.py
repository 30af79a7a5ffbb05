"""Not.

The part does not hold.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.conditions import all_of, not_
from ferrata.guideline.units import per_uL


def test_not(says: Says) -> None:
    """Yes and no change places; unknown stays unknown."""
    says(
        not_(Case.bleeding),
        """
        bleeding | answer
        ---------|--------
        yes      | no
        no       | yes
        unknown  | unknown
        """,
    )


def test_not_not(says: Says) -> None:
    """Twice not is the part itself."""
    says(
        not_(not_(Case.bleeding)),
        """
        bleeding | answer
        ---------|--------
        yes      | yes
        no       | no
        unknown  | unknown
        """,
    )


def test_not_of_a_comparison(says: Says) -> None:
    """Not below a threshold is at or above it, and an interval across it stays open."""
    says(
        not_(Case.platelets < 50_000 * per_uL),
        """
        platelets       | answer
        ----------------|--------
        49999           | no
        50000           | yes
        40000 to 60000  | unknown
        unknown         | unknown
        """,
    )


def test_not_of_a_combination(says: Says) -> None:
    """Not both is settled by one no."""
    says(
        not_(all_of(Case.bleeding, Case.fever)),
        """
        bleeding | fever   | answer
        ---------|---------|--------
        yes      | yes     | no
        yes      | unknown | unknown
        no       | unknown | yes
        unknown  | unknown | unknown
        """,
    )
