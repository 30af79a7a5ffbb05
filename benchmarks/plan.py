"""How long a plan takes, and how a bad file ends.

    .venv-dev/bin/python benchmarks/plan.py            measure and print
    .venv-dev/bin/python benchmarks/plan.py --write    and put it into benchmarks/RESULTS.md

Stages are timed in process CPU time, so that a busy machine disturbs them little; every figure is
the median of repeats. What is measured from the shell is wall time. Nothing here is a test.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from ferrata.alps.guidelines import GUIDELINES
from ferrata.exchange.fhir import read_fhir
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import replay
from ferrata.plan import plan
from ferrata.plan.advise import Bench, advise
from ferrata.plan.compare import difference
from ferrata.plan.history import searched
from ferrata.plan.json import write_plan
from ferrata.plan.missing import missing_items
from ferrata.plan.options import option
from ferrata.plan.text import text
from ferrata.record.events import events_of

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
COMMAND = ".venv-dev/bin/python benchmarks/plan.py --write"
ON = date(2026, 11, 20)
DAY = (ON - date(1970, 1, 1)).days

EXAMPLE = ROOT / "examples" / "confirmed-second-agent.json"
RESOURCES = 111
REPEATS = 25
STARTS = 20
LIMIT_MB = 512


# ---------------------------------------------------------------- the bundle


def bundle(*, answered: bool) -> bytes:
    """Return an example with its counts repeated into the past: 111 resources, about 55 kB.

    With `answered` false, the answers and the review are left out, and counts take their places,
    so that every question is open.
    """
    whole = json.loads(EXAMPLE.read_bytes(), parse_float=Decimal)
    entries: list[dict[str, Any]] = whole["entry"]
    if not answered:
        asked = {"QuestionnaireResponse", "List"}
        entries = [one for one in entries if one["resource"]["resourceType"] not in asked]
    counts = [one["resource"] for one in entries if _is_count(one["resource"])]
    for number in range(RESOURCES - len(entries)):
        copy = dict(counts[number % 3])
        when = ON - timedelta(days=60 + 7 * (number // 3))
        copy["id"] = f"repeated-{number}"
        copy["effectiveDateTime"] = f"{when}T08:10:00+01:00"
        entries.append({"resource": copy})
    whole["entry"] = entries
    return json.dumps(whole, separators=(",", ":"), default=float).encode()


def _is_count(resource: dict[str, Any]) -> bool:
    if resource["resourceType"] != "Observation":
        return False
    return resource["code"]["coding"][0]["code"] in {"718-7", "751-8", "777-3"}


# ---------------------------------------------------------------- stages of one plan


@dataclass(frozen=True)
class Row:
    """One line of a table: what, how much, against what goal."""

    what: str
    figure: str
    goal: str = ""


def cpu_ms(what: Callable[[], object], repeats: int = REPEATS) -> float:
    """Return the median CPU milliseconds of `what` in a process that has done it before."""
    what()
    gc.collect()
    gc.disable()
    try:
        return median(_once(what) for _ in range(repeats))
    finally:
        gc.enable()


def _once(what: Callable[[], object]) -> float:
    started = time.process_time()
    what()
    return (time.process_time() - started) * 1000


def stages(source: bytes) -> Iterator[Row]:
    """Time each stage of a plan of `source`, then the plan as a whole."""
    guideline = next(one for one in GUIDELINES if one.id == "reconciled")
    others = [one for one in GUIDELINES if one is not guideline]
    site, analytes = guideline.site(), anatomy(guideline).analytes
    record = read_fhir(source, received=ON)
    events = events_of(record, analytes)
    positions = replay(guideline, events, DAY, site)

    def bench() -> Bench:
        return Bench(guideline, Derived(events, DAY, guideline.vocabularies, site))

    used = bench()
    advised = advise(used, positions)
    options = tuple(option(used, one, ON) for one in advised.advice)
    made = plan(record, guideline, site, ON, compare=others)

    def whole() -> object:
        return plan(record, guideline, site, ON, compare=others)

    parsed = cpu_ms(lambda: json.loads(source))
    reading = cpu_ms(lambda: read_fhir(source, received=ON))
    planning = cpu_ms(whole)
    yield Row("json.loads of the same bytes, for comparison", f"{parsed:.2f} ms")
    yield Row("read", f"{reading:.2f} ms, {reading / parsed:.1f} times json.loads")
    for what, work in (
        ("events", lambda: events_of(record, analytes)),
        ("replay", lambda: replay(guideline, events, DAY, site)),
        ("advise", lambda: advise(bench(), positions)),
        ("options", lambda: [option(used, one, ON) for one in advised.advice]),
        ("missing", lambda: missing_items(used, positions, advised.advice, advised.asked)),
        ("history", lambda: searched(guideline, events, DAY, site)),
        (
            "comparison",
            lambda: [difference(events, one, site, DAY, options) for one in others],
        ),
    ):
        yield Row(f"plan: {what}", f"{cpu_ms(work):.2f} ms")
    yield Row(
        f"plan, all of it ({len(made.missing)} items missing)",
        f"{planning:.2f} ms",
        f"10 ms, stretch 2 ms: {_verdict(planning, 10, 2)}",
    )
    yield Row("render as text", f"{cpu_ms(lambda: text(made)):.2f} ms")
    yield Row("render as JSON", f"{cpu_ms(lambda: write_plan(made)):.2f} ms")


def _verdict(figure: float, goal: float, stretch: float | None = None) -> str:
    if stretch is not None and figure <= stretch:
        return "stretch met"
    return "met" if figure <= goal else "missed"


# ---------------------------------------------------------------- from the shell


@dataclass(frozen=True)
class Run:
    """One run of a command: wall seconds, greatest memory in MB, exit code."""

    seconds: float
    most_mb: float
    code: int


def run(*command: str) -> Run:
    """Run `command` with its output thrown away."""
    started = time.perf_counter()
    child = subprocess.Popen(  # noqa: S603 # our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(
        time.perf_counter() - started, usage.ru_maxrss * unit / 1024 / 1024, child.returncode
    )


FERRATA = str(Path(sys.executable).parent / "ferrata")


def started(folder: Path) -> Iterator[Row]:
    """Time the whole command from the shell, in turn with a Python that does nothing."""
    for name, answered in (("all questions answered", True), ("none answered", False)):
        path = folder / "bundle.json"
        path.write_bytes(bundle(answered=answered))
        ours: list[Run] = []
        bare: list[Run] = []
        for _ in range(STARTS):
            ours.append(run(FERRATA, "plan", str(path), "--on", ON.isoformat()))
            bare.append(run(sys.executable, "-c", "pass"))
        assert {one.code for one in ours} == {0}
        seconds = median(one.seconds for one in ours)
        nothing = median(one.seconds for one in bare)
        yield Row(
            f"`ferrata plan`, {name}",
            f"{seconds:.3f} s, {max(one.most_mb for one in ours):.0f} MB; "
            f"{seconds / nothing:.1f} times `python -c pass` ({nothing * 1000:.0f} ms)",
            f"0.4 s: {_verdict(seconds, 0.4)}",
        )


def bad_inputs(folder: Path) -> Iterator[Row]:
    """Time how the command refuses what is far too large or far too deep."""
    large, deep = folder / "large.json", folder / "deep.json"
    with large.open("wb") as file:
        file.truncate(500 * 1000 * 1000)
    opening = '{"resourceType":"Bundle","type":"collection","entry":'
    deep.write_text(opening + "[" * 100_000 + "]" * 100_000 + "}", encoding="ascii")
    for name, path in (("500 MB", large), ("100,000 levels deep", deep)):
        runs = [run(FERRATA, "plan", str(path), "--on", ON.isoformat()) for _ in range(5)]
        seconds = median(one.seconds for one in runs)
        most = max(one.most_mb for one in runs)
        codes = "/".join(sorted({str(one.code) for one in runs}))
        met = _verdict(seconds, 1) if most <= LIMIT_MB else "missed"
        yield Row(
            f"a file of {name}",
            f"exit {codes} after {seconds:.3f} s, {most:.0f} MB",
            f"exit 3, 1 s, {LIMIT_MB} MB: {met if codes == '3' else 'missed'}",
        )


# ---------------------------------------------------------------- the page


def page() -> Iterator[str]:
    """Give the section of the results, line by line."""
    today = datetime.now(UTC).date()
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    yield "## A plan of one patient"
    yield ""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield f"Measured on {today}: {os.cpu_count()} CPUs, {platform.machine()}, {platform.system()},"
    yield f"{python}; load {load} at the start."
    yield f"Again: `{COMMAND}`"
    yield ""
    for name, answered in (("All questions answered", True), ("None answered", False)):
        source = bundle(answered=answered)
        entries = len(json.loads(source)["entry"])
        yield f"### {name}: {entries} resources, {len(source) / 1000:.0f} kB"
        yield ""
        yield f"CPU time of a warm process, median of {REPEATS}."
        yield ""
        yield from table(stages(source))
    with tempfile.TemporaryDirectory() as folder:
        yield "### From the shell"
        yield ""
        yield f"Wall time, median of {STARTS}; memory is the most that any run had resident."
        yield ""
        yield from table(started(Path(folder)))
        yield "### Bad input"
        yield ""
        yield "Wall time, median of 5."
        yield ""
        yield from table(bad_inputs(Path(folder)))


def table(rows: Iterator[Row]) -> Iterator[str]:
    """Give `rows` as a table in Markdown."""
    yield "| what | measured | goal |"
    yield "|---|---|---|"
    for row in rows:
        yield f"| {row.what} | {row.figure} | {row.goal} |"
    yield ""


def write(section: list[str]) -> None:
    """Put `section` into the results, in place of the one with its heading."""
    heading = section[0]
    kept = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Results\n\n"
    before, _, rest = kept.partition(heading + "\n")
    _, mark, after = rest.partition("\n## ")
    body = "\n".join(section).rstrip() + "\n"
    RESULTS.write_text(before + body + (f"{mark}{after}" if mark else ""), encoding="utf-8")


def main() -> None:
    """Measure; with ``--write``, keep the results."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    section: list[str] = []
    for line in page():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        section.append(line)
    if "--write" in sys.argv[1:]:
        write(section)


if __name__ == "__main__":
    main()
