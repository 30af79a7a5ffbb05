"""A mutant against the prover: the first theorem about what it touches that no longer holds."""

from __future__ import annotations

from collections.abc import Iterator

from tests.alps.proofs import answer

from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import AnyRule, Caution, Invariant, Step, Transition
from ferrata.interpret.prove import Outcome, Verdict
from ferrata.interpret.prove.domain import Patients
from ferrata.interpret.prove.monotone import deciding, monotone
from ferrata.interpret.prove.reach import reach_verdicts
from ferrata.interpret.prove.theorems import (
    no_catch_all,
    no_contradiction,
    no_gap,
    no_overlap,
    pairs,
)

SECONDS = 5
"""The most that the solver may take for one question; a question it leaves kills nothing."""

PROVED_IN_EVERYTHING = frozenset({"reconciled"})
"""The guidelines whose theorems all hold, so that one that fails is a kill."""


def refuted(original: Guideline, mutant: Guideline) -> str:
    """Return the first theorem that fails of `mutant`, in words; empty when none does."""
    if original.id not in PROVED_IN_EVERYTHING:
        return ""
    changed = {id(one) for one in original.rules} ^ {id(one) for one in mutant.rules}
    rules = [one for one in (*original.rules, *mutant.rules) if id(one) in changed]
    if not rules and mutant.scope is original.scope:
        return ""
    for verdict in _verdicts(mutant, rules, everything=mutant.scope is not original.scope):
        if verdict.outcome is Outcome.COUNTEREXAMPLE or (
            verdict.outcome is Outcome.NOT_PROVED and "gave up" not in verdict.detail
        ):
            return f"{verdict.theorem}, {verdict.subject}: {verdict.outcome}"
    return ""


def _verdicts(mutant: Guideline, rules: list[AnyRule], *, everything: bool) -> Iterator[Verdict]:
    patients = Patients(mutant, answer, SECONDS)
    everything = everything or any(isinstance(one, Invariant) for one in rules)
    stages = {one.at for one in rules if isinstance(one, Transition)}
    stages |= {one.stage for one in rules if isinstance(one, Step)}
    cautioned = everything or any(isinstance(one, Caution | Step) for one in rules)
    if everything:
        stages = {one.stage for one in mutant.steps}
    for step in mutant.steps:
        if step.stage in stages and not step.final:
            yield no_gap(patients, step)
    for one, other in pairs(mutant):
        if one.at in stages:
            yield no_overlap(patients, one, other)
    for transition in mutant.transitions:
        if cautioned or transition.at in stages:
            yield no_contradiction(patients, transition, answer)
        if transition.at in stages:
            yield no_catch_all(patients, transition)
    if stages:
        yield from reach_verdicts(patients)
    ids = {one.id for one in rules}
    for subject, condition in deciding(mutant):
        if subject in ids:
            yield monotone(subject, condition, answer, SECONDS)
