"""Read what the tests left behind; the standard library is enough.

scripts/results.py count JUNIT…                  one closing line for these runs
scripts/results.py total JUNIT… -- CHECKS…       the closing line of continuous integration
scripts/results.py sweep JUNIT                   docs/sweeps/DATE.md from a nightly run
"""

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Result:
    test: str
    outcome: str
    seconds: float
    properties: dict[str, str]


def outcome(case: ET.Element) -> str:
    kinds = {child.tag for child in case}
    if kinds & {"failure", "error"}:
        return "failed"
    skip = case.find("skipped")
    if skip is None:
        return "passed"
    return "xfailed" if skip.get("type") == "pytest.xfail" else "skipped"


def results(junit: Path) -> list[Result]:
    if not junit.exists():
        return [Result(f"{junit.name}: no results, the run did not end", "failed", 0.0, {})]
    return [
        Result(
            test=f"{case.get('classname')}::{case.get('name')}",
            outcome=outcome(case),
            seconds=float(case.get("time", "0")),
            properties={
                p.get("name", ""): p.get("value", "") for p in case.iterfind("properties/property")
            },
        )
        for case in ET.parse(junit).getroot().iter("testcase")  # noqa: S314 # our own file
    ]


def line(outcomes: Counter[str]) -> str:
    words = [f"{outcomes['passed']} passed", f"{outcomes['failed']} failed"]
    words += [f"{outcomes[k]} {k}" for k in ("skipped", "xfailed") if outcomes[k]]
    return ", ".join(words)


def count(files: list[Path]) -> int:
    outcomes = Counter(result.outcome for file in files for result in results(file))
    print(line(outcomes))
    return 1 if outcomes["failed"] else 0


def total(files: list[Path], checks: list[Path]) -> int:
    """What ran in both tiers counts once, and failed if it failed in either."""
    worst = ["passed", "xfailed", "skipped", "failed"]
    tests: dict[str, str] = {}
    for file in files:
        for result in results(file):
            before = tests.get(result.test, "passed")
            tests[result.test] = max(before, result.outcome, key=worst.index)
    of_tests = Counter(tests.values())
    steps: dict[str, str] = {}
    for file in checks:
        for row in file.read_text(encoding="utf-8").splitlines():
            state, name = row.split("\t")
            steps[name] = max(steps.get(name, "passed"), state, key=worst.index)
    if of_tests["failed"]:  # counted test by test
        steps = {name: state for name, state in steps.items() if not name.startswith("tests,")}
    of_steps = Counter(steps.values())
    print(f"tests: {line(of_tests)}")
    print(f"other steps: {line(of_steps)}")
    for name, state in steps.items():
        if state == "failed":
            print(f"failed step: {name}")
    both = of_tests + of_steps
    print(line(both))
    return 1 if both["failed"] or not of_tests["passed"] else 0


def sweep(junit: Path) -> int:
    today = datetime.now(UTC).date().isoformat()
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--abbrev=12"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout.strip()  # fmt: skip
    found = results(junit)
    rows = [f"# Sweep of {today}", "", f"Made by `./test nightly` at commit `{commit}`.", ""]
    rows += [f"{line(Counter(r.outcome for r in found))}.", ""]
    rows += ["| test | outcome | seconds | result |", "|---|---|---|---|"]
    for r in found:
        facts = "; ".join(f"{name} = {value}" for name, value in r.properties.items())
        cells = (
            cell.replace("|", "\\|") for cell in (r.test, r.outcome, f"{r.seconds:.1f}", facts)
        )
        rows.append("| " + " | ".join(cells) + " |")
    page = ROOT / "docs" / "sweeps" / f"{today}.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(page.relative_to(ROOT))
    return 0


def main(words: list[str]) -> int:
    match words:
        case ["count", *files] if files:
            return count([Path(f) for f in files])
        case ["total", *rest] if "--" in rest:
            cut = rest.index("--")
            return total([Path(f) for f in rest[:cut]], [Path(f) for f in rest[cut + 1 :]])
        case ["sweep", file]:
            return sweep(Path(file))
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
