"""Put a page together: the declared monograph, the rules of the guidelines, the codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Protocol

from msgspec.structs import replace

from ferrata.guideline.events import Treatment
from ferrata.guideline.evidence import Warrant
from ferrata.guideline.features import HasValues
from ferrata.guideline.guideline import Guideline
from ferrata.guideline.monograph import Interaction, Monograph, Outcome, Remark, Section
from ferrata.guideline.units import plain
from ferrata.guideline.values import Answer
from ferrata.interpret.evaluate import judge
from ferrata.plan.basis import version_of, warranted
from ferrata.plan.interactions.model import Medicine
from ferrata.plan.model import NOTICE, GuidelineVersion
from ferrata.plan.monograph.model import (
    MONOGRAPH_SCHEMA_VERSION,
    SPECIALIST,
    Code,
    Evidence,
    Figure,
    Ingredient,
    Interacts,
    Line,
    Page,
    SummaryRow,
)
from ferrata.plan.monograph.roles import AVOID, cautions, doses, line, role
from ferrata.plan.words import condition_text
from ferrata.version import VERSION

DAYS_OF_YEAR = Decimal("365.2425")


class CodeRow(Protocol):
    """A row of a code table."""

    @property
    def system(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def concept(self) -> str: ...
    @property
    def checked(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Age:
    """An age between two numbers of days, both included, and how it was said."""

    low: Decimal
    high: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class ForWhom:
    """A patient: the age, and what cautions are judged by, in each way the patient may be.

    `medicines` are those of the patient's list, checked against the treatment of the page.
    """

    age: Age
    facts: tuple[HasValues, ...]
    medicines: tuple[Medicine, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """What monographs are read beside: the guidelines, names and codes, and what holds for all.

    `warrants` are those that the medicines on a patient's list may name.
    """

    guidelines: tuple[Guideline, ...]
    codes: tuple[CodeRow, ...]
    names: Mapping[str, str]
    every: Monograph
    warrants: tuple[Warrant, ...] = ()

    @cached_property
    def versions(self) -> tuple[GuidelineVersion, ...]:
        """Which guidelines speak, in order."""
        return tuple(map(version_of, self.guidelines))


def monograph_page(monograph: Monograph, shelf: Shelf, patient: ForWhom | None = None) -> Page:
    """Return the page of `monograph`.

    With a `patient` it says whether the age lies within the evidence and which cautions hold; while
    one does, or no amounts are allowed, it has no dose.
    """
    treatment = monograph.treatment
    roles = tuple(role(one, treatment, monograph.words) for one in shelf.guidelines)
    computed = cautions(shelf.guidelines, treatment, patient.facts if patient else ())
    given = (*doses(shelf.guidelines, treatment), *_lines(monograph, Section.DOSE))
    withheld = _withheld(shelf, computed, patient) if given and patient else None
    every = shelf.every
    page = Page(
        schema_version=MONOGRAPH_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        id=treatment.id,
        title=monograph.title,
        label=treatment.label,
        names=tuple(
            name
            for name, id in shelf.names.items()
            if id == treatment.id and name != treatment.label
        ),
        codes=_codes(treatment, shelf.codes),
        roles=roles,
        indication=_lines(monograph, Section.INDICATION),
        must_not=(*_lines(monograph, Section.MUST_NOT), *computed),
        before=_lines(monograph, Section.BEFORE),
        dose=() if withheld else given,
        dose_note=_dose_note(shelf, patient) if given and not withheld else None,
        no_dose=withheld or (None if given else _no_dose(monograph, {one.place for one in roles})),
        watch=_lines(monograph, Section.WATCH),
        interactions=tuple(_interacts(one, shelf.codes) for one in monograph.interactions),
        on_list=patient.medicines if patient else (),
        response=_lines(monograph, Section.RESPONSE),
        outcomes=tuple(map(_figure, monograph.outcomes)),
        evidence=_lines(monograph, Section.EVIDENCE),
        ages=_evidence(monograph, patient and patient.age),
        off_label=(
            *_lines(monograph, Section.OFF_LABEL),
            *(_lines(every, Section.OFF_LABEL) if monograph.drug else ()),
        ),
        pregnancy=_lines(monograph, Section.PREGNANCY),
        every=tuple(_line(one) for one in every.remarks if one.section is not Section.OFF_LABEL),
        every_outcomes=tuple(map(_figure, every.outcomes)),
        guidelines=shelf.versions,
        warrants=(),
    )
    return _with_warrants(page, monograph, shelf)


def summary_row(monograph: Monograph, shelf: Shelf) -> SummaryRow:
    """Return the row of `monograph` in the table of all."""
    page = monograph_page(monograph, shelf)
    sizes = [one.of for one in monograph.outcomes if one.of is not None and not one.adverse]
    if sizes:
        evidence = f"{max(sizes)} in the largest group"
    elif any(one.of is not None for one in monograph.outcomes):
        evidence = "harms only"
    else:
        evidence = "no figures"
    return SummaryRow(
        id=page.id,
        label=page.label,
        places={one.guideline: one.place for one in page.roles},
        cautions=len(cautions(shelf.guidelines, monograph.treatment)),
        dose="yes" if page.dose else page.no_dose.split(":")[0] if page.no_dose else "",
        evidence=evidence,
    )


def _no_dose(monograph: Monograph, places: set[str]) -> str:
    if not monograph.drug:
        return "none: not a drug"
    if places == {AVOID}:
        return "none: not to be given"
    return f"{SPECIALIST}: no source that was read states a dose, so none is given here"


def _withheld(shelf: Shelf, computed: Iterable[Line], patient: ForWhom) -> str | None:
    """Why a patient gets no dose: a caution that holds, or nobody like that gets an amount."""
    if any(one.holds == Answer.YES.value for one in computed):
        return "withheld for this patient: a caution above holds"
    found = [text for text, answer in _amounts(shelf, patient) if answer is Answer.NO]
    return f"withheld for this patient: {found[0]} is not met" if found else None


def _dose_note(shelf: Shelf, patient: ForWhom | None) -> str | None:
    """What must hold for amounts and is not known of the patient."""
    if patient is None:
        return None
    found = [text for text, answer in _amounts(shelf, patient) if answer is Answer.UNKNOWN]
    return f"only with: {found[0]} (not known here)" if found else None


def _amounts(shelf: Shelf, patient: ForWhom) -> Iterator[tuple[str, Answer]]:
    for guideline in shelf.guidelines:
        allowed, site = guideline.amounts, guideline.site()
        if allowed is not None:
            answers = {judge(allowed, facts, site).answer for facts in patient.facts}
            if Answer.NO in answers:
                yield condition_text(allowed, site), Answer.NO
            elif answers != {Answer.YES}:
                yield condition_text(allowed, site), Answer.UNKNOWN


def _line(remark: Remark) -> Line:
    return line(remark.text, remark.warrant)


def _lines(monograph: Monograph, section: Section) -> tuple[Line, ...]:
    return tuple(map(_line, monograph.of(section)))


def _codes(treatment: Treatment, rows: Iterable[CodeRow]) -> tuple[Code, ...]:
    return tuple(
        Code(system=row.system, code=row.code, checked=row.checked)
        for row in rows
        if row.concept == treatment.id
    )


def _interacts(one: Interaction, rows: tuple[CodeRow, ...]) -> Interacts:
    return Interacts(
        ingredients=tuple(
            Ingredient(id=who.id, name=who.label, codes=_codes(who, rows)) for who in one.with_
        ),
        text=one.text,
        certainty=one.certainty.value,
        do=one.do.value,
        warrants=tuple(warrant.id for warrant in one.warrant),
        support=one.support.value,
    )


def _figure(one: Outcome) -> Figure:
    low, high = one.interval or (None, None)
    share = one.percent
    if one.count is not None and one.of is not None:
        share = Decimal(100 * one.count) / one.of
    return Figure(
        name=one.name,
        text=one.text,
        definition=one.definition,
        population=one.population,
        adverse=one.adverse,
        warrants=tuple(warrant.id for warrant in one.warrant),
        support=one.support.value,
        count=one.count,
        of=one.of,
        percent=None if share is None else round(float(share), 1),
        low=None if low is None else round(low, 1),
        high=None if high is None else round(high, 1),
    )


def _evidence(monograph: Monograph, age: Age | None) -> Evidence:
    ages = monograph.ages
    said = None if age is None else age.text
    if ages is None:
        return Evidence(
            text="the sources state no ages of patients",
            warrants=(),
            patient=said,
            outside=None if age is None else "cannot tell: no ages are stated",
        )
    low, high = plain(ages.low), plain(ages.high)
    return Evidence(
        text=f"patients of {low} to {high} years",
        warrants=tuple(one.id for one in ages.warrant),
        low_years=low,
        high_years=high,
        patient=said,
        outside=None if age is None else _outside(age, ages.low, ages.high),
    )


def _outside(age: Age, low: Decimal, high: Decimal) -> str:
    """Whether an age lies outside; the last year of the range counts until it is completed."""
    first, end = low * DAYS_OF_YEAR, (high + 1) * DAYS_OF_YEAR
    if age.high < first or age.low >= end:
        return "yes"
    return "no" if age.low >= first and age.high < end else "cannot tell: the age is not exact"


def _with_warrants(page: Page, monograph: Monograph, shelf: Shelf) -> Page:
    named = {
        id
        for lines in (
            page.indication,
            page.must_not,
            page.before,
            page.dose,
            page.watch,
            page.interactions,
            page.on_list,
            *(each.listed for one in page.on_list for each in one.against),
            page.response,
            page.outcomes,
            page.evidence,
            page.off_label,
            page.pregnancy,
            page.every,
            page.every_outcomes,
            (page.ages,),
            *(one.rules for one in page.roles),
        )
        for each in lines
        for id in each.warrants
    }
    known: dict[str, Warrant] = {one.id: one for one in shelf.warrants} | {
        warrant.id: warrant
        for said in (*monograph, *shelf.every, *((monograph.ages,) if monograph.ages else ()))
        for warrant in said.warrant
    }
    for guideline in shelf.guidelines:
        known |= {one.id: one for one in guideline.warrants}
        known |= {one.id: one for rule in guideline.cautions for one in rule.avoid.warrant}
    return replace(page, warrants=tuple(warranted(known[id]) for id in sorted(named)))
