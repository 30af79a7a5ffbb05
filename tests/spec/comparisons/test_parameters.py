"""A measurement and a site's parameter.

A parameter has a default, and an allowed range that a site cannot leave. `TREAT_BELOW` is
30 000/µL unless a site sets it, from 10 000 to 50 000/µL.
"""

from tests.spec.harness import Says
from tests.spec.words import TREAT_BELOW, Case

from ferrata.guideline.units import per_L, per_uL


def test_default(says: Says) -> None:
    """Where a site sets nothing, the default is the threshold."""
    says(
        Case.platelets < TREAT_BELOW,
        """
        platelets       | answer
        ----------------|--------
        29999           | yes
        30000           | no
        20000 to 40000  | unknown
        unknown         | unknown
        """,
    )


def test_setting(says: Says) -> None:
    """What a site sets is the threshold there."""
    says(
        Case.platelets < TREAT_BELOW,
        """
        platelets       | answer
        ----------------|--------
        30000           | yes
        49999           | yes
        50000           | no
        20000 to 40000  | yes
        """,
        site={"treat-below": 50_000 * per_uL},
    )


def test_setting_in_another_unit(says: Says) -> None:
    """A setting may be written in any unit of the dimension."""
    says(
        Case.platelets >= TREAT_BELOW,
        """
        platelets  | answer
        -----------|-------
        19999      | no
        20000      | yes
        """,
        site={"treat-below": 20_000_000_000 * per_L},
    )
