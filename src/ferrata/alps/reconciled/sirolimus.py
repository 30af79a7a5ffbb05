"""On sirolimus: what holds, what is too early to judge, and what follows its failure."""

from __future__ import annotations

from ferrata.alps.course import Effect, Mycophenolate, Sirolimus
from ferrata.alps.cytopenia import (
    RESPONDED,
    RESPONDING,
    adequate_counts,
    isolated_neutropenia,
    levels_out_of_range,
    low_counts,
    sirolimus_rising,
)
from ferrata.alps.reconciled.situations import (
    not_a_year,
    only_platelets_low,
    sirolimus_failed,
    sirolimus_lost,
    year_of_response,
)
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.conditions import all_of, not_
from ferrata.guideline.pathway import stay, when
from ferrata.guideline.units import day

_sirolimus_none = Sirolimus.effect.is_(Effect.NONE)

_AT_SIROLIMUS = (
    stay(
        "sirolimus-works",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(*RESPONDING), adequate_counts, not_a_year),
        until=90 * day,
        because="the counts hold on sirolimus: continue with levels",
        warrant=warrant("M12", "R30", "A07"),
    ),
    when(
        "sirolimus-year",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(*RESPONDING), adequate_counts, year_of_response),
        to=(Stage.WEANING, Stage.MAINTENANCE),
        because="a year of complete response without steroids: weaning may begin",
        warrant=warrant("A20", "A116", "R33"),
    ),
    stay(
        "sirolimus-wavers",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(Effect.LOST), adequate_counts),
        until=14 * day,
        because="the response wavers without breakthrough: repeat counts and level",
        warrant=warrant("A07", "A19"),
    ),
    stay(
        "sirolimus-rising",
        at=Stage.SIROLIMUS,
        holds=all_of(Sirolimus.effect.is_(*RESPONDED), only_platelets_low, sirolimus_rising),
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
    stay(
        "sirolimus-levels",
        at=Stage.SIROLIMUS,
        holds=all_of(
            _sirolimus_none,
            low_counts,
            Sirolimus.days >= 84 * day,
            levels_out_of_range,
        ),
        until=28 * day,
        because="no failure without two troughs in range and 12 weeks since the first: "
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
        because="a rescue hides the effect: it is not a response",
        warrant=warrant("A08"),
    ),
)

_FAILURES = (
    ("sirolimus-failed", sirolimus_failed, "no response to sirolimus at levels in range", "A13"),
    ("sirolimus-lost", sirolimus_lost, "breakthrough on sirolimus", "A107"),
)
_AFTER_SIROLIMUS = (
    (
        "",
        all_of(Mycophenolate.ever, not_(Mycophenolate.on)),
        (Stage.OTHER_AGENT, Stage.MYCOPHENOLATE),
    ),
    ("-on-both", Mycophenolate.on, (Stage.OTHER_AGENT,)),
    ("-first", not_(Mycophenolate.ever), (Stage.MYCOPHENOLATE, Stage.REFERRAL)),
)

_FAILED = tuple(
    when(
        f"{id}{history}",
        at=Stage.SIROLIMUS,
        holds=all_of(failed, before),
        to=targets,
        because=because,
        warrant=warrant(source, "A14", "A119"),
    )
    for id, failed, because, source in _FAILURES
    for history, before, targets in _AFTER_SIROLIMUS
)

SIROLIMUS_STAGES = (*_AT_SIROLIMUS, *_FAILED)
