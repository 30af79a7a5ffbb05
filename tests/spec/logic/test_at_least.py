"""At least so many.

At least `count` of the parts hold.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.conditions import at_least


def test_one_of_two(says: Says) -> None:
    """At least one of two is any of them."""
    says(
        at_least(1, Case.bleeding, Case.fever),
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


def test_two_of_two(says: Says) -> None:
    """At least two of two is all of them."""
    says(
        at_least(2, Case.bleeding, Case.fever),
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


def test_two_of_three(says: Says) -> None:
    """Yes or no once the parts that are unknown cannot change it, else unknown."""
    says(
        at_least(2, Case.bleeding, Case.fever, Case.rash),
        """
        bleeding | fever   | rash    | answer
        ---------|---------|---------|--------
        yes      | yes     | yes     | yes
        yes      | yes     | no      | yes
        yes      | yes     | unknown | yes
        yes      | no      | no      | no
        yes      | no      | unknown | unknown
        yes      | unknown | unknown | unknown
        no       | no      | no      | no
        no       | no      | unknown | no
        no       | unknown | unknown | unknown
        unknown  | unknown | unknown | unknown
        """,
    )


def test_the_same_part_twice(says: Says) -> None:
    """A part that is listed twice counts twice."""
    says(
        at_least(2, Case.bleeding, Case.bleeding, Case.fever),
        """
        bleeding | fever   | answer
        ---------|---------|--------
        yes      | no      | yes
        no       | yes     | no
        unknown  | yes     | unknown
        """,
    )
