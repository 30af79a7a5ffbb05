"""Choices.

`Grade` is mild, moderate or severe.
"""

from tests.spec.harness import Says
from tests.spec.words import Case, Grade


def test_one_option(says: Says) -> None:
    """`is_` asks for an option."""
    says(
        Case.grade.is_(Grade.SEVERE),
        """
        grade    | answer
        ---------|--------
        mild     | no
        moderate | no
        severe   | yes
        unknown  | unknown
        """,
    )


def test_several_options(says: Says) -> None:
    """`is_` with several options asks for any of them."""
    says(
        Case.grade.is_(Grade.MODERATE, Grade.SEVERE),
        """
        grade    | answer
        ---------|--------
        mild     | no
        moderate | yes
        severe   | yes
        unknown  | unknown
        """,
    )


def test_every_option(says: Says) -> None:
    """A choice that is unknown is not even one of all its options."""
    says(
        Case.grade.is_(Grade.MILD, Grade.MODERATE, Grade.SEVERE),
        """
        grade    | answer
        ---------|--------
        mild     | yes
        unknown  | unknown
        """,
    )
