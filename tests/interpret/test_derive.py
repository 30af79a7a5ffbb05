"""What the manual does not tell of derivations: days, sources, and features without a way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.strategies.vocabulary import (
    BLUE,
    HB,
    ON,
    SITE,
    VOCABULARIES,
    Blue,
    Case,
    Course,
    Grade,
)

from ferrata.guideline.derivations import Anchor, DaysSinceStart, Edge, Window, latest
from ferrata.guideline.errors import RuleError
from ferrata.guideline.events import Assertion, Event, Events, Observation, TreatmentCourse, When
from ferrata.guideline.features import Feature, Measurement
from ferrata.guideline.units import between, day, dL, g
from ferrata.guideline.values import Known, Reason, Unknown
from ferrata.guideline.vocabularies import CaseFeatures, CourseFeatures
from ferrata.interpret.derive import Derived

NEVER = Unknown(Reason.NEVER_RECORDED)


def derived(*events: Event) -> Derived:
    return Derived(Events.of(events), ON, VOCABULARIES, SITE)


def test_a_value_names_its_day_and_its_entry() -> None:
    """So does what could not be used."""
    patient = derived(Observation(HB.id, When.day(ON - 2), Decimal(9), Decimal(9), None, "entry 7"))
    assert patient.value(Case.hb) == Known(Decimal(9), ON - 2, "entry 7")
    lost = derived(Observation(HB.id, When.day(ON - 2), None, None, Reason.WRONG_UNIT, "entry 8"))
    assert lost.value(Case.hb) == Unknown(Reason.WRONG_UNIT, ON - 2, "entry 8")


def test_a_value_is_derived_once() -> None:
    """Asked again, it is the same object."""
    patient = derived(Assertion("grade", When.day(ON), "mild"))
    assert patient.value(Case.grade) is patient.value(Case.grade)
    assert patient.value(Case.grade) == Known(Grade.MILD.value, ON)


def test_a_feature_that_nothing_derives_was_never_recorded() -> None:
    """Whatever the record says."""
    patient = derived(Observation(HB.id, When.day(ON), Decimal(9), Decimal(9)))
    assert patient.value(Case.nothing) == NEVER


@pytest.mark.parametrize(
    "feature",
    [
        Blue.before,
        Blue.lowest_since,
        Blue.low_days,
        Blue.fever_before,
        Blue.fever_since,
        Blue.grade_since,
        Blue.started,
        Blue.ended,
    ],
    ids=repr,
)
def test_without_a_course_nothing_of_it_is_known(feature: Feature) -> None:
    """Not even where silence would mean no: there is no window in which it was silent."""
    assert derived().value(feature) == NEVER


@pytest.mark.parametrize(
    "feature", [Blue.before, Blue.low_days, Blue.fever_before, Blue.grade_since], ids=repr
)
def test_what_hangs_on_an_unclear_start_is_unclear(feature: Feature) -> None:
    """While the course may not have begun, its windows are nowhere."""
    month = When(When.day(ON - 5).first, When.day(ON + 5).last)
    patient = derived(TreatmentCourse(BLUE.id, month, None, "c"))
    assert patient.value(feature) == Unknown(Reason.UNDATED, ON + 5, "c")


def test_a_case_has_no_start_of_a_course() -> None:
    """A window that is counted from one is never laid."""
    patient = derived(
        TreatmentCourse(BLUE.id, When.day(ON - 5)),
        Observation(HB.id, When.day(ON - 6), Decimal(9), Decimal(9)),
    )
    assert patient.value(Case.no_course) == NEVER


def test_a_window_may_end_at_a_start_only() -> None:
    """Then it needs a course as well."""
    edge = Edge(Anchor.START, 0)

    class Odd(CaseFeatures):
        until = Measurement("Until", g / dL, HB.plausible, latest(HB, Window(None, edge)))

    assert Derived(Events(), ON, (Odd,), SITE).value(Odd.until) == NEVER


@pytest.mark.parametrize("feature", [Course.going_on, Course.ever, Course.started], ids=repr)
def test_a_template_without_a_treatment_cannot_be_asked(feature: Feature) -> None:
    """A case has many courses; the line of the feature's author is named."""
    with pytest.raises(RuleError, match="names none") as caught:
        derived().value(feature)
    assert caught.value.where == feature.where


def test_an_unbound_vocabulary_is_known_by_name() -> None:
    """Only vocabularies that the guideline lists have a treatment."""

    class Unlisted(CourseFeatures, treatment=BLUE):
        days = Measurement("Days", day, between(0, 10, day), DaysSinceStart())

    with pytest.raises(RuleError):
        derived().value(Unlisted.days)
    assert Derived(Events(), ON, (Unlisted,), SITE).value(Unlisted.days) == NEVER


def test_a_day_can_be_derived_again_over_other_events() -> None:
    """What is not affected keeps its value, and is not derived anew."""
    patient = derived(Assertion("grade", When.day(ON), "mild"))
    kept = patient.value(Case.grade)
    assert patient.value(Case.hb) == NEVER
    count = Observation(HB.id, When.day(ON), Decimal(9), Decimal(9))
    again = patient.rederived(Events.of([count]), lambda feature: feature is Case.hb)
    assert again.value(Case.grade) is kept
    assert again.value(Case.hb) == Known(Decimal(9), ON)
