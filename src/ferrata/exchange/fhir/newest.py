"""Which of several versions of one resource is the newest, where a bundle holds more than one.

The rule (A287). Two resources are versions of one when they have the same type and id and come
from one server, or when they are of one type, code and time and share a business identifier (a
laboratory's number alone is not enough: it may name the whole order). The newest is the one with
the highest `meta.versionId` (of one id), else `meta.lastUpdated`, else, of results, the one that
went further from preliminary to final to amended to withdrawn. Where these contradict each other,
or none of them tells, both count, and the conflict is listed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast

from ferrata.exchange.fhir.elements import Element, Malformed, child, children, string
from ferrata.record.dates import instant_of

_MOST_IDENTIFIERS = 20
_RESULTS = frozenset({"Observation", "DiagnosticReport"})
_FURTHER = {
    word: rank
    for rank, words in enumerate(
        ("registered", "preliminary", "final", "amended corrected", "cancelled", "entered-in-error")
    )
    for word in words.split()
}
_CODES = ("code", "vaccineCode", "medicationCodeableConcept", "medicationReference")
_TIMES = (
    *("effectiveDateTime", "effectiveInstant", "effectivePeriod", "effectiveTiming"),
    *("authoredOn", "whenHandedOver", "onsetDateTime", "performedDateTime", "performedPeriod"),
    *("occurrenceDateTime", "date", "authored"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """A resource of the bundle: how messages and events name it, and where it is kept."""

    kind: str
    name: str
    resource: Element
    full_url: str | None = None


def replaced(items: Iterable[Item]) -> dict[int, str]:
    """Return why each older version is not read, by the identity of its content."""
    found: dict[int, str] = {}
    by_id: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    by_identifier: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        try:
            id_ = string(item.resource, "id")
            if id_:
                by_id[f"{item.kind}/{id_}", _server(item)].append(item)
            for key in islice(_identifiers(item), _MOST_IDENTIFIERS):
                by_identifier[key].append(item)
        except Malformed:
            continue  # whoever reads it says why it cannot be read
    for group in by_id.values():
        _judge(group, found, same_id=True)
    for group in by_identifier.values():
        left = [one for one in group if id(one.resource) not in found]
        _judge(left, found, same_id=False)
    return found


def _server(item: Item) -> str:
    url = item.full_url or ""
    return url.rpartition("/_history/")[0] or url if url.startswith(("http:", "https:")) else ""


def _identifiers(item: Item) -> Iterable[str]:
    """What makes two resources of different ids the same: type, identifier, code and time."""
    if "identifier" not in item.resource or not isinstance(item.resource["identifier"], list):
        return
    what = [item.resource.get(name) for name in (*_CODES, *_TIMES)]
    if not any(what):
        return
    for one in children(item.resource, "identifier"):
        system, value = string(one, "system"), string(one, "value")
        if system and value:
            yield json.dumps([item.kind, system, value, what], sort_keys=True, default=str)


def _judge(group: Sequence[Item], found: dict[int, str], *, same_id: bool) -> None:
    """Add to `found` what the newest of `group` replaces, if there is one."""
    if len(group) < 2:
        return
    different: defaultdict[str, list[Item]] = defaultdict(list)
    for one in group:
        different[json.dumps(one.resource, sort_keys=True, default=str)].append(one)
    first = [same[0] for same in different.values()]
    newest = first[0]
    for one in first[1:]:
        if _newer(one, newest, same_id=same_id):
            newest = one
    if not all(one is newest or _newer(newest, one, same_id=same_id) for one in first):
        return
    status = newest.resource.get("status")
    word = f" ({status})" if isinstance(status, str) else ""
    for same in different.values():
        if same[0] is not newest:
            why = f"an older version; {newest.name}{word} replaces it"
            found.update({id(one.resource): why for one in same})


def _newer(one: Item, other: Item, *, same_id: bool) -> bool:
    """Whether `one` is certainly a newer version than `other`."""
    signs: list[int] = []
    mine, theirs = _meta(one), _meta(other)
    if same_id:
        versions = mine.get("versionId"), theirs.get("versionId")
        if all(isinstance(v, str) and v.isdecimal() and len(v) < 20 for v in versions):
            left, right = (int(cast("str", v)) for v in versions)
            if left != right:
                return left > right
    updated = [instant_of(v) for m in (mine, theirs) if isinstance(v := m.get("lastUpdated"), str)]
    if len(updated) == 2 and updated[0] and updated[1] and updated[0] != updated[1]:
        signs.append(1 if updated[0] > updated[1] else -1)
    if one.kind in _RESULTS:
        ranks = [_FURTHER.get(str(item.resource.get("status")), -1) for item in (one, other)]
        if -1 not in ranks and ranks[0] != ranks[1]:
            signs.append(1 if ranks[0] > ranks[1] else -1)
    return bool(signs) and all(sign > 0 for sign in signs)


def _meta(item: Item) -> Element:
    try:
        return child(item.resource, "meta") or {}
    except Malformed:
        return {}
