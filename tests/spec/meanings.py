"""Every meaning of a condition and of a derivation that exists, by name.

A spec test runs once in each. A new meaning is one more line in :data:`CONDITIONS` or
:data:`DERIVATIONS`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from tests.spec.words import Case

from ferrata.guideline.conditions import Condition
from ferrata.guideline.derivations import Asserted, Measured, Stated
from ferrata.guideline.events import (
    DAY,
    Assertion,
    Event,
    Events,
    Observation,
    TreatmentCourse,
    When,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import Answer, Between, FeatureValue, Known, Unknown
from ferrata.guideline.vocabularies import Vocabulary
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.interpret.population import evaluate_population, make_plan, run, write_events
from ferrata.interpret.prove import answer_of

Conditions: TypeAlias = Callable[[Condition, Sequence[Case], Site], list[Answer]]
"""What a condition says of each of several patients."""


@dataclass(frozen=True)
class Asked:
    """A derived feature, the vocabularies it needs, one patient's events, and the days asked."""

    feature: Feature
    vocabularies: tuple[type[Vocabulary], ...]
    events: Events
    days: tuple[int, ...]
    site: Site = field(default_factory=lambda: Site(()))


@dataclass(frozen=True)
class Derivations:
    """The value of a feature as of each of several days, and whether it names its entry."""

    run: Callable[[Asked], list[FeatureValue]]
    names_entries: bool


def _evaluated(condition: Condition, patients: Sequence[Case], site: Site) -> list[Answer]:
    return [judge(condition, patient, site).answer for patient in patients]


def _solved(condition: Condition, patients: Sequence[Case], site: Site) -> list[Answer]:
    return [answer_of(condition, patient, site) for patient in patients]


def _derived(asked: Asked) -> list[FeatureValue]:
    return [
        Derived(asked.events, on, asked.vocabularies, asked.site).value(asked.feature)
        for on in asked.days
    ]


def events_of(patient: Case) -> Events:
    """Return events from which exactly the values of `patient` are derived."""

    def event(feature: Feature) -> Event | None:
        match feature.derived, patient.value(feature):
            case _, Unknown():
                return None
            case Measured(analyte=analyte), Known(low):
                assert not isinstance(low, bool | str)
                return Observation(analyte.id, When.day(0), low, low)
            case Measured(analyte=analyte), Between(low, high):
                return Observation(analyte.id, When.day(0), low, high)
            case Asserted(sign=sign), Known(so):
                return Assertion(sign.id, When.day(0), "yes" if so else "no")
            case Stated(question=question), Known(option):
                return Assertion(question.id, When.day(0), str(option))
            case derived, value:
                raise AssertionError(f"{derived} cannot yield {value}")

    found = (event(feature) for feature in Case.features)
    return Events.of(one for one in found if one is not None)


def _derived_then_evaluated(
    condition: Condition, patients: Sequence[Case], site: Site
) -> list[Answer]:
    return [
        judge(condition, Derived(events_of(patient), 0, (Case,), site), site).answer
        for patient in patients
    ]


def _counted(condition: Condition, patients: Sequence[Case], site: Site) -> list[Answer]:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_events(folder, dict(enumerate(map(events_of, patients))))
        rows = evaluate_population(folder, (), (condition,), 0, site, vocabularies=(Case,))
        return [row.answers[condition] for row in rows]


def _queried(asked: Asked) -> list[FeatureValue]:
    """Ask one day of as many patients as days: each has the events, moved to fit that one day."""
    last = max(asked.days)
    patients = {number: _moved(asked.events, last - on) for number, on in enumerate(asked.days)}
    plan = make_plan((asked.feature,), (), asked.site, asked.vocabularies)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_events(folder, patients)
        return [row.values[asked.feature] for row in run(plan, folder, last)]


def _moved(events: Events, days: int) -> Events:
    def when(old: When) -> When:
        return When(old.first + days * DAY, old.last + days * DAY)

    def moved(event: Event) -> Event:
        if isinstance(event, TreatmentCourse):
            end = None if event.end is None else when(event.end)
            return replace(event, start=when(event.start), end=end)
        return replace(event, when=when(event.when))

    groups = (events.observations, events.assertions, events.reviews)
    every = (event for group in groups for rows in group.values() for event in rows)
    return Events.of(map(moved, (*every, *events.courses)))


CONDITIONS: dict[str, Conditions] = {
    "evaluate": _evaluated,
    "derive": _derived_then_evaluated,
    "prove": _solved,
    "population": _counted,
}
DERIVATIONS: dict[str, Derivations] = {
    "derive": Derivations(_derived, names_entries=True),
    "population": Derivations(_queried, names_entries=False),
}
