"""Equivalent mutants: no patient tells them from the original. The prover says so, or nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from ferrata.guideline.conditions import Condition, Not
from ferrata.guideline.derivations import Cases, Derivation
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import AnyRule, Caution, Gate, Invariant, Recommendation, Transition
from ferrata.guideline.values import Option
from ferrata.interpret.prove.encode import encode
from ferrata.interpret.prove.solver import Bool, Logic, Solver
from ferrata.interpret.prove.variables import Variables

SECONDS = 5
ALL = "the conditions agree for every patient, known or not"
KNOWN = "the conditions agree for every known patient within the invariants"
VALUES = "the derivation gives the same value for every patient, known or not"
PREMISE = "an invariant gives no advice: the weaker one is implied, and every theorem holds with it"

Pair = tuple[Condition, Condition]


def shown_equivalent(original: Guideline, mutant: Guideline) -> str | None:
    """Return why no patient tells `mutant` from `original`; None when some may.

    Ask only of a mutant that no theorem refutes.
    """
    if _weaker_premise(original, mutant):
        return PREMISE
    changed = list(_changed(original, mutant))
    differing = [pair for pair in changed if pair is not None]
    if len(differing) < len(changed):
        return None
    if all(_agree(*pair) for pair in differing):
        return ALL
    always = (original.scope, *(one.condition for one in original.invariants))
    return KNOWN if all(_agree_when_known(always, *pair) for pair in differing) else None


def same_values(written: Mapping[Feature, Derivation | None]) -> str | None:
    """Return why no feature has another value than `written` gives it; None where one may.

    Ask while a mutant of a derivation is in force.
    """
    changed = [(how, one.derived) for one, how in written.items() if one.derived is not how]
    seen: list[tuple[Derivation | None, Derivation | None]] = []
    for pair in changed:
        if pair not in seen:
            seen.append(pair)
    return VALUES if seen and all(_same_choice(*pair) for pair in seen[:1]) else None


def _same_choice(one: Derivation | None, other: Derivation | None) -> bool:
    """Whether two lists of cases choose alike: a choice is the first case that is not refuted."""
    if not isinstance(one, Cases) or not isinstance(other, Cases):
        return False
    logic = Logic()
    variables = Variables(logic, known=False)
    chosen = [_chosen(cases, logic, variables) for cases in (one, other)]
    solver = Solver(logic, SECONDS)
    solver.add(*variables.bounds())
    differ = [
        logic.opposite(logic.equivalent(*(each.get(option, logic.any()) for each in chosen)))
        for option in {*chosen[0], *chosen[1]}
    ]
    return solver.ask(logic.any(*differ)) is None


def _chosen(cases: Cases, logic: Logic, variables: Variables) -> dict[Option, Bool]:
    """Return when each option is chosen for certain."""
    found: dict[Option, list[Bool]] = {}
    before: list[Bool] = []
    for condition, option in cases.cases:
        term = encode(condition, variables)
        found.setdefault(option, []).append(logic.all(*before, term.yes))
        before.append(term.no)
    return {option: logic.any(*terms) for option, terms in found.items()}


def touches(original: Guideline, mutant: Guideline) -> bool:
    """Whether anything but derivations differs."""
    return any(a is not b for a, b in zip_longest(_parts(original), _parts(mutant)))


def _parts(guideline: Guideline) -> tuple[object, ...]:
    return (guideline.scope, guideline.amounts, guideline.watch, *guideline.rules)


def _weaker_premise(original: Guideline, mutant: Guideline) -> bool:
    """Whether the mutant differs in its invariants alone and assumes no more than the original."""
    rest = [one for one in _parts(original) if not isinstance(one, Invariant)]
    if any(
        a is not b
        for a, b in zip_longest(rest, [p for p in _parts(mutant) if not isinstance(p, Invariant)])
    ):
        return False
    own = tuple(one.condition for one in original.invariants)
    fresh = [one.condition for one in mutant.invariants if one.condition not in own]
    return all(_implied((original.scope, *own), one) for one in fresh)


def _implied(always: tuple[Condition, ...], one: Condition) -> bool:
    return _nobody(always, (Not(one),))


def _nobody(always: tuple[Condition, ...], asked: tuple[Condition, ...]) -> bool:
    """Whether no known, plausible patient of whom `always` holds is as `asked`."""
    logic = Logic()
    variables = Variables(logic, known=True)
    terms = [encode(one, variables).yes for one in (*always, *asked)]
    solver = Solver(logic, SECONDS)
    solver.add(*variables.bounds())
    return solver.ask(*terms) is None


def _agree(one: Condition, other: Condition) -> bool:
    """Whether two conditions give one answer, whatever is known."""
    logic = Logic()
    variables = Variables(logic, known=False)
    first, second = encode(one, variables), encode(other, variables)
    solver = Solver(logic, SECONDS)
    solver.add(*variables.bounds())
    differ = logic.any(
        logic.opposite(logic.equivalent(first.yes, second.yes)),
        logic.opposite(logic.equivalent(first.no, second.no)),
    )
    return solver.ask(differ) is None


def _agree_when_known(always: tuple[Condition, ...], one: Condition, other: Condition) -> bool:
    return _nobody(always, (one, Not(other))) and _nobody(always, (other, Not(one)))


def _changed(original: Guideline, mutant: Guideline) -> Iterator[Pair | None]:
    """Yield each pair of conditions that differ; None for any other difference."""
    if (original.scope, original.amounts, original.watch) != (
        mutant.scope,
        mutant.amounts,
        mutant.watch,
    ) or len(original.rules) != len(mutant.rules):
        yield None
        return
    for one, other in zip(original.rules, mutant.rules, strict=True):
        if one is not other:
            yield from _rule(one, other)


def _rule(one: AnyRule, other: AnyRule) -> Iterator[Pair | None]:
    match one, other:
        case (Transition(), Transition()) | (Recommendation(), Recommendation()):
            yield (one.when, other.when) if replace(other, when=one.when) == one else None
        case Caution(), Caution():
            avoid = replace(other.avoid, when=one.avoid.when)
            same = replace(other, avoid=avoid) == one
            yield (one.avoid.when, other.avoid.when) if same else None
        case Gate(), Gate():
            same = replace(other, needs=one.needs, shut=one.shut) == one
            yield (one.needs, other.needs) if same else None
            if one.shut is not None and other.shut is not None:
                yield one.shut, other.shut
        case _:
            yield None
