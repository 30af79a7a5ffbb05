"""What always holds between the features of a patient, by how they are derived."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.course import (
    EXPOSURES,
    Methylprednisolone,
    Mycophenolate,
    Prednisone,
    Rituximab,
    Sirolimus,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.conditions import any_of, not_
from ferrata.guideline.pathway import Invariant
from ferrata.guideline.units import dL, g, one, per_uL

_COURSES = (Prednisone, Methylprednisolone, Mycophenolate, Sirolimus, Rituximab)

INVARIANTS = (
    Invariant(
        id="low-hemoglobin-counts",
        condition=any_of(Case.hemoglobin >= 8 * g / dL, Case.low_hemoglobin_days >= 1 * one),
        warrant=warrant("A103"),
    ),
    Invariant(
        id="low-neutrophils-count",
        condition=any_of(Case.neutrophils >= 500 * per_uL, Case.low_neutrophil_days >= 1 * one),
        warrant=warrant("A103"),
    ),
    Invariant(
        id="low-platelets-count",
        condition=any_of(Case.platelets >= 50_000 * per_uL, Case.low_platelet_days >= 1 * one),
        warrant=warrant("A103"),
    ),
    Invariant(
        id="very-low-platelets-count",
        condition=any_of(Case.platelets >= 20_000 * per_uL, Case.very_low_platelet_days >= 1 * one),
        warrant=warrant("A103"),
    ),
    Invariant(
        id="very-low-is-low",
        condition=Case.low_platelet_days >= Case.very_low_platelet_days,
        warrant=warrant("A103"),
    ),
    *(
        Invariant(
            id=f"quarter-{name}",
            condition=quarter >= fortnight,
            warrant=warrant("A103", "A113"),
        )
        for name, quarter, fortnight in (
            ("hemoglobin", Case.quarter_hemoglobin_days, Case.low_hemoglobin_days),
            ("neutrophils", Case.quarter_neutrophil_days, Case.low_neutrophil_days),
            ("platelets", Case.quarter_platelet_days, Case.low_platelet_days),
        )
    ),
    Invariant(
        id="highest-of-week",
        condition=Case.hemoglobin_highest_week >= Case.hemoglobin_highest_day,
        warrant=warrant("A03"),
    ),
    *(
        Invariant(
            id=f"{course.__name__.lower()}-on-then-ever",
            condition=any_of(not_(course.on), course.ever),
            warrant=warrant("A08"),
        )
        for course in _COURSES
    ),
    *(
        Invariant(
            id=f"{exposure.__name__.lower()}-on-then-ever",
            condition=any_of(not_(exposure.on), exposure.ever),
            warrant=warrant("A08", "A128"),
        )
        for exposure in EXPOSURES
    ),
    *(
        Invariant(
            id=f"{course.__name__.lower()}-best-platelets",
            condition=course.platelets_best >= course.platelets_now,
            warrant=warrant("A04"),
        )
        for course in _COURSES
    ),
)
