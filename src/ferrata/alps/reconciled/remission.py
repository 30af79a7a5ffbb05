"""Remission: maintenance, weaning, without treatment, relapse; and agents after the two."""

from __future__ import annotations

from ferrata.alps.course import Mycophenolate, Sirolimus
from ferrata.alps.cytopenia import (
    adequate_counts,
    entry,
    isolated_neutropenia,
    low_counts,
    needs_steroid,
    no_significant_cytopenia,
    unconfirmed,
)
from ferrata.alps.reconciled.situations import (
    bridged_again,
    later_due,
    later_pending,
    no_agent,
    not_a_year,
    premedication,
    year_of_response,
)
from ferrata.alps.sources import warrant
from ferrata.alps.stages import Stage
from ferrata.guideline.conditions import all_of, not_
from ferrata.guideline.pathway import stay, when
from ferrata.guideline.units import day

# Where no agent goes on, and where one dose of a steroid was no treatment, the patient stands as
# if at the start.
_AS_AT_START = (
    *(
        (stage, no_agent, "without an agent", ("A02", "A117"), Stage.REMISSION)
        for stage in (Stage.MYCOPHENOLATE, Stage.PULSE, Stage.SIROLIMUS)
    ),
    *(
        (stage, no_agent, "without an agent", ("A02", "A117"), Stage.REMISSION)
        for stage in (Stage.MAINTENANCE, Stage.WEANING)
    ),
    *(
        (stage, premedication, "after a premedication", ("A125",), Stage.START)
        for stage in (Stage.EMERGENCY, Stage.INTRAVENOUS_STEROID)
    ),
)

_BEGIN_AGAIN = tuple(
    rule
    for stage, situation, words, sources, rest in _AS_AT_START
    for rule in (
        when(
            f"relapse-at-{stage.value}",
            at=stage,
            holds=all_of(situation, entry),
            to=Stage.RELAPSE,
            because=f"a significant cytopenia {words}: the path begins again",
            priority=3,
            warrant=warrant("A01", *sources),
        ),
        when(
            f"rest-at-{stage.value}",
            at=stage,
            holds=all_of(situation, no_significant_cytopenia),
            to=rest,
            because=f"no significant cytopenia {words}",
            priority=3,
            warrant=warrant("R11", *sources),
        ),
        when(
            f"unconfirmed-at-{stage.value}",
            at=stage,
            holds=all_of(situation, unconfirmed),
            to=Stage.RECHECK,
            because=f"one low count {words}: repeat it in 24 to 72 hours",
            priority=4,
            warrant=warrant("A01", "A103", *sources),
        ),
    )
)

_AGENT_AGAIN = tuple(
    when(
        f"agent-again-at-{stage.value}",
        at=stage,
        holds=bridged_again,
        to=(Stage.MYCOPHENOLATE, Stage.SIROLIMUS, Stage.REFERRAL),
        because="steroids without an agent for two weeks: time for a steroid-sparing agent",
        priority=3,
        warrant=warrant("R45", "A09", "A117"),
    )
    for stage, situation, *_ in _AS_AT_START
    if situation is no_agent
)

_IN_REMISSION = (
    when(
        "relapse",
        at=Stage.REMISSION,
        holds=entry,
        to=Stage.ORAL_STEROID,
        because="a relapse: a significant cytopenia, confirmed",
        warrant=warrant("A01", "A02", "A117"),
    ),
    stay(
        "remission-goes-on",
        at=Stage.REMISSION,
        holds=no_significant_cytopenia,
        until=90 * day,
        because="remission without treatment",
        warrant=warrant("R11", "A117"),
    ),
    stay(
        "relapse-unconfirmed",
        at=Stage.REMISSION,
        holds=unconfirmed,
        until=3 * day,
        because="one low count alone: repeat it in 24 to 72 hours",
        priority=6,
        warrant=warrant("A01", "A103"),
    ),
    stay(
        "maintenance-goes-on",
        at=Stage.MAINTENANCE,
        holds=all_of(adequate_counts, not_a_year),
        until=90 * day,
        because="the counts hold without steroids",
        warrant=warrant("A20", "R24"),
    ),
    when(
        "maintenance-year",
        at=Stage.MAINTENANCE,
        holds=all_of(adequate_counts, year_of_response),
        to=(Stage.WEANING, Stage.MAINTENANCE),
        because="a year of complete response without steroids: weaning may begin",
        warrant=warrant("A20", "A116", "R33"),
    ),
    stay(
        "weaning-goes-on",
        at=Stage.WEANING,
        holds=adequate_counts,
        until=28 * day,
        because="the counts hold: a quarter of the dose every 3 months",
        warrant=warrant("A20"),
    ),
    *(
        stay(
            f"{stage.value}-neutropenia",
            at=stage,
            holds=isolated_neutropenia,
            until=3 * day,
            because="isolated neutropenia without infection: no steroids, repeat the count",
            warrant=warrant("A21", "A25"),
        )
        for stage in (Stage.MAINTENANCE, Stage.WEANING)
    ),
    *(
        when(
            f"{stage.value}-breakthrough-on-mycophenolate",
            at=stage,
            holds=all_of(needs_steroid, Mycophenolate.on),
            to=(Stage.PULSE, Stage.REFERRAL),
            because="breakthrough on mycophenolate",
            warrant=warrant("F04", "A02", "A20"),
        )
        for stage in (Stage.MAINTENANCE, Stage.WEANING)
    ),
    *(
        when(
            f"{stage.value}-breakthrough-on-sirolimus",
            at=stage,
            holds=all_of(needs_steroid, not_(Mycophenolate.on), Sirolimus.on),
            to=Stage.REFERRAL,
            because="breakthrough on sirolimus",
            warrant=warrant("A107", "A20"),
        )
        for stage in (Stage.MAINTENANCE, Stage.WEANING)
    ),
)

_OTHER_AGENT = (
    stay(
        "other-agent-works",
        at=Stage.OTHER_AGENT,
        holds=adequate_counts,
        until=90 * day,
        because="the counts are safe: a safe range is the aim, not a normal count",
        warrant=warrant("R68", "A14"),
    ),
    stay(
        "other-agent-pending",
        at=Stage.OTHER_AGENT,
        holds=all_of(low_counts, later_pending),
        until=28 * day,
        because="too early to judge: this is not a failure",
        warrant=warrant("A08", "A14"),
    ),
    when(
        "other-agent-failed",
        at=Stage.OTHER_AGENT,
        holds=all_of(low_counts, later_due),
        to=Stage.REFERRAL,
        because="no response in the time of the agent",
        warrant=warrant("A14"),
    ),
)

REMISSION = (*_BEGIN_AGAIN, *_AGENT_AGAIN, *_IN_REMISSION, *_OTHER_AGENT)
