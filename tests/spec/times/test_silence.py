"""Silence.

What nobody recorded is unknown. Where records are known to be complete, a derivation may declare
that silence means no, and names the assumption (`ASSUMED` here) that output then prints.
"""

from tests.spec.harness import Derives
from tests.spec.words import ASSUMED, BLEEDING, TABLET

from ferrata.guideline.derivations import Asserted, EverAsserted, EverTreated, OnTreatment, within
from ferrata.guideline.units import day

_NOTHING = """
        about | date | says
        ------|------|-----
        """


def test_unknown(derives: Derives) -> None:
    """An empty record says neither yes nor no."""
    derives(
        Asserted(BLEEDING, within(3 * day)),
        _NOTHING,
        """
        on         | value
        -----------|------------------------
        2020-10-03 | unknown: never recorded
        """,
    )
    derives(
        EverTreated(TABLET),
        _NOTHING,
        """
        on         | value
        -----------|------------------------
        2020-10-03 | unknown: never recorded
        """,
    )


def test_declared(derives: Derives) -> None:
    """Declared silence is no, for a sign of a window as for one of ever."""
    derives(
        Asserted(BLEEDING, within(3 * day), ASSUMED),
        """
        about    | date       | says
        ---------|------------|-----
        bleeding | 2020-10-03 | yes
        """,
        """
        on         | value | entry
        -----------|-------|------
        2020-10-02 | no    |
        2020-10-06 | yes   | 1
        2020-10-07 | no    |
        """,
    )
    derives(
        EverAsserted(BLEEDING, ASSUMED),
        _NOTHING,
        """
        on         | value
        -----------|------
        2020-10-03 | no
        """,
    )


def test_declared_for_a_treatment(derives: Derives) -> None:
    """Declared silence is no for a treatment, except where a drug could not be read."""
    events = """
        about              | date                     | says
        -------------------|--------------------------|-----
        an unreadable drug | 2020-10-03 to 2020-10-05 |
        """
    derives(
        OnTreatment(TABLET, ASSUMED),
        events,
        """
        on         | value
        -----------|---------------------------------
        2020-10-02 | no
        2020-10-03 | unknown: recorded but unreadable
        2020-10-06 | no
        """,
    )
    derives(
        EverTreated(TABLET, ASSUMED),
        events,
        """
        on         | value
        -----------|---------------------------------
        2020-10-02 | no
        2020-10-03 | unknown: recorded but unreadable
        2020-10-06 | unknown: recorded but unreadable
        """,
    )


def test_declared_against_doubt(derives: Derives) -> None:
    """Silence is not declared where something was said, be its date unclear or its word lost."""
    derives(
        Asserted(BLEEDING, within(3 * day), ASSUMED),
        """
        about    | date       | says
        ---------|------------|-----------
        bleeding | 2020-10    | yes
        bleeding | 2020-12-01 | unreadable
        """,
        """
        on         | value
        -----------|---------------------------------
        2020-10-15 | unknown: date unclear
        2020-11-20 | no
        2020-12-01 | unknown: recorded but unreadable
        """,
    )
