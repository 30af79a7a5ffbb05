"""Every hazard has a test, and every test of a hazard can fail."""

import os
import subprocess
import sys

import pytest
from tests.hazards.faults import FAULTS
from tests.hazards.log import STILL_OPEN, TESTS, Fault, hazards, marked

LOG = {one.id: one for one in hazards()}
FAILED = 1  # pytest's exit status when tests ran and some failed


def test_the_log_is_whole():
    """H01 to H36, and no mark names another."""
    assert list(LOG) == [f"H{number:02}" for number in range(1, 37)]
    assert marked().keys() <= LOG.keys()


@pytest.mark.parametrize("id", sorted(LOG.keys() - STILL_OPEN))
def test_every_hazard_has_a_test_and_a_fault(id: str):
    """A control that nobody can take away is not known to be there."""
    assert marked().get(id), f"no test carries {id}"
    assert [one.name for one in FAULTS if one.hazard == id], f"no fault for {id}"
    assert not LOG[id].open


def test_what_is_open_says_why_and_may_only_shrink():
    """The list of those without a fault."""
    assert {one.id for one in hazards() if one.open} == STILL_OPEN
    assert {"H16", "H26", "H29", "H32", "H33"} >= STILL_OPEN
    assert not STILL_OPEN & {one.hazard for one in FAULTS}


def test_faults_have_their_own_names():
    """A name is how one is asked for."""
    names = [one.name for one in FAULTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: f"{one.hazard} {one.name}")
def test_a_fault_is_paired_with_a_test_that_carries_its_hazard(fault: Fault):
    """The test exists, in a module that carries the mark."""
    path, _, name = fault.test.partition("::")
    assert path in marked()[fault.hazard]
    assert f"def {name.partition('[')[0]}(" in (TESTS / path).read_text(encoding="utf-8")


ALONE = {"FERRATA_TIER": "fast", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
"""A fault needs no plugin but its own, and starts in half the time without the others."""

QUICK = frozenset(
    {"born-tomorrow", "a-bound-is-a-value", "mcg", "weighed-tomorrow", "all-of-what-is-known"}
)
"""Faults that the fast tier tries too, so that the way of trying them cannot break unseen."""


def tried(fault: Fault) -> object:
    """Return a fault as a parameter: of the full tier, unless it is among the quick ones."""
    marks = () if fault.name in QUICK else (pytest.mark.full,)
    return pytest.param(fault, id=f"{fault.hazard} {fault.name}", marks=marks)


@pytest.mark.parametrize("fault", [tried(one) for one in FAULTS])
def test_with_the_fault_the_test_fails(fault: Fault):
    """In a process of its own, so that nothing else is broken."""
    path, _, name = fault.test.partition("::")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", "-p", "no:cacheprovider",
         "-p", "tests.hazards.injection", f"tests/{path}::{name}"],
        cwd=TESTS.parent,
        env={**os.environ, **ALONE, "FERRATA_FAULT": fault.name},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )  # fmt: skip
    assert done.returncode == FAILED, (
        f"{fault.what}: {fault.test} did not notice\n{done.stdout}\n{done.stderr}"
    )
