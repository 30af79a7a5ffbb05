"""Reviews.

Somebody went through all that there is about a concept: what is not recorded is absent.
"""

from tests.spec.harness import Derives
from tests.spec.words import BLEEDING, TABLET

from ferrata.guideline.derivations import Asserted, EverAsserted, EverTreated, OnTreatment, within
from ferrata.guideline.units import day


def test_asserted(derives: Derives) -> None:
    """A review in the window makes silence no; a word in the window outweighs it."""
    derives(
        Asserted(BLEEDING, within(3 * day)),
        """
        about              | date       | says
        -------------------|------------|-----
        review of bleeding | 2020-10-03 |
        bleeding           | 2020-10-05 | yes
        review of bleeding | 2020-10-06 |
        """,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-02 | unknown: never recorded     |
        2020-10-03 | no                          | 1
        2020-10-05 | yes                         | 2
        2020-10-08 | yes                         | 2
        2020-10-09 | no                          | 3
        2020-10-10 | unknown: last value too old | 2
        """,
    )


def test_partial_date(derives: Derives) -> None:
    """A review that is only perhaps inside says nothing."""
    derives(
        Asserted(BLEEDING, within(40 * day)),
        """
        about              | date    | says
        -------------------|---------|-----
        review of bleeding | 2020-10 |
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-10-15 | unknown: never recorded |
        2020-10-31 | no                      | 1
        """,
    )


def test_without_a_window(derives: Derives) -> None:
    """For what has no window of its own a review speaks for 90 days."""
    derives(
        EverAsserted(BLEEDING),
        """
        about              | date       | says
        -------------------|------------|-----
        review of bleeding | 2020-10-03 |
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-10-02 | unknown: never recorded |
        2020-10-03 | no                      | 1
        2021-01-01 | no                      | 1
        2021-01-02 | unknown: never recorded |
        """,
    )


def test_treatment(derives: Derives) -> None:
    """A review of a treatment says that there was no course, except of an unreadable drug."""
    events = """
        about              | date                     | says
        -------------------|--------------------------|-----
        review of tablet   | 2020-10-03               |
        an unreadable drug | 2020-10-05 to 2020-10-06 |
        """
    derives(
        OnTreatment(TABLET),
        events,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-03 | no                               | 1
        2020-10-05 | unknown: recorded but unreadable | 2
        2020-10-07 | no                               | 1
        """,
    )
    derives(
        EverTreated(TABLET),
        events,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-03 | no                               | 1
        2020-10-07 | unknown: recorded but unreadable | 2
        """,
    )
