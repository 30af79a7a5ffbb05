"""What a check of body size says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What to do with a measurement; the later, the graver."""

    FINE = "plausible"
    ASK = "ask"
    REFUSE = "refuse"

    @property
    def grave(self) -> int:
        """0 for plausible, 1 for ask, 2 for refuse."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class BodyCheck:
    """A verdict on one measurement, in a full sentence.

    Attributes:
        level: plausible; ask before a dose is given; no dose unless somebody confirms the value.
        text: the value, the age, the z-score and the reference used.
        hint: what may have been meant, or empty.
        about: "weight", "height", "body mass index" or "body surface".
        warrants: the ids of the assumptions that the verdict rests on.
    """

    level: Level
    text: str
    hint: str
    about: str
    warrants: tuple[str, ...] = ()


def worst(checks: tuple[BodyCheck, ...]) -> Level:
    """Return the gravest level of `checks`; plausible where there are none."""
    return max((one.level for one in checks), key=lambda one: one.grave, default=Level.FINE)
