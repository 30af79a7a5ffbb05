"""Values of features, and patients as values: for meanings that start after derivation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from hypothesis import strategies as st
from tests.strategies.vocabulary import FEATURES

from ferrata.guideline.features import Choice, Feature, Finding, HasValues, Measurement
from ferrata.guideline.units import quantise
from ferrata.guideline.values import Between, FeatureValue, Known, Reason, Unknown, number

LANDMARKS: Mapping[str, tuple[str, ...]] = {
    "g/dL": ("1", "6", "7", "7.99999999", "8", "8.00000001", "10", "25"),
    "/uL": ("0", "20000", "29999.99999999", "30000", "50000", "2000000"),
    "d": ("0", "1", "2", "7", "13", "14", "15", "90"),
}
"""Numbers by unit, drawn for thresholds and values alike, so that they often meet."""


def numbers(unit: str) -> st.SearchStrategy[Decimal]:
    """A quantised number in a unit, often a landmark."""
    return st.sampled_from([quantise(Decimal(one)) for one in LANDMARKS[unit]])


def hull(ends: tuple[Decimal, Decimal]) -> Known | Between:
    """The tightest value that says "between these two"."""
    return number(min(ends), max(ends), None, "")


def values(feature: Feature) -> st.SearchStrategy[FeatureValue]:
    """A value that a feature of this kind can have."""
    unknown = st.sampled_from(Reason).map(Unknown)
    match feature:
        case Measurement():
            one = numbers(feature.unit.code)
            return st.one_of(one.map(Known), st.tuples(one, one).map(hull), unknown)
        case Choice():
            return st.one_of(
                st.sampled_from([Known(one.value) for one in feature.options]), unknown
            )
        case _:
            assert isinstance(feature, Finding)
            return st.one_of(st.booleans().map(Known), unknown)


class Patient(HasValues):
    """A patient given as values; what is not given is never recorded."""

    def __init__(self, given: Mapping[Feature, FeatureValue]) -> None:
        self.given = given

    def value(self, feature: Feature) -> FeatureValue:
        return self.given.get(feature, Unknown(Reason.NEVER_RECORDED))

    def __repr__(self) -> str:
        return f"Patient({dict(self.given)})"


@st.composite
def patients(draw: st.DrawFn, features: Sequence[Feature] = FEATURES) -> Patient:
    """A patient with a value for each of `features`."""
    return Patient({one: draw(values(one)) for one in features})
