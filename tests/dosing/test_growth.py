"""z-scores against what WHO and CDC publish, and verdicts on body size to be read."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ferrata.dosing.growth import BodyCheck, Level, body_checks, worst
from ferrata.dosing.growth.ages import in_words, possible_ages
from ferrata.dosing.growth.fitting import fit
from ferrata.dosing.growth.scores import plain_z, value_at, z_score
from ferrata.dosing.growth.tables import (
    ADULT,
    DAYS_PER_MONTH,
    FIRST_CDC_DAY,
    SEXES,
    Measure,
    Reference,
    Source,
    reference,
)

HERE = Path(__file__).parent / "growth"
YEAR = 365.25


def years(number: float) -> tuple[int, int]:
    """An age that is known to the day."""
    days = int(number * YEAR)
    return days, days


def checked(
    weight: str | None,
    height: str | None,
    age: tuple[int, int] | None,
    sex: str | None = "male",
    earlier: tuple[tuple[int, Decimal], ...] = (),
) -> dict[str, BodyCheck]:
    """The verdicts by what they are about; the change of weight under "trend"."""
    found = body_checks(
        weight_kg=None if weight is None else Decimal(weight),
        height_cm=None if height is None else Decimal(height),
        age_days=age,
        sex=sex,
        earlier=earlier,
    )
    return {"trend" if one.warrants == ("A262",) else one.about: one for one in found}


# ---------------------------------------------------------------- the references


@pytest.mark.parametrize(
    ("measure", "sex", "months", "percentile_z", "published"),
    [
        # CDC 2000 data files: the percentiles printed beside L, M and S (P3, P50, P97).
        (Measure.WEIGHT, "male", 24, -1.880794, 10.38209025),
        (Measure.WEIGHT, "male", 24, 0, 12.6707633),
        (Measure.WEIGHT, "male", 24, 1.880794, 15.59648294),
        (Measure.WEIGHT, "female", 239.99, 1.880794, 89.04485133),
        (Measure.HEIGHT, "male", 68.5, -1.880794, 104.164162),
        (Measure.HEIGHT, "male", 24, 1.880794, 93.02265441),
        (Measure.MASS_INDEX, "male", 24, -1.880794, 14.52095333),
        (Measure.MASS_INDEX, "male", 24, 1.880794, 19.85985812),
    ],
)
def test_cdc_s_percentiles_are_met(
    measure: Measure, sex: str, months: float, percentile_z: float, published: float
):
    """The table before 24 months and one day is WHO's, so the first row is asked a day later."""
    of = reference(measure, sex, max(months * DAYS_PER_MONTH, FIRST_CDC_DAY))
    assert of.source is Source.CDC
    assert value_at(percentile_z, of) == pytest.approx(published, rel=0.0005)


@pytest.mark.parametrize(
    ("measure", "sex", "days", "at_z"),
    [
        # WHO 2006, simplified field tables: -3, -2, -1, median, 1, 2, 3.
        (Measure.WEIGHT, "male", 0, "2.1 2.5 2.9 3.3 3.9 4.4 5.0"),
        (Measure.WEIGHT, "male", 365, "6.9 7.7 8.6 9.6 10.8 12.0 13.3"),
        (Measure.WEIGHT, "female", 365, "6.3 7.0 7.9 8.9 10.1 11.5 13.1"),
        (Measure.WEIGHT, "female", 730, "8.1 9.0 10.2 11.5 13.0 14.8 17.0"),
        (Measure.HEIGHT, "male", 0, "44.2 46.1 48.0 49.9 51.8 53.7 55.6"),
        (Measure.HEIGHT, "female", 0, "43.6 45.4 47.3 49.1 51.0 52.9 54.7"),
    ],
)
def test_who_s_field_tables_are_met(measure: Measure, sex: str, days: int, at_z: str):
    """To the tenth that the tables print."""
    of = reference(measure, sex, days)
    assert of.source is Source.WHO
    for z, printed in enumerate(at_z.split(), -3):
        assert value_at(z, of) == pytest.approx(float(printed), abs=0.0501)


def test_cdc_s_example_of_a_modified_z_score():
    """A boy of 48.5 months with a body mass index of 12: -3.85, where the plain z is lower."""
    of = reference(Measure.MASS_INDEX, "male", 48.5 * DAYS_PER_MONTH)
    assert of.median == pytest.approx(15.62, abs=0.01)
    assert value_at(-2, of) == pytest.approx(13.74, abs=0.005)
    assert z_score(12, of) == pytest.approx(-3.85, abs=0.01)
    assert plain_z(12, of) < -4.5


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of published z-scores."""
    with (HERE / name).open(encoding="ascii") as file:
        return list(csv.DictReader(file))


def test_cdc_s_own_program_says_the_same():
    """588 z-scores of CDC's SAS program, plain to 2 and modified beyond; README.md beside them."""
    compared = beyond = 0
    for row in rows("cdc_sas.csv"):
        of = reference(Measure(row["measure"]), row["sex"], float(row["months"]) * DAYS_PER_MONTH)
        plain, modified = float(row["z"]), float(row["modified_z"])
        expected = plain if abs(plain) <= 2 else modified
        assert z_score(float(row["value"]), of) == pytest.approx(expected, abs=0.0002), row
        compared += 1
        beyond += abs(plain) > 2
    assert (compared, beyond > 100) == (588, True)


