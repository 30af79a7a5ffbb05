"""Numbers and units.

A measurement has one unit. Whatever a number was written in, it becomes a number of that unit,
exactly, and is rounded once to eight decimals. All comparisons are of those numbers.
"""

from tests.spec.harness import Reads
from tests.spec.words import Case


def test_one_unit(reads: Reads) -> None:
    """A quantity in another unit of the same dimension is converted exactly."""
    reads(
        Case.hemoglobin,
        """
        written      | g/dL
        -------------|-------
        12.5 g/dL    | 12.5
        125 g/L      | 12.5
        12500 mg/dL  | 12.5
        0.1 g/L      | 0.01
        """,
    )


def test_counts(reads: Reads) -> None:
    """A count per litre and a count per microlitre differ a millionfold."""
    reads(
        Case.platelets,
        """
        written         | /uL
        ----------------|------
        50000/uL        | 50000
        50000000000/L   | 50000
        50/L            | 0.00005
        """,
    )


def test_rounding(reads: Reads) -> None:
    """Beyond eight decimals a number is rounded once, half to even."""
    reads(
        Case.hemoglobin,
        """
        written            | g/dL
        -------------------|-----------
        9.12345678 g/dL    | 9.12345678
        9.123456785 g/dL   | 9.12345678
        9.123456795 g/dL   | 9.1234568
        9.1234567851 g/dL  | 9.12345679
        """,
    )


def test_other_dimensions(reads: Reads) -> None:
    """A quantity of another dimension is refused, not guessed at."""
    reads(
        Case.hemoglobin,
        """
        written     | g/dL
        ------------|----------------------------------------------
        7.5 mmol/L  | refused: 7.5 mmol/L cannot be read in g/dL
        12 g        | refused: 12 g cannot be read in g/dL
        12/uL       | refused: 12/uL cannot be read in g/dL
        """,
    )
