"""The search can fail: each planted fault is found within the budget of its tier."""

import decimal
from collections.abc import Generator
from decimal import Decimal
from pathlib import Path

import pytest
from tests.fuzz import harness
from tests.fuzz.harness import Finding, execute, explore
from tests.fuzz.planted import BY_NAME
from tests.fuzz.running import Found, fuzz

FOUND = {
    "planted by float": "OverflowError",
    "planted by name": "KeyError: 'code'",
    "planted not finite": "not a number, or infinite",
    "planted left behind": "left behind",
    "planted recursive": "RecursionError",
    "planted endless": "of processor time",
}


@pytest.fixture(autouse=True)
def unharmed() -> Generator[None, None, None]:
    """The fault that changes the arithmetic changes it for its own test alone."""
    with decimal.localcontext():
        yield


@pytest.mark.hazard("H04")
@pytest.mark.parametrize("name", BY_NAME)
def test_a_planted_fault_is_found_in_the_fast_tier(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message shows the error and the input, which does it again."""
    monkeypatch.setattr(harness, "SECONDS", 0.5)
    target = BY_NAME[name]
    with pytest.raises(Finding) as caught:
        explore(target, target.fast, seed=1)
    assert FOUND[name] in str(caught.value)
    assert "input: b'" in str(caught.value)


@pytest.mark.full
@pytest.mark.parametrize("name", BY_NAME)
def test_a_planted_fault_is_found_by_the_fuzzer(name: str, tmp_path: Path) -> None:
    """What it found is left in a folder outside the repository, with the command to see it."""
    with pytest.raises(Found) as caught:
        fuzz(name, runs=BY_NAME[name].full, seed=1, folder=tmp_path)
    said = str(caught.value)
    assert FOUND[name] in said
    (artifact,) = (one for one in tmp_path.iterdir() if one.is_file())
    assert f"again: python -m tests.fuzz '{name}' {artifact}" in said
    with pytest.raises((Exception, harness.Hang)), decimal.localcontext():
        execute(BY_NAME[name], artifact.read_bytes())


@pytest.mark.full
def test_a_fuzzer_that_does_not_run_is_a_failure(tmp_path: Path) -> None:
    """Nothing found because nothing was tried is no evidence."""
    with pytest.raises(Found, match="the fuzzer ended with 1"):
        fuzz("no such target", runs=1, seed=1, folder=tmp_path)


def test_what_is_judged_finite() -> None:
    """At any depth of a value."""
    assert harness.is_finite((Decimal(1), {"a": [1.0, None, "NaN"]}))
    assert not harness.is_finite((Decimal(1), {"a": [Decimal("NaN")]}))
    assert not harness.is_finite([{"a": float("inf")}])
