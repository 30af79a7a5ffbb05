"""What all of a record's measurements say of the things the guideline watches for, day by day."""

from __future__ import annotations

from ferrata.guideline.conditions import Condition, features_of
from ferrata.guideline.derivations import Measured
from ferrata.guideline.events import Events
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
    """Judge each watched condition on each day, until `on`, with a measurement it depends on."""
    return tuple(_searched(guideline, one, events, on, site) for one in guideline.watch)


def _searched(
    guideline: Guideline, condition: Condition, events: Events, on: int, site: Site
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
    answers = [
        judge(condition, Derived(events, day, guideline.vocabularies, site), site).answer
        for day in days
    ]
    return Searched(
        text=condition_text(condition, site),
        days_yes=answers.count(Answer.YES),
        days_no=answers.count(Answer.NO),
        first=day_text(days[0]) if days else None,
        last=day_text(days[-1]) if days else None,
        last_value=_last(features, Derived(events, days[-1], (), site)) if days else None,
    )


def _last(features: tuple[Feature, ...], facts: Derived) -> str | None:
    for feature in features:
        value = facts.value(feature)
        if not isinstance(value, Unknown):
            return value_text(feature, value)
    return None
