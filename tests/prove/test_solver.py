"""What the solver does not decide is not proved."""

from typing import Any

import pytest
from tests.prove.itp import WHOLE, Case, fork, judge

from ferrata.guideline.conditions import Condition, not_
from ferrata.guideline.units import per_uL
from ferrata.interpret.prove import Outcome, Theorem, monotone, prove
from ferrata.interpret.prove.encode import Pair
from ferrata.interpret.prove.simple import rounded
from ferrata.interpret.prove.solver import Logic, Model, Solver, Undecided, version
from ferrata.interpret.prove.variables import Variables


def test_a_question_that_takes_too_long_is_undecided() -> None:
    """A product of two large primes does not fall into its factors in a millisecond."""
    logic = Logic()
    a, b = logic.number("a"), logic.number("b")
    product: Any = a
    solver = Solver(logic, timeout=0.001)
    solver.add(
        logic.less(logic.constant(1), a),
        logic.less(a, b),
        logic.equal(product * b, logic.constant((2**61 - 1) * (2**89 - 1))),
    )
    found = solver.ask()
    assert isinstance(found, Undecided)
    assert found.why.startswith(f"Z3 {version()} gave up: ")
    assert found.why.endswith("(limit 0.001 s a question)")


def test_a_solver_that_gives_up_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No theorem about a patient is proved, none is refuted, and each says why."""

    def give_up(solver: Solver, *parts: object) -> Undecided:
        return Undecided("Z3 gave up")

    monkeypatch.setattr(Solver, "ask", give_up)
    verdicts = prove(WHOLE, judge)
    proved = {(one.theorem, one.subject) for one in verdicts if one.outcome is Outcome.PROVED}
    assert proved == {(Theorem.REACHABLE, "entry")}  # where everybody starts
    assert all("Z3 gave up" in one.detail for one in verdicts if one.outcome is not Outcome.PROVED)
    assert not any(one.counterexample for one in verdicts)


def test_a_premise_that_stays_undecided_leaves_the_theorem_unproved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No overlap was found, but whether anybody takes either way is not known."""
    ask = Solver.ask

    def only_refute(solver: Solver, *parts: Any) -> Model | Undecided | None:
        found = ask(solver, *parts)
        return Undecided("tired") if isinstance(found, Model) else found

    monkeypatch.setattr(Solver, "ask", only_refute)
    verdicts = prove(WHOLE, judge)
    overlaps = {one.detail for one in verdicts if one.theorem is Theorem.NO_OVERLAP}
    assert overlaps == {"tired"}


def test_a_patient_is_shown_as_found_when_no_plainer_one_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Giving up on a rounder number loses nothing but the roundness."""
    ask = Solver.ask
    low, high = Case.platelets < 30_001 * per_uL, Case.platelets > 30_001 * per_uL
    asked: list[int] = []

    def tire(solver: Solver, *parts: Any) -> Model | Undecided | None:
        asked.append(len(parts))
        return Undecided("tired") if len(parts) > 2 else ask(solver, *parts)

    monkeypatch.setattr(Solver, "ask", tire)
    gap = prove(fork(low, high), judge)[0]
    assert gap.outcome is Outcome.COUNTEREXAMPLE
    assert gap.counterexample is not None
    assert gap.counterexample.values == {Case.platelets: Case(platelets=30_001 * per_uL).platelets}
    assert 3 in asked


def test_an_encoding_that_says_yes_and_no_at_once_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Consistency is asked of the solver, not assumed."""

    def torn(condition: Condition, variables: Variables) -> Pair:
        variables.flag(Case.diabetes)
        return Pair(variables.logic.truth(True), variables.logic.truth(True))

    monkeypatch.setattr(monotone, "encode", torn)
    found = monotone.monotone("torn", Case.diabetes, judge, 10)
    assert found.outcome is Outcome.NOT_PROVED
    assert found.detail == "yes and no at once"


def test_an_answer_that_waits_for_no_fact_is_vacuous(monkeypatch: pytest.MonkeyPatch) -> None:
    """If nothing is ever unknown, nothing was shown about the unknown."""

    def decided(condition: Condition, variables: Variables) -> Pair:
        return Pair(variables.logic.truth(True), variables.logic.truth(False))

    monkeypatch.setattr(monotone, "encode", decided)
    found = monotone.monotone("decided", not_(Case.diabetes), judge, 10)
    assert found.outcome is Outcome.NOT_PROVED
    assert found.detail == "vacuous: no patient's answer waits for a fact"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, [0]),
        (7, [7]),
        (30, [30]),
        (37, [30, 40, 37]),
        (3712, [3000, 4000, 3700, 3800, 3710, 3720, 3712]),
        (-25, [-30, -20, -25]),
    ],
)
def test_rounder_numbers_come_first(number: int, expected: list[int]) -> None:
    """Down and up to one digit, then to two, until the number itself."""
    assert list(rounded(number)) == expected
