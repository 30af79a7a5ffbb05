"""Emergency, entry, steroids, and the time for a steroid-sparing agent."""

from __future__ import annotations

from ferrata.alps.course import Effect, Methylprednisolone, Prednisone
from ferrata.alps.cytopenia import (
    RESPONDED,
    RESPONDING,
    adequate_counts,
    emergency,
    entry,
    febrile_emergency,
    intravenous_judged,
    low_counts,
    no_significant_cytopenia,
    oral_steroid_judged,
    oral_steroid_pending,
    sirolimus_first,
    unconfirmed,
)
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.conditions import all_of, any_of, not_
from ferrata.guideline.pathway import stay, when
from ferrata.guideline.units import day

_TREATED = (
    Stage.START,
    Stage.ORAL_STEROID,
    Stage.INTRAVENOUS_STEROID,
    Stage.MYCOPHENOLATE,
    Stage.PULSE,
    Stage.SIROLIMUS,
    Stage.MAINTENANCE,
    Stage.WEANING,
    Stage.REMISSION,
    Stage.OTHER_AGENT,
)

_EMERGENCIES = (
    *(
        when(
            f"emergency-at-{stage.value}",
            at=stage,
            holds=emergency,
            to=Stage.EMERGENCY,
            because="a danger to life comes first",
            priority=0,
            warrant=warrant("R17", "A03"),
        )
        for stage in _TREATED
    ),
    *(
        when(
            f"fever-at-{stage.value}",
            at=stage,
            holds=febrile_emergency,
            to=Stage.FEVER,
            because="fever without neutrophils or without a spleen is an emergency",
            priority=1,
            warrant=warrant("A03", "A18"),
        )
        for stage in (*_TREATED, Stage.EMERGENCY)
    ),
    stay(
        "emergency-goes-on",
        at=Stage.EMERGENCY,
        holds=emergency,
        until=1 * day,
        because="the emergency goes on",
        priority=0,
        warrant=warrant("A03"),
    ),
)

_AT_START = (
    when(
        "entry",
        at=Stage.START,
        holds=entry,
        to=Stage.ORAL_STEROID,
        because="a significant cytopenia, confirmed",
        warrant=warrant("R11", "A01", "R43"),
    ),
    stay(
        "entry-unconfirmed",
        at=Stage.START,
        holds=unconfirmed,
        until=3 * day,
        because="one low count alone: repeat it in 24 to 72 hours",
        priority=6,
        warrant=warrant("A01", "A02", "A103"),
    ),
    stay(
        "no-treatment-needed",
        at=Stage.START,
        holds=no_significant_cytopenia,
        until=90 * day,
        because="no treatment without a clinically significant cytopenia",
        warrant=warrant("R11", "A01"),
    ),
)


_holding = any_of(
    Prednisone.effect.is_(*RESPONDING),
    all_of(Prednisone.effect.is_(Effect.NONE), adequate_counts),
)

_TIME_FOR_SECOND_AGENT = (
    (
        Stage.ORAL_STEROID,
        all_of(
            oral_steroid_judged,
            any_of(
                Prednisone.effect.is_(Effect.LOST),
                all_of(_holding, Prednisone.days >= 14 * day),
                all_of(Prednisone.effect.is_(Effect.UNEVALUABLE), Prednisone.days >= 28 * day),
            ),
        ),
    ),
    # Week 4 does not wait for a rescue to wear off (R45).
    *(
        (
            stage,
            all_of(
                intravenous_judged,
                any_of(
                    Methylprednisolone.effect.is_(*RESPONDED, Effect.NONE),
                    Methylprednisolone.days >= 28 * day,
                ),
            ),
        )
        for stage in (Stage.INTRAVENOUS_STEROID, Stage.EMERGENCY)
    ),
)

_SECOND_AGENT = (
    *(
        when(
            f"sirolimus-first-after-{stage.value}",
            at=stage,
            holds=all_of(due, sirolimus_first),
            to=(Stage.SIROLIMUS, Stage.MYCOPHENOLATE, Stage.REFERRAL),
            because="time for a steroid-sparing agent, and sirolimus is preferred",
            warrant=warrant("R45", "A09", "A106"),
        )
        for stage, due in _TIME_FOR_SECOND_AGENT
    ),
    *(
        when(
            f"mycophenolate-first-after-{stage.value}",
            at=stage,
            holds=all_of(due, not_(sirolimus_first)),
            to=(Stage.MYCOPHENOLATE, Stage.SIROLIMUS, Stage.REFERRAL),
            because="time for a steroid-sparing agent",
            warrant=warrant("R45", "A09", "A106"),
        )
        for stage, due in _TIME_FOR_SECOND_AGENT
    ),
)

_AT_STEROIDS = (
    stay(
        "oral-steroid-pending",
        at=Stage.ORAL_STEROID,
        holds=oral_steroid_pending,
        until=14 * day,
        because="too early to judge oral steroids",
        warrant=warrant("A04", "A05", "A06", "A08"),
    ),
    when(
        "F03",
        at=Stage.ORAL_STEROID,
        holds=all_of(oral_steroid_judged, Prednisone.effect.is_(Effect.NONE), low_counts),
        to=Stage.INTRAVENOUS_STEROID,
        because="no response to oral prednisone",
        warrant=warrant("F03", "A07"),
    ),
    stay(
        "oral-steroid-works",
        at=Stage.ORAL_STEROID,
        holds=all_of(
            oral_steroid_judged,
            _holding,
            Prednisone.days < 14 * day,
        ),
        until=7 * day,
        because="the counts respond: the steroid-sparing agent is started in weeks 2 to 4",
        warrant=warrant("R45", "A09"),
    ),
    stay(
        "oral-steroid-unevaluable",
        at=Stage.ORAL_STEROID,
        holds=all_of(
            oral_steroid_judged,
            Prednisone.effect.is_(Effect.UNEVALUABLE),
            Prednisone.days < 28 * day,
        ),
        until=7 * day,
        because="a rescue hides the effect: it is not a response",
        warrant=warrant("A08"),
    ),
    *(
        stay(
            f"{stage.value}-pending",
            at=stage,
            holds=Methylprednisolone.days < 14 * day,
            until=14 * day,
            because="too early to judge intravenous steroids",
            warrant=warrant("A05", "A06", "A08"),
        )
        for stage in (Stage.INTRAVENOUS_STEROID, Stage.EMERGENCY)
    ),
    *(
        stay(
            f"{stage.value}-unevaluable",
            at=stage,
            holds=all_of(
                intravenous_judged,
                Methylprednisolone.effect.is_(Effect.UNEVALUABLE),
                Methylprednisolone.days < 28 * day,
            ),
            until=7 * day,
            because="a rescue hides the effect: it is not a response",
            warrant=warrant("A08"),
        )
        for stage in (Stage.INTRAVENOUS_STEROID, Stage.EMERGENCY)
    ),
)

STEROIDS = (*_EMERGENCIES, *_AT_START, *_SECOND_AGENT, *_AT_STEROIDS)
