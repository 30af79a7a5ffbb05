"""Any of.

At least one part holds.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.conditions import any_of, not_


def test_two_parts(says: Says) -> None:
    """Yes if one part is yes, else unknown if one is unknown, else no."""
    says(
        any_of(Case.bleeding, Case.fever),
        """
        bleeding | fever   | answer
        ---------|---------|--------
        yes      | yes     | yes
        yes      | no      | yes
        yes      | unknown | yes
        no       | yes     | yes
        no       | no      | no
        no       | unknown | unknown
        unknown  | yes     | yes
        unknown  | no      | unknown
        unknown  | unknown | unknown
        """,
    )


def test_one_part(says: Says) -> None:
    """Any of one part is that part."""
    says(
        any_of(Case.bleeding),
        """
        bleeding | answer
        ---------|--------
        yes      | yes
        no       | no
        unknown  | unknown
        """,
    )


def test_a_part_and_its_opposite(says: Says) -> None:
    """Parts are judged one by one: that one of the two must hold is not noticed."""
    says(
        any_of(Case.bleeding, not_(Case.bleeding)),
        """
        bleeding | answer
        ---------|--------
        yes      | yes
        no       | yes
        unknown  | unknown
        """,
    )