def test_who_s_own_program_says_the_same():
    """WHO Anthro's z-scores, which it rounds to hundredths; 0.01 more for the thinned tables."""
    compared = beyond = 0
    for row in rows("who_anthro.csv"):
        of = reference(Measure(row["measure"]), row["sex"], int(row["days"]))
        assert z_score(float(row["value"]), of) == pytest.approx(float(row["z"]), abs=0.0151), row
        compared += 1
        beyond += abs(float(row["z"])) > 3
    assert (compared, beyond > 5) == (223, True)


@pytest.mark.parametrize("age", [-1, ADULT, ADULT + 1])
def test_beyond_the_tables_is_no_reference(age: int):
    """Nobody is measured against the nearest row."""
    with pytest.raises(ValueError, match="no growth reference"):
        reference(Measure.WEIGHT, "male", age)


@given(
    st.sampled_from(Measure),
    st.sampled_from(SEXES),
    st.integers(0, ADULT - 1),
    st.floats(0.2, 4),
    st.floats(1.001, 2),
)
def test_more_is_a_higher_z(measure: Measure, sex: str, days: int, of_median: float, more: float):
    """Everywhere, also where the reckoning changes from the curve to straight steps."""
    of = reference(measure, sex, days)
    value = of.median * of_median
    assert z_score(value, of) < z_score(value * more, of)


@given(st.sampled_from(Measure), st.sampled_from(SEXES), st.integers(0, ADULT - 1))
def test_the_reckoning_changes_without_a_step(measure: Measure, sex: str, days: int):
    """At z 2 (CDC) and z 3 (WHO) both say the same."""
    of = reference(measure, sex, days)
    edge = 2 if of.source is Source.CDC else 3
    for z in (-edge, edge):
        value = value_at(z, of)
        assert z_score(value * 0.99999, of) == pytest.approx(z, abs=0.01)
        assert z_score(value * 1.00001, of) == pytest.approx(z, abs=0.01)


def test_a_reference_without_skew_is_a_logarithm():
    """L of 0 is the limit: z is the logarithm over S."""
    none, little = (Reference(Source.WHO, power, 10, 0.1) for power in (0, 1e-9))
    assert plain_z(11, none) == pytest.approx(plain_z(11, little), abs=1e-6)
    assert value_at(1, none) == pytest.approx(value_at(1, little), rel=1e-6)


def test_a_value_that_the_curve_does_not_reach_is_infinite():
    """A body mass index at z 4 does not exist where L is far below 0."""
    assert value_at(4, Reference(Source.CDC, -3, 16, 0.1)) == float("inf")
    assert value_at(-4, Reference(Source.CDC, 3, 16, 0.1)) == 0


# ---------------------------------------------------------------- the verdicts

PLAUSIBLE, ASK, REFUSE = Level.FINE, Level.ASK, Level.REFUSE


@pytest.mark.hazard("H02")
@pytest.mark.hazard("H08")
@pytest.mark.parametrize(
    ("weight", "height", "age", "levels"),
    [
        # weight, height, years: weight, height, body mass index
        ("18.4", "108", 6.2, (PLAUSIBLE, PLAUSIBLE, PLAUSIBLE)),
        ("40.6", "108", 6.2, (ASK, PLAUSIBLE, REFUSE)),  # 18.4 kg in pounds
        ("108", "18.4", 6.2, (REFUSE, REFUSE, REFUSE)),  # swapped
        ("18.4", "1.08", 6.2, (PLAUSIBLE, REFUSE, REFUSE)),  # metres
        ("18400", "108", 6.2, (REFUSE, PLAUSIBLE, REFUSE)),  # grams
        ("184", "108", 6.2, (REFUSE, PLAUSIBLE, REFUSE)),
        ("1.84", "108", 6.2, (REFUSE, PLAUSIBLE, REFUSE)),
        ("3.3", "50", 0, (PLAUSIBLE, PLAUSIBLE, PLAUSIBLE)),
        ("9.6", "76", 1, (PLAUSIBLE, PLAUSIBLE, PLAUSIBLE)),
        ("9.6", "76", 9, (REFUSE, REFUSE, PLAUSIBLE)),
        # from 10 years on the body mass index speaks for the weight
        ("123", "170", 15, (PLAUSIBLE, PLAUSIBLE, ASK)),
        ("90", "190", 15, (PLAUSIBLE, PLAUSIBLE, PLAUSIBLE)),  # heavy and tall
        ("35", "170", 15, (PLAUSIBLE, PLAUSIBLE, ASK)),
        # but not where the height is doubted
        ("123", "230", 15, (ASK, REFUSE, PLAUSIBLE)),
        # adults
        ("70", "175", 40, (PLAUSIBLE, PLAUSIBLE, PLAUSIBLE)),
        ("154", "175", 40, (PLAUSIBLE, PLAUSIBLE, ASK)),
        ("70", "1.75", 40, (PLAUSIBLE, REFUSE, REFUSE)),
        ("175", "70", 40, (ASK, REFUSE, REFUSE)),
        ("34", "170", 40, (PLAUSIBLE, PLAUSIBLE, ASK)),
    ],
)
def test_verdicts(weight: str, height: str, age: float, levels: tuple[Level, ...]):
    """A260: asked above |z| 3, refused above 5."""
    found = checked(weight, height, years(age))
    assert tuple(found[one].level for one in Measure) == levels


