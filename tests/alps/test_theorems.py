"""Which theorem each guideline passes and fails: the table says, and the prover has to agree."""

from collections import Counter

import pytest
from tests.alps.proofs import BY_ID, TABLE, failing, verdicts

from ferrata.alps.sources import warrant
from ferrata.interpret.prove import Outcome, Theorem

PAIRS = [
    pytest.param(name, theorem, id=f"{name}, {theorem}") for name in BY_ID for theorem in Theorem
]


@pytest.mark.parametrize(("guideline", "theorem"), PAIRS)
def test_what_fails_is_exactly_what_is_known_to_fail(guideline: str, theorem: Theorem) -> None:
    """Every subject of a theorem is proved, unless the table names it; then it is not."""
    known = failing(guideline).get(theorem)
    expected = {} if known is None else dict.fromkeys(known.why, known.outcome)
    found = {one.subject: one.outcome for one in verdicts(guideline) if one.theorem is theorem}
    assert found, f"nothing is claimed: {theorem} of {guideline}"
    assert {k: v for k, v in found.items() if v is not Outcome.PROVED} == expected


@pytest.mark.statement("A12")
def test_the_reconciled_guideline_is_proved_in_everything() -> None:
    """The guideline that is used for advice has no counterexample and nothing unproved."""
    assert failing("reconciled") == {}
    assert {one.outcome for one in verdicts("reconciled")} == {Outcome.PROVED}


@pytest.mark.statement("F05")
@pytest.mark.parametrize("step", ["A0", "A1", "B2", "A2", "A3", "B3", "A4", "B4", "A5", "B5"])
def test_the_figure_has_the_dead_ends_that_were_counted(step: str) -> None:
    """Every dead end of finding 3 has a patient, whom the evaluator confirms."""
    verdict = next(
        one
        for one in verdicts("rao-2015-figure")
        if one.theorem is Theorem.NO_GAP and one.subject == step
    )
    assert verdict.outcome is Outcome.COUNTEREXAMPLE
    assert verdict.counterexample is not None


@pytest.mark.statement("R39")
@pytest.mark.statement("F11")
def test_the_figure_recommends_the_rituximab_that_its_text_forbids() -> None:
    """After intravenous steroids the figure goes to rituximab before any other agent."""
    verdict = next(
        one
        for one in verdicts("rao-2015-figure")
        if one.theorem is Theorem.NO_CONTRADICTION and one.subject == "F11"
    )
    assert "avoid-rituximab-early" in verdict.detail


def test_every_reason_of_the_table_names_a_rule_and_a_statement() -> None:
    """The table has no row about nothing."""
    for name, guideline in BY_ID.items():
        rules = {rule.id for rule in guideline.rules}
        for row in failing(name).values():
            assert row.why.keys() <= rules
            assert warrant(*row.statements)
            assert all(row.why.values())


def test_both_guidelines_are_in_the_table() -> None:
    """A guideline without expectations is not tested."""
    counted = Counter(line.split(".")[0].strip("[]") for line in TABLE.read_text().splitlines())
    assert all(counted[name] for name in BY_ID)
