"""How the events of a record are read for an assessment, before anything is derived from them.

What a value was drawn under can falsify it, a limit can depend on the age at the sample, one sign
can be a kind of another. Whatever is doubtful widens a value and never settles it. What is looked
for is high, or present.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum

from ferrata.guideline.assessment import (
    Assessment,
    FalsifiedBy,
    Falsifies,
    ForAge,
    Implied,
    Nested,
    Tally,
)
from ferrata.guideline.events import (
    NO,
    YES,
    Analyte,
    Assertion,
    Events,
    Observation,
    Sign,
    Treatment,
    When,
)
from ferrata.guideline.units import SMALLEST_STEP, day, quantise


@dataclass(frozen=True, slots=True)
class Falsified:
    """A value or an assertion of a record that says less than it seems to, and by which rule."""

    concept: Analyte | Sign
    event: Observation | Assertion
    rule: FalsifiedBy


@dataclass(slots=True)
class Reading:
    """The events as an assessment reads them, and what was falsified.

    `unreviewed` are the treatments of which the record says nothing, each with the analytes whose
    values they could have falsified.
    """

    events: Events
    falsified: list[Falsified] = field(default_factory=list[Falsified])
    unreviewed: dict[Treatment, dict[Analyte, None]] = field(
        default_factory=dict[Treatment, dict[Analyte, None]]
    )


def read_for(assessment: Assessment, events: Events, on: int) -> Reading:
    """Return `events` as `assessment` reads them as of day `on` (days since 1970-01-01)."""
    reading = Reading(events)
    observations = {key: list(rows) for key, rows in events.observations.items()}
    assertions = {key: list(rows) for key, rows in events.assertions.items()}
    _imply(assertions, assessment.implied)
    for analyte, rules in _analytes(assessment.falsified):
        rows = observations.get(analyte.id)
        if rows:
            observations[analyte.id] = list(_measured(reading, analyte, rules, rows, on))
    for sign, rules in _signs(assessment.falsified):
        rows = assertions.get(sign.id)
        if rows:
            assertions[sign.id] = list(_said(reading, sign, rules, rows, on))
    for tally in assessment.tallies:
        _tally(observations, assertions, tally)
    for limit in assessment.for_age:
        observations.setdefault(limit.into.id, []).extend(_for_age(observations, assertions, limit))
    for nested in assessment.nested:
        _nest(observations, nested)
    reading.events = Events.of(
        (
            *(row for rows in observations.values() for row in rows),
            *(row for rows in assertions.values() for row in rows),
            *(row for rows in events.reviews.values() for row in rows),
            *events.courses,
        )
    )
    return reading


def _imply(assertions: dict[str, list[Assertion]], rules: tuple[Implied, ...]) -> None:
    """Add what follows, and what follows from that, in whatever order the rules stand."""
    for _ in rules:
        for rule in rules:
            known = assertions.setdefault(rule.sign.id, [])
            follows = [
                replace(row, about=rule.sign.id)
                for kind in rule.by
                for row in assertions.get(kind.id, ())
                if row.value == YES
            ]
            known.extend(row for row in follows if row not in known)


def _analytes(rules: Iterable[FalsifiedBy]) -> Iterator[tuple[Analyte, list[FalsifiedBy]]]:
    found: defaultdict[Analyte, list[FalsifiedBy]] = defaultdict(list)
    for rule in rules:
        for concept in rule.concepts:
            if isinstance(concept, Analyte):
                found[concept].append(rule)
    yield from found.items()


def _signs(rules: Iterable[FalsifiedBy]) -> Iterator[tuple[Sign, list[FalsifiedBy]]]:
    found: defaultdict[Sign, list[FalsifiedBy]] = defaultdict(list)
    for rule in rules:
        for concept in rule.concepts:
            if isinstance(concept, Sign):
                found[concept].append(rule)
    yield from found.items()


class _Standing(Enum):
    """Whether a value was drawn under what falsifies it."""

    CLEAR = "clear"
    OVER = "under it"
    UNREVIEWED = "nobody says"


def _standing(reading: Reading, rule: FalsifiedBy, when: When, on: int) -> _Standing:
    events = reading.events
    for sign in rule.after:
        if any(
            row.value != NO and row.when.first_day <= when.last_day
            for row in events.assertions.get(sign.id, ())
        ):
            return _Standing.OVER
    names = {one.id for one in rule.treatments}
    lasts = None if rule.lasts is None else int(rule.lasts.to(day))
    unread = False
    for course in events.courses:
        if course.start.first_day >= when.last_day:
            continue
        over = lasts is None or course.end is None or course.end.last_day + lasts >= when.first_day
        if over and course.treatment in names:
            return _Standing.OVER
        unread = unread or (over and course.treatment is None and bool(names))
    unsaid = [one for one in rule.treatments if not _spoken_of(events, one, when, on)]
    return _Standing.UNREVIEWED if unread or unsaid else _Standing.CLEAR


def _spoken_of(events: Events, treatment: Treatment, when: When, on: int) -> bool:
    """Whether the record lists courses of a treatment, or a review since `when` covers it."""
    return any(course.treatment == treatment.id for course in events.courses) or any(
        review.when.first_day >= when.last_day and review.when.last_day <= on
        for review in events.reviews.get(treatment.id, ())
    )


def _measured(
    reading: Reading, analyte: Analyte, rules: list[FalsifiedBy], rows: list[Observation], on: int
) -> Iterator[Observation]:
    """The rows, those drawn under something as the bounds they are.

    Where a row was drawn under nothing, a falsified one adds what it is sure of and no doubt.
    """
    doubtful: list[tuple[Observation, set[Falsifies]]] = []
    clear = False
    for row in rows:
        if row.unusable is not None or row.when.first_day > on:
            yield row
            continue
        effects: set[Falsifies] = set()
        for rule in rules:
            standing = _standing(reading, rule, row.when, on)
            if standing is _Standing.CLEAR:
                continue
            effects.add(rule.how)
            if standing is _Standing.OVER:
                reading.falsified.append(Falsified(analyte, row, rule))
            else:
                for one in rule.treatments:
                    if not _spoken_of(reading.events, one, row.when, on):
                        reading.unreviewed.setdefault(one, {})[analyte] = None
        if effects:
            doubtful.append((row, effects))
        else:
            clear = clear or row.when.last_day <= on
            yield row
    for row, effects in doubtful:
        raised = not effects.isdisjoint({Falsifies.RAISES, Falsifies.REPLACES})
        lowered = not effects.isdisjoint({Falsifies.LOWERS, Falsifies.REPLACES})
        if not clear:
            yield replace(
                row,
                low=analyte.plausible.low if raised else row.low,
                high=analyte.plausible.high if lowered else row.high,
            )
        elif not raised:
            yield row


def _said(
    reading: Reading, sign: Sign, rules: list[FalsifiedBy], rows: list[Assertion], on: int
) -> Iterator[Assertion]:
    """The assertions, without each no to what was lowered and each yes to what was raised."""
    for row in rows:
        kept = True
        for rule in rules:
            loses = {
                Falsifies.LOWERS: row.value == NO,
                Falsifies.RAISES: row.value == YES,
                Falsifies.REPLACES: True,
            }[rule.how]
            if loses and _standing(reading, rule, row.when, on) is _Standing.OVER:
                reading.falsified.append(Falsified(sign, row, rule))
                kept = False
        if kept:
            yield row


def _tally(
    observations: dict[str, list[Observation]],
    assertions: dict[str, list[Assertion]],
    rule: Tally,
) -> None:
    most = rule.analyte.plausible.high
    rows = observations.setdefault(rule.analyte.id, [])
    rows[:] = [
        replace(row, high=most) if row.low is not None and row.low > 0 else row for row in rows
    ]
    said = assertions.get(rule.sign.id, ())
    yes = [row for row in said if row.value == YES]
    exact = {row.when.first_day for row in yes if row.when.first_day == row.when.last_day}
    if yes:
        last = max(yes, key=lambda row: (row.when, row.source))
        count = quantise(Decimal(max(1, len(exact))))
        rows.append(Observation(rule.analyte.id, last.when, count, most, source=last.source))
    rows.extend(
        Observation(rule.analyte.id, row.when, Decimal(0), Decimal(0), source=row.source)
        for row in said
        if row.value == NO
    )


def _for_age(
    observations: dict[str, list[Observation]],
    assertions: dict[str, list[Assertion]],
    rule: ForAge,
) -> Iterator[Observation]:
    births = [row.when for row in assertions.get(rule.birth.id, ()) if row.value == YES]
    near = [row.when for one in rule.near for row in observations.get(one.id, ())]
    apart = 0 if rule.apart is None else int(rule.apart.to(day))
    said = () if rule.said is None else assertions.get(rule.said.id, ())
    for word in said:
        above = word.value == YES
        yield Observation(
            rule.into.id,
            word.when,
            Decimal(1) + SMALLEST_STEP if above else rule.into.plausible.low,
            rule.into.plausible.high if above or word.value is None else Decimal(1),
            source=word.source,
        )
    for row in observations.get(rule.analyte.id, ()):
        if rule.near and not any(
            row.when.first_day - apart <= one.last_day
            and one.first_day <= row.when.last_day + apart
            for one in near
        ):
            continue
        if row.low is None or row.high is None:
            yield replace(row, analyte=rule.into.id)
            continue
        limits = _limits(rule, row.when, births)
        yield replace(
            row,
            analyte=rule.into.id,
            low=quantise(row.low / max(limits)),
            high=rule.into.plausible.high
            if row.high == rule.analyte.plausible.high
            else quantise(row.high / min(limits)),
        )


def _limits(rule: ForAge, when: When, births: list[When]) -> list[Decimal]:
    """Every limit that can hold at the age of a sample; all of them without a date of birth."""
    unit = rule.analyte.unit
    steps = [(int(age.to(day)), quantise(limit.to(unit))) for age, limit in rule.limits]
    if not births:
        return [limit for _, limit in steps]
    youngest = max(0, when.first_day - max(one.last_day for one in births))
    oldest = max(youngest, when.last_day - min(one.first_day for one in births))
    ends = [*(age for age, _ in steps[1:]), None]
    return [
        limit
        for (begins, limit), ends_at in zip(steps, ends, strict=True)
        if begins <= oldest and (ends_at is None or youngest < ends_at)
    ]


def _nest(observations: dict[str, list[Observation]], rule: Nested) -> None:
    """Bound each share that was never measured by its nearest larger, else smaller, neighbor."""
    measured = {
        one.id: [row for row in observations.get(one.id, ()) if row.unusable is None]
        for one in rule.shares
    }
    for place, share in enumerate(rule.shares):
        if observations.get(share.id):
            continue
        larger = next(
            (measured[one.id] for one in rule.shares[place + 1 :] if measured[one.id]), ()
        )
        smaller = next(
            (measured[one.id] for one in rule.shares[:place][::-1] if measured[one.id]), ()
        )
        observations[share.id] = [
            replace(row, analyte=share.id, low=share.plausible.low) for row in larger
        ] or [replace(row, analyte=share.id, high=share.plausible.high) for row in smaller]
