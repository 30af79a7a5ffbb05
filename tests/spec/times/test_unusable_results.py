"""Unusable results.

A result may be implausible, in an unknown unit or unreadable. It happened, so it is never taken for
absent; it has no value, so it can be anything plausible.
"""

from tests.spec.harness import Derives
from tests.spec.words import ASSUMED, BLEEDING, HEMOGLOBIN

from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import Asserted, days_with, highest, latest, lowest, within
from ferrata.guideline.units import day, dL, g


def test_latest(derives: Derives) -> None:
    """An older usable value does not stand in for a newer unusable one."""
    derives(
        latest(HEMOGLOBIN, within(14 * day)),
        """
        about      | date       | says
        -----------|------------|-------------------------------------
        hemoglobin | 2020-10-03 | 12
        hemoglobin | 2020-10-04 | value implausible
        hemoglobin | 2020-10-05 | unit unknown or of another dimension
        hemoglobin | 2020-10-06 | recorded but unreadable
        hemoglobin | 2020-10-07 | 11
        """,
        """
        on         | value                                         | entry
        -----------|-----------------------------------------------|------
        2020-10-03 | 12                                            | 1
        2020-10-04 | unknown: value implausible                    | 2
        2020-10-05 | unknown: unit unknown or of another dimension | 3
        2020-10-06 | unknown: recorded but unreadable              | 4
        2020-10-07 | 11                                            | 5
        """,
    )


def test_lowest_and_highest(derives: Derives) -> None:
    """Beside usable values an unusable one may be as low or as high as is plausible."""
    events = """
        about      | date       | says
        -----------|------------|------------------------
        hemoglobin | 2020-10-03 | recorded but unreadable
        hemoglobin | 2020-10-05 | 12
        """
    derives(
        lowest(HEMOGLOBIN, within(14 * day)),
        events,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-03 | unknown: recorded but unreadable | 1
        2020-10-05 | 1 to 12                          | 2
        """,
    )
    derives(
        highest(HEMOGLOBIN, within(14 * day)),
        events,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-03 | unknown: recorded but unreadable | 1
        2020-10-05 | 12 to 25                         | 2
        """,
    )


def test_days_with(derives: Derives) -> None:
    """An unusable result may add a day."""
    derives(
        days_with(HEMOGLOBIN, Operator.LT, 8 * g / dL, within(14 * day), ASSUMED),
        """
        about      | date       | says
        -----------|------------|------------------
        hemoglobin | 2020-10-03 | 7
        hemoglobin | 2020-10-04 | value implausible
        """,
        """
        on         | value
        -----------|-------
        2020-10-03 | 1
        2020-10-04 | 1 to 2
        """,
    )


def test_asserted(derives: Derives) -> None:
    """An older word does not stand in for a newer one that cannot be read."""
    derives(
        Asserted(BLEEDING, within(14 * day)),
        """
        about    | date       | says
        ---------|------------|-----------
        bleeding | 2020-10-03 | no
        bleeding | 2020-10-04 | unreadable
        """,
        """
        on         | value                            | entry
        -----------|----------------------------------|------
        2020-10-03 | no                               | 1
        2020-10-04 | unknown: recorded but unreadable | 2
        """,
    )
