"""Each derivation, case by case, with the value that its declaration promises."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from tests.population.agreement import Ask, population, reference
from tests.strategies.vocabulary import (
    BLUE,
    FEATURES,
    FEVER,
    GRADE,
    HB,
    ON,
    RED,
    REMOVED,
    Blue,
    Case,
    Course_,
    Grade,
)

from ferrata.guideline.events import (
    DAY,
    Analyte,
    Assertion,
    Event,
    Events,
    Observation,
    Review,
    Sign,
    Treatment,
    TreatmentCourse,
    When,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.values import Between, FeatureValue, Known, Option, Reason, Unknown
from ferrata.interpret.population import PatientResult


def ago(days: int, until: int | None = None) -> When:
    """A whole day before the day asked about, or an interval of days."""
    last = days if until is None else until
    return When((ON - days) * DAY, (ON - last) * DAY + DAY - 1)


def hb(
    days: int,
    low: str = "",
    high: str = "",
    *,
    until: int | None = None,
    bad: Reason | None = None,
    source: str = "",
    of: Analyte = HB,
) -> Observation:
    """A measured value some days ago; between two bounds if `high` is given."""
    when = ago(days, until)
    if bad is not None:
        return Observation(of.id, when, None, None, bad, source)
    return Observation(of.id, when, Decimal(low), Decimal(high or low), None, source)


def word(about: Sign, days: int, value: str | None, until: int | None = None) -> Assertion:
    return Assertion(about.id, ago(days, until), value)


def grade(days: int, value: Option | None, until: int | None = None) -> Assertion:
    return Assertion(GRADE.id, ago(days, until), None if value is None else value.value)


def course(
    of: Treatment | None,
    start: When,
    end: When | None = None,
) -> TreatmentCourse:
    return TreatmentCourse(None if of is None else of.id, start, end)


def review(about: Sign | Treatment, days: int) -> Review:
    return Review(about.id, ago(days))


def is_(value: str | bool) -> Known:
    return Known(Decimal(value) if isinstance(value, str) else value)


def from_to(low: str, high: str) -> Between:
    return Between(Decimal(low), Decimal(high))


@dataclass(frozen=True)
class Example:
    """A sentence, what a record holds, and the value that a feature then has."""

    says: str
    feature: Feature
    events: tuple[Event, ...]
    value: FeatureValue


NEVER, STALE = Unknown(Reason.NEVER_RECORDED), Unknown(Reason.STALE)
UNDATED, UNREADABLE = Unknown(Reason.UNDATED), Unknown(Reason.UNREADABLE)
UNDETERMINED, CONFLICTING = Unknown(Reason.UNDETERMINED), Unknown(Reason.CONFLICTING)

WRONG_UNIT, IMPLAUSIBLE = Reason.WRONG_UNIT, Reason.IMPLAUSIBLE

MEASURED = [
    Example("nothing was ever measured", Case.hb, (), NEVER),
    Example("the latest value in the window", Case.hb, (hb(14, "9"), hb(3, "8")), is_("8")),
    Example("the first day of the window belongs to it", Case.hb, (hb(14, "9"),), is_("9")),
    Example("a day earlier is too old", Case.hb, (hb(15, "9"),), STALE),
    Example("the day asked about belongs to it", Case.hb, (hb(0, "9"),), is_("9")),
    Example("tomorrow does not", Case.hb, (hb(-1, "9"),), NEVER),
    Example("a date across the edge decides nothing", Case.hb, (hb(16, "9", until=13),), UNDATED),
    Example("ever has no edge", Case.hb_ever, (hb(19_000, "9"),), is_("9")),
    Example(
        "two results on one day leave the latest between them",
        Case.hb,
        (hb(3, "8"), hb(3, "9")),
        from_to("8", "9"),
    ),
    Example(
        "a result that may be later widens the latest",
        Case.hb,
        (hb(3, "8"), hb(5, "10", until=2)),
        from_to("8", "10"),
    ),
    Example(
        "a result that is certainly earlier does not",
        Case.hb,
        (hb(3, "8"), hb(9, "10", until=4)),
        is_("8"),
    ),
    Example("below 8 stays an interval", Case.hb, (hb(3, "0", "8"),), from_to("0", "8")),
    Example(
        "an unusable latest value hides an earlier usable one",
        Case.hb,
        (hb(4, "8"), hb(3, bad=WRONG_UNIT)),
        Unknown(WRONG_UNIT),
    ),
    Example(
        "an unusable earlier value hides nothing",
        Case.hb,
        (hb(4, bad=WRONG_UNIT), hb(3, "8")),
        is_("8"),
    ),
    Example(
        "of unusable values at one time the last source is named",
        Case.hb,
        (hb(3, bad=IMPLAUSIBLE, source="b"), hb(3, bad=WRONG_UNIT, source="a")),
        Unknown(IMPLAUSIBLE),
    ),
    Example(
        "of unusable values that end together from one source the longer one is named",
        Case.hb,
        (hb(3, bad=IMPLAUSIBLE), hb(5, until=3, bad=WRONG_UNIT)),
        Unknown(WRONG_UNIT),
    ),
    Example(
        "of unusable values of one source at one time the first in the order of words is named",
        Case.hb,
        (hb(3, bad=IMPLAUSIBLE), hb(3, bad=WRONG_UNIT)),
        Unknown(WRONG_UNIT),
    ),
    Example("the lowest value", Case.hb_low, (hb(80, "7"), hb(3, "9")), is_("7")),
    Example(
        "a lower value perhaps inside widens the lowest",
        Case.hb_low,
        (hb(95, "6", until=85), hb(3, "9")),
        from_to("6", "9"),
    ),
    Example(
        "an unusable value could be the lowest plausible one",
        Case.hb_low,
        (hb(80, "7"), hb(3, bad=IMPLAUSIBLE)),
        from_to("1", "7"),
    ),
    Example(
        "an unusable value could be the highest plausible one",
        Case.hb_high,
        (hb(80, "7"), hb(3, bad=IMPLAUSIBLE)),
        from_to("7", "25"),
    ),
    Example(
        "unusable values alone say why",
        Case.hb_low,
        (hb(9, bad=IMPLAUSIBLE), hb(3, bad=Reason.UNREADABLE)),
        UNREADABLE,
    ),
    Example("the highest value", Case.hb_high, (hb(80, "7"), hb(3, "9")), is_("9")),
    Example(
        "a higher value perhaps inside widens the highest",
        Case.hb_high,
        (hb(95, "10", until=85), hb(3, "9")),
        from_to("9", "10"),
    ),
    Example(
        "a window that ends in the past looks at nothing later",
        Case.hb_shifted,
        (hb(14, "7"), hb(13, "9")),
        is_("7"),
    ),
    Example(
        "a window never reaches beyond the day asked about",
        Case.hb_tomorrow,
        (hb(0, "7"), hb(-1, "9")),
        is_("7"),
    ),
    Example("without a derivation nothing is known", Case.nothing, (hb(3, "7"),), NEVER),
    Example(
        "a window around a course asks for a course",
        Case.no_course,
        (hb(3, "7"), course(BLUE, ago(3))),
        NEVER,
    ),
]

DAYS_WITH = [
    Example("nothing measured", Case.low_days, (), NEVER),
    Example(
        "two values on one day count once", Case.low_days_closed, (hb(3, "7"), hb(3, "6")), is_("1")
    ),
    Example(
        "other days may not be recorded",
        Case.low_days,
        (hb(3, "7"), hb(4, "6"), hb(5, "9")),
        from_to("2", "90"),
    ),
    Example(
        "declared silence makes it exact", Case.low_days_closed, (hb(3, "7"), hb(4, "8")), is_("2")
    ),
    Example("declared silence without a record is zero", Case.low_days_closed, (), is_("0")),
    Example(
        "a value that may be beyond counts perhaps",
        Case.low_days_closed,
        (hb(3, "7"), hb(4, "7", "9")),
        from_to("1", "2"),
    ),
    Example(
        "an unusable value may be beyond",
        Case.low_days_closed,
        (hb(3, "7"), hb(4, bad=WRONG_UNIT)),
        from_to("1", "2"),
    ),
    Example(
        "a value on an unclear day may be another day",
        Case.low_days_closed,
        (hb(3, "7"), hb(5, "7", until=2)),
        from_to("1", "2"),
    ),
    Example("above counts above", Case.high_days, (hb(3, "10"), hb(4, "11")), from_to("1", "90")),
    Example("at least counts equal", Case.high_days_closed, (hb(20, "10"), hb(14, "11")), is_("2")),
]

SAID = [
    Example("nobody said anything", Case.fever, (), NEVER),
    Example("yes", Case.fever, (word(FEVER, 3, "yes"),), is_(True)),
    Example(
        "the newest word counts",
        Case.fever,
        (word(FEVER, 4, "yes"), word(FEVER, 3, "no")),
        is_(False),
    ),
    Example("an old word is stale", Case.fever, (word(FEVER, 15, "yes"),), STALE),
    Example("a review speaks for silence", Case.fever, (review(FEVER, 3),), is_(False)),
    Example("an old review does not", Case.fever, (review(FEVER, 15),), NEVER),
    Example("declared silence means no", Case.fever_closed, (), is_(False)),
    Example("an old word is silence too", Case.fever_closed, (word(FEVER, 15, "yes"),), is_(False)),
    Example(
        "words at one time conflict",
        Case.fever,
        (word(FEVER, 3, "yes"), word(FEVER, 3, "no")),
        CONFLICTING,
    ),
    Example(
        "the newest word cannot be read",
        Case.fever,
        (word(FEVER, 4, "yes"), word(FEVER, 3, None)),
        UNREADABLE,
    ),
    Example(
        "a word across the edge", Case.fever_closed, (word(FEVER, 16, "yes", until=13),), UNDATED
    ),
    Example(
        "ever: once was enough",
        Case.fever_ever,
        (word(FEVER, 900, "yes"), word(FEVER, 3, "no")),
        is_(True),
    ),
    Example(
        "ever: perhaps only tomorrow", Case.fever_ever, (word(FEVER, 3, "yes", until=-3),), UNDATED
    ),
    Example(
        "ever: unreadable",
        Case.fever_ever,
        (word(FEVER, 3, None), word(FEVER, 9, "no")),
        UNREADABLE,
    ),
    Example("ever: refuted", Case.fever_ever, (word(FEVER, 900, "no"),), is_(False)),
    Example(
        "ever: perhaps refuted only tomorrow",
        Case.fever_ever,
        (word(FEVER, 3, "no", until=-3),),
        NEVER,
    ),
    Example("ever: reviewed lately", Case.fever_ever, (review(FEVER, 90),), is_(False)),
    Example("ever: reviewed long ago", Case.fever_ever, (review(FEVER, 91),), NEVER),
    Example("ever: declared silence", Case.removed, (), is_(False)),
    Example(
        "ever: of doubtful words the newest is named",
        Case.fever_ever,
        (word(FEVER, 9, "yes", until=-3), word(FEVER, 3, None)),
        UNDATED,
    ),
    Example(
        "days since a sign",
        Case.since_removed,
        (word(REMOVED, 30, "yes"), word(REMOVED, 3, "no")),
        is_("30"),
    ),
    Example(
        "days since a sign, unclear",
        Case.since_removed,
        (word(REMOVED, 30, "yes", until=20),),
        from_to("20", "30"),
    ),
    Example(
        "days since, perhaps tomorrow",
        Case.since_removed,
        (word(REMOVED, 3, "yes", until=-3),),
        UNDATED,
    ),
    Example(
        "days since the latest, which may be today",
        Case.since_removed,
        (word(REMOVED, 30, "yes"), word(REMOVED, 3, "yes", until=-3)),
        from_to("0", "30"),
    ),
    Example(
        "days since, unreadable",
        Case.since_removed,
        (word(REMOVED, 30, "yes"), word(REMOVED, 3, None)),
        UNREADABLE,
    ),
    Example("days since, never", Case.since_removed, (word(REMOVED, 30, "no"),), NEVER),
    Example("an answer", Case.grade, (grade(30, Grade.SEVERE),), Known("severe")),
    Example("an answer too old", Case.grade, (grade(31, Grade.SEVERE),), STALE),
    Example("no answer", Case.grade, (), NEVER),
    Example("two answers", Case.grade, (grade(3, Grade.SEVERE), grade(3, Grade.MILD)), CONFLICTING),
    Example("an unreadable answer", Case.grade, (grade(3, None),), UNREADABLE),
    Example("an answer on an unclear day", Case.grade, (grade(33, Grade.MILD, until=25),), UNDATED),
]

TREATED = [
    Example("no course", Case.on_blue, (), NEVER),
    Example("a course goes on", Case.on_blue, (course(BLUE, ago(30)),), is_(True)),
    Example("a course of another treatment", Case.on_blue, (course(RED, ago(30)),), NEVER),
    Example(
        "the last day belongs to it", Case.on_blue, (course(BLUE, ago(30), ago(0)),), is_(True)
    ),
    Example("it ended yesterday", Case.on_blue, (course(BLUE, ago(30), ago(1)),), is_(False)),
    Example("it may have ended", Case.on_blue, (course(BLUE, ago(30), ago(9, -9)),), UNDATED),
    Example("it may begin tomorrow", Case.on_blue, (course(BLUE, ago(3, -3)),), UNDATED),
    Example("it begins tomorrow", Case.on_blue, (course(BLUE, ago(-1)),), NEVER),
    Example("an unreadable course may be it", Case.on_blue, (course(None, ago(30)),), UNREADABLE),
    Example(
        "an unreadable course has ended", Case.on_red, (course(None, ago(30), ago(3)),), is_(False)
    ),
    Example("reviewed: no course", Case.on_blue, (review(BLUE, 90),), is_(False)),
    Example("reviewed too long ago", Case.on_blue, (review(BLUE, 91),), NEVER),
    Example("declared silence", Case.on_red, (), is_(False)),
    Example("ever: begun", Case.ever_blue, (course(BLUE, ago(30), ago(3)),), is_(True)),
    Example("ever: perhaps begun", Case.ever_blue, (course(BLUE, ago(3, -3)),), UNDATED),
    Example("ever: unreadable", Case.ever_red, (course(None, ago(30), ago(3)),), UNREADABLE),
    Example("ever: declared silence", Case.ever_red, (), is_(False)),
    Example(
        "days since it began",
        Blue.started,
        (course(BLUE, ago(60)), course(BLUE, ago(30))),
        is_("30"),
    ),
    Example(
        "it began on an unclear day",
        Blue.started,
        (course(BLUE, ago(30, 20)),),
        from_to("20", "30"),
    ),
    Example("no course began", Blue.started, (course(RED, ago(30)),), NEVER),
    Example(
        "another course may be the newest",
        Blue.started,
        (course(BLUE, ago(25)), course(BLUE, ago(30, 20))),
        UNDATED,
    ),
    Example(
        "a course that began earlier is no rival",
        Blue.started,
        (course(BLUE, ago(25)), course(BLUE, ago(30, 25))),
        is_("25"),
    ),
    Example(
        "courses that may have begun together or not",
        Blue.started,
        (course(BLUE, ago(25, 22)), course(BLUE, ago(25, 20))),
        UNDATED,
    ),
    Example("it may begin only tomorrow", Blue.started, (course(BLUE, ago(3, -3)),), UNDATED),
    Example("days since it ended", Blue.ended, (course(BLUE, ago(60), ago(30)),), is_("30")),
    Example("it has not ended", Blue.ended, (course(BLUE, ago(60)),), UNDETERMINED),
    Example(
        "one of two goes on",
        Blue.ended,
        (course(BLUE, ago(60)), course(BLUE, ago(90), ago(70))),
        UNDETERMINED,
    ),
    Example("it ends today", Blue.ended, (course(BLUE, ago(60), ago(0)),), UNDETERMINED),
    Example("there was none", Blue.ended, (), NEVER),
    Example(
        "before the course began",
        Blue.before,
        (course(BLUE, ago(30)), hb(44, "7"), hb(29, "9")),
        is_("7"),
    ),
    Example(
        "a fresh value since the course began",
        Blue.fresh_since,
        (course(BLUE, ago(30)), hb(14, "7")),
        is_("7"),
    ),
    Example(
        "an old value since the course began is not fresh",
        Blue.fresh_since,
        (course(BLUE, ago(30)), hb(15, "7")),
        STALE,
    ),
    Example("nothing before it", Blue.before, (course(BLUE, ago(30)), hb(45, "7")), STALE),
    Example("before which course?", Blue.before, (hb(44, "7"),), NEVER),
    Example(
        "since the course",
        Blue.lowest_since,
        (course(BLUE, ago(30)), hb(24, "6"), hb(23, "7")),
        is_("7"),
    ),
    Example(
        "the course began on an unclear day",
        Blue.before,
        (course(BLUE, ago(30, 28)), hb(29, "7"), hb(31, "9")),
        from_to("7", "9"),
    ),
    Example(
        "fever since it began, reviewed",
        Blue.fever_before,
        (course(BLUE, ago(30)), review(FEVER, 31)),
        is_(False),
    ),
]

FOLLOWING = [
    Example("a condition holds", Case.low, (hb(3, "7.99999999"),), is_(True)),
    Example("a condition does not hold", Case.low, (hb(3, "8"),), is_(False)),
    Example("a condition is unknown", Case.low, (), UNDETERMINED),
    Example("exactly half and two", Case.fallen, (hb(80, "12"), hb(3, "8")), is_(False)),
    Example("less than half and two", Case.fallen, (hb(80, "12"), hb(3, "7.9")), is_(True)),
    Example("the first case", Case.bad, (hb(3, "7"), word(FEVER, 3, "yes")), Known("severe")),
    Example("a later case", Case.bad, (hb(3, "7"), word(FEVER, 3, "no")), Known("mild")),
    Example("an earlier case is open", Case.bad, (hb(3, "7"),), UNDETERMINED),
    Example(
        "no case holds",
        Case.bad,
        (hb(3, "9"), word(FEVER, 3, "no"), grade(3, Grade.MILD)),
        UNDETERMINED,
    ),
    Example(
        "what became of a course",
        Blue.response,
        (course(BLUE, ago(30)), hb(31, "7"), hb(3, "12")),
        Known(Course_.GOOD.value),
    ),
]

EXAMPLES = MEASURED + DAYS_WITH + SAID + TREATED + FOLLOWING
PATIENTS = {number: Events.of(one.events) for number, one in enumerate(EXAMPLES)}


@pytest.fixture(scope="module", name="queried")
def _queried() -> list[PatientResult]:
    return population(PATIENTS, Ask())


@pytest.fixture(scope="module", name="judged")
def _judged() -> list[PatientResult]:
    return reference(PATIENTS, Ask())


def title(number: int) -> str:
    return f"{EXAMPLES[number].feature!r}: {EXAMPLES[number].says}"


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=title)
def test_a_feature_has_the_value_its_derivation_promises(
    number: int, queried: list[PatientResult], judged: list[PatientResult]
) -> None:
    """One patient for each sentence; the reference and the query both say what it says."""
    example = EXAMPLES[number]
    assert judged[number].values[example.feature] == example.value
    assert queried[number].values[example.feature] == example.value


def test_every_kind_of_derivation_has_an_example() -> None:
    """The table above leaves no derivation out."""
    shown = {type(one.feature.derived) for one in EXAMPLES}
    assert shown >= {type(one.derived) for one in FEATURES}
