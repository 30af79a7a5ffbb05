"""Results to observations in the unit of their analyte: the one place where units are converted."""

from __future__ import annotations

from decimal import Decimal

from ferrata.guideline.errors import UnitError
from ferrata.guideline.events import Analyte, Observation, When
from ferrata.guideline.units import SMALLEST_STEP, Quantity, Unit, quantise
from ferrata.guideline.values import Reason
from ferrata.record.model import ObservationEntry
from ferrata.record.numbers import COMPARATORS, Result, number_of, result_of
from ferrata.record.statuses import RESULTS, Use
from ferrata.record.ucum import unit_of

UCUM = "http://unitsofmeasure.org"


def observation_of(entry: ObservationEntry, analyte: Analyte, when: When) -> Observation | None:
    """Return the observation that `entry` is, or None when its status says that there is none.

    A bound such as ``<5`` reaches from the lowest plausible value to just below 5. What cannot be
    used says why: the reason that its reader knew, no readable number, no unit of the analyte's
    dimension, or a number outside the plausible range.
    """
    use = RESULTS.get(entry.status, Use.UNREADABLE)
    if use is Use.NO_EVENT:
        return None
    found = (
        Reason.UNREADABLE if use is Use.UNREADABLE else entry.unusable or _bounds(entry, analyte)
    )
    if isinstance(found, Reason):
        return Observation(analyte.id, when, None, None, found, entry.reference)
    return Observation(analyte.id, when, *found, source=entry.reference)


def _bounds(entry: ObservationEntry, analyte: Analyte) -> tuple[Decimal, Decimal] | Reason:
    """The lowest and highest number of the analyte's unit, or why there is none."""
    result = _result(entry)
    if result is None:
        return Reason.UNREADABLE
    unit = unit_for(entry) if entry.value is not None else unit_of(result.unit or "")
    if unit is None:
        return Reason.WRONG_UNIT
    try:
        exact = Quantity(result.number, unit).to(analyte.unit, molar_mass=analyte.molar_mass)
        value = quantise(exact)
    except UnitError:
        return Reason.WRONG_UNIT
    except OverflowError:
        return Reason.IMPLAUSIBLE
    low = high = value
    match result.comparator:
        case "<":
            low, high = analyte.plausible.low, value - SMALLEST_STEP
        case "<=":
            low = analyte.plausible.low
        case ">":
            low, high = value + SMALLEST_STEP, analyte.plausible.high
        case ">=":
            high = analyte.plausible.high
        case _:
            pass
    if value not in analyte.plausible or not analyte.plausible.low <= low <= high:
        return Reason.IMPLAUSIBLE
    return (low, high) if high in analyte.plausible else Reason.IMPLAUSIBLE


def _result(entry: ObservationEntry) -> Result | None:
    if entry.value is None:
        return result_of(entry.value_text or "")
    value = number_of(entry.value)
    if value is None or entry.comparator not in (None, *COMPARATORS):
        return None
    return Result(entry.comparator, value, entry.unit)


def unit_for(entry: ObservationEntry) -> Unit | None:
    """Return the unit of an entry's number; None when it has none that is known.

    A UCUM code is authoritative, but not against words that mean something else: where the two
    differ, neither is believed.
    """
    words = unit_of(entry.unit) if entry.unit else None
    if not entry.unit_code or entry.unit_system not in (None, UCUM):
        return words
    code = unit_of(entry.unit_code)
    if code is not None and words is not None:
        same = (code.dimension, code.size) == (words.dimension, words.size)
        return code if same else None
    return code
