"""Faults of what is reckoned: bodies, their age, doses, products, tapers."""

from __future__ import annotations

from typing import Any

from tests.hazards.edit import always, instead
from tests.hazards.log import Fault

from ferrata.dosing.growth.model import Level


def _swapped(body_checks: Any) -> Any:
    def wrong(*, weight_kg: Any, height_cm: Any, **others: Any) -> Any:
        return body_checks(weight_kg=height_cm, height_cm=weight_kg, **others)

    return wrong


BODY = (
    Fault(
        "H02",
        "pounds-are-not-looked-for",
        "a weight that is usual in pounds is not asked about",
        "ferrata.dosing.growth.limits:_fits_as_pounds",
        always(False),
        "dosing/test_growth_slips.py::test_a_weight_in_pounds_is_noticed_beside_a_height",
    ),
    Fault(
        "H02",
        "every-body-is-plausible",
        "no weight and no height is asked about",
        "ferrata.dosing.growth.limits:_level",
        always(Level.FINE),
        "dosing/test_growth.py::test_verdicts",
    ),
    Fault(
        "H02",
        "no-unit-is-kilograms",
        "a weight that is typed without a unit is taken for kilograms",
        "ferrata.cli.quantities:_quantity",
        instead("unit = units.get(found.unit)", "unit = units.get(found.unit, into)"),
        "cli/test_dose.py::test_what_could_mean_two_things_is_no_weight",
    ),
    Fault(
        "H02",
        "a-jump-is-growth",
        "a weight that doubled in a month is not asked about",
        "ferrata.dosing.growth.checks:trend_check",
        always(None),
        "dosing/test_growth_slips.py::test_a_weight_in_pounds_is_noticed_beside_an_earlier_weight",
    ),
    Fault(
        "H08",
        "any-surface",
        "a body surface that no body has gives a dose",
        "ferrata.dosing.body:outside_surface",
        always(False),
        "dosing/test_amount.py::test_a_surface_that_no_body_has_gives_no_number",
    ),
    Fault(
        "H08",
        "height-in-decimeters",
        "the body mass index is reckoned with a height in another unit",
        "ferrata.dosing.growth.limits:_values",
        instead("(height / 100) ** 2", "(height / 10) ** 2"),
        "dosing/test_growth.py::test_verdicts",
    ),
    Fault(
        "H08",
        "edges-of-the-surface",
        "a body surface of exactly 2.6 m2 is refused, or one below 0.15 is not",
        "ferrata.dosing.body:outside_surface",
        instead("SURFACE[0] <= surface_m2 <= SURFACE[1]", "SURFACE[0] < surface_m2 < SURFACE[1]"),
        "dosing/test_body.py::test_doses_are_computed_from_0_15_to_2_6_square_meters",
    ),
    Fault(
        "H09",
        "any-age-will-do",
        "what is plausible at some age is plausible, though the age is known",
        "ferrata.dosing.growth.checks:possible_ages",
        instead("low, high = (0, ADULT) if age is None else age", "low, high = 0, ADULT"),
        "cli/test_dose_sizes.py::test_a_size_that_such_a_body_does_not_have_gives_no_amount",
    ),
    Fault(
        "H02",
        "the-plan-does-not-look",
        "a plan reckons with any weight",
        "ferrata.plan.dose.sized:doubts",
        always((None, ())),
        "plan/test_dose_sized.py::test_a_weight_in_pounds_is_asked_about",
    ),
    Fault(
        "H02",
        "the-dose-does-not-look",
        "a dose is computed though the weight is to be asked about",
        "ferrata.plan.dose.build:_refused",
        instead("for one in patient.checks:", "for one in ():"),
        "cli/test_dose_sizes.py::test_a_size_that_such_a_body_does_not_have_gives_no_amount",
    ),
    Fault(
        "H08",
        "height-for-weight",
        "weight and height are swapped on the way to their check",
        "ferrata.cli.dosing:body_checks",
        _swapped,
        "cli/test_dose_sizes.py::test_a_size_that_such_a_body_does_not_have_gives_no_amount",
    ),
    Fault(
        "H10",
        "a-dose-from-an-old-weight",
        "a dose is computed from a weight that is too old",
        "ferrata.cli.dosing:_measure",
        instead("if old is not None:", "if old is Reason:"),
        "cli/test_dose_sizes.py::test_the_weight_of_an_infant_speaks_for_two_weeks",
    ),
    Fault(
        "H10",
        "a-day-too-long",
        "a weight speaks a day longer",
        "ferrata.dosing.growth.freshness:_stale",
        instead("if days <= limit:", "if days <= limit + 1:"),
        "dosing/test_freshness.py::test_a_weight_speaks_until_its_last_day",
    ),
    Fault(
        "H10",
        "silence-is-no-steroids",
        "nobody spoke of steroids, so none are taken",
        "ferrata.dosing.growth.freshness:weight_speaks",
        instead("if on_steroids is False", "if not on_steroids"),
        "dosing/test_freshness.py::test_a_weight_speaks_until_its_last_day",
    ),
    Fault(
        "H10",
        "weighed-tomorrow",
        "a weight dated after the day of the dose is fresh",
        "ferrata.dosing.growth.freshness:_stale",
        instead("if days < 0:", "if days < -400:"),
        "dosing/test_freshness.py::test_a_measurement_of_tomorrow_is_stale_too",
    ),
)

