"""Every reader of what comes from outside, with its errors and its share of the executions."""

from __future__ import annotations

import typer
from tests.fuzz import files, odd, seeds, typed
from tests.fuzz.harness import Target

from ferrata.cli.drugs import find_monograph, of_age
from ferrata.cli.planning import answered, find
from ferrata.cli.quantities import height_of, sex_of, weight_of
from ferrata.cli.root import day
from ferrata.exchange.calendar import calendar_file
from ferrata.exchange.calendar_page import calendar_page
from ferrata.exchange.code_map_file import read_code_map
from ferrata.exchange.fhir import read_fhir
from ferrata.exchange.inspection import inspect_fhir
from ferrata.guideline.errors import AnswerError, RecordError, Refusal, SiteError
from ferrata.languages import LanguageError, asked_for, read
from ferrata.plan.dose.site import read_site
from ferrata.plan.interactions.build import named_medicine
from ferrata.plan.json import read_plan
from ferrata.plan.taper import read_taper
from ferrata.record.dates import elapsed, instant_of, lies_after, period_of, when_of
from ferrata.record.files import read_record
from ferrata.record.numbers import hint_of, interval_of, number_of, result_of
from ferrata.record.strict_json import read_json
from ferrata.record.ucum import refusal_of, unit_of

_NUMBERS = seeds.texts("0", "7.20", "-1.5", "123456789012.5", "1,5", "1_0", "1e3", "+5", "٣", "007")
_RESULTS = seeds.texts(
    *("< 7.2 g/dL", "less than 5", "3 - 5 mg/dL", "≥1.5%", "38/nL", "1.000", "12 000 /uL", "1 +"),
    *("at least 10 x10^9/L", "2 to 3", "5e3", "hemolysed", "<5", "0.5 10*9/L", "2–4 {cells}/uL"),
)
_UNITS = seeds.texts(
    *("g/dL", "10*9/L", "10^9/L", "x10³/µL", "/nL", "cells per uL", "g.L-1", "mg/g{creat}", "G/L"),
    *("[degF]", "%", "K/uL", "THOU/MCL", "mmol/L", "umol/L", "U/L", "IU/mL", "mg/mmol", "10*-9.L"),
)
_DATES = seeds.texts(
    *("2020", "2020-10\n2020-10-03", "2020-10-03/2020-10-09", "/2020", "2020-02-30"),
    *("2020-10-03T20:00:00+02:00\n2020-10-04T08:00Z", "2020-10-03T23:59:60Z\n2020-10-03T24:00"),
    *("9999-12-31T23:59\n1000-01-01", "2026-11-22T02:00:00.123-11:30", "2020-10-25T02:30\n2020"),
)
_QUANTITIES = seeds.texts(
    *("18.4kg", "40.5 lb", "900g", "108cm", "1.08m", "42 in", "6y", "18mo", "5w", "10d", "female"),
    *("2026-11-20", "20261120", "2026-W47-5", "0.0001g", "999999999999kg", "8.4.1kg", "18,4kg"),
)
_NAMES = seeds.texts(
    *("prednisone", "sirolimus 1 mg tablet", "Rapamune", "clarithromycin and rifampicin", "MMF"),
    *("reconciled", "rao-2015-figure", "de_AT.UTF-8", "de:en", "C.UTF-8", "trimethoprim/sulfa"),
)
_LABELS = seeds.texts("", "Zoë", "née; a, b\\n: c", "<b>&amp;'\"", "a\nEND:VEVENT\nX:y", "ß" * 40)

_TYPED = (typer.BadParameter,)
_RECORD = (RecordError, Refusal)

# fmt: off
TARGETS: tuple[Target, ...] = (
    #      name, check, readers, seeds, mutator, documented errors, executions in full and in fast
    Target("numbers", typed.number, (number_of,),
           lambda: _NUMBERS, odd.text, (), 330_000, 4_000),
    Target("results", typed.result, (result_of, interval_of, hint_of),
           lambda: _RESULTS, odd.text, (), 220_000, 3_000),
    Target("units", typed.unit, (unit_of, refusal_of),
           lambda: _UNITS, odd.text, (), 150_000, 3_000),
    Target("dates", typed.dates, (when_of, instant_of, period_of, lies_after, elapsed),
           lambda: _DATES, odd.text, (), 120_000, 2_000),
    Target("answers", typed.answers, (answered,),
           seeds.answers, odd.assigned, (AnswerError,), 20_000, 300),
    Target("quantities", typed.quantities, (weight_of, height_of, sex_of, of_age, day),
           lambda: _QUANTITIES, odd.text, _TYPED, 40_000, 1_000),
    Target("names", typed.names, (find_monograph, find, named_medicine, asked_for),
           lambda: _NAMES, odd.text, _TYPED, 6_000, 100),
    Target("calendar", typed.calendar, (calendar_file, calendar_page),
           lambda: _LABELS, odd.text, (), 1_000, 20, longest=4_096),
    Target("json", files.plain_json, (read_json,),
           seeds.bundles, odd.json_value, _RECORD, 25_000, 300),
    Target("record", files.record, (read_record,),
           seeds.records, odd.json_value, _RECORD, 20_000, 200, ("ferrata.record",)),
    Target("bundle", files.bundle, (read_fhir,),
           seeds.bundles, odd.json_value, _RECORD, 50_000, 500,
           ("ferrata.record", "ferrata.exchange")),
    Target("whole bundle", files.bundle, (read_fhir,),
           seeds.whole_bundles, odd.json_value, _RECORD, 1_000, 15, ("ferrata.exchange",)),
    Target("inspection", files.inspected, (inspect_fhir,),
           seeds.bundles, odd.json_value, _RECORD, 10_000, 100, ("ferrata.exchange",)),
    Target("code map", files.code_map, (read_code_map,),
           seeds.code_maps, odd.lines, (SiteError,), 12_000, 300),
    Target("site", files.site, (read_site,),
           seeds.sites, odd.lines, (SiteError,), 15_000, 300),
    Target("taper", files.taper, (read_taper,),
           seeds.tapers, odd.json_value, (RecordError,), 2_000, 30),
    Target("plan", files.kept_plan, (read_plan,),
           seeds.plans, odd.json_value, (RecordError,), 1_000, 20),
    Target("catalogue", files.catalogue, (read,),
           seeds.catalogues, odd.raw, (LanguageError,), 12_000, 200),
)
# fmt: on

BY_NAME = {one.name: one for one in TARGETS}

REACHED = {
    f"ferrata.exchange.fhir.{name}": "bundle"
    for name in (
        "absent.read_absent",
        "allergy.read_allergy",
        "answers.read_answers",
        "answers.read_composition",
        "answers.read_list",
        "bundle.read_bundle",
        "concepts.answer_of",
        "condition.read_condition",
        "condition.read_procedure",
        "course.read_course",
        "dosage.dosage_of",
        "family.read_family",
        "immunization.read_immunization",
        "observation.read_observation",
        "variant.read_phase",
    )
}
"""Public readers that are given nothing from outside but through another, with the target of it."""
