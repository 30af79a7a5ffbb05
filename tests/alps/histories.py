"""Histories of patients with ALPS: events around the edges of windows, exact, partial, unusable."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from tests.strategies.events import distinct

from ferrata.alps.concepts import Answered, Drug, Finding, Lab, StrongCyp3a4
from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.events import (
    DAY,
    NO,
    YES,
    Analyte,
    Assertion,
    Event,
    Events,
    Observation,
    Question,
    Review,
    Sign,
    Treatment,
    TreatmentCourse,
    When,
)
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import quantise
from ferrata.guideline.values import Reason
from ferrata.interpret.derive import Derived

ON = (date(2026, 11, 20) - date(1970, 1, 1)).days
ANALYTES = tuple(one for one in vars(Lab).values() if isinstance(one, Analyte))
SIGNS = tuple(one for one in vars(Finding).values() if isinstance(one, Sign))
QUESTIONS = tuple(one for one in vars(Answered).values() if isinstance(one, Question))
DRUGS = tuple(
    one
    for area in (Drug, StrongCyp3a4)
    for one in vars(area).values()
    if isinstance(one, Treatment)
)
COUNTS = (Lab.HEMOGLOBIN, Lab.NEUTROPHILS, Lab.PLATELETS)

LANDMARKS: dict[str, tuple[str, ...]] = {
    "hemoglobin": ("4.9", "5", "6.5", "6.99999999", "7", "7.99999999", "8", "9", "10", "13"),
    "neutrophils": ("0", "249", "499.99999999", "500", "1000", "1500", "5000"),
    "platelets": ("9000", "15000", "20000", "29999", "30000", "49999", "50000", "100000", "300000"),
    "sirolimus-trough": ("2", "4.99999999", "5", "8", "15", "22"),
    "temperature": ("36.8", "37.99999999", "38", "39.5"),
    "weight": ("5", "20", "40", "75"),
    "height": ("58", "115.2", "175"),
}
BACK = (0, 0, 1, 2, 3, 6, 7, 8, 13, 14, 15, 28, 30, 31, 56, 84, 85, 90, 91, 120, 182, 183, 400, -3)


@st.composite
def times(draw: st.DrawFn) -> When:
    """A day, a moment, or an interval of days."""
    first = ON - draw(st.sampled_from(BACK))
    match draw(st.sampled_from("ddddmi")):
        case "d":
            return When.day(first)
        case "m":
            second = first * DAY + draw(st.sampled_from((0, 36_000, DAY - 1)))
            return When(second, second)
        case _:
            other = first + draw(st.sampled_from((1, 7, 30, 365)))
            return When(first * DAY, other * DAY + DAY - 1)


def _sources() -> st.SearchStrategy[str]:
    return st.sampled_from(("", "a", "b"))


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    """A number, an interval such as "below 8", or an entry without a usable value."""
    analyte = draw(st.sampled_from((*ANALYTES, *COUNTS, *COUNTS)))
    when, source = draw(times()), draw(_sources())
    form = draw(st.sampled_from("eeeeeiu"))
    if form == "u":
        reason = draw(st.sampled_from((Reason.IMPLAUSIBLE, Reason.WRONG_UNIT, Reason.UNREADABLE)))
        return Observation(analyte.id, when, None, None, reason, source)
    numbers = st.sampled_from(LANDMARKS[analyte.id]).map(lambda one: quantise(Decimal(one)))
    ends = sorted((draw(numbers), draw(numbers)))
    if form == "e":
        ends[1] = ends[0]
    return Observation(analyte.id, when, ends[0], ends[1], None, source)


@st.composite
def assertions(draw: st.DrawFn) -> Assertion:
    """A word about a sign or a question, or one that cannot be read."""
    about = draw(st.sampled_from((*SIGNS, *QUESTIONS)))
    words: tuple[str | None, ...] = (YES, NO, YES, NO, None)
    if isinstance(about, Question):
        words = (*(option.value for option in about.options), None)
    return Assertion(about.id, draw(times()), draw(st.sampled_from(words)), draw(_sources()))


@st.composite
def courses(draw: st.DrawFn) -> TreatmentCourse:
    """A course that goes on, has ended, or whose treatment cannot be read."""
    drug = draw(st.sampled_from((*DRUGS[:4], *DRUGS, None)))
    end = draw(st.one_of(st.none(), times()))
    return TreatmentCourse(None if drug is None else drug.id, draw(times()), end, draw(_sources()))


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """Somebody reviewed all that there is about a concept."""
    return Review(draw(st.sampled_from((*SIGNS, *DRUGS))).id, draw(times()), draw(_sources()))


def single_events() -> st.SearchStrategy[Event]:
    """One event of any kind."""
    return st.one_of(
        observations(), observations(), assertions(), assertions(), courses(), reviews()
    )


def histories(max_size: int = 40) -> st.SearchStrategy[list[Event]]:
    """The events of one patient, at most one entry of a source about one thing at one time."""
    return st.lists(single_events(), min_size=4, max_size=max_size).map(distinct)


def derived(events: list[Event], guideline: Guideline = RECONCILED) -> Derived:
    """Return the features of the patient with these `events`."""
    return Derived(Events.of(events), ON, guideline.vocabularies, guideline.site())
