"""Each medicine of a record against each treatment: what is listed, since when, and what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from ferrata.guideline.events import TreatmentCourse
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.interactions import InteractionTable, Pair
from ferrata.guideline.values import FeatureValue, Known
from ferrata.plan.basis import version_of, warranted
from ferrata.plan.interactions.model import (
    INTERACTIONS_SCHEMA_VERSION,
    Against,
    Beside,
    Counts,
    Interactions,
    Listed,
    Medicine,
    MedicineList,
    State,
)
from ferrata.plan.interactions.naming import Named, named
from ferrata.plan.model import NOTICE
from ferrata.plan.words import day_text
from ferrata.record.dates import day_number, when_of
from ferrata.record.events import events_of
from ferrata.record.model import CourseEntry, Record
from ferrata.version import VERSION

_ORDER = {one: place for place, one in enumerate(Counts)}
_GONE = frozenset({"entered-in-error", "cancelled", "not-taken", "not-done"})


def medicines_of(record: Record, table: InteractionTable, on: date) -> tuple[Medicine, ...]:
    """Return each medicine of `record` begun until `on`, by what it is; none is left out.

    What was withdrawn, or only proposed, gives no course and is no medicine of the patient.

    Raises:
        RecordError, Refusal: as `events_of`.
    """
    groups: dict[tuple[str, ...], list[CourseEntry]] = defaultdict(list)
    what: dict[tuple[str, ...], Named] = {}
    for entry in record.courses:
        concepts = (entry.concept,) if entry.concept else ()
        name = named(entry.codings, entry.text, table.names, concepts)
        key = (*sorted(name.concepts), "?", *name.unknown)
        groups[key].append(entry)
        what[key] = name
    made = (
        _medicine(what[key], entries, record, table, day_number(on))
        for key, entries in groups.items()
    )
    return tuple(
        sorted((one for one in made if one), key=lambda one: (_ORDER[one.counts], one.written))
    )


def named_medicine(name: str, table: InteractionTable) -> Medicine:
    """Return a medicine of which only the name is given."""
    found = named((), name, table.names)
    return Medicine(
        written=name,
        concepts=found.concepts,
        not_identified=found.unknown,
        counts=Counts.NAMED,
        since=None,
        stopped=None,
        stopped_days=None,
        matters_until=None,
        sources=(),
        against=(),
    )


def _medicine(
    name: Named, entries: list[CourseEntry], record: Record, table: InteractionTable, on: int
) -> Medicine | None:
    courses = [one for one in _courses(entries, record) if one.start.first_day <= on]
    if not courses:
        return None
    lasting = table.lasts(name.concepts)
    lasts = 0 if lasting is None else lasting.days
    judged = [(_counts(one, on, lasts), one) for one in courses]
    counts, course = min(judged, key=lambda pair: (_ORDER[pair[0]], -pair[1].start.last))
    end = course.end if counts in {Counts.LASTING, Counts.OVER, Counts.PERHAPS} else None
    days = None if end is None else (on - end.last_day, on - end.first_day)
    matters = lasting is not None and end is not None
    return Medicine(
        written=_written(entries),
        concepts=name.concepts,
        not_identified=name.unknown,
        counts=counts,
        since=_span(course.start.first_day, course.start.last_day),
        stopped=None if end is None else _span(end.first_day, end.last_day),
        stopped_days=None if days is None or days[0] < 0 else days,
        matters_until=day_text(end.last_day + lasts) if matters and end else None,
        sources=tuple(dict.fromkeys(one.reference for one in entries)),
        against=(),
        warrants=tuple(one.id for one in lasting.warrant) if matters and lasting else (),
    )


def _courses(entries: list[CourseEntry], record: Record) -> tuple[TreatmentCourse, ...]:
    """The courses of these entries alone, by the rule that holds for every treatment."""
    alone = Record(
        schema_version=record.schema_version,
        patient=record.patient,
        received=record.received,
        courses=tuple(replace(one, concept="medicine", other=False) for one in entries),
    )
    return events_of(alone, {}).courses


def _counts(course: TreatmentCourse, on: int, lasts: int) -> Counts:
    if course.end is not None and course.end.last_day + lasts < on:
        return Counts.OVER
    if course.treatment is None or course.start.last_day > on:
        return Counts.PERHAPS
    if course.end is None or course.end.first_day >= on:
        return Counts.NOW
    return Counts.PERHAPS if course.end.last_day >= on else Counts.LASTING


def _written(entries: list[CourseEntry]) -> str:
    for one in reversed(entries):
        display = next((c.display for c in one.codings if c.display), None)
        code = next((c.code for c in one.codings if c.code), None)
        found = one.text or display or code or one.concept
        if found:
            return found
    return "a medicine without a name"


def _span(first: int, last: int) -> str | None:
    low, high = day_text(first), day_text(last)
    return low if low == high else f"{low}/{high}"


def checked(
    medicines: Iterable[Medicine],
    treatments: Iterable[Beside],
    table: InteractionTable,
) -> tuple[Medicine, ...]:
    """Return `medicines`, each with what the table has of it and each of `treatments`."""
    beside = tuple(treatments)
    return tuple(
        replace(
            one,
            against=tuple(
                _against(one, other, table)
                for other in beside
                if one.concepts != (other.treatment,)
            ),
        )
        for one in medicines
    )


def _against(one: Medicine, other: Beside, table: InteractionTable) -> Against:
    listed = tuple(_listed(pair) for pair in table.between(other.treatment, one.concepts))
    state = State.INTERACTS
    if not listed:
        state = State.UNKNOWN if one.not_identified else State.NOT_LISTED
    return Against(treatment=other.treatment, label=other.label, state=state, listed=listed)


def _listed(pair: Pair) -> Listed:
    one = pair.interaction
    return Listed(
        between=(pair.treatment.label, pair.other.label),
        text=one.text,
        do=one.do.value,
        certainty=one.certainty.value,
        support=one.support.value,
        warrants=tuple(warrant.id for warrant in one.warrant),
    )


def list_of(
    record: Record, medicines: Iterable[Medicine], unlisted: FeatureValue, on: date
) -> MedicineList:
    """Return how far the list of medicines can be trusted.

    `unlisted` is whether something is taken that the list does not name; unknown until somebody
    went through it.
    """
    newest = max(_written_on(record.courses, day_number(on)), default=None)
    gone_through = None
    if isinstance(unlisted, Known):
        gone_through = day_text(unlisted.day)
        confirmed, text = (
            ("no", "something is taken that the list does not name")
            if unlisted.value
            else ("yes", "gone through: nothing else is taken")
        )
    else:
        confirmed, text = "unknown", "not confirmed: nobody went through it in the last 30 days"
    return MedicineList(
        confirmed=confirmed,
        text=text,
        gone_through=gone_through,
        newest_entry=day_text(newest),
        newest_entry_days=None if newest is None else day_number(on) - newest,
        not_identified=sum(1 for one in medicines if one.not_identified),
    )


def _written_on(entries: Sequence[CourseEntry], on: int) -> Iterator[int]:
    for one in entries:
        for text in (one.date, one.start):
            when = when_of((text or "").partition("/")[0])
            if when is not None and when.last_day <= on and one.status not in _GONE:
                yield when.last_day


def interactions(
    *,
    on: date,
    medicines: Iterable[Medicine],
    treatments: Iterable[Beside],
    table: InteractionTable,
    known: Mapping[str, Warrant],
    patient: str | None = None,
    trusted: MedicineList | None = None,
    guideline: Guideline | None = None,
) -> Interactions:
    """Return what is known of `medicines` against `treatments`; `known` are all warrants by id."""
    beside = tuple(treatments)
    made = checked(medicines, beside, table)
    named_ids = {
        id
        for one in made
        for id in (
            *one.warrants,
            *(w for a in one.against for each in a.listed for w in each.warrants),
        )
    }
    return Interactions(
        schema_version=INTERACTIONS_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        on=on.isoformat(),
        patient=patient,
        list=trusted,
        treatments=beside,
        medicines=made,
        ask=tuple(_ask(made, trusted)),
        table=(
            f"The table holds {table.size} pairs. It is not a complete database of interactions: "
            "what it does not list may still interact."
        ),
        guideline=None if guideline is None else version_of(guideline),
        warrants=tuple(warranted(known[id]) for id in sorted(named_ids)),
    )


def _ask(medicines: Iterable[Medicine], trusted: MedicineList | None) -> Iterator[str]:
    if trusted is not None and trusted.confirmed != "yes":
        yield (
            "Go through the list of medicines with the family, with what is bought without a "
            "prescription; then: --answer unlisted-medicine=no"
        )
    for one in medicines:
        if one.not_identified:
            yield f"What is it? {'; '.join(one.not_identified)}"
