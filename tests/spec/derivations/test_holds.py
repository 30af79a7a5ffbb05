"""Holds: a finding that is a condition."""

from tests.spec.harness import Derives
from tests.spec.words import Case

from ferrata.guideline.conditions import any_of
from ferrata.guideline.derivations import Holds
from ferrata.guideline.units import per_uL


def test_holds(derives: Derives) -> None:
    """The finding is so when the condition is yes, not so when it is no, else unknown."""
    derives(
        Holds(any_of(Case.bleeding, Case.platelets < 10_000 * per_uL)),
        """
        about     | date       | says
        ----------|------------|------
        platelets | 2020-10-01 | 5000
        platelets | 2020-10-02 | 50000
        bleeding  | 2020-10-03 | no
        bleeding  | 2020-10-04 | yes
        """,
        """
        on         | value
        -----------|-------------------------------------------
        2020-09-30 | unknown: follows from values that are unknown
        2020-10-01 | yes
        2020-10-02 | unknown: follows from values that are unknown
        2020-10-03 | no
        2020-10-04 | yes
        """,
    )
