"""What a course did to a lineage: A04, A05, A06 and A109 as tables, at their boundaries."""

from decimal import Decimal

import pytest
from tests.alps.histories import ON, derived

from ferrata.alps.concepts import Drug, Finding, Lab
from ferrata.alps.course import Mycophenolate
from ferrata.guideline.events import Analyte, Assertion, Event, Observation, TreatmentCourse, When
from ferrata.guideline.features import Feature
from ferrata.guideline.units import quantise
from ferrata.guideline.values import Known

PLATELETS = [
    # before, best, now, bleeding, effect
    ("12000", "30000", "30000", "no", "response"),
    ("12000", "29999", "29999", "no", "none"),
    ("20000", "39999", "39999", "no", "none"),
    ("20000", "40000", "40000", "no", "response"),
    ("12000", "99999", "99999", "no", "response"),
    ("12000", "100000", "100000", "no", "complete"),
    ("12000", "100000", "100000", "yes", "lost"),
    ("12000", "40000", "40000", "yes", "lost"),
    ("12000", "60000", "20000", "no", "lost"),
    ("50000", "50000", "50000", "no", "held"),
    ("50000", "90000", "49999", "no", "lost"),
    ("49999", "60000", "55000", "no", "none"),
]
HEMOGLOBIN = [
    # before, best, now, effect
    ("6", "8", "8", "response"),
    ("6.1", "8", "8", "none"),
    ("5.9", "7.9", "7.9", "none"),
    ("7.9", "10", "10", "response"),
    ("7.9", "9.8", "9.8", "none"),
    ("6", "9", "7", "lost"),
    ("7.9", "10", "8.5", "lost"),
    ("8", "8", "8", "held"),
    ("8", "9", "7.9", "lost"),
]
NEUTROPHILS = [
    ("200", "500", "500", "response"),
    ("300", "599", "599", "none"),
    ("200", "499", "499", "none"),
    ("200", "1499", "1499", "response"),
    ("200", "1500", "1500", "complete"),
    ("200", "800", "300", "lost"),
    ("500", "500", "500", "held"),
    ("500", "900", "499", "lost"),
]


def effect(
    feature: Feature, analyte: Analyte, counts: tuple[str, str, str], bleeding: str = "no"
) -> object:
    """Return the effect of a course begun 20 days ago, by the count before, the best, and now."""
    days = (ON - 20, ON - 10, ON)
    events: list[Event] = [
        TreatmentCourse(Drug.MYCOPHENOLATE.id, When.day(ON - 20)),
        Assertion(Finding.BLEEDING.id, When.day(ON), bleeding),
        Assertion(Finding.TRANSFUSION.id, When.day(ON), "no"),
    ]
    for day, count in zip(days, counts, strict=True):
        number = quantise(Decimal(count))
        events.append(Observation(analyte.id, When.day(day), number, number))
    value = derived(events).value(feature)
    assert isinstance(value, Known), value
    return value.value


@pytest.mark.statement("A04")
@pytest.mark.statement("E029")
@pytest.mark.statement("A109")
@pytest.mark.parametrize(("before", "best", "now", "bleeding", "expected"), PLATELETS)
def test_platelets(before: str, best: str, now: str, bleeding: str, expected: str) -> None:
    """Complete from 100, response from 30 and twice the baseline, neither while bleeding."""
    counts = (before, best, now)
    assert effect(Mycophenolate.platelet_effect, Lab.PLATELETS, counts, bleeding) == expected


@pytest.mark.statement("A05")
@pytest.mark.parametrize(("before", "best", "now", "expected"), HEMOGLOBIN)
def test_hemoglobin(before: str, best: str, now: str, expected: str) -> None:
    """A response from 10 g/dL, or a rise of 2 to at least 8."""
    counts = (before, best, now)
    assert effect(Mycophenolate.hemoglobin_effect, Lab.HEMOGLOBIN, counts) == expected


@pytest.mark.statement("A06")
@pytest.mark.parametrize(("before", "best", "now", "expected"), NEUTROPHILS)
def test_neutrophils(before: str, best: str, now: str, expected: str) -> None:
    """Complete from 1,500, response from 500 and twice the baseline."""
    counts = (before, best, now)
    assert effect(Mycophenolate.neutrophil_effect, Lab.NEUTROPHILS, counts) == expected
