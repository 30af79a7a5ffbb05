"""Where the ages of the evidence can be read: a statement that names the cohort, and its table."""

import pytest
from tests.monographs.expected import BY_ID

COHORTS = {
    "mycophenolate": "R22",
    "sirolimus": "R33",
    "rituximab": "R36",
    "hydroxychloroquine": "R41",
    "eltrombopag": "R42",
    "romiplostim": "R42",
    "prednisone": "R06",
    "methylprednisolone": "R06",
    "immunoglobulin": "R06",
    "filgrastim": "R06",
}
"""The statement on each cohort; for steroids and support the cohort of all cytopenias."""


@pytest.mark.parametrize(
    ("drug", "statement"),
    [pytest.param(*one, marks=pytest.mark.statement(one[1])) for one in COHORTS.items()],
)
@pytest.mark.statement("A182")
def test_ages_rest_on_the_cohort_and_on_the_reading_of_its_table(drug: str, statement: str) -> None:
    """R06 to R42 name the patients; A182 says which ages are taken from Table 1 (C14)."""
    ages = BY_ID[drug].ages
    assert ages is not None
    assert {one.id for one in ages.warrant} == {statement, "A182"}
