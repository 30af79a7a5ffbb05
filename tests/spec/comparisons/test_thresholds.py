"""A measurement and a threshold.

The four comparisons differ only at the threshold itself.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.units import L, dL, g, per_uL


def test_less(says: Says) -> None:
    """`<` is no at the threshold."""
    says(
        Case.platelets < 50_000 * per_uL,
        """
        platelets        | answer
        -----------------|--------
        49999.99999999   | yes
        50000            | no
        50000.00000001   | no
        0 to 49999       | yes
        0 to 50000       | unknown
        50000 to 60000   | no
        unknown          | unknown
        """,
    )


def test_at_most(says: Says) -> None:
    """`<=` is yes at the threshold."""
    says(
        Case.platelets <= 50_000 * per_uL,
        """
        platelets        | answer
        -----------------|--------
        49999.99999999   | yes
        50000            | yes
        50000.00000001   | no
        0 to 50000       | yes
        50000 to 60000   | unknown
        50001 to 60000   | no
        unknown          | unknown
        """,
    )


def test_greater(says: Says) -> None:
    """`>` is no at the threshold."""
    says(
        Case.platelets > 50_000 * per_uL,
        """
        platelets        | answer
        -----------------|--------
        49999.99999999   | no
        50000            | no
        50000.00000001   | yes
        0 to 50000       | no
        50000 to 60000   | unknown
        50001 to 60000   | yes
        unknown          | unknown
        """,
    )


def test_at_least(says: Says) -> None:
    """`>=` is yes at the threshold."""
    says(
        Case.platelets >= 50_000 * per_uL,
        """
        platelets        | answer
        -----------------|--------
        49999.99999999   | no
        50000            | yes
        50000.00000001   | yes
        0 to 49999       | no
        0 to 50000       | unknown
        50000 to 60000   | yes
        unknown          | unknown
        """,
    )


def test_threshold_in_another_unit(says: Says) -> None:
    """A threshold may be written in any unit of the dimension."""
    says(
        Case.hemoglobin < 80 * g / L,
        """
        hemoglobin  | answer
        ------------|-------
        7.9         | yes
        8           | no
        """,
    )


def test_threshold_at_the_end_of_the_plausible_range(says: Says) -> None:
    """A threshold may be the lowest or the highest plausible number."""
    says(
        Case.hemoglobin <= 1 * g / dL,
        """
        hemoglobin  | answer
        ------------|-------
        1           | yes
        1.1         | no
        """,
    )
