"""All of.

Every part holds.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.conditions import all_of


def test_two_parts(says: Says) -> None:
    """No if one part is no, else unknown if one is unknown, else yes."""
    says(
        all_of(Case.bleeding, Case.fever),
        """
        bleeding | fever   | answer
        ---------|---------|--------
        yes      | yes     | yes
        yes      | no      | no
        yes      | unknown | unknown
        no       | yes     | no
        no       | no      | no
        no       | unknown | no
        unknown  | yes     | unknown
        unknown  | no      | no
        unknown  | unknown | unknown
        """,
    )


def test_one_part(says: Says) -> None:
    """All of one part is that part."""
    says(
        all_of(Case.bleeding),
        """
        bleeding | answer
        ---------|--------
        yes      | yes
        no       | no
        unknown  | unknown
        """,
    )


def test_three_parts(says: Says) -> None:
    """One no settles any number of parts."""
    says(
        all_of(Case.bleeding, Case.fever, Case.rash),
        """
        bleeding | fever   | rash    | answer
        ---------|---------|---------|--------
        yes      | yes     | yes     | yes
        yes      | yes     | unknown | unknown
        yes      | unknown | no      | no
        unknown  | unknown | unknown | unknown
        """,
    )
