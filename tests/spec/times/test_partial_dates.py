"""Partial dates."""

from tests.spec.harness import Derives
from tests.spec.words import ASSUMED, BLEEDING, HEMOGLOBIN, TABLET

from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import (
    Asserted,
    EverAsserted,
    EverTreated,
    OnTreatment,
    days_with,
    latest,
    lowest,
    within,
)
from ferrata.guideline.units import day, dL, g


def test_month(derives: Derives) -> None:
    """A value of some day of a month is usable when the window holds the whole month."""
    derives(
        latest(HEMOGLOBIN, within(40 * day)),
        """
        about      | date    | says
        -----------|---------|-----
        hemoglobin | 2020-10 | 12
        """,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-09-30 | unknown: never recorded     |
        2020-10-15 | unknown: date unclear       | 1
        2020-10-31 | 12                          | 1
        2020-11-10 | 12                          | 1
        2020-11-11 | unknown: date unclear       | 1
        2020-12-10 | unknown: date unclear       | 1
        2020-12-11 | unknown: last value too old | 1
        """,
    )


def test_which_is_latest(derives: Derives) -> None:
    """Every value that can be the latest counts, so two of them are an interval."""
    derives(
        latest(HEMOGLOBIN, within(60 * day)),
        """
        about      | date       | says
        -----------|------------|-----
        hemoglobin | 2020-10    | 12
        hemoglobin | 2020-10-10 | 9
        hemoglobin | 2020-11-05 | 10
        """,
        """
        on         | value   | entry
        -----------|---------|------
        2020-10-10 | 9 to 12 | 1
        2020-11-01 | 9 to 12 | 1
        2020-11-05 | 10      | 3
        """,
    )


def test_lowest(derives: Derives) -> None:
    """A lower value that is only perhaps inside makes the lowest one an interval."""
    derives(
        lowest(HEMOGLOBIN, within(7 * day)),
        """
        about      | date       | says
        -----------|------------|-----
        hemoglobin | 2020-10    | 7
        hemoglobin | 2020-10-20 | 9
        """,
        """
        on         | value  | entry
        -----------|--------|------
        2020-10-20 | 7 to 9 | 2
        """,
    )


def test_days_with(derives: Derives) -> None:
    """A value of some day of a month may add a day, and never counts for certain."""
    derives(
        days_with(HEMOGLOBIN, Operator.LT, 8 * g / dL, within(40 * day), ASSUMED),
        """
        about      | date       | says
        -----------|------------|-----
        hemoglobin | 2020-10    | 7
        hemoglobin | 2020-10-20 | 7
        """,
        """
        on         | value
        -----------|-------
        2020-11-01 | 1 to 2
        """,
    )


def test_asserted(derives: Derives) -> None:
    """A word of some day of a month settles nothing until the window holds the month."""
    derives(
        Asserted(BLEEDING, within(40 * day)),
        """
        about    | date    | says
        ---------|---------|-----
        bleeding | 2020-10 | yes
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-09-30 | unknown: never recorded |
        2020-10-15 | unknown: date unclear   | 1
        2020-10-31 | yes                     | 1
        """,
    )
    derives(
        EverAsserted(BLEEDING),
        """
        about    | date    | says
        ---------|---------|-----
        bleeding | 2020-10 | yes
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-09-30 | unknown: never recorded |
        2020-10-15 | unknown: date unclear   | 1
        2020-10-31 | yes                     | 1
        """,
    )


def test_course(derives: Derives) -> None:
    """A course goes on for certain between the last day it can start and the first it can end."""
    derives(
        OnTreatment(TABLET),
        """
        about  | date               | says
        -------|--------------------|-----
        tablet | 2020-10 to 2020-12 |
        """,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-09-30 | unknown: never recorded |
        2020-10-15 | unknown: date unclear   | 1
        2020-10-31 | yes                     | 1
        2020-12-01 | yes                     | 1
        2020-12-02 | unknown: date unclear   | 1
        2020-12-31 | unknown: date unclear   | 1
        2021-01-01 | no                      | 1
        """,
    )
    derives(
        EverTreated(TABLET),
        """
        about  | date               | says
        -------|--------------------|-----
        tablet | 2020-10 to 2020-12 |
        """,
        """
        on         | value                 | entry
        -----------|-----------------------|------
        2020-10-15 | unknown: date unclear | 1
        2020-10-31 | yes                   | 1
        """,
    )
