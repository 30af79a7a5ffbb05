"""Every step can be reached, and from every step there is a way to an end or to a rest.

Over the graph of steps whose edges are the transitions that some patient takes. Features are
volatile: whatever was true at one step may be otherwise at the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import assert_never

from ferrata.guideline.pathway import Step
from ferrata.guideline.values import Option
from ferrata.interpret.prove.domain import Patients
from ferrata.interpret.prove.solver import Undecided
from ferrata.interpret.prove.verdicts import Outcome, Theorem, Verdict, counted, timed
from ferrata.interpret.prove.witness import Witness


def reach_verdicts(patients: Patients) -> Iterator[Verdict]:
    """Yield, for every step, whether it can be reached and whether it can be left or rested in."""
    graph = _Graph(patients)
    for step in patients.guideline.steps:
        yield timed(partial(reachable, graph, step))
    for step in patients.guideline.steps:
        if not step.final:
            yield timed(partial(way_on, graph, step))


class _Graph:
    """Stages, and the transitions between them that some patient takes."""

    def __init__(self, patients: Patients) -> None:
        guideline = patients.guideline
        self.start = guideline.start
        self.next: dict[Option, list[Option]] = {step.stage: [] for step in guideline.steps}
        self.ends = {step.stage for step in guideline.steps if step.final}
        self.undecided: list[str] = []
        for transition in guideline.transitions:
            taken = patients.selected(transition)
            match taken:
                case Witness() if transition.stays:
                    self.ends.add(transition.at)
                case Witness():
                    self.next[transition.at].extend(transition.to)
                case Undecided(why):
                    self.undecided.append(f"; {transition.id} may be closed: {why}")
                case None:
                    pass
                case _:
                    assert_never(taken)

    def path(self, start: Option, goals: set[Option]) -> tuple[Option, ...] | None:
        """Return a shortest path from `start` to one of `goals`."""
        paths: list[tuple[Option, ...]] = [(start,)]
        seen = {start}
        for path in paths:  # which grows meanwhile
            if path[-1] in goals:
                return path
            for stage in self.next[path[-1]]:
                if stage not in seen:
                    seen.add(stage)
                    paths.append((*path, stage))
        return None


def reachable(graph: _Graph, step: Step) -> Verdict:
    """Some patients, one after the other, lead from the start to `step`."""
    path = graph.path(graph.start, {step.stage})
    return _verdict(graph, Theorem.REACHABLE, step, path, f"no way from {graph.start}")


def way_on(graph: _Graph, step: Step) -> Verdict:
    """From `step` some patients lead to a final step, or to one where a stay is declared."""
    path = graph.path(step.stage, graph.ends)
    return _verdict(graph, Theorem.WAY_ON, step, path, "no way to a final step or to a stay")


def _verdict(
    graph: _Graph, theorem: Theorem, step: Step, path: tuple[Option, ...] | None, missing: str
) -> Verdict:
    if path is None:
        why = missing + "".join(graph.undecided)
        return Verdict(theorem, step.id, Outcome.NOT_PROVED, why)
    detail = f"{' > '.join(path)}, by {counted(len(path) - 1, 'transition')}"
    return Verdict(theorem, step.id, Outcome.PROVED, detail)
