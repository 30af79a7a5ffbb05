"""A code map as a TOML file, checked when it is read: what is wrong, where, why, what to write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Any, NoReturn, cast

from ferrata.alps import catalogue
from ferrata.exchange.code_map import CodeMap, LocalAnswer, LocalCode
from ferrata.exchange.standard_codes import keyed, known
from ferrata.guideline.errors import SiteError, UnitError
from ferrata.guideline.events import Analyte
from ferrata.guideline.units import Quantity
from ferrata.record.model import FERRATA
from ferrata.record.ucum import unit_of

MAX_BYTES = 1024 * 1024
MOST_CODES = 5_000
LONGEST = 200
"""Characters of a code, a system or a word."""

LOCAL = "local"
"""What is written as the system of a name, or of a code that is sent without a system."""

_CODE, _ANSWER = "code", "answer"
_FIELDS = {
    _CODE: ({"code", "concept"}, {"system", "unit"}),
    _ANSWER: ({"code", "means"}, {"system"}),
}
"""What each kind of entry must have, and what it may have besides."""

_EXAMPLE = '[[code]]\nsystem = "urn:oid:1.2.3"\ncode = "NEUT"\nconcept = "neutrophils"'


class CodeMapError(SiteError):
    """A code map cannot be used (exit code 2)."""

    def __init__(self, what: str, *, where: str, why: str, do: str) -> None:
        super().__init__(f"{where}: {what}\n  why: {why}\n  do:  {do}")


def read_code_map(source: Path | bytes, *, name: str = "code map") -> CodeMap:
    """Return the map in a TOML file of at most 1 MB and 5,000 codes.

    Raises:
        CodeMapError: when it cannot be read; names a concept, unit or field that does not exist;
            has a code twice; gives a unit that cannot measure the concept; or says of a code of a
            standard system something else than Ferrata knows.
    """
    where = str(source) if isinstance(source, Path) else name
    content = _content(source, where)
    tables = _tables(content, where)
    reading = _Reading(where, content.decode("utf-8-sig"))
    codes = tuple(reading.code(n, one) for n, one in enumerate(tables[_CODE]))
    answers = tuple(reading.answer(n, one) for n, one in enumerate(tables[_ANSWER]))
    return CodeMap(where, sha256(content).hexdigest(), codes, answers)


def _content(source: Path | bytes, where: str) -> bytes:
    why = "a code map is one small text file"
    if isinstance(source, Path):
        try:
            found = source.stat()
            if not S_ISREG(found.st_mode):
                raise CodeMapError(
                    "this is no file",
                    where=where,
                    why=why,
                    do="name a TOML file, such as codes.toml",
                )
            with source.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise CodeMapError(
                f"the file cannot be opened: {error.strerror}",
                where=where,
                why=why,
                do="name a file that exists and that you may read",
            ) from None
    else:
        content = source
    if len(content) > MAX_BYTES:
        raise CodeMapError(
            "the file is larger than 1 MB",
            where=where,
            why=f"{why}; only codes that a guideline asks about belong into it",
            do="leave out what Ferrata has no concept for",
        )
    return content


def _tables(content: bytes, where: str) -> Mapping[str, list[Any]]:
    try:
        found: dict[str, Any] = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CodeMapError(
            f"byte {error.start} is not UTF-8",
            where=where,
            why="names with umlauts and accents would be read as others",
            do="save the file as UTF-8",
        ) from None
    except (ValueError, RecursionError) as error:
        said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise CodeMapError(
            f"not TOML: {said}",
            where=where,
            why="a file that is read in part would lose codes in silence",
            do=f"correct that place; an entry looks like this:\n{_EXAMPLE}",
        ) from None
    for key in found:
        if key not in _FIELDS:
            raise CodeMapError(
                f"{key!r} stands at the top",
                where=where,
                why="only [[code]] and [[answer]] are read there",
                do=f"write entries like this:\n{_EXAMPLE}",
            )
    tables = {kind: found.get(kind, []) for kind in _FIELDS}
    for kind, rows in tables.items():
        if not isinstance(rows, list) or len(cast("list[Any]", rows)) > MOST_CODES:
            what = f"more than {MOST_CODES:,} entries" if isinstance(rows, list) else "no list"
            raise CodeMapError(
                f"{kind} is {what}",
                where=where,
                why="each entry stands under a line [[code]] or [[answer]] of its own",
                do=f"write entries like this:\n{_EXAMPLE}",
            )
    return tables


class _Reading:
    """The entries of one file, with what has been seen of them."""

    def __init__(self, where: str, text: str) -> None:
        self._where = where
        self._seen: dict[tuple[str, str | None, str], str] = {}
        self._lines = {
            kind: [
                text.count("\n", 0, one.start()) + 1
                for one in re.finditer(rf"(?m)^[ \t]*\[\[[ \t]*{kind}[ \t]*\]\]", text)
            ]
            for kind in _FIELDS
        }

    def code(self, number: int, row: Any) -> LocalCode:
        """Return one entry of [[code]]."""
        fields, place = self._fields(_CODE, number, row)
        system, code = self._key(_CODE, fields, place)
        concept = fields["concept"]
        if concept not in _concepts():
            self._fail(
                f"no concept is called {concept!r}{_perhaps(concept, _concepts())}",
                place,
                why="a value without a concept is asked about by nobody",
                do="write the id of a concept; docs/reference/code-map.md lists them all",
            )
        taken = known(keyed(system, code))
        if taken not in (None, concept):
            self._fail(
                f"{code} of {system} means {taken}, not {concept}",
                place,
                why="codes of standard systems mean the same everywhere; a site may add to them "
                "and not contradict them",
                do="correct the code, or remove the entry",
            )
        unit = fields.get("unit")
        if unit is not None:
            self._check_unit(unit, concept, place)
        return LocalCode(system, code, concept, unit)

    def answer(self, number: int, row: Any) -> LocalAnswer:
        """Return one entry of [[answer]]."""
        fields, place = self._fields(_ANSWER, number, row)
        system, code = self._key(_ANSWER, fields, place)
        means = fields["means"]
        if means not in _answers():
            self._fail(
                f"no answer is called {means!r}{_perhaps(means, _answers())}",
                place,
                why="an answer that is none of ours leaves the question open",
                do="write positive, negative, yes, no, or an option of a question",
            )
        taken = known(keyed(system, code))
        if taken is not None and taken != means:
            self._fail(
                f"{code} of {system} means {taken}, not {means}",
                place,
                why="codes of standard systems mean the same everywhere",
                do="correct the code, or remove the entry",
            )
        return LocalAnswer(system, code, means)

    def _fields(self, kind: str, number: int, row: Any) -> tuple[dict[str, str], str]:
        place = self._place(kind, number, row)
        needed, allowed = _FIELDS[kind]
        if not isinstance(row, dict):
            self._fail(
                "the entry is no table",
                place,
                why="an entry has named fields",
                do=f"write it like this:\n{_EXAMPLE}",
            )
        fields = cast("dict[str, Any]", row)
        for name, value in fields.items():
            if name not in needed | allowed:
                self._fail(
                    f"there is no field {name!r}{_perhaps(name, needed | allowed)}",
                    place,
                    why="a field that is misspelt would be lost in silence",
                    do=f"the fields are {', '.join(sorted(needed | allowed))}",
                )
            if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST:
                self._fail(
                    f"{name} is not a text of 1 to {LONGEST} characters",
                    place,
                    why="codes are texts: 0042 and 42 are two codes",
                    do=f'write it in quotation marks: {name} = "…"',
                )
        for name in sorted(needed - fields.keys()):
            self._fail(
                f"{name} is missing",
                place,
                why="without it the entry says nothing",
                do=f'add a line {name} = "…"',
            )
        return cast("dict[str, str]", fields), place

    def _key(self, kind: str, fields: dict[str, str], place: str) -> tuple[str | None, str]:
        system, code = fields.get("system", LOCAL), fields["code"]
        key = keyed(None if system == LOCAL else system, code)
        if key[0] == FERRATA:
            self._fail(
                "the system is Ferrata's own",
                place,
                why="our codes are understood without a map",
                do="remove the entry",
            )
        first = self._seen.setdefault((kind, *key), place)
        if first != place:
            self._fail(
                f"{code} of {system} stands twice, first in {first}",
                place,
                why="the second would replace the first, or the first hide the second",
                do="keep one of them",
            )
        return (None if system == LOCAL else system), code

    def _check_unit(self, text: str, concept: str, place: str) -> None:
        analyte = _concepts()[concept]
        if not isinstance(analyte, Analyte):
            self._fail(
                f"{concept} has a unit, {text}",
                place,
                why=f"{concept} is not measured as a number",
                do="remove the line",
            )
        unit = unit_of(text)
        if unit is None:
            self._fail(
                f"{text!r} is no unit that is known",
                place,
                why="UCUM is case sensitive, and a guessed unit may be wrong a thousandfold",
                do=f'write the unit in UCUM, such as unit = "{analyte.unit.code}"',
            )
        try:
            Quantity(Decimal(1), unit).to(analyte.unit, molar_mass=analyte.molar_mass)
        except UnitError:
            share = unit.code == "%"
            self._fail(
                f"{concept} cannot be measured in {text}",
                place,
                why="a percentage of cells is no absolute count, and acting on it can cost a life"
                if share
                else f"{text} and {analyte.unit.code} measure different things",
                do="remove the entry, and map the laboratory's code of the absolute count"
                if share
                else f"write the unit that the laboratory means, such as {analyte.unit.code}",
            )

    def _place(self, kind: str, number: int, row: Any) -> str:
        lines = self._lines[kind]
        fields = cast("dict[str, Any]", row) if isinstance(row, dict) else {}
        code = fields.get("code")
        named = f" ({code})" if isinstance(code, str) and code.strip() else ""
        line = f", line {lines[number]}" if number < len(lines) else ""
        return f"{kind} {number + 1}{named}{line}"

    def _fail(self, what: str, place: str, *, why: str, do: str) -> NoReturn:
        raise CodeMapError(what, where=f"{self._where}, {place}", why=why, do=do)


@cache
def _concepts() -> dict[str, object]:
    every = (
        *catalogue.ANALYTES,
        *catalogue.SIGNS,
        *catalogue.QUESTIONS,
        *catalogue.TREATMENTS,
    )
    return {one.id: one for one in every}


@cache
def _answers() -> dict[str, str]:
    options = (option.value for one in catalogue.QUESTIONS for option in one.options)
    return dict.fromkeys(("positive", "negative", "yes", "no", *options), "")


def _perhaps(word: str, known_words: Mapping[str, object] | set[str]) -> str:
    near = get_close_matches(word.lower().replace(" ", "-").replace("_", "-"), known_words, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
