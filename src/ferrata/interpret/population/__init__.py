"""The population meaning: conditions and derivations as queries over millions of patients.

It agrees with the one-patient reference on every value, every reason and every answer, and shares
no code with it. What cannot be said exactly in SQL raises :class:`NotPrintable`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ferrata.guideline.conditions import Condition
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.vocabularies import Vocabulary
from ferrata.interpret.population.execute import Cancelled, Progress, Settings, run, write
from ferrata.interpret.population.expressions import (
    NotPrintable,
)
from ferrata.interpret.population.plan import Plan
from ferrata.interpret.population.planner import make_plan
from ferrata.interpret.population.results import PatientResult
from ferrata.interpret.population.tables import TABLES
from ferrata.interpret.population.verify import verify
from ferrata.interpret.population.writing import write_events

__all__ = [
    "TABLES",
    "Cancelled",
    "NotPrintable",
    "PatientResult",
    "Plan",
    "Progress",
    "Settings",
    "evaluate_population",
    "make_plan",
    "run",
    "verify",
    "write",
    "write_events",
]


def evaluate_population(
    folder: Path,
    features: Iterable[Feature],
    conditions: Iterable[Condition],
    on: int,
    site: Site,
    *,
    vocabularies: tuple[type[Vocabulary], ...],
    settings: Settings | None = None,
) -> Iterator[PatientResult]:
    """Yield the values of `features` and the answers of `conditions` for each patient of `folder`.

    `on` is the day asked about, counted from 1970-01-01; `vocabularies` say which course of
    treatment a course vocabulary asks about. Patients come in order.

    Raises:
        NotPrintable: when a feature or a condition has no exact SQL.
        RuleError: when a feature follows from itself, or asks about a course and names none.
        RecordError: when `folder` does not keep the contract of the tables.
    """
    plan = make_plan(features, conditions, site, vocabularies)
    return run(plan, folder, on, settings)
