"""A small vocabulary with every kind of derivation and every kind of window. No medicine in it."""

from __future__ import annotations

from ferrata.guideline.conditions import Operator, all_of, any_of, at_least, known, not_
from ferrata.guideline.derivations import (
    Anchor,
    Asserted,
    Cases,
    DaysSince,
    DaysSinceEnd,
    DaysSinceStart,
    Edge,
    EverAsserted,
    EverTreated,
    Holds,
    OnTreatment,
    Stated,
    Window,
    before_start,
    days_with,
    ever,
    highest,
    latest,
    lowest,
    since_start,
    within,
)
from ferrata.guideline.events import Analyte, Question, Sign, Treatment
from ferrata.guideline.evidence import Assumption, Warrants
from ferrata.guideline.features import Choice, Feature, Finding, Measurement
from ferrata.guideline.parameters import Parameter, Site, parameter
from ferrata.guideline.units import between, day, dL, g, per_uL
from ferrata.guideline.values import Option
from ferrata.guideline.vocabularies import CaseFeatures, CourseFeatures, Vocabulary

ON = 20_000
"""The day asked about in tests."""

ASSUMED = Assumption("A1", "what is not recorded is absent", "for tests")
WARRANTS = Warrants([ASSUMED])
because = WARRANTS("A1")

HB_RANGE, COUNT_RANGE = between(1, 25, g / dL), between(0, 2_000_000, per_uL)
DAYS_RANGE, LIFETIME = between(0, 90, day), between(0, 40_000, day)

HB = Analyte("hb", "Haemoglobin", g / dL, HB_RANGE)
COUNT = Analyte("count", "Count", per_uL, COUNT_RANGE)
FEVER, REMOVED = Sign("fever", "Fever"), Sign("removed", "Removed")
BLUE, RED = Treatment("blue", "Blue tablet"), Treatment("red", "Red tablet")


class Grade(Option):
    MILD = "mild"
    SEVERE = "severe"


class Course_(Option):  # noqa: N801 - `Course` is the template below
    """What became of a course."""

    GOOD = "good"
    PARTIAL = "partial"
    NONE = "none"


GRADE = Question("grade", "Grade", (Grade.MILD, Grade.SEVERE))

LOW: Parameter = parameter("low", "Low below", 8 * (g / dL), between(6, 10, g / dL), because)
SITE = Site([LOW])

SHIFTED = Window(Edge(Anchor.ON, -90), Edge(Anchor.ON, -14))
AROUND_START = Window(Edge(Anchor.START, -7), Edge(Anchor.START, 14))
UNTIL_START = Window(None, Edge(Anchor.START, 0))
MIXED = Window(Edge(Anchor.ON, -90), Edge(Anchor.START, 7))
TOMORROW = Window(Edge(Anchor.ON, -7), Edge(Anchor.ON, 7))


