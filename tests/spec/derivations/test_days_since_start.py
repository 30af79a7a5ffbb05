"""Days since the start of the newest course."""

from tests.spec.harness import Derives
from tests.spec.words import TABLET

from ferrata.guideline.derivations import DaysSinceStart


def test_days(derives: Derives) -> None:
    """The day of the start is day 0, and a new course starts anew."""
    derives(
        DaysSinceStart(),
        """
        about  | date                     | says
        -------|--------------------------|-----
        tablet | 2020-10-03 to 2020-10-20 |
        tablet | from 2020-11-03          |
        """,
        """
        on         | value
        -----------|------------------------
        2020-10-02 | unknown: never recorded
        2020-10-03 | 0
        2020-10-20 | 17
        2020-11-02 | 30
        2020-11-03 | 0
        2020-11-04 | 1
        """,
        of=TABLET,
    )


def test_partial_date(derives: Derives) -> None:
    """A start in some month is unclear during the month, and an interval of days after it."""
    derives(
        DaysSinceStart(),
        """
        about  | date         | says
        -------|--------------|-----
        tablet | from 2020-10 |
        """,
        """
        on         | value
        -----------|------------------------
        2020-09-30 | unknown: never recorded
        2020-10-15 | unknown: date unclear
        2020-10-31 | 0 to 30
        2020-11-10 | 10 to 40
        """,
        of=TABLET,
    )


def test_which_is_newest(derives: Derives) -> None:
    """While it is not clear which course is the newest, its start is not clear."""
    derives(
        DaysSinceStart(),
        """
        about  | date            | says
        -------|-----------------|-----
        tablet | from 2020-10    |
        tablet | from 2020-10-10 |
        """,
        """
        on         | value
        -----------|----------------------
        2020-11-10 | unknown: date unclear
        """,
        of=TABLET,
    )