@pytest.mark.hazard("H02")
def test_a_very_heavy_adolescent_is_not_squeezed_below_3():
    """123 kg and 170 cm at 15 years: the plain z is below 3, the modified one above 4."""
    of = reference(Measure.MASS_INDEX, "male", years(15)[0])
    index = 123 / 1.7**2
    assert plain_z(index, of) < 3
    assert z_score(index, of) > 4
    assert checked("123", "170", years(15))["body mass index"].level is ASK
    assert checked("123", None, years(15))["weight"].level is ASK


@pytest.mark.hazard("H02")
def test_the_sentence_says_value_age_z_and_reference():
    """What a reader needs to judge the verdict."""
    said = checked("18.4", "108", years(6.2))
    assert said["weight"].text == "18.4 kg at 6 years 2 months is z -1.1 (CDC 2000, weight for age)"
    assert said["height"].text == "108 cm at 6 years 2 months is z -1.7 (CDC 2000, height for age)"
    assert said["body surface"].text == (
        "the body surface is 0.743 m2 by Mosteller and 0.743 m2 by Haycock"
    )
    newborn = checked("3.3", None, (0, 0), "female")["weight"].text
    assert newborn == "3.3 kg at 0 days is z 0.1 (WHO 2006, weight for age)"
    adult = checked("70", None, years(40))["weight"].text
    assert adult == "70 kg is plausible in an adult (usual: 35 to 150 kg)"
    assert "above 20" in checked("18400", None, years(6.2))["weight"].text
    assert "born at term" in checked("1.2", None, (3, 3))["weight"].text


@pytest.mark.hazard("H12")
def test_of_an_unknown_sex_the_milder_verdict_counts_and_both_are_shown():
    """80 kg at 11 years, by both tables."""
    alone = {sex: checked("80", None, years(11), sex)["weight"] for sex in SEXES}
    for sex in (None, "unknown", "other"):
        both = checked("80", None, years(11), sex)["weight"]
        assert both.level is min((one.level for one in alone.values()), key=lambda one: one.grave)
        for one in alone.values():
            z = one.text.split(" is z ")[1].split(" ")[0]
            assert z in both.text
        assert "the sex is not known" in both.text


@pytest.mark.hazard("H12")
def test_of_an_unknown_age_what_some_age_explains_is_plausible_and_said():
    """A record with no or part of a date of birth: the ages that fit are named."""
    nothing = checked("18.4", "108", None)
    assert worst(tuple(nothing.values())) is PLAUSIBLE
    assert "age not known" in nothing["weight"].text
    assert "from 3 years" in nothing["weight"].text
    part = checked("18.4", "108", (2000, 2365))["weight"]
    assert "at 5 years 5 months to 6 years 5 months" in part.text
    assert part.level is PLAUSIBLE


@pytest.mark.hazard("H08")
def test_weight_and_height_are_not_judged_by_different_ages():
    """70 kg is an adult's and 50 cm a newborn's: no age has both."""
    assert checked("70", None, None)["weight"].level is PLAUSIBLE
    assert checked(None, "50", None)["height"].level is PLAUSIBLE
    assert worst(tuple(checked("70", "50", None).values())) is REFUSE


@given(
    st.integers(0, 8000),
    st.integers(0, 800),
    st.decimals(3, 120, places=1),
    st.decimals(45, 200, places=1),
    st.data(),
)
def test_knowing_less_of_age_and_sex_is_never_graver(
    young: int, more: int, weight: Decimal, height: Decimal, data: st.DataObject
):
    """An interval of ages is judged as mildly as each of its ages that is tried, with each sex."""
    ages = possible_ages((young, young + more))
    loose = fit(weight, height, ages, SEXES)
    exact = fit(weight, height, (data.draw(st.sampled_from(ages)),), ("male",))
    gravest = [max(one.level.grave for one in of.best.values()) for of in (loose, exact)]
    assert gravest == sorted(gravest)
    assert loose.plausible or not exact.plausible


