"""A measurement and another measurement.

The right-hand side may carry a factor or an offset. Both sides have the same unit; both may be
intervals, and then every pair of numbers that they can be has to compare alike.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.units import dL, g


def test_plain(says: Says) -> None:
    """Two measurements compare as numbers do."""
    says(
        Case.hemoglobin < Case.reference,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        9          | 12        | yes
        12         | 12        | no
        13         | 12        | no
        unknown    | 12        | unknown
        9          | unknown   | unknown
        unknown    | unknown   | unknown
        """,
    )


def test_intervals(says: Says) -> None:
    """Overlapping intervals leave a comparison open, touching ones may not."""
    says(
        Case.hemoglobin <= Case.reference,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        8 to 9     | 10 to 12  | yes
        8 to 10    | 10 to 12  | yes
        8 to 11    | 10 to 12  | unknown
        8          | 8 to 12   | yes
        9          | 8 to 12   | unknown
        12         | 8 to 12   | unknown
        13         | 8 to 12   | no
        8 to 9     | unknown   | unknown
        """,
    )


def test_offset(says: Says) -> None:
    """`b - 2 g/dL` is two grams per decilitre below b, and `b + 2 g/dL` above it."""
    says(
        Case.hemoglobin <= Case.reference - 2 * g / dL,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        9.9        | 12        | yes
        10         | 12        | yes
        10.1       | 12        | no
        10         | 12 to 13  | yes
        10         | 11 to 13  | unknown
        """,
    )
    says(
        Case.hemoglobin >= Case.reference + 2 * g / dL,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        13.9       | 12        | no
        14         | 12        | yes
        """,
    )


def test_factor(says: Says) -> None:
    """`2 * b` is twice b."""
    says(
        Case.hemoglobin >= 2 * Case.reference,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        11.9       | 6         | no
        12         | 6         | yes
        12         | 5 to 6    | yes
        12         | 5 to 7    | unknown
        12         | 7 to 8    | no
        """,
    )


def test_factor_and_offset(says: Says) -> None:
    """Both together read from left to right."""
    says(
        Case.hemoglobin > Case.reference * 0.5 + 1 * g / dL,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        7          | 12        | no
        7.1        | 12        | yes
        """,
    )
    says(
        Case.hemoglobin > 0.5 * Case.reference - 1 * g / dL,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        5          | 12        | no
        5.1        | 12        | yes
        """,
    )


def test_negative_factor(says: Says) -> None:
    """A negative factor turns an interval round."""
    says(
        Case.hemoglobin >= Case.reference * -1 + 20 * g / dL,
        """
        hemoglobin | reference | answer
        -----------|-----------|--------
        12         | 8 to 9    | yes
        12         | 7 to 9    | unknown
        10         | 8 to 9    | no
        """,
    )
