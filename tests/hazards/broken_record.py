"""Faults of what is read: numbers, units, dates, statuses, identities, whose record it is."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from tests.hazards.edit import always, changed, instead
from tests.hazards.log import Fault

from ferrata.guideline.units import dL
from ferrata.record.statuses import Use


def _leniently(_: Any) -> Any:
    def number_of(text: str) -> Decimal | None:
        try:
            return Decimal(text)
        except InvalidOperation:
            return None

    return number_of


UNITS = (
    Fault(
        "H01",
        "no-unit-is-the-usual-one",
        "a number without a unit is taken in the unit of its analyte",
        "ferrata.record.measurements:_bounds",
        instead(
            "        return Reason.WRONG_UNIT\n    try:",
            "        written = _Written(written.low, written.high, None, analyte.unit)\n    try:",
        ),
        "record/test_ucum.py::test_a_number_without_a_unit_is_never_a_value",
    ),
    Fault(
        "H01",
        "liters-are-deciliters",
        "g/L is read as g/dL",
        "ferrata.record.ucum.spellings:VOLUMES",
        changed(L=dL),
        "record/test_ucum.py::test_a_spelling_means_what_the_table_says",
    ),
    Fault(
        "H01",
        "code-against-words",
        "a unit's code is believed though the words say another unit",
        "ferrata.record.measurements:unit_for",
        instead("return code if same else None", "return code"),
        "record/test_measurements.py::test_a_code_and_words_that_differ_are_not_believed",
    ),
    Fault(
        "H01",
        "moles-the-wrong-way",
        "moles are divided by the molar mass",
        "ferrata.guideline.units:Quantity.to",
        instead("amount * grams / unit.size", "amount / grams / unit.size"),
        "record/test_ucum.py::test_moles_agree_with_printed_tables",
    ),
    Fault(
        "H01",
        "fahrenheit-from-zero",
        "the 32 of degrees Fahrenheit are forgotten",
        "ferrata.record.measurements:converted",
        instead("number - _FREEZING", "number"),
        "record/test_ucum.py::test_fahrenheit_is_converted_with_its_zero",
    ),
    Fault(
        "H03",
        "lenient-numbers",
        "numbers are read as Python reads them: 1_0, 1e3, full-width digits",
        "ferrata.record.numbers:number_of",
        _leniently,
        "record/test_measurements.py::test_only_plain_digits_are_a_number",
    ),
    Fault(
        "H03",
        "a-point-is-a-point",
        "1.000 in words is one, though it may be a thousand",
        "ferrata.record.numbers:_in_words",
        instead("None if _THOUSANDS.fullmatch(text) else number_of(text)", "number_of(text)"),
        "record/test_measurements.py"
        "::test_a_result_in_words_that_could_mean_two_things_means_nothing",
    ),
    Fault(
        "H03",
        "a-comma-is-a-point",
        "1,5 is read as 1.5",
        "ferrata.record.numbers:result_of",
        instead('bare = text.strip(" \\t")', 'bare = text.strip(" \\t").replace(",", ".")'),
        "record/test_measurements.py::test_words_grades_and_local_numbers_are_unreadable",
    ),
    Fault(
        "H04",
        "nan-in-json",
        "JSON may hold NaN and infinities, as the standard library allows",
        "ferrata.record.strict_json:_constant",
        always(Decimal("NaN")),
        "record/test_strict_json.py::test_what_is_not_plain_json_is_refused_and_says_why",
    ),
    Fault(
        "H21",
        "percent-is-a-number",
        "numbers without dimension are converted into each other, percent among them",
        "ferrata.record.measurements:_kind",
        always("number"),
        "record/test_ucum.py::test_a_percentage_is_a_share_and_nothing_else",
    ),
    Fault(
        "H21",
        "percentages-forgotten",
        "the code of a percentage of neutrophils is that of their count",
        "ferrata.exchange.fhir.concepts:PERCENTAGES",
        always({})(None),
        "exchange/test_observations.py::test_percent_neutrophils_are_never_a_count",
    ),
    Fault(
        "H21",
        "the-name-decides",
        "a name is believed against the code of something else",
        "ferrata.exchange.fhir.concepts:concept_of",
        instead(
            "if any(system in _STANDARD for system, _ in keys):",
            "if not keys and not text:",
        ),
        "exchange/test_observations.py::test_a_code_of_something_else_is_believed_against_its_name",
    ),
    Fault(
        "H23",
        "thousands-are-ones",
        "K/µL is read as /µL",
        "ferrata.record.ucum.spellings:COUNTS",
        changed(K=(0, None)),
        "record/test_ucum.py::test_a_spelling_means_what_the_table_says",
    ),
    Fault(
        "H23",
        "implausible-is-used",
        "a value that no patient has is used",
        "ferrata.record.measurements:_bounds",
        instead("if low not in plausible or high not in plausible:", "if low > high:"),
        "record/test_measurements.py::test_what_no_patient_has_is_implausible",
    ),
)

STATUS = (
    Fault(
        "H22",
        "a-bound-is-a-value",
        "<5 is taken for 5",
        "ferrata.record.measurements:_bounds",
        instead("low, high = plausible.low, high - SMALLEST_STEP", "pass"),
        "record/test_measurements.py::test_a_bound_is_an_interval",
    ),
    Fault(
        "H22",
        "errors-are-results",
        "what was entered in error is used",
        "ferrata.record.statuses:RESULTS",
        changed(entered_in_error=Use.USED),
        "record/test_measurements.py::test_a_withdrawn_or_pending_result_is_no_result",
    ),
    Fault(
        "H22",
        "no-status-is-final",
        "a result without a status is used",
        "ferrata.record.measurements:observation_of",
        instead("RESULTS.get(entry.status, Use.UNREADABLE)", "RESULTS.get(entry.status, Use.USED)"),
        "record/test_measurements.py::test_a_status_decides_whether_a_result_counts",
    ),
    Fault(
        "H22",
        "a-withdrawal-is-not-heeded",
        "the newest version of a result is not looked for",
        "ferrata.exchange.fhir.newest:replaced",
        always({}),
        "exchange/test_duplicates.py::test_a_withdrawal_takes_the_result_with_it",
    ),
    Fault(
        "H14",
        "two-systems-two-results",
        "the same result from two systems counts twice",
        "ferrata.record.events:_identity",
        instead("return found.analyte,", "return found.source,"),
        "record/test_events_clocks.py::test_one_result_from_two_systems_counts_once",
    ),
    Fault(
        "H14",
        "a-conflict-is-not-told",
        "nobody is told that two values of one moment contradict each other",
        "ferrata.exchange.fhir.conflicts:conflicts",
        always(()),
        "exchange/test_duplicates.py"
        "::test_two_values_of_one_moment_are_a_conflict_and_both_are_possible",
    ),
    Fault(
        "H14",
        "older-versions-count",
        "an older version of a result counts beside the newer one",
        "ferrata.exchange.fhir.newest:replaced",
        always({}),
        "exchange/test_duplicates.py::test_the_newest_version_replaces_the_others",
    ),
)

WHOSE = (
    Fault(
        "H13",
        "the-first-patient",
        "of several patients the first is taken",
        "ferrata.exchange.fhir.patient:read_patient",
        instead("if other.resource != first.resource:", "if other is first:"),
        "exchange/test_bundles.py::test_two_patients_are_refused_and_the_same_one_twice_is_not",
    ),
    Fault(
        "H13",
        "the-subject-is-not-read",
        "nobody asks whom a result is about",
        "ferrata.exchange.fhir.patient:Subject.check",
        always(None),
        "exchange/test_bundles.py::test_a_bundle_about_somebody_else_as_well_is_refused",
    ),
    Fault(
        "H13",
        "any-plan-is-replaced",
        "the plan of one child replaces that of another",
        "ferrata.plan.taper.replacing:_differ",
        always(False),
        "taper/test_plans.py::test_a_plan_of_one_person_does_not_void_that_of_another",
    ),
)

TIME = (
    Fault(
        "H09",
        "born-tomorrow",
        "a birth date ahead is not refused",
        "ferrata.record.safety:_check_birth",
        instead("if born.first_day > received:", "if born.first_day > received + 365_000:"),
        "record/test_events.py::test_an_impossible_birth_is_refused",
    ),
    Fault(
        "H09",
        "any-century",
        "somebody of 200 years is not refused",
        "ferrata.record.safety:_check_birth",
        instead("> OLDEST:", "> 10 * OLDEST:"),
        "record/test_events.py::test_an_impossible_birth_is_refused",
    ),
    Fault(
        "H09",
        "29-february-every-year",
        "29 February of a common year is taken for the day before",
        "ferrata.record.dates:_day",
        instead("int(day))", "int(day) - (int(month) == 2 and int(day) == 29))"),
        "record/test_dates.py::test_what_no_calendar_has_is_no_date",
    ),
    Fault(
        "H09",
        "months-without-their-unit",
        "an age below two years is shown in years",
        "ferrata.plan.words:age_text",
        instead("if years >= 2:", "if years >= 0:"),
        "plan/test_words.py::test_an_age_is_in_months_below_two_years_and_then_in_years",
    ),
    Fault(
        "H15",
        "offset-the-wrong-way",
        "the offset of a time zone is added instead of taken away",
        "ferrata.record.dates:instant_of",
        instead(
            "When(when.first - offset, when.last - offset)",
            "When(when.first + offset, when.last + offset)",
        ),
        "record/test_dates_elapsed.py::test_a_night_is_as_long_as_it_was",
    ),
    Fault(
        "H15",
        "the-clock-on-the-wall",
        "elapsed time is reckoned between local clocks",
        "ferrata.record.dates:elapsed",
        instead("begun, done = instant_of(first), instant_of(last)", "begun, done = start, end"),
        "record/test_dates_elapsed.py::test_a_night_is_as_long_as_it_was",
    ),
    Fault(
        "H15",
        "a-date-is-its-midnight",
        "a date without a time is the first second of its day",
        "ferrata.record.dates:when_of",
        instead("When(first * DAY, last * DAY + DAY - 1)", "When(first * DAY, first * DAY)"),
        "record/test_dates_elapsed.py::test_what_is_not_exact_is_an_interval",
    ),
    Fault(
        "H15",
        "zones-are-not-compared",
        "of results from two time zones the one with the later clock is the latest",
        "ferrata.record.clocks:_reaches",
        always({}),
        "record/test_events_clocks.py::test_the_later_of_two_results_can_always_be_the_latest",
    ),
    Fault(
        "H34",
        "tomorrow-has-happened",
        "what happened after the day of receipt is read",
        "ferrata.record.safety:lies_after",
        always(False),
        "record/test_events.py::test_what_happened_tomorrow_is_refused",
    ),
    Fault(
        "H34",
        "any-clock",
        "a clock before the release is taken for right",
        "ferrata.cli.doctoring:clock",
        instead("if today < date.fromisoformat(RELEASED):", "if today.year < 1970:"),
        "cli/test_doctor.py::test_a_clock_before_the_release_is_wrong",
    ),
)

RECORD = (*UNITS, *STATUS, *WHOSE, *TIME)
