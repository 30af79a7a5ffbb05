"""From what was typed to the plan of a course that ends."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import typer

from ferrata.alps.case import Case
from ferrata.alps.guidelines import RECONCILED
from ferrata.alps.tapers import TAPERS
from ferrata.cli.drugs import find_monograph
from ferrata.cli.quantities import weight_of
from ferrata.cli.reading import site_of
from ferrata.cli.site_file import site_file
from ferrata.guideline.doses import Basis, Route
from ferrata.guideline.errors import Refusal
from ferrata.guideline.events import Treatment
from ferrata.guideline.parameters import Site
from ferrata.guideline.tapers import Taper
from ferrata.guideline.units import mg, plain
from ferrata.guideline.values import Answer, Known
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.interpret.evaluate import judge
from ferrata.plan.dose.site import SiteFile
from ferrata.plan.lines import harmless
from ferrata.plan.taper import Cabinet, Order, TaperPlan, read_taper, taper_plan
from ferrata.plan.words import day_text, value_text
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.record.messages import refuse
from ferrata.record.numbers import number_of, result_of

_LONGEST_LABEL = 40
_LONGEST_OPTION = 40
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed; None for what was left out."""

    drug: str
    start: date
    dose: str | None = None
    weight: str | None = None
    per_kg: str | None = None
    course: str | None = None
    weeks: int | None = None
    days: int | None = None
    full: int | None = None
    every: int | None = None
    products: str | None = None
    site: Path | None = None
    record: Path | None = None
    code_map: Path | None = None
    label: str = ""
    replaces: Path | None = None
    from_plan: Path | None = None
    breakthrough: date | None = None


def tapering(asked: Asked, *, on: date, today: date) -> TaperPlan:
    """Return the plan that was asked for, made on day `on`.

    Raises:
        Refusal: when the dose, the days, the products, the record or the older plan forbid it.
        RecordError: when the record or the older plan cannot be read.
        SiteError: when the site's file cannot be used.
    """
    shape = _shape(asked)
    if asked.drug.lower() not in {shape.treatment.id, shape.treatment.label.lower()}:
        print(f"ferrata: planned as {shape.treatment.label}", file=sys.stderr)
    _check_usage(shape, asked)
    site = site_file(asked.site)
    older = asked.replaces or asked.from_plan
    earlier = None if older is None else read_taper(older)
    seen = _seen(shape.treatment, asked, on, today)
    label = _label(asked.label) or (earlier.for_whom if earlier else "")
    weight, weighed = _weight(shape, asked, seen)
    order = Order(
        first=asked.start,
        on=on,
        dose=None if asked.dose is None else _milligrams(asked.dose),
        weight=weight,
        weighed=weighed,
        per_kg=None if asked.per_kg is None else _number(asked.per_kg, "--mg-per-kg"),
        days=_WEEK * asked.weeks if asked.weeks is not None else asked.days,
        full=asked.full,
        every=asked.every,
        for_whom=label,
        subject=seen.subject if seen else (earlier.subject if earlier else ""),
        older=earlier,
        breakthrough=asked.breakthrough,
    )
    in_force = Site(RECONCILED.parameters, site.settings)
    cabinet = _cabinet(shape.treatment, asked.products, site)
    made = taper_plan(shape, order, cabinet, RECONCILED, in_force)
    return site_of(asked.code_map).named(made)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; an older calendar is never overwritten in silence."""
    try:
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise typer.BadParameter(
            f"{path.name!r} is there already; name another file, so that the older plan is kept"
        ) from None
    except OSError as error:
        raise typer.BadParameter(f"{path.name!r} cannot be written: {error.strerror}") from None


def _shape(asked: Asked) -> Taper:
    """The declared course of a treatment; its first where none was named."""
    treatment = find_monograph(asked.drug).treatment
    courses = {
        one.id.removeprefix(f"{treatment.id}-"): one
        for one in TAPERS.values()
        if one.treatment == treatment
    }
    if not courses:
        known = ", ".join(sorted({one.treatment.id for one in TAPERS.values()}))
        raise refuse(
            f"no course of {treatment.label} that ends is declared",
            where="taper",
            why="no source says how it is tapered or weaned",
            do=f"ask the specialist's protocol; there are: {known}",
        )
    if asked.course is None:
        return next(iter(courses.values()))
    if asked.course not in courses:
        raise typer.BadParameter(
            f"--course {asked.course[:_LONGEST_OPTION]!r} is none of {treatment.label}; "
            f"there are: {', '.join(courses)}"
        )
    return courses[asked.course]


def _check_usage(shape: Taper, asked: Asked) -> None:
    if (asked.dose is None) == (asked.per_kg is None):
        raise typer.BadParameter("give --dose 40mg, or --mg-per-kg 2 with --weight or --record")
    if asked.per_kg is not None and shape.dose.basis is not Basis.WEIGHT:
        raise typer.BadParameter(f"{shape.treatment.label} is not given by weight; give --dose")
    if asked.per_kg is not None and asked.weight is None and asked.record is None:
        raise typer.BadParameter("--mg-per-kg needs --weight 18.4kg or --record")
    if asked.weeks is not None and asked.days is not None:
        raise typer.BadParameter("give --weeks or --days, not both")
    if asked.replaces is not None and asked.from_plan is not None:
        raise typer.BadParameter("give --replaces or, after a breakthrough, --from-plan; not both")
    if (asked.from_plan is None) != (asked.breakthrough is None):
        raise typer.BadParameter(
            "--from-plan and --breakthrough-on belong together; without a breakthrough use "
            "--replaces. After missed doses nothing is computed: the clinician makes a new plan"
        )
    if asked.breakthrough is not None and shape.dependence is None:
        raise typer.BadParameter(f"{shape.title} is not restarted after a breakthrough")


def _milligrams(text: str) -> Decimal:
    found = result_of(text) if len(text) <= _LONGEST_OPTION else None
    if found is None or found.comparator is not None or found.unit != mg.code:
        raise typer.BadParameter(
            f"--dose {text[:_LONGEST_OPTION]!r} is no dose of a day; write it in mg: --dose 40mg"
        )
    return found.number


def _number(text: str, option: str) -> Decimal:
    found = number_of(text) if len(text) <= _LONGEST_OPTION else None
    if found is None:
        raise typer.BadParameter(
            f"{option} {text[:_LONGEST_OPTION]!r} is no number; write it as {option} 2"
        )
    return found


def _label(text: str) -> str:
    label = harmless(" ".join(text.split()))
    if len(label) > _LONGEST_LABEL:
        raise typer.BadParameter(f"--label has at most {_LONGEST_LABEL} letters")
    return label


def _cabinet(treatment: Treatment, text: str | None, site: SiteFile) -> Cabinet:
    """The products that were named; else those held, without what only a larger body is given."""
    own = site.held(treatment, RECONCILED.products)
    held = {one.id: one for one in own if one.form.suits(Route.ORAL)}
    if text is None:
        free = tuple(one for one in held.values() if one.least_surface is None)
        return Cabinet(free, named=False)
    names = list(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
    unknown = [one for one in names if one not in held]
    if unknown or not names:
        raise typer.BadParameter(
            f"--products {', '.join(unknown or [text])[:_LONGEST_OPTION]!r}: there are: "
            f"{', '.join(held)}"
        )
    return Cabinet(tuple(held[one] for one in names), named=True)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a record gives: its facts, and a hash that tells its patient from others."""

    facts: Derived
    subject: str


