"""Cases: the first condition that holds decides."""

from tests.spec.harness import Derives
from tests.spec.words import Case, Grade

from ferrata.guideline.derivations import Cases
from ferrata.guideline.units import per_uL


def test_first_case(derives: Derives) -> None:
    """The option of the first case whose condition holds; unknown when none does."""
    derives(
        Cases(
            (
                (Case.platelets < 30_000 * per_uL, Grade.SEVERE),
                (Case.platelets < 100_000 * per_uL, Grade.MODERATE),
            )
        ),
        """
        about     | date       | says
        ----------|------------|----------------
        platelets | 2020-10-01 | 20000
        platelets | 2020-10-02 | 30000
        platelets | 2020-10-03 | 100000
        platelets | 2020-10-04 | 40000 to 90000
        """,
        """
        on         | value
        -----------|-------------------------------------------
        2020-09-30 | unknown: follows from values that are unknown
        2020-10-01 | severe
        2020-10-02 | moderate
        2020-10-03 | unknown: follows from values that are unknown
        2020-10-04 | moderate
        """,
    )


def test_unknown_case(derives: Derives) -> None:
    """An earlier case that is unknown leaves it open, unless both have the same option."""
    derives(
        Cases(
            (
                (Case.bleeding, Grade.SEVERE),
                (Case.platelets < 30_000 * per_uL, Grade.SEVERE),
                (Case.platelets >= 30_000 * per_uL, Grade.MILD),
            )
        ),
        """
        about     | date       | says
        ----------|------------|------
        platelets | 2020-10-01 | 20000
        platelets | 2020-10-02 | 50000
        bleeding  | 2020-10-03 | no
        bleeding  | 2020-10-04 | yes
        """,
        """
        on         | value
        -----------|-------------------------------------------
        2020-10-01 | severe
        2020-10-02 | unknown: follows from values that are unknown
        2020-10-03 | mild
        2020-10-04 | severe
        """,
    )
