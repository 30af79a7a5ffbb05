"""criteria.toml, effects.toml, rules.toml: what a condition says, at its boundaries."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain
from pathlib import Path
from typing import cast

from ferrata.guideline.conditions import Condition, Criterion, walk
from ferrata.guideline.events import Events
from ferrata.guideline.features import Choice, Feature, Finding
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.pathway import Caution, Gate, Invariant, Recommendation, Transition
from ferrata.guideline.units import quantise
from ferrata.guideline.values import FeatureValue, Known, Reason, Unknown
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge

TABLES = tuple(
    Path(__file__).with_name(f"{name}.toml") for name in ("criteria", "effects", "rules")
)
GUIDELINE = "reconciled"
_NO_ANSWERS = {"statements", "otherwise", "also"}
_TRUTH = {"yes": True, "no": False}


@dataclass(frozen=True)
class Written:
    """One row: a criterion's title, a rule's id or a feature's path; the patient; the answer."""

    subject: str
    statements: tuple[str, ...]
    otherwise: str
    facts: str
    answer: str

    @property
    def id(self) -> str:
        """The subject, what the row changes, and the answer."""
        return f"{self.subject}: {self.facts or 'as described'} -> {self.answer}"


class _Described(Derived):
    """A patient of whom the values of some features are said, and nothing is recorded."""

    def __init__(self, guideline: Guideline, given: dict[Feature, FeatureValue]) -> None:
        super().__init__(Events(), 0, guideline.vocabularies, guideline.site())
        self._given = given

    def value(self, feature: Feature) -> FeatureValue:
        said = self._given.get(feature)
        return super().value(feature) if said is None else said


@cache
def written() -> tuple[Written, ...]:
    """Return every row of the tables."""
    return tuple(chain.from_iterable(map(_read, TABLES)))


def _read(path: Path) -> Iterator[Written]:
    table = cast("dict[str, dict[str, object]]", tomllib.loads(path.read_text(encoding="utf-8")))
    patients = table.pop("patients", {})
    for subject, row in table.items():
        otherwise = str(row["otherwise"])
        for name, facts in patients.items():
            otherwise = otherwise.replace(f"as {name}", str(facts))
        statements = tuple(cast("list[str]", row["statements"]))
        for one in (subject, *cast("list[str]", row.get("also", []))):
            for answer in (key for key in row if key not in _NO_ANSWERS):
                for facts in cast("list[str]", row[answer]):
                    yield Written(one, statements, otherwise, facts, answer)


def wrong(row: Written, guidelines: tuple[Guideline, ...]) -> str:
    """Return what the guideline answers otherwise than `row`; empty when it answers the same."""
    guideline = next(one for one in guidelines if one.id == GUIDELINE)
    features, called = _known(guideline)
    given: dict[Feature, FeatureValue] = {}
    for name, value in {**_said(row.otherwise), **_said(row.facts)}.items():
        feature = features[name if "." in name else f"Case.{name}"]
        given[feature] = _value(feature, value)
    facts = _Described(guideline, given)
    asked = features.get(row.subject)
    if asked is not None:
        found = facts.value(asked)
        answers = [_word(found)]
    else:
        conditions = called.get(row.subject, ())
        answers = [str(judge(one, facts, facts.site).answer) for one in conditions]
    if not answers:
        return f"nothing is called {row.subject}"
    return next((f"{one}, not {row.answer}" for one in answers if one != row.answer), "")


def _word(found: FeatureValue) -> str:
    if not isinstance(found, Known):
        return "unknown"
    if isinstance(found.value, bool):
        return "yes" if found.value else "no"
    return str(found.value)


def _said(facts: str) -> dict[str, str]:
    words = (one.split() for one in facts.split(",") if one.strip())
    return {name: value for name, value in words}  # noqa: C416 - a pair each, or an error


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


Subjects = tuple[dict[str, Feature], dict[str, tuple[Condition, ...]]]
_HELD: list[tuple[Guideline, Subjects]] = []


def _known(guideline: Guideline) -> Subjects:
    """Return features by path, and conditions by title or rule; kept for the last guideline."""
    if not _HELD or _HELD[0][0] is not guideline:
        features = {one.path: one for cls in guideline.vocabularies for one in cls.features}
        _HELD[:] = [(guideline, (features, _called(guideline)))]
    return _HELD[0][1]


def _called(guideline: Guideline) -> dict[str, tuple[Condition, ...]]:
    """Return the condition of each rule, and each criterion by its title, each once."""
    found: dict[str, dict[int, Condition]] = {}
    for name, condition in _conditions(guideline):
        found.setdefault(name, {})[id(condition)] = condition
        for node in walk(condition):
            if isinstance(node, Criterion):
                found.setdefault(node.title, {})[id(node)] = node
    return {name: tuple(nodes.values()) for name, nodes in found.items()}


def _conditions(guideline: Guideline) -> Iterator[tuple[str, Condition]]:
    for one in (guideline.scope, guideline.amounts, guideline.watch):
        if one is not None:
            yield "", one
    for rule in guideline.rules:
        match rule:
            case Transition(when=when) | Recommendation(when=when):
                yield rule.id, when
            case Caution(avoid=avoid):
                yield rule.id, avoid.when
            case Gate(needs=needs, shut=shut):
                yield rule.id, needs
                if shut is not None:
                    yield f"{rule.id} shut", shut
            case Invariant(condition=condition):
                yield rule.id, condition
            case _:
                pass
