"""Days since a sign was last asserted."""

from tests.spec.harness import Derives
from tests.spec.words import BIRTH, BLEEDING

from ferrata.guideline.derivations import DaysSince


def test_age(derives: Derives) -> None:
    """Days since birth are the age."""
    derives(
        DaysSince(BIRTH),
        """
        about | date       | says
        ------|------------|-----
        birth | 2019-10-03 | yes
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2019-10-02 | unknown: never recorded |
        2019-10-03 | 0                       | 1
        2020-10-03 | 366                     | 1
        """,
    )


def test_last_time(derives: Derives) -> None:
    """The last yes counts; a no does not."""
    derives(
        DaysSince(BLEEDING),
        """
        about    | date       | says
        ---------|------------|-----
        bleeding | 2020-10-03 | yes
        bleeding | 2020-10-13 | yes
        bleeding | 2020-10-15 | no
        """,
        """
        on         | value | entry
        -----------|-------|------
        2020-10-12 | 9     | 1
        2020-10-16 | 3     | 2
        """,
    )


def test_partial_date(derives: Derives) -> None:
    """A month of birth gives an interval of ages, and a year a wider one."""
    derives(
        DaysSince(BIRTH),
        """
        about | date    | says
        ------|---------|-----
        birth | 2020-10 | yes
        """,
        """
        on         | value
        -----------|------------------------
        2020-09-30 | unknown: never recorded
        2020-10-15 | unknown: date unclear
        2020-10-31 | 0 to 30
        2020-11-01 | 1 to 31
        """,
    )


def test_unreadable(derives: Derives) -> None:
    """A later word that cannot be read leaves the number unknown."""
    derives(
        DaysSince(BLEEDING),
        """
        about    | date       | says
        ---------|------------|-----------
        bleeding | 2020-10-03 | yes
        bleeding | 2020-10-13 | unreadable
        """,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-12 | 9                                | 1
        2020-10-13 | unknown: recorded but unreadable | 2
        """,
    )
