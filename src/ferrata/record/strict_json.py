"""JSON without its ambiguities.

The standard library's reader keeps the last of two equal keys, reads NaN, loses digits of
decimals and overflows its stack on deep nesting. Here each of these is an error that says where.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias, cast

from ferrata.guideline.errors import RecordError
from ferrata.record.messages import cannot_read

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | Decimal | bool | None"
"""What :func:`read_json` returns: numbers are exact."""

MAX_BYTES = 20 * 1024 * 1024
MAX_DEPTH = 64
MAX_DIGITS = 64

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]')
_LONE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _Duplicate(ValueError):
    """A key stands twice in one object."""


def read_json(source: bytes | Path, *, name: str | None = None) -> dict[str, Json]:
    """Return the JSON object in `source`; at most 20 MB, 64 levels, UTF-8.

    `name` is what messages call the source (default: the path, or "input").

    Raises:
        RecordError: when `source` is missing, too large, not UTF-8, not JSON, nested too deeply,
            not an object, or has a duplicate key, NaN, an infinity or a number of more than 64
            digits.
    """
    where = name or (str(source) if isinstance(source, Path) else "input")
    text = _text(_content(source, where), where)
    try:
        found: Json = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_decimal,
            parse_int=_integer,
        )
    except _Duplicate as error:
        key = str(error)
        raise cannot_read(
            f"the key {json.dumps(key)} stands twice in one object",
            where=f"{where}{_where_twice(text, key)}",
            why="readers disagree on which of the two counts",
            do="keep one of them",
        ) from None
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        raise cannot_read(
            "the text ends in the middle of the JSON" if cut else f"not JSON: {error.msg}",
            where=f"{where}, line {error.lineno}, column {error.colno}",
            why="only whole, well-formed JSON is read",
            do="send the whole file again" if cut else "correct the file at that place",
        ) from None
    except RecursionError:
        raise _too_deep(where) from None
    except ValueError as error:
        raise cannot_read(
            str(error),
            where=where,
            why="every number has to be finite and exact",
            do="write a plain number, or leave the value out and say why it is absent",
        ) from None
    if not isinstance(found, dict):
        raise cannot_read(
            f"the JSON is {kind_of(found)}, not an object",
            where=where,
            why="a record is one JSON object",
            do="send one object, such as a FHIR Bundle",
        )
    _check_depth(found, where)
    if _LONE_SURROGATE.search(text):
        _check_characters(found, where)
    return found


def _content(source: bytes | Path, where: str) -> bytes:
    if isinstance(source, bytes):
        if len(source) > MAX_BYTES:
            raise _too_large(where, len(source))
        return source
    try:
        size = source.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(where, size)
        with source.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise cannot_read(
            f"the file cannot be opened: {error.strerror}",
            where=where,
            why="a record is read from one file",
            do="name a file that exists and that you may read",
        ) from None
    if len(content) > MAX_BYTES:
        raise _too_large(where, len(content))
    return content


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
        raise cannot_read(
            "the text is UTF-16" if utf16 else f"byte {error.start + 1} is not UTF-8",
            where=where,
            why="JSON is exchanged in UTF-8",
            do="save the file as UTF-8",
        ) from None


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _Duplicate(key)
            seen.add(key)
    return found


def _constant(word: str) -> Json:
    raise ValueError(f"{word} is not a number")


def _decimal(digits: str) -> Decimal:
    if len(digits) > MAX_DIGITS:
        raise ValueError(f"a number has more than {MAX_DIGITS} digits")
    value = Decimal(digits)
    if not -MAX_DIGITS <= value.adjusted() <= MAX_DIGITS:  # 1e-400000000 written out is 400 MB
        raise ValueError(f"a number has more than {MAX_DIGITS} digits")
    return value


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise ValueError(f"a number has more than {MAX_DIGITS} digits")
    return int(digits)


def _check_depth(found: dict[str, Json], where: str) -> None:
    level: list[dict[str, Json] | list[Json]] = [found]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for node in level
            for child in (node if isinstance(node, list) else node.values())
            if isinstance(child, (dict, list))
        ]
        if not level:
            return
    raise _too_deep(where)


def _check_characters(found: Json, where: str) -> None:
    try:
        json.dumps(found, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        raise cannot_read(
            "half of a character: a \\u escape without its partner",
            where=where,
            why="such text cannot be stored or shown",
            do="write the character itself, in UTF-8",
        ) from None


def _where_twice(text: str, key: str) -> str:
    """Say at which line and column `key` stands for the second time in its object."""
    open_objects: list[set[str] | None] = []
    tokens = list(_TOKEN.finditer(text))
    for token, after in pairwise(tokens):
        mark = token.group()
        if mark in "{[":
            open_objects.append(set() if mark == "{" else None)
        elif mark in "}]":
            open_objects.pop()
        elif (
            mark[0] == '"'
            and after.group() == ":"
            and open_objects
            and open_objects[-1] is not None
        ):
            spelled = cast("str", json.loads(mark, strict=False))
            if spelled == key and spelled in open_objects[-1]:
                line = text.count("\n", 0, token.start()) + 1
                column = token.start() - (text.rfind("\n", 0, token.start()) + 1) + 1
                return f", line {line}, column {column}"
            open_objects[-1].add(spelled)
    return ""


def _too_large(where: str, size: int) -> RecordError:
    return cannot_read(
        f"{size / 1_000_000:,.0f} MB are more than one patient's record",
        where=where,
        why=f"at most {MAX_BYTES // 1024 // 1024} MB are read",
        do="export one patient, or only the resources of the last years",
    )


def _too_deep(where: str) -> RecordError:
    return cannot_read(
        f"the JSON is nested more than {MAX_DEPTH} levels deep",
        where=where,
        why="no health record is; deeper input is an attack or an accident",
        do="check how the file was made",
    )


def kind_of(found: Json) -> str:
    """Return what a piece of JSON is, in words."""
    match found:
        case dict():
            return "an object"
        case list():
            return "a list"
        case str():
            return "a string"
        case bool():
            return "true or false"
        case None:
            return "null"
        case _:
            return "a number"
