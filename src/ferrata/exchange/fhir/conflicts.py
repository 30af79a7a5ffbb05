"""Two results of one time that say different things: told, and both kept as possible (A287)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ferrata.alps import catalogue
from ferrata.guideline.events import When
from ferrata.record.dates import instant_of, when_of
from ferrata.record.measurements import observation_of
from ferrata.record.model import ObservationEntry, Unread

_ANALYTES = {one.id: one for one in catalogue.ANALYTES}
_CHANGED = frozenset({"amended", "corrected"})
_FIRST = frozenset({"preliminary", "final"})

_Value = tuple[Decimal | None, Decimal | None]

AMENDED = "an amended result of the same time replaces it"
CONFLICT = "another value of the same time stands in {}; both are kept as possible"


def conflicts(
    entries: Iterable[ObservationEntry], specimens: Mapping[str, str]
) -> Iterator[tuple[ObservationEntry, Unread]]:
    """Give each result that contradicts another of its analyte and moment, with what to say of it.

    Only moments are compared: two counts of one day may both be right, and so may those of two
    specimens, which `specimens` names by the references of results. What is said is
    :data:`AMENDED` where the entry is not to be used any more.
    """
    usable = [
        (entry, analyte, moment)
        for entry in entries
        if entry.unusable is None
        and (analyte := _ANALYTES.get(entry.concept or "")) is not None
        and (moment := _moment(entry.date)) is not None
    ]
    results = Counter((analyte.id, moment) for _, analyte, moment in usable)
    at_once: defaultdict[tuple[str, When], list[tuple[ObservationEntry, _Value]]]
    at_once = defaultdict(list)
    for entry, analyte, moment in usable:
        if results[analyte.id, moment] < 2:
            continue  # nothing to contradict, so its value is not converted here
        found = observation_of(entry, analyte, moment)
        if found is not None and found.low is not None:
            at_once[analyte.id, moment].append((entry, (found.low, found.high)))
    for group in at_once.values():
        if len({value for _, value in group}) < 2:
            continue
        drawn: defaultdict[str | None, list[tuple[ObservationEntry, _Value]]] = defaultdict(list)
        for entry, value in group:
            drawn[specimens.get(entry.reference.partition("#component")[0])].append((entry, value))
        # A result of an unknown specimen may be of any.
        for same in [group] if None in drawn else drawn.values():
            yield from _said(same, several=len(drawn.keys() - {None}) > 1 and same is group)


def _said(
    group: list[tuple[ObservationEntry, _Value]], *, several: bool
) -> Iterator[tuple[ObservationEntry, Unread]]:
    first: dict[_Value, str] = {}
    for entry, value in group:
        first.setdefault(value, entry.reference)
    if len(first) < 2:
        return
    one, another = list(first.items())[:2]
    changed = {value for entry, value in group if entry.status in _CHANGED}
    known = all(entry.status in _CHANGED | _FIRST for entry, _ in group)
    settled = len(changed) == 1 and known and not several
    for entry, value in group:
        written = " ".join(filter(None, (entry.value or entry.value_text, entry.unit)))
        if not settled:
            _, other = another if value == one[0] else one
            yield entry, Unread(entry.reference, written, CONFLICT.format(other))
        elif value not in changed:
            yield entry, Unread(entry.reference, written, AMENDED)


def _moment(date: str | None) -> When | None:
    """The second at which something was measured, in UTC where the offset is known."""
    when = instant_of(date or "") or when_of(date or "")
    return when if when is not None and when.first == when.last else None