def _seen(treatment: Treatment, asked: Asked, on: date, today: date) -> _Seen | None:
    """Read the record, if one was named, and refuse what a caution certainly stands against."""
    if asked.record is None:
        return None
    record = site_of(asked.code_map).read(asked.record, received=max(on, today))
    events = events_of(record, anatomy(RECONCILED).analytes)
    facts = Derived(events, day_number(on), RECONCILED.vocabularies, RECONCILED.site())
    for one in RECONCILED.cautions:
        if treatment in one.avoid.treatments:
            said = judge(one.avoid.when, facts, RECONCILED.site())
            if said.answer is Answer.YES:
                raise _barred(treatment, one.avoid.text)
    subject = sha256(f"ferrata taper\n{record.patient.id}".encode()).hexdigest()[:16]
    return _Seen(facts, subject)


def _barred(treatment: Treatment, why: str) -> Refusal:
    return refuse(
        f"{treatment.label} must not be given",
        where="taper",
        why=why,
        do="see ferrata plan for what else there is",
    )


def _weight(shape: Taper, asked: Asked, seen: _Seen | None) -> tuple[Decimal | None, str]:
    """The weight in kg and where it comes from: typed, or on record while it is fresh."""
    if asked.weight is not None:
        weight, given = weight_of(asked.weight)
        return weight, "" if given == f"{plain(weight)} kg" else given
    if seen is None or shape.dose.basis is not Basis.WEIGHT:
        return None, ""
    found = seen.facts.value(Case.weight)
    match found:
        case Known(Decimal() as weight, at):
            return weight, f"on record, {day_text(at)}"
        case _ if asked.per_kg is not None:
            raise refuse(
                f"body weight: {value_text(Case.weight, found)}",
                where="taper",
                why="the starting dose is reckoned by it",
                do="weigh, and give --weight 18.4kg",
            )
        case _:
            return None, ""
