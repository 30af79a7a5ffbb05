"""Runs the reference and the population meaning over the same patients and compares them."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.strategies.vocabulary import FEATURES, ON, SITE, VOCABULARIES

from ferrata.guideline.conditions import Condition
from ferrata.guideline.events import Events
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import Answer, Between, FeatureValue, Known, Unknown
from ferrata.guideline.vocabularies import Vocabulary
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.interpret.population import PatientResult, Settings, evaluate_population, write_events
from ferrata.interpret.population.database import quoted


@dataclass(frozen=True)
class Ask:
    """What is asked of a population."""

    features: Sequence[Feature] = FEATURES
    conditions: Sequence[Condition] = ()
    on: int = ON
    site: Site = SITE
    vocabularies: tuple[type[Vocabulary], ...] = VOCABULARIES


def without_source(value: FeatureValue) -> FeatureValue:
    """A value without the day and the source, which a population query does not tell."""
    match value:
        case Known() | Between():
            return replace(value, day=None, source="")
        case Unknown(reason):
            return Unknown(reason)


def reference(patients: Mapping[int, Events], ask: Ask) -> list[PatientResult]:
    """What the one-patient reference says of each patient."""
    found: list[PatientResult] = []
    for number, events in sorted(patients.items()):
        facts = Derived(events, ask.on, ask.vocabularies, ask.site)
        answers: dict[Condition, Answer] = {
            one: judge(one, facts, ask.site).answer for one in ask.conditions
        }
        values = {one: without_source(facts.value(one)) for one in ask.features}
        found.append(PatientResult(number, answers, values))
    return found


def queried(folder: Path, ask: Ask, settings: Settings | None = None) -> list[PatientResult]:
    """What a query says of each patient of a folder."""
    return list(
        evaluate_population(
            folder,
            ask.features,
            ask.conditions,
            ask.on,
            ask.site,
            vocabularies=ask.vocabularies,
            settings=settings,
        )
    )


def population(
    patients: Mapping[int, Events],
    ask: Ask,
    bucket_size: int = 64,
    settings: Settings | None = None,
) -> list[PatientResult]:
    """What a query says of each patient, through tables that are thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        write_events(Path(folder), patients, bucket_size)
        return queried(Path(folder), ask, settings)


def rows_of(part: Path) -> str:
    """The rows of one Parquet file, as SQL."""
    return f"FROM read_parquet({quoted(part)}, hive_partitioning = false)"


def difference(
    patients: Mapping[int, Events],
    expected: Sequence[PatientResult],
    found: Sequence[PatientResult],
) -> str:
    """The first difference of the patient with the fewest events, in words; empty if none."""
    if [one.patient for one in expected] != [one.patient for one in found]:
        return "other patients, or another order"
    texts = [
        f"{key!r} should be {value!r} and is {other!r}\n{patients[number]!r}"
        for right, left in zip(expected, found, strict=True)
        for number, key, value, other in (
            *((right.patient, key, value, left.values[key]) for key, value in right.values.items()),
            *(
                (right.patient, key, value, left.answers[key])
                for key, value in right.answers.items()
            ),
        )
        if value != other
    ]
    return f"{len(texts)} differences, such as {min(texts, key=len)}" if texts else ""
