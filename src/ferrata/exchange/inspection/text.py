"""An inspection as text for a terminal: nothing in it that is not in the inspection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ferrata.exchange.inspection.model import (
    MEANINGS,
    CheckedMap,
    Converted,
    Counted,
    Fate,
    Inspection,
    NotUnderstood,
    Understood,
)
from ferrata.plan.lines import WIDTH, harmless, heading, wrapped

MOST = 8
"""So many of a kind are shown; the JSON holds them all."""

_LONGEST = 52
"""Characters of a name in a table; the JSON holds it whole."""

_SYSTEMS = {
    "http://loinc.org": "LOINC",
    "http://snomed.info/sct": "SNOMED CT",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
    "http://www.whocc.no/atc": "ATC",
    "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
    "http://hl7.org/fhir/sid/cvx": "CVX",
}
_KINDS = {
    "measurement": "measured",
    "finding": "said",
    "treatment": "treatments",
    "review": "reviewed",
    "gene": "genes",
}


def inspection_text(made: Inspection) -> str:
    """Return `made` as text, at most 100 columns wide unless a code or name is longer."""
    return "\n".join(map(harmless, _lines(made))) + "\n"


def map_text(made: CheckedMap) -> str:
    """Return a checked map as a table."""
    return "\n".join(map(harmless, _map_lines(made))) + "\n"


def _lines(made: Inspection) -> Iterator[str]:
    yield from wrapped(made.notice)
    yield ""
    yield f"{made.file}   Patient/{made.patient}   received {made.received}"
    used = made.code_map
    if used is not None:
        yield from wrapped(
            f"site code map {used.hash[:8]} ({used.file}, {used.codes} codes): "
            f"{used.values} entries were read through it; they are marked *"
        )
    yield from heading("What became of each entry, component and contained resource")
    yield from _fates(made)
    yield from heading("Understood")
    yield from _understood(made.understood)
    if made.converted:
        yield from heading("Converted")
        yield from _converted(made.converted)
    if made.doubts:
        yield from heading("Understood and used, with a doubt")
        yield from _reasons(made.doubts)
    yield from heading("Not understood")
    yield from _reasons(made.not_understood)
    if made.unmapped:
        yield from heading("What a code map could say")
        yield from wrapped(
            "Paste what a guideline should know into a file, write concept and unit in the place "
            "of the question marks (docs/how-to/map-local-codes.md), and inspect again with "
            "--map FILE:",
            "  ",
        )
        for one in made.unmapped[:MOST]:
            yield ""
            yield from (f"    {line}" for line in one.entry.split("\n"))
        if len(made.unmapped) > MOST:
            yield ""
        yield from _more(len(made.unmapped), "    ")
    if made.unknown_drugs:
        yield from heading("Drugs that nobody knows")
        yield from _counts(made.unknown_drugs)
    if made.withdrawn:
        yield from heading("Withdrawn, planned or not yet there: no event")
        for one in made.withdrawn:
            shown = ", ".join(one.names[:3]) + (", …" if len(one.names) > 3 else "")
            yield from wrapped(
                f"{len(one.names):5}  {one.kind}, {one.status}: {shown}", "  ", "         "
            )
    if made.merged:
        yield from heading("On record twice, or as a newer version")
        for one in made.merged[:MOST]:
            yield from wrapped(f"{one.where}: {one.what}", "         - ", "           ")
        yield from _more(len(made.merged), "         ")
    if made.dosages:
        yield from heading("Dosages in words, kept and not read")
        yield from _counts(made.dosages)
    if made.ignored:
        yield from heading("Outside what any guideline here asks")
        yield from _ignored(made)
    yield ""
    yield made.software


def _fates(made: Inspection) -> Iterator[str]:
    for fate, count in made.fates.items():
        if count or fate in (Fate.UNDERSTOOD, Fate.NOT_UNDERSTOOD):
            yield f"  {count:6}  {fate.value:15} {MEANINGS[fate]}"
    yield f"  {made.total:6}  in all"


def _understood(rows: Sequence[Understood]) -> Iterator[str]:
    if not rows:
        yield "  nothing"
        return
    for kind, title in _KINDS.items():
        of_kind = [one for one in rows if one.kind == kind]
        if of_kind:
            yield f"  {title}"
            yield from _table(
                [
                    (
                        str(one.count),
                        one.concept + ("*" if one.by_map else ""),
                        _days(one),
                        _range(one),
                    )
                    for one in of_kind
                ],
                right=(0,),
            )


def _days(row: Understood) -> str:
    days = row.first or ""
    if row.last and row.last != row.first:
        days = f"{row.first} to {row.last}"
    undated = f"{row.undated} undated" if row.undated and days else ""
    return ", ".join(one for one in (days, undated) if one) or "undated"


def _range(row: Understood) -> str:
    if row.low is not None:
        unit = f" {row.unit}".replace(" /", "/") if row.unit not in (None, "1") else ""
        span = row.low if row.low == row.high else f"{row.low} to {row.high}"
        return f"{span}{unit}"
    return ", ".join(
        answer if count == row.count else f"{answer} {count}" for answer, count in row.said.items()
    )


def _converted(rows: Sequence[Converted]) -> Iterator[str]:
    yield from _table(
        [
            (
                str(one.count),
                one.concept,
                one.written or "(no unit)",
                _factor(one),
                one.example,
            )
            for one in rows
        ],
        right=(0,),
    )
    for one in rows:
        if one.molar_mass:
            yield f"  {one.concept}, {one.written}: through the molar mass {one.molar_mass}"
    declared = [one for one in rows if one.declared]
    if declared:
        names = ", ".join(dict.fromkeys(one.concept for one in declared))
        yield from wrapped(
            f"* sent without a unit; the unit is the site's, by its code map: {names}", "  ", "    "
        )


def _factor(row: Converted) -> str:
    marked = "*" if row.declared else ""
    if row.factor[0] in "?(":
        return row.factor
    return f"as it is{marked}" if row.factor == "1" else f"x {row.factor}{marked}"


def _reasons(groups: Sequence[NotUnderstood]) -> Iterator[str]:
    if not groups:
        yield "  nothing"
    for group in groups:
        yield from wrapped(f"{len(group.items):5}  {group.why}", "  ", "         ")
        for one in group.items[:MOST]:
            yield from wrapped(
                f"{one.where}: {one.what or '(empty)'}", "         - ", "           "
            )
        yield from _more(len(group.items), "         ")


def _ignored(made: Inspection) -> Iterator[str]:
    for row in made.ignored:
        yield f"  {row.count:5}  {row.kind}"
        yield from _table(
            [
                (str(one.count), _cut(one.display or one.code or ""), _code(one))
                for one in row.codes[:3]
            ],
            indent="         ",
            right=(0,),
        )
        yield from _more(len(row.codes), "         ", 3, " codes")
    if made.other_drugs:
        count = sum(one.count for one in made.other_drugs)
        yield from wrapped(
            f"among them, drugs of other kinds, {count} in all: "
            + _some([one.display for one in made.other_drugs]),
            "  ",
        )


def _cut(name: str) -> str:
    """A name that leaves room for its code."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _code(row: Counted) -> str:
    if row.system is None:
        return ""
    return f"{_SYSTEMS.get(row.system, row.system)} {row.code}"


