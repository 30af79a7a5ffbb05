"""The steroid-sparing agents: mycophenolate, a pulse on it, sirolimus, and swaps."""

from __future__ import annotations

from ferrata.alps.case import Case
from ferrata.alps.course import Effect, Mycophenolate, Prednisone, Sirolimus
from ferrata.alps.cytopenia import (
    RESPONDED,
    RESPONDING,
    adequate_counts,
    isolated_neutropenia,
    low_besides_platelets,
    low_counts,
    mycophenolate_due,
    mycophenolate_early,
    mycophenolate_rising,
    needs_steroid,
    sirolimus_judged,
    sirolimus_rising,
    steroid_dependent,
    steroid_free,
)
from ferrata.alps.safety import mycophenolate_barred, sirolimus_barred
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.conditions import all_of, any_of, not_
from ferrata.guideline.pathway import stay, when
from ferrata.guideline.units import day, dL, g, one, per_uL

_only_platelets_low = all_of(
    Case.platelets < 50_000 * per_uL,
    Case.hemoglobin >= 8 * g / dL,
    any_of(Case.neutrophils >= 500 * per_uL, not_(Case.infection)),
)
_NO_ANSWER = tuple(effect for effect in Effect if effect is not Effect.RESPONSE)

_responding = Mycophenolate.effect.is_(*RESPONDING)
_responded = Mycophenolate.effect.is_(*RESPONDED)
_no_response = Mycophenolate.effect.is_(Effect.NONE)

_AT_MYCOPHENOLATE = (
    stay(
        "mycophenolate-works",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_responding, adequate_counts, steroid_free),
        until=90 * day,
        because="the counts hold on mycophenolate: continue and finish the taper",
        warrant=warrant("R24", "R45", "A07"),
    ),
    when(
        "mycophenolate-steroid-dependent",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_responding, adequate_counts, steroid_dependent),
        to=(Stage.SIROLIMUS, Stage.REFERRAL),
        because="the counts hold only with steroids: the response is lost",
        warrant=warrant("A11", "R18"),
    ),
    stay(
        "mycophenolate-wavers",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(Mycophenolate.effect.is_(Effect.LOST), adequate_counts),
        until=14 * day,
        because="the response wavers without breakthrough: repeat the counts",
        warrant=warrant("A07", "A11"),
    ),
    when(
        "F04",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(
            _responded,
            needs_steroid,
            any_of(
                low_besides_platelets,
                Mycophenolate.platelet_effect.is_(*_NO_ANSWER),
                Mycophenolate.platelets_best >= 50_000 * per_uL,
            ),
        ),
        to=(Stage.PULSE, Stage.REFERRAL),
        because="response to mycophenolate with breakthrough",
        warrant=warrant("F04", "A02", "A21"),
    ),
    stay(
        "mycophenolate-rising",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_responded, _only_platelets_low, mycophenolate_rising),
        until=28 * day,
        because="platelets answer to mycophenolate and are not yet 50,000: go on",
        warrant=warrant("E029", "A04", "A10"),
    ),
    stay(
        "mycophenolate-neutropenia",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_responded, isolated_neutropenia),
        until=3 * day,
        because="isolated neutropenia without infection: no rise of steroids, repeat the count",
        warrant=warrant("A21", "A25"),
    ),
    stay(
        "mycophenolate-pending",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_no_response, low_counts, mycophenolate_early),
        until=28 * day,
        because="too early to judge mycophenolate: this is not a failure",
        warrant=warrant("A08", "A10"),
    ),
    when(
        "mycophenolate-failed",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_no_response, low_counts, mycophenolate_due, Mycophenolate.taken),
        to=(Stage.SIROLIMUS, Stage.REFERRAL),
        because="no response to mycophenolate, with or without hypersplenism",
        warrant=warrant("F05", "A10", "A12"),
    ),
    stay(
        "mycophenolate-not-taken",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_no_response, low_counts, mycophenolate_due, not_(Mycophenolate.taken)),
        until=28 * day,
        because="the full dose was not taken: under-treatment is not failure",
        warrant=warrant("A08", "A10"),
    ),
    stay(
        "mycophenolate-adequate",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_no_response, adequate_counts),
        until=28 * day,
        because="short of a response by definition, and the counts are adequate: go on",
        warrant=warrant("R11", "A02", "A04"),
    ),
    stay(
        "mycophenolate-unevaluable",
        at=Stage.MYCOPHENOLATE,
        holds=Mycophenolate.effect.is_(Effect.UNEVALUABLE),
        until=7 * day,
        because="a transfusion hides the effect: a rescue is not a response",
        warrant=warrant("A08"),
    ),
)

