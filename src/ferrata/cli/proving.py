"""Prove a guideline and print what was measured, on what, against what."""

from __future__ import annotations

from ferrata.cli.planning import find
from ferrata.interpret.evaluate import judge
from ferrata.interpret.prove import Outcome, prove
from ferrata.interpret.prove.report import lines


def prove_guideline(name: str) -> bool:
    """Print every verdict on the guideline called `name`; return whether all are proved."""
    guideline = find(name)
    verdicts = prove(guideline, lambda condition, facts, site: judge(condition, facts, site).answer)
    for line in lines(guideline, verdicts):
        print(line)
    return all(one.outcome is Outcome.PROVED for one in verdicts)
