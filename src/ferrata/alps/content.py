"""Everything that is declared of the medicine, by kind, for whoever walks over all of it."""

from __future__ import annotations

from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.monographs import EVERY, MONOGRAPHS

CONTENT: dict[str, object] = {
    **{one.id: one for one in GUIDELINES},
    DIAGNOSIS.id: DIAGNOSIS,
    **{f"drug {one.id}": one for one in (*MONOGRAPHS, EVERY)},
}
"""A name for each part, and its declarations."""
