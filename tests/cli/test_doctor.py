"""``ferrata doctor`` looks, says what to do, and can fail."""

import base64
import hashlib
import json
import sys
from datetime import date
from importlib import metadata
from pathlib import Path

import pytest
from tests.cli.commands import ferrata, run

from ferrata.alps.guidelines import GUIDELINES
from ferrata.cli.doctoring import clock, integrity
from ferrata.cli.examination import Examination, examination_text
from ferrata.cli.self_test import EXPECTED, self_test, touched
from ferrata.guideline.canonical import content_hash
from ferrata.plan.lines import printed_on
from ferrata.version import RELEASED, VERSION


def examined(**environment: str) -> dict[str, dict[str, str]]:
    """What the doctor finds, by check."""
    ran = ferrata("doctor", "--json", stdin=None, **environment)
    assert ran.code in {0, 1}, ran.err
    return {one["id"]: one for one in json.loads(ran.out)["checks"]}


def test_a_sound_installation_passes():
    """Only what the test itself sets, the clock, is worth a look."""
    ran = ferrata("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "FAIL" not in ran.out
    assert VERSION in ran.out
    checks = examined()
    assert {one["id"] for one in checks.values() if one["status"] != "ok"} == {"clock"}
    assert "FERRATA_TODAY" in checks["clock"]["found"]
    for one in GUIDELINES:
        assert content_hash(one)[:12] in checks[f"guideline-{one.id}"]["found"]


def test_each_check_that_is_not_ok_says_what_to_do():
    """On the day before the release, in an old terminal, in German, with old content."""
    for environment in (
        {"FERRATA_TODAY": "2026-11-19"},
        {"FERRATA_TODAY": "2027-11-01"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        {"LC_ALL": "de_CH.UTF-8"},
    ):
        for one in examined(**environment).values():
            assert bool(one["advice"]) == (one["status"] != "ok")


@pytest.mark.hazard("H34")
def test_a_clock_before_the_release_is_wrong():
    """A day makes the difference."""
    released = date.fromisoformat(RELEASED)
    assert clock(date.fromordinal(released.toordinal() - 1)).status == "warn"
    assert clock(released).status == "ok"


@pytest.mark.hazard("H36")
def test_content_of_a_year_is_old():
    """The guidelines of 2026-11: not yet on 2027-10-31, from 2027-11-01 on."""
    assert examined(FERRATA_TODAY="2027-10-31")["guideline-reconciled"]["status"] == "ok"
    assert examined(FERRATA_TODAY="2027-11-01")["guideline-reconciled"]["status"] == "warn"


def test_characters_that_the_terminal_lacks_are_noticed():
    """With what to set."""
    found = examined(PYTHONIOENCODING="latin-1", PYTHONUTF8="0")["encoding"]
    assert (found["status"], "PYTHONUTF8=1" in found["advice"]) == ("warn", True)


WRONG = """
import sys
from ferrata.cli import self_test
self_test.EXPECTED["empty"] = lambda plan: "the empty record should be offered gold"
sys.argv = ["ferrata", "doctor", *sys.argv[1:]]
from ferrata.cli import main
main()
"""


def test_a_plan_that_is_not_the_expected_one_fails_with_1():
    """The self-test can fail, as text and as JSON."""
    ran = run([sys.executable, "-c", WRONG])
    assert ran.code == 1
    assert "  FAIL  empty" in ran.out
    assert "offered gold" in ran.out
    assert json.loads(run([sys.executable, "-c", WRONG, "--json"]).out)["status"] == "fail"


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_expectation_refuses_the_plan_of_another_example(name: str):
    """None of the three is satisfied by all plans."""
    others = {other: EXPECTED[name] for other in EXPECTED if other != name}
    found = [one.status for one in self_test("x", others) if one.id in others]
    assert "fail" in found


def test_what_is_written_or_asked_for_is_noticed(tmp_path: Path):
    """Only while it watches."""
    with touched() as events:
        (tmp_path / "a").write_text("x", encoding="utf-8")
        (tmp_path / "a").read_text(encoding="utf-8")
    (tmp_path / "b").write_text("x", encoding="utf-8")
    assert len(events) == 1
    assert "opened for writing" in events[0]


def installed(folder: Path, content: bytes, signed: bytes) -> metadata.Distribution:
    """A distribution whose one file is `content`, and was `signed` by the installer."""
    info = folder / "ferrata-1.dist-info"
    (folder / "ferrata").mkdir()
    info.mkdir()
    (folder / "ferrata" / "rule.py").write_bytes(content)
    digest = base64.urlsafe_b64encode(hashlib.sha256(signed).digest()).rstrip(b"=").decode()
    (info / "METADATA").write_text("Name: ferrata\nVersion: 1\n", encoding="utf-8")
    (info / "RECORD").write_text(f"ferrata/rule.py,sha256={digest},1\n", encoding="utf-8")
    return metadata.Distribution.at(info)


@pytest.mark.hazard("H20")
def test_a_rule_changed_after_installation_is_found(tmp_path: Path):
    """By the digest that the installer wrote down."""
    (tmp_path / "same").mkdir()
    (tmp_path / "changed").mkdir()
    assert integrity(installed(tmp_path / "same", b"a", b"a")).status == "ok"
    found = integrity(installed(tmp_path / "changed", b"b", b"a"))
    assert found.status == "fail"
    assert "ferrata/rule.py" in found.found


def test_the_table_is_readable_on_a_narrow_terminal():
    """Of 60 columns."""
    ran = ferrata("doctor", "--json")
    import msgspec

    made = msgspec.json.decode(ran.out, type=Examination)
    with printed_on(60):
        said = examination_text(made)
    assert all(len(line) <= 60 or len(line.split()) <= 4 for line in said.splitlines())
