"""Days with a value beyond a threshold."""

from tests.spec.harness import Derives
from tests.spec.words import ASSUMED, PLATELETS

from ferrata.guideline.conditions import Operator
from ferrata.guideline.derivations import days_with, within
from ferrata.guideline.units import day, per_uL


def test_silence_is_zero(derives: Derives) -> None:
    """Where a declared assumption takes silence for no, the number of days is exact."""
    derives(
        days_with(PLATELETS, Operator.LT, 50_000 * per_uL, within(14 * day), ASSUMED),
        """
        about     | date             | says
        ----------|------------------|------
        platelets | 2020-10-03       | 49999
        platelets | 2020-10-05 08:00 | 20000
        platelets | 2020-10-05 16:00 | 30000
        platelets | 2020-10-06       | 50000
        """,
        """
        on         | value | entry
        -----------|-------|------
        2020-10-02 | 0     |
        2020-10-03 | 1     | 1
        2020-10-05 | 2     | 3
        2020-10-06 | 2     | 4
        2020-10-17 | 2     | 4
        2020-10-18 | 1     | 4
        2020-10-20 | 0     | 4
        2020-10-21 | 0     |
        """,
    )


def test_silence_is_unknown(derives: Derives) -> None:
    """Otherwise it is a lower bound: what was not measured may have happened."""
    derives(
        days_with(PLATELETS, Operator.LT, 50_000 * per_uL, within(14 * day)),
        """
        about     | date       | says
        ----------|------------|------
        platelets | 2020-10-03 | 49999
        platelets | 2020-10-05 | 20000
        platelets | 2020-10-06 | 50000
        """,
        """
        on         | value
        -----------|------------------------
        2020-10-02 | unknown: never recorded
        2020-10-03 | 1 to 15
        2020-10-06 | 2 to 15
        2020-10-20 | 0 to 15
        """,
    )


def test_operators(derives: Derives) -> None:
    """Each comparison counts as it does in a condition."""
    events = """
        about     | date       | says
        ----------|------------|---------------
        platelets | 2020-10-03 | 49999
        platelets | 2020-10-04 | 50000
        platelets | 2020-10-05 | 50001
        platelets | 2020-10-06 | 50000 to 60000
        """
    derives(
        days_with(PLATELETS, Operator.LT, 50_000 * per_uL, within(14 * day), ASSUMED),
        events,
        """
        on         | value
        -----------|------
        2020-10-06 | 1
        """,
    )
    derives(
        days_with(PLATELETS, Operator.LE, 50_000 * per_uL, within(14 * day), ASSUMED),
        events,
        """
        on         | value
        -----------|-------
        2020-10-06 | 2 to 3
        """,
    )
    derives(
        days_with(PLATELETS, Operator.GT, 50_000 * per_uL, within(14 * day), ASSUMED),
        events,
        """
        on         | value
        -----------|-------
        2020-10-06 | 1 to 2
        """,
    )
    derives(
        days_with(PLATELETS, Operator.GE, 50_000 * per_uL, within(14 * day), ASSUMED),
        events,
        """
        on         | value
        -----------|------
        2020-10-06 | 3
        """,
    )
