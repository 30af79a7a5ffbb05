"""From a name and a body to doses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import typer

from ferrata.alps.case import Case
from ferrata.alps.concepts import Lab
from ferrata.alps.guidelines import GUIDELINES, RECONCILED
from ferrata.cli.drugs import find_monograph, of_age
from ferrata.cli.planning import answered
from ferrata.cli.quantities import height_of, sex_of, weight_of
from ferrata.cli.reading import site_of
from ferrata.cli.site_file import site_file
from ferrata.dosing.amount import Body
from ferrata.dosing.body import Formula
from ferrata.dosing.growth import body_checks, stale, stale_height
from ferrata.guideline.events import DAY, Events
from ferrata.guideline.features import Feature, HasValues, Measurement
from ferrata.guideline.units import plain, quantise
from ferrata.guideline.values import Between, FeatureValue, Known, Reason, Unknown
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.plan.dose.build import Patient, dosed
from ferrata.plan.dose.model import Dosed, Measure
from ferrata.plan.words import day_text, value_text
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import SCHEMA_VERSION, Record
from ferrata.record.model import Patient as Whom

NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of a patient; nothing for what was left out."""

    weight: str | None = None
    height: str | None = None
    age: str | None = None
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked besides: the formula, products at hand, the site, and what was confirmed."""

    formula: str = Formula.MOSTELLER.value
    products: tuple[str, ...] = ()
    site: Path | None = None
    confirmed: bool = False
    answers: tuple[str, ...] = ()
    record: Path | None = None
    code_map: Path | None = None


def dose_of(name: str, typed: Typed, asked: Asked, *, on: date, today: date) -> Dosed:
    """Return the doses of `name` for the patient that was typed, or is on record.

    Raises:
        SiteError: when the site's file cannot be used.
        RecordError: when the record cannot be read.
    """
    found = find_monograph(name)
    treatment = found.treatment
    if not found.drug:
        raise typer.BadParameter(f"{treatment.label} is no drug and has no dose")
    site = site_file(asked.site)
    held = {one.id for one in site.held(treatment, RECONCILED.products)}
    if unknown := [one for one in asked.products if one not in held]:
        known = ", ".join(sorted(held)) or "none"
        raise typer.BadParameter(
            f"--product {unknown[0][:60]!r} is none of {treatment.label}; there are: {known}"
        )
    patient = _patient(typed, asked, on, today)
    made = dosed(treatment, patient, GUIDELINES, site, on, products=asked.products)
    return site_of(asked.code_map).named(made)


def _formula(text: str) -> Formula:
    for one in Formula:
        if one.value.lower() == text.lower():
            return one
    known = " or ".join(one.value.lower() for one in Formula)
    raise typer.BadParameter(f"--formula {text[:40]!r}: write {known}")


@dataclass(frozen=True, slots=True)
class _Facts(HasValues):
    """A record, or nothing, under what was typed."""

    typed: dict[Feature, FeatureValue]
    under: HasValues | None
    silent: HasValues | None = None

    def value(self, feature: Feature) -> FeatureValue:
        """Return what was typed, else what the record says.

        Without a record its silence says nothing: only what an answer changes is known.
        """
        found = self.typed.get(feature)
        if found is not None:
            return found
        if self.under is None:
            return Unknown(Reason.NEVER_RECORDED)
        said = self.under.value(feature)
        if self.silent is not None and said == self.silent.value(feature):
            return Unknown(Reason.NEVER_RECORDED)
        return said


@dataclass(slots=True)
class _Seen:
    """What a patient is reckoned by, and what makes it unsure."""

    measures: list[Measure] = field(default_factory=list[Measure])
    unsure: list[str] = field(default_factory=list[str])
    typed: dict[Feature, FeatureValue] = field(default_factory=dict["Feature", "FeatureValue"])


def _patient(typed: Typed, asked: Asked, on: date, today: date) -> Patient:
    formula, sex = _formula(asked.formula), sex_of(typed.sex)
    under, silent, events = _on_record(asked, on, today)
    seen, day = _Seen(), day_number(on)
    if sex is not None:
        seen.typed[Case.sex] = Known(sex, day, "--sex")
    elif asked.record is not None and under is not None:
        recorded = under.value(Case.sex)
        sex = str(recorded.value) if isinstance(recorded, Known) else None
    age, said = _age(typed, under if asked.record else None, seen)
    weight = _measure(Case.weight, typed.weight, under, seen, age, day)
    height = _measure(Case.height, typed.height, under, seen, age, day)
    ages: list[dict[Feature, FeatureValue]] = [{}]
    if typed.age is not None and age is not None:
        ages = [{Case.age: Known(quantise(Decimal(one)), day, "--age")} for one in age]
    return Patient(
        body=Body(weight, height, formula),
        measures=tuple(seen.measures),
        age=said,
        sex=sex,
        facts=tuple(_Facts({**seen.typed, **one}, under, silent) for one in ages),
        checks=body_checks(
            weight_kg=weight if isinstance(weight, Decimal) else None,
            height_cm=height if isinstance(height, Decimal) else None,
            age_days=age,
            sex=sex,
            earlier=tuple(_earlier(events, day)),
        ),
        confirmed=asked.confirmed,
        unsure=tuple(seen.unsure),
    )


def _on_record(
    asked: Asked, on: date, today: date
) -> tuple[HasValues | None, HasValues | None, Events | None]:
    """The facts of the record, those of a silent one when none was given, and the events."""
    if asked.record is None:
        return *_answers_alone(asked.answers, on), None
    record = site_of(asked.code_map).read(asked.record, received=max(on, today))
    record = answered(record, RECONCILED, on, asked.answers)
    events = events_of(record, anatomy(RECONCILED).analytes)
    return _derived(events, on), None, events


def _answers_alone(answers: tuple[str, ...], on: date) -> tuple[HasValues | None, HasValues | None]:
    if not answers:
        return None, None
    empty = Record(schema_version=SCHEMA_VERSION, patient=Whom(id="typed"), received=on.isoformat())
    analytes = anatomy(RECONCILED).analytes
    said = answered(empty, RECONCILED, on, answers)
    return _derived(events_of(said, analytes), on), _derived(events_of(empty, analytes), on)


def _derived(events: Events, on: date) -> Derived:
    return Derived(events, day_number(on), RECONCILED.vocabularies, RECONCILED.site())


def _age(typed: Typed, under: HasValues | None, seen: _Seen) -> tuple[tuple[int, int] | None, str]:
    if typed.age is not None:
        given = of_age(typed.age).age
        return (int(given.low), int(given.high)), given.text
    if under is not None:
        match under.value(Case.age):
            case Known(Decimal() as days):
                return (int(days), int(days)), f"{value_text(Case.age, Known(days))} old"
            case Between(low, high) as span:
                return (int(low), int(high)), f"{value_text(Case.age, span)} old"
            case _:
                pass
    seen.unsure.append(
        "the age is not known: give --age 6y; below three months nothing is computed"
    )
    return None, "of unknown age"


def _measure(  # noqa: PLR0917
    feature: Measurement,
    typed: str | None,
    under: HasValues | None,
    seen: _Seen,
    age: tuple[int, int] | None,
    day: int,
) -> Decimal | str:
    name = feature.label.lower()
    if typed is not None:
        value, given = (weight_of if feature is Case.weight else height_of)(typed)
        seen.typed[feature] = Known(quantise(value), day, f"--{name.split()[-1]}")
        said = f"{plain(value)} {feature.unit}"
        seen.measures.append(Measure(name=name, value=said, given=given, date=day_text(day)))
        return value
    found = Unknown(Reason.NEVER_RECORDED) if under is None else under.value(feature)
    said = value_text(feature, found)
    option = f"--{name.split()[-1]} {'18.4kg' if feature is Case.weight else '108cm'}"
    match found:
        case Known(Decimal() as value, at, source):
            shown = Measure(name=name, value=said, given=source, date=day_text(at))
            seen.measures.append(shown)
            speaks = stale if feature is Case.weight else _stale_height
            old = None if at is None else speaks(day - at, age, on_steroids=None)
            if old is not None:
                seen.unsure.append(f"{old}, or give {option}")
            return value
        case Unknown(reason, last) if under is not None:
            why = f"{reason}" + (f", {day_text(last)}" if last is not None else "")
            missing = f"{why}; measure it and give {option}"
        case Between():
            missing = f"{said}: not exact; measure it and give {option}"
        case _:
            missing = f"{NOT_GIVEN}; give {option}"
    seen.measures.append(Measure(name=name, value=None, given=said, missing=missing))
    return missing


def _stale_height(
    height_age_days: int, age_days: tuple[int, int] | None, *, on_steroids: bool | None
) -> str | None:
    del on_steroids  # a height does not change with them within its time
    return stale_height(height_age_days, age_days)


def _earlier(events: Events | None, day: int) -> Iterator[tuple[int, Decimal]]:
    """Weights on record before the day, with how many days before."""
    if events is None:
        return
    for one in events.observations.get(Lab.WEIGHT.id, ()):
        before = day - one.when.last // DAY
        if before > 0 and one.low is not None and one.low == one.high and one.low > 0:
            yield before, one.low
