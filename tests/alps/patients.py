"""Patients given as values: each feature that a guideline asks for, at or beside its thresholds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from tests.alps.histories import ON
from tests.alps.proofs import answer
from tests.alps.sourcing import conditions_of

from ferrata.alps.case import Case
from ferrata.alps.course import EXPOSURES, VOCABULARIES, Course
from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.conditions import Compare, Relate, features_of, walk
from ferrata.guideline.events import Events
from ferrata.guideline.features import Choice, Feature, Finding, HasValues, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import SMALLEST_STEP
from ferrata.guideline.values import Answer, FeatureValue, Known, Reason, Unknown
from ferrata.interpret.derive import Derived

Facts = Mapping[Feature, FeatureValue]
COURSES = tuple(one for one in VOCABULARIES if issubclass(one, Course))


class Given(Derived):
    """Facts that are given instead of derived; what is not given is never recorded."""

    def __init__(self, guideline: Guideline, facts: Facts) -> None:
        super().__init__(Events(), ON, guideline.vocabularies, guideline.site())
        self.facts = facts

    def value(self, feature: Feature) -> FeatureValue:
        return self.facts.get(feature, Unknown(Reason.NEVER_RECORDED))

    def without(self, feature: Feature, reason: Reason) -> Given:
        """Return the same patient with `feature` forgotten."""
        given = Given.__new__(Given)
        given.__dict__.update(self.__dict__)
        given.facts = {**self.facts, feature: Unknown(reason)}
        return given

    def __repr__(self) -> str:
        return f"Given({dict(self.facts)})"


@cache
def asked() -> tuple[Feature, ...]:
    """Return every feature that a rule of some guideline asks for, in reading order."""
    found: dict[Feature, None] = {}
    for guideline in GUIDELINES:
        found.update(dict.fromkeys(features_of(guideline.scope)))
        for rule in guideline.rules:
            for condition in conditions_of(rule):
                found.update(dict.fromkeys(features_of(condition)))
    return tuple(found)


@cache
def landmarks() -> Mapping[Feature, tuple[Decimal, ...]]:
    """Return, for each measurement, the values at and just below each threshold, and the ends."""
    found: defaultdict[Feature, set[Decimal]] = defaultdict(set)
    for guideline in GUIDELINES:
        for rule in guideline.rules:
            for condition in conditions_of(rule):
                for node in walk(condition):
                    match node:
                        case Compare(feature, _, Decimal() as threshold):
                            found[feature] |= {threshold, threshold - SMALLEST_STEP}
                        case Relate(left=feature, offset=offset):  # where the other one is 0
                            found[feature] |= {offset, offset - SMALLEST_STEP}
                        case _:
                            pass
    for feature in asked():
        if isinstance(feature, Measurement):
            found[feature] |= {feature.plausible.low, feature.plausible.high}
    return {
        feature: tuple(sorted(one for one in values if one in feature.plausible))
        for feature, values in found.items()
        if isinstance(feature, Measurement)
    }


def pool(feature: Feature) -> tuple[FeatureValue, ...]:
    """Return the values that a feature is given when it is known."""
    match feature:
        case Measurement():
            return tuple(map(Known, landmarks()[feature]))
        case Choice():
            return tuple(Known(one.value) for one in feature.options)
        case _:
            assert isinstance(feature, Finding)
            return Known(True), Known(False)


@st.composite
def known_patients(draw: st.DrawFn) -> dict[Feature, FeatureValue]:
    """A patient in scope of whom everything is known, within the invariants."""
    facts: dict[Feature, FeatureValue] = {one: draw(st.sampled_from(pool(one))) for one in asked()}
    return consistent(facts)


@st.composite
def patients(draw: st.DrawFn) -> dict[Feature, FeatureValue]:
    """A patient in scope of whom something is unknown: nothing, a little, or half."""
    facts = draw(known_patients())
    many = draw(st.sampled_from((0, 1, 3, len(facts) // 2)))
    gone = draw(st.lists(st.sampled_from(asked()), max_size=many))
    reasons = st.sampled_from(tuple(Reason))
    return {**facts, **{one: Unknown(draw(reasons)) for one in gone}}


def consistent(facts: dict[Feature, FeatureValue]) -> dict[Feature, FeatureValue]:
    """Mend what the derivations exclude (the declared invariants), and put the patient in scope."""

    def number(feature: Feature) -> Decimal:
        value = facts[feature]
        assert isinstance(value, Known)
        assert isinstance(value.value, Decimal)
        return value.value

    facts[Case.alps] = Known(True)
    for count, days, bound in (
        (Case.hemoglobin, Case.low_hemoglobin_days, 8),
        (Case.neutrophils, Case.low_neutrophil_days, 500),
        (Case.platelets, Case.low_platelet_days, 50_000),
    ):
        if number(count) < bound:
            facts[days] = Known(max(Decimal(1), number(days)))
    if number(Case.platelets) < 20_000:
        facts[Case.very_low_platelet_days] = Known(
            max(Decimal(1), number(Case.very_low_platelet_days))
        )
    for more, fewer in (
        (Case.low_platelet_days, Case.very_low_platelet_days),
        (Case.quarter_hemoglobin_days, Case.low_hemoglobin_days),
        (Case.quarter_neutrophil_days, Case.low_neutrophil_days),
        (Case.quarter_platelet_days, Case.low_platelet_days),
    ):
        facts[more] = Known(max(number(more), number(fewer)))
    top = max(number(Case.hemoglobin_highest_week), number(Case.hemoglobin_highest_day))
    facts[Case.hemoglobin_highest_week] = Known(top)
    for exposure in EXPOSURES:
        if facts[exposure.on] == Known(True):
            facts[exposure.ever] = Known(True)
    for course in COURSES:
        if facts[course.on] == Known(True):
            facts[course.ever] = Known(True)
        best = max(number(course.platelets_best), number(course.platelets_now))
        facts[course.platelets_best] = Known(best)
    return facts


def holds(facts: HasValues, guideline: Guideline) -> bool:
    """Whether every invariant is a certain yes for this patient."""
    return all(
        answer(one.condition, facts, guideline.site()) is Answer.YES for one in guideline.invariants
    )
