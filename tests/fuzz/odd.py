"""Odd pieces and ways to break texts and JSON: what a hostile or careless writer sends.

Everything is a function of its random source, so that a run with the same seed is the same run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeAlias, cast

Mutator: TypeAlias = Callable[[bytes, Random], bytes]

NUMBERS = (
    *("0", "-0", "-1", "1.5", "0.1", "7.20", "1e3", "1E-7", "1e400", "-1e-400", "1e999999999"),
    *("123456789012", "0.000000000000000000000000000001", "9" * 64, "9" * 65, "1" * 5_000),
    *("NaN", "Infinity", "-Infinity", "1_0", "01", "+5", ".5", "5.", "0x10", "1,5", "1.000"),
    *("2147483648", "9223372036854775808", "1.7976931348623159e309", "5e-324"),
)
TEXTS = (
    *("", " ", "\t", "\n", "\r\n", "\u2028", "\x00", "\x1b[2J", "\ufeff", "\ufffd", "\uffff"),
    *(
        "\u202egpj.exe",
        "\u2066x\u2069",
        "e\u0301",
        "ﬁ",
        "ß",
        "ſ",
        "İ",
        "ı",
        "\u212a",
        "\u1e9e",
        "µg",
        "μg",
        "Å",
    ),
    *("٣", "３", "৩", "²", "½", "Ⅷ", "五", "🩸", "👩‍👧", "\U0010ffff", "‱", "−5", "１２"),
    *("'", '"', "\\", "`", "$(x)", "{}", "{name}", "%s", "%n", "<b>", "&amp;", "]]>", "../.."),
    *("null", "None", "true", "nan", "inf", "yes", "no", "unknown", "default", "__class__"),
)
UNITS = (
    "",
    " ",
    "mg",
    "kg",
    "cm",
    " g/dL",
    "/nL",
    " 10*9/L",
    "%",
    "mg/dL",
    "mmol/L",
    " U/L",
    "/uL",
)
_AMOUNTS = ("0", "1", "3", "38", "7.2", "12.50", "100", "999999", "-1", "1.000", "1,5", "yes", "no")
WORDS = (
    *("<", "<=", ">=", ">", "≤", "≥", "less than", "more than", "at most", "to", "-", "–"),
    *("mg", "g", "kg", "lb", "cm", "m", "in", "mL", "L", "dL", "uL", "µL", "g/dL", "10*9/L", "/nL"),
    *("mmol/L", "10^9/L", "%", "1", "U/L", "{cells}/uL", "[degF]", "Cel", "K/uL", "ng/mL", "g.L-1"),
    *("2020", "2020-10", "2020-10-03", "2020-02-30", "2020-13", "0999-01-01", "9999-12-31", "0000"),
    *("2020-10-03T20:00:00Z", "2020-10-03T23:59:60+14:00", "T24:00", "+14:01", "-00:00", "/", "Z"),
    *("2026-11-21", "2027-01-01", "1900-01-01", "2026-W01-1", "20261120", "6y", "18mo"),
    *("fever", "platelets", "stage", "=", "==", ",", ";", ".", "..", ":", "#", "|", "_history/2"),
)

MARKS = 100_000
"""Combining marks on one letter: a text that looks like one character."""

_RAREST = 0.004
_RAW = re.compile(r'"\\u0001(.*?)\\u0001"')


def text(data: bytes, random: Random) -> bytes:
    """A text with something put in, taken out, repeated or exchanged."""
    found = decoded(data)
    for _ in range(_few(random)):
        found = _text_once(found, random)
    if random.random() < _RAREST:
        found += "a" + "\u0301" * MARKS
    return encoded(found)


def assigned(data: bytes, random: Random) -> bytes:
    """Lines of NAME=VALUE: half of them with another number, sign, unit or word as value."""
    if random.random() < 0.3:
        return text(data, random)
    rows: list[str] = []
    for row in decoded(data).split("\n"):
        name, sign, value = row.partition("=")
        match random.randrange(4):
            case 0:
                value = random.choice(_AMOUNTS) + random.choice(UNITS)
            case 1:
                value = _NUMERAL.sub(random.choice(_AMOUNTS), value)
            case 2:
                value = random.choice(("<", "<=", "> ", "at least ", " ")) + value
            case _:
                value = value.replace("yes", "no")
        rows.append(f"{name}{sign}{value}")
    return encoded("\n".join(rows))


_NUMERAL = re.compile(r"^[0-9.]+")


def raw(data: bytes, random: Random) -> bytes:
    """Bytes flipped, cut, repeated and overwritten."""
    found = bytearray(data)
    for _ in range(_few(random)):
        at = random.randrange(len(found) + 1)
        match random.randrange(6):
            case 0 if found:
                found[at % len(found)] = random.randrange(256)
            case 1 if found:
                found[at % len(found)] ^= 1 << random.randrange(8)
            case 2:
                found[at:at] = random.randbytes(random.randint(1, 8))
            case 3:
                del found[at : at + random.randint(1, 40)]
            case 4:
                found[at:at] = found[at : at + random.randint(1, 200)]
            case _:
                number = random.choice((0, 1, 0x7F, 0xFF, 0x7FFF_FFFF, 0xFFFF_FFFF, len(found)))
                found[at : at + 4] = number.to_bytes(4, random.choice(("little", "big")))
    return bytes(found)


def lines(data: bytes, random: Random) -> bytes:
    """A file of lines, such as TOML: lines dropped, doubled, exchanged; values of other types."""
    rows = decoded(data).split("\n")
    for _ in range(_few(random)):
        at = random.randrange(len(rows))
        name, sign, _value = rows[at].partition("=")
        match random.randrange(7):
            case 0 if len(rows) > 1:
                del rows[at]
            case 1:
                rows.insert(random.randrange(len(rows) + 1), rows[at])
            case 2:
                other = random.randrange(len(rows))
                rows[at], rows[other] = rows[other], rows[at]
            case 3 if sign:
                rows[at] = f"{name}= {random.choice(_TOML)}"
            case 4 if sign:
                rows[at] = f"{random.choice(TEXTS + WORDS)!r} = {random.choice(_TOML)}"
            case 5 if sign:
                rows[at] = f'{name}= "{_piece(random)}"'
            case _:
                rows[at] = _text_once(rows[at], random)
    return encoded("\n".join(rows))


_TOML = (
    *("1", "-1", "1.5", "1e400", "nan", "inf", "true", "[]", "{}", "2020-10-03", "0x1F", "''"),
    *('"""', "07:32:00", "2020-10-03T07:32:00Z", "{a = {b = 1}}", "[1]", "9" * 5_000, '"\\u0000"'),
    *("[" * 500 + "]" * 500, "{a=" * 300 + "1" + "}" * 300, '"\\uD800"', '"5 %"', '"1.5 mg/mL"'),
)


