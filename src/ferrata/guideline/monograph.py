"""Monographs: what is known of one treatment, said remark by remark with its warrants.

A monograph declares what no rule says; what the rules say is added where it is read
(`ferrata.plan.monograph`). A remark that rests on an unverified fact is marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import sqrt
from statistics import NormalDist
from typing import TypeAlias

from ferrata.guideline.errors import RuleError, WarrantMissing, author_line
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Assumption, Warrant

UNVERIFIED = "unverified"
"""How the review of an assumption begins that was remembered or read second-hand."""


class Support(StrEnum):
    """What a remark rests on, strongest first."""

    SOURCE = "source"
    ASSUMPTION = "assumption"
    UNVERIFIED = "unverified"


def support(warrants: tuple[Warrant, ...]) -> Support:
    """Return what `warrants` amount to: unverified if any is, else a source if any is one."""
    assumed = [one for one in warrants if isinstance(one, Assumption)]
    if any(one.review.startswith(UNVERIFIED) for one in assumed):
        return Support.UNVERIFIED
    return Support.ASSUMPTION if len(assumed) == len(warrants) else Support.SOURCE


class Section(StrEnum):
    """Where in a monograph a remark stands."""

    INDICATION = "indication"
    MUST_NOT = "must not"
    BEFORE = "check before"
    DOSE = "dose"
    WATCH = "watch during"
    RESPONSE = "expected response"
    EVIDENCE = "evidence"
    OFF_LABEL = "off label"
    PREGNANCY = "pregnancy"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said of a treatment."""

    section: Section
    text: str
    warrant: tuple[Warrant, ...]

    def __post_init__(self) -> None:
        _warranted(f"the remark {self.text!r}", self.warrant)
        if self.section is Section.DOSE and support(self.warrant) is Support.UNVERIFIED:
            raise RuleError(
                f"a dose rests on an unverified fact: {self.text!r}",
                why="what was only remembered or read second-hand never yields a dose",
                write="no dose, or a statement that was read in its primary page",
                where=author_line(),
            )

    @property
    def support(self) -> Support:
        return support(self.warrant)


class Certainty(StrEnum):
    """How an interaction is known."""

    LABEL = "label"
    SOURCE = "source"
    ASSUMPTION = "assumption"
    MEMORY = "memory, unverified"


class Handling(StrEnum):
    """What to do about an interaction, what must not be first."""

    AVOID = "avoid"
    MEASURE = "measure and adjust"
    APART = "take apart"
    WATCH = "watch"


_KNOWN_FROM = {
    Support.SOURCE: (Certainty.LABEL, Certainty.SOURCE),
    Support.ASSUMPTION: (Certainty.ASSUMPTION,),
    Support.UNVERIFIED: (Certainty.MEMORY,),
}


def amounts_to(certainty: Certainty, warrants: tuple[Warrant, ...]) -> bool:
    """Return whether what rests on `warrants` may be said to be known with `certainty`."""
    return certainty in _KNOWN_FROM[support(warrants)]


@dataclass(frozen=True, slots=True)
class Interaction:
    """What happens `with_` other ingredients or groups, and what to `do` about it."""

    with_: tuple[Treatment, ...]
    text: str
    certainty: Certainty
    warrant: tuple[Warrant, ...]
    do: Handling = Handling.WATCH

    def __post_init__(self) -> None:
        _warranted(f"the interaction {self.text!r}", self.warrant)
        if not amounts_to(self.certainty, self.warrant):
            raise RuleError(
                f"the interaction {self.text!r} is said to be known from: {self.certainty}",
                why=f"its warrants amount to: {support(self.warrant)}",
                write="the certainty that its warrants give",
                where=author_line(),
            )

    @property
    def support(self) -> Support:
        return support(self.warrant)


_LEVEL = 0.95