class Case(CaseFeatures):
    """One row per patient."""

    hb = Measurement("Latest", g / dL, HB_RANGE, latest(HB, within(14 * day)))
    hb_ever = Measurement("Latest ever", g / dL, HB_RANGE, latest(HB, ever()))
    hb_shifted = Measurement("Latest before", g / dL, HB_RANGE, latest(HB, SHIFTED))
    hb_low = Measurement("Lowest", g / dL, HB_RANGE, lowest(HB, within(90 * day)))
    hb_high = Measurement("Highest", g / dL, HB_RANGE, highest(HB, within(90 * day)))
    hb_tomorrow = Measurement("Highest until now", g / dL, HB_RANGE, highest(HB, TOMORROW))
    count = Measurement("Count", per_uL, COUNT_RANGE, latest(COUNT, within(30 * day)))
    count_low = Measurement("Lowest count", per_uL, COUNT_RANGE, lowest(COUNT, ever()))
    low_days = Measurement(
        "Days low", day, DAYS_RANGE, days_with(HB, Operator.LT, 8 * (g / dL), within(90 * day))
    )
    low_days_closed = Measurement(
        "Days low, all recorded",
        day,
        DAYS_RANGE,
        days_with(HB, Operator.LE, 8 * (g / dL), within(90 * day), ASSUMED),
    )
    high_days = Measurement(
        "Days high", day, DAYS_RANGE, days_with(HB, Operator.GT, 10 * (g / dL), ever())
    )
    high_days_closed = Measurement(
        "Days high, all recorded",
        day,
        DAYS_RANGE,
        days_with(HB, Operator.GE, 10 * (g / dL), SHIFTED, ASSUMED),
    )
    fever = Finding("Fever", Asserted(FEVER, within(14 * day)))
    fever_closed = Finding("Fever, else none", Asserted(FEVER, within(14 * day), ASSUMED))
    fever_ever = Finding("Ever fever", EverAsserted(FEVER))
    removed = Finding("Removed", EverAsserted(REMOVED, ASSUMED))
    since_removed = Measurement("Days since", day, LIFETIME, DaysSince(REMOVED))
    grade = Choice("Grade", Grade, Stated(GRADE, within(30 * day)))
    on_blue = Finding("On blue", OnTreatment(BLUE))
    on_red = Finding("On red", OnTreatment(RED, ASSUMED))
    ever_blue = Finding("Ever blue", EverTreated(BLUE))
    ever_red = Finding("Ever red", EverTreated(RED, ASSUMED))
    nothing = Measurement("Nothing derives it", g / dL, HB_RANGE)
    unsaid = Finding("Nothing derives it")
    unasked = Choice("Nothing derives it", Grade)
    no_course = Measurement("Without a course", g / dL, HB_RANGE, latest(HB, before_start(7 * day)))
    low = Finding("Low now", Holds(any_of(hb < LOW, hb_ever <= 7 * (g / dL))))
    fallen = Finding("Fallen", Holds(hb < 0.5 * hb_high + 2 * (g / dL)))
    bad = Choice(
        "How bad",
        Grade,
        Cases(
            (
                (all_of(low, fever), Grade.SEVERE),
                (at_least(2, low, fever, not_(fallen)), Grade.MILD),
                (grade.is_(Grade.SEVERE), Grade.SEVERE),
                (not_(known(grade)), Grade.MILD),
            )
        ),
    )


class Course(CourseFeatures):
    """One row per course of treatment."""

    before = Measurement("Before", g / dL, HB_RANGE, latest(HB, before_start(14 * day)))
    lowest_since = Measurement("Lowest", g / dL, HB_RANGE, lowest(HB, since_start(7 * day)))
    fresh_since = Measurement(
        "Fresh", g / dL, HB_RANGE, latest(HB, since_start(1 * day, fresh=14 * day))
    )
    highest_since = Measurement("Highest", g / dL, HB_RANGE, highest(HB, since_start()))
    around = Measurement("Around the start", g / dL, HB_RANGE, latest(HB, AROUND_START))
    until = Measurement("Until the start", g / dL, HB_RANGE, highest(HB, UNTIL_START))
    mixed = Measurement("From the past", g / dL, HB_RANGE, lowest(HB, MIXED))
    low_days = Measurement(
        "Days low since", day, DAYS_RANGE, days_with(HB, Operator.LT, 8 * (g / dL), since_start())
    )
    low_days_closed = Measurement(
        "Days low, all recorded",
        day,
        DAYS_RANGE,
        days_with(HB, Operator.LT, 8 * (g / dL), AROUND_START, ASSUMED),
    )
    fever_before = Finding("Fever before", Asserted(FEVER, before_start(30 * day)))
    fever_since = Finding("Fever since", Asserted(FEVER, since_start(), ASSUMED))
    grade_since = Choice("Grade since", Grade, Stated(GRADE, since_start()))
    going_on = Finding("Goes on", OnTreatment())
    ever = Finding("Ever begun", EverTreated())
    started = Measurement("Days since it began", day, LIFETIME, DaysSinceStart())
    ended = Measurement("Days since it ended", day, LIFETIME, DaysSinceEnd())
    risen = Finding("Risen", Holds(highest_since >= 0.5 * before + 4 * (g / dL)))
    response = Choice(
        "Response",
        Course_,
        Cases(
            (
                (all_of(risen, started >= 14 * day), Course_.GOOD),
                (highest_since > before, Course_.PARTIAL),
                (not_(any_of(risen, fever_since)), Course_.NONE),
            )
        ),
    )


class Blue(Course, treatment=BLUE):
    """The newest course of the blue tablet."""


class Red(Course, treatment=RED):
    """The newest course of the red tablet."""


VOCABULARIES: tuple[type[Vocabulary], ...] = (Case, Course, Blue, Red)
FEATURES: tuple[Feature, ...] = (*Case.features, *Blue.features, *Red.features)
