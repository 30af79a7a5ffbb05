"""Criteria of the cytopenia pathway: emergency, entry, breakthrough, response, choice of agent."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.course import (
    Effect,
    Methylprednisolone,
    Mycophenolate,
    Prednisone,
    Sirolimus,
)
from ferrata.alps.sources import warrant
from ferrata.guideline.conditions import all_of, any_of, at_least, criterion, not_
from ferrata.guideline.units import cm, day, dL, g, one, per_uL

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

# Hypersplenism is no question without a spleen (A18).
hypersplenism = criterion(
    "Hypersplenism, in a patient with a spleen",
    all_of(Case.hypersplenism, not_(Case.asplenia)),
    warrant("A15", "A18"),
)
no_hypersplenism = criterion(
    "No hypersplenism, or no spleen",
    any_of(not_(Case.hypersplenism), Case.asplenia),
    warrant("A15", "A18"),
)

suspected_hypersplenism = criterion(
    "Hypersplenism is suspected",
    all_of(
        not_(Case.asplenia),
        any_of(Case.spleen >= 2 * cm, Case.spleen_enlarged),
        at_least(
            2,
            all_of(Case.hemoglobin < 10 * g / dL, Case.earlier_hemoglobin_days >= 1 * one),
            all_of(Case.neutrophils < 1500 * per_uL, Case.earlier_neutrophil_days >= 1 * one),
            all_of(Case.platelets < 100_000 * per_uL, Case.earlier_platelet_days >= 1 * one),
        ),
        not_(Case.antiglobulin_positive),
        not_(Case.hemolysis),
    ),
    warrant("A15", "A124"),
)

no_significant_spleen = criterion(
    "No spleen that can rupture",
    any_of(
        Case.asplenia,
        all_of(Case.spleen < 4 * cm, not_(Case.spleen_large), not_(Case.hypersplenism)),
    ),
    warrant("R20", "A16", "A130"),
)

mild_cytopenia = criterion(
    "Low counts that are not significant",
    all_of(low_counts, no_significant_cytopenia),
    warrant("A14", "A118"),
)

sirolimus_possible = criterion(
    "Sirolimus is possible",
    all_of(
        Case.age >= 365 * day,
        Case.level_monitoring,
        not_(Case.strong_cyp3a4),
        not_(Case.heavy_proteinuria),
        not_(Case.surgery_soon),
        not_(Case.sirolimus_intolerance),
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
        any_of(hypersplenism, Case.lymphoproliferation, two_lineages),
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
    all_of(
        Prednisone.on,
        Mycophenolate.days >= 84 * day,
        any_of(Case.steroid_dependence, Prednisone.days > 84 * day),
    ),
    warrant("A11", "A20"),
)

steroid_free = criterion(
    "Not dependent on steroids after week 12 of mycophenolate",
    any_of(
        not_(Prednisone.on),
        Mycophenolate.days < 84 * day,
        all_of(not_(Case.steroid_dependence), Prednisone.days <= 84 * day),
    ),
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
        all_of(Mycophenolate.days >= 56 * day, hypersplenism),
    ),
    warrant("A10"),
)

mycophenolate_early = criterion(
    "Too early to judge mycophenolate",
    any_of(
        Mycophenolate.days < 56 * day,
        all_of(Mycophenolate.days < 84 * day, no_hypersplenism),
    ),
    warrant("A10"),
)

# A trough is in range from 5 to 15: those of 5 or more, less those above 15.
levels_in_range = all_of(
    Sirolimus.troughs >= Sirolimus.troughs_high + 2 * one,
    Sirolimus.troughs_early >= Sirolimus.troughs_high_early + 1 * one,
)
sirolimus_judged = criterion(
    "Sirolimus was given long enough at levels in range",
    all_of(Sirolimus.days >= 84 * day, levels_in_range),
    warrant("A13", "A111"),
)
levels_out_of_range = criterion(
    "Fewer than two troughs in range, or none of them 12 weeks ago",
    any_of(
        Sirolimus.troughs < Sirolimus.troughs_high + 2 * one,
        Sirolimus.troughs_early < Sirolimus.troughs_high_early + 1 * one,
    ),
    warrant("A13", "A19", "A111"),
)
