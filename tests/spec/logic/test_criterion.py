"""Criteria.

A criterion gives a condition the name that clinicians use for it, and a warrant.
"""

from tests.spec.harness import Says
from tests.spec.words import Case, because

from ferrata.guideline.conditions import any_of, criterion
from ferrata.guideline.units import per_uL


def test_criterion(says: Says) -> None:
    """A criterion answers as its condition does."""
    says(
        criterion("Danger", any_of(Case.bleeding, Case.platelets < 10_000 * per_uL), because),
        """
        bleeding | platelets | answer
        ---------|-----------|--------
        yes      | 50000     | yes
        no       | 9999      | yes
        no       | 10000     | no
        unknown  | 10000     | unknown
        unknown  | 9999      | yes
        """,
    )