def wilson(count: int, of: int) -> tuple[float, float]:
    """Return the Wilson 95 % interval of `count` out of `of`, in percent.

    Raises:
        RuleError: when `count` does not lie from 0 to `of`, or `of` is not positive.
    """
    if of < 1 or not 0 <= count <= of:
        raise RuleError(
            f"{count} of {of} is no share",
            why="a share counts some of a group that is not empty",
            write="wilson(10, 14)",
        )
    z = NormalDist().inv_cdf((1 + _LEVEL) / 2)
    share, weight = count / of, z * z / of
    middle = share + weight / 2
    spread = z * sqrt(share * (1 - share) / of + weight / (4 * of))
    low, high = ((middle + sign * spread) / (1 + weight) for sign in (-1, 1))
    return 100 * max(0.0, low), 100 * min(1.0, high)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure of a source: how many of how many, or a share alone, by whose definition.

    `definition` keeps figures apart: two with different ones are never added up. `adverse` is an
    event that nobody wants.

    Raises:
        RuleError: when it has neither count nor share, or more than there were.
    """

    name: str
    definition: str
    population: str
    warrant: tuple[Warrant, ...]
    count: int | None = None
    of: int | None = None
    percent: Decimal | None = None
    adverse: bool = False

    def __post_init__(self) -> None:
        _warranted(f"the outcome {self.name!r}", self.warrant)
        if (self.count is None) == (self.percent is None):
            raise RuleError(
                f"the outcome {self.name!r} has "
                + ("neither count nor share" if self.count is None else "both count and share"),
                why="a share is computed from the count; it is declared where no count is known",
                write="count=10, of=14, or percent=Decimal(80)",
                where=author_line(),
            )
        if self.count is not None and self.of is not None:
            wilson(self.count, self.of)

    @property
    def support(self) -> Support:
        return support(self.warrant)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The Wilson 95 % interval in percent; none where the group's size is not known."""
        return None if self.count is None or self.of is None else wilson(self.count, self.of)

    @property
    def text(self) -> str:
        """The figure as written: ``60/64 (93.8 %, 95 % interval 85.0 to 97.5)``."""
        if self.count is None:
            return f"{self.percent} % (the size of the group is not stated: no interval)"
        if self.of is None:
            return f"{self.count} (of how many is not stated: no share)"
        low, high = wilson(self.count, self.of)
        share = 100 * self.count / self.of
        said = f"{share:.1f} %, 95 % interval {low:.1f} to {high:.1f}"
        return f"{self.count}/{self.of} ({said})"


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages, in completed years, of the patients that the evidence comes from."""

    low: Decimal
    high: Decimal
    warrant: tuple[Warrant, ...]

    def __post_init__(self) -> None:
        _warranted("a range of ages", self.warrant)
        if not 0 <= self.low <= self.high:
            raise RuleError(
                f"the evidence comes from {self.low} to {self.high} years",
                why="a range of ages starts at birth or later and ends after it starts",
                write='Ages(Decimal("0.5"), Decimal(34), warrant(...))',
                where=author_line(),
            )


Said: TypeAlias = Remark | Interaction | Outcome
"""What a monograph says, each with its warrants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Monograph:
    """A treatment and all that is declared of it.

    `title` is its heading, `words` what advice without a dose calls it in a sentence. A treatment
    that is no `drug` has no dose to ask for.
    """

    treatment: Treatment
    title: str
    remarks: tuple[Remark, ...]
    interactions: tuple[Interaction, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    ages: Ages | None = None
    words: tuple[str, ...] = ()
    drug: bool = True

    @property
    def id(self) -> str:
        """The id of its treatment."""
        return self.treatment.id

    def of(self, section: Section) -> tuple[Remark, ...]:
        """Return the remarks of one section, in order."""
        return tuple(one for one in self.remarks if one.section is section)

    def __iter__(self) -> Iterator[Said]:
        yield from self.remarks
        yield from self.interactions
        yield from self.outcomes


def saying(monographs: Iterable[Monograph], id: str) -> Iterator[tuple[Monograph, Said]]:
    """Yield what says the statement or assumption `id`, with the monograph it stands in."""
    for monograph in monographs:
        for said in monograph:
            if any(one.id == id for one in said.warrant):
                yield monograph, said


def _warranted(what: str, warrants: tuple[Warrant, ...]) -> None:
    if not warrants:
        raise WarrantMissing(
            f"{what} has no warrant",
            why="every remark rests on a numbered statement of a source or on an assumption",
            write='warrant("R21")',
            where=author_line(),
        )
