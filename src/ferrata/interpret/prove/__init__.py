"""Conditions and pathways to Z3: what holds for every patient, not only for those we tried.

Sources of truth: the tree, and nothing of any other meaning. A counterexample is replayed in the
evaluator that the caller passes in before anybody sees it.
"""

from __future__ import annotations

from ferrata.guideline.guideline import Guideline
from ferrata.interpret.prove.agreement import answer_of
from ferrata.interpret.prove.domain import Patients
from ferrata.interpret.prove.doses import Compute, dose_verdicts
from ferrata.interpret.prove.monotone import monotone_verdicts
from ferrata.interpret.prove.portions import Formulary
from ferrata.interpret.prove.reach import reach_verdicts
from ferrata.interpret.prove.theorems import pathway_verdicts
from ferrata.interpret.prove.verdicts import Outcome, Theorem, Verdict
from ferrata.interpret.prove.witness import Judge, Witness

__all__ = [
    "Compute",
    "Formulary",
    "Judge",
    "Outcome",
    "Theorem",
    "Verdict",
    "Witness",
    "answer_of",
    "prove",
]


def prove(
    guideline: Guideline,
    judge: Judge,
    timeout: float = 10,
    doses: tuple[Formulary, Compute] | None = None,
) -> tuple[Verdict, ...]:
    """Return a verdict on every theorem about every step and rule of `guideline`.

    Args:
        guideline: what is proved, over the allowed range of each of its parameters.
        judge: the evaluator that replays every patient the solver finds.
        timeout: seconds that the solver may take for one question.
        doses: what doses are given as, and the code that computes them, which must give what the
            declaration gives wherever the solver points; without it no dose is proved.
    """
    patients = Patients(guideline, judge, timeout)
    return (
        *pathway_verdicts(patients, judge),
        *reach_verdicts(patients),
        *monotone_verdicts(guideline, judge, timeout),
        *(dose_verdicts(guideline, *doses, timeout) if doses else ()),
    )
