"""Criteria of the cytopenia pathway: emergency, entry, breakthrough, response, choice of agent."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.course import Effect, Methylprednisolone, Mycophenolate, Prednisone, Sirolimus
from ferrata.alps.sources import warrant
from ferrata.guideline.conditions import all_of, any_of, at_least, criterion, not_
from ferrata.guideline.units import day, dL, g, one, per_uL

LOW_LINEAGES = (
    Case.hemoglobin < 8 * g / dL,
    Case.neutrophils < 500 * per_uL,
    Case.platelets < 50_000 * per_uL,
)

low_counts = criterion("Breakthrough cytopenia", any_of(*LOW_LINEAGES), warrant("F02", "A02"))

adequate_counts = criterion(
    "Adequate counts",
    all_of(
        Case.hemoglobin >= 8 * g / dL,
        Case.neutrophils >= 500 * per_uL,
        Case.platelets >= 50_000 * per_uL,
    ),
    warrant("A02"),
)

isolated_neutropenia = criterion(
    "Isolated neutropenia without infection",
    all_of(
        Case.neutrophils < 500 * per_uL,
        Case.hemoglobin >= 8 * g / dL,
        Case.platelets >= 50_000 * per_uL,
        not_(Case.infection),
    ),
    warrant("A21"),
)

needs_steroid = criterion(
    "Breakthrough that needs steroids",
    any_of(
        Case.hemoglobin < 8 * g / dL,
        Case.platelets < 50_000 * per_uL,
        all_of(Case.neutrophils < 500 * per_uL, Case.infection),
    ),
    warrant("A02", "A21"),
)

emergency = criterion(
    "Emergency",
    any_of(
        Case.hemoglobin < 5 * g / dL,
        all_of(
            Case.hemoglobin < 7 * g / dL,
            any_of(
                Case.anemia_symptoms,
                Case.hemoglobin <= Case.hemoglobin_highest_day - 2 * g / dL,
            ),
        ),
        Case.platelets < 10_000 * per_uL,
        Case.major_bleeding,
    ),
    warrant("R17", "A03"),
)

febrile_emergency = criterion(
    "Fever without neutrophils or without a spleen",
    all_of(
        any_of(Case.neutrophils < 500 * per_uL, Case.asplenia),
        any_of(Case.fever, Case.febrile_days >= 1 * one),
    ),
    warrant("A03", "A18", "A105"),
)

_falling = all_of(
    Case.hemoglobin <= Case.hemoglobin_highest_week - 2 * g / dL,
    Case.hemolysis,
)
_risky_platelets = all_of(
    Case.platelets < 50_000 * per_uL, any_of(Case.bleeding, Case.surgery_soon)
)
_severe_neutrophils = all_of(Case.neutrophils < 500 * per_uL, Case.infection)

significant_anemia = criterion(
    "Significant anemia",
    any_of(
        all_of(Case.hemoglobin < 8 * g / dL, Case.low_hemoglobin_days >= 2 * one),
        _falling,
    ),
    warrant("A01", "A103"),
)
significant_thrombocytopenia = criterion(
    "Significant thrombocytopenia",
    any_of(
        all_of(Case.platelets < 20_000 * per_uL, Case.very_low_platelet_days >= 2 * one),
        all_of(_risky_platelets, Case.low_platelet_days >= 2 * one),
    ),
    warrant("A01", "A103"),
)
significant_neutropenia = criterion(
    "Significant neutropenia",
    all_of(_severe_neutrophils, Case.low_neutrophil_days >= 2 * one),
    warrant("A01", "A103"),
)

entry = criterion(
    "Significant cytopenia, confirmed",
    any_of(significant_anemia, significant_thrombocytopenia, significant_neutropenia),
    warrant("R11", "A01"),
)

unconfirmed = criterion(
    "Significant cytopenia on one count",
    any_of(
        all_of(Case.hemoglobin < 8 * g / dL, Case.low_hemoglobin_days < 2 * one),
        all_of(Case.platelets < 20_000 * per_uL, Case.very_low_platelet_days < 2 * one),
        all_of(_risky_platelets, Case.low_platelet_days < 2 * one),
        all_of(_severe_neutrophils, Case.low_neutrophil_days < 2 * one),
    ),
    warrant("A01", "A103"),
)

no_significant_cytopenia = criterion(
    "No significant cytopenia",
    all_of(
        Case.hemoglobin >= 8 * g / dL,
        any_of(
            Case.hemoglobin > Case.hemoglobin_highest_week - 2 * g / dL,
            not_(Case.hemolysis),
        ),
        any_of(
            Case.platelets >= 50_000 * per_uL,
            all_of(Case.platelets >= 20_000 * per_uL, not_(Case.bleeding), not_(Case.surgery_soon)),
        ),
        any_of(Case.neutrophils >= 500 * per_uL, not_(Case.infection)),
    ),
    warrant("R11", "A01"),
)

sirolimus_possible = criterion(
    "Sirolimus is possible",
    all_of(
        Case.age >= 365 * day,
        Case.level_monitoring,
        not_(Case.strong_cyp3a4),
        not_(Case.heavy_proteinuria),
        not_(Case.surgery_soon),
    ),
    warrant("A09", "R71"),
)

two_lineages = criterion(
    "Two lineages met the entry criteria in the last 90 days",
    at_least(
        2,
        Case.quarter_hemoglobin_days >= 2 * one,
        Case.quarter_neutrophil_days >= 2 * one,
        Case.quarter_platelet_days >= 2 * one,
    ),
    warrant("A09", "A113"),
)

sirolimus_first = criterion(
    "Sirolimus first",
    all_of(
        any_of(
            Case.hypersplenism,
            Case.lymphoproliferation,
            two_lineages,
        ),
        sirolimus_possible,
    ),
    warrant("A09", "R28", "M13"),
)

_UNHELD = (Effect.COMPLETE, Effect.RESPONSE, Effect.LOST, Effect.NONE, Effect.UNEVALUABLE)

oral_steroid_judged = criterion(
    "Time to judge oral steroids",
    any_of(
        Prednisone.days >= 14 * day,
        all_of(
            Prednisone.days >= 7 * day,
            Prednisone.hemoglobin_effect.is_(Effect.HELD),
            Prednisone.neutrophil_effect.is_(Effect.HELD),
        ),
    ),
    warrant("A04", "A05", "A06"),
)

oral_steroid_pending = criterion(
    "Too early to judge oral steroids",
    any_of(
        Prednisone.days < 7 * day,
        all_of(
            Prednisone.days < 14 * day,
            any_of(
                Prednisone.hemoglobin_effect.is_(*_UNHELD),
                Prednisone.neutrophil_effect.is_(*_UNHELD),
            ),
        ),
    ),
    warrant("A04", "A05", "A06", "A08"),
)

RESPONDED = (Effect.COMPLETE, Effect.RESPONSE, Effect.HELD, Effect.LOST)
RESPONDING = (Effect.COMPLETE, Effect.RESPONSE, Effect.HELD)

intravenous_judged = criterion(
    "Time to judge intravenous steroids",
    Methylprednisolone.days >= 14 * day,
    warrant("A05", "A06"),
)

steroid_dependent = criterion(
    "Depends on steroids after week 12 of mycophenolate",
    all_of(Prednisone.on, Mycophenolate.days >= 84 * day, Case.steroid_dependence),
    warrant("A11", "A20"),
)

steroid_free = criterion(
    "Not dependent on steroids after week 12 of mycophenolate",
    any_of(not_(Prednisone.on), Mycophenolate.days < 84 * day, not_(Case.steroid_dependence)),
    warrant("A11", "A20"),
)

# Platelets of 38,000 that were 18,000 are a response (A04) on its way, though below 50,000 (A02);
# 38,000 that were 120,000 are a breakthrough.
low_besides_platelets = any_of(
    Case.hemoglobin < 8 * g / dL, all_of(Case.neutrophils < 500 * per_uL, Case.infection)
)
mycophenolate_rising = criterion(
    "Platelets answer to mycophenolate and were not yet 50,000",
    all_of(
        Mycophenolate.platelet_effect.is_(Effect.RESPONSE),
        Mycophenolate.platelets_best < 50_000 * per_uL,
    ),
    warrant("E029", "A04"),
)
sirolimus_rising = criterion(
    "Platelets answer to sirolimus and were not yet 50,000",
    all_of(
        Sirolimus.platelet_effect.is_(Effect.RESPONSE), Sirolimus.platelets_best < 50_000 * per_uL
    ),
    warrant("E029", "A04"),
)
prednisone_rising = criterion(
    "Platelets answer to prednisone and were not yet 50,000",
    all_of(
        Prednisone.platelet_effect.is_(Effect.RESPONSE),
        Prednisone.platelets_best < 50_000 * per_uL,
    ),
    warrant("E029", "A04"),
)

mycophenolate_due = criterion(
    "Time to judge mycophenolate",
    any_of(
        Mycophenolate.days >= 84 * day,
        all_of(Mycophenolate.days >= 56 * day, Case.hypersplenism),
    ),
    warrant("A10"),
)

mycophenolate_early = criterion(
    "Too early to judge mycophenolate",
    any_of(
        Mycophenolate.days < 56 * day,
        all_of(Mycophenolate.days < 84 * day, not_(Case.hypersplenism)),
    ),
    warrant("A10"),
)

sirolimus_judged = criterion(
    "Sirolimus was given long enough at adequate levels",
    all_of(
        Sirolimus.days >= 84 * day, Sirolimus.troughs >= 2 * one, Sirolimus.troughs_early >= 1 * one
    ),
    warrant("A13", "A111"),
)
