"""The monographs as a page to read: docs/reference/drugs.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.alps.wording import ids, table

from ferrata.alps.monographs import MONOGRAPHS
from ferrata.cli.drugs import SHELF, drug_table
from ferrata.plan.monograph import Page, monograph_page
from ferrata.plan.monograph.model import Figure, Interacts, Line

_INTRODUCTION = """\
# The treatments, one by one

<!-- Written by scripts/docs from src/ferrata/alps. Change it there, run scripts/docs. -->

What `ferrata drug NAME` says, for nobody in particular. Places, doses and cautions are computed
from the rules of the guidelines; the rest is declared, remark by remark, each with its warrants.
**Nobody has reviewed this clinically.** *Unverified* means: from memory or read in a secondary page
only. Heed a caution so marked until it is checked; no dose rests on one.

Places: first, second … is the number of moves from the start to the nearest step that gives or
considers the treatment; (if) is advice that a further condition holds back; last is only after
others, or only by a referral; avoid is named by cautions alone.
"""
_MARKS = {"source": "", "assumption": "*(assumption)* ", "unverified": "**Unverified:** "}


def drugs_page() -> str:
    """Return docs/reference/drugs.md."""
    pages = tuple(monograph_page(one, SHELF) for one in MONOGRAPHS)
    return "".join([_INTRODUCTION, *_places(), *_every(pages[0]), *_pages(pages)])


def _places() -> Iterator[str]:
    made = drug_table()
    guidelines = tuple(one.id for one in made.guidelines)
    yield table(
        ("treatment", *guidelines, "cautions, gates", "sourced dose", "evidence"),
        (
            (
                f"[{row.label}](#{row.id})",
                *(row.places[one] for one in guidelines),
                str(row.cautions or ""),
                row.dose,
                row.evidence,
            )
            for row in made.rows
        ),
    )


def _every(page: Page) -> Iterator[str]:
    yield "\n## For every treatment\n\n"
    yield from _lines(page.every)
    yield _figures(page.every_outcomes)


def _pages(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        yield f'\n<a id="{page.id}"></a>\n\n## {page.title}\n\n'
        yield f"`ferrata drug {page.id}`"
        yield f", also {', '.join(page.names)}.\n" if page.names else ".\n"
        yield _roles(page)
        yield from _section("Indication", page.indication)
        yield from _section("Must not", page.must_not)
        yield from _section("Check before", page.before)
        yield from _section("Dose", page.dose)
        if page.no_dose is not None:
            yield f"\n### Dose\n\n- {page.no_dose}\n"
        yield from _section("Watch during", page.watch)
        if page.interactions:
            yield "\n### Interactions\n"
            yield table(
                ("with", "what happens", "known from", "rests on"), map(_with, page.interactions)
            )
        yield from _section("Expected response, and when", page.response)
        if page.outcomes:
            yield "\n### Outcomes, each by its own definition\n"
            yield _figures(page.outcomes)
        yield f"\n### Evidence\n\n- Ages: {page.ages.text}{_cited(page.ages.warrants)}\n"
        yield from _lines(page.evidence)
        yield from _section("Pregnancy", page.pregnancy)
        yield from _section("Off label", page.off_label)


def _roles(page: Page) -> str:
    return table(
        ("guideline", "place", "by which rules"),
        (
            (
                one.guideline,
                one.place + (f", only after {' and '.join(one.after)}" if one.after else ""),
                "<br>".join(f"{line.text}{_cited(line.warrants)}" for line in one.rules),
            )
            for one in page.roles
        ),
    )


def _section(title: str, lines: tuple[Line, ...]) -> Iterator[str]:
    if lines:
        yield f"\n### {title}\n\n"
        yield from _lines(lines)


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for one in lines:
        yield f"- {_MARKS[one.support]}{one.text}{_cited(one.warrants)}\n"


def _with(one: Interacts) -> tuple[str, ...]:
    names = ", ".join(each.name for each in one.ingredients)
    return names, one.text, one.certainty, ids(one.warrants)


def _figures(figures: Iterable[Figure]) -> str:
    return table(
        ("outcome", "figure", "means", "among", "rests on"),
        (
            (
                f"{one.name} (harm)" if one.adverse else one.name,
                f"{_MARKS[one.support]}{one.text}",
                one.definition,
                one.population,
                ids(one.warrants),
            )
            for one in figures
        ),
    )


def _cited(warrants: Iterable[str]) -> str:
    said = ids(warrants)
    return f" [{said}]" if said else ""
