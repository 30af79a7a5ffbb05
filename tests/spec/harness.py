"""What a spec test calls: tables in, one expression, table out.

A test asks for one of the four by the name of its argument: `says` (a condition), `derives` (a
derivation), `stands` (a pathway) or `reads` (a measurement). Each compares by running, or, for the
manual, writes down what it was called with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeAlias

from tests.spec.meanings import Asked, Conditions, Derivations
from tests.spec.tables import (
    answer_of,
    day_of,
    events_of,
    quantity_of,
    table,
    text_of,
    value_of,
)
from tests.spec.words import TREAT_BELOW, Case

from ferrata.guideline.conditions import Condition
from ferrata.guideline.derivations import (
    Cases,
    DaysSince,
    DaysSinceEnd,
    DaysSinceStart,
    DaysWith,
    Derivation,
    Measured,
    Stated,
)
from ferrata.guideline.errors import GuidelineError
from ferrata.guideline.events import Events, Treatment
from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import Quantity, between, day, one, plain
from ferrata.guideline.values import Known
from ferrata.guideline.vocabularies import CaseFeatures, CourseFeatures, Vocabulary
from ferrata.interpret.replay import Position, replay


class Says(Protocol):
    """A condition, and a table of facts whose last column is the answer."""

    def __call__(
        self, condition: Condition, facts: str, *, site: Mapping[str, Quantity] | None = None
    ) -> None: ...


class Derives(Protocol):
    """A derivation, a table of events, and a table of days with the value as of each."""

    def __call__(
        self, derivation: Derivation, events: str, expected: str, *, of: Treatment | None = None
    ) -> None: ...


class Stands(Protocol):
    """A pathway, a table of events, and a table of days with the stages as of each."""

    def __call__(self, pathway: Guideline, events: str, expected: str) -> None: ...


class Reads(Protocol):
    """A measurement, and a table of quantities with the number that each is."""

    def __call__(self, measurement: Measurement, quantities: str) -> None: ...


def saying(meaning: Conditions) -> Says:
    """Compare a condition's answers in `meaning` with the last column of the facts."""

    def says(
        condition: Condition, facts: str, *, site: Mapping[str, Quantity] | None = None
    ) -> None:
        features = {feature.name: feature for feature in Case.features}
        rows = list(table(facts))
        expected = [answer_of(row.pop("answer")) for row in rows]
        patients = [
            Case(**{name: value_of(features[name], text) for name, text in row.items()})
            for row in rows
        ]
        found = meaning(condition, patients, Site((TREAT_BELOW,), site))
        assert list(zip(rows, found, strict=True)) == list(zip(rows, expected, strict=True))

    return says


def deriving(meaning: Derivations) -> Derives:
    """Compare the values of a derivation in `meaning` with the expected ones."""

    def derives(
        derivation: Derivation, events: str, expected: str, *, of: Treatment | None = None
    ) -> None:
        feature, vocabulary = _feature(derivation, of)
        grouped = Events.of(events_of(table(events)))
        rows = list(table(expected))
        if not meaning.names_entries:
            rows = [{"on": row["on"], "value": row["value"]} for row in rows]
        days = tuple(day_of(row["on"]) for row in rows)
        found = meaning.run(Asked(feature, (Case, vocabulary), grouped, days))
        shown = [
            {"on": row["on"], "value": text_of(value)}
            | ({"entry": value.source} if "entry" in row else {})
            for row, value in zip(rows, found, strict=True)
        ]
        assert shown == rows

    return derives


def _feature(derivation: Derivation, of: Treatment | None) -> tuple[Feature, type[Vocabulary]]:
    match derivation:
        case Measured(analyte=analyte):
            feature = Measurement("asked", analyte.unit, analyte.plausible, derivation)
        case DaysWith():
            feature = Measurement("asked", one, between(0, 15, one), derivation)
        case DaysSince() | DaysSinceStart() | DaysSinceEnd():
            feature = Measurement("asked", day, between(0, 45_000, day), derivation)
        case Stated(question=question):
            feature = Choice("asked", type(question.options[0]), derivation)
        case Cases(cases):
            feature = Choice("asked", type(cases[0][1]), derivation)
        case _:
            feature = Finding("asked", derivation)
    if of is None:
        return feature, type("Asked", (CaseFeatures,), {"asked": feature})
    bound = type("Asked", (CourseFeatures,), {"asked": feature}, treatment=of)
    return feature, bound


def stands(pathway: Guideline, events: str, expected: str) -> None:
    """Compare the stages that a record allows with the expected ones."""
    grouped = Events.of(events_of(table(events)))
    rows = list(table(expected))

    def stage(position: Position) -> str:
        return position.stage if position.on_pathway else f"{position.stage} (off the pathway)"

    shown = [
        {
            "on": row["on"],
            "stages": ", ".join(
                sorted(map(stage, replay(pathway, grouped, day_of(row["on"]), pathway.site())))
            ),
        }
        for row in rows
    ]
    assert shown == rows


def reads(measurement: Measurement, quantities: str) -> None:
    """Compare the number that a quantity is for a measurement with the expected one."""

    def number(text: str) -> str:
        try:
            value = Case(**{measurement.name: quantity_of(text)}).value(measurement)
        except GuidelineError as error:
            return f"refused: {error.what}"
        assert isinstance(value, Known)
        assert not isinstance(value.value, bool | str)
        return plain(value.value)

    rows = [tuple(row.values()) for row in table(quantities)]
    assert [(given, number(given)) for given, _ in rows] == rows


Paragraph: TypeAlias = Callable[..., None]
"""A spec test."""
