"""Stated: the newest answer to a question."""

from tests.spec.harness import Derives
from tests.spec.words import GRADE

from ferrata.guideline.derivations import Stated, within
from ferrata.guideline.units import day


def test_newest_answer(derives: Derives) -> None:
    """The newest answer of the window counts."""
    derives(
        Stated(GRADE, within(30 * day)),
        """
        about | date       | says
        ------|------------|-------
        grade | 2020-10-03 | mild
        grade | 2020-10-05 | severe
        """,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-02 | unknown: never recorded     |
        2020-10-03 | mild                        | 1
        2020-10-05 | severe                      | 2
        2020-11-04 | severe                      | 2
        2020-11-05 | unknown: last value too old | 2
        """,
    )


def test_conflict(derives: Derives) -> None:
    """Two answers at one time that differ are a conflict; an unreadable one hides both."""
    derives(
        Stated(GRADE, within(30 * day)),
        """
        about | date       | says
        ------|------------|-----------
        grade | 2020-10-03 | mild
        grade | 2020-10-03 | severe
        grade | 2020-10-05 | mild
        grade | 2020-10-05 | unreadable
        """,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-03 | unknown: values conflict         | 2
        2020-10-05 | unknown: recorded but unreadable | 4
        """,
    )
