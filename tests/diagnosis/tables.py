"""What each condition of the diagnosis answers: to values, and to the records of a child."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

from tests.diagnosis.records import ON, TODAY, Fact, record_of

from ferrata.alps.diagnosis.workup import Workup
from ferrata.guideline.assessment import Assessment
from ferrata.guideline.conditions import Condition
from ferrata.guideline.events import Events
from ferrata.guideline.features import Choice, Feature, Finding
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import quantise
from ferrata.guideline.values import FeatureValue, Known, Reason, Unknown
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.plan.assessment.assess import analytes_of
from ferrata.plan.assessment.needed import Desk
from ferrata.record.dates import day_number
from ferrata.record.events import events_of

TABLE = Path(__file__).with_name("boundaries.toml")
RECORDED = Path(__file__).with_name("recorded.toml")
CHILD: tuple[Fact, ...] = (("2016-06-01", "born", ""), (TODAY, "treatments", "reviewed"))
"""In every record of recorded.toml."""
FEATURES = {one.name: one for one in Workup.features}
_TRUTH = {"yes": True, "no": False}
_SAID = {True: "yes", False: "no"}


@dataclass(frozen=True)
class Row:
    """A condition by its name, the patient, and the right answer."""

    subject: str
    statements: tuple[str, ...]
    facts: str
    changed: str
    answer: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.changed or 'as described'} -> {self.answer}"


@cache
def rows() -> tuple[Row, ...]:
    """Return every row of boundaries.toml."""
    return tuple(_rows(TABLE, ","))


@cache
def recorded() -> tuple[Row, ...]:
    """Return every row of recorded.toml."""
    return tuple(_rows(RECORDED, ";"))


def _rows(path: Path, between: str) -> Iterator[Row]:
    table = cast("dict[str, dict[str, object]]", tomllib.loads(path.read_text(encoding="utf-8")))
    return (
        Row(
            subject=subject,
            statements=tuple(cast("list[str]", row["statements"])),
            facts=f"{row['otherwise']}{between}{facts}",
            changed=facts,
            answer=answer,
        )
        for subject, row in table.items()
        for answer, listed in row.items()
        if answer not in {"statements", "otherwise"}
        for facts in cast("list[str]", listed)
    )


class _Described(Derived):
    """A patient of whom the values of some features are said, and nothing is recorded."""

    def __init__(self, given: dict[Feature, FeatureValue]) -> None:
        super().__init__(Events(), 0, (Workup,), Site(()))
        self._given = given

    def value(self, feature: Feature) -> FeatureValue:
        said = self._given.get(feature)
        return super().value(feature) if said is None else said


def answer(row: Row, assessment: Assessment) -> str:
    """Return what an assessment answers to a row.

    Raises:
        LookupError: when nothing is called as the row's subject.
    """
    facts = _Described(dict(_given(row.facts)))
    if row.subject.startswith("Workup."):
        value = facts.value(FEATURES[row.subject.removeprefix("Workup.")])
        return _SAID[value.value == 1] if isinstance(value, Known) else "unknown"
    return str(judge(conditions(assessment)[row.subject], facts, Site(())).answer)


def answer_to_record(row: Row, assessment: Assessment) -> str:
    """Return what an assessment answers to the record of a row; the subject ends at the comma.

    Raises:
        LookupError: when nothing is called as the row's subject.
        ValueError: for a fact about nothing that a record can say.
    """
    condition = conditions(assessment)[row.subject.partition(",")[0]]
    return str(judge(condition, read(row.facts, assessment), Site(())).answer)


def read(text: str, assessment: Assessment) -> Derived:
    """Return the values of the child's record with the facts of `text`, parted by semicolons.

    Raises:
        ValueError: for a fact about nothing that a record can say.
    """
    record = record_of((*CHILD, *_facts(text)), text)
    events = events_of(record, {one.id: one for one in analytes_of(assessment)})
    return Desk.of(assessment, events, day_number(ON)).facts


def _facts(text: str) -> Iterator[Fact]:
    for one in text.split(";"):
        if one.strip():
            when, what, value = one.split(maxsplit=2)
            yield when, what, value


def _given(facts: str) -> Iterator[tuple[Feature, FeatureValue]]:
    for one in facts.split(","):
        if one.strip():
            name, value = one.split()
            yield FEATURES[name], _value(FEATURES[name], value)


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


_HELD: list[tuple[Assessment, dict[str, Condition]]] = []


def conditions(assessment: Assessment) -> dict[str, Condition]:
    """Return every condition of an assessment by name; kept for the last one."""
    if not _HELD or _HELD[0][0] is not assessment:
        found: dict[str, Condition] = {"overruled": assessment.overruled}
        for one in assessment.sets:
            scope = () if one.scope is None else (one.scope,)
            found |= {f"{one.id} {item.id}": item.condition for item in (*scope, *one.items)}
            found |= {f"{one.id} {each.id}": one.condition(each.id) for each in one.conclusions}
        kinds = (*assessment.kinds, *assessment.exclusions, *assessment.alerts, *assessment.next)
        _HELD[:] = [(assessment, found | {one.id: one.when for one in kinds})]
    return _HELD[0][1]
