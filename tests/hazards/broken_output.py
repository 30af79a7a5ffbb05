"""Faults of what is printed: which content spoke, how old it is, alarms, widths."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.hazards.edit import instead
from tests.hazards.log import Fault


def _steroids_exempt(guidelines: Any) -> Any:
    """Every guideline, and a gate before immunosuppression that steroids need not pass."""

    def wrong(rule: Any) -> Any:
        if rule.id != "gate-lymphoma":
            return rule
        return replace(rule, treatments=rule.treatments[2:])

    return tuple(replace(one, rules=tuple(map(wrong, one.rules))) for one in guidelines)


CONTENT = (
    Fault(
        "H20",
        "steroids-are-exempt",
        "a rule was changed: the lymphoma gate is not before steroids any more",
        "ferrata.alps.guidelines:GUIDELINES",
        _steroids_exempt,
        "statements/test_tables.py::test_a_rule_leads_where_it_was_written_to",
    ),
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
        instead("    if not changed:", "    if len(changed) < 9:"),
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
        "an emergency that nobody excluded is announced as one",
        "ferrata.plan.text:_emergency",
        instead('if one.answer == "yes"]', 'if one.answer != "no"]'),
        "plan/test_alarms.py::test_stable_patients_raise_hardly_an_alarm",
    ),
    Fault(
        "H30",
        "one-danger-of-several",
        "of several dangers the first stands on the card",
        "ferrata.plan.text:_emergency",
        instead("for one in certain for each", "for one in certain[:1] for each"),
        "plan/test_alarms.py::test_every_danger_stands_on_the_one_card",
    ),
    Fault(
        "H30",
        "two-values-are-enough",
        "of many values that endanger two stand on the card",
        "ferrata.plan.text:_emergency",
        instead("map(seen_text, every.values())", "map(seen_text, list(every.values())[:2])"),
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
        "plan/test_widths.py::test_no_width_cuts_a_number_or_parts_it_from_its_unit[taper]",
    ),
    Fault(
        "H31",
        "the-last-column",
        "a line as wide as the page loses its last sign",
        "ferrata.plan.lines:wrapped",
        instead(
            "yield from map(untied, lines)",
            "yield from (untied(one)[: columns() - 1] for one in lines)",
        ),
        "plan/test_widths.py"
        "::test_no_width_cuts_a_number_or_parts_it_from_its_unit[dose mycophenolate]",
    ),
    Fault(
        "H31",
        "units-on-the-next-line",
        "a line may end between a number and its unit",
        "ferrata.plan.lines:tied",
        lambda _: str,
        "plan/test_text.py::test_a_number_stays_with_its_unit",
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
