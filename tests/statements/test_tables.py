"""What the sources say in figures, row by row."""

import pytest
from tests.statements import amounts, criteria, pathway, windows

from ferrata.alps.care.rules import CARE
from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import dose_of
from ferrata.guideline.pathway import Invariant, Recommendation, Setting, Step

AMOUNTS, WINDOWS, CRITERIA = amounts.written(), windows.written(), criteria.written()
PATHWAY = pathway.written()
Row = amounts.Written | windows.Written | criteria.Written | pathway.Written


def param(one: Row) -> object:
    """Return a row as a parameter that carries its statements."""
    marks = [pytest.mark.statement(id) for id in one.statements]
    return pytest.param(one, id=one.id, marks=marks)


@pytest.mark.parametrize("row", [param(one) for one in AMOUNTS])
def test_an_amount_is_the_one_of_the_sources(row: amounts.Written) -> None:
    """Doses, caps and intervals, in the units of the sources."""
    assert not amounts.wrong(row, GUIDELINES)


@pytest.mark.hazard("H11")
@pytest.mark.parametrize("row", [param(one) for one in WINDOWS])
def test_an_entry_speaks_as_long_as_it_was_said_to(row: windows.Written) -> None:
    """The last day on which it counts, the first on which it does not, and which of two counts."""
    assert not windows.wrong(row)


@pytest.mark.parametrize("row", [param(one) for one in CRITERIA])
def test_a_criterion_answers_as_it_was_written(row: criteria.Written) -> None:
    """Each criterion just within and just beyond each of its boundaries."""
    assert not criteria.wrong(row, GUIDELINES)


@pytest.mark.hazard("H20")
@pytest.mark.parametrize("row", [param(one) for one in PATHWAY])
def test_a_rule_leads_where_it_was_written_to(row: pathway.Written) -> None:
    """Where it stands, where it leads, in which order, until when, and what it does."""
    assert not pathway.wrong(row, GUIDELINES)


def test_every_rule_of_the_pathway_has_a_row() -> None:
    """No transition, step, recommendation, gate or caution that nobody compared with its source."""
    care, written = {one.id for one in CARE}, {one.id for one in PATHWAY}
    rules = [one for one in RECONCILED.rules if not isinstance(one, Invariant | Setting)]
    assert {one.id for one in rules} - care == written
    judged = {one.subject for one in CRITERIA}
    without = {one.id for one in rules if not isinstance(one, Step)} - care - judged
    assert without == {"suspected-hypersplenism"}  # its criterion has rows of its own


@pytest.mark.parametrize("row", [*AMOUNTS, *WINDOWS, *CRITERIA, *PATHWAY], ids=lambda one: one.id)
def test_every_row_rests_on_what_exists(row: Row) -> None:
    """The ids that a row names are statements or assumptions."""
    assert warrant(*row.statements)


def test_every_computed_dose_of_the_reconciled_guideline_has_a_row() -> None:
    """No dose is computed that nobody compared with its source."""
    guideline = next(one for one in GUIDELINES if one.id == amounts.GUIDELINE)
    starts = tuple(row.says["text"] for row in AMOUNTS if row.kind == "dose")
    missing = [
        f"{rule.id}: {action.text}"
        for rule in guideline.rules
        if isinstance(rule, Step | Recommendation)
        for action in rule.do
        if dose_of(action) is not None and not action.text.startswith(starts)
    ]
    assert not missing
