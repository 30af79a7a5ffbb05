"""`plan(record, guideline, site, on)`: put the parts together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

import msgspec

from ferrata.guideline.conditions import Criterion, walk
from ferrata.guideline.derivations import Asserted, DaysWith, EverAsserted
from ferrata.guideline.events import Events
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.features import Feature
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.parameters import Site
from ferrata.guideline.pathway import URGENT, Transition
from ferrata.guideline.values import Answer, Unknown
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.interpret.replay import Move, Position, replay
from ferrata.plan.advise import Advised, Bench, advise
from ferrata.plan.basis import noticed, version_of, warranted
from ferrata.plan.care import Care, care
from ferrata.plan.compare import difference
from ferrata.plan.history import searched
from ferrata.plan.missing import missing_items
from ferrata.plan.model import (
    NOTICE,
    PLAN_SCHEMA_VERSION,
    MustNot,
    Option,
    Patient,
    Plan,
    Reason,
    Stage,
    Value,
    Warranted,
)
from ferrata.plan.model import Position as PlanPosition
from ferrata.plan.options import option
from ferrata.plan.parts import follow_up, pathway_of
from ferrata.plan.summary import summary
from ferrata.plan.words import age_text, condition_text, day_text, reasons, titled, value_text
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.model import Record
from ferrata.version import VERSION


def plan(
    record: Record,
    guideline: Guideline,
    site: Site,
    on: date,
    *,
    compare: Iterable[Guideline] = (),
) -> Plan:
    """Return the plan for the patient of `record` as of day `on`.

    `compare` names guidelines whose advice is shown beside.

    Raises:
        RecordError: when the record's day of receipt is no date.
        Refusal: when the record's dates make an answer unsafe.
    """
    events = events_of(record, anatomy(guideline).analytes)
    day = day_number(on)
    positions = replay(guideline, events, day, site)
    bench = Bench(guideline, Derived(events, day, guideline.vocabularies, site))
    advised = advise(bench, positions)
    options = tuple(option(bench, one, on) for one in advised.advice)
    must_not = () if bench(guideline.scope).answer is Answer.NO else _must_not(bench)
    settings = site.settings()
    position = _position(bench, positions, advised)
    emergency = _emergency(bench, advised)
    missing = missing_items(bench, positions, advised.advice, advised.asked)
    history = searched(guideline, events, day, site)
    beside = care(Bench(guideline, bench.facts), positions, on)
    return Plan(
        schema_version=PLAN_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=noticed(NOTICE, on, [version_of(guideline)]),
        on=on.isoformat(),
        patient=_patient(record, bench),
        guideline=version_of(guideline),
        site=settings,
        site_hash=sha256(msgspec.json.encode(settings, order="sorted")).hexdigest(),
        emergency=emergency,
        summary=summary(
            position=position,
            emergency=emergency,
            options=options,
            missing=missing,
            history=history,
            guideline=guideline,
        ),
        position=position,
        values=_values(bench, record),
        history=history,
        options=options,
        must_not=must_not,
        toxicity=beside.toxicity,
        alerts=beside.alerts,
        monitoring=beside.monitoring,
        prevention=beside.prevention,
        manifestations=beside.manifestations,
        questions=beside.questions,
        missing=missing,
        differences=tuple(difference(events, other, site, day, options) for other in compare),
        warrants=_warrants(bench, options, must_not, beside),
        unread=tuple(_unread(record, events)),
    )


def _unread(record: Record, events: Events) -> Iterator[str]:
    """What the reader could not use, and the results that no event could be made of."""
    for one in record.unread:
        yield f"{one.where}: {one.what} ({one.why})"
    named = {one.where for one in record.unread}
    written = {one.reference: one for one in record.observations}
    for rows in events.observations.values():
        for row in rows:
            if row.unusable is not None and row.source not in named:
                entry = written[row.source]
                said = (entry.comparator, entry.value or entry.value_text, entry.unit)
                what = " ".join(one for one in said if one) or "no result"
                yield f"{row.source}: {row.analyte} {what} ({row.unusable.value})"


def _feature(guideline: Guideline, name: str) -> Feature | None:
    return next(
        (one for cls in guideline.vocabularies for one in cls.features if one.name == name), None
    )


def _patient(record: Record, bench: Bench) -> Patient:
    age = _feature(bench.guideline, "age")
    return Patient(
        id=record.patient.id,
        label=record.patient.label,
        birth_date=record.patient.birth_date,
        age="age unknown" if age is None else age_text(bench.facts.value(age)),
        sex=record.patient.sex,
    )


def _emergency(bench: Bench, advised: Advised) -> tuple[Reason, ...]:
    """The urgent rules that hold or cannot be excluded."""
    found: dict[str, Reason] = {}
    for one in advised.advice:
        candidate = one.candidate
        for rule, said in ((candidate.rule, candidate.judgement), *candidate.unless):
            if rule.priority <= URGENT and said.answer is not Answer.NO:
                warrants = tuple(map(str, rule.warrant))
                because = rule.because if isinstance(rule, Transition) else rule.title
                found[rule.id] = titled(because, said, bench.facts.site, warrants)
    return tuple(found.values())


def _position(bench: Bench, positions: tuple[Position, ...], advised: Advised) -> PlanPosition:
    return PlanPosition(
        stages=tuple(
            Stage(
                stage=one.stage,
                title=bench.guideline.step(one.stage).title,
                since=day_text(one.since),
                on_pathway=one.on_pathway,
                because=tuple(_move_text(move) for move in one.moves)
                or ("no treatment of the pathway is on record",),
            )
            for one in positions
        ),
        certain=len(positions) == 1,
        scope=bench(bench.guideline.scope).answer.value,
        gap=advised.gap,
    )


def _move_text(move: Move) -> str:
    day = day_text(move.day)
    if move.treatment is None and move.transition is None:
        return f"{day}: a clinician placed the patient here [{move.source}]"
    what = f"{move.treatment or 'a treatment that cannot be read'} began"
    if move.transition is None:
        return f"{day}: {what}, outside the guideline's order [{move.source}]"
    how = {
        Answer.YES: "",
        Answer.NO: " (on that day's record its condition was not met)",
        Answer.UNKNOWN: " (the record neither shows nor excludes its condition)",
        None: "",
    }[move.answer]
    return f"{day}: {what}, as in {move.transition}{how} [{move.source}]"


def _values(bench: Bench, record: Record) -> tuple[Value, ...]:
    """The values of the case that are on record or were and are not usable."""
    found: list[Value] = []
    preliminary = {one.reference for one in record.observations if one.status == "preliminary"}
    case = bench.guideline.vocabularies[0]
    for feature in case.features:
        value = bench.facts.value(feature)
        day = value.last_day if isinstance(value, Unknown) else value.day
        if day is None and not value.source:
            continue
        found.append(
            Value(
                feature=feature.path,
                label=feature.label,
                value=value_text(feature, value),
                date=day_text(day),
                age_days=None if day is None else bench.facts.on - day,
                source=value.source or None,
                preliminary=not preliminary.isdisjoint(value.source.split(", ")),
            )
        )
    return tuple(found)


def _must_not(bench: Bench) -> tuple[MustNot, ...]:
    scope = bench.guideline.scope
    confirmed = bench(scope).answer is Answer.YES
    doubt = (
        f"As long as it is open whether this holds ({condition_text(scope, bench.facts.site)}): "
    )
    return tuple(
        MustNot(
            id=caution.id,
            treatments=tuple(one.label for one in caution.avoid.treatments),
            text=caution.avoid.text if confirmed else f"{doubt}{caution.avoid.text}",
            reasons=reasons(said, bench.facts.site),
            warrants=tuple(map(str, caution.warrant)),
        )
        for caution in bench.guideline.cautions
        if (said := bench(caution.avoid.when)).answer is Answer.YES
    )


def _warrants(
    bench: Bench, options: tuple[Option, ...], must_not: tuple[MustNot, ...], beside: Care
) -> tuple[Warranted, ...]:
    advised = (*options, *beside.alerts, *beside.prevention, *beside.manifestations)
    bearers = (*advised, *must_not, *beside.monitoring, *beside.toxicity)
    named = {id for one in bearers for id in one.warrants}
    named |= {
        id
        for one in advised
        for reason in (*one.reasons_for, *one.reasons_against)
        for id in reason.warrants
    }
    silences = {
        feature.derived.silence.id: feature.derived.silence
        for cls in pathway_of(bench.guideline).vocabularies
        for feature in cls.features
        if isinstance(feature.derived, Asserted | EverAsserted | DaysWith)
        and feature.derived.silence is not None
    }
    every: dict[str, Warrant] = {
        **{one.id: one for one in bench.guideline.warrants},
        **{one.id: one for one in _of_criteria(bench.guideline)},
        **silences,
    }
    return tuple(warranted(every[id]) for id in sorted(named | silences.keys()) if id in every)


def _of_criteria(guideline: Guideline) -> Iterator[Warrant]:
    """The warrants of the criteria that the follow-up names."""
    for rule in follow_up(guideline):
        for node in walk(rule.when):
            if isinstance(node, Criterion):
                yield from node.warrant
