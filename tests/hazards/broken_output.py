"""Faults of what is printed: which content spoke, how old it is, alarms, widths."""

from __future__ import annotations

from tests.hazards.edit import always, instead
from tests.hazards.log import Fault

from ferrata.cli.examination import OK, Check

CONTENT = (
    Fault(
        "H20",
        "a-hash-of-the-name",
        "the hash is of the guideline's name and version, not of its rules",
        "ferrata.plan.basis:content_hash",
        instead("sha256(canonical(guideline))", "sha256(guideline.version.encode())"),
        "plan/test_json.py::test_another_guideline_has_another_hash",
    ),
    Fault(
        "H20",
        "an-old-hash-is-kept",
        "the hash of the first guideline is kept for all",
        "ferrata.plan.basis:version_of",
        instead("_HASHES.get(id(content))", "next(iter(_HASHES.values()), None)"),
        "plan/test_json.py::test_another_guideline_has_another_hash",
    ),
    Fault(
        "H20",
        "files-are-not-compared",
        "files that changed since the installation are not noticed",
        "ferrata.cli.doctoring:integrity",
        always(Check(id="files", group="", title="", status=OK, found="")),
        "cli/test_doctor.py::test_a_rule_changed_after_installation_is_found",
    ),
    Fault(
        "H34",
        "no-word-of-the-clock",
        "an output of a day before the release says nothing of it",
        "ferrata.plan.basis:noticed",
        instead("if clock and on <", "if clock is None and on <"),
        "cli/test_notices.py::test_a_clock_before_the_release_is_announced_in_the_notice",
    ),
    Fault(
        "H36",
        "old-after-a-month-more",
        "content of twelve months is not old yet",
        "ferrata.plan.basis:noticed",
        instead("months >= STALE_MONTHS", "months > STALE_MONTHS"),
        "cli/test_notices.py::test_the_age_of_content_is_counted_in_calendar_months",
    ),
    Fault(
        "H36",
        "years-only",
        "the age of content is counted in months of the same year",
        "ferrata.plan.basis:age_in_months",
        instead("(on.year - made.year) * 12 + on.month - made.month", "on.month - made.month"),
        "cli/test_notices.py::test_the_age_of_content_is_counted_in_calendar_months",
    ),
)

ALARMS = (
    Fault(
        "H30",
        "what-is-not-excluded-alarms",
        "an emergency that nobody excluded is an alarm",
        "ferrata.plan.build:_emergency",
        instead("said.answer is not Answer.NO", "said.answer"),
        "plan/test_alarms.py::test_stable_patients_raise_hardly_an_alarm",
    ),
    Fault(
        "H30",
        "one-danger-of-several",
        "of several dangers the first is shown",
        "ferrata.plan.build:_emergency",
        instead("return tuple(found.values())", "return tuple(found.values())[:1]"),
        "plan/test_alarms.py::test_every_danger_stands_on_the_one_card",
    ),
)

PAPER = (
    Fault(
        "H31",
        "long-words-are-broken",
        "what is longer than a line is cut",
        "ferrata.plan.lines:wrapped",
        instead("break_long_words=False", "break_long_words=True"),
        "plan/test_widths.py::test_no_width_cuts_a_number_or_parts_it_from_its_unit",
    ),
    Fault(
        "H31",
        "broken-on-hyphens",
        "a line may end after a hyphen, also within 1-2 mg and 2026-11-20",
        "ferrata.plan.lines:wrapped",
        instead("break_on_hyphens=False", "break_on_hyphens=True"),
        "plan/test_widths.py::test_no_width_cuts_a_number_or_parts_it_from_its_unit",
    ),
    Fault(
        "H31",
        "rounded-on-the-way",
        "a value is shown with two digits",
        "ferrata.plan.words:value_text",
        instead(
            'return f"{_grouped(plain(known))}{unit_text(feature)}"',
            'return f"{known:.2g}{unit_text(feature)}"',
        ),
        "plan/test_words.py::test_a_value_reads_with_its_unit_and_every_digit",
    ),
)

OUTPUT = (*CONTENT, *ALARMS, *PAPER)