def _counts(rows: Sequence[Counted]) -> Iterator[str]:
    for one in rows[:MOST]:
        shown = " / ".join(one.display.split("\n"))
        yield from wrapped(f"{one.count:5}  {shown}", "  ", "         ")
    yield from _more(len(rows), "         ")


def _more(count: int, indent: str, most: int = MOST, what: str = "") -> Iterator[str]:
    if count > most:
        yield f"{indent}and {count - most} more{what}: --json lists all"


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST])
    return f"{shown} and {len(names) - MOST} more" if len(names) > MOST else shown


def _table(
    rows: Sequence[tuple[str, ...]], *, indent: str = "  ", right: Iterable[int] = ()
) -> Iterator[str]:
    """Return rows with their columns one below another; a long cell is not cut."""
    if not rows:
        return
    ends = set(right)
    widths = [min(_LONGEST, max(len(row[n]) for row in rows)) for n in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.rjust(max(5, widths[n])) if n in ends else cell.ljust(widths[n])
            for n, cell in enumerate(row)
        ]
        line = f"{indent}{'  '.join(cells)}".rstrip()
        if len(line) <= WIDTH:
            yield line
        else:
            # The last cell goes below, under the second column.
            yield f"{indent}{'  '.join(cells[:-1])}".rstrip()
            yield from wrapped(row[-1], indent + " " * (max(5, widths[0]) + 4))


def _map_lines(made: CheckedMap) -> Iterator[str]:
    yield from wrapped(made.notice)
    yield ""
    yield f"{made.file}: sound, {len(made.rows)} entries, SHA-256 {made.hash}"
    yield ""
    rows = [(one.system, one.code, one.means, one.unit or "", one.label[:32]) for one in made.rows]
    yield from _table([("system", "code", "means", "unit", ""), *rows])
    yield ""
    yield made.software
