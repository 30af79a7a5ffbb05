"""windows.toml: how long an entry of the record speaks for a feature, and which entry does."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.derivations import Asserted, DaysWith, Measured, Stated
from ferrata.guideline.events import Analyte, Assertion, Event, Events, Observation, Treatment, When
from ferrata.guideline.events import TreatmentCourse as Course
from ferrata.guideline.features import Feature
from ferrata.guideline.units import quantise
from ferrata.guideline.values import FeatureValue, Known
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.derive import Derived

TABLE = Path(__file__).with_name("windows.toml")
ON = (date(2026, 11, 20) - date(1970, 1, 1)).days


@dataclass(frozen=True)
class Written:
    """A row: a feature, and the days (before the day of the plan) on which an entry counts.

    A row about a course has the days since the end of ten days of the drug.

    A row about silence has what the feature `says` when nothing is on record instead.
    """

    id: str
    feature: str
    statements: tuple[str, ...]
    speaks: tuple[int, ...]
    silent: tuple[int, ...]
    begun: int | None
    pick: str
    value: str
    beside: str
    says: str
    ended: int | None


@cache
def written() -> tuple[Written, ...]:
    """Return every row of the table."""
    table = cast(
        "dict[str, dict[str, dict[str, object]]]",
        tomllib.loads(TABLE.read_text(encoding="utf-8")),
    )
    return tuple(
        Written(
            id=f"{kind} {feature}",
            feature=feature,
            statements=tuple(cast("list[str]", row["statements"])),
            speaks=tuple(cast("list[int]", row.get("speaks", []))),
            silent=tuple(cast("list[int]", row.get("silent", []))),
            begun=cast("int | None", row.get("begun")),
            pick=str(row.get("pick", "")),
            value=str(row.get("value", "")),
            beside=str(row.get("beside", "")),
            says=str(row.get("says", "")),
            ended=cast("int | None", row.get("ended")),
        )
        for kind, rows in table.items()
        for feature, row in rows.items()
    )


def wrong(row: Written) -> str:
    """Return what the derivation says otherwise than `row`; empty when it says the same."""
    vocabulary, _, name = row.feature.partition(".")
    cls = next(one for one in RECONCILED.vocabularies if one.__name__ == vocabulary)
    feature = cast("Feature", getattr(cls, name))
    treatment = cls.treatment if issubclass(cls, CourseFeatures) else None
    course: list[Event] = []
    if treatment is not None and row.begun is not None:
        course.append(Course(treatment.id, When.day(ON - row.begun)))

    if row.id.startswith(("ended", "since")):
        return _course_wrong(row, feature, treatment)

    def seen(*entries: tuple[int, str]) -> FeatureValue:
        events = [*course, *(_entry(feature, ago, value) for ago, value in entries)]
        site = RECONCILED.site()
        facts = Derived(Events.of(events), ON, RECONCILED.vocabularies, site)
        return facts.value(feature)

    if row.says:
        found = seen()
        value = str(int(found.value)) if isinstance(found, Known) else "unknown"
        return "" if value == row.says else f"silence says {value}"
    counted = [ago for ago in row.speaks if not _counts(seen((ago, row.value)), row)]
    if counted:
        return f"an entry {counted[0]} days old does not count"
    stray = [ago for ago in row.silent if _counts(seen((ago, row.value)), row)]
    if stray:
        return f"an entry {stray[0]} days old counts"
    if row.beside and _counts(seen((row.speaks[0], row.beside)), row):
        return f"{row.beside} counts"
    if row.pick:
        new, old = min(row.speaks), max(row.speaks)
        for before, now, latest in (("3", "2", "2"), ("2", "3", "3")):
            expected = latest if row.pick == "latest" else "3"
            found = seen((old, before), (new, now))
            if not isinstance(found, Known) or found.value != Decimal(expected):
                return f"{before} and then {now} are {found}"
    return ""


def _course_wrong(row: Written, feature: Feature, treatment: Treatment | None) -> str:
    """Return what is said otherwise of ten days of the drug that ended some days ago."""
    drug = treatment or getattr(feature.derived, "treatment", None)

    def said(ago: int) -> str:
        course = Course(getattr(drug, "id", ""), When.day(ON - ago - 10), When.day(ON - ago))
        site = RECONCILED.site()
        found = Derived(Events.of([course]), ON, RECONCILED.vocabularies, site).value(feature)
        return str(int(found.value)) if isinstance(found, Known) else "unknown"

    expected = [*((ago, "1") for ago in row.speaks), *((ago, "0") for ago in row.silent)]
    if row.ended is not None:
        expected.append((row.ended, row.says))
    wrong = [(ago, said(ago)) for ago, answer in expected if said(ago) != answer]
    return f"{wrong[0][0]} days after its end: {wrong[0][1]}" if wrong else ""


def _counts(value: FeatureValue, row: Written) -> bool:
    if not isinstance(value, Known):
        return False
    return value.value == 1 if row.value else True


def _entry(feature: Feature, ago: int, value: str) -> Event:
    when = When.day(ON - ago)
    match feature.derived:
        case Measured(analyte=analyte) | DaysWith(analyte=analyte):
            number = quantise(Decimal(value or _middle(analyte)))
            return Observation(analyte.id, when, number, number)
        case Asserted(sign=sign):
            return Assertion(sign.id, when, "yes")
        case Stated(question=question):
            return Assertion(question.id, when, str(question.options[0]))
        case _:
            # A mutant may derive it from any time; the sign is still the feature's own.
            sign = getattr(feature.derived, "sign", None)
            return Assertion(getattr(sign, "id", ""), when, "yes")


def _middle(analyte: Analyte) -> Decimal:
    return (analyte.plausible.low + analyte.plausible.high) / 2
