"""What all of a record's measurements say of the things the guideline watches for, day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ferrata.guideline.conditions import AnyOf, Condition, children, features_of
from ferrata.guideline.derivations import Anchor, Measured
from ferrata.guideline.events import DAY, Events
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.values import Answer, Unknown
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.plan.model import Searched
from ferrata.plan.words import condition_text, day_text, value_text

MOST_DAYS = 400
"""The newest days that are searched; enough for years of counts."""


def searched(guideline: Guideline, events: Events, on: int, site: Site) -> tuple[Searched, ...]:
    """Judge each part of what is watched on each day, until `on`, with a measurement of it."""
    if guideline.watch is None:
        return ()
    watched = guideline.watch.condition
    measured = [one.derived for one in features_of(watched) if isinstance(one.derived, Measured)]
    days: dict[int, Derived] = {}

    def facts(day: int) -> Derived:
        if day not in days:
            known = _in_reach(events, measured, day)
            days[day] = Derived(known, day, guideline.vocabularies, site)
        return days[day]

    parts = children(watched) if isinstance(watched, AnyOf) else (watched,)
    return tuple(_searched(one, events, on, facts) for one in parts)


def _searched(
    condition: Condition, events: Events, on: int, facts: Callable[[int], Derived]
) -> Searched:
    features = features_of(condition)
    days = sorted(
        {
            row.when.last_day
            for feature in features
            if isinstance(feature.derived, Measured)
            for row in events.observations.get(feature.derived.analyte.id, ())
            if row.when.last_day <= on
        }
    )[-MOST_DAYS:]
    said = [judge(condition, facts(day), facts(day).site).answer for day in days]
    return Searched(
        text=condition_text(condition, facts(on).site),
        days_yes=said.count(Answer.YES),
        days_no=said.count(Answer.NO),
        first=day_text(days[0]) if days else None,
        last=day_text(days[-1]) if days else None,
        last_value=_last(features, facts(days[-1])) if days else None,
    )


def _in_reach(events: Events, measured: Iterable[Measured], day: int) -> Events:
    """Leave out the results that are too old on `day` to give a value, which are most of them."""
    rows = dict(events.observations)
    for how in measured:
        lower = how.window.lower
        if lower is not None and lower.anchor is Anchor.ON:
            oldest = (day + lower.days) * DAY
            held = rows.get(how.analyte.id, ())
            rows[how.analyte.id] = tuple([row for row in held if row.when.last >= oldest])
    return Events(rows, events.assertions, events.reviews, events.courses)


def _last(features: tuple[Feature, ...], facts: Derived) -> str | None:
    known = (one for one in features if not isinstance(facts.value(one), Unknown))
    found = next(known, None)
    return None if found is None else value_text(found, facts.value(found))
