"""The command in a process of its own, and the files it is given."""

import json
import os
import subprocess
import sys
import time
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import NamedTemporaryFile
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FERRATA = Path(sys.executable).with_name("ferrata")
ON = "2026-11-20"
MEMORY = 512 * 1024 * 1024
TODAY = "2026-11-21"
STEADY = {"NO_COLOR": "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8", "FERRATA_TODAY": TODAY}
"""No color, no other language, and a clock that does not make the content old."""


@dataclass(frozen=True)
class Ran:
    """How a command ended, what it said, how long it took and how much memory it had."""

    code: int
    out: str
    err: str
    seconds: float
    most_mb: float


def ferrata(*arguments: str | Path, stdin: bytes | None = None, **environment: str) -> Ran:
    """Run ``ferrata`` with at most 512 MB of address space beyond what its start takes."""
    return run([str(FERRATA), *map(str, arguments)], stdin=stdin, **environment)


_LAUNCHED = f"""
import os, resource, sys
child = os.fork()
if child == 0:
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    os.execv(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w") as report:
    print(os.waitstatus_to_exitcode(status), usage.ru_maxrss, file=report)
"""
"""A small parent: a process is charged the memory that its parent had when it forked."""


def run(command: list[str], *, stdin: bytes | None = None, **environment: str) -> Ran:
    """Run a command for a minute at most; nothing of the test's own environment shows in it.

    Memory that is asked for beyond 512 MB is refused, so that greed shows as a failure.
    """
    program = which(command[0]) or command[0]
    with NamedTemporaryFile() as report:
        before = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-S", "-c", _LAUNCHED, report.name, program, *command[1:]],
            input=stdin,
            capture_output=True,
            timeout=60,
            check=True,
            cwd=ROOT,
            env={**os.environ, **STEADY, **environment},
        )
        seconds = time.perf_counter() - before
        code, most = map(int, report.read().split())
    return Ran(code, done.stdout.decode(), done.stderr.decode(), seconds, most / 1024)


def plan(path: str | Path, *more: str) -> Ran:
    """Run ``ferrata plan`` for the day of the examples."""
    return ferrata("plan", path, "--on", ON, *more)


def example(name: str) -> dict[str, Any]:
    """An example, to change and write elsewhere."""
    return cast("dict[str, Any]", json.loads((EXAMPLES / f"{name}.json").read_bytes()))


def resources(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The resources of one kind in a bundle."""
    found = [one["resource"] for one in bundle["entry"]]
    return [one for one in found if one["resourceType"] == kind]


def patient(bundle: dict[str, Any]) -> dict[str, Any]:
    """The first patient of a bundle."""
    return resources(bundle, "Patient")[0]


def with_another_patient() -> dict[str, Any]:
    """An example that is about two children."""
    bundle = example("emergency")
    other = deepcopy(patient(bundle))
    other["id"] = "somebody-else"
    other["birthDate"] = "2001-01-01"
    other.pop("identifier", None)
    bundle["entry"].append({"resource": other})
    return bundle


def with_resource(name: str, resource_: dict[str, Any]) -> dict[str, Any]:
    """An example with one more resource."""
    bundle = example(name)
    bundle["entry"].append({"resource": resource_})
    return bundle


def count(subject: str, **changed: object) -> dict[str, Any]:
    """A platelet count."""
    return {
        "resourceType": "Observation",
        "id": "added",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "777-3"}]},
        "subject": {"reference": f"Patient/{subject}"},
        "effectiveDateTime": "2026-11-19",
        "valueQuantity": {"value": 50, "unit": "10*9/L"},
        **changed,
    }
