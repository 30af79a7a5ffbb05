"""How a page looks: color only where somebody sees it, every width, nothing lost."""

import io
import re

import pytest
from tests.cli.commands import EXAMPLES, ON, ferrata
from tests.cli.terminal import on_terminal

from ferrata.cli.paper import color, painted

GOOD = str(EXAMPLES / "confirmed-second-agent.json")
PLAN = ("plan", GOOD, "--on", ON)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
PAGES = [
    PLAN,
    ("plan", str(EXAMPLES / "emergency.json"), "--on", ON),
    ("diagnose", GOOD, "--on", ON),
    ("summary", GOOD, "--on", ON),
    ("audit", GOOD, "--on", ON),
    ("disagreements", GOOD, "--on", ON),
    ("drugs",),
    ("doctor",),
]


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


COLOR = [
    # a terminal, the environment, what was asked for, color or not
    (True, {"TERM": "xterm"}, None, True),
    (False, {"TERM": "xterm"}, None, False),
    (True, {"TERM": "dumb"}, None, False),
    (True, {"NO_COLOR": "1"}, None, False),
    (True, {"NO_COLOR": ""}, None, True),
    (False, {"FORCE_COLOR": "1"}, None, True),
    (False, {"FORCE_COLOR": ""}, None, False),
    (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, None, False),
    (False, {"NO_COLOR": "1"}, True, True),
    (True, {"FORCE_COLOR": "1"}, False, False),
]


@pytest.mark.parametrize(("terminal", "environment", "asked", "expected"), COLOR)
def test_when_there_is_color(
    terminal: bool, environment: dict[str, str], asked: bool | None, expected: bool
):
    """What was asked for, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    stream = Terminal() if terminal else io.StringIO()
    assert color(stream, environment, asked) is expected


def test_a_pipe_has_no_color_and_a_terminal_has():
    """The text is the same."""
    piped = ferrata(*PLAN)
    shown, code = on_terminal(*PLAN)
    assert code == 0
    assert "\x1b" not in piped.out
    assert "\x1b[" in shown
    assert ESCAPE.sub("", shown) == piped.out
    assert "\x1b" not in on_terminal(*PLAN, NO_COLOR="1")[0]
    assert "\x1b" not in on_terminal(*PLAN, "--no-color")[0]
    assert "\x1b" not in on_terminal(*PLAN, "--json")[0]
    assert "\x1b[" in ferrata(*PLAN, "--color").out


def test_color_is_never_the_only_sign():
    """Each level is a word, and each color begins and ends on one line."""
    page = "  1. OFFERED: x\n  2. ON CONDITION: x\n  3. CANNOT TELL YET: x\n  4. WITHHELD: x\n"
    colored = painted(page)
    assert ESCAPE.sub("", colored) == page
    codes = [ESCAPE.findall(line)[0] for line in colored.splitlines()]
    assert len(set(codes)) == 4
    for line in colored.splitlines():
        assert line.count("\x1b[0m") == len(ESCAPE.findall(line)) / 2


@pytest.mark.parametrize(
    "forged", ["OFFERED, a name", "a \x1b[31mred\x1b[0m name", "the word WITHHELD in a sentence"]
)
def test_words_of_a_record_are_not_taken_for_advice(forged: str):
    """Only a level where a level stands is painted."""
    assert "\x1b[1;32m" not in painted(f"  Patient {forged}\n")


@pytest.mark.hazard("H31")
@pytest.mark.parametrize("columns", [60, 80, 100, 140])
@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_every_page_fits_every_width_and_cuts_no_number(arguments: tuple[str, ...], columns: int):
    """The same words in the same order; a line that is longer is one word, such as a hash."""
    wide = ferrata(*arguments).out
    shown = ESCAPE.sub("", on_terminal(*arguments, columns=columns)[0])
    for line in shown.splitlines():
        assert len(line) <= min(columns, 100) or _one_word(line), line
    if arguments[0] in {"plan", "diagnose", "summary"}:
        words = shown.replace("!", "").split()
        assert words == wide.replace("!", "").split()
    elif arguments[0] != "doctor":  # which says whether it is a terminal
        assert set(NUMBER.findall(shown)) == set(NUMBER.findall(wide))


def _one_word(line: str) -> bool:
    return "SHA-256" in line or len(line.split()) <= 2


@pytest.mark.hazard("H31")
def test_a_terminal_without_a_sign_gets_its_name():
    """Never a question mark, never an escape that ends in a digit before a number."""
    ran = ferrata(*PLAN, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.code == 0
    assert "PYTHONUTF8=1" in ran.err
    assert r"platelets \N{GREATER-THAN OR EQUAL TO}" in ran.out or r"\N{GREATER-THAN" in ran.out
    assert "\\u" not in ran.out
    data = ferrata(*PLAN, "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert data.out == ferrata(*PLAN, "--json").out


def test_to_wait_for_a_proof_is_shown_on_a_terminal_only():
    """Seconds go by on standard error, and nothing of it stays."""
    shown, code = on_terminal("prove", "medscape-2019", "--no-color")
    assert code in {0, 1}
    assert "proving medscape-2019: " in shown
    assert ferrata("prove", "medscape-2019").err == ""
