"""Advice is monotone: what is settled without a fact stays settled whatever the fact turns out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import assert_never, cast

from ferrata.guideline.actions import Ask, Order
from ferrata.guideline.conditions import Condition, IsKnown, walk
from ferrata.guideline.guideline import Guideline
from ferrata.interpret.prove.encode import encode
from ferrata.interpret.prove.solver import Bool, Logic, Model, Solver, Undecided
from ferrata.interpret.prove.variables import Flag, Group, Index, Number, Variables
from ferrata.interpret.prove.verdicts import Search, Theorem, Verdict, counted, settle, timed
from ferrata.interpret.prove.witness import Judge, answer_in, disagreement, witness_in


def deciding(guideline: Guideline) -> Iterator[tuple[str, Condition]]:
    """Yield every condition that turns advice on or off, with the id of its rule."""
    for transition in guideline.transitions:
        yield transition.id, transition.when
    for gate in guideline.gates:
        yield gate.id, gate.needs
        if gate.shut is not None:
            yield gate.id, gate.shut
    for caution in guideline.cautions:
        yield caution.id, caution.avoid.when
    for one in guideline.recommendations:
        if not all(isinstance(action, Order | Ask) for action in one.do):
            yield one.id, one.when


def monotone_verdicts(guideline: Guideline, judge: Judge, timeout: float) -> Iterator[Verdict]:
    """Yield the verdict on every condition that turns advice on or off."""
    for subject, condition in deciding(guideline):
        yield timed(partial(monotone, subject, condition, judge, timeout))


def monotone(subject: str, condition: Condition, judge: Judge, timeout: float) -> Verdict:
    """No fact that becomes known undoes an answer, and no answer is yes and no at once.

    Over all pairs of patients of whom the second is the first with more known: partly unknown,
    in plausible ranges, at one allowed site, and bounded by nothing else.
    """
    pairs = _Pairs(condition, judge, timeout)
    search = pairs.undone()
    if search is None and any(isinstance(node, IsKnown) for node in walk(condition)):
        search = Undecided("it asks known(), which a rule that turns advice on may not")
    size = counted(len(pairs.less.groups), "feature")
    return settle(
        Theorem.MONOTONE,
        subject,
        search=search,
        wrong=lambda _: "this patient's answer is undone when more becomes known",
        premises=lambda: (("no patient's answer waits for a fact", pairs.waiting()),),
        measured=f"every two states of knowledge, over {size}",
    )


class _Pairs:
    """Pairs of patients: the second is the first with as much or more known."""

    def __init__(self, condition: Condition, judge: Judge, timeout: float) -> None:
        self._condition, self._judge = condition, judge
        logic = self._logic = Logic()
        self.less = Variables(logic, known=False, tag="less ")
        self.more = Variables(logic, known=False, tag="more ")
        self._before, self._after = encode(condition, self.less), encode(condition, self.more)
        self._solver = Solver(logic, timeout)
        self._solver.add(*self.less.bounds(), *self.more.bounds(), *self._learning())

    def _learning(self) -> Iterator[Bool]:
        """Yield what ties the two: whatever the first knows the second knows, as closely."""
        logic = self._logic
        for feature, less in self.less.groups.items():
            more = self.more.group(feature)
            yield logic.any(
                less.unknown, logic.all(logic.opposite(more.unknown), self._closer(less, more))
            )
        for parameter, value in self.less.parameters.items():
            yield logic.equal(value, self.more.parameter(parameter))

    def _closer(self, less: Group, more: Group) -> Bool:
        logic = self._logic
        match less:
            case Number(_, low, high):
                inner = cast("Number", more)
                return logic.all(logic.at_most(low, inner.low), logic.at_most(inner.high, high))
            case Flag(_, value):
                return logic.equivalent(value, cast("Flag", more).value)
            case Index(_, place):
                return logic.equal(place, cast("Index", more).place)
            case _:
                assert_never(less)

    def undone(self) -> Search:
        """Find a patient whose answer is undone by a fact."""
        logic, before, after = self._logic, self._before, self._after
        torn = self._solver.ask(before.yes, before.no)
        if torn is not None:
            return Undecided("yes and no at once") if isinstance(torn, Model) else torn
        lost_yes = logic.all(before.yes, logic.opposite(after.yes))
        lost_no = logic.all(before.no, logic.opposite(after.no))
        return self._find(logic.any(lost_yes, lost_no))

    def waiting(self) -> Search:
        """Find a patient whose answer is unknown until a fact settles it."""
        logic, before, after = self._logic, self._before, self._after
        unsettled = logic.opposite(logic.any(before.yes, before.no))
        return self._find(logic.all(unsettled, logic.any(after.yes, after.no)))

    def _find(self, term: Bool) -> Search:
        model = self._solver.ask(term)
        if not isinstance(model, Model):
            return model
        first, second = (
            witness_in(model, variables, (self._condition,)) for variables in (self.less, self.more)
        )
        answers = answer_in(model, self._before), answer_in(model, self._after)
        wrong = disagreement(self._judge, first, [(self._condition, answers[0])])
        wrong = wrong or disagreement(self._judge, second, [(self._condition, answers[1])])
        return Undecided(wrong) if wrong else first
