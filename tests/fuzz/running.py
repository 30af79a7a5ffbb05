"""The fuzzer in a process of its own: how many executions it did, and what it found."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.harness import told

ROOT = Path(__file__).parents[2]
_DONE = re.compile(r"^Done (\d+) runs in ", re.MULTILINE)
_READ = re.compile(r"^Read (\d+), refused (\d+)$", re.MULTILINE)
_ERROR = re.compile(r"^(?:[\w.]+: .*|\w*(?:Error|Exception|Hang)\b.*)$", re.MULTILINE)
_TAIL = 3_000


@dataclass(frozen=True)
class Run:
    """What a run that found nothing did; `read` and `refused` are of the first of `executed`."""

    executed: int
    read: int
    refused: int
    seconds: float


class Found(AssertionError):
    """The fuzzer found an input, or did not do what it was asked for."""


def fuzz(name: str, *, runs: int, seed: int, folder: Path, timeout: float | None = None) -> Run:
    """Fuzz the target `name`; what it finds is left in `folder`, outside the repository.

    Raises:
        Found: with the input, and the command that runs it again.
    """
    if find_spec("atheris") is None:
        raise Found("atheris is not installed; ./test installs it where it is built for (Linux)")
    command = [sys.executable, "-m", "tests.fuzz", name, "--runs", str(runs), "--seed", str(seed)]
    begun = time.monotonic()
    ran = subprocess.run(
        [*command, "--artifacts", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=timeout,
    )
    seconds = time.monotonic() - begun
    said = ran.stdout + ran.stderr
    artifacts = [one for one in sorted(folder.iterdir()) if one.is_file()]
    if artifacts:
        again = shlex.join(["python", "-m", "tests.fuzz", name, str(artifacts[0])])
        raised = _ERROR.findall(said)
        what = raised[0] if raised else said[-_TAIL:]
        raise Found(f"{told(name, artifacts[0].read_bytes(), what)}\n  again: {again}")
    done, counted = _DONE.search(said), _READ.search(said)
    if ran.returncode or done is None or counted is None:
        raise Found(f"{name}: the fuzzer ended with {ran.returncode}: {said[-_TAIL:]}")
    return Run(int(done[1]), int(counted[1]), int(counted[2]), seconds)
