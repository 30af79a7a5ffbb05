"""The catalogues are what the code and the translations say."""

import subprocess
import sys

from tests.cli.commands import ROOT


def test_template_and_compiled_catalogues_are_current():
    """scripts/messages writes them."""
    ran = subprocess.run(
        [sys.executable, "scripts/messages", "--check"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stdout + ran.stderr
