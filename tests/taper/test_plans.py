"""A plan: what is ordered is given or refused, and what it replaces is void."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.taper.plans import AGAIN, BREAKTHROUGH, ON, planned, restarted

from ferrata.alps.sources import warrant
from ferrata.alps.tapers import PREDNISONE, PULSE, TAPERS, WEANING
from ferrata.guideline.errors import DoseError, Refusal
from ferrata.guideline.tapers import Taper
from ferrata.guideline.units import between, day, mg

FIRST = planned()


# ---------------------------------------------------------------- the starting dose


@pytest.mark.hazard("H05")
@pytest.mark.parametrize(
    ("weight", "per_kg", "dose"),
    [
        ("20", "2", "40"),
        ("18.4", "2", "35"),  # 36.8 in tablets of 10 and 2.5 mg; 37.5 would pass 2 mg/kg
        ("20", "1", "20"),
        ("20", "1.5", "30"),
        ("45", "2", "60"),  # 90 mg, capped
        ("70", "1", "60"),  # 70 mg, capped
    ],
)
def test_a_dose_by_weight_stays_within_1_to_2_mg_per_kg_and_the_cap(
    weight: str, per_kg: str, dose: str
):
    """Worked by hand; the arithmetic is shown with the plan."""
    made = planned(dose=None, weight=Decimal(weight), per_kg=Decimal(per_kg))
    assert made.steps[0].mg_per_day == Decimal(dose)
    assert any(f"x {weight} kg" in line for line in made.arithmetic)


@pytest.mark.hazard("H02")
@pytest.mark.hazard("H05")
@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"dose": Decimal(61)}, "at most 60 mg"),
        ({"dose": Decimal(400)}, "at most 60 mg"),
        ({"dose": Decimal(0)}, "0 mg a day"),
        ({"dose": Decimal(40), "weight": Decimal(10)}, "10 to 20 mg a day"),
        ({"dose": Decimal(40), "weight": Decimal(44)}, "44 to 60 mg a day"),
        ({"dose": None, "weight": Decimal(20), "per_kg": Decimal("2.1")}, "1 to 2 mg/kg"),
        ({"dose": None, "weight": Decimal(20), "per_kg": Decimal("0.9")}, "1 to 2 mg/kg"),
        ({"days": 49}, "week 8"),
        ({"days": 85}, "week 12"),
        ({"full": 6}, "7 to 28 days"),
        ({"every": 2}, "3 to 7 days"),
        ({"dose": Decimal("0.1")}, "0.1 mg a day"),
    ],
)
def test_an_order_outside_what_is_declared_is_refused(changed: dict[str, Any], says: str):
    """With the bound that it passes; never a silent clamp."""
    with pytest.raises(Refusal) as refused:
        planned(**changed)
    assert says in str(refused.value)
    assert "do:" in str(refused.value)


@pytest.mark.parametrize("cap", [20, 40, 80])
@pytest.mark.hazard("H05")
def test_a_sites_cap_is_the_one_that_holds(cap: int):
    """And it stands in the plan."""
    made = planned(
        dose=None,
        weight=Decimal(60),
        per_kg=Decimal(2),
        settings={"prednisone-cap": cap * mg / day},
    )
    assert made.steps[0].mg_per_day == cap
    assert made.settings == {"prednisone-cap": str(cap)}


@pytest.mark.hazard("H12")
def test_what_could_not_be_checked_is_said():
    """A dose without a weight is not passed off as checked."""
    assert FIRST.unchecked == ("the dose was not checked against the weight",)
    assert planned(weight=Decimal(20)).unchecked == (
        "the weight was not checked against the age; ferrata dose checks it",
    )


def test_products_that_are_named_are_used_alone():
    """A liquid and tablets are not mixed; 10 mg tablets alone fall too far."""
    made = planned(PREDNISONE, "prednisone-5", "prednisone-1")
    assert {one.product for one in made.supplies} == {"prednisone-5", "prednisone-1"}
    with pytest.raises(Refusal, match="pieces and a liquid"):
        planned(PREDNISONE, "prednisone-5", "prednisone-solution")
    with pytest.raises(Refusal, match="two liquids"):
        planned(PREDNISONE, "prednisone-stronger", "prednisone-solution")
    with pytest.raises(Refusal, match="smaller strength"):
        planned(PREDNISONE, "prednisone-20")


@pytest.mark.hazard("H24")
def test_what_is_prescribed_is_what_is_given():
    """40 35 30 30 25 20 15 10 10 5 mg, a week each, are 220 mg a week-column: 308 tablets of 5."""
    assert [(one.mg_per_day, one.days) for one in FIRST.steps] == [
        (40, 7), (35, 7), (30, 14), (25, 7), (20, 7), (15, 7), (10, 14), (5, 7),
    ]  # fmt: skip
    assert FIRST.total_mg == 1540
    assert [(one.product, one.count) for one in FIRST.supplies] == [("prednisone-5", 308)]
    assert FIRST.last == date(2027, 1, 29)
    assert FIRST.days == 70


def test_every_course_is_cited_and_says_what_to_do_about_a_missed_dose():
    """No course without its warrants and without the words that no source lets us replace."""
    for shape in TAPERS.values():
        assert shape.warrant
        assert any(one.topic.value == "A missed or vomited dose" for one in shape.notes)


@pytest.mark.hazard("H25")
def test_the_stress_dose_note_has_no_amount():
    """No source of ours states one: only the occasions, the 12 months, and whom to ask."""
    said = [one.text for one in FIRST.notes if one.topic == "Stress doses"]
    assert len(said) == 1
    assert "12 months" in said[0]
    assert "local protocol or endocrinology" in said[0]
    assert "mg" not in said[0].replace("12 months", "")


# ---------------------------------------------------------------- restart, replacement


@pytest.mark.hazard("H25")
@pytest.mark.statement("F02")
def test_after_a_breakthrough_a_whole_taper_begins_and_the_older_one_is_void():
    """Week 5 of the first, then ten weeks anew: 29 + 70 days, more than 12 weeks."""
    made = restarted(FIRST)
    assert made.revision == 1
    assert made.restarts == 1
    assert made.breakthrough_on == BREAKTHROUGH
    assert made.steps[0].mg_per_day == 40
    assert made.days == 70
    older = made.replaces[0]
    assert (older.id, older.made_on, older.revision) == (FIRST.id, ON, 0)
    assert (older.first, older.last, older.void_from) == (ON, date(2027, 1, 29), AGAIN)
    assert made.days_given == 29 + 70
    assert "dependence" in made.flags[0]
    assert "14 weeks and 1 day" in made.flags[0]


@pytest.mark.statement("A20")
@pytest.mark.parametrize(
    ("first_days", "again_on", "again_days", "flagged"),
    [
        (56, date(2026, 12, 5), 70, False),  # 14 + 70 = 84 days: 12 weeks
        (56, date(2026, 12, 6), 70, True),  # 15 + 70
        (56, date(2026, 12, 19), 56, False),  # 28 + 56 = 84
        (56, date(2026, 12, 20), 56, True),
    ],
)
def test_more_than_twelve_weeks_in_all_is_dependence(
    first_days: int, again_on: date, again_days: int, flagged: bool
):
    """Counted over both plans, to the day."""
    older = planned(days=first_days)
    made = restarted(older, first=again_on, on=again_on, breakthrough=again_on, days=again_days)
    assert bool(made.flags) is flagged, made.days_given


@pytest.mark.statement("A20")
def test_a_second_restart_is_dependence_whatever_the_weeks():
    """Two early breakthroughs: 7 + 7 + 56 days, and a flag all the same."""
    once = restarted(FIRST, first=ON + timedelta(7), on=ON, breakthrough=ON + timedelta(6), days=56)
    assert not once.flags
    twice = restarted(
        once, first=ON + timedelta(14), on=ON, breakthrough=ON + timedelta(13), days=56
    )
    assert twice.days_given == 70
    assert twice.flags == ("restart number 2: dependence",)
    assert [one.id for one in twice.replaces] == [once.id, FIRST.id]
    assert [one.void_from for one in twice.replaces] == [ON + timedelta(14), ON + timedelta(7)]


@pytest.mark.hazard("H25")
def test_a_plan_that_begins_before_the_one_it_replaces_voids_the_earlier_ones_from_then():
    """No day is left on which two plans give a dose."""
    once = planned(older=FIRST, first=AGAIN, dose=Decimal(25))
    corrected = planned(older=once, first=AGAIN - timedelta(3), dose=Decimal(25))
    assert [one.void_from for one in corrected.replaces] == [AGAIN, AGAIN - timedelta(3)]
    assert corrected.days_given == 26 + 70


@pytest.mark.hazard("H25")
@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"breakthrough": date(2026, 11, 21)}, "on the taper"),
        ({"breakthrough": date(2027, 2, 27), "first": date(2027, 2, 27)}, "relapse"),
        ({"first": date(2026, 12, 18)}, "before the breakthrough"),
        ({"dose": Decimal("22.5")}, "goes back up"),
        ({"breakthrough": None, "first": date(2027, 1, 30)}, "ended on 2027-01-29"),
    ],
)
def test_a_restart_that_is_none_is_refused(changed: dict[str, Any], says: str):
    """The day, the dose and the older plan have to fit a breakthrough on the taper."""
    with pytest.raises(Refusal, match=says):
        restarted(FIRST, **changed)


def test_a_breakthrough_within_four_weeks_of_the_end_is_one_on_the_taper():
    """A02: up to 28 days after the last dose; the days between had no dose."""
    made = restarted(FIRST, first=date(2027, 2, 26), breakthrough=date(2027, 2, 26))
    assert made.restarts == 1
    assert made.days_given == 140


@pytest.mark.hazard("H13")
def test_a_plan_of_one_person_does_not_void_that_of_another():
    """By the label, or by the record."""
    anna = planned(for_whom="Anna", subject="a" * 16)
    for other in ({"for_whom": "Ben"}, {"for_whom": "Anna", "subject": "b" * 16}):
        with pytest.raises(Refusal, match="two people"):
            restarted(anna, **other)
    assert restarted(anna, for_whom="Anna", subject="a" * 16).revision == 1


@pytest.mark.hazard("H13")
def test_the_same_plan_for_two_people_has_two_ids():
    """Else one family's calendar would overwrite the other's."""
    ids = {
        planned(for_whom=label, subject=subject).id
        for label in ("", "Anna", "Ben")
        for subject in ("", "a" * 16)
    }
    assert len(ids) == 6


def test_the_same_order_on_another_day_is_the_same_plan():
    """Made again, it has the same id; any other dose, day or product has another."""
    assert planned(on=ON + timedelta(3)).id == FIRST.id
    changed = [
        planned(first=ON + timedelta(1)),
        planned(days=63),
        planned(PREDNISONE, "prednisone-5", "prednisone-1"),
        planned(dose=Decimal(45)),
    ]
    assert len({FIRST.id, *(one.id for one in changed)}) == 5


def test_a_dose_that_rises_without_a_breakthrough_is_flagged():
    """So that a restart does not escape the count."""
    made = planned(older=FIRST, first=AGAIN, dose=Decimal(40))
    assert any(
        "rises from 20 to 40 mg" in one or "rises from 25 to 40 mg" in one for one in made.flags
    )
    assert made.restarts == 0


def test_another_drug_is_not_replaced():
    """A weaning of mycophenolate goes on beside a taper."""
    with pytest.raises(Refusal, match="about prednisone"):
        planned(WEANING[0], older=FIRST, dose=Decimal(1000))


def test_a_pulse_ends_after_five_days():
    """Five days at up to 250 mg."""
    made = planned(PULSE, dose=Decimal(100), weight=Decimal(20))
    assert (made.days, made.total_mg) == (5, 500)
    with pytest.raises(Refusal, match="day 1 to 5"):
        planned(PULSE, dose=Decimal(100), days=6)


@pytest.mark.hazard("H25")
@pytest.mark.statement("A20")
@pytest.mark.parametrize(("later", "refused"), [(16, False), (17, True), (40, True)])
def test_a_pulse_never_ends_abruptly_what_went_on_for_three_weeks(later: int, refused: bool):
    """16 days of a taper and 5 of a pulse are three weeks; a day more is too much."""
    first = ON + timedelta(days=later)
    if refused:
        with pytest.raises(Refusal, match="must not stop abruptly"):
            planned(PULSE, older=FIRST, first=first, dose=Decimal(100))
    else:
        assert planned(PULSE, older=FIRST, first=first, dose=Decimal(100)).days_given == 21


# ---------------------------------------------------------------- every chain of plans


@pytest.mark.hazard("H25")
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from([20, 25, 30, 40]), st.integers(50, 84)),
        min_size=1,
        max_size=4,
    )
)
def test_over_any_chain_of_plans_every_day_has_the_dose_of_one_plan(
    chain: list[tuple[int, int, int]],
):
    """What is not void of the older ones, and the newest, never give on the same day."""
    made = FIRST
    for later, dose, days in chain:
        first = made.first + timedelta(days=min(later, made.days - 1))
        made = planned(
            PREDNISONE,
            *("prednisone-5", "prednisone-1"),
            older=made,
            first=first,
            on=first,
            dose=Decimal(dose),
            days=days,
        )
    spans = [(made.first, made.last)]
    spans += [
        (one.first, min(one.last, one.void_from - timedelta(days=1))) for one in made.replaces
    ]
    spans = sorted(span for span in spans if span[0] <= span[1])
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    assert made.days_given == sum((last - first).days + 1 for first, last in spans)
    assert made.revision == len(chain) == len(made.replaces)


# ---------------------------------------------------------------- what an author may declare


@pytest.mark.parametrize(
    "changed",
    [
        {"full": between(0, 5, mg)},
        {"ends": between("50.5", 84, day)},
        {"every": None},
        {"most_fall": Decimal(0)},
        {"most_fall": Decimal("1.1")},
        {"every": between(0, 7, day)},
        {"usual": (6, 7, 70)},
        {"usual": (7, 8, 70)},
        {"usual": (7, 7, 85)},
        {"usual": (28, 7, 50), "full": between(7, 60, day), "ends": between(20, 30, day)},
    ],
)
def test_a_declaration_that_contradicts_itself_is_an_error(changed: dict[str, Any]):
    """A course of prednisone that could stop abruptly after three weeks cannot be declared."""
    given: dict[str, Any] = {
        "id": "a",
        "title": "a",
        "treatment": PREDNISONE.treatment,
        "dose": PREDNISONE.dose,
        "full": PREDNISONE.full,
        "every": PREDNISONE.every,
        "ends": PREDNISONE.ends,
        "usual": PREDNISONE.usual,
        "most_fall": PREDNISONE.most_fall,
        "warrant": warrant("A20"),
        "abrupt": 21,
    }
    assert Taper(**given)
    with pytest.raises(DoseError, match=r"test_plans\.py"):
        Taper(**{**given, **changed})
