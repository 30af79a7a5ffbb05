"""The conflicts of the sources, C01 to C23, as data."""

from __future__ import annotations

from ferrata.alps.conflicts.agents import AGENTS
from ferrata.alps.conflicts.beyond import BEYOND
from ferrata.alps.conflicts.immunoglobulin import SUPPORT
from ferrata.alps.conflicts.outcomes import OUTCOMES
from ferrata.alps.conflicts.steroids import STEROIDS

CONFLICTS = tuple(
    sorted((*STEROIDS, *SUPPORT, *AGENTS, *OUTCOMES, *BEYOND), key=lambda one: one.id)
)
"""Every conflict, in order of id."""