_AT_PULSE = (
    stay(
        "pulse-works",
        at=Stage.PULSE,
        holds=adequate_counts,
        until=28 * day,
        because="the counts hold: taper the pulse, continue mycophenolate",
        warrant=warrant("F04", "A22"),
    ),
    stay(
        "pulse-pending",
        at=Stage.PULSE,
        holds=all_of(needs_steroid, Prednisone.days < 7 * day),
        until=7 * day,
        because="too early to judge the pulse",
        warrant=warrant("A04", "A08"),
    ),
    when(
        "pulse-failed",
        at=Stage.PULSE,
        holds=all_of(needs_steroid, Prednisone.days >= 7 * day, Prednisone.days <= 182 * day),
        to=(Stage.SIROLIMUS, Stage.REFERRAL),
        because="breakthrough within 26 weeks of the pulse: the response is lost",
        warrant=warrant("F06", "A11", "A12", "A108"),
    ),
    when(
        "pulse-again",
        at=Stage.PULSE,
        holds=all_of(needs_steroid, Prednisone.days > 182 * day),
        to=(Stage.PULSE, Stage.REFERRAL),
        because="breakthrough long after the last pulse: pulse again",
        warrant=warrant("F04", "A108"),
    ),
    stay(
        "pulse-neutropenia",
        at=Stage.PULSE,
        holds=isolated_neutropenia,
        until=3 * day,
        because="isolated neutropenia without infection: no rise of steroids, repeat the count",
        warrant=warrant("A21", "A25"),
    ),
)

_sirolimus_none = Sirolimus.effect.is_(Effect.NONE)

_AT_SIROLIMUS = (
    stay(
        "sirolimus-works",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(*RESPONDING), adequate_counts),
        until=90 * day,
        because="the counts hold on sirolimus: continue with levels",
        warrant=warrant("M12", "R30", "A07"),
    ),
    stay(
        "sirolimus-wavers",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(Effect.LOST), adequate_counts),
        until=14 * day,
        because="the response wavers without breakthrough: repeat counts and level",
        warrant=warrant("A07", "A19"),
    ),
    when(
        "sirolimus-lost",
        at=Stage.SIROLIMUS,
        holds=all_of(
            Sirolimus.effect.is_(*RESPONDED),
            needs_steroid,
            any_of(
                low_besides_platelets,
                Sirolimus.platelet_effect.is_(*_NO_ANSWER),
                Sirolimus.platelets_best >= 50_000 * per_uL,
            ),
        ),
        to=Stage.REFERRAL,
        because="breakthrough on sirolimus",
        warrant=warrant("A14", "A107"),
    ),
    stay(
        "sirolimus-rising",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(*RESPONDED), _only_platelets_low, sirolimus_rising),
        until=28 * day,
        because="platelets answer to sirolimus and are not yet 50,000: go on",
        warrant=warrant("E029", "A04", "A13"),
    ),
    stay(
        "sirolimus-neutropenia",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(*RESPONDED), isolated_neutropenia),
        until=3 * day,
        because="isolated neutropenia without infection: no rise of steroids, repeat the count",
        warrant=warrant("A21", "A25"),
    ),
    stay(
        "sirolimus-pending",
        at=Stage.SIROLIMUS,
        holds=all_of(_sirolimus_none, low_counts, Sirolimus.days < 84 * day),
        until=28 * day,
        because="too early to judge sirolimus: this is not a failure",
        warrant=warrant("A08", "A13"),
    ),
    when(
        "sirolimus-failed",
        at=Stage.SIROLIMUS,
        holds=all_of(_sirolimus_none, low_counts, sirolimus_judged),
        to=Stage.REFERRAL,
        because="no response to sirolimus at adequate levels",
        warrant=warrant("A13", "A14"),
    ),
    stay(
        "sirolimus-levels",
        at=Stage.SIROLIMUS,
        holds=all_of(
            _sirolimus_none,
            low_counts,
            Sirolimus.days >= 84 * day,
            any_of(Sirolimus.troughs < 2 * one, Sirolimus.troughs_early < 1 * one),
        ),
        until=28 * day,
        because="no failure without two adequate troughs and 12 weeks since the first: "
        "bring the level into range",
        warrant=warrant("R30", "A13", "A19", "A111"),
    ),
    stay(
        "sirolimus-adequate",
        at=Stage.SIROLIMUS,
        holds=all_of(_sirolimus_none, adequate_counts),
        until=28 * day,
        because="short of a response by definition, and the counts are adequate: go on",
        warrant=warrant("R11", "A02", "A04"),
    ),
    stay(
        "sirolimus-unevaluable",
        at=Stage.SIROLIMUS,
        holds=Sirolimus.effect.is_(Effect.UNEVALUABLE),
        until=7 * day,
        because="a transfusion hides the effect: a rescue is not a response",
        warrant=warrant("A08"),
    ),
)

_SWAPS = (
    *(
        when(
            f"swap-at-{stage.value}",
            at=stage,
            holds=mycophenolate_barred,
            to=(Stage.SIROLIMUS, Stage.REFERRAL),
            because="mycophenolate must not go on",
            priority=2,
            warrant=warrant("E042", "A09", "A17"),
        )
        for stage in (Stage.MYCOPHENOLATE, Stage.PULSE)
    ),
    when(
        "swap-at-sirolimus",
        at=Stage.SIROLIMUS,
        holds=sirolimus_barred,
        to=(Stage.MYCOPHENOLATE, Stage.REFERRAL),
        because="sirolimus must not go on",
        priority=2,
        warrant=warrant("R30", "E037", "A09", "A17"),
    ),
)

AGENTS = (*_SWAPS, *_AT_MYCOPHENOLATE, *_AT_PULSE, *_AT_SIROLIMUS)
