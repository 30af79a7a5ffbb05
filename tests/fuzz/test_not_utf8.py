"""A command line holds any bytes; what is not UTF-8 is shown as a sign, never a program error."""

import shutil
from pathlib import Path

import pytest
from tests.fuzz.odd import decoded
from tests.fuzz.seeds import EXAMPLES
from typer.testing import CliRunner

from ferrata.cli.app import app

ODD = decoded(b"\xff")
COMMANDS = {
    "interactions": ["interactions", "--drug", ODD, "--drug", "prednisone", "--json"],
    "taper": [
        *("taper", "prednisone", "--dose", "40mg", "--start", "2026-11-21", "--label", ODD),
        *("--ics", "FOLDER/plan.ics"),
    ],
    "inspect": ["inspect", f"FOLDER/{ODD}.json", "--on", "2026-11-21", "--json"],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
def test_bytes_that_are_no_text_are_shown_as_a_sign(words: list[str], tmp_path: Path) -> None:
    """In JSON, in a calendar file and as the name of a file."""
    shutil.copy(EXAMPLES / "first-cytopenia.json", tmp_path / f"{ODD}.json")
    ran = CliRunner().invoke(app, [one.replace("FOLDER", str(tmp_path)) for one in words])
    assert ran.exit_code == 0, ran.stderr
    written = b"".join(path.read_bytes() for path in tmp_path.glob("*.ics"))
    assert "\ufffd" in ran.stdout + written.decode()
