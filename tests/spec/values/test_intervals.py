"""Intervals and unknown values.

A laboratory may report `<5`, which is a number from 0 to 5. Such a value settles a comparison when
every number it can be settles it the same way. A value that is unknown settles none.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.units import dL, g


def test_interval(says: Says) -> None:
    """An interval answers yes or no when all of it does, else unknown; both ends belong to it."""
    says(
        Case.hemoglobin < 8 * g / dL,
        """
        hemoglobin  | answer
        ------------|--------
        5 to 7      | yes
        5 to 7.99   | yes
        5 to 8      | unknown
        7 to 9      | unknown
        8 to 9      | no
        9 to 10     | no
        """,
    )


def test_unknown(says: Says) -> None:
    """A value that is unknown leaves the answer unknown."""
    says(
        Case.hemoglobin < 8 * g / dL,
        """
        hemoglobin  | answer
        ------------|--------
        unknown     | unknown
        """,
    )
