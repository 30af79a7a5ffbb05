"""What the assessment of the diagnosis must say of the examples that are about it."""

from functools import cache

import pytest
from tests.plan.children import EXAMPLES, ON

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.exchange.fhir import read_fhir
from ferrata.plan.assessment.assess import assess
from ferrata.plan.assessment.model import Assessed


@cache
def diagnosed(name: str) -> Assessed:
    """The assessment of an example on its day."""
    return assess(read_fhir(EXAMPLES / f"{name}.json", received=ON), DIAGNOSIS, ON)


def kinds(made: Assessed) -> set[str]:
    """The kinds of ALPS that are met."""
    return {one.id for one in made.kinds if one.answer == "yes"}


@pytest.mark.parametrize(
    ("name", "reached", "met"),
    [
        # E004: both required criteria and a primary accessory one, the variant.
        ("definite-alps-fas", "definitive", {"alps-fas"}),
        # E005, E015: in sorted cells only; a normal apoptosis test does not exclude it.
        ("somatic-fas", "definitive", {"alps-sfas"}),
        # E004: no primary criterion is known, soluble FASL and B12 were high before sirolimus.
        ("normal-on-sirolimus", "probable", set[str]()),
        ("evans-work-up-pending", None, set[str]()),
        ("empty", None, set[str]()),
    ],
)
def test_the_2009_criteria_are_met_as_the_story_says(name: str, reached: str | None, met: set[str]):
    """Definitive, probable, or open."""
    made = diagnosed(name)
    assert made.criteria.reached == reached
    assert kinds(made) == met


def test_both_copies_of_fas_are_said_first():
    """E014: the severe form of the newborn, with REQ1 and REQ2 of her own."""
    made = diagnosed("infant-biallelic-fas")
    assert made.criteria.reached == "definitive"
    assert "alps-fas-biallelic" in kinds(made)


def test_ctla4_overrules_the_criteria():
    """E019: a related disorder that must not be called ALPS."""
    made = diagnosed("ctla4-not-alps")
    assert made.overruled_by
    assert made.summary.startswith("CTLA4 haploinsufficiency")
    assert not kinds(made)


def test_normal_values_on_sirolimus_are_flagged_and_undo_nothing():
    """M12, R34: it normalizes double-negative T cells, B12 and soluble FASL."""
    made = diagnosed("normal-on-sirolimus")
    (required,) = (one for one in made.criteria.items if one.id == "REQ2")
    assert required.answer == "yes"
    flagged = {one.concept for one in made.flags if "M12" in one.warrants}
    assert {"dnt-cd3", "dnt-cd3-tcrab", "vitamin-b12", "soluble-fasl"} <= flagged


def test_while_double_negative_t_cells_are_pending_they_are_asked_for():
    """R64: the work-up goes before rituximab."""
    made = diagnosed("evans-work-up-pending")
    assert "R64" in {id for one in made.alerts for id in one.warrants}
    assert "Double-negative T cells" in made.next[0].text
