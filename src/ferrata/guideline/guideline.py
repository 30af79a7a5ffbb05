"""A guideline: rules over a vocabulary, checked when it is put together, amended by rule id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from ferrata.guideline.actions import Ask, Order
from ferrata.guideline.conditions import Condition, Criterion, IsKnown, walk
from ferrata.guideline.doses import Product
from ferrata.guideline.errors import NotMonotone, RuleError
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.features import Choice, Measurement
from ferrata.guideline.parameters import Parameter, Site
from ferrata.guideline.pathway import (
    AnyRule,
    Caution,
    Gate,
    Invariant,
    Recommendation,
    Rule,
    Setting,
    Step,
    Transition,
)
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import Vocabulary

_R = TypeVar("_R", bound=Rule)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one guideline changed of another, and why."""

    base: str
    because: str
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Guideline:
    """Rules over a vocabulary, for the patients in `scope`.

    `weight` and `height` are the features that doses are reckoned from; they are judged by `age`
    and `sex`, and `amounts` must hold for any to be; `products` are what doses are given as, where
    a site lists none of its own; `watch` is what the whole history of a record is searched for.

    Raises:
        RuleError: when ids clash, a stage has no step, or a final step has transitions.
    """

    id: str
    title: str
    version: str
    scope: Condition
    start: Option
    vocabularies: tuple[type[Vocabulary], ...]
    rules: tuple[AnyRule, ...]
    weight: Measurement | None = None
    height: Measurement | None = None
    age: Measurement | None = None
    sex: Choice | None = None
    amounts: Condition | None = None
    products: tuple[Product, ...] = ()
    watch: Criterion | None = None
    review: str = "not clinically reviewed"
    amendments: tuple[Amendment, ...] = ()

    def __post_init__(self) -> None:
        _check_ids(self.id, self.rules)
        _check_stages(self)
        for one in self.recommendations:
            _check_recommendation(one)

    def _of(self, kind: type[_R]) -> tuple[_R, ...]:
        return tuple(rule for rule in self.rules if isinstance(rule, kind))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return self._of(Step)

    @cached_property
    def transitions(self) -> tuple[Transition, ...]:
        return self._of(Transition)

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        return self._of(Gate)

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        return self._of(Caution)

    @cached_property
    def recommendations(self) -> tuple[Recommendation, ...]:
        return self._of(Recommendation)

    @cached_property
    def invariants(self) -> tuple[Invariant, ...]:
        return self._of(Invariant)

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        return tuple(one.parameter for one in self._of(Setting))

    @cached_property
    def warrants(self) -> tuple[Warrant, ...]:
        """Every statement and assumption that a rule or its actions name, in order of id."""
        found = {
            warrant.id: warrant
            for rule in self.rules
            for bearer in (rule, *getattr(rule, "do", ()))
            for warrant in bearer.warrant
        }
        found.update({warrant.id: warrant for one in self.products for warrant in one.warrant})
        for one in (self.scope, self.amounts, self.watch):
            found.update({w.id: w for w in one.warrant} if isinstance(one, Criterion) else {})
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def _steps(self) -> dict[str, Step]:
        return {step.stage.value: step for step in self.steps}

    @cached_property
    def _transitions(self) -> dict[str, tuple[Transition, ...]]:
        ordered = sorted(self.transitions, key=lambda one: one.priority)
        return {
            stage: tuple(one for one in ordered if one.at.value == stage) for stage in self._steps
        }

    def step(self, stage: str) -> Step:
        """Return the step of `stage`."""
        return self._steps[stage]

    def transitions_at(self, stage: str) -> tuple[Transition, ...]:
        """Return the transitions from `stage`, most urgent first, else as written."""
        return self._transitions[stage]

    def site(self) -> Site:
        """Return the site that leaves every parameter at its default."""
        return Site(self.parameters)

    def amend(
        self,
        *,
        id: str,
        title: str,
        version: str,
        because: str,
        add: Iterable[AnyRule] = (),
        replace_: Iterable[AnyRule] = (),
        remove: Iterable[str] = (),
    ) -> Guideline:
        """Return this guideline with rules added, replaced (same id) or removed.

        Raises:
            RuleError: when a rule to replace or remove does not exist, or one to add does.
        """
        added, removed = tuple(add), frozenset(remove)
        swapped = {rule.id: rule for rule in replace_}
        present = {rule.id for rule in self.rules}
        for missing in sorted((removed | swapped.keys()) - present):
            raise RuleError(
                f"{id} changes rule {missing}, which {self.id} does not have",
                why="an amendment that misses its rule would change nothing, unseen",
                write=f"one of {', '.join(sorted(present))}",
            )
        kept = (swapped.get(rule.id, rule) for rule in self.rules if rule.id not in removed)
        amendment = Amendment(
            self.id,
            because,
            tuple(rule.id for rule in added),
            tuple(sorted(swapped)),
            tuple(sorted(removed)),
        )
        return replace(
            self,
            id=id,
            title=title,
            version=version,
            rules=(*kept, *added),
            amendments=(*self.amendments, amendment),
        )


def _check_ids(id: str, rules: tuple[AnyRule, ...]) -> None:
    seen: dict[str, AnyRule] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(
                f"two rules of {id} are called {rule.id} (the other one at {seen[rule.id].where})",
                why="amendments, audits and documents name rules by id",
                write="another id, or replace_= in amend()",
                where=rule.where,
            )
        seen[rule.id] = rule


def _check_stages(guideline: Guideline) -> None:
    stages = {step.stage for step in guideline.steps}
    if guideline.start not in stages:
        raise RuleError(
            f"{guideline.id} starts at {guideline.start!r}, which has no step",
            why="a patient must stand somewhere",
            write="a Step for it",
        )
    for transition in guideline.transitions:
        for stage in (transition.at, *transition.to):
            if stage not in stages:
                raise RuleError(
                    f"transition {transition.id} of {guideline.id} names {stage!r}, "
                    "which has no step",
                    why="whoever follows it would stand nowhere",
                    write="a Step for it, or another stage",
                    where=transition.where,
                )
    for step in guideline.steps:
        if step.final and any(transition.at == step.stage for transition in guideline.transitions):
            raise RuleError(
                f"step {step.id} of {guideline.id} is final and has transitions",
                why="a final step hands the patient on",
                write="final=False, or no transitions from it",
                where=step.where,
            )


def _check_recommendation(rule: Recommendation) -> None:
    asks_known = any(isinstance(node, IsKnown) for node in walk(rule.when))
    if asks_known and not all(isinstance(action, Order | Ask) for action in rule.do):
        raise NotMonotone(
            f"recommendation {rule.id} asks known() and does more than order or ask",
            why="forgetting a fact could then turn advice on",
            write="known() only where every action is an Order or an Ask",
            where=rule.where,
        )
