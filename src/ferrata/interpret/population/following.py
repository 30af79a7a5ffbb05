"""What follows from conditions: a finding that holds, the first of several cases."""

from __future__ import annotations

from collections.abc import Sequence

from ferrata.guideline.values import Reason
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    TEXT,
    And,
    Column,
    Expression,
    IsNull,
    Literal,
    Not,
    Null,
)
from ferrata.interpret.population.formulas import NO_REASON, Single, because, first_reason
from ferrata.interpret.population.reading import when


def holds(answer: Column) -> Single:
    """Return a finding that is so when its condition holds."""
    why = first_reason((IsNull(answer), because(Reason.UNDETERMINED)), otherwise=NO_REASON)
    return Single(why, answer)


def first_case(draft: Draft, answers: Sequence[Column], options: Sequence[str]) -> Single:
    """The first case that holds. An earlier unknown one leaves it open, unless both agree."""
    branches: list[tuple[Expression, Expression]] = []
    for place, option in enumerate(options):
        others = tuple(
            Not(IsNull(answer))
            for answer, other in zip(answers[:place], options, strict=False)
            if other != option
        )
        settled = Literal(option)
        value = when((And(others), settled), otherwise=Null(TEXT)) if others else settled
        branches.append((answers[place], value))
    return holds(draft.once(when(*branches, otherwise=Null(TEXT))))