AMOUNT = (
    Fault(
        "H04",
        "infinity-is-above-zero",
        "an infinite weight is a measurement, because it is above 0",
        "ferrata.dosing.growth.checks:_unmeasurable",
        instead(
            "if value is not None and not (value.is_finite() and low <= value <= high):",
            "if value is not None and value < low:",
        ),
        "dosing/test_growth.py::test_what_is_no_measurement_is_refused",
    ),
    Fault(
        "H05",
        "rounding-over-the-most",
        "a liquid is rounded up over the most",
        "ferrata.dosing.portions:_measured_out",
        instead("low <= steps * step <= high", "low <= steps * step"),
        "dosing/test_giving.py::test_rounding_to_products_never_crosses_a_bound",
    ),
    Fault(
        "H05",
        "nearest-whatever-the-bounds",
        "tablets are the nearest to the dose, whatever its bounds",
        "ferrata.dosing.portions:nearest",
        instead("pieces.near(target, low, high)", "pieces.near(target, Fraction(0), 2 * high)"),
        "prove/test_doses.py::test_a_dose_stays_within_its_bounds",
    ),
    Fault(
        "H05",
        "no-cap",
        "the cap is said and not applied",
        "ferrata.dosing.amount:_limited",
        instead("low, high = min(low, limit.cap), limit.cap", "pass"),
        "prove/test_doses.py::test_a_dose_stays_within_its_bounds",
    ),
    Fault(
        "H05",
        "tolerance-over-the-cap",
        "the tolerance of a product is added to the cap",
        "ferrata.dosing.amount:window",
        instead("min((most * (1 + share), *tops))", "most * (1 + share)"),
        "dosing/test_giving.py::test_rounding_to_products_never_crosses_a_bound",
    ),
    Fault(
        "H05",
        "a-stop-that-clamps",
        "above the hard stop the dose is lowered without a word",
        "ferrata.dosing.amount:_limited",
        instead("if not high <= limit.stop:", "high = min(high, limit.stop)\n        if False:"),
        "dosing/test_amount.py::test_above_the_hard_stop_nothing_is_computed",
    ),
    Fault(
        "H06",
        "micrograms-are-milligrams",
        "the unit of a dose by weight is dropped",
        "ferrata.dosing.amount:milligrams",
        instead("quantity.to(unit / per_day if daily else unit)", "Fraction(quantity.value)"),
        "dosing/test_amount.py::test_an_amount_is_what_a_calculator_says",
    ),
    Fault(
        "H06",
        "mcg",
        "micrograms are abbreviated",
        "ferrata.dosing.written:spelled",
        instead('"micrograms"', '"mcg"'),
        "dosing/test_amount.py::test_micrograms_are_always_written_out",
    ),
    Fault(
        "H06",
        "any-strength",
        "a strength a thousandfold off is taken",
        "ferrata.plan.dose.site:_check_strength",
        always(None),
        "plan/test_dose_site.py::test_a_thousandfold_slip_of_micrograms_is_refused",
    ),
    Fault(
        "H07",
        "the-day-at-once",
        "the dose of a day is given at each time",
        "ferrata.dosing.amount:Amount.per_dose",
        instead(
            "Fraction(self.low) / self.divided, Fraction(self.high) / self.divided",
            "Fraction(self.low), Fraction(self.high)",
        ),
        "dosing/test_amount.py::test_the_dose_of_a_day_and_each_of_its_parts_are_told_apart",
    ),
    Fault(
        "H07",
        "products-for-the-day",
        "a product of one dose may hold what is for the whole day",
        "ferrata.dosing.amount:window",
        instead("return least / dose.divided, most / dose.divided", "return least, most"),
        "dosing/test_giving.py::test_rounding_to_products_never_crosses_a_bound",
    ),
    Fault(
        "H07",
        "a-single-dose-of-a-day",
        "a dose that is given twice a week is called one of a day",
        "ferrata.dosing.amount:amount",
        instead('"" if dose.repeat else "/d"', '"/d"'),
        "dosing/test_amount.py::test_a_single_dose_is_no_dose_of_a_day",
    ),
)

