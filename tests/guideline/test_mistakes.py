"""Each deliberate mistake in tests/mistakes has its exact message beside it.

``FERRATA_RECORD=1 ./test -k mistakes`` writes the messages anew; review them with ``git diff``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from ferrata.guideline.errors import FerrataError, GuidelineError

MISTAKES = Path(__file__).resolve().parent.parent / "mistakes"
RULES_OF_ANOTHER_FILE = {"amend_adds_present_rule", "amend_removes_a_step_in_use"}
RECORD = os.environ.get("FERRATA_RECORD") == "1"
FILES = sorted(path for path in MISTAKES.glob("*.py") if path.name != "words.py")


def message_of(path: Path) -> str:
    """Return what the author of `path` reads, or why nothing was said."""
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    try:
        exec(code, {"__name__": path.stem})  # noqa: S102
    except (FerrataError, TypeError) as error:
        return f"{type(error).__name__}: {error}\n"
    return "no error\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mistake_is_answered_by_its_recorded_message(path: Path) -> None:
    """An author who makes the mistake reads exactly this."""
    recorded = path.with_suffix(".txt")
    message = message_of(path)
    if RECORD:
        recorded.write_text(message, encoding="utf-8")
    assert message == recorded.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_message_of_the_language_says_what_where_why_and_what_to_write(path: Path) -> None:
    """Where is the author's own file, by its name alone, or where the rule that clashes stands."""
    message = path.with_suffix(".txt").read_text(encoding="utf-8")
    kind = message.split(":")[0]
    if kind not in {one.__name__ for one in (GuidelineError, *GuidelineError.__subclasses__())}:
        assert kind in {"SiteError", "TypeError"}, message
        return
    file = "words" if path.stem in RULES_OF_ANOTHER_FILE else path.stem
    assert re.fullmatch(
        rf"\w+: {file}\.py:\d+: .+\n  why:   .+\n  write: .+\n", message, re.DOTALL
    ), message


def test_every_message_belongs_to_a_mistake() -> None:
    """No message is left behind when its mistake is renamed."""
    assert {path.stem for path in MISTAKES.glob("*.txt")} == {path.stem for path in FILES}
