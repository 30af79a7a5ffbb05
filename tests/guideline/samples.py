"""A guideline of three rules, made anew for each test with one thing changed."""

from __future__ import annotations

from ferrata.guideline.derivations import Derivation, latest, within
from ferrata.guideline.events import Analyte
from ferrata.guideline.evidence import Assumption, Statement, Warrant
from ferrata.guideline.features import Choice, Finding, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import parameter
from ferrata.guideline.pathway import Setting, Step, when
from ferrata.guideline.units import Quantity, between, day, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures, Vocabulary


class Stage(Option):
    """Where a patient stands."""

    FIRST = "first"
    LAST = "last"


COUNT = Analyte("count", "Count", per_uL, between(0, 1_000, per_uL))
BY_STATEMENT: tuple[Warrant, ...] = (Statement("S1", "S", "so it is"),)
BY_ASSUMPTION: tuple[Warrant, ...] = (Assumption("A1", "so be it", "it has to be"),)


def vocabulary(derived: Derivation, label: str = "Count") -> type[Vocabulary]:
    """A vocabulary of three features."""

    class Case(CaseFeatures):
        count = Measurement(label, per_uL, between(0, 1_000, per_uL), derived)
        ill = Finding("Ill")
        stage = Choice("Stage", Stage)

    return Case


def sample(
    *,
    threshold: Quantity = 30 * per_uL,
    derived: Derivation | None = None,
    label: str = "Count",
    warrant: tuple[Warrant, ...] = BY_STATEMENT,
    default: Quantity = 20 * per_uL,
    title: str = "A sample",
) -> Guideline:
    """A guideline with a step, a final step, a transition and a setting."""
    case = vocabulary(derived or latest(COUNT, within(7 * day)), label)
    count = case.features[0]
    assert isinstance(count, Measurement)
    limit = parameter("limit", "Limit", default, between(10, 50, per_uL), BY_STATEMENT)
    return Guideline(
        id="sample",
        title=title,
        version="1",
        scope=count > limit,
        start=Stage.FIRST,
        vocabularies=(case,),
        rules=(
            Step(id="first", stage=Stage.FIRST, title="First", do=(), warrant=BY_STATEMENT),
            Step(
                id="last", stage=Stage.LAST, title="Last", do=(), final=True, warrant=BY_STATEMENT
            ),
            when(
                "go",
                at=Stage.FIRST,
                holds=count < threshold,
                to=Stage.LAST,
                because="few",
                warrant=warrant,
            ),
            Setting(id="limit", parameter=limit, warrant=BY_ASSUMPTION),
        ),
    )
