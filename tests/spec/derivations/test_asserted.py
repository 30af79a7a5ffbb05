"""Asserted: the newest word about a sign."""

from tests.spec.harness import Derives
from tests.spec.words import BLEEDING

from ferrata.guideline.derivations import Asserted, within
from ferrata.guideline.units import day


def test_newest_word(derives: Derives) -> None:
    """The newest word of the window counts, yes or no; silence is unknown."""
    derives(
        Asserted(BLEEDING, within(3 * day)),
        """
        about    | date       | says
        ---------|------------|-----
        bleeding | 2020-10-03 | yes
        bleeding | 2020-10-05 | no
        """,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-02 | unknown: never recorded     |
        2020-10-03 | yes                         | 1
        2020-10-04 | yes                         | 1
        2020-10-05 | no                          | 2
        2020-10-08 | no                          | 2
        2020-10-09 | unknown: last value too old | 2
        """,
    )


def test_conflict(derives: Derives) -> None:
    """Two words at one time that differ are a conflict; two that agree are one."""
    derives(
        Asserted(BLEEDING, within(3 * day)),
        """
        about    | date       | says
        ---------|------------|-----
        bleeding | 2020-10-03 | yes
        bleeding | 2020-10-03 | no
        bleeding | 2020-10-04 | yes
        bleeding | 2020-10-04 | yes
        """,
        """
        on         | value                    | entry
        -----------|--------------------------|------
        2020-10-03 | unknown: values conflict | 2
        2020-10-04 | yes                      | 4
        """,
    )
