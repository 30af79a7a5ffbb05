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


def outcome(guideline: str, theorem: Theorem, subject: str) -> Outcome:
    """Return how one theorem about one subject ended."""
    return next(
        one.outcome
        for one in verdicts(guideline)
        if one.theorem is theorem and one.subject == subject
    )


@pytest.mark.statement("R11")
@pytest.mark.statement("R45")
@pytest.mark.parametrize("step", ["start", "B1"])
def test_the_text_closes_what_the_figure_leaves_open_at_its_beginning(step: str) -> None:
    """No treatment without need (R11), and an agent for everybody in weeks 2 to 4 (R45)."""
    assert outcome("rao-2015-figure", Theorem.NO_GAP, step) is Outcome.COUNTEREXAMPLE
    assert outcome("rao-2015", Theorem.NO_GAP, step) is Outcome.PROVED


@pytest.mark.statement("R25")
@pytest.mark.statement("R33")
@pytest.mark.statement("M08")
@pytest.mark.parametrize("guideline", ["rao-2015", "medscape-2019"])
@pytest.mark.parametrize("step", ["A1", "A3", "A4"])
def test_no_source_says_what_follows_an_agent_that_failed(guideline: str, step: str) -> None:
    """The dead ends of the text and of Medscape have a patient each."""
    assert outcome(guideline, Theorem.NO_GAP, step) is Outcome.COUNTEREXAMPLE


@pytest.mark.hazard("H18")
@pytest.mark.statement("R37")
@pytest.mark.statement("R39")
@pytest.mark.statement("M18")
@pytest.mark.statement("M20")
@pytest.mark.parametrize(
    ("guideline", "rule"),
    [
        ("rao-2015", "R39-mycophenolate"),
        ("rao-2015", "R39-sirolimus"),
        ("medscape-2019", "M20-mycophenolate"),
        ("medscape-2019", "M20-sirolimus"),
    ],
)
def test_the_rituximab_of_the_text_and_of_medscape_is_never_forbidden(
    guideline: str, rule: str
) -> None:
    """Whoever is led to it has exhausted the others and has no hemolysis, unlike in the figure."""
    assert outcome(guideline, Theorem.NO_CONTRADICTION, rule) is Outcome.PROVED


@pytest.mark.statement("M03")
@pytest.mark.statement("M16")
def test_medscape_gives_no_order_between_a_pulse_and_an_agent() -> None:
    """Both are open to somebody whose prednisone had no effect."""
    assert outcome("medscape-2019", Theorem.NO_OVERLAP, "M03 / M16-oral") is Outcome.COUNTEREXAMPLE


def test_every_reason_of_the_table_names_a_rule_and_a_statement() -> None:
    """The table has no row about nothing."""
    for name, guideline in BY_ID.items():
        rules = {rule.id for rule in guideline.rules}
        for row in failing(name).values():
            assert {id for subject in row.why for id in subject.split(" / ")} <= rules
            assert warrant(*row.statements)
            assert all(row.why.values())


def test_every_guideline_is_in_the_table() -> None:
    """A guideline without expectations is not tested."""
    counted = Counter(line.split(".")[0].strip("[]") for line in TABLE.read_text().splitlines())
    assert all(counted[name] for name in BY_ID)
