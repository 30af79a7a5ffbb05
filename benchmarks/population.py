"""How many patients a second: the planned queries, one wide query, and the one-patient reference.

    .venv-dev/bin/python benchmarks/population.py [PATIENTS SAMPLE]   measure and print
    .venv-dev/bin/python benchmarks/population.py --write             and keep the results

Synthetic patients: they test databases and say nothing about medicine. Each way runs in a process
of its own; every result of the sample is compared with the reference.
"""

# ruff: noqa: S608 - every number in the SQL is ours

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import cast

from ferrata.guideline.conditions import Condition, Operator, all_of, any_of, at_least, not_
from ferrata.guideline.derivations import (
    Asserted,
    OnTreatment,
    days_with,
    ever,
    highest,
    latest,
    lowest,
    within,
)
from ferrata.guideline.events import (
    DAY,
    Analyte,
    Assertion,
    Event,
    Events,
    Observation,
    Sign,
    Treatment,
    TreatmentCourse,
    When,
)
from ferrata.guideline.features import Feature, Finding, Measurement
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import between, day, per_uL
from ferrata.guideline.values import Reason
from ferrata.guideline.vocabularies import CaseFeatures
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.interpret.population import PatientResult, Plan, Settings, make_plan, run, write
from ferrata.interpret.population.database import Database, quoted
from ferrata.interpret.population.expressions import ALWAYS, Aggregate, And
from ferrata.interpret.population.plan import Step
from ferrata.interpret.population.queries import Grouped, Joined, Scan
from ferrata.interpret.population.tables import TABLES, buckets_of, part_of

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
COMMAND = ".venv-dev/bin/python benchmarks/population.py --write"
ON, BUCKET, ROWS = 20_000, 31_250, 24
SITE = Site([])
RANGE = between(0, 1000, per_uL)
ANALYTES = tuple(Analyte(f"analyte{n}", f"Analyte {n}", per_uL, RANGE) for n in range(8))
SIGNS = tuple(Sign(f"sign{n}", f"Sign {n}") for n in range(4))
DRUGS = tuple(Treatment(f"drug{n}", f"Drug {n}") for n in range(4))


def features() -> dict[str, Feature]:
    """Six features of each analyte, one of each sign and drug: 56."""
    found: dict[str, Feature] = {}
    for one in ANALYTES:
        for name, how in (
            ("now", latest(one, within(30 * day))),
            ("last", latest(one, ever())),
            ("low", lowest(one, within(90 * day))),
            ("high", highest(one, within(365 * day))),
            ("lowest", lowest(one, ever())),
        ):
            found[f"{one.id}_{name}"] = Measurement(name, per_uL, RANGE, how)
        below = days_with(one, Operator.LT, 300 * per_uL, within(180 * day))
        found[f"{one.id}_days"] = Measurement("days", day, between(0, 180, day), below)
    for sign in SIGNS:
        found[sign.id] = Finding(sign.label, Asserted(sign, within(365 * day)))
    for drug in DRUGS:
        found[drug.id] = Finding(drug.label, OnTreatment(drug))
    return found


Case = type("Case", (CaseFeatures,), features())
FEATURES: tuple[Feature, ...] = Case.features


def conditions() -> tuple[Condition, ...]:
    """Sixteen conditions of several nodes."""
    numbers = [one for one in FEATURES if isinstance(one, Measurement) and one.unit == per_uL]
    findings = [one for one in FEATURES if isinstance(one, Finding)]
    found: list[Condition] = []
    for place in range(8):
        low = [one < (200 + 50 * place) * per_uL for one in numbers[place::8]]
        found.append(at_least(2, *low, findings[place]))
        found.append(all_of(any_of(*low), not_(findings[place]), numbers[place] <= numbers[-1]))
    return tuple(found)


