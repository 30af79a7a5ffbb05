"""Windows.

A window is counted back from the day asked about, or on from the start of the newest course of a
treatment.
"""

from tests.spec.harness import Derives
from tests.spec.words import HEMOGLOBIN, TABLET

from ferrata.guideline.derivations import (
    Anchor,
    Edge,
    Window,
    before_start,
    highest,
    latest,
    since_start,
)
from ferrata.guideline.units import day

_COURSE = """
        about      | date            | says
        -----------|-----------------|-----
        hemoglobin | 2020-09-20      | 7
        hemoglobin | 2020-10-03      | 8
        tablet     | from 2020-10-03 |
        hemoglobin | 2020-10-05      | 9
        hemoglobin | 2020-10-20      | 12
        """


def test_before_start(derives: Derives) -> None:
    """`before_start(14 * day)` ends on the day of the start, and never moves after it."""
    derives(
        latest(HEMOGLOBIN, before_start(14 * day)),
        _COURSE,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-10-02 | unknown: never recorded |
        2020-10-03 | 8                       | 2
        2025-01-01 | 8                       | 2
        """,
        of=TABLET,
    )


def test_since_start(derives: Derives) -> None:
    """`since_start(1 * day)` begins the day after the start and lasts until the day asked."""
    derives(
        highest(HEMOGLOBIN, since_start(1 * day)),
        _COURSE,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-02 | unknown: never recorded     |
        2020-10-03 | unknown: last value too old | 2
        2020-10-04 | unknown: last value too old | 2
        2020-10-05 | 9                           | 4
        2020-10-20 | 12                          | 5
        2025-01-01 | 12                          | 5
        """,
        of=TABLET,
    )


def test_since_the_day_of_start(derives: Derives) -> None:
    """`since_start()` includes the day of the start."""
    derives(
        latest(HEMOGLOBIN, since_start()),
        _COURSE,
        """
        on         | value | entry
        -----------|-------|------
        2020-10-03 | 8     | 2
        2020-10-05 | 9     | 4
        """,
        of=TABLET,
    )


def test_fresh(derives: Derives) -> None:
    """`fresh` also shuts out what is older than so many days."""
    derives(
        latest(HEMOGLOBIN, since_start(1 * day, fresh=14 * day)),
        _COURSE,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-05 | 9                           | 4
        2020-10-19 | 9                           | 4
        2020-10-20 | 12                          | 5
        2020-11-03 | 12                          | 5
        2020-11-04 | unknown: last value too old | 5
        """,
        of=TABLET,
    )


def test_fresh_without_a_lower_edge(derives: Derives) -> None:
    """A window may have freshness for its only limit."""
    derives(
        latest(HEMOGLOBIN, Window(None, Edge(Anchor.ON, 0), fresh=14)),
        _COURSE,
        """
        on         | value                       | entry
        -----------|-----------------------------|------
        2020-10-04 | 8                           | 2
        2020-11-03 | 12                          | 5
        2020-11-04 | unknown: last value too old | 5
        """,
    )


def test_an_earlier_window(derives: Derives) -> None:
    """A window may end before the day asked about."""
    derives(
        latest(HEMOGLOBIN, Window(Edge(Anchor.ON, -30), Edge(Anchor.ON, -10))),
        _COURSE,
        """
        on         | value                   | entry
        -----------|-------------------------|------
        2020-09-29 | unknown: never recorded |
        2020-09-30 | 7                       | 1
        2020-10-20 | 9                       | 4
        2020-10-30 | 12                      | 5
        """,
    )


def test_start_in_some_month(derives: Derives) -> None:
    """While the start is only known by its month, so is the edge of a window that begins there."""
    derives(
        latest(HEMOGLOBIN, since_start(1 * day)),
        """
        about      | date         | says
        -----------|--------------|-----
        tablet     | from 2020-10 |
        hemoglobin | 2020-10-15   | 9
        hemoglobin | 2020-11-05   | 12
        """,
        """
        on         | value                 | entry
        -----------|-----------------------|------
        2020-10-20 | unknown: date unclear | 1
        2020-11-01 | unknown: date unclear | 2
        2020-11-05 | 12                    | 3
        """,
        of=TABLET,
    )
