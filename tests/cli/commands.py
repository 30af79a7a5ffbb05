"""The command in a process of its own, and the files it is given."""

import json
import os
import resource
import subprocess
import sys
import time
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FERRATA = Path(sys.executable).with_name("ferrata")
ON = "2026-11-20"
MEMORY = 512 * 1024 * 1024


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


def run(command: list[str], *, stdin: bytes | None = None, **environment: str) -> Ran:
    """Run a command for a minute at most; nothing of the test's own environment shows in it."""
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin or b"")
        given.seek(0)
        before = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=given,
            stdout=out,
            stderr=err,
            cwd=ROOT,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100", **environment},
            preexec_fn=_limited,  # noqa: PLW1509 - no thread runs before the timer
        )
        late = Timer(60, process.kill)
        late.start()
        # wait4 says how much memory this child had, where getrusage knows the largest of all.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - before
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Ran(
            process.returncode,
            out.read().decode(),
            err.read().decode(),
            seconds,
            usage.ru_maxrss / 1024,
        )


def _limited() -> None:
    """Memory that is asked for beyond 512 MB is refused, so that greed shows as a failure."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


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
