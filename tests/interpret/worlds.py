"""More becomes known: how a value, a patient or a record can turn out."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st
from tests.strategies.facts import Patient, numbers, values
from tests.strategies.vocabulary import BLUE, COUNT, GRADE, HB, RED

from ferrata.guideline.events import (
    Assertion,
    Event,
    Observation,
    Review,
    TreatmentCourse,
    When,
)
from ferrata.guideline.features import Feature, Measurement
from ferrata.guideline.values import Between, FeatureValue, Known, Unknown, number


def covers(feature: Feature, vague: FeatureValue, exact: FeatureValue) -> bool:
    """Whether `exact` is one of the ways in which `vague` can turn out.

    To know nothing of a number is to know that it is plausible.
    """
    if isinstance(feature, Measurement) and isinstance(exact, Unknown):
        exact = Between(feature.plausible.low, feature.plausible.high)
    match vague, exact:
        case Unknown(), _:
            return True
        case Known(value), Known(other):
            return value == other
        case Between(low, high), Known(value):
            return not isinstance(value, bool | str) and low <= value <= high
        case Between(low, high), Between(lowest, highest):
            return low <= lowest and highest <= high
        case _:
            return False


@st.composite
def refined_values(draw: st.DrawFn, feature: Feature, value: FeatureValue) -> FeatureValue:
    """How a value of a feature can turn out when more becomes known, or just as it was."""
    match value:
        case Unknown():
            return draw(st.one_of(st.just(value), values(feature)))
        case Between(low, high):
            middle = st.sampled_from([low, high, (low + high) / 2]).map(
                lambda one: one.quantize(low)
            )
            ends = sorted([draw(middle), draw(middle)])
            return number(ends[0], ends[1], None, "")
        case Known():
            return value


@st.composite
def refined_patients(
    draw: st.DrawFn, patient: Patient, *, same: frozenset[Feature] = frozenset()
) -> Patient:
    """How a patient can turn out; of the features in `same` nothing more becomes known."""
    return Patient(
        {
            one: value if one in same else draw(refined_values(one, value))
            for one, value in patient.given.items()
        }
    )


@st.composite
def refined_times(draw: st.DrawFn, when: When) -> When:
    """A part of an interval of time."""
    first = draw(st.one_of(st.sampled_from([when.first, when.last]), st.integers(*_ends(when))))
    last = draw(st.one_of(st.sampled_from([first, when.last]), st.integers(first, when.last)))
    return When(first, last)


def _ends(when: When) -> tuple[int, int]:
    return when.first, when.last


@st.composite
def refined_events(draw: st.DrawFn, event: Event, *, drugs: bool = False) -> Event:
    """How an event can turn out: when it was, and what could not be read; `drugs` only if asked."""
    match event:
        case Observation(analyte, when, low, high, _, source):
            when = draw(refined_times(when))
            if low is None or high is None:
                unit = {HB.id: HB, COUNT.id: COUNT}[analyte].unit.code
                low = high = draw(numbers(unit))
            else:
                low = high = draw(st.sampled_from([low, high]))
            return Observation(analyte, when, low, high, None, source)
        case Assertion(about, when, value, source):
            if value is None:
                words = ("mild", "severe") if about == GRADE.id else ("yes", "no")
                value = draw(st.sampled_from(words))
            return Assertion(about, draw(refined_times(when)), value, source)
        case TreatmentCourse(treatment, start, end, source):
            if treatment is None and drugs:
                treatment = draw(st.sampled_from([BLUE.id, RED.id, "another"]))
            start = draw(refined_times(start))
            end = None if end is None else draw(refined_times(end))
            assume(end is None or end.first >= start.last)
            return TreatmentCourse(treatment, start, end, source)
        case Review(about, when, source):
            return Review(about, draw(refined_times(when)), source)
