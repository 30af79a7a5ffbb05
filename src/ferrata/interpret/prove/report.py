"""Verdicts as text: what was claimed of what, how it ended, and on what it was measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ferrata.guideline.features import Choice, Feature, Measurement
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.units import Quantity, Range
from ferrata.guideline.units import one as dimensionless
from ferrata.guideline.values import Between, FeatureValue, Known
from ferrata.guideline.vocabularies import CourseFeatures
from ferrata.interpret.prove.monotone import deciding
from ferrata.interpret.prove.solver import version
from ferrata.interpret.prove.theorems import pairs
from ferrata.interpret.prove.verdicts import Outcome, Theorem, Verdict, counted
from ferrata.interpret.prove.witness import Witness, all_features, all_parameters

HEADINGS = ("theorem", "subject", "verdict", "measured", "seconds")


def table(verdicts: tuple[Verdict, ...]) -> tuple[tuple[str, ...], ...]:
    """Return one row per verdict under :data:`HEADINGS`."""
    return tuple(
        (str(one.theorem), one.subject, str(one.outcome), one.detail, f"{one.seconds:.2f}")
        for one in verdicts
    )


def lines(guideline: Guideline, verdicts: tuple[Verdict, ...]) -> tuple[str, ...]:
    """Return the report: what was measured, counts, what was measured of doses, and what failed."""
    return (
        measured(guideline, verdicts),
        *_counts(verdicts),
        *_doses(verdicts),
        *_failures(guideline, verdicts),
    )


def measured(guideline: Guideline, verdicts: tuple[Verdict, ...]) -> str:
    """Return on what, against what and how long the proofs were made."""
    conditions = (
        guideline.scope,
        *(one.condition for one in guideline.invariants),
        *(condition for _, condition in deciding(guideline)),
    )
    sizes = (
        (len(guideline.steps), "step"),
        (len(guideline.transitions), "transition"),
        (sum(1 for _ in pairs(guideline)), "pair"),
        (len(guideline.cautions), "caution"),
        (len(guideline.invariants), "invariant"),
        (len(all_features(conditions)), "feature"),
        (len(all_parameters(conditions)), "parameter"),
    )
    parts = ", ".join(counted(number, what) for number, what in sizes)
    seconds = sum(one.seconds for one in verdicts)
    return (
        f"{guideline.id} {guideline.version}: {counted(len(verdicts), 'verdict')} on "
        f"{parts} (each parameter over its allowed range); Z3 {version()}, {seconds:.1f} s"
    )


def patient(guideline: Guideline, witness: Witness) -> tuple[str, ...]:
    """Return a patient and the site's settings, one line each, in clinicians' words."""
    courses = {
        feature: f"{vocabulary.treatment.label}: "
        for vocabulary in guideline.vocabularies
        if issubclass(vocabulary, CourseFeatures) and vocabulary.treatment
        for feature in vocabulary.features
    }
    facts = (
        f"{courses.get(one, '')}{one.label}: {_words(one, value)}"
        for one, value in witness.values.items()
    )
    site = (
        f"{one.label} (site): {_with_unit(Quantity(value, one.allowed.unit))}"
        for one, value in witness.settings.items()
    )
    return (*facts, *site)


def _with_unit(amount: Quantity | Range) -> str:
    return str(amount).removesuffix(" 1") if amount.unit == dimensionless else str(amount)


def _counts(verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    for theorem in dict.fromkeys(one.theorem for one in verdicts):
        outcomes = Counter(one.outcome for one in verdicts if one.theorem is theorem)
        ends = ", ".join(f"{outcomes[one]} {one}" for one in Outcome if outcomes[one])
        yield f"  {theorem}: {ends}"


def _doses(verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    """Yield what was measured of each dose, because what is refused matters as well."""
    for one in verdicts:
        if one.theorem is Theorem.DOSE and one.outcome is Outcome.PROVED:
            yield f"    {one.subject}: {one.detail}"


def _failures(guideline: Guideline, verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    for one in verdicts:
        if one.outcome is not Outcome.PROVED:
            yield f"{str(one.outcome).upper()} {one.theorem}, {one.subject}: {one.detail}"
        if one.counterexample is not None:
            yield from (f"    {line}" for line in patient(guideline, one.counterexample))


def _words(feature: Feature, value: FeatureValue) -> str:
    match feature, value:
        case Measurement(unit=unit), Between(low, high):
            return _with_unit(Range(low, high, unit))
        case Measurement(unit=unit), Known(number) if not isinstance(number, bool | str):
            return _with_unit(Quantity(number, unit))
        case Choice(options=options), Known(str() as option):
            return options(option).value
        case _, Known(truth):
            return "yes" if truth is True else "no"
        case _:
            return "unknown"
