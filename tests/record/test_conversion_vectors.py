"""Every conversion vector holds, digit for digit; see tests/vectors/README.md for their maker."""

import csv
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from ferrata.alps.catalogue import ANALYTES
from ferrata.guideline.events import When
from ferrata.guideline.values import Reason
from ferrata.record.measurements import observation_of
from ferrata.record.model import ObservationEntry

BY_ID = {one.id: one for one in ANALYTES}
CONVERSIONS = Path(__file__).parents[1] / "vectors" / "conversions.csv"

with CONVERSIONS.open(encoding="utf-8", newline="") as _lines:
    ROWS = [
        (row["analyte"], row["value"], row["unit"], row["expected"])
        for row in csv.DictReader(_lines)
    ]

_BY_ANALYTE: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
for _analyte, *_rest in ROWS:
    _BY_ANALYTE[_analyte].append((_rest[0], _rest[1], _rest[2]))


def test_every_analyte_has_vectors_of_both_kinds() -> None:
    """A new analyte needs its line in conversions.sh."""
    assert set(_BY_ANALYTE) == set(BY_ID)
    refused = Counter(analyte for analyte, *_, expected in ROWS if expected == "refused")
    assert set(refused) == set(BY_ID)
    assert len(ROWS) - refused.total() >= 600


@pytest.mark.hazard("H01")
@pytest.mark.hazard("H21")
@pytest.mark.hazard("H23")
@pytest.mark.parametrize("analyte", _BY_ANALYTE)
def test_a_result_is_what_the_vectors_say(analyte: str) -> None:
    """As a unit in words and as a UCUM code; all decimals count."""
    ucum = "http://unitsofmeasure.org"
    wrong: list[str] = []
    for value, unit, expected in _BY_ANALYTE[analyte]:
        in_words = ObservationEntry(reference="1", status="final", value=value, unit=unit)
        coded = replace(in_words, unit=None, unit_code=unit, unit_system=ucum)
        for entry in (in_words, coded):
            found = observation_of(entry, BY_ID[analyte], When(0, 0))
            assert found is not None
            if expected == "refused":
                holds = found.unusable is Reason.WRONG_UNIT
            else:
                holds = found.low == found.high == Decimal(expected)
            if not holds:
                wrong.append(f"{value} {unit}: {found.low} {found.unusable}, not {expected}")
    assert wrong == []
