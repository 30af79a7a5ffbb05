"""Findings.

What nobody recorded is unknown, not absent.
"""

from tests.spec.harness import Says
from tests.spec.words import Case


def test_finding(says: Says) -> None:
    """A finding answers for itself."""
    says(
        Case.bleeding,
        """
        bleeding | answer
        ---------|--------
        yes      | yes
        no       | no
        unknown  | unknown
        """,
    )