def json_value(data: bytes, random: Random) -> bytes:
    """JSON in which values are dropped, doubled, of another type, deeper, odd or exchanged."""
    try:
        tree = json.loads(data)
        if not isinstance(tree, dict | list):
            return raw(data, random)
        for _ in range(_few(random)):
            _json_once(tree, random)
        written = json.dumps(tree, ensure_ascii=random.random() < 0.2)
    except (ValueError, RecursionError):  # what an earlier mutation made of it
        return raw(data, random)
    found = encoded(_RAW.sub(_verbatim, written))
    return raw(found, random) if random.random() < 0.05 else found


def _verbatim(found: re.Match[str]) -> str:
    """What stood between the marks, as JSON; as it is where it was broken since."""
    try:
        return cast("str", json.loads(f'"{found[1]}"'))
    except ValueError:
        return found[0]


def decoded(data: bytes) -> str:
    """The text of bytes as a command line gives it: what is not UTF-8 becomes lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def encoded(found: str) -> bytes:
    """The bytes of a text; other lone surrogates than those of `decoded` become signs."""
    return found.encode("utf-8", "surrogatepass")


def _few(random: Random) -> int:
    return min(1 + int(random.expovariate(0.6)), 12)


def _piece(random: Random) -> str:
    return random.choice(random.choice((NUMBERS, TEXTS, WORDS, WORDS)))


def _text_once(found: str, random: Random) -> str:
    at = random.randrange(len(found) + 1)
    to = min(len(found), at + random.randint(0, 6))
    match random.randrange(8):
        case 0 | 1:
            return found[:at] + _piece(random) + found[at:]
        case 2:
            return found[:at] + found[to:]
        case 3:
            return found[:at] + _piece(random) + found[to:]
        case 4:
            return found[:at] + found[at:to] * random.choice((2, 3, 10, 200)) + found[to:]
        case 5:
            return found[:at] + chr(random.choice(_LETTERS)) + found[min(len(found), at + 1) :]
        case 6:
            return random.choice((str.upper, str.lower, str.swapcase, str.title))(found)
        case _:
            return found[:at] + random.choice("0123456789.-<> eE/") + found[at:]


_LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0, 7, 0x1B, 0x202E, 0x660, 0x2074, 0xFF11)
_Place: TypeAlias = "tuple[dict[str, Any] | list[Any], Any]"


def _places(tree: Any) -> list[_Place]:
    """Every value inside `tree`, by what holds it and under which name or number."""
    found: list[_Place] = []
    left: list[Any] = [tree]
    while left:
        node = left.pop()
        keys: list[Any] = list(node) if isinstance(node, dict) else list(range(len(node)))  # pyright: ignore[reportUnknownArgumentType]
        for key in keys:
            found.append((cast("dict[str, Any]", node), key))
            if isinstance(node[key], dict | list):
                left.append(node[key])
    return found


def _json_once(tree: Any, random: Random) -> None:
    places = _places(tree)
    if not places:
        if isinstance(tree, dict):
            tree[_piece(random)] = _odd(random)
        return
    node, key = random.choice(places)
    other, name = random.choice(places)
    match random.randrange(14):
        case 0 | 1:
            del node[key]
        case 2 if isinstance(node, list):
            node.insert(random.randrange(len(node) + 1), node[key])
        case 3 if isinstance(node, dict):
            node[random.choice(_keys(places))] = node[key]
        case 4 if isinstance(node, dict):
            node[random.choice(_keys(places))] = node.pop(key)
        case 5:
            _put(node, key, other[name])
        case 6:
            mine, theirs = node[key], other[name]
            _put(node, key, theirs)
            _put(other, name, mine)
        case 7:
            node[key] = random.choice(([node[key]], {"a": node[key]}, {"resource": node[key]}))
        case 8:
            _reference(places, random)
        case 9:
            _contain(places, random)
        case 10:
            texts = [(n, k) for n, k in places if isinstance(n[k], str)]
            if texts:
                node, key = random.choice(texts)
                node[key] = _text_once(node[key], random)
        case 11:
            values = [n[k] for n, k in places if isinstance(n[k], str)]
            node[key] = random.choice(values or [""])
        case _:
            node[key] = _odd(random)


def _keys(places: Sequence[_Place]) -> list[str]:
    return [*(key for _, key in places if isinstance(key, str)), "contained", "extension", "_value"]


def _put(node: Any, key: Any, value: Any) -> None:
    """A copy, so that the tree never holds itself."""
    node[key] = json.loads(json.dumps(value))


def _reference(places: Sequence[_Place], random: Random) -> None:
    """Let a resource refer to another, to itself or to nothing: circles come of it."""
    resources = [n for n, k in places if isinstance(n, dict) and k == "resourceType"]
    known = [f"{one.get('resourceType')}/{one.get('id')}" for one in resources if "id" in one]
    holders = [n for n, k in places if isinstance(n, dict) and k == "reference"]
    name = random.choice((*_LINKS,))
    target = random.choice((*known, "#1", "#", "Patient/none", "urn:uuid:0", "http://x/Patient/1"))
    if holders and random.random() < 0.5:
        random.choice(holders)["reference"] = target
    elif resources:
        link: Any = {"reference": target}
        many = name in _MANY or random.random() < 0.1
        random.choice(resources)[name] = [link, link] if many else link


_LINKS = (
    *("subject", "patient", "hasMember", "derivedFrom", "result", "basedOn", "medicationReference"),
    *("authorizingPrescription", "partOf", "priorPrescription", "focus", "specimen", "encounter"),
)
_MANY = frozenset(
    {"hasMember", "derivedFrom", "result", "basedOn", "partOf", "authorizingPrescription"}
)


def _contain(places: Sequence[_Place], random: Random) -> None:
    """Put a resource into another, or into itself."""
    resources = [n for n, k in places if isinstance(n, dict) and k == "resourceType"]
    if resources:
        outer, inner = random.choice(resources), random.choice(resources)
        copy = json.loads(json.dumps(inner))
        copy.setdefault("id", "1")
        held = outer.get("contained")
        outer["contained"] = [*(held if isinstance(held, list) else []), copy]


_EMPTY = ("null", "true", "false", "[]", "{}", "[null]", "[[]]", "[{}]", '{"": null}')


def _odd(random: Random) -> Any:
    match random.randrange(8):
        case 0:
            return json.loads(random.choice(_EMPTY))
        case 1 | 2:
            return f"\x01{random.choice(NUMBERS)}\x01"
        case 3:
            depth = random.choice((3, 63, 64, 65, 700))
            left, right = random.choice((("[", "]"), ('{"a":', "}")))
            return f"\x01{left * depth}1{right * depth}\x01"
        case 4 if random.random() < 0.03:
            return "a" + "\u0301" * MARKS
        case 5:
            return random.choice(('\x01"\\ud800"\x01', '\x011,"a":1,"a":2\x01', "\x01\x01"))
        case _:
            return _piece(random)
