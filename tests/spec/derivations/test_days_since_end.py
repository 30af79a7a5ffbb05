"""Days since the end of the last course."""

from tests.spec.harness import Derives
from tests.spec.words import TABLET

from ferrata.guideline.derivations import DaysSinceEnd


def test_days(derives: Derives) -> None:
    """While a course goes on there is no such number; the day after its end is day 1."""
    derives(
        DaysSinceEnd(),
        """
        about  | date                     | says
        -------|--------------------------|-----
        tablet | 2020-10-03 to 2020-10-20 |
        """,
        """
        on         | value
        -----------|-------------------------------------------
        2020-10-02 | unknown: never recorded
        2020-10-20 | unknown: follows from values that are unknown
        2020-10-21 | 1
        2020-11-20 | 31
        """,
        of=TABLET,
    )


def test_several_courses(derives: Derives) -> None:
    """The last end counts, and none while any course goes on."""
    derives(
        DaysSinceEnd(),
        """
        about  | date                     | says
        -------|--------------------------|-----
        tablet | 2020-10-03 to 2020-10-20 |
        tablet | 2020-10-05 to 2020-10-10 |
        tablet | from 2020-12-01          |
        """,
        """
        on         | value
        -----------|-------------------------------------------
        2020-10-15 | unknown: follows from values that are unknown
        2020-10-25 | 5
        2020-12-05 | unknown: follows from values that are unknown
        """,
        of=TABLET,
    )


def test_partial_date(derives: Derives) -> None:
    """An end in some month gives an interval of days once the month is over."""
    derives(
        DaysSinceEnd(),
        """
        about  | date                  | says
        -------|-----------------------|-----
        tablet | 2020-09-03 to 2020-10 |
        """,
        """
        on         | value
        -----------|-------------------------------------------
        2020-10-31 | unknown: follows from values that are unknown
        2020-11-01 | 1 to 31
        """,
        of=TABLET,
    )
