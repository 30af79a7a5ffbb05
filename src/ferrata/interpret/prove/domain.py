"""The patients that a theorem ranges over: known, plausible, in scope, within the invariants."""

from __future__ import annotations

from functools import cache

from ferrata.guideline.conditions import Condition, Not
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Transition
from ferrata.guideline.values import Answer
from ferrata.interpret.prove.encode import Pair, encode
from ferrata.interpret.prove.simple import simplest
from ferrata.interpret.prove.solver import Bool, Logic, Model, Solver, Undecided
from ferrata.interpret.prove.variables import Variables
from ferrata.interpret.prove.verdicts import Search
from ferrata.interpret.prove.witness import Judge, answer_in, disagreement, witness_in


class Patients:
    """The fully known patients of a guideline, at every allowed site.

    Proofs hold for every value of every parameter; that a proof is not vacuous is shown by a
    patient at some allowed site.
    """

    def __init__(self, guideline: Guideline, judge: Judge, timeout: float) -> None:
        self.guideline = guideline
        self._judge = judge
        self._always = (guideline.scope, *(one.condition for one in guideline.invariants))
        self._variables = Variables(Logic(), known=True)
        self._pairs: dict[Condition, Pair] = {}
        guards = (one.when for one in guideline.transitions)
        cautions = (one.avoid.when for one in guideline.cautions)
        for condition in (*self._always, *guards, *cautions):
            self._pair(condition)
        self._solver = Solver(self._variables.logic, timeout)
        self._solver.add(*self._variables.bounds(), *(self._pair(c).yes for c in self._always))
        self.selected = cache(self._selected)
        self.somebody = cache(self._somebody)

    def _pair(self, condition: Condition) -> Pair:
        if condition not in self._pairs:
            self._pairs[condition] = encode(condition, self._variables)
        return self._pairs[condition]

    def find(
        self, query: tuple[Condition, ...], about: tuple[Condition, ...], *, plain: bool = True
    ) -> Search:
        """Find a patient of whom every condition of `query` is true, replayed in the evaluator.

        The patient is shown as far as `about` asks; `about` holds every guard and caution that
        `query` is made of, and each of them is replayed.
        """
        terms = tuple(self._pair(condition).yes for condition in query)
        model = self._solver.ask(*terms)
        if not isinstance(model, Model):
            return model
        if plain:

            def ask(*more: Bool) -> Model | Undecided | None:
                return self._solver.ask(*terms, *more)

            model = simplest(ask, model, self._variables, about)
        everything = (*self._always, *about, *query)
        witness = witness_in(model, self._variables, everything)
        expected = [(c, answer_in(model, self._pair(c))) for c in (*self._always, *about)]
        expected += [(condition, Answer.YES) for condition in query]
        wrong = disagreement(self._judge, witness, expected)
        return Undecided(wrong) if wrong else witness.about(about)

    def more_urgent(self, transition: Transition) -> tuple[Condition, ...]:
        """Return the guards that go before `transition`'s."""
        others = self.guideline.transitions_at(transition.at)
        return tuple(one.when for one in others if one.priority < transition.priority)

    def selection(self, transition: Transition) -> tuple[Condition, ...]:
        """Return what must be true for `transition` to be taken: its guard, none more urgent."""
        return (transition.when, *(Not(guard) for guard in self.more_urgent(transition)))

    def _selected(self, transition: Transition) -> Search:
        about = (transition.when, *self.more_urgent(transition))
        return self.find(self.selection(transition), about, plain=False)

    def _somebody(self) -> Search:
        return self.find((), (self.guideline.scope,), plain=False)
