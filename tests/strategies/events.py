"""Events that crowd around the edges of windows: ties, intervals, unreadable entries."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st
from tests.strategies.facts import numbers
from tests.strategies.vocabulary import BLUE, COUNT, FEVER, GRADE, HB, ON, RED, REMOVED

from ferrata.guideline.events import (
    DAY,
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    TreatmentCourse,
    When,
)
from ferrata.guideline.units import quantise
from ferrata.guideline.values import Reason

EDGES = (0, 1, 6, 7, 8, 13, 14, 15, 21, 29, 30, 31, 60, 89, 90, 91, 104, 400, 20_010, -1, -5, -8)
BACK = (*(3, 3, 3, 20, 20), *EDGES)
"""Days before the day asked about: two on which much happens, then the edges of windows."""

SOURCES = ("", "a", "b")


@st.composite
def times(draw: st.DrawFn) -> When:
    """A day, a moment, or an interval of days."""
    first = ON - draw(st.sampled_from(BACK))
    match draw(st.sampled_from("dddmmi")):
        case "d":
            return When.day(first)
        case "m":
            second = first * DAY + draw(st.sampled_from((0, 36_000, DAY - 1)))
            return When(second, second)
        case _:
            other = first + draw(st.sampled_from((1, 2, 7, 30, 365)))
            return When(first * DAY, other * DAY + DAY - 1)


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    """A number, an interval such as "below 8", or an entry without a usable value."""
    analyte = draw(st.sampled_from((HB, HB, HB, COUNT)))
    when, source = draw(times()), draw(st.sampled_from(SOURCES))
    form = draw(st.sampled_from("eeeeibu"))
    if form == "u":
        reason = draw(st.sampled_from((Reason.IMPLAUSIBLE, Reason.WRONG_UNIT, Reason.UNREADABLE)))
        return Observation(analyte.id, when, None, None, reason, source)
    low = draw(numbers(analyte.unit.code))
    if form == "e":
        return Observation(analyte.id, when, low, low, None, source)
    if form == "b":
        return Observation(analyte.id, when, quantise(Decimal(0)), low, None, source)
    ends = sorted((low, draw(numbers(analyte.unit.code))))
    return Observation(analyte.id, when, ends[0], ends[1], None, source)


@st.composite
def assertions(draw: st.DrawFn) -> Assertion:
    """A word about a sign or a question, or one that cannot be read."""
    when, source = draw(times()), draw(st.sampled_from(SOURCES))
    about = draw(st.sampled_from((FEVER.id, REMOVED.id, GRADE.id)))
    words = ("mild", "severe", None) if about == GRADE.id else ("yes", "no", "yes", "no", None)
    return Assertion(about, when, draw(st.sampled_from(words)), source)


@st.composite
def courses(draw: st.DrawFn) -> TreatmentCourse:
    """A course that goes on, has ended, or whose treatment cannot be read."""
    treatment = draw(st.sampled_from((BLUE.id, BLUE.id, BLUE.id, RED.id, RED.id, None)))
    end = draw(st.one_of(st.none(), times()))
    return TreatmentCourse(treatment, draw(times()), end, draw(st.sampled_from(SOURCES)))


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """Somebody reviewed all that there is about a concept."""
    about = draw(st.sampled_from((FEVER.id, REMOVED.id, BLUE.id, RED.id)))
    return Review(about, draw(times()), draw(st.sampled_from(SOURCES)))


def single_events() -> st.SearchStrategy[Event]:
    """One event of any kind."""
    return st.one_of(observations(), observations(), assertions(), courses(), reviews())


def events(max_size: int = 12) -> st.SearchStrategy[Events]:
    """The events of one patient."""
    return st.lists(single_events(), max_size=max_size).map(Events.of)


def distinct(some: Sequence[Event]) -> list[Event]:
    """Leave out events that differ from another one in nothing but what they say.

    Which of two entries of one source about one thing at one time is the newest follows from how
    they are spelled; a property that should not depend on it is tested without them.
    """
    kept: dict[object, Event] = {}
    for one in some:
        match one:
            case Observation(analyte, when, _, _, _, source):
                key = analyte, when, source
            case Assertion(about, when, _, source):
                key = about, when, source
            case _:
                key = one
        kept.setdefault((type(one), key), one)
    return list(kept.values())


class Population(dict[int, Events]):
    """Events by patient, too many to be shown when a test fails."""

    def __repr__(self) -> str:
        return f"<{len(self)} patients>"


@st.composite
def populations(draw: st.DrawFn, size: int = 50, pool: int = 100) -> Population:
    """Many patients at the price of few: each has some events of one common pool.

    Patient 0 has no events; patient numbers leave gaps.
    """
    common = draw(st.lists(single_events(), min_size=pool // 2, max_size=pool))
    found = Population({0: Events()})
    for number in range(1, size):
        places = draw(st.binary(min_size=3, max_size=24))
        found[number * 3] = Events.of(common[place % len(common)] for place in places)
    return found
