"""Actions: what a guideline advises to do. Advice, not orders: the clinician decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from ferrata.guideline.conditions import Condition
from ferrata.guideline.doses import Dose
from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.features import Feature
from ferrata.guideline.units import Quantity


@dataclass(frozen=True, slots=True)
class Give:
    """Give a treatment, with a dose when a source states one."""

    treatment: Treatment
    text: str
    warrant: tuple[Warrant, ...]
    dose: Dose | None = None


@dataclass(frozen=True, slots=True)
class Continue:
    """Go on with a treatment that is being given."""

    treatment: Treatment
    text: str
    warrant: tuple[Warrant, ...]


@dataclass(frozen=True, slots=True)
class Consider:
    """Think about a treatment, with a dose when a source states one."""

    treatment: Treatment
    text: str
    warrant: tuple[Warrant, ...]
    dose: Dose | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Order a test that gives `feature` a value."""

    feature: Feature
    text: str
    warrant: tuple[Warrant, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask or examine for `feature`."""

    feature: Feature
    text: str
    warrant: tuple[Warrant, ...]


@dataclass(frozen=True, slots=True)
class Monitor:
    """Look again at `feature`, `every` so often."""

    feature: Feature
    every: Quantity
    text: str
    warrant: tuple[Warrant, ...]


@dataclass(frozen=True, slots=True)
class Refer:
    """Bring in somebody else: a centre, a surgeon, an emergency team."""

    to: str
    text: str
    warrant: tuple[Warrant, ...]


@dataclass(frozen=True, slots=True)
class Avoid:
    """Do not give a treatment while `when` holds, whatever else advises it."""

    treatments: tuple[Treatment, ...]
    when: Condition
    text: str
    warrant: tuple[Warrant, ...]


Action: TypeAlias = Give | Continue | Consider | Order | Ask | Monitor | Refer
"""What a step or a recommendation advises. Sealed. :class:`Avoid` is a rule of the safety layer."""


def treatment_of(action: Action) -> Treatment | None:
    """Return the treatment that `action` starts or goes on with, if any."""
    match action:
        case Give(treatment) | Continue(treatment) | Consider(treatment):
            return treatment
        case Order() | Ask() | Monitor() | Refer():
            return None
        case _:
            assert_never(action)


def dose_of(action: Action) -> Dose | None:
    """Return the dose that `action` states, if any."""
    match action:
        case Give(dose=dose) | Consider(dose=dose):
            return dose
        case Continue() | Order() | Ask() | Monitor() | Refer():
            return None
        case _:
            assert_never(action)
