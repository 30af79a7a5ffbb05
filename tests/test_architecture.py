"""What import-linter cannot say about the house."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDELINE = ROOT / "src" / "ferrata" / "guideline"


def imported(path: Path) -> Iterator[str]:
    """Every module that a file names in an import, wherever in the file that stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.ImportFrom():
                yield "."
            case _:
                pass


@pytest.mark.parametrize(
    "path", sorted(GUIDELINE.rglob("*.py")), ids=lambda path: path.relative_to(GUIDELINE).as_posix()
)
def test_the_language_needs_only_the_standard_library(path: Path) -> None:
    """A guideline can be read wherever there is a Python."""
    foreign = {
        name
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and name != "ferrata.guideline"
        and not name.startswith("ferrata.guideline.")
    }
    assert not foreign


def pins(lock: str) -> dict[str, str]:
    """The pinned requirements of a lock, each with its lines of hashes."""
    found: dict[str, str] = {}
    name = ""
    for line in (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            name = line.split(" ")[0]
            found[name] = ""
        elif "--hash=" in line:
            found[name] += line
    return found


@pytest.mark.parametrize("lock", ["uv.txt", "run.txt", "dev.txt"])
def test_a_lock_pins_and_hashes_everything_and_names_no_host(lock: str) -> None:
    """What is installed is what was locked, whichever index it came from."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    for pin, hashes in pins(lock).items():
        assert "==" in pin, pin
        assert "--hash=sha256:" in hashes, pin


def test_the_tools_see_the_versions_that_users_run() -> None:
    """Tests speak for ./ferrata only if they ran on the same libraries."""
    assert pins("run.txt").items() <= pins("dev.txt").items()


def test_the_command_does_not_load_pydantic() -> None:
    """It would nearly triple the time to start (docs/decisions/0004)."""
    assert not any(pin.startswith("pydantic") for pin in pins("run.txt"))
