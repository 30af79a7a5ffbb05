"""What the rules of the reconciled guideline tell apart beyond the counts of the day."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.course import (
    Effect,
    Eltrombopag,
    Hydroxychloroquine,
    Immunoglobulin,
    Methylprednisolone,
    Mycophenolate,
    Prednisone,
    Rituximab,
    Romiplostim,
    Sirolimus,
)
from ferrata.alps.cytopenia import (
    RESPONDED,
    adequate_counts,
    low_besides_platelets,
    low_counts,
    mycophenolate_due,
    needs_steroid,
    sirolimus_judged,
    steroid_dependent,
)
from ferrata.alps.safety import other_disorder
from ferrata.alps.sources import warrant
from ferrata.guideline.conditions import all_of, any_of, criterion, not_
from ferrata.guideline.units import day, dL, g, one, per_uL

SCOPE = criterion(
    "ALPS, confirmed or probable, or a related disorder by extrapolation",
    any_of(Case.alps, Case.evans, other_disorder),
    warrant("R63", "A126", "A127"),
)

AMOUNTS = criterion(
    "Three months old or more, and ALPS or an emergency",
    all_of(
        Case.age >= 90 * day,
        any_of(
            not_(other_disorder),
            Case.hemoglobin < 7 * g / dL,
            Case.platelets < 10_000 * per_uL,
            Case.major_bleeding,
        ),
    ),
    warrant("A17", "A127", "A03"),
)

year_of_response = criterion(
    "A year of complete response without steroids",
    all_of(
        any_of(
            all_of(Mycophenolate.on, Mycophenolate.days >= 365 * day),
            all_of(Sirolimus.on, Sirolimus.days >= 365 * day),
        ),
        not_(Prednisone.on),
        Case.year_complete_days >= 4 * one,
        Case.year_platelet_days < 1 * one,
        Case.year_hemoglobin_days < 1 * one,
        Case.year_neutrophil_days < 1 * one,
    ),
    warrant("A20", "A116"),
)
not_a_year = criterion(
    "Not yet a year of complete response without steroids",
    any_of(
        all_of(
            any_of(not_(Mycophenolate.on), Mycophenolate.days < 365 * day),
            any_of(not_(Sirolimus.on), Sirolimus.days < 365 * day),
        ),
        Prednisone.on,
        Case.year_complete_days < 4 * one,
        Case.year_platelet_days >= 1 * one,
        Case.year_hemoglobin_days >= 1 * one,
        Case.year_neutrophil_days >= 1 * one,
    ),
    warrant("A20", "A116"),
)

_no_agent = all_of(not_(Mycophenolate.on), not_(Sirolimus.on))
no_agent = criterion(
    "Neither mycophenolate nor sirolimus goes on, nor two weeks of prednisone",
    all_of(_no_agent, any_of(not_(Prednisone.on), Prednisone.days < 14 * day)),
    warrant("A117"),
)
bridged_again = criterion(
    "Two weeks of prednisone, and neither mycophenolate nor sirolimus",
    all_of(_no_agent, Prednisone.on, Prednisone.days >= 14 * day),
    warrant("A117", "R45"),
)

premedication = criterion(
    "One day of methylprednisolone before immunoglobulin",
    all_of(
        not_(Methylprednisolone.on),
        Methylprednisolone.days <= Methylprednisolone.days_since_end + 1 * day,
        Immunoglobulin.ever,
        Immunoglobulin.days <= Methylprednisolone.days + 1 * day,
        Immunoglobulin.days >= Methylprednisolone.days - 1 * day,
        any_of(not_(Prednisone.ever), Prednisone.days > Methylprednisolone.days),
    ),
    warrant("A125"),
)

LATER_PENDING = (
    all_of(Hydroxychloroquine.on, Hydroxychloroquine.days < 168 * day),
    all_of(Eltrombopag.on, Eltrombopag.days < 56 * day),
    all_of(Romiplostim.on, Romiplostim.days < 56 * day),
    all_of(Rituximab.ever, Rituximab.days < 84 * day),
)
later_pending = criterion(
    "Too early to judge the later agent", any_of(*LATER_PENDING), warrant("A14", "A08")
)
later_due = criterion(
    "Time to judge the later agent",
    all_of(
        any_of(not_(Hydroxychloroquine.on), Hydroxychloroquine.days >= 168 * day),
        any_of(not_(Eltrombopag.on), Eltrombopag.days >= 56 * day),
        any_of(not_(Romiplostim.on), Romiplostim.days >= 56 * day),
        any_of(not_(Rituximab.ever), Rituximab.days >= 84 * day),
    ),
    warrant("A14"),
)


only_platelets_low = criterion(
    "Platelets alone are low",
    all_of(
        Case.platelets < 50_000 * per_uL,
        Case.hemoglobin >= 8 * g / dL,
        any_of(Case.neutrophils >= 500 * per_uL, not_(Case.infection)),
    ),
    warrant("A14", "R42"),
)

NO_ANSWER = tuple(effect for effect in Effect if effect is not Effect.RESPONSE)

mycophenolate_failed = criterion(
    "No response to the full dose of mycophenolate, when it is time to judge",
    all_of(
        Mycophenolate.effect.is_(Effect.NONE), low_counts, mycophenolate_due, Mycophenolate.taken
    ),
    warrant("A10"),
)
mycophenolate_lost = criterion(
    "Counts hold on mycophenolate only with steroids",
    all_of(
        Mycophenolate.effect.is_(Effect.COMPLETE, Effect.RESPONSE, Effect.HELD),
        adequate_counts,
        steroid_dependent,
    ),
    warrant("A11", "A20"),
)
pulse_failed = criterion(
    "Breakthrough within 26 weeks of a pulse on mycophenolate",
    all_of(needs_steroid, Prednisone.days >= 7 * day, Prednisone.days <= 182 * day),
    warrant("A11", "A108"),
)
sirolimus_failed = criterion(
    "No response to sirolimus at levels in range",
    all_of(Sirolimus.effect.is_(Effect.NONE), low_counts, sirolimus_judged),
    warrant("A13"),
)
sirolimus_lost = criterion(
    "Breakthrough on sirolimus after a response",
    all_of(
        Sirolimus.effect.is_(*RESPONDED),
        needs_steroid,
        any_of(
            low_besides_platelets,
            Sirolimus.platelet_effect.is_(*NO_ANSWER),
            Sirolimus.platelets_best >= 50_000 * per_uL,
        ),
    ),
    warrant("A107"),
)

mycophenolate_tried = criterion(
    "Mycophenolate was tried or is not tolerated",
    any_of(Mycophenolate.ever, Case.mycophenolate_intolerance),
    warrant("A119", "A120"),
)
sirolimus_tried = criterion(
    "Sirolimus was tried or is not tolerated",
    any_of(Sirolimus.ever, Case.sirolimus_intolerance),
    warrant("A119", "A120"),
)
