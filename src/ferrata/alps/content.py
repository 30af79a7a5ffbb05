"""Everything that is declared of the medicine, by kind, for whoever walks over all of it."""

from __future__ import annotations

from ferrata.alps.guidelines import GUIDELINES

CONTENT: dict[str, object] = {
    **{one.id: one for one in GUIDELINES},
}
"""A name for each part, and its declarations."""
