"""The columns of a feature, by its kind; NULL where the feature is unknown."""

from __future__ import annotations

from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.values import Reason
from ferrata.interpret.population.draft import Draft
from ferrata.interpret.population.expressions import (
    BOOLEAN,
    MEASURED,
    TEXT,
    NotPrintable,
    Null,
)
from ferrata.interpret.population.formulas import (
    Bounds,
    BoundsColumns,
    FeatureColumns,
    Formula,
    Single,
    SingleColumns,
    because,
    unless,
)
from ferrata.interpret.population.kinds import kind_of


def define(draft: Draft, feature: Feature, name: str, formula: Formula) -> FeatureColumns:
    """Define the columns of `feature`.

    Raises:
        NotPrintable: when it is derived as something that it is not.
    """
    why = draft.define(f"{name}.why", formula.why)
    match feature, formula:
        case Measurement(), Bounds(_, low, high):
            absent = Null(MEASURED)
            return BoundsColumns(
                why,
                draft.define(f"{name}.low", unless(why, low, absent)),
                draft.define(f"{name}.high", unless(why, high, absent)),
            )
        case Finding() | Choice(), Single(_, value):
            kind = BOOLEAN if isinstance(feature, Finding) else TEXT
            if kind_of(value) == kind:
                return SingleColumns(why, draft.define(name, unless(why, value, Null(kind))))
        case _:
            pass
    raise NotPrintable(
        feature, f"a {type(feature).__name__.lower()} cannot be derived by {feature.derived!r}"
    )


def nothing(feature: Feature) -> Formula:
    """Nothing derives it, or no window can: never recorded, for everybody."""
    why = because(Reason.NEVER_RECORDED)
    if isinstance(feature, Measurement):
        return Bounds(why, Null(MEASURED), Null(MEASURED))
    return Single(why, Null(BOOLEAN if isinstance(feature, Finding) else TEXT))
