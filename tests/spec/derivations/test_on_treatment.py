"""On treatment: a course goes on."""

from tests.spec.harness import Derives
from tests.spec.words import TABLET

from ferrata.guideline.derivations import OnTreatment


def test_course(derives: Derives) -> None:
    """A course goes on from the day it starts to the day it ends, both included."""
    derives(
        OnTreatment(TABLET),
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
        2020-10-20 | yes                     | 1
        2020-10-21 | no                      | 1
        """,
    )


def test_open_end(derives: Derives) -> None:
    """A course without an end goes on."""
    derives(
        OnTreatment(),
        """
        about  | date            | says
        -------|-----------------|-----
        tablet | from 2020-10-03 |
        """,
        """
        on         | value | entry
        -----------|-------|------
        2020-10-03 | yes   | 1
        2025-01-01 | yes   | 1
        """,
        of=TABLET,
    )


def test_another_treatment(derives: Derives) -> None:
    """A course of another treatment says nothing."""
    derives(
        OnTreatment(TABLET),
        """
        about    | date            | says
        ---------|-----------------|-----
        infusion | from 2020-10-03 |
        """,
        """
        on         | value
        -----------|------------------------
        2020-10-04 | unknown: never recorded
        """,
    )


def test_unreadable(derives: Derives) -> None:
    """A course of an unreadable drug may be of this one while it goes on."""
    derives(
        OnTreatment(TABLET),
        """
        about              | date                     | says
        -------------------|--------------------------|-----
        tablet             | 2020-09-01 to 2020-09-20 |
        an unreadable drug | 2020-10-03 to 2020-10-20 |
        """,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-09-21 | no                               | 1
        2020-10-03 | unknown: recorded but unreadable | 2
        2020-10-21 | no                               | 1
        """,
    )
