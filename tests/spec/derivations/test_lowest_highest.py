"""The lowest and the highest value."""

from tests.spec.harness import Derives
from tests.spec.words import HEMOGLOBIN

from ferrata.guideline.derivations import highest, lowest, within
from ferrata.guideline.units import day


def test_lowest(derives: Derives) -> None:
    """The lowest value of the window."""
    derives(
        lowest(HEMOGLOBIN, within(7 * day)),
        """
        about      | date       | says
        -----------|------------|-----
        hemoglobin | 2020-10-03 | 12
        hemoglobin | 2020-10-05 | 9
        hemoglobin | 2020-10-09 | 11
        """,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-02 | unknown: never recorded     |
        2020-10-04 | 12                          | 1
        2020-10-09 | 9                           | 2
        2020-10-12 | 9                           | 2
        2020-10-13 | 11                          | 3
        2020-10-17 | unknown: last value too old | 3
        """,
    )


def test_highest(derives: Derives) -> None:
    """The highest value of the window."""
    derives(
        highest(HEMOGLOBIN, within(7 * day)),
        """
        about      | date       | says
        -----------|------------|-----
        hemoglobin | 2020-10-03 | 12
        hemoglobin | 2020-10-05 | 9
        hemoglobin | 2020-10-09 | 11
        """,
        """
        on         | value | entry
        -----------|-------|------
        2020-10-09 | 12    | 1
        2020-10-10 | 12    | 1
        2020-10-11 | 11    | 3
        """,
    )


def test_intervals(derives: Derives) -> None:
    """The lowest of intervals lies between the lowest start and the lowest end."""
    events = """
        about      | date       | says
        -----------|------------|--------
        hemoglobin | 2020-10-03 | 12
        hemoglobin | 2020-10-04 | 8 to 10
        hemoglobin | 2020-10-05 | 9
        """
    derives(
        lowest(HEMOGLOBIN, within(7 * day)),
        events,
        """
        on         | value
        -----------|--------
        2020-10-03 | 12
        2020-10-04 | 8 to 10
        2020-10-05 | 8 to 9
        """,
    )
    derives(
        highest(HEMOGLOBIN, within(1 * day)),
        events,
        """
        on         | value
        -----------|--------
        2020-10-04 | 12
        2020-10-05 | 9 to 10
        """,
    )
