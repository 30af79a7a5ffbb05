"""Rules and the pathway they form: steps, transitions, gates, cautions.

Rules are flat and carry stable ids, so that an amendment names what it changes. Every rule
remembers the line it was written on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from ferrata.guideline.actions import Action, Avoid
from ferrata.guideline.conditions import Condition, IsKnown, Not, walk
from ferrata.guideline.errors import NotMonotone, RuleError, WarrantMissing, Where, author_line
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.features import Finding
from ferrata.guideline.parameters import Parameter
from ferrata.guideline.units import Quantity
from ferrata.guideline.values import Option


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has: a stable id, a warrant, and the line it was written on."""

    id: str
    warrant: tuple[Warrant, ...]
    where: Where = field(default_factory=author_line, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.warrant:
            raise WarrantMissing(
                f"rule {self.id} has no warrant",
                why="every rule rests on a numbered statement of a source or on an assumption",
                write='warrant=statement("R47")',
                where=self.where,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Rule):
    """A stage of the pathway and what is done in it; its id is the stage's name.

    `begun_by` are the treatments whose start shows in a record that the step was taken. A course
    that ended within `brief` shows it only where a transition to the step held that day. A step
    that is `final` hands the patient on and needs no transition.
    """

    stage: Option
    title: str
    do: tuple[Action, ...]
    begun_by: tuple[Treatment, ...] = ()
    brief: Quantity | None = None
    final: bool = False


URGENT = 1
"""Transitions and recommendations of this priority or a smaller one answer a danger to life."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(Rule):
    """From one stage to another when a condition holds.

    Several targets are alternatives, the preferred one first. A lower `priority` number goes
    first, and up to `URGENT` answers a danger to life; equal ones must exclude each other.
    `until` bounds a stay.
    """

    at: Option
    when: Condition
    to: tuple[Option, ...]
    because: str
    priority: int = 5
    until: Quantity | None = None

    def __post_init__(self) -> None:
        super(Transition, self).__post_init__()
        check_monotone(self.when, self)
        if self.stays != (self.until is not None):
            raise RuleError(
                f"transition {self.id} "
                + ("stays without a time limit" if self.stays else "moves on, with a time limit"),
                why="a stay ends when its time is over and is judged again; a move needs none",
                write="stay(..., until=14 * day)" if self.stays else "when(...)",
                where=self.where,
            )
        if self.stays and any(
            isinstance(node, Not) and not isinstance(node.part, Finding) for node in walk(self.when)
        ):
            raise RuleError(
                f"stay {self.id} rests on something that is not so",
                why="a stay needs a positive condition, or it becomes a catch-all for every gap",
                write="what must hold to wait, such as platelets >= 50_000 * per_uL, "
                "or a finding's recorded absence",
                where=self.where,
            )

    @property
    def stays(self) -> bool:
        """Whether the transition leads nowhere but to where it starts."""
        return self.to == (self.at,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate(Rule):
    """`needs` must hold before any of `treatments`.

    While it does not, the advice is withheld when it certainly does not, and conditional when that
    is unknown. With `shut`, only what shuts the gate withholds: to have not looked does not.
    """

    title: str
    treatments: tuple[Treatment, ...]
    needs: Condition
    shut: Condition | None = None

    def __post_init__(self) -> None:
        super(Gate, self).__post_init__()
        check_monotone(self.needs, self)
        if self.shut is not None:
            check_monotone(self.shut, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution(Rule):
    """A treatment that must not be given while a condition holds."""

    avoid: Avoid

    def __post_init__(self) -> None:
        super(Caution, self).__post_init__()
        check_monotone(self.avoid.when, self)


class Topic(StrEnum):
    """What a recommendation is about."""

    PATHWAY = "pathway"
    MONITORING = "monitoring"
    PREVENTION = "prevention"
    MANIFESTATION = "manifestation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Rule):
    """Advice that holds when a condition does, at the stages `at` or, without any, at every stage.

    Only Order and Ask may depend on known(). `priority` is as in a transition.
    """

    title: str
    when: Condition
    do: tuple[Action, ...]
    at: tuple[Option, ...] = ()
    topic: Topic = Topic.PATHWAY
    priority: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Invariant(Rule):
    """What always holds between features, by how they are derived: lowest <= latest."""

    condition: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Rule):
    """A parameter that a site may set."""

    parameter: Parameter


AnyRule: TypeAlias = Step | Transition | Gate | Caution | Recommendation | Invariant | Setting


def when(
    id: str,
    *,
    at: Option,
    holds: Condition,
    to: Option | tuple[Option, ...],
    because: str,
    warrant: tuple[Warrant, ...],
    priority: int = 5,
) -> Transition:
    """Move from `at` to `to` (alternatives: the preferred one first) when `holds`."""
    targets = to if isinstance(to, tuple) else (to,)
    return Transition(
        id=id, at=at, when=holds, to=targets, because=because, warrant=warrant, priority=priority
    )


def stay(
    id: str,
    *,
    at: Option,
    holds: Condition,
    until: Quantity,
    because: str,
    warrant: tuple[Warrant, ...],
    priority: int = 5,
) -> Transition:
    """Stay at `at` while `holds`, at most `until`, then judge again."""
    return Transition(
        id=id,
        at=at,
        when=holds,
        to=(at,),
        because=because,
        warrant=warrant,
        until=until,
        priority=priority,
    )


def check_monotone(condition: Condition, rule: Rule) -> None:
    """Raise when a guard asks `known()`.

    Raises:
        NotMonotone: because forgetting a fact could then turn advice on.
    """
    if any(isinstance(node, IsKnown) for node in walk(condition)):
        raise NotMonotone(
            f"rule {rule.id} asks known() in a guard",
            why="forgetting a fact could then turn advice on",
            write="the condition itself; it is unknown while its feature is. "
            "known() belongs to a Recommendation that only orders or asks",
            where=rule.where,
        )
