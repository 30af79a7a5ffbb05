"""What a code map could say of a record, as entries to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ferrata.exchange.code_map import through_map
from ferrata.exchange.code_map_file import LOCAL
from ferrata.exchange.inspection.fates import NO_UNIT, has_unit, is_standard
from ferrata.exchange.inspection.model import Fate, Unmapped
from ferrata.exchange.inspection.parts import Part
from ferrata.exchange.inspection.tables import name_of, what
from ferrata.record.model import AssertionEntry, CourseEntry, Entry, ObservationEntry

_Key = tuple[str | None, str, str | None]


def unmapped(parts: Iterable[Part]) -> tuple[Unmapped, ...]:
    """Return what a code map could say, each as an entry to fill in.

    That is: local codes that nobody knows, and known ones whose results come without a unit.
    """
    counts: Counter[_Key] = Counter()
    first: dict[_Key, tuple[Part, Entry]] = {}
    for part in parts:
        if part.fate is Fate.NOT_UNDERSTOOD:
            for entry in part.entries:
                key = _key(part, entry)
                if key is not None:
                    counts[key] += 1
                    first.setdefault(key, (part, entry))
    return tuple(
        _entry(key, counts[key], *first[key])
        for key in sorted(counts, key=lambda key: (-counts[key], key[1]))
    )


def _key(part: Part, entry: Entry) -> _Key | None:
    """The code of an entry that a map could explain, and what is known of it already."""
    if not isinstance(entry, ObservationEntry | AssertionEntry | CourseEntry):
        return None
    if isinstance(entry, CourseEntry) and entry.other:
        return None
    concept = entry.concept
    if concept is not None and (part.why != NO_UNIT or through_map(entry)):
        return None
    if concept is None and is_standard(entry.codings):
        return None
    for one in entry.codings:
        if one.code:
            return one.system, one.code, concept
    name = name_of(entry)
    return (None, name, concept) if name else None


def _entry(key: _Key, count: int, part: Part, entry: Entry) -> Unmapped:
    system, code, concept = key
    example = what(part)
    name = name_of(entry)
    often = "once" if count == 1 else f"{count} times"
    such = "" if example == name else f", such as {example}"
    lines = [
        f"# {' '.join(f'{name}, {often}{such}'.split())}",
        "[[code]]",
        f"system = {_toml(system or LOCAL)}",
        f"code = {_toml(code)}",
        f'concept = "{concept or "?"}"',
    ]
    if concept or (isinstance(entry, ObservationEntry) and entry.value and not has_unit(entry)):
        lines.append('unit = "?"')
    return Unmapped(
        system=system,
        code=code,
        display=name,
        count=count,
        example=example,
        entry="\n".join(lines),
    )


def _toml(text: str) -> str:
    """A text as TOML writes it; controls are escaped."""
    shown = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = (one if one.isprintable() else f"\\U{ord(one):08X}" for one in shown)
    return f'"{"".join(escaped)}"'
