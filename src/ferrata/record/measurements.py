"""Results to observations in the unit of their analyte: the one place where units are converted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ferrata.guideline.errors import UnitError
from ferrata.guideline.events import Analyte, Observation, When
from ferrata.guideline.units import SMALLEST_STEP, Quantity, Unit, celsius, plain, quantise
from ferrata.guideline.values import Reason
from ferrata.record.model import ObservationEntry
from ferrata.record.numbers import COMPARATORS, hint_of, interval_of, number_of, result_of
from ferrata.record.statuses import RESULTS, Use
from ferrata.record.ucum import refusal_of, unit_of

UCUM = "http://unitsofmeasure.org"
_FREEZING = 32  # °F: where degrees Celsius begin


def observation_of(entry: ObservationEntry, analyte: Analyte, when: When) -> Observation | None:
    """Return the observation that `entry` is, or None when its status says that there is none.

    A bound such as ``<5`` reaches from the lowest plausible value to just below 5; ``3 - 5`` lies
    between both. What cannot be used says why: the reason that its reader knew, no readable
    number, no unit of the analyte's dimension, or a number outside the plausible range.
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


@dataclass(frozen=True, slots=True)
class _Written:
    """What an entry says: a number or two, perhaps a comparator, and the unit, if it is known."""

    low: Decimal
    high: Decimal
    comparator: str | None
    unit: Unit | None


def _bounds(entry: ObservationEntry, analyte: Analyte) -> tuple[Decimal, Decimal] | Reason:
    """The lowest and highest number of the analyte's unit, or why there is none."""
    written = _written(entry)
    if written is None:
        return Reason.UNREADABLE
    if written.unit is None:
        return Reason.WRONG_UNIT
    try:
        low = converted(written.low, written.unit, analyte)
        high = (
            low if written.high == written.low else converted(written.high, written.unit, analyte)
        )
    except UnitError:
        return Reason.WRONG_UNIT
    except OverflowError:
        return Reason.IMPLAUSIBLE
    plausible = analyte.plausible
    if low not in plausible or high not in plausible:
        return Reason.IMPLAUSIBLE
    match written.comparator:
        case "<":
            low, high = plausible.low, high - SMALLEST_STEP
        case "<=":
            low = plausible.low
        case ">":
            low, high = low + SMALLEST_STEP, plausible.high
        case ">=":
            high = plausible.high
        case _:
            pass
    return (low, high) if low <= high else Reason.IMPLAUSIBLE


def converted(number: Decimal, unit: Unit, analyte: Analyte) -> Decimal:
    """Return `number` of `unit` in the unit of `analyte`, to eight decimals.

    Raises:
        UnitError: when `unit` measures something else, or a number of another kind.
        OverflowError: when more than ten digits stand before the point.
    """
    if unit.code == "[degF]":
        number, unit = number - _FREEZING, Unit("[degF]", celsius.dimension, unit.size)
    if unit.dimension == analyte.unit.dimension == () and _kind(unit) != _kind(analyte.unit):
        raise UnitError(
            f"{unit} cannot be read in {analyte.unit}",
            why="a share, a ratio of masses, a number and a dose are of different kinds",
            write=f"a number in {analyte.unit}",
        )
    return quantise(Quantity(number, unit).to(analyte.unit, molar_mass=analyte.molar_mass))


def _kind(unit: Unit) -> str:
    """What a number without dimension is: 0.5 without a unit may be half, or half a percent."""
    if unit.code in {"1", "%"}:
        return unit.code
    return "dose" if unit.code.endswith("/kg") else "ratio of masses"


def _written(entry: ObservationEntry) -> _Written | None:
    if entry.value is not None:
        number = number_of(entry.value)
        if number is None or entry.comparator not in (None, *COMPARATORS):
            return None
        return _Written(number, number, entry.comparator, unit_for(entry))
    text = entry.value_text or ""
    result = result_of(text)
    if result is not None:
        unit = unit_of(result.unit or "")
        return _Written(result.number, result.number, result.comparator, unit)
    interval = interval_of(text)
    if interval is None:
        return None
    return _Written(interval.low, interval.high, None, unit_of(interval.unit or ""))


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


def why_unusable(entry: ObservationEntry, analyte: Analyte) -> str | None:
    """Return in words why the value of `entry` is not used for `analyte`, or None when it is.

    The words are about the value alone; its status and what its reader knew are others' to say.
    """
    found = _bounds(entry, analyte)
    if not isinstance(found, Reason):
        return None
    written = _written(entry)
    if written is None and entry.value is not None and number_of(entry.value) is not None:
        return f"{entry.comparator!r} is no comparator that is known"
    if written is None:
        return hint_of(entry.value or entry.value_text or "")
    if found is Reason.IMPLAUSIBLE:
        low, high = plain(analyte.plausible.low), plain(analyte.plausible.high)
        return f"not plausible, which is {low} to {high} {analyte.unit}"
    unit, code = entry.unit, entry.unit_code
    if entry.value is None:
        result = result_of(entry.value_text or "") or interval_of(entry.value_text or "")
        unit, code = result.unit if result else None, None
    if written.unit is not None:
        return f"{unit or code} is no unit of what is measured; write one such as {analyte.unit}"
    if unit and code and unit_of(unit) and unit_of(code):
        return f"{unit} and the code {code} are different units"
    return refusal_of((code if entry.unit_system in (None, UCUM) else None) or unit or "")
