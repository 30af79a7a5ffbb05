"""Toxicity grades: every graded value of grade 1 or more, the worst first."""

from __future__ import annotations

import re

from ferrata.guideline.conditions import Criterion, features_of, walk
from ferrata.guideline.features import Choice
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.values import Known, Unknown
from ferrata.interpret.counterfactual import parts_of
from ferrata.plan.advise import Bench
from ferrata.plan.model import Toxicity
from ferrata.plan.parts import follow_up
from ferrata.plan.words import seen

_GRADE = re.compile(r"grade-([1-9])")
"""An option called so is a grade of toxicity; the choice's label says by which scale."""


def toxicities(bench: Bench) -> tuple[Toxicity, ...]:
    """Return the toxicities of grade 1 or more, with the values they rest on."""
    found: list[Toxicity] = []
    for feature in _graded(bench.guideline):
        value = bench.facts.value(feature)
        grade = _GRADE.fullmatch(str(value.value)) if isinstance(value, Known) else None
        if grade is not None:
            known = {
                one: held
                for one in parts_of(feature) or (feature,)
                if not isinstance(held := bench.facts.value(one), Unknown)
            }
            found.append(
                Toxicity(
                    feature=feature.path,
                    label=feature.label,
                    grade=int(grade[1]),
                    values=tuple(seen(one, held) for one, held in known.items()),
                    warrants=_warrants(bench.guideline, feature),
                )
            )
    return tuple(sorted(found, key=lambda one: (-one.grade, one.label)))


def _graded(guideline: Guideline) -> tuple[Choice, ...]:
    """The graded choices that the follow-up asks for, in the order of the rules."""
    return tuple(
        dict.fromkeys(
            feature
            for rule in follow_up(guideline)
            for feature in features_of(rule.when)
            if isinstance(feature, Choice)
            and any(_GRADE.fullmatch(one.value) for one in feature.options)
        )
    )


def _warrants(guideline: Guideline, feature: Choice) -> tuple[str, ...]:
    """The warrants of what names the grade: criteria, else the rules that ask for it."""
    rules = [one for one in follow_up(guideline) if feature in features_of(one.when)]
    named = [
        warrant
        for rule in rules
        for node in walk(rule.when)
        if isinstance(node, Criterion) and feature in features_of(node)
        for warrant in node.warrant
    ]
    return tuple(dict.fromkeys(map(str, named or (one for r in rules for one in r.warrant))))
