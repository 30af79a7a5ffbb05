"""Bad input ends with a message, an exit code and nothing on standard output."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.commands import (
    EXAMPLES,
    ON,
    Ran,
    count,
    example,
    ferrata,
    patient,
    plan,
    resources,
    with_another_patient,
    with_resource,
)

BUNDLE = '{"resourceType": "Bundle", "type": "collection", "entry": [%s]}'
GOOD = EXAMPLES / "emergency.json"


def refused(ran: Ran, code: int, *words: str):
    """Assert a clean failure that says these words on standard error."""
    assert ran.code == code, ran.err
    assert not ran.out
    assert "Traceback" not in ran.err + ran.out
    assert "a mistake of the program" not in ran.err
    for word in words:
        assert word in ran.err
    assert ran.err.endswith("\n")


def truncated() -> bytes:
    return GOOD.read_bytes()[:5000]


def twice() -> bytes:
    return b'{"resourceType": "Bundle", "type": "collection",\n "type": "history", "entry": []}'


def number(text: str) -> Callable[[], bytes]:
    """An example whose hemoglobin is spelled so."""
    return lambda: GOOD.read_bytes().replace(b"4.6", text.encode(), 1)


def deep() -> bytes:
    return (BUNDLE % ("[" * 100_000 + "]" * 100_000)).encode()


def deep_objects() -> bytes:
    return (BUNDLE % ('{"a":' * 100_000 + "1" + "}" * 100_000)).encode()


def stu3() -> bytes:
    bundle = example("emergency")
    resources(bundle, "Condition")[0]["assertedDate"] = "2023-10-05"
    return json.dumps(bundle).encode()


def dstu2() -> bytes:
    return json.dumps(
        with_resource(
            "emergency",
            {
                "resourceType": "MedicationOrder",
                "id": "x",
                "patient": {"reference": "Patient/david"},
            },
        )
    ).encode()


def r5() -> bytes:
    bundle = example("emergency")
    bundle["fhirVersion"] = "5.0.0"
    return json.dumps(bundle).encode()


def no_patient() -> bytes:
    bundle = example("emergency")
    bundle["entry"] = [one for one in bundle["entry"] if one["resource"] is not patient(bundle)]
    return json.dumps(bundle).encode()


UNREADABLE: list[tuple[str, Callable[[], bytes], tuple[str, ...]]] = [
    ("truncated", truncated, ("ends in the middle", "line ", "send the whole file")),
    ("a key twice", twice, ('"type" stands twice', "line 2")),
    ("NaN", number("NaN"), ("NaN is not a number",)),
    ("an infinity", number("-Infinity"), ("-Infinity is not a number",)),
    ("a number of 5000 digits", number("4" * 5000), ("more than 64 digits",)),
    ("a comma for a point", number("4,6"), ("not JSON",)),
    ("an underscore in a number", number("4_6"), ("not JSON",)),
    ("100,000 lists deep", deep, ("nested",)),
    ("100,000 objects deep", deep_objects, ("nested",)),
    ("empty", lambda: b"", ("the text ends",)),
    ("UTF-16", lambda: GOOD.read_text("utf-8").encode("utf-16"), ("UTF-16", "save the file")),
    ("Latin-1", lambda: b'{"a": "\xe4"}', ("not UTF-8",)),
    ("binary", lambda: bytes(range(256)) * 40, ("not UTF-8",)),
    ("zeros", lambda: bytes(4096), ("not JSON",)),
    ("a list", lambda: b"[]", ("a list, not an object",)),
    ("a number", lambda: b"7", ("not an object",)),
    ("no FHIR", lambda: b"{}", ("no resourceType",)),
    ("a Patient without a Bundle", lambda: b'{"resourceType": "Patient"}', ("not a Bundle",)),
    ("a history", lambda: b'{"resourceType": "Bundle", "type": "history"}', ("history",)),
    ("FHIR DSTU2", dstu2, ("DSTU2", "R4")),
    ("FHIR STU3", stu3, ("STU3", "R4")),
    ("FHIR R5", r5, ("R5", "R4")),
    ("no patient", no_patient, ("Patient",)),
]


@pytest.mark.hazard("H03")
@pytest.mark.hazard("H04")
@pytest.mark.parametrize(
    ("content", "words"), [pytest.param(made, words, id=name) for name, made, words in UNREADABLE]
)
def test_what_cannot_be_read_ends_with_3(
    content: Callable[[], bytes], words: tuple[str, ...], tmp_path: Path
):
    """The message names the file, what is wrong, why that matters and what to do."""
    path = tmp_path / "record.json"
    path.write_bytes(content())
    ran = plan(path)
    refused(ran, 3, str(path) if ran.code == 3 else "", "why:", "do:", *words)


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_failure_prints_no_half_a_plan_as_json_either(as_json: tuple[str, ...], tmp_path: Path):
    """A program that reads the plan gets nothing rather than something."""
    path = tmp_path / "record.json"
    path.write_bytes(truncated())
    refused(plan(path, *as_json), 3, "ends in the middle")


def another_patient() -> dict[str, Any]:
    return with_another_patient()


def another_subject() -> dict[str, Any]:
    return with_resource("emergency", count("somebody-else"))


def entry_of_tomorrow() -> dict[str, Any]:
    return with_resource("emergency", count("david", effectiveDateTime="2099-11-21"))


def condition_of_tomorrow() -> dict[str, Any]:
    bundle = example("emergency")
    resources(bundle, "Condition")[0]["onsetDateTime"] = "2099-01-01"
    return bundle


def born(day: str) -> Callable[[], dict[str, Any]]:
    """An example whose patient was born on a day."""

    def made() -> dict[str, Any]:
        bundle = example("emergency")
        patient(bundle)["birthDate"] = day
        return bundle

    return made


UNSAFE: list[tuple[str, Callable[[], dict[str, Any]], tuple[str, ...], str]] = [
    ("two patients", another_patient, ("patient",), "H13"),
    ("an entry of another patient", another_subject, ("somebody-else",), "H13"),
    ("a count of the future", entry_of_tomorrow, ("2099-11-21", "Observation/added"), "H34"),
    ("a condition of the future", condition_of_tomorrow, ("2099-01-01",), "H34"),
    ("a birth in the future", born("2099-02-01"), ("born on 2099-02-01",), "H09"),
    ("a birth in the wrong century", born("1819-08-30"), ("century",), "H09"),
]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        pytest.param(made, words, id=name, marks=pytest.mark.hazard(hazard))
        for name, made, words, hazard in UNSAFE
    ],
)
def test_what_would_be_unsafe_to_answer_ends_with_4(
    made: Callable[[], dict[str, Any]], words: tuple[str, ...], tmp_path: Path
):
    """The record can be read, and an answer could be about somebody or some time else."""
    path = tmp_path / "record.json"
    path.write_text(json.dumps(made()), encoding="utf-8")
    refused(plan(path), 4, "why:", "do:", *words)


@pytest.mark.hazard("H09")
@pytest.mark.parametrize("day", ["2020-02-29", "2020-02", "2020"])
def test_a_leap_day_or_part_of_a_birth_date_is_no_reason_to_refuse(day: str, tmp_path: Path):
    """Only what cannot be is refused."""
    path = tmp_path / "record.json"
    path.write_text(json.dumps(born(day)()), encoding="utf-8")
    assert plan(path).code == 0


def test_a_file_that_is_not_there_ends_with_3(tmp_path: Path):
    """With the operating system's reason."""
    refused(plan(tmp_path / "none.json"), 3, "none.json", "No such file")