@pytest.mark.hazard("H04")
@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity", "0", "-18.4", "1e9"])
def test_what_is_no_measurement_is_refused(number: str):
    """It is compared with nothing, because such comparisons lie."""
    (weight,) = checked(number, "108", years(6)).values()
    assert (weight.level, weight.about) == (REFUSE, "weight")
    (height,) = checked("18.4", number, years(6)).values()
    assert (height.level, height.about) == (REFUSE, "height")


def test_what_is_not_measured_has_no_verdict():
    """Nothing is made up."""
    assert checked(None, None, years(6)) == {}
    assert set(checked("18", None, years(6))) == {"weight"}
    assert set(checked(None, "108", years(6))) == {"height"}


def test_every_verdict_names_its_assumptions():
    """And they exist."""
    from ferrata.alps.sources import assumed

    used = {
        warrant
        for weight in ("18.4", "40.6", "75")
        for age in (6.2, 15)
        for one in checked(weight, "170", years(age), earlier=((3, Decimal(18)),)).values()
        for warrant in one.warrants
    }
    assert {"A260", "A262", "A264"} <= used <= set(assumed)


@pytest.mark.hazard("H09")
@pytest.mark.parametrize("age", [(-1, 10), (10, 9)])
def test_an_age_before_birth_or_backwards_is_an_error(age: tuple[int, int]):
    """The record refuses a birth in the future; a caller's slip is not measured either."""
    with pytest.raises(ValueError, match="youngest possible first"):
        checked("18", "108", age)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (60, "60 days"),
        (61, "2 months"),
        (365, "12 months"),
        (730, "2 years"),
        (731, "2 years"),
        (2191, "6 years"),
        (2264, "6 years 2 months"),
        (6574, "18 years"),
        (400, "13 months"),
        (4413, "12 years 1 month"),
    ],
)
def test_ages_in_words(days: int, said: str):
    """As a person says them; a birthday is a birthday with or without its leap day."""
    assert in_words(days) == said


# ---------------------------------------------------------------- earlier weights


@pytest.mark.hazard("H02")
@pytest.mark.parametrize(
    ("now", "days", "before", "age", "hint"),
    [
        ("40", 30, "18.2", 6.2, "pounds"),
        ("18.2", 30, "40", 6.2, "pounds"),
        ("18.2", 0, "1.82", 6.2, "decimal point"),
        ("2.0", 90, "20", 6.2, "decimal point"),
        ("23.5", 30, "18.2", 6.2, "weigh again"),  # 29 % more
        ("22.5", 30, "18.2", 6.2, None),  # 24 % more
        ("13.5", 30, "18.2", 6.2, "weigh again"),
        ("14", 30, "18.2", 6.2, None),
        ("40", 91, "18.2", 6.2, None),  # too long ago to compare
        ("6.4", 90, "3.3", 90 / YEAR, None),  # an infant doubles its weight
        ("3.3", 90, "3.3", 90 / YEAR, "weigh again"),  # and one that does not is asked about
        ("6.4", 90, "3.3", 6.2, "weigh again"),
        ("60", 80, "45", 40, None),  # adults: the factors alone
        ("150", 80, "68", 40, "pounds"),
    ],
)
def test_a_jump_from_an_earlier_weight_is_asked_about(
    now: str, days: int, before: str, age: float, hint: str | None
):
    """A262: what a child of that age gains is allowed for."""
    said = checked(now, None, years(age), earlier=((days, Decimal(before)),)).get("trend")
    if hint is None:
        assert said is None
    else:
        assert said is not None
        assert said.level is ASK
        assert hint in said.hint
        assert before in said.text


def test_the_nearest_weight_that_disagrees_is_named():
    """Whatever their order."""
    earlier = ((60, Decimal(18)), (5, Decimal(40)), (30, Decimal("18.1")))
    said = checked("40.5", None, years(6.2), earlier=earlier)["trend"]
    assert "18.1 kg 30 days before" in said.text


def test_without_an_age_no_growth_is_allowed_for():
    """Twice the weight is asked about: whose infant it is, is not known."""
    assert "trend" in checked("6.4", None, None, earlier=((90, Decimal("3.3")),))


@pytest.mark.parametrize("earlier", [(-1, "18"), (3, "0"), (3, "NaN")])
def test_an_earlier_weight_is_earlier_and_a_weight(earlier: tuple[int, str]):
    """Otherwise the caller has slipped."""
    with pytest.raises(ValueError, match="no earlier weight"):
        checked("18", None, years(6), earlier=((earlier[0], Decimal(earlier[1])),))
