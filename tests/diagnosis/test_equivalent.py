"""Mutants of the diagnosis that are listed as equivalent: every record gets the same answers."""

import pytest
from tests.diagnosis.tables import conditions, read
from tests.mutation.assessments import mutated, part
from tests.mutation.beyond import reasons

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.guideline.assessment import Assessment
from ferrata.guideline.parameters import Site
from ferrata.interpret.evaluate import judge

LISTED = [id for (of, id), one in reasons().items() if of == "diagnosis" and one.equivalent]
MARKERS = (
    "2026-11-02 vitamin-b12 1600 pg/mL; 2026-11-02 soluble-fasl 400 pg/mL;"
    "2026-11-02 interleukin-10 6 pg/mL; 2026-11-02 autoimmune-cytopenia yes"
)
RECORDS = (
    "",
    *(f"2026-11-02 apoptosis-defective-assays {count} 1" for count in (0, 1, 2, 3)),
    "2026-11-02 apoptosis-defective yes",
    "2026-11-02 apoptosis-defective yes; 2026-11-03 apoptosis-defective yes",
    "2020-03-01 igg 17 g/L; 2023-01-10 igg 5 g/L; 2026-11-20 igg 9 g/L",
    "2020-03-01 igg 5 g/L; 2026-11-20 igg 17 g/L",
    "2026-11-20 igg 17 g/L",
    "2020-03-01 igg 5 g/L; 2026-11-20 igg 9 g/L",
)
"""Whole numbers of assays, counted or told, and IgG high first, last, only today or never."""
DIFFERENT = 6
"""Nothing more, no, one and two defective assays, high and normal IgG: none answers as another."""


def answers(assessment: Assessment) -> list[dict[str, str]]:
    """What every condition answers to each record, and whether two assays count."""
    found: list[dict[str, str]] = []
    for facts in RECORDS:
        values = read(f"{MARKERS}; {facts}", assessment)
        found.append(
            {
                name: str(judge(condition, values, Site(())).answer)
                for name, condition in conditions(assessment).items()
            }
        )
    return found


@pytest.mark.parametrize("id", LISTED)
def test_an_equivalent_mutant_of_the_diagnosis_answers_the_same(id: str) -> None:
    """At every whole number of assays, and whichever IgG is the highest."""
    mutant = next(one for one in part().mutants if one.id == id)
    before = answers(DIAGNOSIS)
    assert len({tuple(one.items()) for one in before}) == DIFFERENT
    with mutated(mutant) as changed:
        assert answers(changed) == before
