"""Ever treated: a course has begun."""

from tests.spec.harness import Derives
from tests.spec.words import TABLET

from ferrata.guideline.derivations import EverTreated


def test_begun(derives: Derives) -> None:
    """A course that has begun counts for ever."""
    derives(
        EverTreated(TABLET),
        """
        about  | date                     | says
        -------|--------------------------|-----
        tablet | 2020-10-03 to 2020-10-20 |
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-10-02 | unknown: never recorded |
        2020-10-03 | yes                     | 1
        2025-01-01 | yes                     | 1
        """,
    )


def test_unreadable(derives: Derives) -> None:
    """A course of an unreadable drug may have been of this one, even after it ended."""
    derives(
        EverTreated(),
        """
        about              | date                     | says
        -------------------|--------------------------|-----
        an unreadable drug | 2020-10-03 to 2020-10-20 |
        tablet             | from 2020-12-01          |
        """,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-02 | unknown: never recorded          |
        2020-11-01 | unknown: recorded but unreadable | 1
        2020-12-01 | yes                              | 2
        """,
        of=TABLET,
    )
