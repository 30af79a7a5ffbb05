"""Replay.

`PATHWAY` starts at *watch*. Platelets below 30 000/µL lead to *tablet*, and from there to
*infusion* or *clinic*; from *infusion* platelets of 100 000/µL lead to *clinic*. A course of the
tablet or of the infusion begins its stage. A stage that no transition explains is marked.
"""

from tests.spec.harness import Stands
from tests.spec.words import PATHWAY


def test_start(stands: Stands) -> None:
    """A patient of whom nothing is recorded is at the start."""
    stands(
        PATHWAY,
        """
        about | date | says
        ------|------|-----
        """,
        """
        on         | stages
        -----------|-------
        2020-10-01 | watch
        """,
    )


def test_along_the_pathway(stands: Stands) -> None:
    """A stage is entered on the day on which its treatment begins, not when it is advised."""
    stands(
        PATHWAY,
        """
        about     | date            | says
        ----------|-----------------|------
        platelets | 2020-10-01      | 20000
        tablet    | from 2020-10-02 |
        infusion  | from 2020-11-02 |
        """,
        """
        on         | stages
        -----------|---------
        2020-10-01 | watch
        2020-10-02 | tablet
        2020-11-01 | tablet
        2020-11-02 | infusion
        """,
    )


def test_condition_unknown(stands: Stands) -> None:
    """A condition that was not refuted may be why the treatment began."""
    stands(
        PATHWAY,
        """
        about  | date            | says
        -------|-----------------|-----
        tablet | from 2020-10-02 |
        """,
        """
        on         | stages
        -----------|-------
        2020-10-02 | tablet
        """,
    )


def test_condition_refuted(stands: Stands) -> None:
    """A treatment that began although its condition did not hold leads off the pathway."""
    stands(
        PATHWAY,
        """
        about     | date            | says
        ----------|-----------------|------
        platelets | 2020-10-01      | 60000
        tablet    | from 2020-10-02 |
        """,
        """
        on         | stages
        -----------|-------------------------
        2020-10-02 | tablet (off the pathway)
        """,
    )


def test_late_start_of_history(stands: Stands) -> None:
    """A treatment that no transition leads to from here leads off the pathway."""
    stands(
        PATHWAY,
        """
        about    | date            | says
        ---------|-----------------|-----
        infusion | from 2020-10-02 |
        """,
        """
        on         | stages
        -----------|---------------------------
        2020-10-01 | watch
        2020-10-02 | infusion (off the pathway)
        """,
    )


def test_the_same_treatment_again(stands: Stands) -> None:
    """A new course of a stage's own treatment is no move."""
    stands(
        PATHWAY,
        """
        about     | date                     | says
        ----------|--------------------------|------
        platelets | 2020-10-01               | 20000
        tablet    | 2020-10-02 to 2020-10-10 |
        tablet    | from 2020-10-11          |
        """,
        """
        on         | stages
        -----------|-------
        2020-10-11 | tablet
        """,
    )


def test_two_on_one_day(stands: Stands) -> None:
    """Of two courses that began on one day the one that follows the pathway is taken first."""
    stands(
        PATHWAY,
        """
        about     | date            | says
        ----------|-----------------|------
        platelets | 2020-10-01      | 20000
        infusion  | from 2020-10-02 |
        tablet    | from 2020-10-02 |
        """,
        """
        on         | stages
        -----------|---------
        2020-10-02 | infusion
        """,
    )


def test_unreadable_drug(stands: Stands) -> None:
    """A course of an unreadable drug may be a move or none."""
    stands(
        PATHWAY,
        """
        about              | date            | says
        -------------------|-----------------|------
        platelets          | 2020-10-01      | 20000
        an unreadable drug | from 2020-10-02 |
        """,
        """
        on         | stages
        -----------|--------------
        2020-10-01 | watch
        2020-10-02 | tablet, watch
        """,
    )


def test_we_are_here(stands: Stands) -> None:
    """A clinician's word prunes the stages; a stage that did not fit the record is off it."""
    stands(
        PATHWAY,
        """
        about              | date            | says
        -------------------|-----------------|-------
        platelets          | 2020-10-01      | 20000
        an unreadable drug | from 2020-10-02 |
        stage              | 2020-10-03      | tablet
        stage              | 2020-10-04      | clinic
        stage              | 2020-10-05      | nowhere
        """,
        """
        on         | stages
        -----------|-------------------------
        2020-10-02 | tablet, watch
        2020-10-03 | tablet
        2020-10-04 | clinic (off the pathway)
        2020-10-05 | clinic (off the pathway)
        """,
    )