TAPER = (
    Fault(
        "H24",
        "a-day-twice",
        "a step begins on the last day of the one before",
        "ferrata.dosing.taper.generate:_stretches",
        instead("first = last + timedelta(days=1)", "first = last"),
        "dosing/test_taper.py::test_every_taper_keeps_its_invariants",
    ),
    Fault(
        "H24",
        "days-left-over",
        "days that make no whole step are dropped",
        "ferrata.dosing.taper.generate:_targets",
        instead("(rest if left == 1 else 0)", "0"),
        "dosing/test_taper.py::test_every_taper_keeps_its_invariants",
    ),
    Fault(
        "H24",
        "ends-on-its-own-day",
        "an event of a calendar ends on the day it begins, which is the day before it",
        "ferrata.exchange.calendar:_event",
        instead("{day + timedelta(days=1):%Y%m%d}", "{day:%Y%m%d}"),
        "taper/test_calendar.py::test_every_day_is_one_all_day_event_that_ends_the_next_day",
    ),
    Fault(
        "H25",
        "always-the-first-sequence",
        "the days of a newer plan have the sequence of the first",
        "ferrata.exchange.calendar:_event",
        instead("SEQUENCE:{made.revision}", "SEQUENCE:0"),
        "taper/test_calendar.py::test_an_old_file_that_is_taken_again_brings_nothing_back",
    ),
    Fault(
        "H25",
        "one-day-goes-on",
        "the last day of an older plan is not cancelled",
        "ferrata.exchange.calendar:_cancelled",
        instead("(older.last - older.void_from).days + 1", "(older.last - older.void_from).days"),
        "taper/test_calendar.py::test_after_both_files_exactly_the_new_plan_remains",
    ),
    Fault(
        "H25",
        "the-last-plan-only",
        "only the last of the older plans is cancelled",
        "ferrata.plan.taper.replacing:replaced_by",
        instead("return (direct, *earlier)", "return (direct,)"),
        "taper/test_calendar.py::test_a_family_that_missed_a_file_is_still_rid_of_every_older_plan",
    ),
    Fault(
        "H25",
        "the-pulse-alone-counts",
        "a pulse may end abruptly whatever was given before it",
        "ferrata.plan.taper.replacing:_check_end",
        instead("if in_all > shape.abrupt:", "if days > shape.abrupt:"),
        "taper/test_plans.py::test_a_pulse_never_ends_abruptly_what_went_on_for_three_weeks",
    ),
    Fault(
        "H25",
        "any-fall",
        "a dose may fall to nothing at once",
        "ferrata.dosing.taper.generate:_too_steep",
        always(None),
        "dosing/test_taper.py::test_what_products_or_ranges_forbid_is_refused_with_what_would_do",
    ),
)

DOSING = (*BODY, *AMOUNT, *TAPER)
