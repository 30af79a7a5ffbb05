"""Readers with faults that real ones have had: the fuzzer has to find each of them."""

from __future__ import annotations

import decimal
import time
from collections.abc import Callable
from decimal import Decimal

from tests.fuzz import odd, seeds
from tests.fuzz.harness import Target
from tests.fuzz.odd import decoded

from ferrata.exchange.fhir.bundle import read_bundle
from ferrata.guideline.errors import RecordError
from ferrata.record.numbers import result_of
from ferrata.record.strict_json import read_json


def by_float(data: bytes) -> object:
    """A number by float(): it takes 1e999 for a number, and says so where it is turned exact."""
    text = decoded(data).strip()
    try:
        return Decimal(int(float(text) * 1000)) / 1000
    except ValueError:
        return None


def by_name(data: bytes) -> object:
    """A reader that takes a field for granted."""
    found = read_bundle(data)
    return [one.resource["code"] for one in found.items if one.kind == "Observation"]


def not_finite(data: bytes) -> object:
    """A reader that lets NaN through."""
    try:
        return float(decoded(data))
    except ValueError:
        return None


def left_behind(data: bytes) -> object:
    """A reader that changes the arithmetic of whoever comes next."""
    found = result_of(decoded(data))
    if found is not None and found.comparator == "<=":
        decimal.getcontext().prec = 10
    return found


def recursive(data: bytes) -> object:
    """A reader that follows references in a circle."""
    bundle = read_bundle(data)

    def follow(name: str) -> int:
        item = bundle.index.get(name)
        links = item.resource.get("hasMember") if item is not None else None
        held = [one for one in links if isinstance(one, dict)] if isinstance(links, list) else []
        return 1 + sum(follow(str(one.get("reference"))) for one in held)

    return sum(follow(item.name) for item in bundle.items)


def endless(data: bytes) -> object:
    """A reader that waits for what does not come."""
    found = read_json(data)
    while found.get("type") is None:
        time.process_time()
    return found


def _planted(
    name: str,
    read: Callable[[bytes], object],
    begin: Callable[[], tuple[bytes, ...]],
    mutate: odd.Mutator,
    *documented: type[Exception],
) -> Target:
    return Target(f"planted {name}", read, (read,), begin, mutate, documented, 20_000, 5_000)


_NUMBERS = seeds.texts("0", "7.20", "-1.5", "<= 5 g/L")

BY_NAME = {
    one.name: one
    for one in (
        _planted("by float", by_float, lambda: _NUMBERS, odd.text),
        _planted("by name", by_name, seeds.bundles, odd.json_value, RecordError),
        _planted("not finite", not_finite, lambda: _NUMBERS, odd.text),
        _planted("left behind", left_behind, lambda: _NUMBERS, odd.text),
        _planted("recursive", recursive, seeds.bundles, odd.json_value, RecordError),
        _planted("endless", endless, seeds.bundles, odd.json_value, RecordError),
    )
}
