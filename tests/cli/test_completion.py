"""The tab key: in a real bash, and by the syntax of the other shells where they are installed."""

import os
import shutil
import subprocess

import pytest
from tests.cli.commands import FERRATA, ROOT, STEADY, ferrata

from ferrata.cli.completing import SHELLS

COMPLETED = [
    # what is typed, what is offered, what is not
    ("ferrata pl", {"plan"}, {"prove"}),
    ("ferrata plan --guide", {"--guideline"}, {"--json"}),
    ("ferrata plan --guideline rao", {"rao-2015", "rao-2015-figure"}, {"reconciled"}),
    ("ferrata drug sir", {"sirolimus"}, {"prednisone"}),
    ("ferrata handout what-is", {"what-is-alps"}, {"can-it-be-cured"}),
    ("ferrata schema pl", {"plan"}, {"audit"}),
    ("ferrata completion f", {"fish"}, {"bash"}),
    ("ferrata plan --language d", {"de"}, {"en"}),
    ("ferrata plan exam", set[str](), {"plan"}),  # left to bash, which completes files
]


@pytest.mark.parametrize(
    ("typed", "offered", "not_offered"), COMPLETED, ids=[one[0] for one in COMPLETED]
)
def test_bash_completes(typed: str, offered: set[str], not_offered: set[str]):
    """As it does when somebody presses the key."""
    script = (
        'source <(ferrata completion bash); complete -p ferrata; read -ra COMP_WORDS <<<"$1"; '
        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _ferrata_completion ferrata; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    ran = subprocess.run(
        ["bash", "--norc", "-c", script, "-", typed],
        capture_output=True, text=True, timeout=60, check=True, cwd=ROOT,
        env={**os.environ, **STEADY, "PATH": f"{FERRATA.parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    first, *found = ran.stdout.split("\n")
    assert first == "complete -o default -F _ferrata_completion ferrata"
    assert ran.stderr == ""
    assert offered <= set(found)
    assert not not_offered & set(found)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_of_that_shell(shell: str):
    """It asks ferrata; a shell that is installed accepts its syntax."""
    ran = ferrata("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert f"complete_{shell}" in ran.out
    if shutil.which(shell):
        checked = subprocess.run(
            [shell, "-n"], input=ran.out, capture_output=True, text=True, timeout=60, check=False
        )
        assert (checked.returncode, checked.stderr) == (0, "")


def test_another_shell_is_wrong_usage():
    """Those that there are, are named."""
    ran = ferrata("completion", "cmd")
    assert (ran.code, ran.out) == (2, "")
    assert "bash, zsh, fish" in ran.err
