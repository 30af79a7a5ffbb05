"""Evaluate, derive, replay and population read the guideline on immune thrombocytopenia as is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.immune_thrombocytopenia.histories import RECORDS, TODAY, day
from tests.immune_thrombocytopenia.pathway import GUIDELINE, Stage, low, major
from tests.immune_thrombocytopenia.words import (
    TREAT_BELOW,
    Agonist,
    Bleeding,
    Case,
    Effect,
    Steroid,
)

from ferrata.guideline.conditions import Condition
from ferrata.guideline.features import Feature
from ferrata.guideline.parameters import Site
from ferrata.guideline.units import day as days
from ferrata.guideline.units import per_uL
from ferrata.guideline.values import Answer, Between, FeatureValue, Known, Reason, Unknown
from ferrata.guideline.vocabularies import Facts
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.interpret.population import evaluate_population, write_events
from ferrata.interpret.replay import replay

SITE = GUIDELINE.site()
CONDITIONS: dict[str, Condition] = {
    "scope": GUIDELINE.scope,
    **{one.id: one.when for one in GUIDELINE.transitions},
    **{one.id: one.needs for one in GUIDELINE.gates},
    **{one.id: one.avoid.when for one in GUIDELINE.cautions},
    **{one.id: one.when for one in GUIDELINE.recommendations},
    **{one.id: one.condition for one in GUIDELINE.invariants},
}
FEATURES: tuple[Feature, ...] = tuple(
    feature for vocabulary in GUIDELINE.vocabularies for feature in vocabulary.features
)


def derived(record: str, on: int = TODAY, site: Site = SITE) -> Derived:
    return Derived(RECORDS[record], on, GUIDELINE.vocabularies, site)


def plain(value: FeatureValue) -> FeatureValue:
    match value:
        case Known(what):
            return Known(what)
        case Between(least, most):
            return Between(least, most)
        case Unknown(reason):
            return Unknown(reason)


def test_a_condition_is_judged_on_values() -> None:
    """A patient is what is known; the rest is missing."""
    patient = Case(platelets=29_999 * per_uL)
    assert judge(low, patient, SITE).answer is Answer.YES
    assert judge(major, patient, SITE).answer is Answer.UNKNOWN
    assert judge(major, patient, SITE).missing == (Case.bleeding,)


def test_a_site_sets_the_threshold() -> None:
    """The parameter is read when a condition is judged."""
    patient = Case(platelets=30_000 * per_uL)
    site = Site(GUIDELINE.parameters, {TREAT_BELOW.id: 50_000 * per_uL})
    assert judge(low, patient, SITE).answer is Answer.NO
    assert judge(low, patient, site).answer is Answer.YES


def test_two_vocabularies_describe_one_patient() -> None:
    """A case and a course are joined without knowing of each other."""
    both = Facts(Case(bleeding=Bleeding.NONE), Steroid(days=30 * days, effect=Effect.NONE))
    (failed,) = [one for one in GUIDELINE.transitions if one.id == "steroid-failed"]
    assert judge(failed.when, both, SITE).answer is Answer.YES
    assert judge(failed.when, Facts(Case()), SITE).answer is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("record", "feature", "expected"),
    [
        ("empty", Case.disease, Unknown(Reason.NEVER_RECORDED)),
        ("low", Case.bleeds, Known(True)),
        ("observed", Case.bleeds, Known(False)),
        ("below detection", Case.bleeds, Unknown(Reason.UNDETERMINED)),
        ("not readable", Case.platelets, Unknown(Reason.UNREADABLE)),
        ("diabetic", Case.diabetes, Known(True)),
        ("observed", Case.thrombosis, Known(False)),
        ("on a corticosteroid", Steroid.on, Known(False)),
        ("on a corticosteroid", Steroid.effect, Known("response")),
        ("on a corticosteroid", Agonist.ever, Unknown(Reason.NEVER_RECORDED)),
        ("corticosteroid failed", Steroid.effect, Known("complete")),
        ("corticosteroid failed", Agonist.effect, Known("complete")),
        ("drug not readable", Steroid.ever, Unknown(Reason.UNREADABLE)),
    ],
)
def test_features_are_derived_from_events(
    record: str, feature: Feature, expected: FeatureValue
) -> None:
    """What is not said is unknown, and why it is unknown is said."""
    assert plain(derived(record).value(feature)) == expected


@pytest.mark.parametrize(
    ("record", "stages"),
    [
        ("empty", {Stage.OBSERVATION}),
        ("low", {Stage.OBSERVATION}),
        ("on a corticosteroid", {Stage.STEROID}),
        ("corticosteroid failed", {Stage.AGONIST}),
        ("rescued", {Stage.STEROID}),
        (
            "drug not readable",
            {Stage.OBSERVATION, Stage.RESCUE, Stage.STEROID, Stage.AGONIST},
        ),
    ],
)
def test_a_record_is_replayed_along_the_pathway(record: str, stages: set[Stage]) -> None:
    """Every stage that the record allows is reached by transitions of the pathway."""
    positions = replay(GUIDELINE, RECORDS[record], TODAY, SITE)
    assert {position.stage for position in positions} == stages
    assert all(position.on_pathway for position in positions)


def test_a_stage_knows_the_moves_that_led_there() -> None:
    """The corticosteroid was given for few platelets, the agonist because it had failed."""
    (position,) = replay(GUIDELINE, RECORDS["corticosteroid failed"], TODAY, SITE)
    assert [(move.transition, move.answer) for move in position.moves] == [
        ("treat", Answer.YES),
        ("steroid-failed", Answer.YES),
    ]
    assert position.since == day("2025-02-15")


@pytest.mark.parametrize("on", [TODAY, day("2025-02-11"), day("2024-12-31")])
@pytest.mark.parametrize("threshold", [20_000, 30_000, 50_000])
def test_a_population_gets_what_each_patient_gets(on: int, threshold: int, tmp_path: Path) -> None:
    """Every feature and every condition of the guideline agrees, at every site."""
    site = Site(GUIDELINE.parameters, {TREAT_BELOW.id: threshold * per_uL})
    write_events(tmp_path, dict(enumerate(RECORDS.values())))
    rows = evaluate_population(
        tmp_path, FEATURES, CONDITIONS.values(), on, site, vocabularies=GUIDELINE.vocabularies
    )
    for record, row in zip(RECORDS, rows, strict=True):
        alone = derived(record, on, site)
        assert dict(row.values) == {one: plain(alone.value(one)) for one in FEATURES}, record
        answers = {key: judge(one, alone, site).answer for key, one in CONDITIONS.items()}
        assert {key: row.answers[one] for key, one in CONDITIONS.items()} == answers, record
