"""`assess(record, assessment, on)`: what criteria say of a record, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from ferrata.guideline.actions import Action, Ask, Consider, Continue, Give, Monitor, Order, Refer
from ferrata.guideline.assessment import Assessment, Kind
from ferrata.guideline.citations import citations
from ferrata.guideline.events import Analyte, Assertion, Observation, Sign
from ferrata.guideline.values import Answer
from ferrata.interpret.evaluate import judge
from ferrata.plan.assessment.concluding import NOT_MET, kind_answer, set_answer
from ferrata.plan.assessment.model import (
    ASSESSMENT_SCHEMA_VERSION,
    Assessed,
    Flag,
    KindAnswer,
    NextStep,
    SetAnswer,
)
from ferrata.plan.assessment.needed import Desk, needed
from ferrata.plan.assessment.values import interval, reasons
from ferrata.plan.basis import noticed, version_of, warranted
from ferrata.plan.model import NOTICE, Patient, Warranted
from ferrata.plan.words import age_text, day_text
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import Record
from ferrata.version import VERSION


def assess(record: Record, assessment: Assessment, on: date) -> Assessed:
    """Return what `assessment` says of the patient of `record` as of day `on`.

    Raises:
        RecordError: when the record's day of receipt is no date.
        Refusal: when the record's dates make an answer unsafe.
    """
    events = events_of(record, {one.id: one for one in analytes_of(assessment)})
    desk = Desk.of(assessment, events, day_number(on))
    facts = desk.facts
    criteria = set_answer(assessment.criteria, facts)
    kinds = () if criteria.result == NOT_MET else tuple(_kinds(desk, assessment.kinds))
    exclusions = tuple(one for one in _kinds(desk, assessment.exclusions) if one.answer == "yes")
    spared = judge(assessment.overruled, facts, facts.site).answer is Answer.NO
    overruled = () if spared else tuple(one.title for one in exclusions)
    return Assessed(
        schema_version=ASSESSMENT_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=noticed(NOTICE, on, [version_of(assessment)]),
        on=on.isoformat(),
        patient=_patient(record, desk),
        assessment=version_of(assessment),
        summary=_summary(criteria, kinds, overruled),
        criteria=criteria,
        overruled_by=overruled,
        kinds=kinds,
        exclusions=exclusions,
        alerts=tuple(one for one in _kinds(desk, assessment.alerts) if one.answer == "yes"),
        missing=needed(desk),
        next=tuple(_next(desk)),
        flags=tuple(_flags(desk)),
        copies=tuple(set_answer(one, facts, assessment.criteria) for one in assessment.copies),
        others=tuple(set_answer(one, facts) for one in assessment.others),
        warrants=_warrants(assessment),
        unread=tuple(_unread(record, desk)),
    )


def analytes_of(assessment: Assessment) -> Iterator[Analyte]:
    """Yield every analyte that a record is asked for; some twice."""
    for vocabulary in assessment.vocabularies:
        for feature in vocabulary.features:
            analyte = getattr(feature.derived, "analyte", None)
            if isinstance(analyte, Analyte):
                yield analyte
    yield from (rule.analyte for rule in assessment.for_age)
    yield from (one for one in assessment.shown if isinstance(one, Analyte))


def _patient(record: Record, desk: Desk) -> Patient:
    age = next(
        (one for cls in desk.assessment.vocabularies for one in cls.features if one.name == "age"),
        None,
    )
    return Patient(
        id=record.patient.id,
        label=record.patient.label,
        birth_date=record.patient.birth_date,
        age="age unknown" if age is None else age_text(desk.facts.value(age)),
        sex=record.patient.sex,
    )


def _kinds(desk: Desk, kinds: tuple[Kind, ...]) -> Iterator[KindAnswer]:
    """The kinds that hold or may."""
    for one in kinds:
        said = judge(one.when, desk.facts, desk.facts.site)
        if said.answer is not Answer.NO:
            yield kind_answer(one, said, desk.facts)


def _summary(criteria: SetAnswer, kinds: tuple[KindAnswer, ...], overruled: tuple[str, ...]) -> str:
    if overruled:
        alone = f"the criteria alone would say: {criteria.says}"
        return f"{' and '.join(overruled)}. This overrules the criteria ({alone})."
    sure = [one.title for one in kinds if one.answer == "yes"]
    return f"{criteria.says}. {' and '.join(sure)}." if sure else f"{criteria.says}."


def _next(desk: Desk) -> Iterator[NextStep]:
    """What is certainly due, in the order declared, then what is due if an open reason holds."""
    site = desk.facts.site
    judged = [(rule, judge(rule.when, desk.facts, site)) for rule in desk.assessment.next]
    for wanted in (Answer.YES, Answer.UNKNOWN):
        for rule, said in judged:
            if said.answer is wanted:
                for action in rule.do:
                    yield NextStep(
                        id=rule.id,
                        kind=type(action).__name__,
                        text=_text(action),
                        because=rule.title,
                        certain=wanted is Answer.YES,
                        reasons=reasons(said, site),
                        warrants=tuple(map(str, action.warrant)),
                    )


def _text(action: Action) -> str:
    match action:
        case Refer(to, text):
            return f"{to}: {text}"
        case Order() | Ask() | Give() | Continue() | Consider() | Monitor():
            return action.text
        case _:
            assert_never(action)


def _flags(desk: Desk) -> Iterator[Flag]:
    """What was falsified, then what is on record and only shown."""
    for one in desk.reading.falsified:
        kept = {
            "lowers": "counts if it is high or present, and not as a no",
            "raises": "does not count as high or present",
            "replaces": "does not count",
        }[one.rule.how.value]
        yield _flag(
            one.concept, one.event, f"{one.rule.title}: {kept}", tuple(map(str, one.rule.warrant))
        )
    for concept in desk.assessment.shown:
        rows = (
            desk.events.observations.get(concept.id, ())
            if isinstance(concept, Analyte)
            else desk.events.assertions.get(concept.id, ())
        )
        for row in rows:
            if row.when.first_day <= desk.on:
                yield _flag(concept, row, "shown, and no criterion compares it", ())


def _flag(
    concept: Analyte | Sign,
    event: Observation | Assertion,
    text: str,
    warrants: tuple[str, ...],
) -> Flag:
    return Flag(
        concept=concept.id,
        label=concept.label,
        value=_value(concept, event),
        date=day_text(event.when.last_day),
        text=text,
        source=event.source,
        warrants=warrants,
    )


def _value(concept: Analyte | Sign, event: Observation | Assertion) -> str:
    if isinstance(event, Assertion):
        return event.value or "unreadable"
    if event.low is None or event.high is None:
        return "unreadable" if event.unusable is None else event.unusable.value
    assert isinstance(concept, Analyte)
    said = interval(event.low, event.high, concept.plausible)
    return f"{said} {concept.unit.code}".replace(" /", "/")


def _unread(record: Record, desk: Desk) -> Iterator[str]:
    for one in record.unread:
        yield f"{one.where}: {one.what} ({one.why})"
    named = {one.where for one in record.unread}
    for rows in desk.events.observations.values():
        for row in rows:
            if row.unusable is not None and row.source not in named:
                yield f"{row.source}: {row.analyte} ({row.unusable.value})"


def _warrants(assessment: Assessment) -> tuple[Warranted, ...]:
    found = {one.warrant.id: one.warrant for one in citations(assessment)}
    return tuple(warranted(found[key]) for key in sorted(found))
