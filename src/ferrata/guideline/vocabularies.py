"""Vocabularies: the features of a case, and those of a course of treatment.

``class Case(CaseFeatures)`` lists what one needs to know about a patient. A template such as
``class Course(CourseFeatures)`` lists what one needs to know about a course of treatment, and
``class Antibiotic(Course, treatment=...)`` asks it of the newest course of one treatment.
"""

from __future__ import annotations

import copy
from typing import ClassVar

from ferrata.guideline.conditions import rebuild
from ferrata.guideline.derivations import Cases, Holds
from ferrata.guideline.errors import NotACondition
from ferrata.guideline.events import Treatment
from ferrata.guideline.features import Choice, Feature, Finding, HasValues, Measurement
from ferrata.guideline.units import Quantity, plain, spelled
from ferrata.guideline.values import Between, FeatureValue, Known, Option, Reason, Unknown


class Vocabulary(HasValues):
    """A class of features; an instance holds the values of one patient."""

    features: ClassVar[tuple[Feature, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = tuple(one for one in vars(cls).values() if isinstance(one, Feature))
        names = {one.name for one in own}
        cls.features = tuple(one for one in cls.features if one.name not in names) + own

    def __init__(self, **values: FeatureValue | Quantity | bool | Option) -> None:
        """Take values by feature name; a feature not named is unknown, never recorded.

        Raises:
            NotACondition: for a name that is no feature of this vocabulary, or a value of
                another kind than the feature's.
        """
        by_name = {feature.name: feature for feature in self.features}
        for name in values.keys() - by_name.keys():
            raise NotACondition(
                f"{type(self).__name__} has no feature {name}",
                why="a fact under a wrong name would be lost",
                write=f"one of {', '.join(sorted(by_name))}",
            )
        self._values = {
            by_name[name]: _value(by_name[name], given) for name, given in values.items()
        }

    def __repr__(self) -> str:
        values = ", ".join(f"{one.name}={value}" for one, value in self._values.items())
        return f"{type(self).__name__}({values})"

    def value(self, feature: Feature) -> FeatureValue:
        return self._values.get(feature, Unknown(Reason.NEVER_RECORDED))


class CaseFeatures(Vocabulary):
    """One row per patient."""


class CourseFeatures(Vocabulary):
    """One row per course of treatment; bound to the newest course of `treatment` by subclassing."""

    treatment: ClassVar[Treatment | None] = None

    def __init_subclass__(cls, treatment: Treatment | None = None) -> None:
        if treatment is not None:
            cls.treatment = treatment
            _bind(cls)
        super().__init_subclass__()


class Facts(HasValues):
    """Several vocabularies' values of one patient, as one."""

    def __init__(self, *instances: Vocabulary) -> None:
        self._by_vocabulary = {type(one).__name__: one for one in instances}

    def value(self, feature: Feature) -> FeatureValue:
        instance = self._by_vocabulary.get(feature.vocabulary)
        return Unknown(Reason.NEVER_RECORDED) if instance is None else instance.value(feature)


def _bind(cls: type[CourseFeatures]) -> None:
    """Copy the template's features into `cls`, so that each treatment has its own."""
    copies: dict[Feature, Feature] = {}
    for feature in cls.features:
        if feature.name in vars(cls):
            continue
        own = copies[feature] = copy.copy(feature)
        setattr(cls, feature.name, own)
        own.__set_name__(cls, feature.name)

    def swap(feature: Feature) -> Feature:
        return copies.get(feature, feature)

    for own in copies.values():
        match own.derived:
            case Cases(cases):
                own.derived = Cases(tuple((rebuild(when, swap), option) for when, option in cases))
            case Holds(condition):
                own.derived = Holds(rebuild(condition, swap))
            case _:
                pass


def _value(feature: Feature, given: FeatureValue | Quantity | bool | Option) -> FeatureValue:
    match feature, given:
        case Measurement(), Quantity():
            return Known(feature.read(given))
        case Finding(), bool():
            return Known(given)
        case Choice(), Option() if isinstance(given, feature.options):
            return Known(given.value)
        case _, (Known() | Between() | Unknown()):
            return given
        case _:
            raise NotACondition(
                f"{feature!r} cannot be {given!r}",
                why=f"it is a {type(feature).__name__.lower()}",
                write=_example(feature),
            )


def _example(feature: Feature) -> str:
    match feature:
        case Measurement():
            return f"{feature.name}={plain(feature.plausible.high)} * {spelled(feature.unit)}"
        case Choice():
            return f"{feature.name}={next(iter(feature.options))!r}"
        case _:
            return f"{feature.name}=True or {feature.name}=False"
