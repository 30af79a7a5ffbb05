"""Everything that is declared of the medicine, by kind, for whoever walks over all of it."""

from __future__ import annotations

from ferrata.alps.conflicts import CONFLICTS
from ferrata.alps.diagnosis.assessment import DIAGNOSIS
from ferrata.alps.equivalents import EQUIVALENTS
from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.handouts import HANDOUTS
from ferrata.alps.interactions import LASTING
from ferrata.alps.monographs import EVERY, MONOGRAPHS
from ferrata.alps.tapers import TAPERS

CONTENT: dict[str, object] = {
    **{one.id: one for one in GUIDELINES},
    DIAGNOSIS.id: DIAGNOSIS,
    "conflicts": CONFLICTS,
    **{f"drug {one.id}": one for one in (*MONOGRAPHS, EVERY)},
    "courses that end": TAPERS,
    "equivalents": EQUIVALENTS,
    "how long interactions last": LASTING,
    "text for families": HANDOUTS,
}
"""A name for each part, and its declarations."""
