"""The latest value."""

from tests.spec.harness import Derives
from tests.spec.words import HEMOGLOBIN

from ferrata.guideline.derivations import ever, latest, within
from ferrata.guideline.units import day


def test_latest(derives: Derives) -> None:
    """The latest value counts until the window has moved past it."""
    derives(
        latest(HEMOGLOBIN, within(14 * day)),
        """
        about      | date       | says
        -----------|------------|-----
        hemoglobin | 2020-10-03 | 12
        hemoglobin | 2020-10-10 | 9
        hemoglobin | 2020-11-20 | 11
        """,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-02 | unknown: never recorded     |
        2020-10-03 | 12                          | 1
        2020-10-09 | 12                          | 1
        2020-10-10 | 9                           | 2
        2020-10-24 | 9                           | 2
        2020-10-25 | unknown: last value too old | 2
        2020-11-20 | 11                          | 3
        """,
    )


def test_latest_ever(derives: Derives) -> None:
    """Without a window nothing is ever too old."""
    derives(
        latest(HEMOGLOBIN, ever()),
        """
        about      | date       | says
        -----------|------------|-----
        hemoglobin | 2001-10-03 | 12
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2001-10-02 | unknown: never recorded |
        2020-10-03 | 12                      | 1
        """,
    )


def test_same_day(derives: Derives) -> None:
    """Of two values of one day the later hour wins; without hours the value lies between both."""
    derives(
        latest(HEMOGLOBIN, within(14 * day)),
        """
        about      | date             | says
        -----------|------------------|-----
        hemoglobin | 2020-10-03 16:00 | 9
        hemoglobin | 2020-10-03 08:00 | 12
        hemoglobin | 2020-10-05       | 8
        hemoglobin | 2020-10-05       | 10
        hemoglobin | 2020-10-07 23:58 | 7
        hemoglobin | 2020-10-07       | 11
        """,
        """
        on         | value    | entry
        -----------|----------|------
        2020-10-03 | 9        | 1
        2020-10-05 | 8 to 10  | 4
        2020-10-07 | 7 to 11  | 6
        """,
    )


def test_interval(derives: Derives) -> None:
    """A result that is an interval stays one."""
    derives(
        latest(HEMOGLOBIN, within(14 * day)),
        """
        about      | date       | says
        -----------|------------|-------
        hemoglobin | 2020-10-03 | 1 to 5
        """,
        """
        on         | value  | entry
        -----------|--------|------
        2020-10-04 | 1 to 5 | 1
        """,
    )
