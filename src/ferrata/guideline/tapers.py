"""Courses that end, as values: a full dose, falls of equal size, and the window of the last dose.

The doses of each day are computed in `ferrata.dosing.taper`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ferrata.guideline.doses import Dose
from ferrata.guideline.errors import DoseError, author_line
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.units import Range, day


class Topic(StrEnum):
    """What a note beside a course is about, in the order in which it is read."""

    HOW = "How to give it"
    STOP = "Never stop suddenly"
    STRESS = "Stress doses"
    MISSED = "A missed or vomited dose"
    AGENT = "The steroid-sparing agent"
    RESPONSE = "When the response is judged"
    WATCH = "What to watch"


@dataclass(frozen=True, slots=True)
class Note:
    """What has to be read beside a course."""

    topic: Topic
    text: str
    warrant: tuple[Warrant, ...]


@dataclass(frozen=True, slots=True)
class Dependence:
    """A treatment is depended on after more than `days` in all, or from the nth restart on."""

    days: int
    restarts: int
    warrant: tuple[Warrant, ...]


@dataclass(frozen=True, slots=True)
class Taper:
    """A course that ends: days in `full` dose, then equal falls, one every so many days.

    Ranges are in days. The last dose is given on a day of `ends`, the first dose being on day 1.
    Without `every` the course ends from its full dose, which is allowed up to `abrupt` days (None:
    always). No fall, the last one to nothing included, is larger than `most_fall` of the starting
    dose. `usual` are the days in full dose, of a step and in all, unless a clinician says
    otherwise. `after` is how long after the end of an earlier course of the same a restart still
    belongs to it, in days.

    Raises:
        DoseError: when no course can keep to the ranges, or one could stop abruptly.
    """

    id: str
    title: str
    treatment: Treatment
    dose: Dose
    full: Range
    every: Range | None
    ends: Range
    usual: tuple[int, int, int]
    most_fall: Decimal
    warrant: tuple[Warrant, ...]
    notes: tuple[Note, ...] = ()
    abrupt: int | None = None
    dependence: Dependence | None = None
    after: int = 0

    def __post_init__(self) -> None:
        spans = [self.full, self.ends, *([self.every] if self.every else [])]
        if any(one.unit != day or one.low < 0 or one.low % 1 or one.high % 1 for one in spans):
            raise DoseError(
                f"the course {self.id} with spans that are no whole days",
                why="a dose is given on a day",
                write="between(7, 14, day)",
                where=author_line(),
            )
        if self.every is None and self.abrupt is not None and self.ends.high > self.abrupt:
            raise DoseError(
                f"the course {self.id} could stop after {self.ends.high} days without falling",
                why=f"after {self.abrupt} days it must not stop abruptly",
                write=f"an end by day {self.abrupt}, or falls with every=between(3, 7, day)",
                where=author_line(),
            )
        if not 0 < self.most_fall <= 1 or (self.every is not None and not self.every.low > 0):
            raise DoseError(
                f"the course {self.id} falls by {self.most_fall} of its dose",
                why="a fall is a share of the starting dose, after at least a day",
                write="most_fall=Decimal('0.25'), every=between(3, 7, day)",
                where=author_line(),
            )
        full, every, total = map(Decimal, self.usual)
        if (
            full not in self.full
            or total not in self.ends
            or full > total
            or (self.every is not None and (every not in self.every or full + every > total))
        ):
            raise DoseError(
                f"the usual days {full}, {every} and {total} of the course {self.id}",
                why="they are proposed to everybody, so they lie in the declared ranges",
                write="usual=(days in full dose, days of a step, days in all)",
                where=author_line(),
            )
