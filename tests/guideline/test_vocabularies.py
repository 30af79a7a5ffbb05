"""A vocabulary is a class of features, an instance a patient; a template is bound by treatment."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.immune_thrombocytopenia.words import Agonist, Course, Effect, Steroid
from tests.spec.words import TABLET, Case, Grade

from ferrata.guideline.conditions import features_of, not_
from ferrata.guideline.derivations import Cases, Holds, OnTreatment
from ferrata.guideline.errors import NotACondition
from ferrata.guideline.features import Choice, Feature, Finding, HasValues, Measurement
from ferrata.guideline.units import Quantity, day, dL, g, per_uL
from ferrata.guideline.values import Answer, Between, Known, Option, Reason, Unknown, number
from ferrata.guideline.vocabularies import CaseFeatures, CourseFeatures, Facts


def test_a_feature_knows_its_path() -> None:
    """Vocabulary and name, as it is written."""
    assert Case.platelets.path == "Case.platelets"
    assert repr(Case.platelets) == "Case.platelets"
    assert Case.platelets.where.file == __file__.replace(
        "guideline/test_vocabularies", "spec/words"
    )


def test_an_instance_is_a_patient() -> None:
    """What is not named was never recorded."""
    patient = Case(
        platelets=20_000 * per_uL,
        hemoglobin=Between(Decimal(8), Decimal(9)),
        bleeding=True,
        grade=Grade.MILD,
        fever=Unknown(Reason.STALE),
    )
    assert patient.platelets == Known(Decimal(20_000))
    assert patient.hemoglobin == Between(Decimal(8), Decimal(9))
    assert patient.bleeding == Known(True)
    assert patient.grade == Known("mild")
    assert patient.fever == Unknown(Reason.STALE)
    assert patient.rash == Unknown(Reason.NEVER_RECORDED)
    assert repr(Case(bleeding=True)).startswith("Case(bleeding=Known(value=True")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("platelets", True),
        ("platelets", Grade.MILD),
        ("bleeding", 8 * g / dL),
        ("bleeding", Grade.MILD),
        ("grade", True),
        ("grade", Effect.NONE),
        ("fewer", True),
    ],
)
def test_a_value_of_another_kind_is_refused(name: str, value: bool | Quantity | Option) -> None:
    """And so is a name that is no feature."""
    with pytest.raises(NotACondition):
        Case(**{name: value})


def test_a_subclass_has_the_features_of_its_base_and_may_replace_them() -> None:
    """Each name once, the newest last."""

    class More(Case):
        bleeding = Finding("Bleeding, seen by us")
        cough = Finding("Cough")

    assert [one.name for one in More.features] == [
        *(one.name for one in Case.features if one.name != "bleeding"),
        "bleeding",
        "cough",
    ]
    assert More.features[-2] is More.bleeding is not Case.bleeding


def test_a_template_is_bound_to_a_treatment() -> None:
    """Each treatment has features of its own, with the derivations of the template."""
    assert Course.treatment is None
    assert Steroid.treatment is not Agonist.treatment
    assert Steroid.days is not Agonist.days is not Course.days
    assert Steroid.days.path == "Steroid.days"
    assert Steroid.days.derived == Course.days.derived
    assert [one.name for one in Steroid.features] == [one.name for one in Course.features]


def test_conditions_inside_a_template_are_bound_too() -> None:
    """No derivation of a bound vocabulary asks for the template's features."""
    derived = Agonist.effect.derived
    assert isinstance(derived, Cases)
    asked = {feature for condition, _ in derived.cases for feature in features_of(condition)}
    assert asked == {Agonist.best, Agonist.before}


def test_a_bound_template_may_replace_a_feature_and_keeps_features_of_the_case() -> None:
    """`Holds` is rebuilt; a feature of another vocabulary stays what it is."""

    class Template(CourseFeatures):
        on = Finding("On it", OnTreatment())
        days = Measurement("Days", day, Case.platelets.plausible) if False else Finding("Long")
        well = Finding("On it and well", Holds(not_(Case.bleeding)))
        off = Finding("Not on it", Holds(not_(on)))

    class Tablet(Template, treatment=TABLET):
        days = Finding("Longer")

    assert Tablet.days.label == "Longer"
    assert isinstance(Tablet.off.derived, Holds)
    assert features_of(Tablet.off.derived.condition) == (Tablet.on,)
    assert isinstance(Tablet.well.derived, Holds)
    assert features_of(Tablet.well.derived.condition) == (Case.bleeding,)


def test_facts_join_vocabularies() -> None:
    """A vocabulary that is not among them is unknown."""
    facts = Facts(Case(bleeding=True), Steroid(days=3 * day))
    assert facts.value(Case.bleeding) == Known(True)
    assert facts.value(Steroid.days) == Known(Decimal(3))
    assert facts.value(Agonist.days) == Unknown(Reason.NEVER_RECORDED)


def test_a_feature_outside_a_vocabulary_is_itself() -> None:
    """It has a value only where something says so."""

    class Nothing(HasValues):
        alone = Finding("Alone")

    with pytest.raises(TypeError, match="Nothing must say the value of"):
        Nothing().value(Case.bleeding)

    class Plain:
        alone = Finding("Alone")

    assert isinstance(Plain().alone, Finding)


def test_a_case_may_have_features_that_nothing_derives() -> None:
    """Then somebody has to give their values."""

    class Bare(CaseFeatures):
        grade = Choice("Grade", Grade)

    bare: tuple[Feature, ...] = Bare.features
    assert bare == (Bare.grade,)
    assert Bare.grade.derived is None


def test_an_answer_is_no_boolean() -> None:
    """Unknown is not no."""
    with pytest.raises(TypeError, match="say what happens when it is unknown"):
        bool(Answer.NO)
    assert str(Answer.UNKNOWN) == "unknown"


def test_a_number_is_an_interval_only_when_it_has_to_be() -> None:
    """Two equal bounds are a value."""
    assert number(Decimal(1), Decimal(1), 3, "a") == Known(Decimal(1), 3, "a")
    assert number(Decimal(1), Decimal(2), 3, "a") == Between(Decimal(1), Decimal(2), 3, "a")
