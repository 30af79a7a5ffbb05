"""From a name to a monograph, and the table of all."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

import typer

from ferrata.alps.case import Case
from ferrata.alps.codes import DRUG_NAMES, DRUGS
from ferrata.alps.guidelines import GUIDELINES
from ferrata.alps.monographs import EVERY, INTERACTANTS, MONOGRAPHS
from ferrata.alps.sources import ASSUMPTIONS, STATEMENTS
from ferrata.cli.interacting import against
from ferrata.cli.reading import Site, site_of
from ferrata.guideline.features import Feature, HasValues
from ferrata.guideline.monograph import Monograph
from ferrata.guideline.units import quantise
from ferrata.guideline.values import Between, FeatureValue, Known, Reason, Unknown
from ferrata.interpret.counterfactual import anatomy
from ferrata.interpret.derive import Derived
from ferrata.plan.model import NOTICE
from ferrata.plan.monograph import (
    Age,
    ForWhom,
    Page,
    Shelf,
    Table,
    monograph_page,
    summary_row,
)
from ferrata.plan.monograph.build import DAYS_OF_YEAR
from ferrata.plan.monograph.model import MONOGRAPH_SCHEMA_VERSION
from ferrata.record.dates import day_number
from ferrata.record.events import events_of
from ferrata.version import VERSION

SHELF = Shelf(GUIDELINES, (*DRUGS, *INTERACTANTS), DRUG_NAMES, EVERY, (*STATEMENTS, *ASSUMPTIONS))

_BY_ID = {one.id: one for one in MONOGRAPHS}
_NAMES = {
    **DRUG_NAMES,
    **{one.treatment.label.lower(): one.id for one in MONOGRAPHS},
    **{one.id: one.id for one in MONOGRAPHS},
}
_MOST_SUGGESTED = 3


def find_monograph(name: str) -> Monograph:
    """Return the monograph of the treatment called `name`, by id, ingredient or brand."""
    asked = " ".join(name.lower().split())
    found = _BY_ID.get(_NAMES.get(asked, ""))
    if found is not None:
        return found
    near = get_close_matches(asked, _NAMES, n=_MOST_SUGGESTED, cutoff=0.6)
    hint = f"did you mean {' or '.join(near)}?" if near else "ferrata drugs lists them all"
    raise typer.BadParameter(f"no treatment is called {name!r}; {hint}")


def drug_page(
    name: str,
    *,
    age: str | None,
    record: Path | None,
    on: date,
    today: date,
    code_map: Path | None = None,
) -> Page:
    """Return the page of `name`, for the age that was typed or that of the record's patient."""
    found = find_monograph(name)
    site = site_of(code_map)
    if age is not None and record is not None:
        raise typer.BadParameter("give --age or --record, not both")
    patient = None
    if age is not None:
        patient = of_age(age)
    elif record is not None:
        patient = _on_record(record, site, on, today, found.id)
    return site.named(monograph_page(found, SHELF, patient))


def drug_table() -> Table:
    """Return the table of all treatments."""
    return Table(
        schema_version=MONOGRAPH_SCHEMA_VERSION,
        software=f"ferrata {VERSION}",
        notice=NOTICE,
        rows=tuple(summary_row(one, SHELF) for one in MONOGRAPHS),
        guidelines=SHELF.versions,
    )


_AGE = re.compile(r"([0-9]{1,4})(y|mo|w|d)")
_SPANS = {
    "y": (DAYS_OF_YEAR, "years"),
    "mo": (DAYS_OF_YEAR / 12, "months"),
    "w": (Decimal(7), "weeks"),
    "d": (Decimal(1), "days"),
}
_OLDEST = 125


def of_age(text: str) -> ForWhom:
    """Return a patient of the age written as 6y, 18mo, 5w or 10d: completed units, so a span."""
    matched = _AGE.fullmatch(text)
    if matched is None:
        raise typer.BadParameter(f"{text!r} is no age; write it as 6y, 18mo, 5w or 10d")
    number, (span, unit) = int(matched[1]), _SPANS[matched[2]]
    if number * span > _OLDEST * DAYS_OF_YEAR:
        raise typer.BadParameter(f"{text!r} is older than anybody")
    said = f"{number} {unit if number != 1 else unit[:-1]} old"
    age = Age(number * span, (number + 1) * span - 1, said)
    return ForWhom(age, (_OnlyAge(age.low), _OnlyAge(age.high)))


class _OnlyAge(HasValues):
    """A patient of whom nothing but the age in days is known."""

    def __init__(self, days: Decimal) -> None:
        self._days = days

    def value(self, feature: Feature) -> FeatureValue:
        if feature is Case.age:
            return Known(quantise(self._days), None, "--age")
        return Unknown(Reason.NEVER_RECORDED)


def _on_record(path: Path, site: Site, on: date, today: date, treatment: str) -> ForWhom:
    guideline = GUIDELINES[0]
    record = site.read(path, received=max(on, today))
    events = events_of(record, anatomy(guideline).analytes)
    facts = Derived(events, day_number(on), guideline.vocabularies, guideline.site())
    medicines = against(record, treatment, on)
    return ForWhom(_age(facts.value(Case.age)), (facts,), medicines)


def _age(value: FeatureValue) -> Age:
    match value:
        case Known(Decimal() as days):
            return Age(days, days, f"{days / DAYS_OF_YEAR:.1f} years old")
        case Between(low, high):
            low_years, high_years = low / DAYS_OF_YEAR, high / DAYS_OF_YEAR
            return Age(low, high, f"{low_years:.1f} to {high_years:.1f} years old")
        case Known() | Unknown():
            return Age(Decimal(0), _OLDEST * DAYS_OF_YEAR, "of unknown age")