def test_a_directory_ends_with_3(tmp_path: Path):
    """It is no file."""
    refused(plan(tmp_path), 3, "directory")


def test_a_file_that_cannot_be_opened_ends_with_3(tmp_path: Path):
    """With the operating system's reason; a link to itself is one that even root cannot open."""
    path = tmp_path / "loop.json"
    path.symlink_to(path)
    refused(plan(path), 3, "loop.json", "cannot be opened", "symbolic links")


def test_500_megabytes_are_refused_by_their_size(
    tmp_path: Path, record_property: Callable[[str, object], None]
):
    """Nothing is read: at once and in little memory. The benchmark holds it to one second."""
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(500 * 1000 * 1000)
    ran = plan(path)
    refused(ran, 3, "500 MB", "at most 20 MB")
    sys.stdout.write(f"{ran.seconds:.2f} s, {ran.most_mb:.0f} MB at most\n")
    record_property("seconds", round(ran.seconds, 3))
    assert ran.seconds < 3
    assert ran.most_mb < 512


def test_the_deepest_nesting_takes_little_time_and_memory(tmp_path: Path):
    """An attack costs its author more than us."""
    path = tmp_path / "deep.json"
    path.write_bytes(deep())
    ran = plan(path)
    refused(ran, 3, "nested")
    sys.stdout.write(f"{ran.seconds:.2f} s, {ran.most_mb:.0f} MB at most\n")
    assert ran.seconds < 3
    assert ran.most_mb < 512


USAGE: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("plan",), ("Missing argument", "record")),
    (("plan", str(GOOD), "--on", "yesterday"), ("yesterday", "2026-11-20")),
    (("plan", str(GOOD), "--on", "20-11-2026"), ("20-11-2026",)),
    (("plan", str(GOOD), "--on", "2026-02-30"), ("2026-02-30",)),
    (("plan", str(GOOD), "--on", ON, "--guideline", "nobody-2020"), ("nobody-2020", "reconciled")),
    (("plan", str(GOOD), "--on", ON, "--answer", "mood=good"), ("mood", "fever")),
    (("plan", str(GOOD), "--on", ON, "--answer", "fever=maybe"), ("fever", "yes or no")),
    (("plan", str(GOOD), "--on", ON, "--answer", "fever"), ("fever", "yes or no")),
    (("plan", str(GOOD), "--on", ON, "--answer", ""), ("nothing that can be answered",)),
    (("plan", str(GOOD), "--sideways"), ("--sideways",)),
    (("climb",), ("climb",)),
    (("schema", "patient"), ("patient", "plan, proofs, record")),
    (("prove", "nobody-2020"), ("nobody-2020", "reconciled")),
]


@pytest.mark.parametrize(("arguments", "words"), USAGE, ids=lambda one: " ".join(one[-2:]))
def test_a_command_used_wrongly_ends_with_2(arguments: tuple[str, ...], words: tuple[str, ...]):
    """And says what can be written instead."""
    refused(ferrata(*arguments), 2, *words)
