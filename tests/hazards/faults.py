"""The faults of each hazard: a control taken away, and the test that notices."""

from __future__ import annotations

from tests.hazards.broken_advice import ADVICE
from tests.hazards.broken_dosing import DOSING
from tests.hazards.broken_output import OUTPUT
from tests.hazards.broken_record import RECORD
from tests.hazards.log import Fault

FAULTS: tuple[Fault, ...] = tuple(
    sorted((*RECORD, *DOSING, *ADVICE, *OUTPUT), key=lambda one: one.hazard)
)
