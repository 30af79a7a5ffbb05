"""How each spelling of a unit was read: factor, molar mass, one example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from ferrata.exchange.code_map import SITE_UNIT, marks
from ferrata.exchange.inspection.fates import ASKED
from ferrata.exchange.inspection.model import Converted, Fate
from ferrata.exchange.inspection.parts import Part
from ferrata.exchange.inspection.tables import side_texts
from ferrata.guideline.errors import UnitError
from ferrata.guideline.events import Analyte, Event, Observation
from ferrata.guideline.units import Quantity, Unit, plain
from ferrata.record.measurements import unit_for
from ferrata.record.model import ObservationEntry
from ferrata.record.numbers import interval_of, result_of
from ferrata.record.ucum import unit_of


def converted(parts: Iterable[Part]) -> tuple[Converted, ...]:
    """Return a row for each concept and spelling of a unit, the most frequent first."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    first: dict[tuple[str, str, bool], Converted] = {}
    for part in parts:
        if part.fate is not Fate.UNDERSTOOD:
            continue
        for entry in part.entries:
            if isinstance(entry, ObservationEntry) and entry.concept is not None:
                key = (entry.concept, written_unit(entry), _declared(entry))
                counts[key] += 1
                if key not in first:
                    first[key] = _conversion(entry, part.events, key)
    return tuple(
        replace(first[key], count=counts[key])
        for key in sorted(counts, key=lambda key: (key[0], -counts[key], key[1]))
    )


def written_unit(entry: ObservationEntry) -> str:
    """Return the unit of a result as written; empty where there is none."""
    if entry.value is not None:
        return entry.unit or entry.unit_code or ""
    result = result_of(entry.value_text or "") or interval_of(entry.value_text or "")
    return (result.unit if result else None) or ""


def _declared(entry: ObservationEntry) -> bool:
    return any(SITE_UNIT in mark for mark in marks(entry))


def _conversion(
    entry: ObservationEntry, events: Iterable[Event], key: tuple[str, str, bool]
) -> Converted:
    concept, written, declared = key
    analyte = ASKED[concept]
    unit = unit_for(entry) if entry.value is not None else unit_of(written)
    factor = _factor(unit, analyte) if unit is not None else "?"
    mixed = unit is not None and unit.dimension != analyte.unit.dimension
    molar = str(analyte.molar_mass) if mixed and analyte.molar_mass is not None else None
    said = " ".join(one for one in (entry.comparator, entry.value or entry.value_text or "") if one)
    if entry.value is not None and written:
        said = f"{said} {written}"
    made = ""
    for event in events:
        if (
            isinstance(event, Observation)
            and event.source == entry.reference
            and event.low is not None
            and event.high is not None
        ):
            (_, low), (_, high) = side_texts(event.low, event.high, analyte)
            made = low if low == high else f"{low} to {high}"
    return Converted(
        concept=concept,
        written=written,
        unit=analyte.unit.code,
        factor=factor,
        count=0,
        example=f"{said} = {made} {analyte.unit.code}".replace(" /", "/"),
        molar_mass=molar,
        declared=declared,
    )


def _factor(unit: Unit, analyte: Analyte) -> str:
    if unit.code == "[degF]":
        return "(F - 32) / 1.8"
    try:
        ratio = Quantity(Decimal(1), unit).to(analyte.unit, molar_mass=analyte.molar_mass)
    except UnitError:
        return "?"
    return "1" if ratio == 1 else _short(ratio)


def _short(ratio: Fraction) -> str:
    """A factor in at most six digits, marked where it is rounded."""
    value = Decimal(ratio.numerator) / Decimal(ratio.denominator)
    short = Decimal(f"{value:.6g}")
    return plain(short) if Fraction(short) == ratio else f"~{plain(short)}"
