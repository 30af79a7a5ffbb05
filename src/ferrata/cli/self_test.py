"""Plan three examples and compare with what was worked out by hand; watch what it touches."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from time import perf_counter

from ferrata.cli.demonstration import ON, examples
from ferrata.cli.examination import FAIL, OK, WARN, Check
from ferrata.cli.planning import planned
from ferrata.guideline.errors import FerrataError, RecordError
from ferrata.plan.model import Level, Plan

SLOW = 2.0
"""Seconds; a plan that takes longer than this is worth a look at the computer."""


def _second_agent(plan: Plan) -> str:
    """29.5 kg and 134 cm: √(29.5 x 134 / 3600) = 1.048 m2, by 1200 mg/m2 = 1257.6 mg a day."""
    first = plan.options[0] if plan.options else None
    if first is None or first.level is not Level.OFFERED:
        return "the first option should be offered"
    dose = first.amount.low_mg_per_day if first.amount is not None else None
    if dose is None or Decimal(dose) != Decimal("1257.6"):
        return f"the dose should be 1257.6 mg a day, not {dose}"
    return "" if "R21" in first.warrants else "the dose should rest on statement R21"


def _emergency(plan: Plan) -> str:
    """Hemoglobin 4.6 g/dL, below 5: a danger to life (A03)."""
    certain = any(one.answer == "yes" for one in plan.emergency)
    return "" if certain else "hemoglobin 4.6 g/dL should be an emergency"


def _empty(plan: Plan) -> str:
    """A name and nothing else: unknown never becomes no, so nothing is given."""
    given = [one.text for one in plan.options if one.kind == "Give" and one.level is Level.OFFERED]
    return f"an empty record should be offered nothing, not {given[0]}" if given else ""


Expectation = Callable[[Plan], str]
EXPECTED: Mapping[str, Expectation] = {
    "confirmed-second-agent": _second_agent,
    "emergency": _emergency,
    "empty": _empty,
}
"""By example: what is wrong with its plan, "" when nothing is."""


def self_test(group: str, expected: Mapping[str, Expectation] = EXPECTED) -> Iterator[Check]:
    """Plan each example of `expected` and judge it; then say what was written or asked for."""
    try:
        paths = examples()
    except RecordError:
        said = "not made, for want of examples"
        yield Check(id="plans", group=group, title="plans", status=WARN, found=said)
        return
    with touched() as events:
        for name, wrong_with in expected.items():
            yield _tried(group, name, paths, wrong_with)
    found = ", ".join(sorted(set(events)))
    yield Check(
        id="touched",
        group=group,
        title="nothing written",
        status=FAIL if events else OK,
        found=f"while planning: {found}" if events else "no file written, no connection opened",
        advice="a plan must not do this: please report it" if events else "",
    )


def _tried(group: str, name: str, paths: Mapping[str, Path], wrong_with: Expectation) -> Check:
    title = name.replace("-", " ")
    start = perf_counter()
    try:
        plan = planned(paths[name], guideline="reconciled", on=ON, today=ON, tell=False)
        wrong = wrong_with(plan)
    except (FerrataError, KeyError) as error:
        wrong = f"no plan was made: {error}"
    seconds = perf_counter() - start
    if wrong:
        advice = "do not use this installation; install ferrata again, and report it if it stays so"
        found = wrong.splitlines()[0]
        return Check(id=name, group=group, title=title, status=FAIL, found=found, advice=advice)
    slow = seconds > SLOW
    return Check(
        id=name,
        group=group,
        title=title,
        status=WARN if slow else OK,
        found=f"as worked out by hand, in {seconds:.2f} s",
        advice=f"a plan takes less than {SLOW:.0f} s elsewhere: is the computer busy?"
        if slow
        else "",
    )


_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.link")
_ASKS = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system")


@contextmanager
def touched() -> Generator[list[str], None, None]:
    """Note files opened for writing, connections and programs started within."""
    events: list[str] = []
    watching = [True]

    def hook(event: str, given: tuple[object, ...]) -> None:
        if not watching:
            return
        if event == "open":
            path, _, flags = given
            if isinstance(flags, int) and flags & _WRITES:
                events.append(f"{path} opened for writing")
        elif event in _CHANGES or event in _ASKS:
            events.append(event)

    # Python's own cache of compiled modules is no part of a plan.
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.addaudithook(hook)
    try:
        yield events
    finally:
        watching.clear()
        sys.dont_write_bytecode = before
