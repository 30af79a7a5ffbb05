"""On mycophenolate, and on a pulse of prednisone with it."""

from __future__ import annotations

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
    steroid_free,
)
from ferrata.alps.reconciled.situations import (
    NO_ANSWER,
    mycophenolate_failed,
    mycophenolate_lost,
    not_a_year,
    only_platelets_low,
    pulse_failed,
    year_of_response,
)
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.conditions import all_of, any_of, not_
from ferrata.guideline.pathway import stay, when
from ferrata.guideline.units import day, per_uL

_responding = Mycophenolate.effect.is_(*RESPONDING)
_responded = Mycophenolate.effect.is_(*RESPONDED)
_no_response = Mycophenolate.effect.is_(Effect.NONE)

_AT_MYCOPHENOLATE = (
    stay(
        "mycophenolate-works",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_responding, adequate_counts, steroid_free, not_a_year),
        until=90 * day,
        because="the counts hold on mycophenolate: continue and finish the taper",
        warrant=warrant("R24", "R45", "A07"),
    ),
    when(
        "mycophenolate-year",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(_responding, adequate_counts, year_of_response),
        to=(Stage.WEANING, Stage.MAINTENANCE),
        because="a year of complete response without steroids: weaning may begin",
        warrant=warrant("A20", "A116", "R33"),
    ),
    when(
        "mycophenolate-steroid-dependent",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(mycophenolate_lost, not_(Sirolimus.ever)),
        to=(Stage.SIROLIMUS, Stage.REFERRAL),
        because="the counts hold only with steroids: the response is lost",
        warrant=warrant("A11", "A20", "R18", "A119"),
    ),
    when(
        "mycophenolate-steroid-dependent-after-sirolimus",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(mycophenolate_lost, Sirolimus.ever),
        to=Stage.OTHER_AGENT,
        because="the counts hold only with steroids: the response is lost, and sirolimus was tried",
        warrant=warrant("A11", "A20", "R18", "A14", "A119"),
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
                Mycophenolate.platelet_effect.is_(*NO_ANSWER),
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
        holds=all_of(_responded, only_platelets_low, mycophenolate_rising),
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
        holds=all_of(mycophenolate_failed, not_(Sirolimus.ever)),
        to=(Stage.SIROLIMUS, Stage.REFERRAL),
        because="no response to mycophenolate, with or without hypersplenism",
        warrant=warrant("F05", "A10", "A12", "A119"),
    ),
    when(
        "mycophenolate-failed-after-sirolimus",
        at=Stage.MYCOPHENOLATE,
        holds=all_of(mycophenolate_failed, Sirolimus.ever),
        to=Stage.OTHER_AGENT,
        because="no response to mycophenolate, and sirolimus was tried",
        warrant=warrant("F05", "A10", "A12", "A14", "A119"),
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
        because="a rescue hides the effect: it is not a response",
        warrant=warrant("A08"),
    ),
)

_AT_PULSE = (
    stay(
        "pulse-works",
        at=Stage.PULSE,
        holds=all_of(adequate_counts, not_a_year),
        until=28 * day,
        because="the counts hold: taper the pulse, continue mycophenolate",
        warrant=warrant("F04", "A22"),
    ),
    when(
        "pulse-year",
        at=Stage.PULSE,
        holds=all_of(adequate_counts, year_of_response),
        to=(Stage.WEANING, Stage.MAINTENANCE),
        because="a year of complete response without steroids: weaning may begin",
        warrant=warrant("A20", "A116"),
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
        holds=all_of(pulse_failed, not_(Sirolimus.ever)),
        to=(Stage.SIROLIMUS, Stage.REFERRAL),
        because="breakthrough within 26 weeks of the pulse: the response is lost",
        warrant=warrant("F06", "A11", "A12", "A108", "A119"),
    ),
    when(
        "pulse-failed-after-sirolimus",
        at=Stage.PULSE,
        holds=all_of(pulse_failed, Sirolimus.ever),
        to=Stage.OTHER_AGENT,
        because="breakthrough within 26 weeks of the pulse, and sirolimus was tried",
        warrant=warrant("F06", "A11", "A12", "A108", "A14", "A119"),
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

MYCOPHENOLATE_STAGES = (*_AT_MYCOPHENOLATE, *_AT_PULSE)
