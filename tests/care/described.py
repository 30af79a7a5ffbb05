"""A patient of whom the values of some features are said: what a guideline answers about them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ferrata.guideline.conditions import Condition, Criterion, walk
from ferrata.guideline.events import Events
from ferrata.guideline.features import Choice, Feature, Finding
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Recommendation
from ferrata.guideline.units import quantise
from ferrata.guideline.values import FeatureValue, Known, Reason, Unknown
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge

_TRUTH = {"yes": True, "no": False}
_SAID = {True: "yes", False: "no"}
Subjects = tuple[dict[str, Feature], dict[str, tuple[Condition, ...]]]
_HELD: list[tuple[Guideline, Subjects]] = []


class Described(Derived):
    """A patient of whom some values are said, and nothing is recorded."""

    def __init__(self, guideline: Guideline, given: dict[Feature, FeatureValue]) -> None:
        super().__init__(Events(), 0, guideline.vocabularies, guideline.site())
        self._given = given

    def value(self, feature: Feature) -> FeatureValue:
        said = self._given.get(feature)
        return super().value(feature) if said is None else said


def answers(subject: str, facts: str, guideline: Guideline) -> tuple[str, ...]:
    """Return what is answered of a feature's path, a rule's id or a criterion's title.

    Several criteria of one title answer each; none does when nothing is called so.
    """
    features, conditions = _subjects(guideline)
    given: dict[Feature, FeatureValue] = {}
    for one in facts.split(","):
        if one.strip():
            name, said = one.split()
            feature = features[name if "." in name else f"Case.{name}"]
            given[feature] = _value(feature, said)
    patient = Described(guideline, given)
    asked = features.get(subject)
    if asked is None:
        found = conditions.get(subject, ())
        return tuple(str(judge(one, patient, patient.site).answer) for one in found)
    value = patient.value(asked)
    if not isinstance(value, Known):
        return ("unknown",)
    return (_SAID[value.value] if isinstance(value.value, bool) else str(value.value),)


def _value(feature: Feature, said: str) -> FeatureValue:
    if said == "unknown":
        return Unknown(Reason.NEVER_RECORDED)
    match feature:
        case Finding():
            return Known(_TRUTH[said])
        case Choice(options=options):
            return Known(options(said).value)
        case _:
            return Known(quantise(Decimal(said)))


def _subjects(guideline: Guideline) -> Subjects:
    """Return features by path, and conditions by title or rule; kept for the last guideline."""
    if not _HELD or _HELD[0][0] is not guideline:
        features = {one.path: one for cls in guideline.vocabularies for one in cls.features}
        found: dict[str, dict[int, Condition]] = {}
        for name, condition in _conditions(guideline):
            found.setdefault(name, {})[id(condition)] = condition
        called = {name: tuple(nodes.values()) for name, nodes in found.items()}
        _HELD[:] = [(guideline, (features, called))]
    return _HELD[0][1]


def _conditions(guideline: Guideline) -> Iterator[tuple[str, Condition]]:
    for rule in guideline.rules:
        if isinstance(rule, Recommendation):
            yield rule.id, rule.when
            for node in walk(rule.when):
                if isinstance(node, Criterion):
                    yield node.title, node
