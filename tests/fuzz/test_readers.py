"""Whatever comes from outside, a reader answers or refuses; it never falls."""

import ast
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from tests.fuzz.harness import Target, execute, explore
from tests.fuzz.running import ROOT, fuzz
from tests.fuzz.targets import REACHED, TARGETS

Note = Callable[[str, object], None]

FULL, NIGHTLY = 1_000_000, 10_000_000
LEAST = {"bundle": 30_000}
CRASHES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).with_name("crashes").glob("*.toml"))
}
SOURCE = ROOT / "src" / "ferrata"

every_target = pytest.mark.parametrize("target", TARGETS, ids=lambda one: one.name)


@pytest.mark.hazard("H04")
@every_target
def test_odd_input_is_read_or_refused(target: Target, record_property: Note) -> None:
    """A few of each kind, in every run of the tests; some of them can be read."""
    outcomes = explore(target, target.fast, seed=1)
    for outcome, times in sorted(outcomes.items()):
        record_property(outcome, times)
    assert outcomes.total() == target.fast
    assert outcomes["read"] > 0, "nothing was read, so nothing but the refusal was tried"


@pytest.mark.full
@pytest.mark.hazard("H04")
@every_target
def test_a_million_odd_inputs_are_read_or_refused(
    target: Target, tmp_path: Path, record_property: Note
) -> None:
    """Guided by what the reader does with them."""
    searched(target, target.full, 1, tmp_path, record_property)


@pytest.mark.nightly
@every_target
def test_ten_million_odd_inputs_are_read_or_refused(
    target: Target, tmp_path: Path, record_property: Note
) -> None:
    """Others each day; the seed is the day's."""
    runs = target.full * NIGHTLY // FULL
    seed = datetime.now(UTC).date().toordinal()
    searched(target, runs, seed, tmp_path, record_property)


def searched(target: Target, runs: int, seed: int, folder: Path, note: Note) -> None:
    """Run the fuzzer, and hold it to the number of executions that it was asked for."""
    run = fuzz(target.name, runs=runs, seed=seed, folder=folder)
    note("executions", run.executed)
    note("read", run.read)
    note("refused", run.refused)
    note("seed", seed)
    note("executions a second", round(run.executed / run.seconds))
    assert run.executed >= runs
    assert run.read > 0


def test_the_executions_add_up() -> None:
    """A million in full, ten in nightly, and no reader of whole records is left with few."""
    assert sum(one.full for one in TARGETS) >= FULL
    assert sum(one.full * NIGHTLY // FULL for one in TARGETS) >= NIGHTLY
    shares = {one.name: one.full for one in TARGETS}
    assert all(shares[name] >= least for name, least in LEAST.items())


@pytest.mark.hazard("H04")
@pytest.mark.parametrize("name", CRASHES)
def test_what_was_found_once_stays_mended(name: str) -> None:
    """Each file says what it was."""
    crash: dict[str, Any] = CRASHES[name]
    target = next(one for one in TARGETS if one.name == crash["target"])
    data = bytes.fromhex(crash["hex"]) if "hex" in crash else crash["input"].encode()
    assert crash["was"]
    assert execute(target, data) == crash["now"]


# ---------------------------------------------------------------- no reader is left out

READERS = ("record", "exchange", "plan", "languages", "cli/quantities.py", "cli/drugs.py")
FROM_OUTSIDE = {"str", "bytes", "Path"}


def public_readers() -> Iterator[str]:
    """Functions named read… or …_of that are given nothing but text, bytes or a path first."""
    for place in READERS:
        path = SOURCE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            module = ".".join(file.relative_to(SOURCE.parent).with_suffix("").parts)
            for node in ast.parse(file.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef) and is_reader(node):
                    yield f"{module.removesuffix('.__init__')}.{node.name}"


def is_reader(node: ast.FunctionDef) -> bool:
    """By its name, and by the type of its first argument."""
    named = node.name.startswith("read") or node.name.endswith("_of")
    first = node.args.args[0].annotation if node.args.args else None
    kinds = {one.id for one in ast.walk(first or node.args) if isinstance(one, ast.Name)}
    return named and not node.name.startswith("_") and bool(kinds) and kinds <= FROM_OUTSIDE


def test_every_public_reader_is_fuzzed() -> None:
    """A new one stands in the table, or is named with the target that reaches it."""
    covered = {f"{one.__module__}.{one.__qualname__}" for t in TARGETS for one in t.covers}
    readers = set(public_readers())
    assert len(readers) > 20, "the rule finds the readers"
    assert readers <= covered | REACHED.keys(), readers - covered - REACHED.keys()
    assert not covered & REACHED.keys()


@pytest.mark.parametrize("target", sorted(set(REACHED.values())))
def test_what_is_said_to_be_reached_is_reached(target: str) -> None:
    """By the seeds of the target that is named."""
    wanted = {name for name, by in REACHED.items() if by == target}
    found: set[str] = set()

    def watch(frame: FrameType, event: str, _value: object) -> None:
        if event == "call":
            found.add(f"{frame.f_globals.get('__name__')}.{frame.f_code.co_qualname}")

    chosen = next(one for one in TARGETS if one.name == target)
    seeds = chosen.seeds()
    former = sys.getprofile()
    sys.setprofile(watch)
    try:
        for seed in seeds:
            execute(chosen, seed)
    finally:
        sys.setprofile(former)
    assert wanted <= found, wanted - found
