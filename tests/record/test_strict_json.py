"""JSON is read without its ambiguities, and quickly refused where it is hostile."""

import resource
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from ferrata.guideline.errors import RecordError
from ferrata.record.strict_json import MAX_BYTES, MAX_DEPTH, read_json

REFUSED = {
    "duplicate key": (b'{"a": 1,\n "b": {"x": 1, "x": 2}}', ['"x" stands twice', "line 2"]),
    "duplicate key by escape": (b'{"x": 1, "\\u0078": 2}', ['"x" stands twice', "column 10"]),
    "NaN": (b'{"a": NaN}', ["NaN is not a number"]),
    "Infinity": (b'{"a": Infinity}', ["Infinity is not a number"]),
    "-Infinity": (b'{"a": -Infinity}', ["-Infinity is not a number"]),
    "huge integer": (b'{"a": ' + b"9" * 5000 + b"}", ["more than 64 digits"]),
    "huge decimal": (b'{"a": 0.' + b"9" * 5000 + b"}", ["more than 64 digits"]),
    "huge exponent": (b'{"a": 1e400000000}', ["more than 64 digits"]),
    "tiny exponent": (b'{"a": 1e-400000000}', ["more than 64 digits"]),
    "truncated": (b'{"a": 1,\n"b": [1, 2', ["ends in the middle", "line 2, column"]),
    "truncated in a string": (b'{"a": "xyz', ["ends in the middle", "line 1, column 7"]),
    "empty": (b"", ["ends in the middle", "line 1, column 1"]),
    "no JSON": (b'{"a": one}', ["not JSON", "line 1, column 7"]),
    "two documents": (b"{} {}", ["not JSON", "line 1, column 4"]),
    "array": (b"[]", ["a list, not an object"]),
    "string": (b'"x"', ["a string, not an object"]),
    "null": (b"null", ["null, not an object"]),
    "Latin-1": ('{"a": "H\xe4moglobin"}'.encode("latin-1"), ["byte 9 is not UTF-8"]),
    "UTF-16": ('{"a": 1}'.encode("utf-16"), ["UTF-16", "save the file as UTF-8"]),
    "half a character": (b'{"a": "\\ud800"}', ["half of a character"]),
    "65 levels": (b'{"a":' * 65 + b"1" + b"}" * 65, ["more than 64 levels"]),
    "100,000 levels": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ["more than 64 levels"]),
    "100,000 open lists": (b"[" * 100_000, ["more than 64 levels"]),
}


@pytest.mark.hazard("H04")
@pytest.mark.parametrize(("content", "parts"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_plain_json_is_refused_and_says_why(content: bytes, parts: list[str]) -> None:
    """Every refusal says what is wrong, where, why, and what to do."""
    with pytest.raises(RecordError) as caught:
        read_json(content, name="example.json")
    message = str(caught.value)
    assert message.startswith("example.json")
    assert "\n  why: " in message
    assert "\n  do:  " in message
    for part in parts:
        assert part in message


def test_numbers_keep_their_digits() -> None:
    """A decimal is exact: 0.1 is a tenth, and 7.20 keeps its zero."""
    found = read_json(b'{"a": 7.20, "b": 0.1, "c": 12}')
    assert found["a"] == Decimal("7.20")
    assert str(found["a"]) == "7.20"
    assert found["b"] == Decimal("0.1")
    assert found["c"] == 12


def test_a_byte_order_mark_is_accepted() -> None:
    """Windows writes one in front of UTF-8."""
    assert read_json(b'\xef\xbb\xbf{"a": "\xc3\xa4"}') == {"a": "\u00e4"}


def test_64_levels_are_read() -> None:
    """The limit itself is allowed."""
    assert read_json(b'{"a":' * MAX_DEPTH + b"1" + b"}" * MAX_DEPTH)


def test_a_surrogate_pair_is_one_character() -> None:
    """Two halves that belong together are a character; only half of one is refused."""
    assert read_json(b'{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


def test_the_same_key_in_two_objects_is_no_duplicate() -> None:
    """Each object has its own keys."""
    assert read_json(b'{"a": {"x": 1}, "b": {"x": 2}}') == {"a": {"x": 1}, "b": {"x": 2}}


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(RecordError, match=r"nowhere\.json"):
        read_json(tmp_path / "nowhere.json")
    with pytest.raises(RecordError, match="cannot be opened"):
        read_json(tmp_path)


def test_too_many_bytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    """A file of 500 MB is refused by its size alone."""
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    started = time.perf_counter()
    with pytest.raises(RecordError, match="500 MB"):
        read_json(path)
    assert time.perf_counter() - started < 1
    with pytest.raises(RecordError, match="at most 20 MB"):
        read_json(b" " * (MAX_BYTES + 1))


_HOSTILE = """
import sys
from pathlib import Path
from ferrata.guideline.errors import RecordError
from ferrata.record.strict_json import read_json
for name in sys.argv[1:]:
    try:
        read_json(Path(name))
    except RecordError:
        # getrusage would count what the parent had when it forked.
        status = Path("/proc/self/status").read_text().split()
        print(int(status[status.index("VmHWM:") + 1]) // 1024)
"""


def test_hostile_input_needs_neither_memory_nor_a_second(tmp_path: Path) -> None:
    """500 MB and 100,000 levels end as errors below 512 MB, in a process that may have no more."""
    large, deep, endless = (tmp_path / name for name in ("large", "deep", "endless"))
    with large.open("wb") as file:
        file.truncate(500_000_000)
    deep.write_bytes(b'{"a":' * 100_000 + b"1" + b"}" * 100_000)
    endless.symlink_to("/dev/zero")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))

    done = subprocess.run(
        [sys.executable, "-c", _HOSTILE, str(large), str(deep), str(endless)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=limit,
        timeout=30,
    )
    used = [int(line) for line in done.stdout.split()]
    assert len(used) == 3
    assert max(used) < 512
