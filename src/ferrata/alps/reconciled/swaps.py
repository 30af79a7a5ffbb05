"""Agents that must not go on: barred, not tolerated, or held for a new fall or another drug."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Mycophenolate, Sirolimus
from ferrata.alps.safety import (
    mycophenolate_barred,
    mycophenolate_neutropenia,
    other_disorder,
    sirolimus_barred,
    sirolimus_neutropenia,
)
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.actions import Avoid
from ferrata.guideline.conditions import all_of, any_of, not_
from ferrata.guideline.pathway import Caution, Gate, when

_AGENTS = (
    Drug.MYCOPHENOLATE,
    Drug.SIROLIMUS,
    Drug.HYDROXYCHLOROQUINE,
    Drug.ELTROMBOPAG,
    Drug.ROMIPLOSTIM,
    Drug.RITUXIMAB,
)

_mycophenolate_stops = all_of(
    mycophenolate_barred,
    any_of(Mycophenolate.on, Sirolimus.on, Case.mycophenolate_intolerance),
)
_sirolimus_stops = all_of(
    sirolimus_barred,
    any_of(Mycophenolate.on, Sirolimus.on, Case.sirolimus_intolerance),
)
_barred_in_remission = any_of(
    all_of(mycophenolate_barred, Mycophenolate.on), all_of(sirolimus_barred, Sirolimus.on)
)
_new_neutropenia = any_of(mycophenolate_neutropenia, sirolimus_neutropenia)

_SWAPS = tuple(
    when(
        f"swap-at-{stage.value}",
        at=stage,
        holds=stops,
        to=targets,
        because=because,
        priority=2,
        warrant=warrant("E042", "R30", "A09", "A17", "A120", "A133"),
    )
    for stage, stops, targets, because in (
        *(
            (
                stage,
                _mycophenolate_stops,
                (Stage.SIROLIMUS, Stage.REFERRAL),
                "mycophenolate must not go on",
            )
            for stage in (Stage.MYCOPHENOLATE, Stage.PULSE)
        ),
        (
            Stage.SIROLIMUS,
            _sirolimus_stops,
            (Stage.MYCOPHENOLATE, Stage.REFERRAL),
            "sirolimus must not go on",
        ),
        *(
            (stage, _barred_in_remission, (Stage.REFERRAL,), "the agent must not go on")
            for stage in (Stage.MAINTENANCE, Stage.WEANING)
        ),
    )
)

_HOLDS = tuple(
    when(
        f"hold-at-{stage.value}",
        at=stage,
        holds=all_of(_new_neutropenia, not_(stops)),
        to=Stage.HOLD,
        because="a new fall of the neutrophils on the drug is the signal to hold it",
        priority=2,
        warrant=warrant("A25", "A123"),
    )
    for stage, stops in (
        (Stage.MYCOPHENOLATE, _mycophenolate_stops),
        (Stage.PULSE, _mycophenolate_stops),
        (Stage.SIROLIMUS, _sirolimus_stops),
        (Stage.MAINTENANCE, _barred_in_remission),
        (Stage.WEANING, _barred_in_remission),
    )
)

_INTERACTIONS = tuple(
    when(
        f"interaction-at-{stage.value}",
        at=stage,
        holds=all_of(Case.strong_cyp3a4, an_agent),
        to=Stage.INTERACTION,
        because="a strong CYP3A4 drug makes the level of sirolimus unsafe: hold it",
        priority=3,
        warrant=warrant("E037", "A132", "A136"),
    )
    for stage, an_agent in (
        (Stage.SIROLIMUS, any_of(Sirolimus.on, Mycophenolate.on)),
        (Stage.MAINTENANCE, Sirolimus.on),
        (Stage.WEANING, Sirolimus.on),
    )
)

_CAUTIONS = tuple(
    Caution(
        id=f"hold-{drug.id}",
        warrant=warrant("A25", "A123"),
        avoid=Avoid(
            (drug,),
            fallen,
            f"Hold {drug.label}: the neutrophils are newly low since it began.",
            warrant("A25"),
        ),
    )
    for drug, fallen in (
        (Drug.MYCOPHENOLATE, mycophenolate_neutropenia),
        (Drug.SIROLIMUS, sirolimus_neutropenia),
    )
)

_GATES = (
    Gate(
        id="gate-cause",
        title="No other cause of the fall was found",
        treatments=_AGENTS,
        needs=not_(Case.other_cause),
        warrant=warrant("R12", "R65", "A122"),
    ),
    Gate(
        id="gate-diagnosis",
        title="ALPS is confirmed or probable; before that, by extrapolation",
        treatments=_AGENTS,
        needs=Case.alps,
        shut=other_disorder,
        warrant=warrant("R63", "A126", "A127"),
    ),
)

SWAPS = (*_CAUTIONS, *_GATES, *_SWAPS, *_HOLDS, *_INTERACTIONS)
