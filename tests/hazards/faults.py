"""A fault for each hazard: the control taken away, and the test that notices."""

from __future__ import annotations

from decimal import Decimal

from tests.hazards.log import Fault

FAULTS: tuple[Fault, ...] = (
    Fault(
        "H03",
        "lenient-numbers",
        "numbers are read as Python reads them",
        "ferrata.record.numbers:number_of",
        lambda _: lambda text: Decimal(str(float(text))),
        "record/test_measurements.py::TODO",
    ),
)
