"""Invariants against histories: what the proofs may assume has to hold of whatever is recorded.

A fixed sample of the histories on which tests/alps/test_invariants.py tries the real ones.
"""

from __future__ import annotations

from functools import cache
from random import Random

from tests.alps.histories import BACK, LANDMARKS, ON
from tests.vignettes.reading import vignettes
from tests.vignettes.records import record_of

from ferrata.alps.guidelines import GUIDELINES
from ferrata.guideline.events import Event, Events, Observation, TreatmentCourse, When
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import exact, quantise
from ferrata.guideline.values import Answer
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.record.dates import day_number
from ferrata.record.events import events_of

HISTORIES = 300


@cache
def histories() -> tuple[tuple[Events, int], ...]:
    """Return the events of every vignette, and random courses and counts around landmarks."""
    known = anatomy(GUIDELINES[0]).analytes
    told = [(events_of(record_of(one), known), day_number(one.on)) for one in vignettes()]
    random = Random(2015)  # noqa: S311 - a sample, not a secret
    treatments = [
        cls.treatment for cls in GUIDELINES[0].vocabularies if issubclass(cls, CourseFeatures)
    ]
    for _ in range(HISTORIES):
        events: list[Event] = [
            TreatmentCourse(one.id, When.day(ON - random.choice(BACK)))
            for one in treatments
            if one is not None and random.random() < 0.4
        ]
        for name in ("hemoglobin", "neutrophils", "platelets"):
            for _ in range(random.randint(0, 4)):
                number = quantise(exact(random.choice(LANDMARKS[name])))
                when = When.day(ON - random.choice(BACK))
                events.append(Observation(name, when, number, number))
        told.append((Events.of(events), ON))
    return tuple(told)


def broken(guidelines: tuple[Guideline, ...]) -> str:
    """Return the first invariant of a mutant that some history breaks; empty when none does."""
    real = {id(one) for each in GUIDELINES for one in each.invariants}
    for guideline in guidelines:
        fresh = [one for one in guideline.invariants if id(one) not in real]
        for events, on in histories() if fresh else ():
            facts = Derived(events, on, guideline.vocabularies, guideline.site())
            for one in fresh:
                if judge(one.condition, facts, facts.site).answer is Answer.NO:
                    return f"{one.id} does not hold of somebody"
    return ""
