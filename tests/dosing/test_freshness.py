"""How long a weight and a height speak (A263): the boundaries, to the day."""

import pytest

from ferrata.dosing.growth import stale, stale_height
from ferrata.dosing.growth.freshness import height_speaks
from ferrata.dosing.growth.scores import value_at
from ferrata.dosing.growth.tables import SEXES, Measure, reference


@pytest.mark.hazard("H10")
@pytest.mark.parametrize(
    ("age", "on_steroids", "last"),
    [
        (0, False, 14),
        (365, False, 14),
        (366, False, 60),  # one year old, whatever the leap day
        (1826, False, 60),
        (1827, False, 180),
        (15_000, False, 180),
        # on steroids, or where that is not known
        (0, True, 14),
        (365, None, 14),
        (366, True, 30),
        (1826, None, 30),
        (1827, True, 30),
        (15_000, None, 30),
    ],
)
def test_a_weight_speaks_until_its_last_day(age: int, on_steroids: bool | None, last: int):
    """On the last day it gives a dose, on the next it is asked for."""
    at = (age, age)
    assert stale(0, at, on_steroids=on_steroids) is None
    assert stale(last, at, on_steroids=on_steroids) is None
    said = stale(last + 1, at, on_steroids=on_steroids)
    assert said is not None
    assert said.startswith(f"the weight is {last + 1} days old and speaks for {last} days")
    assert said.endswith("weigh the patient")


@pytest.mark.hazard("H10")
@pytest.mark.parametrize(
    ("age", "last"), [(0, 60), (365, 60), (366, 180), (1827, 180), (15_000, 180)]
)
def test_a_height_speaks_until_its_last_day(age: int, last: int):
    """The same for heights."""
    assert stale_height(last, (age, age)) is None
    said = stale_height(last + 1, (age, age))
    assert said is not None
    assert said.endswith("measure the height")


@pytest.mark.hazard("H10")
@pytest.mark.hazard("H12")
@pytest.mark.parametrize("age", [None, (0, 40_000), (300, 700)])
def test_of_an_age_that_is_not_known_the_youngest_counts(age: tuple[int, int] | None):
    """The shortest of what is possible."""
    assert stale(14, age, on_steroids=False) is None
    assert stale(15, age, on_steroids=False) is not None
    assert stale_height(61, age) is not None


@pytest.mark.hazard("H10")
def test_a_measurement_of_tomorrow_is_stale_too():
    """Its date cannot be right."""
    for said in (stale(-1, (3000, 3000), on_steroids=False), stale_height(-1, (3000, 3000))):
        assert said is not None
        assert "dated after" in said


@pytest.mark.hazard("H10")
def test_it_is_said_why_thirty_days():
    """Steroids, or not knowing about them."""
    at = (3000, 3000)
    given, unknown = (stale(31, at, on_steroids=one) for one in (True, None))
    assert (
        given == "the weight is 31 days old and speaks for 30 days on steroids: weigh the patient"
    )
    assert unknown is not None
    assert "unless steroids are known not to be taken" in unknown


@pytest.mark.hazard("H10")
@pytest.mark.parametrize("sex", SEXES)
def test_an_old_height_moves_the_body_surface_by_less_than_a_tenth(sex: str):
    """The reason for 60 and 180 days: the surface follows the root of the height."""
    for now in range(0, 7305, 5):
        then = max(0, now - height_speaks((now, now)))
        for z in (-2, 0, 2):
            old, new = (value_at(z, reference(Measure.HEIGHT, sex, one)) for one in (then, now))
            assert (new / old) ** 0.5 < 1.1, (now, z)
