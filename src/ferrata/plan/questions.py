"""Follow-up that may apply, gathered by the fact on which it depends, so that it is asked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ferrata.guideline.actions import Refer
from ferrata.guideline.events import Analyte, Concept, Sign, Treatment
from ferrata.guideline.events import Question as Asked
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.counterfactual import concept_of, roots
from ferrata.plan.advise import Bench, Candidate
from ferrata.plan.missing import answers_to
from ferrata.plan.model import Question


@dataclass(slots=True)
class _Open:
    concept: Concept
    decides: dict[str, bool] = field(default_factory=dict[str, bool])

    @property
    def pressing(self) -> bool:
        """Whether somebody may have to be brought in."""
        return any(self.decides.values())


def questions(bench: Bench, uncertain: Iterable[Candidate]) -> tuple[Question, ...]:
    """Return one question for each fact that `uncertain` rules wait for, the pressing ones first.

    A rule that waits for several facts stands under each of them.
    """
    treatments = {
        one.__name__: one.treatment
        for one in bench.guideline.vocabularies
        if issubclass(one, CourseFeatures)
    }
    found: dict[str, _Open] = {}
    for candidate in uncertain:
        rule = candidate.rule
        assert isinstance(rule, Recommendation)
        for feature in roots(bench.facts, candidate.judgement.missing):
            concept = concept_of(feature, treatments.get(feature.vocabulary))
            if concept is not None:
                held = found.setdefault(concept.id, _Open(concept))
                held.decides[rule.title] = any(isinstance(one, Refer) for one in rule.do)
    ordered = sorted(found.values(), key=lambda one: (not one.pressing, -len(one.decides)))
    return tuple(
        Question(
            concept=one.concept.id,
            label=one.concept.label,
            kind=_kind(one.concept),
            answers=answers_to(one.concept),
            decides=tuple(sorted(one.decides, key=lambda title: not one.decides[title])),
            pressing=one.pressing,
        )
        for one in ordered
    )


def _kind(concept: Concept) -> str:
    match concept:
        case Sign() | Asked():
            return "ask"
        case Analyte():
            return "measure"
        case Treatment():
            return "treatment"
