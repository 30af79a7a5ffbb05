"""What the tutorials show is what the commands say."""

import re
import shlex
from functools import cache

import pytest
from tests.cli.commands import ROOT, Ran, ferrata

CUT = "…"
_BLOCK = re.compile(r"```console\n\$ \./ferrata (.*)\n((?:.*\n)*?)```\n")
SHOWN = [
    pytest.param(command, shown, id=f"{path.stem}-{number}")
    for path in sorted((ROOT / "docs" / "tutorial").glob("*.md"))
    for number, (command, shown) in enumerate(_BLOCK.findall(path.read_text(encoding="utf-8")))
]


@cache
def run(command: str) -> Ran:
    """Run a command of a tutorial, once."""
    return ferrata(*shlex.split(command))


def parts(shown: str) -> list[str]:
    """Return the pieces of a block between the places where it was cut."""
    return [one for one in re.split(rf"(?:\A|\n){CUT}(?:\n|\Z)", shown.strip("\n")) if one]


def missing(shown: str, said: str) -> list[str]:
    """Return the pieces of `shown` that `said` does not have, in their order."""
    found: list[str] = []
    for part in parts(shown):
        before, here, after = said.partition(part)
        if not here:
            found.append(part)
        else:
            said = after
            assert not before or before.endswith("\n"), f"begins within a line: {part}"
    return found


@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_a_tutorial_shows_what_the_command_says(command: str, shown: str) -> None:
    """Each piece of output stands in the real one, in that order; a cut is marked."""
    ran = run(command)
    assert ran.code == 0, ran.err
    assert missing(shown, ran.out) == []


def test_a_tutorial_with_output_is_found() -> None:
    """The pattern still reads the tutorials."""
    assert len(SHOWN) >= 5
    assert all(parts(str(one.values[1])) for one in SHOWN)


def test_a_line_that_no_command_says_is_seen() -> None:
    """A changed line, or another order, is a difference."""
    said = "one\ntwo\nthree\n"
    assert missing("one\n…\nthree\n", said) == []
    assert missing("one\nthree\n", said) == ["one\nthree"]
    assert missing("…\nthree\n…\none\n", said) == ["one"]
