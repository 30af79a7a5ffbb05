"""`inspect_fhir(source)`: read a bundle and say what was made of each of its parts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from ferrata.exchange.code_map import CodeMap, through_map
from ferrata.exchange.code_map_file import LOCAL
from ferrata.exchange.fhir.read import read_fhir
from ferrata.exchange.fhir.trace import Trace
from ferrata.exchange.inspection.conversions import converted
from ferrata.exchange.inspection.fates import parts_of
from ferrata.exchange.inspection.local import unmapped
from ferrata.exchange.inspection.model import (
    INSPECTION_SCHEMA_VERSION,
    CheckedMap,
    Fate,
    Inspection,
    MapRow,
    MapUsed,
    Piece,
    Unused,
)
from ferrata.exchange.inspection.parts import Part
from ferrata.exchange.inspection.tables import (
    LABELS,
    counted,
    courses,
    doubts,
    drug_name,
    ignored,
    not_understood,
    understood,
    withdrawn,
)
from ferrata.plan.lines import harmless
from ferrata.plan.model import NOTICE
from ferrata.record.model import Record
from ferrata.version import VERSION


def inspect_fhir(
    source: bytes | Path, *, received: date, code_map: CodeMap | None = None
) -> Inspection:
    """Return what was made of each part of a bundle, read as :func:`read_fhir` reads it.

    Raises:
        RecordError, Refusal: as `read_fhir` does.
    """
    trace = Trace()
    record = read_fhir(source, received=received, code_map=code_map, trace=trace)
    parts = parts_of(trace, code_map.suffix if code_map is not None else "")
    fates = Counter(part.fate for part in parts)
    drugs = [(part, entry) for part, entry in courses(parts)]
    return Inspection(
        schema_version=INSPECTION_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        file=harmless(source.name) if isinstance(source, Path) else "input",
        patient=record.patient.id,
        received=record.received,
        code_map=_used(code_map, record),
        total=len(parts),
        fates={fate: fates[fate] for fate in Fate},
        understood=understood(parts),
        converted=converted(parts),
        ignored=ignored(parts),
        doubts=doubts(parts),
        not_understood=not_understood(parts, _of_the_bundle(record, parts, code_map)),
        withdrawn=withdrawn(parts),
        merged=tuple(
            Unused(where=part.name, what=part.why) for part in parts if part.fate is Fate.MERGED
        ),
        dosages=counted(entry.dosage for _, entry in drugs if entry.dosage),
        other_drugs=counted(drug_name(entry) for _, entry in drugs if entry.other),
        unknown_drugs=counted(
            drug_name(entry) for _, entry in drugs if not (entry.concept or entry.other)
        ),
        unmapped=unmapped(parts),
        pieces=tuple(
            Piece(place=one.place, kind=one.kind, name=one.name, fate=one.fate, why=one.why)
            for one in parts
        ),
    )


def _of_the_bundle(record: Record, parts: list[Part], code_map: CodeMap | None) -> list[Unused]:
    """What is unread of the bundle as a whole, and of no part of it."""
    told = {(one.where, one.what, one.why) for part in parts for one in part.unread}
    suffix = code_map.suffix if code_map is not None else ""
    return [
        Unused(where=one.where, what=f"{one.what}: {one.why}" if one.what else one.why)
        for one in record.unread
        if (one.where.removesuffix(suffix), one.what, one.why) not in told
    ]


def _used(code_map: CodeMap | None, record: Record) -> MapUsed | None:
    if code_map is None:
        return None
    entries = (*record.observations, *record.assertions, *record.courses)
    return MapUsed(
        file=Path(code_map.where).name,
        hash=code_map.hash,
        codes=len(code_map.codes) + len(code_map.answers),
        values=sum(map(through_map, entries)),
    )


def check_map(code_map: CodeMap) -> CheckedMap:
    """Return what a code map says, without a record."""
    rows = [
        MapRow(
            system=one.system or LOCAL,
            code=one.code,
            means=one.concept,
            label=LABELS[one.concept],
            unit=one.unit,
        )
        for one in code_map.codes
    ]
    rows += [
        MapRow(system=one.system or LOCAL, code=one.code, means=one.means, label="an answer")
        for one in code_map.answers
    ]
    return CheckedMap(
        schema_version=INSPECTION_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        file=Path(code_map.where).name,
        hash=code_map.hash,
        rows=tuple(rows),
    )