def synthesise(folder: Path, patients: int) -> None:
    """Write tables of invented patients; three bits of a hash decide what is unusual."""
    day_of = f"({ON} - 800 + (hash(p, i, 1) % 800)::INTEGER)"
    value = "((hash(p, i, 2) % 100000)::DECIMAL(18,8) / 100)::DECIMAL(18,8)"
    first, last = f"d::BIGINT * {DAY}", f"d::BIGINT * {DAY} + {DAY - 1}"
    times = f"d AS first_day, d AS last_day, {first} AS first, {last} AS last"
    odd = "hash(p, i, 3) % 50 = 0"
    bucket_sql = {
        "patient": "SELECT p::INTEGER AS patient FROM range({low}, {high}) t(p)",
        "observation": (
            "SELECT p::INTEGER AS patient, 'analyte' || (hash(p, i, 4) % 8) AS analyte, "
            f"{times}, CASE WHEN NOT ({odd}) THEN {value} END AS low, "
            f"CASE WHEN NOT ({odd}) THEN {value} END AS high, "
            f"CASE WHEN {odd} THEN '{Reason.WRONG_UNIT.value}' END AS unusable, "
            "'o' || i AS source FROM "
            f"(SELECT p, i, {day_of} AS d FROM range({{low}}, {{high}}) t(p), range({ROWS}) s(i))"
        ),
        "assertion": (
            "SELECT p::INTEGER AS patient, 'sign' || (hash(p, i, 5) % 4) AS about, "
            f"{times}, CASE WHEN hash(p, i, 6) % 2 = 0 THEN 'yes' ELSE 'no' END AS value, "
            "'a' || i AS source FROM "
            f"(SELECT p, i, {day_of} AS d FROM range({{low}}, {{high}}) t(p), range(3) s(i))"
        ),
        "course": (
            "SELECT p::INTEGER AS patient, 'drug' || (hash(p, i, 7) % 4) AS treatment, "
            "d AS start_first_day, d AS start_last_day, "
            f"d::BIGINT * {DAY} AS start_first, d::BIGINT * {DAY} + {DAY - 1} AS start_last, "
            "NULL::INTEGER AS end_first_day, NULL::INTEGER AS end_last_day, "
            "NULL::BIGINT AS end_first, NULL::BIGINT AS end_last, 'c' || i AS source FROM "
            f"(SELECT p, i, {day_of} AS d FROM range({{low}}, {{high}}) t(p), range(2) s(i))"
        ),
        "review": (
            "SELECT 0::INTEGER AS patient, '' AS about, 0::INTEGER AS first_day, "
            "0::INTEGER AS last_day, 0::BIGINT AS first, 0::BIGINT AS last, '' AS source "
            "WHERE {low} > {high}"
        ),
    }
    with Database() as database:
        for bucket in range((patients + BUCKET - 1) // BUCKET):
            low, high = bucket * BUCKET, min((bucket + 1) * BUCKET, patients)
            for table, text in bucket_sql.items():
                part = part_of(folder, table, bucket)
                part.parent.mkdir(parents=True, exist_ok=True)
                names = [field.name for field in TABLES[table]]
                order = ", ".join([*names[1:2], "patient"])
                query = text.format(low=low, high=high)
                database.run(f"COPY ({query} ORDER BY {order}) TO {quoted(part)} (FORMAT parquet)")


def wide(plan: Plan) -> Plan:
    """The same plan with one query for each table and pass, whatever the concept."""
    steps: dict[tuple[str, bool], list[Step]] = defaultdict(list)
    for step in plan.steps:
        steps[step.query.scan.table, bool(step.query.joins)].append(step)
    merged: list[Step] = []
    for (table, later), group in sorted(steps.items(), key=lambda item: item[0][1]):
        columns = tuple(
            (name, filtered(one, step.query.scan))
            for step in group
            for name, one in step.query.columns
        )
        joins = (f"wide_{table}_False",) if later else ()
        merged.append(Step(f"wide_{table}_{later}", Grouped(Scan(table, ALWAYS), joins, columns)))
    names = tuple(name for step in merged for name, _ in step.query.columns)
    tables = tuple(step.table for step in merged)
    final = replace(plan.final, source=Joined("patient", tables, names))
    return replace(plan, steps=tuple(merged), gathers=(), final=final)


def filtered(one: Aggregate, scan: Scan) -> Aggregate:
    """An aggregate over the rows of a scan, among those of every concept."""
    return replace(one, where=And((scan.where, one.where)))


def events_of(folder: Path, below: int) -> dict[int, Events]:
    """The events of the patients numbered below `below`, read back from the tables."""
    found: dict[int, list[Event]] = {number: [] for number in range(below)}
    with Database() as database:
        for table in ("observation", "assertion", "course"):
            part = quoted(part_of(folder, table, buckets_of(folder)[0]))
            read = f"read_parquet({part}, hive_partitioning = false)"
            for row in database.stream(f"FROM {read} WHERE patient < {below}"):
                found[cast("int", row[0])].append(event_of(table, row))
    return {number: Events.of(events) for number, events in found.items()}


def event_of(table: str, row: tuple[object, ...]) -> Event:
    """A row as an event."""
    concept, when = str(row[1]), When(cast("int", row[4]), cast("int", row[5]))
    if table == "assertion":
        return Assertion(concept, when, cast("str", row[6]), str(row[7]))
    if table == "course":
        return TreatmentCourse(concept, when, None, str(row[10]))
    reason = None if row[8] is None else Reason(str(row[8]))
    low, high = cast("Decimal | None", row[6]), cast("Decimal | None", row[7])
    return Observation(concept, when, low, high, reason, str(row[9]))


def differences(folder: Path, sample: int) -> int:
    """How many values and answers of the sample differ between the plan and the reference."""
    plan = make_plan(FEATURES, conditions(), SITE, (Case,))
    found: dict[int, PatientResult] = {}
    for result in run(plan, folder, ON):
        if result.patient >= sample:
            break
        found[result.patient] = result
    count = 0
    for number, events in events_of(folder, sample).items():
        facts = Derived(events, ON, (Case,), SITE)
        asked = dict(zip(conditions(), found[number].answers.values(), strict=True))
        count += sum(judge(one, facts, SITE).answer is not is_ for one, is_ in asked.items())
        for feature, value in found[number].values.items():
            right = facts.value(feature)
            blank = {"day": None} if hasattr(right, "day") else {"last_day": None}
            count += replace(right, source="", **blank) != value
    return count


def peak_mb() -> float:
    """The most memory this process held; unlike getrusage it forgets the parent's."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def measure(way: str, folder: Path, sample: int) -> dict[str, float]:
    """Run one way in this process; wall and processor seconds, and the most memory it held."""
    plan = make_plan(FEATURES, conditions(), SITE, (Case,))
    patients = sample
    events = events_of(folder, sample) if way == "reference" else {}
    wall, used = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory() as target:
        match way:
            case "reference":
                for one in events.values():
                    facts = Derived(one, ON, (Case,), SITE)
                    for feature in FEATURES:
                        facts.value(feature)
                    for condition in conditions():
                        judge(condition, facts, SITE)
            case "planned":
                patients = write(plan, folder, ON, Path(target))
            case "planned, rows to Python":
                patients = sum(1 for _ in run(plan, folder, ON))
            case "planned, one batch":
                everything = Settings(buckets_per_batch=1 << 20, memory=16 << 30)
                patients = write(plan, folder, ON, Path(target), everything)
            case _:
                everything = Settings(buckets_per_batch=1 << 20, memory=16 << 30)
                patients = write(wide(plan), folder, ON, Path(target), everything)
        return {
            "patients": patients,
            "wall": time.monotonic() - wall,
            "cpu": time.process_time() - used,
            "rss": peak_mb(),
        }


WAYS = ("planned", "planned, one batch", "planned, rows to Python", "one wide query", "reference")


def page(patients: int, sample: int) -> Iterator[str]:
    """Yield the lines of the results."""
    plan = make_plan(FEATURES, conditions(), SITE, (Case,))
    aggregates = sum(len(step.query.columns) for step in plan.steps)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        synthesise(folder, patients)
        compared = sample * (len(FEATURES) + len(conditions()))
        yield (
            f"{patients:,} synthetic patients, {patients * (ROWS + 5):,} events, "
            f"{len(FEATURES)} features and {len(conditions())} conditions: {aggregates} aggregates "
            f"in {len(plan.steps)} narrow queries. {differences(folder, sample)} of {compared:,} "
            f"values and answers differ from the reference's. Measured with `{COMMAND}` on "
            f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, "
            f"DuckDB {version('duckdb')}; each way in a process of its own, on a machine that was "
            'busy otherwise, so processor time says more than wall time. "Planned" writes Parquet.'
        )
        yield ""
        yield "| way | patients | wall s | CPU s | peak MB | patients per CPU-s | to planned |"
        yield "|---|---|---|---|---|---|---|"
        planned = 0.0
        for way in WAYS:
            command = [sys.executable, __file__, way, name, str(sample), "measure"]
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
            found = cast("dict[str, float]", json.loads(done.stdout))
            rate = found["patients"] / found["cpu"]
            planned = planned or rate
            yield (
                f"| {way} | {found['patients']:,} | {found['wall']:.1f} | {found['cpu']:.1f} "
                f"| {found['rss']:.0f} | {rate:,.0f} | {rate / planned:.3f} |"
            )


def keep(lines: list[str]) -> None:
    """Put the section into the page of results; other sections stay as they are."""
    heading = "## Population"
    kept = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Results\n"
    before, _, rest = f"{kept.rstrip()}\n".partition(heading + "\n")
    _, mark, after = rest.partition("\n## ")
    body = f"{heading}\n\n" + "\n".join(lines) + "\n"
    text = before.rstrip() + "\n\n" + body + (f"{mark}{after}" if mark else "")
    RESULTS.write_text(text, encoding="utf-8")


def main() -> None:
    """Measure every way; with ``--write``, keep the results."""
    arguments = [one for one in sys.argv[1:] if one != "--write"]
    if arguments[-1:] == ["measure"]:
        way, folder, sample, _ = arguments
        sys.stdout.write(json.dumps(measure(way, Path(folder), int(sample))))
        return
    patients, sample = map(int, arguments or ("200000", "2000"))
    lines: list[str] = []
    for line in page(patients, sample):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        lines.append(line)
    if "--write" in sys.argv:
        keep(lines)


if __name__ == "__main__":
    main()
