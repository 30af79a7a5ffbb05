"""Known.

`known` is the only condition whose answer changes when a fact is forgotten, so only advice to order
or to ask may depend on it.
"""

from tests.spec.harness import Says
from tests.spec.words import Case

from ferrata.guideline.conditions import all_of, known, not_
from ferrata.guideline.units import per_uL


def test_known(says: Says) -> None:
    """A feature is known when it has a value, be it an interval."""
    says(
        known(Case.platelets),
        """
        platelets       | answer
        ----------------|-------
        50000           | yes
        40000 to 60000  | yes
        unknown         | no
        """,
    )


def test_known_finding(says: Says) -> None:
    """A finding that is not so is known."""
    says(
        known(Case.bleeding),
        """
        bleeding | answer
        ---------|-------
        yes      | yes
        no       | yes
        unknown  | no
        """,
    )


def test_known_choice(says: Says) -> None:
    """A choice is known when an option is."""
    says(
        known(Case.grade),
        """
        grade    | answer
        ---------|-------
        mild     | yes
        unknown  | no
        """,
    )


def test_order_what_is_missing(says: Says) -> None:
    """`not_(known(...))` is how a guideline says that something has to be measured."""
    says(
        all_of(Case.bleeding, not_(known(Case.platelets))),
        """
        bleeding | platelets | answer
        ---------|-----------|--------
        yes      | unknown   | yes
        yes      | 50000     | no
        unknown  | unknown   | unknown
        unknown  | 50000     | no
        """,
    )


def test_known_says_nothing_of_the_value(says: Says) -> None:
    """A condition that needs a value is unknown without it, so it needs no `known`."""
    says(
        all_of(known(Case.platelets), Case.platelets < 50_000 * per_uL),
        """
        platelets | answer
        ----------|-------
        40000     | yes
        50000     | no
        unknown   | no
        """,
    )
