"""What a population query says of one patient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from ferrata.guideline.conditions import Condition
from ferrata.guideline.features import Feature
from ferrata.guideline.values import Answer, FeatureValue, Known, Reason, Unknown, number
from ferrata.interpret.population.database import Row
from ferrata.interpret.population.formulas import BoundsColumns
from ferrata.interpret.population.plan import Plan

ANSWERS = {True: Answer.YES, False: Answer.NO, None: Answer.UNKNOWN}


@dataclass(frozen=True, slots=True)
class PatientResult:
    """The answers and values of one patient. Values name neither day nor source."""

    patient: int
    answers: Mapping[Condition, Answer]
    values: Mapping[Feature, FeatureValue]


def read_row(plan: Plan, row: Row) -> PatientResult:
    """Return a row of the final query of `plan` as a result."""
    cells = iter(row)
    patient = cast("int", next(cells))
    values: dict[Feature, FeatureValue] = {}
    for feature, columns in plan.features:
        why = cast("str | None", next(cells))
        value = next(cells)
        high = next(cells) if isinstance(columns, BoundsColumns) else None
        if why is not None:
            values[feature] = Unknown(Reason(why))
        elif high is not None:
            values[feature] = number(cast("Decimal", value), cast("Decimal", high), None, "")
        else:
            values[feature] = Known(cast("bool | str", value))
    answers = {one: ANSWERS[cast("bool | None", next(cells))] for one, _ in plan.conditions}
    return PatientResult(patient, answers, values)
