"""What is due: the last time a thing was done, from all that is on record, and the next time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from msgspec import structs

from ferrata.guideline.actions import Monitor
from ferrata.guideline.conditions import Condition, features_of
from ferrata.guideline.derivations import DaysSince, DaysSinceStart
from ferrata.guideline.events import (
    YES,
    Analyte,
    Assertion,
    Observation,
    Question,
    Sign,
    Treatment,
    When,
)
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import day
from ferrata.guideline.values import Known, number
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.counterfactual import concept_of
from ferrata.interpret.derive import Derived
from ferrata.plan.model import Due, Look, Reason
from ferrata.plan.words import day_text, value_text

_Row = TypeVar("_Row", Observation, Assertion)


NOT_DONE = "not-assessed"
"""An answer that says that nobody looked."""


@dataclass(frozen=True, slots=True)
class _Done:
    """The newest time a thing was done, and what was found; a newer entry nobody could read."""

    when: When | None = None
    found: str | None = None
    unreadable: When | None = None


def look(  # noqa: PLR0917
    rule: str,
    action: Monitor,
    condition: Condition,
    facts: Derived,
    guideline: Guideline,
    because: Reason,
) -> Look:
    """Return how `action` of a rule that holds stands on the day of `facts`.

    A rule that asks for a course of treatment counts from its start: what was done before is not
    what it asks for. Any other one is due at once if it was never done.
    """
    every = int(action.every.to(day))
    done = _last(action.feature, facts)
    start = _start(condition, facts, guideline)
    since = [one for one in (done.when and done.when.first_day, start) if one is not None]
    due = max(since) + every if since else facts.on
    late = facts.on - due
    if done.when is None and late >= 0:
        status = Due.NEVER
    else:
        status = Due.OVERDUE if late > 0 else Due.TODAY if late == 0 else Due.LATER
    concept = concept_of(action.feature)
    return Look(
        id=rule,
        concept=concept.id if concept else action.feature.path,
        text=action.text,
        every_days=every,
        status=status,
        last=_days(done.when),
        last_value=done.found,
        due=day_text(due) or "",
        days=max(late, 0),
        reasons=(because,),
        warrants=tuple(dict.fromkeys((*because.warrants, *map(str, action.warrant)))),
        unreadable=_days(done.unreadable),
    )


def merged(looks: Iterable[Look]) -> tuple[Look, ...]:
    """Join what several rules ask of one concept to the one that is due first; order by need."""
    groups: dict[str, list[Look]] = {}
    for one in looks:
        groups.setdefault(one.concept, []).append(one)
    joined = (_joined(sorted(group, key=_need)) for group in groups.values())
    return tuple(sorted(joined, key=_need))


_ORDER = {status: place for place, status in enumerate(Due)}


def _need(one: Look) -> tuple[int, str, int]:
    return _ORDER[one.status], one.due, one.every_days


def _joined(group: list[Look]) -> Look:
    first = group[0]
    if len(group) == 1:
        return first
    return structs.replace(
        first,
        reasons=tuple(reason for one in group for reason in one.reasons),
        warrants=tuple(dict.fromkeys(id for one in group for id in one.warrants)),
    )


def _start(condition: Condition, facts: Derived, guideline: Guideline) -> int | None:
    """The day the newest course that `condition` asks for began; the latest of several."""
    asked = {feature.vocabulary for feature in features_of(condition)}
    treatments = {
        one.treatment
        for one in guideline.vocabularies
        if issubclass(one, CourseFeatures) and one.__name__ in asked
    }
    starts = [
        facts.on - int(value.value)
        for feature in _since_start(guideline, treatments)
        if isinstance(value := facts.value(feature), Known)
        and not isinstance(value.value, str | bool)
    ]
    return max(starts, default=None)


def _since_start(guideline: Guideline, treatments: set[Treatment | None]) -> Iterator[Feature]:
    seen: set[Treatment | None] = set()
    for vocabulary in guideline.vocabularies:
        if issubclass(vocabulary, CourseFeatures) and vocabulary.treatment in treatments - seen:
            for feature in vocabulary.features:
                if isinstance(feature.derived, DaysSinceStart):
                    seen.add(vocabulary.treatment)
                    yield feature


def _last(feature: Feature, facts: Derived) -> _Done:
    """The newest event about what `feature` is derived from, however old it is."""
    concept = concept_of(feature)
    match concept:
        case Analyte(id):
            rows = _until(facts.events.observations.get(id, ()), facts.on)
            usable = [one for one in rows if one.unusable is None]
        case Sign(id) | Question(id):
            said = _until(facts.events.assertions.get(id, ()), facts.on)
            rows = [one for one in said if one.value != NOT_DONE]
            usable = [one for one in rows if one.value is not None]
            if isinstance(feature.derived, DaysSince):  # asks when it was done; a no is no doing
                rows = [one for one in rows if one.value in {YES, None}]
                usable = [one for one in usable if one.value == YES]
        case _:
            return _Done()
    last, newest = _newest(usable), _newest(rows)
    unread = newest.when if newest is not None and newest not in usable else None
    if last is None:
        return _Done(unreadable=unread)
    return _Done(last.when, _found(feature, last), unread)


def _until(rows: Iterable[_Row], on: int) -> list[_Row]:
    return [one for one in rows if one.when.first_day <= on]


def _newest(rows: Iterable[Observation | Assertion]) -> Observation | Assertion | None:
    return max(rows, key=lambda one: (one.when.first, one.when.last, one.source), default=None)


def _found(feature: Feature, row: Observation | Assertion) -> str | None:
    match row:
        case Observation(low=low, high=high) if low is not None and high is not None:
            return value_text(feature, number(low, high, None, ""))
        case Assertion(value=value) if value and not isinstance(feature.derived, DaysSince):
            return value_text(feature, Known(value))
        case _:
            return None


def _days(when: When | None) -> str | None:
    if when is None:
        return None
    first, last = day_text(when.first_day), day_text(when.last_day)
    return first if first == last else f"{first}/{last}"
