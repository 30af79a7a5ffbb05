"""How a page reaches the reader: its language, its width, its color, and characters it can show.

What is written to a file or a pipe is 100 columns wide and has no color, always the same. On a
terminal the lines fit its width, and signs and levels, which are there in any case, get a color.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from typing import TextIO

from ferrata.languages import NOT_REVIEWED, asked_for, catalogue, say, speaking, spoken
from ferrata.plan.lines import WIDTH, harmless, level_text, printed_on, wrapped
from ferrata.plan.model import NOTICE, Level

_BOLD, _DIM, _RED, _GREEN, _YELLOW, _BLUE, _CYAN = "1", "2", "31", "32", "33", "94", "36"
_LEVELS = {
    Level.OFFERED: _GREEN,
    Level.CONDITIONAL: _YELLOW,
    Level.CANNOT_TELL: _BLUE,
    Level.WITHHELD: _RED,
    Level.CONTRAINDICATED: _RED,
}


class Wishes:
    """What the reader asked for on the command line; None leaves it to the environment."""

    def __init__(self) -> None:
        self.language: str | None = None
        self.color: bool | None = None


WISHES = Wishes()


def language() -> str:
    """Return the code of the language to speak."""
    return WISHES.language or asked_for(os.environ)


def color(stream: TextIO, environment: Mapping[str, str], asked: bool | None = None) -> bool:
    """Whether to write color to `stream`: as asked, else by NO_COLOR, FORCE_COLOR and terminal.

    https://no-color.org and https://force-color.org: set and not empty.
    """
    if asked is not None:
        return asked
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def put(make: Callable[[], str]) -> None:
    """Write the page that `make` makes to standard output."""
    with speaking(catalogue(language())):
        with printed_on(_width()):
            page = _head() + make()
        _write(painted(page) if color(sys.stdout, os.environ, WISHES.color) else page)


def put_bytes(data: bytes) -> None:
    """Write `data`, JSON in UTF-8, to standard output, whatever the terminal can show."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _width() -> int:
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def _head() -> str:
    """What stands above every page that is not English: who reviewed it, and the notice."""
    in_use = spoken()
    if in_use is None:
        return ""
    if in_use.review == NOT_REVIEWED:
        review = say(
            "language.not-reviewed",
            "{name}: a translation that no clinician has reviewed ({english}). The English text "
            "decides; what is not translated stands in English.",
            name=in_use.name,
            english=NOT_REVIEWED,
        )
    else:
        review = say(
            "language.reviewed",
            "{name}: translation reviewed by {who}. What is not translated stands in English.",
            name=in_use.name,
            who=in_use.review,
        )
    lines = (*wrapped(review), *wrapped(say("notice", NOTICE)), "")
    return "\n".join(map(harmless, lines)) + "\n"


def _write(page: str) -> None:
    """Write `page`; a character that the terminal cannot show is named rather than dropped."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        page.encode(encoding)
    except UnicodeEncodeError:
        # The escapes that backslashreplace makes end in digits, which a number may follow.
        page = page.encode(encoding, "namereplace").decode(encoding)
        print(
            f"ferrata: this terminal ({encoding}) cannot show every character; "
            "they are named instead. Set PYTHONUTF8=1 to see them.",
            file=sys.stderr,
        )
    sys.stdout.write(page)


def painted(page: str) -> str:
    """Return `page` with color; without it, every character is the same."""
    words = {level_text(level): code for level, code in _LEVELS.items()}
    level = re.compile(
        rf"^( *(?:\d+\. |• )?)({'|'.join(map(re.escape, words))})(?=[:, ]|$)",
    )
    lines = (_line(line, level, words) for line in page.split("\n"))
    return _IDS.sub(_quiet, "\n".join(lines))


_MARKS = (
    (re.compile(r"^(!!.*)$"), f"{_BOLD};{_RED}"),
    (re.compile(r"^( *)(✗)(?= )"), f"{_BOLD};{_RED}"),
    (re.compile(r"^( *)(!)(?= )"), f"{_BOLD};{_YELLOW}"),
    (re.compile(r"^( *)([?◷])(?= )"), f"{_BOLD};{_BLUE}"),
    (re.compile(r"^( +)([+=])(?= )"), _GREEN),
    (re.compile(r"^( +)(≠)(?= )"), _RED),
    (re.compile(r"^( +)(ok)(?=  )"), _GREEN),
    (re.compile(r"^( +)(warn)(?=  )"), f"{_BOLD};{_YELLOW}"),
    (re.compile(r"^( +)(FAIL)(?=  )"), f"{_BOLD};{_RED}"),
)
_DOSE = re.compile(r"\d[\d.,–-]* mg a day\b")
_IDS = re.compile(r"\[[A-Z]\d+[a-z]?(?:\s+[A-Z]\d+[a-z]?)*\]")


def _line(line: str, level: re.Pattern[str], words: Mapping[str, str]) -> str:
    if _is_heading(line):
        return _in(f"{_BOLD};{_CYAN}", line)
    found = level.match(line)
    if found is not None:
        said = _in(f"{_BOLD};{words[found[2]]}", found[2])
        return found[1] + said + _DOSE.sub(_strong, line[found.end() :])
    for mark, code in _MARKS:
        found = mark.match(line)
        if found is not None:
            head, sign = ("", found[1]) if found.re.groups == 1 else (found[1], found[2])
            return head + _in(code, sign) + _DOSE.sub(_strong, line[found.end() :])
    return _DOSE.sub(_strong, line)


def _is_heading(line: str) -> bool:
    return len(line) > 2 and line[0].isalpha() and line == line.upper()


def _in(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _strong(found: re.Match[str]) -> str:
    return _in(_BOLD, found[0])


def _quiet(found: re.Match[str]) -> str:
    """Ids in brackets step back; a color never runs over the end of a line."""
    return re.sub(r"\S[^\n]*\S", lambda part: _in(_DIM, part[0]), found[0])


__all__ = ["WISHES", "color", "language", "painted", "put", "put_bytes"]
