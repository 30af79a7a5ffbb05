"""Tiers, Hypothesis profiles, and what a skipped test means in continuous integration."""

import os
from typing import Final, cast

import pytest
from hypothesis import HealthCheck, settings

TIER: Final = os.environ.get("FERRATA_TIER", "fast")
CONTINUOUS_INTEGRATION: Final = os.environ.get("CI", "").lower() == "true"
MAY_SKIP: Final = ("public dataset:", "sources:")

# A deadline would make a test fail because the machine is busy.
settings.register_profile("fast", derandomize=True, deadline=None)
settings.register_profile("full", derandomize=True, deadline=None, max_examples=200)
settings.register_profile(
    "nightly",
    deadline=None,
    max_examples=5_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(TIER)


def belongs(item: pytest.Item) -> bool:
    """Whether a test runs in this tier: full includes fast, nightly is the sweeps alone."""
    if item.get_closest_marker("nightly"):
        return TIER == "nightly"
    if item.get_closest_marker("full"):
        return TIER == "full"
    return TIER != "nightly"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, rather than skip, what belongs to another tier."""
    elsewhere = [item for item in items if not belongs(item)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if belongs(item)]


def forbidden_skips(config: pytest.Config) -> list[str]:
    """Every skip of this run that continuous integration does not allow, with its reason."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not CONTINUOUS_INTEGRATION or not isinstance(reporter, pytest.TerminalReporter):
        return []
    found: list[str] = []
    for report in reporter.getreports("skipped"):
        # Where a test skipped, pytest keeps (path, line, "Skipped: reason").
        _, _, text = cast("tuple[str, int, str]", report.longrepr)
        reason = text.removeprefix("Skipped: ")
        if not reason.startswith(MAY_SKIP):
            found.append(f"{report.nodeid}: {reason}")
    return found


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in continuous integration that skipped what it should have shown."""
    if forbidden_skips(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say why such a run failed."""
    if skips := forbidden_skips(config):
        terminalreporter.section("skips are failures when CI=true", red=True)
        for skip in skips:
            terminalreporter.line(f"SKIPPED, NOT ALLOWED {skip}")
        terminalreporter.line(f"Only a reason that starts with {' or '.join(MAY_SKIP)} may skip.")
