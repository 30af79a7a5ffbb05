"""The theorems about single steps and transitions, over the known patients of a guideline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from typing import assert_never

from ferrata.guideline.actions import treatment_of
from ferrata.guideline.conditions import AnyOf, Condition, Not
from ferrata.guideline.events import Treatment
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Caution, Step, Transition
from ferrata.guideline.values import Answer, Option
from ferrata.interpret.prove.domain import Patients
from ferrata.interpret.prove.solver import Undecided
from ferrata.interpret.prove.verdicts import Search, Theorem, Verdict, counted, settle, timed
from ferrata.interpret.prove.witness import Judge, Witness, all_features, all_parameters

NOBODY = "no patient is in scope, plausible and within the invariants"


def pairs(guideline: Guideline) -> Iterator[tuple[Transition, Transition]]:
    """Yield every two transitions that must exclude each other."""
    for stage in dict.fromkeys(step.stage for step in guideline.steps):
        for one, other in combinations(guideline.transitions_at(stage), 2):
            if one.priority == other.priority and one.to != other.to:
                yield one, other


def pathway_verdicts(patients: Patients, judge: Judge) -> Iterator[Verdict]:
    """Yield the verdicts on gaps, overlaps, contradictions and catch-alls."""
    guideline = patients.guideline
    for step in guideline.steps:
        if not step.final:
            yield timed(partial(no_gap, patients, step))
    for one, other in pairs(guideline):
        yield timed(partial(no_overlap, patients, one, other))
    for transition in guideline.transitions:
        yield timed(partial(no_contradiction, patients, transition, judge))
    for transition in guideline.transitions:
        yield timed(partial(no_catch_all, patients, transition))


def no_gap(patients: Patients, step: Step) -> Verdict:
    """Some transition is open to every patient at `step`."""
    guards = tuple(one.when for one in patients.guideline.transitions_at(step.stage))
    wrong = (
        f"none of the {counted(len(guards), 'transition')} at {step.stage} is open to this patient"
        if guards
        else f"{step.stage} is not final and has no transitions: everybody is stuck"
    )
    return settle(
        Theorem.NO_GAP,
        step.id,
        search=patients.find(
            tuple(Not(guard) for guard in guards), guards or (patients.guideline.scope,)
        ),
        wrong=lambda _: wrong,
        premises=lambda: ((NOBODY, patients.somebody()),),
        measured=_measured(counted(len(guards), "guard"), guards),
    )


def no_overlap(patients: Patients, one: Transition, other: Transition) -> Verdict:
    """Nobody is sent two ways with equal urgency."""
    urgent = patients.more_urgent(one)
    about = (one.when, other.when, *urgent)
    return settle(
        Theorem.NO_OVERLAP,
        f"{one.id} / {other.id}",
        search=patients.find((*patients.selection(one), other.when), about),
        wrong=lambda _: (
            f"both are open to this patient, equally urgent: {_to(one)}, and {_to(other)}"
        ),
        premises=lambda: (_premise(patients, one), _premise(patients, other)),
        measured=_measured(f"2 guards, {counted(len(urgent), 'more urgent one')}", about),
    )


def no_contradiction(patients: Patients, transition: Transition, judge: Judge) -> Verdict:
    """Whoever takes `transition` finds an alternative in which no treatment is to be avoided."""
    guideline = patients.guideline
    barred = {stage: tuple(_barred(guideline, stage)) for stage in transition.to}
    cautions = tuple(c.avoid.when for bars in barred.values() for _, c in bars)
    about = (transition.when, *patients.more_urgent(transition), *cautions)
    nowhere: tuple[Condition, ...] = tuple(
        AnyOf(tuple(caution.avoid.when for _, caution in bars)) for bars in barred.values()
    )

    def wrong(witness: Witness) -> str:
        site = witness.site()
        return f"{transition.id} leads to what must be avoided: " + "; ".join(
            f"{stage}: {treatment.label} (caution {caution.id})"
            for stage, bars in barred.items()
            for treatment, caution in bars
            if judge(caution.avoid.when, witness, site) is Answer.YES
        )

    targets = counted(len(barred), "alternative")
    return settle(
        Theorem.NO_CONTRADICTION,
        transition.id,
        search=patients.find((*patients.selection(transition), *nowhere), about),
        wrong=wrong,
        premises=lambda: (_premise(patients, transition),),
        measured=_measured(f"{targets}, {counted(len(cautions), 'caution')}", about),
    )


def no_catch_all(patients: Patients, transition: Transition) -> Verdict:
    """The guard tells patients apart: it is true of one and false of another."""
    guard = transition.when
    search: Search
    excluded = patients.find((Not(guard),), (guard,), plain=False)
    match excluded:
        case Witness():
            search = None
        case Undecided():
            search = excluded
        case None:
            search = patients.find((guard,), (guard,))
        case _:
            assert_never(excluded)
    return settle(
        Theorem.NO_CATCH_ALL,
        transition.id,
        search=search,
        wrong=lambda _: "a catch-all: open to every patient, this one for example",
        premises=lambda: (
            (NOBODY, patients.somebody()),
            ("the guard is true of no patient", patients.find((guard,), (guard,), plain=False)),
        ),
        measured=_measured("true of one patient, false of another", (guard,)),
    )


def _barred(guideline: Guideline, stage: Option) -> Iterator[tuple[Treatment, Caution]]:
    """Yield the treatments of `stage`, each with every caution that names it."""
    for step in guideline.steps:
        if step.stage == stage:
            for treatment in dict.fromkeys(map(treatment_of, step.do)):
                for caution in guideline.cautions:
                    if treatment is not None and treatment in caution.avoid.treatments:
                        yield treatment, caution


def _premise(patients: Patients, transition: Transition) -> tuple[str, Search]:
    return f"{transition.id} is taken by no patient", patients.selected(transition)


def _to(transition: Transition) -> str:
    return f"{transition.id} to {' or '.join(transition.to)}"


def _measured(what: str, conditions: tuple[Condition, ...]) -> str:
    """Return what a proof was about: `what`, and the size of the space it covers."""
    features = counted(len(all_features(conditions)), "feature")
    parameters = all_parameters(conditions)
    over = f" and {counted(len(parameters), 'parameter')}" if parameters else ""
    return f"{what}, over {features}{over}"
