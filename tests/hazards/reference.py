"""The hazard log with its tests and faults, for docs/reference/hazards.md."""

from __future__ import annotations

from collections import Counter

from tests.hazards.faults import FAULTS
from tests.hazards.log import Hazard, hazards, marked

_TOP = """\
# Hazards

<!-- Written by scripts/docs from tests/hazards. Change the log or the faults, then run scripts/docs. -->

The ways in which Ferrata could contribute to harm, by the method of ISO 14971: hazard, severity from
1 to 5, control, verification. It is no claim of conformity, and nobody outside has reviewed it.

Each hazard has tests that carry its id, and **faults**: a control is taken away, and a test has to
fail. What has no fault yet is open, with the reason; that list may only shrink. All faults are tried
in `./test full`; one of them by hand with
`FERRATA_FAULT=NAME pytest -p tests.hazards.injection tests/FILE::TEST`.
"""  # noqa: E501


def hazards_page() -> str:
    """Return the page: the log as a table, then each fault with the test that notices it."""
    log, tests = hazards(), marked()
    open_ = [one for one in log if one.open]
    modules = {path for paths in tests.values() for path in paths}
    count = f"{len(log)} hazards, {len(FAULTS)} faults, tests in {len(modules)} files"
    left = f"{len(open_)} open: {', '.join(one.id for one in open_)}" if open_ else "none open"
    lines = [_TOP, f"{count}; {left}.", ""]
    lines += ["| id | hazard | severity | control | tests | faults |", "|---|---|---|---|---|---|"]
    lines += [_row(one, Counter(tests.get(one.id, ()))) for one in log]
    lines += ["", "## Faults", "", "| hazard | name | what is broken | the test that fails |"]
    lines.append("|---|---|---|---|")
    lines += [
        f"| {one.hazard} | `{one.name}` | {_cell(one.what)} | `{_cell(one.test)}` |"
        for one in FAULTS
    ]
    return "\n".join(lines) + "\n"


def _row(one: Hazard, tests: Counter[str]) -> str:
    faults = [each.name for each in FAULTS if each.hazard == one.id]
    shown = "<br>".join(f"`{name}`" for name in faults) if faults else f"open: {one.open}"
    where = "<br>".join(f"`{path}` {count}" for path, count in sorted(tests.items()))
    total = f"**{tests.total()}**<br>{where}" if tests else "none"
    return (
        f"| {one.id} | {_cell(one.hazard)} | {one.severity} | {_cell(one.control)} "
        f"| {total} | {_cell(shown)} |"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
