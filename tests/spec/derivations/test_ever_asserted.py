"""Ever asserted: a sign that stays."""

from tests.spec.harness import Derives
from tests.spec.words import BLEEDING

from ferrata.guideline.derivations import EverAsserted


def test_once_is_for_ever(derives: Derives) -> None:
    """One yes counts from its day on, whatever is said later."""
    derives(
        EverAsserted(BLEEDING),
        """
        about    | date       | says
        ---------|------------|-----
        bleeding | 2010-10-03 | no
        bleeding | 2015-10-03 | yes
        bleeding | 2020-10-03 | no
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2010-10-02 | unknown: never recorded |
        2010-10-03 | no                      | 1
        2015-10-03 | yes                     | 2
        2020-10-03 | yes                     | 2
        """,
    )


def test_unreadable(derives: Derives) -> None:
    """A word that cannot be read may have been yes."""
    derives(
        EverAsserted(BLEEDING),
        """
        about    | date       | says
        ---------|------------|-----------
        bleeding | 2010-10-03 | unreadable
        bleeding | 2015-10-03 | no
        bleeding | 2020-10-03 | yes
        """,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2015-10-03 | unknown: recorded but unreadable | 1
        2020-10-03 | yes                              | 3
        """,
    )
